"""How sure a figure is: Wilson's interval for a share, and resamples of customers for everything else.

A customer is drawn with all its windows, because they are not independent. Every method is measured on the
same resamples, so that the difference between two methods has an interval of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from valuecast.metrics import Floats

Weights = NDArray[np.float32]
LEVEL = 0.95
_BLOCK = 500
_CELLS = 12_000_000


def wilson_interval(successes: int, n: int, level: float = LEVEL) -> tuple[float, float]:
    """Interval for a share of ``n`` (Wilson, 1927); (0, 1) when nothing was counted.

    >>> tuple(round(end, 3) for end in wilson_interval(8, 10))
    (0.49, 0.943)
    """
    if not n:
        return 0.0, 1.0
    z = NormalDist().inv_cdf(0.5 + level / 2)
    share = successes / n
    centre = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)) ** 0.5
    return min(share, max(0.0, centre - half)), max(share, min(1.0, centre + half))


def resamples(customers: int, draws: int, rng: np.random.Generator) -> Iterator[Weights]:
    """How often each customer is drawn, with replacement, in blocks (customers, draws of the block).

    The counts are whole numbers held as float32, in which sums up to 2²⁴ are exact.
    """
    width = max(1, min(_BLOCK, _CELLS // max(customers, 1)))
    for start in range(0, draws, width):
        size = min(width, draws - start)
        block = np.empty((customers, size), dtype=np.float32)
        for column in range(size):
            block[:, column] = np.bincount(rng.integers(customers, size=customers), minlength=customers)
        yield block


def percentile_interval(draws: Floats, level: float = LEVEL) -> tuple[float, float]:
    """The middle ``level`` of the resampled figures (Efron, 1979); NaN when more than half are undefined."""
    known = draws[~np.isnan(draws)]
    if len(known) * 2 < len(draws) or not len(known):
        return float("nan"), float("nan")
    low, high = np.quantile(known, [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)


def running_totals(weights: Weights, order: NDArray[np.int64]) -> Weights:
    """Cumulative weights in a given order of rows, (len(order) + 1, draws), beginning with a row of zeros."""
    totals = np.zeros((len(order) + 1, weights.shape[1]), dtype=np.float32)
    for place, row in enumerate(order):
        np.add(totals[place], weights[row], out=totals[place + 1])
    return totals


def ratio(part: NDArray[np.floating], whole: NDArray[np.floating]) -> Floats:
    """Element by element in float64; NaN where the whole is zero."""
    whole64 = np.asarray(whole, dtype=np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(whole64 == 0, np.nan, np.asarray(part, dtype=np.float64) / whole64)
