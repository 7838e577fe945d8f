"""Which earlier rows a customer's band and probabilities are learned from: the finest group with enough rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from valuecast.trends.classes import CLASSES, UNKNOWN, Codes
from valuecast.trends.method import Case
from valuecast.trends.ranks import thirds
from valuecast.trends.snapshot import Snapshot

Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Level:
    """One way to group rows.

    Parameters
    ----------
    earlier, now : array of int
        Group of each earlier row and of each row to be answered; −1 belongs to none.
    least : int
        Earlier rows that a group must have to be used.
    """

    earlier: Codes
    now: Codes
    least: int


def matched(levels: Sequence[Level]) -> Iterator[tuple[Mask, Mask]]:
    """For each group, which rows to answer and which earlier rows answer them; finest level first.

    Every row is answered at most once, at the first level where its group is large enough.

    >>> import numpy as np
    >>> fine = Level(np.array([0, 0, 1]), np.array([0, 1]), least=2)
    >>> coarse = Level(np.array([0, 0, 0]), np.array([0, 0]), least=1)
    >>> [(now.tolist(), earlier.tolist()) for now, earlier in matched([fine, coarse])]
    [([True, False], [True, True, False]), ([False, True], [True, True, True])]
    """
    open_rows = np.ones(levels[0].now.shape, dtype=bool) if levels else np.zeros(0, dtype=bool)
    for level in levels:
        for group in np.unique(level.now[open_rows & (level.now != UNKNOWN)]):
            source = level.earlier == group
            target = open_rows & (level.now == group)
            if source.sum() >= level.least:
                open_rows &= ~target
                yield target, source


def by_class_and_health(case: Case) -> Codes:
    """Predicted class × third of health among the active; the inactive belong to none."""
    third = _thirds_of_active(case.snapshot, case.snapshot.health)
    return np.where(third == UNKNOWN, UNKNOWN, case.predicted * 3 + third)


def by_class(case: Case) -> Codes:
    """Predicted class of the active; the inactive belong to none."""
    return np.where(case.snapshot.active, case.predicted, UNKNOWN)


def by_size(case: Case) -> Codes:
    """Third of past value among the active; the inactive belong to none."""
    return _thirds_of_active(case.snapshot, case.snapshot.past)


def by_activity(case: Case) -> Codes:
    """The active (0) and the inactive (1)."""
    return np.where(case.snapshot.active, 0, 1).astype(np.int64)


def class_shares(codes: Codes) -> NDArray[np.float64]:
    """Share of each class, with one imagined row in each (Laplace): never 0, never 1, adding up to 1.

    >>> import numpy as np
    >>> class_shares(np.array([0, 2, 2, 2, 2, 2, 2])).tolist()
    [0.2, 0.1, 0.7]
    """
    counts = np.bincount(codes, minlength=len(CLASSES)).astype(np.float64) + 1.0
    shares: NDArray[np.float64] = counts / counts.sum()
    return shares


def _thirds_of_active(snapshot: Snapshot, values: NDArray[np.float64]) -> Codes:
    return thirds(np.where(snapshot.active, values, np.nan))
