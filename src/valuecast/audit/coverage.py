"""Who was active when: the customers and the value of every month."""

from __future__ import annotations

from statistics import median

import ibis
import pyarrow as pa

from valuecast import portable
from valuecast.audit.calendar import Calendar
from valuecast.contracts import OUTPUTS, Finding

DROP = 0.5
"""Below this share of the usual number of active customers, the last month is a drop."""


def coverage(grain: str, activity: ibis.Table, calendar: Calendar) -> pa.Table:
    """Active customers and value by calendar month within the span of the data (contract ``coverage``)."""
    inside = activity.filter(activity.day >= calendar.start, activity.day < calendar.end)
    rows = inside.mutate(month=inside.day.truncate("M"))
    each = rows.group_by("month", "customer_id").aggregate(value=portable.exact_sum(rows.value))
    months = each.group_by("month").aggregate(active=each.count(), value=portable.exact_sum(each.value))
    table = months.mutate(grain=ibis.literal(grain), month=months.month.cast("date")).to_pyarrow()
    return OUTPUTS["coverage"].conform(table.select(["grain", "month", "active", "value"]))


def coverage_findings(months: pa.Table, table: str) -> tuple[Finding, ...]:
    """A warning where far fewer customers are active in the last month than usual."""
    active = months["active"].to_pylist()
    if len(active) < 4:
        return ()
    usual, last = median(active[:-1]), active[-1]
    if last >= DROP * usual:
        return ()
    return (
        Finding(
            "activity_drops",
            "warning",
            table,
            "day",
            f"{last:,} active in {months['month'].to_pylist()[-1]:%B %Y}, usually {usual:,.0f}",
            "recent months may be incomplete, or most customers have stopped; trends will say Down for most",
            "check that the last months were loaded whole; if not, set as_of to the last complete day",
            int(usual - last),
        ),
    )
