"""From which probability on a customer is called high-value, chosen on validation windows only."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from valuecast.contracts import Note, note
from valuecast.metrics import Bools, Floats

FEWEST_PICKS = 10
"""A threshold that picks fewer customers than this stands on too little (fewer where fewer are high-value)."""


@dataclass(frozen=True)
class Threshold:
    """A cut-off, and what it gave on the validation windows.

    ``met`` is whether its precision reached the target with one standard error to spare (``safe``: the lower end of
    Wilson's interval of that width); ``precision`` and ``safe`` are NaN when nothing could be measured.
    """

    value: float
    met: bool
    precision: float
    safe: float
    picks: int
    target: float

    @property
    def note(self) -> Note:
        """Whether the target was met, and on what that stands."""
        if not self.picks:
            return note("threshold_unchosen", threshold=self.value)
        return note(
            "threshold_chosen",
            met=self.met,
            precision=self.precision,
            picks=self.picks,
            threshold=self.value,
            safe=self.safe,
            target=self.target,
        )


def choose(probability: Floats, actual: Bools, target: float) -> Threshold:
    """The lowest threshold whose precision reaches the target safely; else the one whose safe precision is highest.

    Safely: with one standard error to spare (Wilson, 1927). The lowest threshold that only just reaches a target on
    past windows has been lucky there more often than not, and would miss it on the next. Only thresholds that pick at
    least ``min(10, high-value customers)`` are considered; among equally safe ones the lowest wins. Without any
    validation row, or any high-value one, it is 0.5 and not met.

    >>> choose(np.array([0.9, 0.8, 0.7, 0.1]), np.array([True, True, False, False]), 0.6).value
    0.8
    """
    if not actual.any():
        return Threshold(0.5, False, float("nan"), float("nan"), 0, target)
    order = np.argsort(-probability, kind="stable")
    ranked = probability[order]
    last = np.flatnonzero(np.append(ranked[1:] != ranked[:-1], True))
    picks = last + 1
    precision = np.cumsum(actual[order])[last] / picks
    safe = _safe(precision, picks)
    enough = picks >= min(FEWEST_PICKS, int(actual.sum()))
    reached = np.flatnonzero(enough & (safe >= target))
    met = bool(len(reached))
    place = int(reached[-1]) if met else int(np.flatnonzero(enough & (safe == safe[enough].max()))[-1])
    value, found = float(ranked[last[place]]), float(precision[place])
    return Threshold(value, met, found, float(safe[place]), int(picks[place]), target)


def _safe(precision: Floats, picks: np.ndarray) -> Floats:
    """Lower end of Wilson's interval of one standard error."""
    spread = np.sqrt(precision * (1 - precision) / picks + 1 / (4 * picks**2))
    safe: Floats = (precision + 1 / (2 * picks) - spread) / (1 + 1 / picks)
    return safe


TARGET_COVERAGE = 0.85
"""Share of the high-value customers that the broad threshold is to find."""


@dataclass(frozen=True)
class Tiers:
    """Two cut-offs chosen on validation windows: a short list to rely on, and a long one that misses few.

    ``precise`` is the threshold of `choose`; ``broad`` the highest that finds `TARGET_COVERAGE` of the
    high-value ones, never above ``precise``; ``recall`` and ``precision`` are what ``broad`` gave there.
    """

    precise: Threshold
    broad: float
    recall: float
    precision: float

    @property
    def note(self) -> Note | None:
        """What the broad cut-off gave; None where nothing could be measured."""
        if np.isnan(self.recall):
            return None
        return note("broad_threshold_chosen", threshold=self.broad, recall=self.recall, precision=self.precision)

    def of(self, probability: Floats) -> list[str]:
        """``short list``, ``long list`` or ``not listed``, by the two cut-offs."""
        return [TIERS[int(one)] for one in listed(probability, self.precise.value, self.broad)]


TIERS = ("not listed", "long list", "short list")


def listed(probability: Floats, precise: float, broad: float) -> NDArray[np.int8]:
    """Place of each probability in `TIERS`, (n,).

    >>> listed(np.array([0.1, 0.5, 0.9]), 0.8, 0.4).tolist()
    [0, 1, 2]
    """
    return (probability >= precise).astype(np.int8) + (probability >= broad).astype(np.int8)


def tiers(probability: Floats, actual: Bools, target: float) -> Tiers:
    """Both cut-offs from honest validation probabilities.

    >>> found = tiers(np.array([0.9, 0.8, 0.7, 0.1]), np.array([True, False, True, False]), 0.9)
    >>> found.precise.value, found.broad, found.recall
    (0.7, 0.7, 1.0)
    """
    precise = choose(probability, actual, target)
    if not actual.any():
        return Tiers(precise, precise.value, float("nan"), float("nan"))
    needed = int(np.ceil(round(TARGET_COVERAGE * int(actual.sum()), 9)))
    broad = min(float(np.sort(probability[actual])[-needed]), precise.value)
    called = probability >= broad
    return Tiers(precise, broad, float(called[actual].mean()), float(actual[called].mean()))
