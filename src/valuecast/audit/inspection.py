"""One look at every input table and join: what is there, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from valuecast.audit import columns, identity, joins, members, tables, totals
from valuecast.audit.calendar import YEAR, Calendar, Days, after_end, counts_of, odd_days, span_of, stale
from valuecast.contracts import OUTPUTS, Finding, InputTable, Join, finding

_BEATS = frozenset({"intensity", "frequency", "recency"})
"""Dimensions of the tables that say when the data end."""


@dataclass(frozen=True)
class Inspection:
    """What was found: findings, and the inventory and joins tables of the output contracts."""

    findings: tuple[Finding, ...]
    inventory: pa.Table
    joins: pa.Table
    column_figures: pa.Table
    fingerprints: dict[str, str]
    calendar: Calendar | None = None


def match_joins(inputs: Sequence[InputTable], relied_on: Sequence[Join]) -> tuple[joins.Match, ...]:
    """Every join as the ids are; ``joins.proposals`` of them says how to spell ids alike."""
    return tuple(joins.measure(join, inputs) for join in relied_on)


def inspect(
    inputs: Sequence[InputTable],
    relied_on: Sequence[Join],
    *,
    before: Sequence[joins.Match] = (),
    applied: Mapping[str, Sequence[str]] | None = None,
    calendar: Calendar | None = None,
) -> Inspection:
    """Aggregate every table once and every join once, and say what the figures mean.

    Parameters
    ----------
    inputs, relied_on
        What the source read and joins.
    before, applied
        The joins as they were before ids were spelt alike, and the steps by kind of id; where they were.
    calendar : Calendar, optional
        The span of all activity; found from the tables of activity when left out.
    """
    findings: list[Finding] = []
    figures = {table.name: tables.measure(table) for table in inputs}
    days = {table.name: counts_of(by_day) for table in inputs if (by_day := tables.days_of(table)) is not None}
    calendar = calendar or _calendar(inputs, days)
    for table in inputs:
        findings += columns.findings(table, figures[table.name])
        findings += identity.findings(table)
        findings += members.findings(table, inputs)
        findings += totals.counts_of_people(table)
    if calendar is not None:
        findings += _dated(inputs, days, calendar)
        for table in inputs:
            findings += totals.findings(table, inputs, calendar.end)
    matched = []
    was = {(m.join.left, m.join.left_column, m.join.right): m for m in before}
    for match in match_joins(inputs, relied_on):
        join = match.join
        steps = (applied or {}).get(join.kind, ())
        earlier = was.get((join.left, join.left_column, join.right)) if steps else None
        matched.append(joins.row(match, earlier, steps))
        findings += joins.findings(match, earlier)
    rows = [f.row | {"behind": _behind(f.row, calendar)} for f in figures.values()]
    return Inspection(
        tuple(findings),
        OUTPUTS["inventory"].conform(_table("inventory", rows)),
        OUTPUTS["joins"].conform(_table("joins", matched)),
        OUTPUTS["column_figures"].conform(_table("column_figures", list(_columns(inputs, figures)))),
        {name: f.fingerprint for name, f in figures.items()},
        calendar,
    )


def changed(inputs: Sequence[InputTable], before: Inspection) -> tuple[Finding, ...]:
    """Tables that are no longer what they were when they were inspected, by their figures."""
    was = {row["table"]: row["rows"] for row in before.inventory.to_pylist()}
    findings = []
    for table in inputs:
        now = tables.measure(table)
        if now.fingerprint != before.fingerprints[table.name]:
            rows, grown = was[table.name], now.rows - was[table.name]
            findings.append(finding("input_changed", table.name, count=abs(grown), rows=rows, now=now.rows))
    return tuple(findings)


def _calendar(inputs: Sequence[InputTable], days: Mapping[str, Days]) -> Calendar | None:
    """The span of the tables of activity; of every dated table, where there is none."""
    beat = [days[t.name] for t in inputs if t.name in days and days[t.name] and _BEATS & set(t.dimensions)]
    spans = [span_of(d) for d in beat or [d for d in days.values() if d]]
    known = [span for span in spans if span is not None]
    return max(known, key=lambda span: span.end) if known else None


def _dated(inputs: Sequence[InputTable], days: Mapping[str, Days], calendar: Calendar) -> Iterator[Finding]:
    for table in inputs:
        if table.name not in days or not table.day:
            continue
        column = table.shown(table.day)
        yield from after_end(table.name, column, days[table.name], calendar.end, _slack(table))
        yield from stale(table.name, column, days[table.name], calendar.end)
        if _BEATS & set(table.dimensions):
            yield from odd_days(table.name, days[table.name], calendar.start, calendar.end, column)


def _slack(table: InputTable) -> int:
    """Days by which a table may run ahead of the tables that say when the data end.

    None for those tables themselves; one for other use of the product, whose local days can be a day ahead; a year for
    what is no use, such as a renewal or the end of a contract, which can follow the last use by so much.
    """
    if _BEATS & set(table.dimensions):
        return 0
    return 1 if table.dimensions else YEAR.days


def _behind(row: Mapping[str, object], calendar: Calendar | None) -> int | None:
    """Days from the table's last row to the end of the data."""
    last = row["last_day"]
    if calendar is None or last is None:
        return None
    return max((calendar.end - date.fromisoformat(str(last)[:10])).days - 1, 0)


def _columns(inputs: Sequence[InputTable], figures: Mapping[str, tables.Figures]) -> Iterator[dict[str, object]]:
    for table in inputs:
        rows = figures[table.name].rows
        for column in figures[table.name].columns:
            yield {
                "table": table.name,
                "column": column.column,
                "known": column.known,
                "missing_share": (rows - column.known) / rows if rows else None,
                "least": column.least,
                "most": column.most,
                "negative": column.negative,
                "impossible": column.outside,
                "activity_where_known": column.active_known,
                "activity_where_missing": column.active_missing,
            }


def _table(name: str, rows: Sequence[dict[str, object]]) -> pa.Table:
    return pa.Table.from_pylist(list(rows), schema=OUTPUTS[name].empty().schema)
