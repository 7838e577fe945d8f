"""Who was active when: the customers and the value of every month, and where they drop off."""

from __future__ import annotations

import math
from collections.abc import Iterator
from statistics import median

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from valuecast.audit.months import Months
from valuecast.contracts import OUTPUTS, Finding, finding
from valuecast.engines.portable import RESOLUTION

SILENT = 0.5
"""From this share of a month's customers on who are never seen again, the month may be a break."""
KEPT = 0.5
"""Up to this share of the customers who usually come back doing so, it is one."""
BEYOND = 4.0
"""Standard errors by which the share must also lie beyond the usual."""
LEAST = 5
"""Fewest customers who fall silent together."""
DROP = 0.5
"""Below this share of the usual number of active customers, the last month is a drop."""

FINE = 0.001
"""Share of all value that rounding to thousandths may move before a reader is told."""


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
    yield from value_findings(grain, months, table)
    yield from activity_stops(grain, months, table)
    counts = [active[month] for month in sorted(active)]
    if len(counts) < 4:
        return
    usual, last = median(counts[:-1]), counts[-1]
    if last < DROP * usual:
        yield finding(
            "activity_drops",
            table,
            "day",
            count=int(usual - last),
            grain=grain,
            active=last,
            month=max(active),
            usual=usual,
        )


def value_findings(grain: str, months: Months, table: str) -> Iterator[Finding]:
    """A warning where customers' values net out below zero, and where values are so small that rounding shows."""
    below = int((months.value.sum(axis=1) < 0).sum())
    if below:
        yield finding(
            "value_below_zero",
            table,
            "value",
            count=below,
            customers=len(months.value),
            grain=grain,
        )
    if months.unrounded:
        lost = abs(months.rounded - months.unrounded) / months.unrounded
        if lost > FINE:
            yield finding(
                "values_too_fine",
                table,
                "value",
                rounded=months.rounded,
                exact=months.unrounded,
                lost=lost,
            )


def activity_stops(grain: str, months: Months, table: str) -> Iterator[Finding]:
    """A warning where a month's customers were never seen again, far more of them than usual.

    Many customers of a shop do not come back within a month or two anyway. So the share of a month's customers who
    are silent in all months since is compared with the usual one: the median, over the earlier months, of the share
    who were silent for as many months after those. A break needs half of the month's customers to be silent, at most
    half as many coming back as usually do, and a distance that chance does not explain. The first month has no
    earlier one to compare with.
    """
    seen = months.days > 0
    worst: tuple[float, int, int, int, float] | None = None
    for month in range(1, seen.shape[1] - 1):
        silent, active = _silent(seen, month, month)
        before = [_silent(seen, earlier, month) for earlier in range(month + 1, seen.shape[1])]
        shares = [lost / of for lost, of in before if of >= LEAST]
        if silent < LEAST or not shares:
            continue
        share, usual = silent / active, median(shares)
        spread = max(usual * (1 - usual), 1 / (active + 2))
        far = share - usual > BEYOND * math.sqrt(spread / active)
        if share >= SILENT and 1 - share <= KEPT * (1 - usual) and far and (worst is None or share - usual > worst[0]):
            worst = (share - usual, month, silent, active, usual)
    if worst is not None:
        _, month, silent, active, usual = worst
        yield finding(
            "activity_stops",
            table,
            "day",
            count=silent,
            customers=active,
            grain=grain,
            month=months.month(month),
            since=months.month(month - 1),
            share=silent / active,
            usual=usual,
        )


def _silent(seen: npt.NDArray[np.bool_], month: int, follow_up: int) -> tuple[int, int]:
    """Customers of a month who are in none of so many months after it, and customers of the month."""
    there = seen[:, month]
    back = seen[:, month - follow_up : month].any(axis=1)
    return int((there & ~back).sum()), int(there.sum())
