"""Depth: how much a customer does with the parts of the product it uses."""

from __future__ import annotations

import ibis

from valuecast.engines import portable
from valuecast.signals.past import Past

_KEY = ("window_id", "customer_id")


def signals(past: Past) -> ibis.Table:
    """feature_clicks, clicks_per_feature, minutes_per_feature, core_click_share [null where nothing is core]."""
    core = past.product_features.select("product_feature_id", "is_core")
    has_core = past.product_features.aggregate(
        any_core=past.product_features.count(where=past.product_features.is_core)
    )
    rows = past.usage.left_join(core, "product_feature_id")
    each = rows.group_by(*_KEY, "product_feature_id").aggregate(
        clicks=portable.exact_sum(rows.clicks),
        minutes=portable.exact_sum(rows.minutes),
        core_clicks=portable.exact_sum(rows.clicks, where=rows.is_core.fill_null(False)),
    )
    found = each.group_by(*_KEY).aggregate(
        feature_clicks=portable.exact_sum(each.clicks),
        core_clicks=portable.exact_sum(each.core_clicks.fill_null(0.0)),
        minutes=portable.exact_sum(each.minutes),
        used=each.count(),
        n=each.count(where=each.clicks > 0),
    )
    found = found.cross_join(has_core)
    clicks = found.feature_clicks.nullif(0)
    return found.select(
        *_KEY,
        "feature_clicks",
        clicks_per_feature=clicks / found.n.nullif(0),
        minutes_per_feature=found.minutes / found.used.nullif(0),
        core_click_share=ibis.ifelse(found.any_core > 0, found.core_clicks / clicks, ibis.null("float64")),
    )
