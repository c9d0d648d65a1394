"""Where a float passes an edge, exactly: a float means the shortest decimal that it prints.

The decimals of two floats lie apart, in the order of the floats. So for every edge, however
many digits it has, there is one float from which on all lie on its upper side, and comparing
floats with that one is exact.
"""

from fractions import Fraction

import numpy as np

from jobquality.scoring.table.terms import as_float

#: Every answer is smaller than this.
_MOST = 10**30
NEVER, ALWAYS = np.float64(np.inf), np.float64(-np.inf)


def first_from(edge: Fraction) -> np.float64:
    """Return the least float whose decimal is at least `edge`."""
    near = _nearest(edge)
    return near if near in (NEVER, ALWAYS) or decimal_of(near) >= edge else _next(near)


def first_beyond(edge: Fraction) -> np.float64:
    """Return the least float whose decimal is above `edge`."""
    near = _nearest(edge)
    return near if near in (NEVER, ALWAYS) or decimal_of(near) > edge else _next(near)


def decimal_of(number: np.float64) -> Fraction:
    """Return what a float means: the shortest decimal that it prints."""
    return Fraction(str(number))


def _nearest(edge: Fraction) -> np.float64:
    if abs(edge) >= _MOST:
        return NEVER if edge > 0 else ALWAYS
    return as_float(edge)


def _next(number: np.float64) -> np.float64:
    return np.float64(np.nextafter(number, NEVER))
