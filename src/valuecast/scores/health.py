"""A health score of four equal parts."""

from __future__ import annotations

from dataclasses import dataclass

from valuecast.scores.additive import Additive
from valuecast.scores.score import Part


@dataclass(frozen=True)
class Health(Additive):
    """Freshness, satisfaction, intensity and span in equal parts, 0 to 100: those who use it give no weights.

    Freshness (days since the last use, fewer is better) and satisfaction (NPS answer) are min-max scaled, as both
    are bounded; intensity (value on a day of use) and span (days of use, "activity span") are
    percentiles, as both have long tails. High-value is the configured top share.
    Nulls as in :class:`~valuecast.scores.additive.Additive`.
    """

    name: str = "health"
    parts: tuple[Part, ...] = (
        Part("freshness", "recency", ("days_since_last",), 0.25, higher_is_better=False),
        Part("satisfaction", "satisfaction", ("latest_rating", "mean_rating"), 0.25),
        Part("intensity", "intensity", ("value_per_active_day", "value"), 0.25, scaling="percentile"),
        Part("span", "frequency", ("active_days", "span_days"), 0.25, scaling="percentile"),
    )
    points: float = 100.0
