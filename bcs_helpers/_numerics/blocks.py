"""Long arrays worked through in blocks: they run out of the cache instead of out of memory.

blockwise(lambda s, A: A * table(s), s, A)
"""

import numpy as np

BLOCK = 16384  # numbers: the temporaries of a block stay in the cache


def blockwise(function, *arrays, size=BLOCK, dtype=float):
    """function(*arrays) for an elementwise function, a block of at most `size` points at a time.

    Arrays broadcast. The function sees flat arrays, each of the length of the block or of length 1. One that
    makes a (points × nodes) array inside stays within bounds: give it a small `size`.
    """
    shape = np.broadcast_shapes(*(np.shape(x) for x in arrays))
    result = np.empty(shape, dtype)
    flat = [np.reshape(x, 1) if np.size(x) == 1 else np.broadcast_to(x, shape).reshape(-1) for x in arrays]
    out = result.reshape(-1)
    for start in range(0, out.size, size):
        part = slice(start, start + size)
        out[part] = function(*(x if x.size == 1 else x[part] for x in flat))
    return result
