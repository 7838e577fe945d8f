"""Weeks counted back from as_of, and days of the week: what several dimensions share."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from valuecast import portable
from valuecast.signals.past import Past


def weekly(past: Past) -> ibis.Table:
    """window_id, customer_id, week [0 is the last], value, weeks [whole weeks in the past window, at least 1].

    Only whole weeks, and only weeks with use, have a row.
    """
    days = past.days
    rows = days.mutate(
        week=((days.age - 1) / 7).floor().cast("int64"),
        weeks=ibis.greatest((portable.days_between(days.as_of, days.past_start) / 7).floor().cast("int64"), 1),
    )
    rows = rows.filter(rows.week < rows.weeks)
    return rows.group_by("window_id", "customer_id", "week").aggregate(
        value=portable.exact_sum(rows.value), weeks=rows.weeks.max()
    )


def weekday(day: ir.DateValue) -> ir.IntegerValue:
    """Day of the week, 0 for Monday to 6 for Sunday, the same on every engine."""
    since = portable.days_between(day, ibis.date("2000-01-03"))
    return ((since % 7) + 7) % 7
