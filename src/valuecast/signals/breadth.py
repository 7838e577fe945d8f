"""Breadth: how many parts of the product a customer uses."""

from __future__ import annotations

import ibis

from valuecast.signals.past import Past

_KEY = ("window_id", "customer_id")


def signals(past: Past) -> ibis.Table:
    """features_used, areas_used [in the past window], features_adopted [ever]."""
    features = past.usage.select(*_KEY, "product_feature_id").distinct()
    areas = past.product_features.select("product_feature_id", "area")
    features = features.left_join(areas, "product_feature_id")
    named = features.filter(features.area.notnull()).select(*_KEY, "area").distinct()
    used = features.group_by(*_KEY).aggregate(features_used=features.count().cast("float64"))
    covered = named.group_by(*_KEY).aggregate(areas_used=named.count().cast("float64"))
    adopted = past.adopted.group_by(*_KEY).aggregate(features_adopted=past.adopted.count().cast("float64"))
    who = past.anchors.select(*_KEY)
    for counted in (used, covered, adopted):
        who = who.left_join(counted, _KEY, rname="{name}__again").drop("window_id__again", "customer_id__again")
    return who
