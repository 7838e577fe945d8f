"""Intensity: how much value a customer draws."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir


def signals(sums: ibis.Table) -> dict[str, ir.Value]:
    """value, minutes, events [sums over the past window], value and events per active day, value per visit."""
    days = sums.days.nullif(0)
    return {
        "value": sums.value,
        "minutes": sums.minutes,
        "events": sums.events,
        "value_per_active_day": sums.value / days,
        "events_per_active_day": sums.events / days,
        "value_per_visit": sums.value / sums.visits.nullif(0),
    }
