"""A value index of percentiles."""

from __future__ import annotations

from dataclasses import dataclass

from valuecast.scores.additive import Additive
from valuecast.scores.score import Part


@dataclass(frozen=True)
class PercentileIndex(Additive):
    """Mean percentile over usage, intensity, breadth, satisfaction and freshness, 0 to 100.

    Percentiles are mid-ranks: the share below plus half the share of equals. Intensity is value on a day of use;
    freshness is days since the last use, fewer is better. High-value is its own rule, the top quartile.
    Nulls as in :class:`~valuecast.scores.additive.Additive`.
    """

    name: str = "percentile_index"
    parts: tuple[Part, ...] = (
        Part("usage", "intensity", ("minutes", "value"), 0.2, scaling="percentile"),
        Part("intensity", "intensity", ("value_per_active_day", "events"), 0.2, scaling="percentile"),
        Part("breadth", "breadth", ("features_used", "areas_used"), 0.2, scaling="percentile"),
        Part("satisfaction", "satisfaction", ("mean_rating", "latest_rating"), 0.2, scaling="percentile"),
        Part("freshness", "recency", ("days_since_last",), 0.2, higher_is_better=False, scaling="percentile"),
    )
    points: float = 100.0
    own_share: float | None = 0.25
