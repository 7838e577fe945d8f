"""What the figures of tables and columns mean: empty, unreadable, negative, impossible, constant, missing, repeated."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence

from valuecast.audit.tables import ColumnFigures, Figures
from valuecast.audit.words import plural
from valuecast.contracts import Coercion, Finding, InputTable, Severity, found
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
    if table.table is None or table.missing or not figures.rows:
        yield from _absent(table)
        return
    yield from _converted(table)
    yield from _nameless(table, figures)
    yield from _columns(table, figures)
    repeated = int(figures.row["repeated_keys"])
    if repeated:
        yield found(
            "duplicate_keys",
            table.name,
            ", ".join(table.shown(name) for name in table.key),
            evidence=f"{repeated:,} of {figures.rows:,} rows repeat the key of another row",
            count=repeated,
        )


def _columns(table: InputTable, figures: Figures) -> Iterator[Finding]:
    constant, empty = [], []
    for column in figures.columns:
        if column.negative:
            yield found(
                "negative_values",
                table.name,
                table.shown(column.column),
                evidence=f"{plural(column.negative, 'row')} below zero, the least {column.least}",
                count=column.negative,
            )
        if column.outside:
            low, high = table.ranges[column.column]
            yield found(
                "impossible_values",
                table.name,
                table.shown(column.column),
                evidence=f"{plural(column.outside, 'row')} outside {low:g} to {high:g}, the greatest {column.most}",
                count=column.outside,
            )
        missing = figures.rows - column.known
        if figures.rows > 1 and not missing and column.least is not None and column.least == column.most:
            constant.append((column.column, f"is always {column.least}"))
        if not table.day and missing > MOSTLY * figures.rows:
            empty.append((column.column, f"{missing / figures.rows:.0%}"))
        yield from _depends(table, figures, column)
    if constant:
        yield found(
            "constant_column",
            table.name,
            ", ".join(table.shown(name) for name, _ in constant),
            evidence="; ".join(f"{table.shown(name)} {text}" for name, text in constant),
            count=len(constant),
        )
    if empty:
        yield found(
            "missing_values",
            table.name,
            ", ".join(table.shown(name) for name, _ in empty),
            evidence="missing: " + ", ".join(f"{table.shown(name)} {text}" for name, text in empty),
            count=len(empty),
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
    yield found(
        "missing_depends_on_activity",
        table.name,
        table.shown(column.column),
        evidence=f"{missing:,} of {figures.rows:,} are missing; mean {table.measures[0]} is {b:,.0f} where missing "
        f"and {a:,.0f} where known",
        count=missing,
        severity="note",
    )


def _absent(table: InputTable) -> Iterator[Finding]:
    lost = f"{_words(table.dimensions)} may be left without data" if table.dimensions else "nothing else is lost"
    severity: Severity = "warning" if table.dimensions or table.required else "note"
    if table.table is None and table.name.startswith("("):
        return
    if table.table is None:
        yield found(
            "table_missing",
            table.name,
            evidence="the table is not there",
            severity=severity,
            consequence=lost,
            remedy=f"export {table.name}: {table.purpose}",
            dimensions=table.dimensions,
        )
    elif table.missing:
        yield found(
            "column_missing",
            table.name,
            ", ".join(table.missing),
            evidence=f"the table has no column {_words(table.missing)}",
            consequence=f"the table cannot be used: {lost}",
            count=len(table.missing),
            dimensions=table.dimensions,
        )
    else:
        yield found(
            "table_empty",
            table.name,
            evidence="0 rows",
            severity=severity,
            consequence=lost,
            remedy=f"fill {table.name}: {table.purpose}",
            dimensions=table.dimensions,
        )


def _nameless(table: InputTable, figures: Figures) -> Iterator[Finding]:
    """Rows that name nobody: they count for no customer, and are no copies of one another."""
    for column in figures.columns:
        if not column.nameless:
            continue
        share = column.nameless / figures.rows
        yield found(
            "keys_missing",
            table.name,
            table.shown(column.column),
            evidence=f"{column.nameless:,} of {plural(figures.rows, 'row')} ({share:.1%}) name no {column.column}",
            count=column.nameless,
            severity="error" if share >= MOSTLY else None,
            dimensions=table.dimensions,
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
                if measure in measures and change.column.lower() == column and lost >= MOSTLY * max(change.present, 1):
                    yield _worthless(table, change, measure, lost)


def _worthless(table: InputTable, change: Coercion, measure: str, lost: int) -> Finding:
    example = change.largest if change.beyond > change.failed else change.example
    return found(
        "value_unreadable",
        table.name,
        table.shown(change.column),
        evidence=f"value is {measure}, and {lost:,} of its {change.present:,} values ({lost / change.present:.0%}) "
        f"cannot be used as numbers, for example {example!r}{_likely(change)}",
        remedy=change.remedy or None,
        count=lost,
        stops=True,
    )


def _converted(table: InputTable) -> Iterator[Finding]:
    for change in table.coercions:
        if change.failed:
            yield _unreadable(table, change)
        if change.beyond:
            yield found(
                "impossible_values",
                table.name,
                table.shown(change.column),
                evidence=f"{plural(change.beyond, 'value')} beyond {BOUND:,.0f} either way, for example "
                f"{change.largest}",
                count=change.beyond,
                consequence="these values count as missing",
            )
        if change.offsets > 1:
            yield found(
                "mixed_time_zones",
                table.name,
                table.shown(change.column),
                evidence=f"{change.with_offset:,} times carry {change.offsets} different offsets from UTC",
                count=change.with_offset,
            )
    quiet = [c for c in table.coercions if not c.failed and not c.beyond]
    if quiet:
        yield found(
            "types_converted",
            table.name,
            ", ".join(table.shown(c.column) for c in quiet),
            evidence="; ".join(f"{table.shown(c.column)}: {c.found} read as {c.wanted}" for c in quiet),
            count=len(quiet),
        )


def _unreadable(table: InputTable, change: Coercion) -> Finding:
    number = change.wanted == "float64"
    finite = number and change.found.startswith("float")
    return found(
        "not_finite" if finite else "numbers_unreadable" if number else "dates_unreadable",
        change.table,
        table.shown(change.column),
        evidence=f"{plural(change.failed, 'value')} cannot be read as {change.wanted}, for example {change.example!r}"
        + (f": {change.cause}" if change.cause else ""),
        remedy=change.remedy or None,
        count=change.failed,
        severity="error" if _is_lost_day(table, change) else None,
    )


def _is_lost_day(table: InputTable, change: Coercion) -> bool:
    """Whether most days of a table cannot be read."""
    return change.column == table.day and change.failed >= MOSTLY * max(change.present, 1)


def _dayless(table: InputTable, change: Coercion) -> Finding:
    share = change.failed / max(change.present, 1)
    return found(
        "days_unreadable",
        table.name,
        table.shown(change.column),
        evidence=f"{change.failed:,} of {change.present:,} days ({share:.0%}) cannot be read, "
        f"for example {change.example!r}{_likely(change)}",
        remedy=change.remedy or None,
        count=change.failed,
        stops=True,
    )


def _likely(change: Coercion) -> str:
    return f"; likely cause: {change.cause}" if change.cause else ""


def _words(names: tuple[str, ...]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else list(names))
