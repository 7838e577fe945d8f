"""Satisfaction: what members answered to the NPS question."""

from __future__ import annotations

import ibis

from valuecast.engines import portable
from valuecast.signals.past import Past

_KEY = ("window_id", "customer_id")


def signals(past: Past) -> ibis.Table:
    """latest_rating [mean over members of each one's latest answer, ever], mean_rating [answers in the past window]."""
    rows = past.ratings
    who = rows.mutate(who=rows.member_id.fill_null(rows.customer_id))
    newest = who.group_by(*_KEY, "who").aggregate(newest=who.age.min())
    latest = who.inner_join(newest, [*_KEY, "who"])
    latest = latest.filter(latest.age == latest.newest)
    # A member who answered twice on one day counts once.
    each = latest.group_by(*_KEY, "who").aggregate(rating=portable.exact_mean(latest.rating))
    means = each.group_by(*_KEY).aggregate(latest_rating=portable.exact_mean(each.rating))
    recent = rows.filter(rows.on >= rows.past_start)
    window = recent.group_by(*_KEY).aggregate(mean_rating=portable.exact_mean(recent.rating))
    earlier = rows.filter(rows.on < rows.past_start)
    before = earlier.group_by(*_KEY).aggregate(earlier=portable.exact_mean(earlier.rating))
    for further in (window, before):
        means = means.left_join(further, _KEY, rname="{name}__again").drop("window_id__again", "customer_id__again")
    return means.select(
        *_KEY,
        "latest_rating",
        "mean_rating",
        rating_change=means.mean_rating - means.earlier,
        rated=portable.constant(1.0),
    )
