"""From when to when there are data, whatever stray dates say otherwise; and days that look like broken tracking."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

import ibis

from valuecast.contracts import Finding, finding

BULK = 0.99
"""Share of the rows by which the end of the data cannot yet have been passed."""
NEARLY = 0.9
"""And the share after which a silence of more than a year ends them: default dates such as 2099-01-01 can be many."""
SILENCE = timedelta(days=45)
"""A silence of this length after the bulk ends the data; dated rows beyond it are stray."""
STRAY = 3
"""So few rows, more than a year from all others, are stray whatever their share."""
YEAR = timedelta(days=366)
MANY = 1000
"""Fewest customer-days for which 45 days say enough: a handful of customers may well pause so long, and return."""
USUAL = 20
"""Least usual number of customers on such a weekday for a day to be judged."""
DEAD = 0.05
"""Up to this share of the usual number, a day is dead."""
SPIKE = 5.0
"""From this many times the usual number on, a day is a spike."""
NAMED = 3
"""Odd days that a finding names."""
WEEKS = 4
"""Same weekdays on either side that make the usual."""
RARE = 3
"""A table may lag behind by so many times its longest silence so far, but for 45 days in any case."""
GAP = 21
"""Days in a row without anybody that make a gap."""

Days = list[tuple[date, int]]


@dataclass(frozen=True)
class Calendar:
    """First day and the day after the last [half-open], and how many rows lie outside."""

    start: date
    end: date
    after_end: int
    last_stray: date | None


def calendar_of(activity: ibis.Table) -> Calendar | None:
    """The span of the data; None when nobody was ever active.

    The end is the first day after which nobody is active for 45 days (a year, where there are fewer than 1,000
    customer-days), counted from the day by which 99 % of customer-days have passed; up to a tenth of them, or three
    rows, more than a year later are stray too. The start mirrors it.
    """
    return span_of(counts_of(activity.group_by("day").aggregate(n=activity.count())))


def counts_of(days: ibis.Table) -> Days:
    """Rows by day, in order, from a table of day and n."""
    return [(row["day"], int(row["n"])) for row in days.order_by("day").to_pyarrow().to_pylist()]


def span_of(days: Days) -> Calendar | None:
    """The span of rows by day; None when there is none."""
    if not days:
        return None
    total = sum(n for _, n in days)
    last = _edge(days, total)
    first = _edge(days[::-1], total)
    after = [(day, n) for day, n in days if day > last]
    return Calendar(first, last + timedelta(days=1), sum(n for _, n in after), after[-1][0] if after else None)


def whole(spans: Collection[Calendar]) -> Calendar | None:
    """The span from the first day of any to the last end; None when there is none."""
    if not spans:
        return None
    return replace(max(spans, key=lambda span: span.end), start=min(span.start for span in spans))


def after_end(table: str, column: str, days: Days, end: date, slack: int = 0) -> Iterator[Finding]:
    """A warning where rows of a table lie after the end of all data, by more than ``slack`` days."""
    later = [(day, n) for day, n in days if day >= end + timedelta(days=slack)]
    if later:
        count = sum(n for _, n in later)
        yield finding(
            "dates_after_end",
            table,
            column,
            count=count,
            end=end - timedelta(days=1),
            last=later[-1][0],
        )


def stale(table: str, column: str, days: Days, end: date) -> Iterator[Finding]:
    """A warning where a table ends long before the data do."""
    inside = [day for day, _ in days if day < end]
    gaps = [(b - a).days for a, b in pairwise(inside)]
    allowed = max(SILENCE, timedelta(days=RARE * max(gaps, default=0)))
    if len(inside) >= USUAL and end - inside[-1] > allowed:
        behind = (end - inside[-1]).days - 1
        yield finding(
            "stale_table",
            table,
            column,
            count=behind,
            last=inside[-1],
        )


def odd_days(table: str, days: Days, start: date, end: date, column: str = "day") -> Iterator[Finding]:
    """Dead days, spikes and gaps in the number of customers by day, against the same weekdays around them."""
    counts = {day: n for day, n in days if start <= day < end}
    dead, spikes = [], []
    for i in range((end - start).days):
        day = start + timedelta(days=i)
        usual = _usual(counts, day, start, end)
        n = counts.get(day, 0)
        if usual >= USUAL and n <= DEAD * usual:
            dead.append((day, n, usual))
        elif usual >= USUAL and n >= SPIKE * usual:
            spikes.append((day, n, usual))
    for code, odd in (("dead_days", dead), ("spike_days", spikes)):
        if odd:
            days_named, customers, usually = zip(*odd[:NAMED], strict=True)
            yield finding(code, table, column, count=len(odd), days=days_named, customers=customers, usual=usually)
    yield from _gap(table, sorted(counts), column)


def _usual(counts: Mapping[date, int], day: date, start: date, end: date) -> float:
    near = [day + timedelta(weeks=w) for w in range(-WEEKS, WEEKS + 1) if w]
    inside = [counts.get(d, 0) for d in near if start <= d < end]
    return float(median(inside)) if inside else 0.0


def _gap(table: str, days: Sequence[date], column: str) -> Iterator[Finding]:
    pairs = [((b - a).days - 1, a, b) for a, b in pairwise(days)]
    longest, before, after = max(pairs, default=(0, date.min, date.min))
    if longest >= GAP:
        yield finding(
            "activity_gap",
            table,
            column,
            count=longest,
            before=before,
            after=after,
        )


def _edge(days: Days, total: int) -> date:
    passed, edge = 0, days[0][0]
    for day, n in days:
        few = total - passed <= STRAY and passed > BULK * USUAL
        silence = SILENCE if total >= MANY else YEAR
        gap = abs(day - edge)
        if (passed >= BULK * total and gap > silence) or ((few or passed >= NEARLY * total) and gap > YEAR):
            break
        passed += n
        edge = day
    return edge
