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
