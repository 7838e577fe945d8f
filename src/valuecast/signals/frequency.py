"""Frequency: on how many days and weeks a customer is active."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir


def signals(sums: ibis.Table) -> dict[str, ir.Value]:
    """active_days, active_weeks [weeks counted back from as_of], recent_active_days [last 30], visits [member-days]."""
    return {
        "active_days": sums.days,
        "active_weeks": sums.weeks_used,
        "recent_active_days": sums.days_1,
        "visits": sums.visits,
    }
