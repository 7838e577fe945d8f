"""What the figures of tables and columns mean: empty, unreadable, negative, impossible, constant, missing, repeated."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence

from valuecast.audit.tables import ColumnFigures, Figures
from valuecast.contracts import Coercion, Finding, InputTable, Severity, finding
from valuecast.engines.portable import BOUND

MOSTLY = 0.5
"""From this share of missing values on, a column is mostly missing."""
CLEAR = 4.0
"""Standard errors by which the missing must differ from the known in activity."""
TIMES = 1.5
"""And the ratio of their mean activity."""
FEW = 30
"""Fewest rows on either side for such a comparison."""


def findings(table: InputTable, figures: Figures) -> Iterator[Finding]:
    """What the figures of one table mean."""
    yield from table.findings
    if table.table is None or table.missing or not figures.rows:
        yield from _absent(table)
        return
    yield from _converted(table)
    yield from _nameless(table, figures)
    yield from _columns(table, figures)
    repeated = int(figures.row["repeated_keys"])
    if repeated:
        yield finding(
            "duplicate_keys",
            table.name,
            ", ".join(table.shown(name) for name in table.key),
            count=repeated,
            rows=figures.rows,
        )


def _columns(table: InputTable, figures: Figures) -> Iterator[Finding]:
    constant, empty = [], []
    for column in figures.columns:
        if column.negative:
            yield finding(
                "negative_values",
                table.name,
                table.shown(column.column),
                count=column.negative,
                least=column.least,
            )
        if column.outside:
            low, high = table.ranges[column.column]
            yield finding(
                "impossible_values",
                table.name,
                table.shown(column.column),
                count=column.outside,
                low=low,
                high=high,
                most=column.most,
            )
        missing = figures.rows - column.known
        if figures.rows > 1 and not missing and column.least is not None and column.least == column.most:
            constant.append((table.shown(column.column), column.least))
        if not table.day and missing > MOSTLY * figures.rows:
            empty.append((table.shown(column.column), missing / figures.rows))
        yield from _depends(table, figures, column)
    if constant:
        yield finding(
            "constant_column",
            table.name,
            ", ".join(name for name, _ in constant),
            count=len(constant),
            columns=tuple(name for name, _ in constant),
            values=tuple(value for _, value in constant),
        )
    if empty:
        yield finding(
            "missing_values",
            table.name,
            ", ".join(name for name, _ in empty),
            count=len(empty),
            columns=tuple(name for name, _ in empty),
            shares=tuple(share for _, share in empty),
        )


def _depends(table: InputTable, figures: Figures, column: ColumnFigures) -> Iterator[Finding]:
    known, missing = column.known, figures.rows - column.known
    a, b, spread = column.active_known, column.active_missing, column.active_spread
    if min(known, missing) < FEW or a is None or b is None or not spread:
        return
    error = spread * math.sqrt(1 / known + 1 / missing)
    low, high = sorted((a, b))
    if abs(a - b) < CLEAR * error or high < TIMES * low:
        return
    yield finding(
        "missing_depends_on_activity",
        table.name,
        table.shown(column.column),
        count=missing,
        severity="note",
        rows=figures.rows,
        measure=table.measures[0],
        where_missing=b,
        where_known=a,
    )


def _absent(table: InputTable) -> Iterator[Finding]:
    severity: Severity = "warning" if table.dimensions or table.required else "note"
    if table.table is None and table.name.startswith("("):
        return
    if table.table is None:
        yield finding(
            "table_missing",
            table.name,
            severity=severity,
            dimensions=table.dimensions,
            purpose=table.purpose,
        )
    elif table.missing:
        yield finding(
            "column_missing",
            table.name,
            ", ".join(table.missing),
            count=len(table.missing),
            dimensions=table.dimensions,
            columns=table.missing,
        )
    else:
        yield finding(
            "table_empty",
            table.name,
            severity=severity,
            dimensions=table.dimensions,
            purpose=table.purpose,
        )


def _nameless(table: InputTable, figures: Figures) -> Iterator[Finding]:
    """Rows that name nobody: they count for no customer, and are no copies of one another."""
    for column in figures.columns:
        if not column.nameless:
            continue
        share = column.nameless / figures.rows
        yield finding(
            "keys_missing",
            table.name,
            table.shown(column.column),
            count=column.nameless,
            severity="error" if share >= MOSTLY else None,
            dimensions=table.dimensions,
            rows=figures.rows,
            share=share,
            key=column.column,
        )


def worthless(inputs: Sequence[InputTable], measures: Collection[str]) -> Iterator[Finding]:
    """An error that rules out evidence where days of use, or a measure of value, are mostly unreadable."""
    for table in inputs:
        if table.table is None or table.missing:
            continue
        if table.required:
            yield from (_dayless(table, each) for each in table.coercions if _is_lost_day(table, each))
        for measure, column in table.gives.items():
            for change in table.coercions:
                lost = change.failed + change.beyond
                much = change.unclear or lost >= MOSTLY * max(change.present, 1)
                if measure in measures and change.column.lower().partition("__")[0] == column and much:
                    yield _worthless(table, change, measure, lost)


def _lossy(table: InputTable, change: Coercion) -> Finding:
    """Ids in a column of floating-point numbers that may each stand for several."""
    return finding(
        "ids_lossy",
        table.name,
        table.shown(change.column),
        count=change.failed,
        stops=change.column.lower() in table.whose or (table.required and not table.whose),
        present=change.present,
        example=change.example,
        type=change.found,
    )


def _worthless(table: InputTable, change: Coercion, measure: str, lost: int) -> Finding:
    example = change.largest if change.beyond > change.failed else change.example
    return finding(
        "value_unreadable",
        table.name,
        table.shown(change.column),
        count=lost,
        stops=True,
        measure=measure,
        present=change.present,
        share=lost / change.present,
        example=example,
        cause=change.cause,
        remedy=change.remedy,
    )


def _converted(table: InputTable) -> Iterator[Finding]:
    for change in table.coercions:
        if change.failed:
            yield _lossy(table, change) if change.wanted == "string" else _unreadable(table, change)
        if change.exchanged:
            yield finding(
                "days_exchanged",
                table.name,
                table.shown(change.column),
                count=change.present,
                stops=change.column.lower() == table.day and table.required,
            )
        if change.both:
            yield finding(
                "decimal_marks_mixed",
                table.name,
                table.shown(change.column),
                count=change.present,
                mark=change.way,
            )
        if len(change.units) > 1 and change.wanted == "float64":
            yield finding(
                "units_mixed", table.name, table.shown(change.column), count=len(change.units), units=change.units
            )
        if change.instants and change.wanted == "date":
            yield finding(
                "days_of_instants", table.name, table.shown(change.column), count=change.present, zone=change.instants
            )
        if change.way and change.wanted == "date":
            yield finding("days_read_as", table.name, table.shown(change.column), count=change.present, form=change.way)
        elif change.way and not change.unclear:
            yield finding(
                "numbers_read_as",
                table.name,
                table.shown(change.column),
                count=change.present,
                mark=change.way,
                units=change.units,
            )
        if change.beyond:
            yield finding(
                "impossible_values",
                table.name,
                table.shown(change.column),
                count=change.beyond,
                bound=BOUND,
                most=change.largest,
            )
        if change.offsets > 1:
            yield finding(
                "mixed_time_zones",
                table.name,
                table.shown(change.column),
                count=change.with_offset,
                offsets=change.offsets,
            )
    quiet = [c for c in table.coercions if not c.failed and not c.beyond and not c.way and not c.instants]
    if quiet:
        yield finding(
            "types_converted",
            table.name,
            ", ".join(table.shown(c.column) for c in quiet),
            count=len(quiet),
            columns=tuple(table.shown(c.column) for c in quiet),
            types=tuple(c.found for c in quiet),
            wanted=tuple(c.wanted for c in quiet),
        )


def _unreadable(table: InputTable, change: Coercion) -> Finding:
    number = change.wanted == "float64"
    finite = number and change.found.startswith("float")
    return finding(
        "not_finite" if finite else "numbers_unreadable" if number else "dates_unreadable",
        change.table,
        table.shown(change.column),
        count=change.failed,
        severity="error" if _is_lost_day(table, change) else None,
        wanted=change.wanted,
        example=change.example,
        cause=change.cause,
        remedy=change.remedy,
    )


def _is_lost_day(table: InputTable, change: Coercion) -> bool:
    """Whether most days of a table cannot be read."""
    return change.column == table.day and change.failed >= MOSTLY * max(change.present, 1)


def _dayless(table: InputTable, change: Coercion) -> Finding:
    return finding(
        "days_unreadable",
        table.name,
        table.shown(change.column),
        count=change.failed,
        stops=True,
        present=change.present,
        share=change.failed / max(change.present, 1),
        example=change.example,
        cause=change.cause,
        remedy=change.remedy,
    )
