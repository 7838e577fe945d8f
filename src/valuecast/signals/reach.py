"""Reach: how many people inside a customer use the product, and how much hangs on one of them."""

from __future__ import annotations

import ibis

from valuecast.signals.past import MONTH_DAYS, Past

_KEY = ("window_id", "customer_id")


def signals(past: Past) -> ibis.Table:
    """active_members, new_members [first seen in the last 30 days], top_member_share [of active member-days]."""
    rows = past.member_days
    each = rows.group_by(*_KEY, "member_id").aggregate(n=rows.count())
    found = each.group_by(*_KEY).aggregate(active_members=each.count(), most=each.n.max(), total=each.n.sum())
    fresh = past.members_ever.filter(past.members_ever.age <= MONTH_DAYS)
    joined = fresh.group_by(*_KEY).aggregate(new_members=fresh.count())
    both = found.left_join(joined, _KEY)
    return both.select(
        *_KEY,
        active_members=both.active_members.cast("float64"),
        new_members=both.new_members.fill_null(0).cast("float64"),
        top_member_share=both.most.cast("float64") / both.total.cast("float64"),
    )
