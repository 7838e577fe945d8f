"""Who was active when: the customers and the value of every month, and where they drop off."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from statistics import median

import numpy as np
import pyarrow as pa

from valuecast.audit.calendar import activity_stops
from valuecast.audit.months import Months
from valuecast.contracts import OUTPUTS, Finding, found
from valuecast.portable import RESOLUTION

DROP = 0.5
"""Below this share of the usual number of active customers, the last month is a drop."""


def coverage(grain: str, months: Months) -> pa.Table:
    """Active customers and value by month before ``as_of`` (contract ``coverage``), months with nobody too."""
    span = range(months.days.shape[1])
    active = (months.days > 0).sum(axis=0)
    value = months.value.sum(axis=0) / RESOLUTION
    table = pa.table(
        {
            "grain": pa.array([grain for _ in span], pa.string()),
            "month": pa.array([months.month(j) for j in span], pa.date32()),
            "active": pa.array(active, pa.int64()),
            "value": pa.array(value, pa.float64()),
        }
    )
    return OUTPUTS["coverage"].conform(table)


def coverage_findings(grain: str, months: Months, table: str) -> Iterator[Finding]:
    """Warnings where most customers fall silent together, or the last month is far below the usual."""
    active = {months.month(j): int(n) for j, n in enumerate((months.days > 0).sum(axis=0))}
    stops = tuple(activity_stops(table, grain, active, _last_months(months)))
    yield from stops
    counts = [active[month] for month in sorted(active)]
    if len(counts) < 4:
        return
    usual, last = median(counts[:-1]), counts[-1]
    if last < DROP * usual:
        yield found(
            "activity_drops",
            table,
            "day",
            evidence=f"{last:,} {grain}s active in the month from {max(active)}, usually {usual:,.0f}",
            count=int(usual - last),
        )


def _last_months(months: Months) -> dict[date, int]:
    """Customers by the latest month in which they were active."""
    somebody = months.days[months.days.any(axis=1)] > 0
    latest = somebody.argmax(axis=1) if somebody.size else np.zeros(0, dtype=np.int64)
    counts = np.bincount(latest, minlength=months.days.shape[1])
    return {months.month(j): int(n) for j, n in enumerate(counts)}
