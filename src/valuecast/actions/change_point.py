"""A lasting drop in a series of weeks, and when it began: Pettitt's rank test, one-sided.

Pettitt (1979), Applied Statistics 28:126. For a series of T weeks, U_t compares each of the first t with each of
the rest; K = max U_t is large when the earlier weeks are the higher; p ≈ exp(−6 K² / (T³ + T²)). Ranks make it
indifferent to units and to single large weeks. Weeks are taken as exchangeable when nothing has changed; they are not
quite, so the rate of false alarms is measured and not read off p.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Drops:
    """The likeliest drop in each series.

    Parameters
    ----------
    weeks_since : array of int (n,)
        Length of the stretch after the drop [weeks].
    p : array (n,)
        Chance of so clear a drop where nothing changed (0 to 1).
    before, after : array (n,)
        Mean before and since [unit of the series].
    """

    weeks_since: NDArray[np.int64]
    p: Floats
    before: Floats
    after: Floats


def likeliest_drops(series: Floats) -> Drops:
    """The split of each row of ``series`` (n, T), oldest first, at which the earlier weeks are most above the later.

    >>> import numpy as np
    >>> found = likeliest_drops(np.array([[9.0, 8, 9, 7, 9, 8, 1, 2, 1, 2, 1, 2]]))
    >>> int(found.weeks_since[0]), round(float(found.p[0]), 3)
    (6, 0.016)
    """
    n, length = series.shape
    if length < 2:
        nothing = np.zeros(n)
        return Drops(np.zeros(n, dtype=np.int64), np.ones(n), nothing, nothing)
    ranks = rankdata(series, axis=1)
    t = np.arange(1, length)
    higher = 2 * np.cumsum(ranks, axis=1)[:, :-1] - t * (length + 1)
    split = higher.argmax(axis=1)
    k = np.maximum(higher[np.arange(n), split], 0.0)
    total = np.cumsum(series, axis=1)
    first = total[np.arange(n), split]
    return Drops(
        weeks_since=length - 1 - split,
        p=np.exp(-6 * k**2 / (length**3 + length**2)),
        before=first / (split + 1),
        after=(total[:, -1] - first) / (length - 1 - split),
    )


def without_common_moves(series: Floats, least: int = 20) -> Floats:
    """Each week relative to the company's total of that week, so that holidays and outages warn of nobody.

    A customer is compared with the others, not with itself. With fewer than ``least`` customers there is no such
    thing as common, and the series stay as they are.

    >>> import numpy as np
    >>> without_common_moves(np.array([[2.0, 1.0], [2.0, 1.0], [2.0, 0.0]]), least=3).round(2).tolist()
    [[1.25, 2.5], [1.25, 2.5], [1.5, 0.0]]
    """
    if len(series) < least:
        return series
    others = series.sum(axis=0) - series
    level = others.mean(axis=1, keepdims=True)
    common = np.divide(others, level, out=np.ones_like(others), where=level > 0)
    moved: Floats = np.divide(series, common, out=series.copy(), where=common > 0)
    return moved
