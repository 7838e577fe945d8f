"""Totals against the daily rows that they should be the sum of, and sums of daily counts that pass for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import ibis

from valuecast.contracts import Finding, InputTable, Total, finding
from valuecast.engines import portable

SLACK = 0.001
"""Relative difference that rounding explains."""


def findings(table: InputTable, inputs: Sequence[InputTable], end: date) -> Iterator[Finding]:
    """Disagreement of each declared total, worst column only, and totals that run past ``end``."""
    if table.table is None or table.missing:
        return
    by_name = {other.name: other for other in inputs}
    compared_totals = []
    for total in table.totals:
        daily = by_name.get(total.daily)
        if daily is None or daily.table is None or daily.missing or total.column in table.absent:
            continue
        if total.daily_column not in daily.absent:
            compared_totals.append((total, *_differ(table, total, daily, end)))
    later = next((row for row in compared_totals if row[1]), None)
    if later:
        total, late, last = later[0], later[1], later[2]
        yield finding(
            "totals_after_end",
            table.name,
            str(total.last),
            count=late,
            key=total.key,
            last=last,
        )
    worst = max(compared_totals, key=lambda row: row[3], default=None)
    if worst and worst[3]:
        total, _, _, differ, compared, summed, daily_sum = worst
        yield finding(
            "totals_disagree",
            table.name,
            total.column,
            count=differ,
            compared=compared,
            key=total.key,
            total=summed,
            daily=total.daily,
            daily_sum=daily_sum,
            apart=abs(summed - daily_sum),
        )


def _differ(
    table: InputTable, total: Total, daily: InputTable, end: date
) -> tuple[int, date | None, int, int, float, float]:
    """Keys late, the latest day, keys that differ among the others, keys compared, and the two sums of those."""
    t, d = table.table, daily.table
    assert t is not None and d is not None
    last = t[total.last] if total.last and total.last not in table.absent else ibis.null("date")
    whole = t.select(key=t[total.key], total=t[total.column], last=last)
    whole = whole.filter(whole.key.notnull())
    whole = whole.group_by("key").aggregate(total=whole.total.max(), last=whole["last"].max())
    rows = d.select(key=d[total.daily_key], day=d[daily.day], value=d[total.daily_column])
    if daily.repeated:
        rows = rows.group_by("key", "day").aggregate(value=rows.value.max())
    summed = rows.group_by("key").aggregate(daily=portable.exact_sum(rows.value))
    both = whole.left_join(summed, "key")
    both = both.mutate(late=(both["last"] >= ibis.literal(end)).fill_null(False), daily=both.daily.fill_null(0.0))
    comparable = both.total.notnull() & ~both.late
    gap = (both.total - both.daily).abs()
    differs = comparable & (gap > SLACK * ibis.greatest(both.total.abs(), both.daily.abs())) & (gap > SLACK)
    figures = both.aggregate(
        late=both.count(where=both.late),
        last=both["last"].max(),
        differ=both.count(where=differs),
        compared=both.count(where=comparable),
        total=portable.exact_sum(both.total, where=comparable),
        daily=portable.exact_sum(both.daily, where=comparable),
    )
    row = figures.to_pyarrow().to_pylist()[0]
    return (
        int(row["late"]),
        row["last"],
        int(row["differ"]),
        int(row["compared"]),
        float(row["total"] or 0),
        float(row["daily"] or 0),
    )


def counts_of_people(table: InputTable) -> Iterator[Finding]:
    """Sums of daily distinct counts that exceed the people there are: visitor-days under the name of people."""
    t = table.table
    if t is None or table.missing:
        return
    for column, people in table.counts_of_people:
        if column in table.absent or people in table.absent:
            continue
        more = t.aggregate(
            n=t.count(where=t[column] > t[people]),
            most=t[column].max(where=t[column] > t[people]),
            people=t[people].max(),
        )
        row = more.to_pyarrow().to_pylist()[0]
        if row["n"]:
            yield finding(
                "person_days",
                table.name,
                column,
                count=int(row["n"]),
                people=people,
                most=float(row["most"]),
                most_people=float(row["people"]),
            )
