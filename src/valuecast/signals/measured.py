"""Which signals a source measures at all."""

from __future__ import annotations

from datetime import date

import ibis

from valuecast.contracts import SIGNAL_CATALOGUE, Canonical

_NEEDS = {
    "minutes": "minutes",
    "events": "events",
    "events_per_active_day": "events",
    "value_per_visit": "members",
    "visits": "members",
    "core_features_used": "core",
    "recent_features": "usage",
    "click_concentration": "usage",
    "minutes_per_feature": "usage",
    "rating_change": "ratings",
    "rated": "ratings",
    "use_pattern_1": "usage",
    "use_pattern_2": "usage",
    "use_pattern_3": "usage",
    "lost_members": "members",
    "active_member_share": "members",
    "features_used": "usage",
    "areas_used": "areas",
    "features_adopted": "adoption",
    "feature_clicks": "usage",
    "clicks_per_feature": "usage",
    "core_click_share": "core",
    "latest_rating": "ratings",
    "mean_rating": "ratings",
    "active_members": "members",
    "new_members": "members",
    "top_member_share": "members",
}


def measured(tables: Canonical, as_of: date) -> frozenset[str]:
    """Names of the signals for which the source holds at least one row from before ``as_of``."""
    known = tables.before(as_of)
    days = known.activity
    figures = days.aggregate(minutes=days.minutes.count(), events=days.events.count()).to_pyarrow().to_pylist()[0]
    features = tables.product_features
    present = {
        "minutes": bool(figures["minutes"]),
        "events": bool(figures["events"]),
        "usage": _any(known.product_usage),
        "adoption": _any(known.adoption),
        "areas": _any(features.filter(features.area.notnull())),
        "core": _any(features.filter(features.is_core)),
        "ratings": _any(known.ratings),
        "members": _any(known.member_activity),
    }
    return frozenset(name for name in SIGNAL_CATALOGUE if present.get(_NEEDS.get(name, ""), name not in _NEEDS))


def _any(table: ibis.Table) -> bool:
    return bool(table.limit(1).count().to_pyarrow().as_py())
