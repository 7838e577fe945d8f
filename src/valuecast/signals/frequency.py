"""Frequency: on how many days and weeks a customer is active."""

from __future__ import annotations

import ibis

from valuecast import portable
from valuecast.signals.past import MONTH_DAYS, Past


def signals(past: Past) -> ibis.Table:
    """active_days, active_weeks [weeks counted back from as_of], recent_active_days [last 30], visits [member-days]."""
    days = past.days
    weeks = days.group_by("window_id", "customer_id", week=((days.age - 1) / 7).floor().cast("int64")).aggregate(
        n=days.count(),
        recent=days.count(where=days.age <= MONTH_DAYS),
        visits=portable.exact_sum(days.active_members),
    )
    found = weeks.group_by("window_id", "customer_id").aggregate(
        active_days=weeks.n.sum(),
        active_weeks=weeks.count(),
        recent_active_days=weeks.recent.sum(),
        visits=portable.exact_sum(weeks.visits),
    )
    return found.mutate(
        active_days=found.active_days.cast("float64"),
        active_weeks=found.active_weeks.cast("float64"),
        recent_active_days=found.recent_active_days.cast("float64"),
    )
