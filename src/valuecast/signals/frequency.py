"""Frequency: on how many days and weeks a customer is active."""

from __future__ import annotations

import ibis

from valuecast.signals.past import Past


def signals(past: Past) -> ibis.Table:
    """active_days, active_weeks [weeks counted back from as_of]."""
    days = past.days
    weeks = days.group_by("window_id", "customer_id", week=((days.age - 1) / 7).floor().cast("int64")).aggregate(
        n=days.count()
    )
    found = weeks.group_by("window_id", "customer_id").aggregate(active_days=weeks.n.sum(), active_weeks=weeks.count())
    return found.mutate(active_days=found.active_days.cast("float64"), active_weeks=found.active_weeks.cast("float64"))
