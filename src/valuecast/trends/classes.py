"""Up, Flat or Down: the one written rule, used for what was predicted and for what happened.

With the ratio = later value / earlier value, over stretches of equal length:

====================================  =====
ratio ≥ up                            Up
ratio ≤ down                          Down
between the two                       Flat
nothing before and nothing after      Flat
nothing before and something after    Up
one of the two unknown                unknown
====================================  =====
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

CLASSES = ("Up", "Flat", "Down")
UNKNOWN = -1
UP, FLAT, DOWN = range(3)

Floats = NDArray[np.float64]
Codes = NDArray[np.int64]


def trend_codes(earlier: Floats, later: Floats, *, up: float, down: float) -> Codes:
    """Position of each customer's class in ``CLASSES``, by the written rule.

    Parameters
    ----------
    earlier, later : array of shape (n,)
        Value over two stretches of equal length [value]. Below zero counts as nothing; NaN is unknown.
    up, down : float
        Ratio from which a change is Up, and up to which it is Down.

    Returns
    -------
    array of int, shape (n,)
        0 Up, 1 Flat, 2 Down, −1 unknown.

    Examples
    --------
    >>> import numpy as np
    >>> trend_codes(np.array([10.0, 10, 10, 0, 0]), np.array([12.0, 9, 10, 0, 1]), up=1.2, down=0.9).tolist()
    [0, 2, 1, 1, 0]
    """
    before, after = np.maximum(earlier, 0.0), np.maximum(later, 0.0)
    ratio = np.divide(after, before, out=np.ones_like(after), where=before > 0)
    codes = np.full(before.shape, FLAT, dtype=np.int64)
    codes[ratio >= up] = UP
    codes[ratio <= down] = DOWN
    codes[(before == 0) & (after > 0)] = UP
    codes[np.isnan(before) | np.isnan(after)] = UNKNOWN
    return codes


def trend_names(codes: Codes) -> NDArray[np.object_]:
    """The names of coded classes; None where unknown.

    >>> import numpy as np
    >>> trend_names(np.array([0, 2, -1])).tolist()
    ['Up', 'Down', None]
    """
    return np.array([*CLASSES, None], dtype=object)[codes]
