"""From which probability on a customer is called high-value, chosen on validation windows only."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from valuecast.metrics import Bools, Floats

FEWEST_PICKS = 10
"""A threshold that picks fewer customers than this stands on too little (fewer where fewer are high-value)."""


@dataclass(frozen=True)
class Threshold:
    """A cut-off, and what it gave on the validation windows.

    ``met`` is whether its precision reached the target; ``precision`` is NaN when nothing could be measured.
    """

    value: float
    met: bool
    precision: float
    picks: int
    target: float

    @property
    def note(self) -> str:
        """One sentence that begins with ``met`` or ``not met``."""
        if not self.picks:
            return f"not met: no validation window to choose a threshold on, so {self.value:.2f} stands in"
        word = "met" if self.met else "not met"
        return (
            f"{word}: on validation windows {self.precision:.1%} of {self.picks:,} customers at {self.value:.3f} "
            f"or more were high-value (asked for: {self.target:.0%})"
        )


def choose(probability: Floats, actual: Bools, target: float) -> Threshold:
    """The lowest threshold whose precision reaches the target; else the one with the highest precision.

    Only thresholds that pick at least ``min(10, high-value customers)`` are considered; among equally precise
    ones the lowest wins. Without any validation row, or any high-value one, it is 0.5 and not met.

    >>> choose(np.array([0.9, 0.8, 0.7, 0.1]), np.array([True, True, False, False]), 0.9).value
    0.8
    """
    if not actual.any():
        return Threshold(0.5, False, float("nan"), 0, target)
    order = np.argsort(-probability, kind="stable")
    ranked = probability[order]
    last = np.flatnonzero(np.append(ranked[1:] != ranked[:-1], True))
    picks = last + 1
    precision = np.cumsum(actual[order])[last] / picks
    enough = picks >= min(FEWEST_PICKS, int(actual.sum()))
    reached = np.flatnonzero(enough & (precision >= target))
    met = bool(len(reached))
    place = int(reached[-1]) if met else int(np.flatnonzero(enough & (precision == precision[enough].max()))[-1])
    return Threshold(float(ranked[last[place]]), met, float(precision[place]), int(picks[place]), target)


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
    def note(self) -> str:
        """What the broad cut-off gave, in a sentence; empty where nothing could be measured."""
        if np.isnan(self.recall):
            return ""
        return (
            f"on validation windows a list from {self.broad:.3f} on held {self.recall:.0%} of the high-value customers "
            f"and was {self.precision:.0%} right"
        )

    def of(self, probability: Floats) -> list[str]:
        """``very likely``, ``likely`` or ``unlikely``, by the two cut-offs."""
        place = (probability >= self.precise.value).astype(int) + (probability >= self.broad).astype(int)
        return [TIERS[int(one)] for one in place]


TIERS = ("unlikely", "likely", "very likely")


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
