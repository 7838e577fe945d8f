"""Intensity: how much value a customer draws."""

from __future__ import annotations

import ibis

from valuecast import portable
from valuecast.signals.past import Past


def signals(past: Past) -> ibis.Table:
    """value, minutes, events [sums over the past window], value_per_active_day."""
    days = past.days
    found = days.group_by("window_id", "customer_id").aggregate(
        value=portable.exact_sum(days.value),
        minutes=portable.exact_sum(days.minutes),
        events=portable.exact_sum(days.events),
        n=days.count(),
    )
    return found.mutate(value_per_active_day=found.value / found.n).drop("n")
