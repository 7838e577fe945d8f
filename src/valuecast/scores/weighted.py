"""A weighted sum over six dimensions."""

from __future__ import annotations

from dataclasses import dataclass

from valuecast.scores.additive import Additive
from valuecast.scores.score import Part


@dataclass(frozen=True)
class Weighted(Additive):
    """Weighted sum of six min-max scaled dimensions, 0 to 1.

    0.25 duration + 0.25 frequency + 0.15 product features used + 0.10 feature clicks + 0.15 recency (days since
    the last use, fewer is better) + 0.10 satisfaction (NPS answer). High-value is the configured top share.
    Nulls as in :class:`~valuecast.scores.additive.Additive`: a dimension without data is left out, not scored as 0.
    """

    name: str = "weighted"
    parts: tuple[Part, ...] = (
        Part("duration", "intensity", ("minutes", "value"), 0.25),
        Part("frequency", "frequency", ("active_days",), 0.25),
        Part("features_used", "breadth", ("features_used",), 0.15),
        Part("feature_clicks", "depth", ("feature_clicks",), 0.10),
        Part("recency", "recency", ("days_since_last",), 0.15, higher_is_better=False),
        Part("satisfaction", "satisfaction", ("latest_rating", "mean_rating"), 0.10),
    )
