"""The score to beat: how long and how often."""

from __future__ import annotations

from dataclasses import dataclass

from valuecast.scores.additive import Additive
from valuecast.scores.score import Part


@dataclass(frozen=True)
class DurationFrequency(Additive):
    """Mean of min-max scaled minutes and active days, 0 to 1: the two-dimension score that teams have.

    Where a source has no minutes, value stands in for duration. High-value is the configured top share.
    Nulls as in :class:`~valuecast.scores.additive.Additive`.
    """

    name: str = "duration_frequency"
    parts: tuple[Part, ...] = (
        Part("duration", "intensity", ("minutes", "value"), 0.5),
        Part("frequency", "frequency", ("active_days",), 0.5),
    )
