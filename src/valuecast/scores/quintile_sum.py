"""A sum of quintiles."""

from __future__ import annotations

from dataclasses import dataclass

from valuecast.scores.additive import Additive
from valuecast.scores.score import Part


@dataclass(frozen=True)
class QuintileSum(Additive):
    """Sum of the quintiles, 1 to 5, of minutes, active days, active members and average NPS: 4 to 20.

    A part without data is left out and the sum of the others is stretched to the same 4 to 20. Equal values share
    a quintile. Tie rule of high-value: at least the K-th largest sum, K = ⌈share × n⌉, so a sum is in or out as a
    whole and the called share can exceed the configured one. Nulls as in
    :class:`~valuecast.scores.additive.Additive`.
    """

    name: str = "quintile_sum"
    parts: tuple[Part, ...] = (
        Part("duration", "intensity", ("minutes", "value"), 0.25, scaling="quintile"),
        Part("frequency", "frequency", ("active_days",), 0.25, scaling="quintile"),
        Part("members", "reach", ("active_members",), 0.25, scaling="quintile"),
        Part("satisfaction", "satisfaction", ("mean_rating", "latest_rating"), 0.25, scaling="quintile"),
    )
    points: float = 4.0
