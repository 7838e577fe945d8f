"""A forecast as a distribution: chances of bands of the ratio future / past, and everything read off them.

One set of numbers gives the quantiles, which therefore cannot cross, and the three classes, which therefore add up.
The first band is exactly nothing, so that the customers who stop are a part of their own (a two-part model).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from valuecast.trends.classes import Codes, Floats

KNOTS = 10
BELOW = (1 / 3, 2 / 3, 8 / 9, 1.0)
BETWEEN = (1 / 3, 2 / 3, 1.0)
ABOVE = (1.2, 5 / 3)


@dataclass(frozen=True)
class Bands:
    """Bands of the ratio: nothing, then those that end at each of ``ends``, then all above.

    ``down`` bands lie at or below the bound of Down, ``up`` is the first band that counts as Up.
    """

    ends: Floats
    down: int
    up: int

    @property
    def count(self) -> int:
        """How many bands there are."""
        return len(self.ends) + 1

    def place(self, ratios: Floats) -> Codes:
        """Band of each ratio; an end belongs to the band that it ends."""
        return np.searchsorted(self.ends, ratios, side="left").astype(np.int64)

    def knots(self, ratios: Floats) -> Floats:
        """What ratios within each band are like: (bands, KNOTS), rising along both; an empty band is at its end."""
        band = self.place(ratios)
        levels = (np.arange(KNOTS) + 0.5) / KNOTS
        empty = np.append(self.ends, self.ends[-1])
        rows = [
            np.quantile(ratios[band == k], levels) if (band == k).any() else np.full(KNOTS, empty[k])
            for k in range(self.count)
        ]
        return np.array(rows)

    def classes(self, chances: Floats, past: Floats) -> Floats:
        """Chances of Up, Flat and Down (n, 3). After a past of nothing, anything is Up and nothing is Flat."""
        up, down = chances[:, self.up :].sum(axis=1), chances[:, : self.down].sum(axis=1)
        found = np.stack([up, np.maximum(1.0 - up - down, 0.0), down], axis=1)
        none = past <= 0
        found[none] = np.stack([1.0 - chances[none, 0], chances[none, 0], np.zeros(none.sum())], axis=1)
        shares: Floats = found / found.sum(axis=1, keepdims=True)
        return shares


def bands(*, up: float, down: float) -> Bands:
    """The bands that go with the bounds of the written rule.

    >>> bands(up=1.2, down=0.9).ends.round(2).tolist()
    [0.0, 0.3, 0.6, 0.8, 0.9, 0.99, 1.09, 1.2, 1.44, 2.0]
    """
    between = [down * (up / down) ** share for share in BETWEEN]
    between[-1] = np.nextafter(up, 0.0)
    ends = [0.0, *(down * share for share in BELOW), *between, *(up * share for share in ABOVE)]
    return Bands(np.array(ends), down=1 + len(BELOW), up=1 + len(BELOW) + len(BETWEEN))


def quantiles(chances: Floats, knots: Floats, levels: Floats) -> Floats:
    """Ratio at each of the rising ``levels``: (n, levels), rising along each row."""
    values, reached = _cumulated(chances, knots)
    places = [np.minimum((reached < level).sum(axis=1), values.size - 1) for level in levels]
    return np.stack([values[place] for place in places], axis=1)


def attained(chances: Floats, knots: Floats, ratios: Floats) -> Floats:
    """Level at which each ratio then lay in its distribution (n,), the middle of a jump where it lay on one."""
    values, reached = _cumulated(chances, knots)
    padded = np.concatenate([np.zeros((len(reached), 1)), reached], axis=1)
    rows = np.arange(len(ratios))
    above = padded[rows, np.searchsorted(values, ratios, side="right")]
    below = padded[rows, np.searchsorted(values, ratios, side="left")]
    middle: Floats = (above + below) / 2
    return middle


def conformal_levels(levels_met: Floats, *, tail: float) -> Floats:
    """Levels that held ``tail``, one half and 1 − ``tail`` of what happened (3,), with the finite-sample correction.

    Distributional conformal prediction (Chernozhukov, Wüthrich and Zhu, 2021): the ⌊tail (n + 1)⌋-th and
    ⌈(1 − tail)(n + 1)⌉-th of n sorted levels. With too few to correct, the plain levels.

    >>> import numpy as np
    >>> conformal_levels(np.arange(1, 20) / 20, tail=0.1).tolist()
    [0.1, 0.5, 0.9]
    """
    n = levels_met.size
    place = int(np.floor(tail * (n + 1) + 1e-9))
    if place < 1:
        return np.array([tail, 0.5, 1 - tail])
    ordered = np.sort(levels_met)
    return np.array([ordered[place - 1], np.median(ordered), ordered[n - place]])


def _cumulated(chances: Floats, knots: Floats) -> tuple[Floats, Floats]:
    values: NDArray[np.float64] = knots.ravel()
    reached = np.cumsum(np.repeat(chances, knots.shape[1], axis=1) / knots.shape[1], axis=1)
    return values, reached
