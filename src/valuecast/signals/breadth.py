"""Breadth: how many parts of the product a customer uses, and how evenly."""

from __future__ import annotations

import ibis

from valuecast.engines import portable
from valuecast.signals.daily import MONTH_DAYS
from valuecast.signals.past import Past

_KEY = ("window_id", "customer_id")
_BILLION = 10**9


def signals(past: Past) -> ibis.Table:
    """Product features and areas used, and what they say about breadth.

    features_used, areas_used, core_features_used [in the past window], recent_features [last 30 days],
    features_adopted [ever], click_concentration [Herfindahl's index of clicks by product feature: 1 is all on one].
    """
    usage = past.usage
    each = usage.group_by(*_KEY, "product_feature_id").aggregate(
        newest=usage.age.min(), clicks=portable.exact_sum(usage.clicks)
    )
    known = past.product_features.select("product_feature_id", "area", "is_core")
    features = each.left_join(known, "product_feature_id")
    named = features.filter(features.area.notnull()).select(*_KEY, "area").distinct()
    used = features.group_by(*_KEY).aggregate(
        features_used=features.count().cast("float64"),
        core_features_used=features.count(where=features.is_core.fill_null(False)).cast("float64"),
        recent_features=features.count(where=features.newest <= MONTH_DAYS).cast("float64"),
    )
    covered = named.group_by(*_KEY).aggregate(areas_used=named.count().cast("float64"))
    adopted = past.adopted.group_by(*_KEY).aggregate(features_adopted=past.adopted.count().cast("float64"))
    who = past.anchors.select(*_KEY)
    for counted in (used, covered, adopted, _concentration(each)):
        who = who.left_join(counted, _KEY, rname="{name}__again").drop("window_id__again", "customer_id__again")
    return who


def _concentration(each: ibis.Table) -> ibis.Table:
    total = portable.thousandths(each.clicks).sum().over(group_by=_KEY).cast("float64") / portable.RESOLUTION
    shares = each.mutate(share=each.clicks / total.nullif(0))
    shares = shares.filter(shares.share.notnull())
    squares = portable.steps(shares.share * shares.share, _BILLION)
    return shares.group_by(*_KEY).aggregate(click_concentration=squares.sum().cast("float64") / _BILLION)
