"""Intensity: how much value a customer draws."""

from __future__ import annotations

import ibis

from valuecast import portable
from valuecast.signals.past import Past


def signals(past: Past) -> ibis.Table:
    """value, minutes, events [sums over the past window], value and events per active day, value per visit."""
    days = past.days
    found = days.group_by("window_id", "customer_id").aggregate(
        value=portable.exact_sum(days.value),
        minutes=portable.exact_sum(days.minutes),
        events=portable.exact_sum(days.events),
        n=days.count(),
        visits=portable.exact_sum(days.active_members),
    )
    return found.mutate(
        value_per_active_day=found.value / found.n,
        events_per_active_day=found.events / found.n,
        value_per_visit=found.value / found.visits.nullif(0),
    ).drop("n", "visits")
