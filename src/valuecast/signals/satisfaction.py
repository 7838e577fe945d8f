"""Satisfaction: what members answered to the NPS question."""

from __future__ import annotations

import ibis

from valuecast import portable
from valuecast.signals.past import Past

_KEY = ("window_id", "customer_id")


def signals(past: Past) -> ibis.Table:
    """latest_rating [mean over members of each one's latest answer, ever], mean_rating [answers in the past window]."""
    rows = past.ratings
    who = rows.mutate(who=rows.member_id.fill_null(rows.customer_id))
    newest = who.group_by(*_KEY, "who").aggregate(newest=who.age.min())
    latest = who.inner_join(newest, [*_KEY, "who"])
    latest = latest.filter(latest.age == latest.newest)
    means = latest.group_by(*_KEY).aggregate(latest_rating=portable.exact_mean(latest.rating))
    recent = rows.filter(rows.on >= rows.past_start)
    window = recent.group_by(*_KEY).aggregate(mean_rating=portable.exact_mean(recent.rating))
    return means.left_join(window, _KEY).select(*_KEY, "latest_rating", "mean_rating")
