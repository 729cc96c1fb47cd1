"""Long arrays worked through in blocks: they run out of the cache instead of out of memory.

blockwise(lambda s, A: A * table(s), s, A)
"""

import numpy as np

BLOCK = 16384  # numbers: the temporaries of a block stay in the cache


def blockwise(function, *arrays, size=BLOCK, dtype=float, effort=None):
    """function(*arrays) for an elementwise function, a block of at most `size` points at a time.

    Arrays broadcast. The function sees flat arrays, each of the length of the block or of length 1. One that
    makes a (points × nodes) array inside stays within bounds: give it a small `size`. Where the hardest point of a
    block sets the number of nodes, `effort`, a number for each point of flat arrays, puts the hard ones together.
    """
    if effort is not None and effort.size > size:
        order = np.argsort(effort)
        result = np.empty(order.size, dtype)
        result[order] = blockwise(function, *(x[order] for x in arrays), size=size, dtype=dtype)
        return result
    arrays = [np.asarray(x) for x in arrays]
    shape = common_shape([x.shape for x in arrays])
    result = np.empty(shape, dtype)
    flat = [x.reshape(1) if x.size == 1 else np.broadcast_to(x, shape).reshape(-1) for x in arrays]
    out = result.reshape(-1)
    for start in range(0, out.size, size):
        part = slice(start, start + size)
        out[part] = function(*(x if x.size == 1 else x[part] for x in flat))
    return result


def common_shape(shapes):
    """What the shapes broadcast to; mostly all are scalars but for one, or alike."""
    different = {shape for shape in shapes if shape}
    return np.broadcast_shapes(*different) if len(different) > 1 else different.pop() if different else ()
