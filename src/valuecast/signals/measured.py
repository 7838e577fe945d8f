"""Which signals a source measures at all."""

from __future__ import annotations

import ibis

from valuecast.contracts import SIGNAL_CATALOGUE, Canonical

_NEEDS = {
    "minutes": "minutes",
    "events": "events",
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


def measured(tables: Canonical) -> frozenset[str]:
    """Names of the signals for which the source holds at least one row."""
    days = tables.activity
    figures = days.aggregate(minutes=days.minutes.count(), events=days.events.count()).to_pyarrow().to_pylist()[0]
    features = tables.product_features
    present = {
        "minutes": bool(figures["minutes"]),
        "events": bool(figures["events"]),
        "usage": _rows(tables.product_usage),
        "adoption": _rows(tables.adoption),
        "areas": _rows(features.filter(features.area.notnull())),
        "core": _rows(features.filter(features.is_core)),
        "ratings": _rows(tables.ratings),
        "members": _rows(tables.member_activity),
    }
    return frozenset(name for name in SIGNAL_CATALOGUE if present.get(_NEEDS.get(name, ""), name not in _NEEDS))


def _rows(table: ibis.Table) -> bool:
    return bool(table.limit(1).count().to_pyarrow().as_py())
