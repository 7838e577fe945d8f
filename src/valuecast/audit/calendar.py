"""From when to when there are data, whatever stray dates say otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import ibis

from valuecast.contracts import Finding

BULK = 0.99
"""Share of the rows by which the end of the data cannot yet have been passed."""
SILENCE = timedelta(days=45)
"""A silence of this length after the bulk ends the data; dated rows beyond it are stray."""


@dataclass(frozen=True)
class Calendar:
    """First day and the day after the last [half-open], and how many customer-days lie outside."""

    start: date
    end: date
    after_end: int
    last_stray: date | None

    def findings(self, table: str) -> tuple[Finding, ...]:
        """A warning where rows lie after the end of the data."""
        if not self.after_end:
            return ()
        return (
            Finding(
                "dates_after_end",
                "warning",
                table,
                "day",
                f"{self.after_end:,} customer-days after {self.end - timedelta(days=1)}, up to {self.last_stray}",
                "they are not used",
                "find out what writes dates in the future",
                self.after_end,
            ),
        )


def calendar_of(activity: ibis.Table) -> Calendar | None:
    """The span of the data; None when nobody was ever active.

    The end is the first day after which nobody is active for 45 days, counted from the day by which 99 % of
    customer-days have passed; the start mirrors it.
    """
    rows = activity.group_by("day").aggregate(n=activity.count()).order_by("day").to_pyarrow().to_pylist()
    if not rows:
        return None
    days = [(row["day"], int(row["n"])) for row in rows]
    total = sum(n for _, n in days)
    last = _edge(days, total)
    first = _edge(days[::-1], total)
    after = [(day, n) for day, n in days if day > last]
    return Calendar(first, last + timedelta(days=1), sum(n for _, n in after), after[-1][0] if after else None)


def _edge(days: list[tuple[date, int]], total: int) -> date:
    passed, edge = 0, days[0][0]
    for day, n in days:
        if passed >= BULK * total and abs(day - edge) > SILENCE:
            break
        passed += n
        edge = day
    return edge
