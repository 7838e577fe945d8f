"""The catalogue of signals: what each is called, measures and means. ``valuecast.signals`` computes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Dimension = Literal[
    "intensity",
    "frequency",
    "breadth",
    "depth",
    "stability",
    "momentum",
    "recency",
    "satisfaction",
    "reach",
    "tenure",
]


@dataclass(frozen=True)
class Signal:
    """One model input.

    ``null_policy`` says what a missing value means: ``zero`` where inactivity means none of it (such a signal
    is never null for a source that measures it), ``unknown`` where nothing may be concluded.
    """

    name: str
    dimension: Dimension
    unit: str
    null_policy: Literal["zero", "unknown"]
    meaning: str


_LIST = (
    Signal("value", "intensity", "value", "zero", "value in the past window"),
    Signal("minutes", "intensity", "minutes", "zero", "minutes of use in the past window"),
    Signal("events", "intensity", "events", "zero", "events in the past window"),
    Signal("value_per_active_day", "intensity", "value per day", "unknown", "value on a day of use"),
    Signal("active_days", "frequency", "days", "zero", "days of use in the past window"),
    Signal("active_weeks", "frequency", "weeks", "zero", "weeks with use in the past window"),
    Signal("features_used", "breadth", "product features", "zero", "product features used in the past window"),
    Signal("areas_used", "breadth", "product areas", "zero", "product areas used in the past window"),
    Signal("features_adopted", "breadth", "product features", "zero", "product features ever used"),
    Signal("feature_clicks", "depth", "clicks", "zero", "clicks on product features in the past window"),
    Signal("clicks_per_feature", "depth", "clicks", "unknown", "clicks for each product feature used"),
    Signal("core_click_share", "depth", "0 to 1", "unknown", "share of clicks that fall on core product features"),
    Signal("weekly_variation", "stability", "ratio", "unknown", "spread of weekly value against its mean"),
    Signal("longest_gap", "stability", "days", "unknown", "longest run of days without use in the past window"),
    Signal("value_change", "momentum", "-1 to 1", "unknown", "last month's value against the month before"),
    Signal("recent_share", "momentum", "0 to 1", "unknown", "share of the past window's value in its last month"),
    Signal("weekly_slope", "momentum", "per week", "unknown", "weekly growth of value against its mean"),
    Signal("days_since_last", "recency", "days", "unknown", "days since the last day of use"),
    Signal("recency_ratio", "recency", "ratio", "unknown", "days since the last use against the usual gap"),
    Signal("latest_rating", "satisfaction", "0 to 10", "unknown", "latest NPS answers, mean over members"),
    Signal("mean_rating", "satisfaction", "0 to 10", "unknown", "mean NPS answer in the past window"),
    Signal("active_members", "reach", "members", "zero", "members active in the past window"),
    Signal("new_members", "reach", "members", "zero", "members first seen in the last month"),
    Signal("top_member_share", "reach", "0 to 1", "unknown", "share of use by the most active member"),
    Signal("tenure_days", "tenure", "days", "unknown", "days since the first day of use"),
    Signal("span_days", "tenure", "days", "unknown", "days between the first and the last day of use"),
)

SIGNAL_CATALOGUE: dict[str, Signal] = {signal.name: signal for signal in _LIST}
DIMENSIONS: tuple[Dimension, ...] = tuple(dict.fromkeys(signal.dimension for signal in _LIST))
