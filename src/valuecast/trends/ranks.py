"""Places among the customers of one window: percentile ranks, thirds, and one scale put onto another."""

from __future__ import annotations

import numpy as np

from valuecast.metrics import midranks
from valuecast.trends.classes import UNKNOWN, Codes, Floats


def percentile(values: Floats) -> Floats:
    """Mid-rank of each value among those known, between 0 and 1; equals share a place; NaN stays NaN.

    The smallest of n distinct values is at 0.5 / n, the largest at 1 − 0.5 / n.

    >>> import numpy as np
    >>> percentile(np.array([3.0, 1, 3, np.nan])).round(3).tolist()
    [0.667, 0.167, 0.667, nan]
    """
    places = np.full(values.shape, np.nan)
    known = np.isfinite(values)
    if known.any():
        places[known] = (midranks(values[known]) - 0.5) / known.sum()
    return places


def thirds(values: Floats) -> Codes:
    """Lowest (0), middle (1) or highest (2) third by percentile; −1 where unknown.

    >>> import numpy as np
    >>> thirds(np.array([5.0, 1, 9, np.nan])).tolist()
    [1, 0, 2, -1]
    """
    places = percentile(values)
    known = np.isfinite(places)
    codes = np.full(values.shape, UNKNOWN, dtype=np.int64)
    codes[known] = np.minimum((places[known] * 3).astype(np.int64), 2)
    return codes


def on_the_scale_of(reference: Floats, values: Floats) -> Floats:
    """Give each value the reference's value at the same percentile, so that both have the same spread.

    Quantile mapping by linear interpolation between mid-ranks; NaN where the value is unknown, or every
    reference is.

    >>> import numpy as np
    >>> on_the_scale_of(np.array([10.0, 20, 30]), np.array([0.1, 0.9, 0.5])).tolist()
    [10.0, 30.0, 20.0]
    """
    known = np.sort(reference[np.isfinite(reference)])
    if not known.size:
        return np.full(values.shape, np.nan)
    steps = (np.arange(known.size) + 0.5) / known.size
    return np.interp(percentile(values), steps, known)
