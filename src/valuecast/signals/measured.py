"""Which signals a source measures at all."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import ibis

from valuecast.contracts import SIGNAL_CATALOGUE, Canonical
from valuecast.contracts.signals import Need


def measured(tables: Canonical, as_of: date) -> frozenset[str]:
    """Names of the signals for which the source holds at least one row from before ``as_of``."""
    known = tables.before(as_of)
    days = known.activity
    figures = days.aggregate(minutes=days.minutes.count(), events=days.events.count()).to_pyarrow().to_pylist()[0]
    features = tables.product_features
    present: Mapping[Need, bool] = {
        "": True,
        "minutes": bool(figures["minutes"]),
        "events": bool(figures["events"]),
        "usage": _any(known.product_usage),
        "adoption": _any(known.adoption),
        "areas": _any(features.filter(features.area.notnull())),
        "core": _any(features.filter(features.is_core)),
        "ratings": _any(known.ratings),
        "members": _any(known.member_activity),
    }
    return frozenset(signal.name for signal in SIGNAL_CATALOGUE.values() if present[signal.needs])


def _any(table: ibis.Table) -> bool:
    return bool(table.limit(1).count().to_pyarrow().as_py())
