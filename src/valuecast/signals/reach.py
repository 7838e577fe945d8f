"""Reach: how many people inside a customer use the product, and how much hangs on one of them."""

from __future__ import annotations

import ibis

from valuecast.signals.daily import MONTH_DAYS
from valuecast.signals.past import Past

_KEY = ("window_id", "customer_id")
_AGAIN = ("window_id__again", "customer_id__again")


def signals(past: Past) -> ibis.Table:
    """How many members, and how much hangs on one.

    active_members, new_members [first seen in the last 30 days], lost_members [active in the past window, not in its
    last 30 days], active_member_share [of members ever active], top_member_share [of active member-days].
    """
    rows = past.member_days
    each = rows.group_by(*_KEY, "member_id").aggregate(n=rows.count(), newest=rows.age.min())
    found = each.group_by(*_KEY).aggregate(
        active_members=each.count(),
        lost_members=each.count(where=each.newest > MONTH_DAYS),
        most=each.n.max(),
        total=each.n.sum(),
    )
    known = past.members_ever
    joined = known.group_by(*_KEY).aggregate(new_members=known.count(where=known.age <= MONTH_DAYS), ever=known.count())
    # Somebody may be new and not active in the window: February is shorter than a month of thirty days.
    both = past.anchors.select(*_KEY).left_join(found, _KEY, rname="{name}__again").drop(*_AGAIN)
    both = both.left_join(joined, _KEY, rname="{name}__again").drop(*_AGAIN)
    return both.select(
        *_KEY,
        active_members=both.active_members.cast("float64"),
        new_members=both.new_members.fill_null(0).cast("float64"),
        lost_members=both.lost_members.cast("float64"),
        active_member_share=both.active_members.cast("float64") / both.ever.cast("float64"),
        top_member_share=both.most.cast("float64") / both.total.cast("float64"),
    )
