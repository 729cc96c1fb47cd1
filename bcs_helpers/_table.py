"""Many points at little cost: a smooth function looked up in a table, long arrays worked through in blocks.

table = Table(np.cos)                   # the function is called once, on the Chebyshev nodes of [0, 1]
blockwise(lambda s, A: A * table(s), s, A)
"""

import numpy as np
from scipy.fft import dct

CELLS = 16384
BLOCK = 16384  # numbers: the temporaries of a block stay in the cache


class Table:
    """A smooth function on [0, 1], expanded once in Chebyshev polynomials and then looked up.

    The expansion carries the accuracy; a quadratic in each of 16384 cells makes it cheap. A quadratic is off
    by at most |f‴|/(192 · 16384³), which is 1e-15 |f‴|.
    """

    def __init__(self, function, degree=80):
        theta = np.pi * (np.arange(degree) + 0.5) / degree
        coefficients = dct(function(np.cos(theta / 2) ** 2)) / degree
        coefficients[0] /= 2

        def expansion(s):  # Σ c_k cos kθ as it stands: Clenshaw's recurrence loses three digits at the ends
            return np.cos(np.multiply.outer(2 * np.arccos(np.sqrt(s)), np.arange(degree))) @ coefficients

        # three Chebyshev points in each cell, local coordinate y in [-1/2, 1/2]
        y = 0.25 * np.sqrt(3)
        centre = (np.arange(CELLS) + 0.5) / CELLS
        left, middle, right = (expansion(centre + dy / CELLS) for dy in (-y, 0, y))
        self._quadratic = middle, (right - left) / (2 * y), (right - 2 * middle + left) / (2 * y * y)

    def __call__(self, s):
        """The function at s, an array of numbers in [0, 1]."""
        y = np.multiply(s, CELLS)
        cell = y.astype(np.intp)
        # s = 1 belongs to the last cell; "clip" is also the fast way to take
        c0, c1, c2 = (c.take(cell, mode="clip") for c in self._quadratic)
        y -= np.minimum(cell, CELLS - 1)
        y -= 0.5
        return (c2 * y + c1) * y + c0


def blockwise(function, *arrays, size=BLOCK):
    """function(*arrays) for an elementwise function, a block of at most `size` points at a time.

    Long arrays then run out of the cache instead of out of memory, and a function that makes a
    (points × nodes) array inside stays within bounds: give it a small `size`. Arrays broadcast; the
    function sees 0-d arrays as they are and the others flat, of equal length.
    """
    shape = np.broadcast_shapes(*(np.shape(x) for x in arrays))
    result = np.empty(shape)
    flat = [x if np.ndim(x) == 0 else np.broadcast_to(x, shape).reshape(-1) for x in arrays]
    out = result.reshape(-1)
    for start in range(0, out.size, size):
        part = slice(start, start + size)
        out[part] = function(*(x if np.ndim(x) == 0 else x[part] for x in flat))
    return result
