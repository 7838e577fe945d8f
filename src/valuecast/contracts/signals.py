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
    "seasonality",
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
    Signal("events_per_active_day", "intensity", "events per day", "unknown", "events on a day of use"),
    Signal("value_per_visit", "intensity", "value", "unknown", "value for each day of use of each member"),
    Signal("active_days", "frequency", "days", "zero", "days of use in the past window"),
    Signal("active_weeks", "frequency", "weeks", "zero", "weeks with use in the past window"),
    Signal("recent_active_days", "frequency", "days", "zero", "days of use in the last month"),
    Signal("visits", "frequency", "member-days", "zero", "days of use added up over members"),
    Signal("features_used", "breadth", "product features", "zero", "product features used in the past window"),
    Signal("areas_used", "breadth", "product areas", "zero", "product areas used in the past window"),
    Signal("features_adopted", "breadth", "product features", "zero", "product features ever used"),
    Signal(
        "core_features_used", "breadth", "product features", "zero", "core product features used in the past window"
    ),
    Signal("recent_features", "breadth", "product features", "zero", "product features used in the last month"),
    Signal("click_concentration", "breadth", "0 to 1", "unknown", "sum of squared shares of clicks by product feature"),
    Signal("feature_clicks", "depth", "clicks", "zero", "clicks on product features in the past window"),
    Signal("clicks_per_feature", "depth", "clicks", "unknown", "clicks for each product feature used"),
    Signal("core_click_share", "depth", "0 to 1", "unknown", "share of clicks that fall on core product features"),
    *(
        Signal(
            f"use_pattern_{axis}",
            "breadth",
            "−1 to 1",
            "unknown",
            f"mix of product features: place on axis {axis} of those along which customers differ most",
        )
        for axis in (1, 2, 3)
    ),
    Signal("minutes_per_feature", "depth", "minutes", "unknown", "minutes in each product feature used"),
    Signal("weekly_variation", "stability", "ratio", "unknown", "spread of weekly value against its mean"),
    Signal("longest_gap", "stability", "days", "unknown", "longest run of days without use in the past window"),
    Signal(
        "gap_variation", "stability", "ratio", "unknown", "spread of the gaps between days of use against their mean"
    ),
    Signal("weekday_entropy", "stability", "0 to 1", "unknown", "how evenly days of use fall on the days of the week"),
    Signal("value_change", "momentum", "-1 to 1", "unknown", "last month's value against the month before"),
    Signal("recent_share", "momentum", "0 to 1", "unknown", "share of the past window's value in its last month"),
    Signal("weekly_slope", "momentum", "per week", "unknown", "weekly growth of value against its mean"),
    Signal(
        "value_against_history", "momentum", "ratio", "unknown", "last month's value against the usual month so far"
    ),
    Signal("days_change", "momentum", "-1 to 1", "unknown", "last month's days of use against the month before"),
    Signal(
        "acceleration", "momentum", "-1 to 1", "unknown", "change of the change of value over the last three months"
    ),
    Signal("days_since_last", "recency", "days", "unknown", "days since the last day of use"),
    Signal("recency_ratio", "recency", "ratio", "unknown", "days since the last use against the usual gap"),
    Signal(
        "recency_share",
        "recency",
        "0 to 1",
        "unknown",
        "days since the last use as a share of the days since the first",
    ),
    Signal("latest_rating", "satisfaction", "0 to 10", "unknown", "latest NPS answers, mean over members"),
    Signal("mean_rating", "satisfaction", "0 to 10", "unknown", "mean NPS answer in the past window"),
    Signal("rating_change", "satisfaction", "points", "unknown", "mean NPS answer in the past window against before"),
    Signal("rated", "satisfaction", "0 or 1", "zero", "whether anybody has ever answered"),
    Signal("active_members", "reach", "members", "zero", "members active in the past window"),
    Signal("new_members", "reach", "members", "zero", "members first seen in the last month"),
    Signal("top_member_share", "reach", "0 to 1", "unknown", "share of use by the most active member"),
    Signal("lost_members", "reach", "members", "zero", "members active in the past window but not in the last month"),
    Signal(
        "active_member_share", "reach", "0 to 1", "unknown", "members active in the past window among all ever active"
    ),
    Signal("tenure_days", "tenure", "days", "unknown", "days since the first day of use"),
    Signal("span_days", "tenure", "days", "unknown", "days between the first and the last day of use"),
    Signal(
        "season_ratio",
        "seasonality",
        "ratio",
        "unknown",
        "value in the coming quarter a year ago against the year's mean",
    ),
    Signal("weekend_share", "seasonality", "0 to 1", "unknown", "share of days of use that are Saturdays or Sundays"),
)

SIGNAL_CATALOGUE: dict[str, Signal] = {signal.name: signal for signal in _LIST}
DIMENSIONS: tuple[Dimension, ...] = tuple(dict.fromkeys(signal.dimension for signal in _LIST))
