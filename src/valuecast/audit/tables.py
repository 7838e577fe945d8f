"""The figures of one input table: rows, key, dates, and for each column what is missing, negative or impossible."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import ibis
import ibis.expr.types as ir

from valuecast.audit.queries import sql_of
from valuecast.contracts import InputTable
from valuecast.engines import portable

SMALL = 1e6
"""Squares of measures up to this are added as they are, of larger ones in its own square: no sum overflows."""


@dataclass(frozen=True)
class ColumnFigures:
    """What one pass over the table says of a column; ``least`` and ``most`` of numbers and dates only.

    ``nameless`` counts the rows in which a column of ids names nobody. ``active_known`` and ``active_missing`` are the
    mean activity of the rows in which the column is known and missing, with ``active_spread``, the standard deviation
    over all rows.
    """

    column: str
    known: int
    negative: int = 0
    outside: int = 0
    least: str | None = None
    most: str | None = None
    active_known: float | None = None
    active_missing: float | None = None
    active_spread: float | None = None
    nameless: int = 0


@dataclass(frozen=True)
class Figures:
    """Row count, key and date figures of a table (``row``, contract ``inventory``) and figures by column."""

    row: dict[str, Any]
    columns: tuple[ColumnFigures, ...]
    fingerprint: str

    @property
    def rows(self) -> int:
        """How many rows the table holds."""
        return int(self.row["rows"])


def measure(table: InputTable) -> Figures:
    """One aggregate over the table, and, where the source has not counted them, one over its key."""
    row: dict[str, Any] = {
        "table": table.name,
        "purpose": table.purpose,
        "present": table.table is not None,
        "rows": 0,
        "key": ", ".join(table.key),
        "repeated_keys": 0,
        "columns": "",
        "absent": ", ".join(table.absent),
        "first_day": None,
        "last_day": None,
        "time_zone": _zone(table),
        "behind": None,
        "sql": "",
        "key_sql": "",
    }
    if table.table is None:
        return Figures(row, (), "absent")
    t = table.table
    used = [name for name in t.columns if name not in table.absent]
    wanted = _aggregates(table, used)
    found = t.aggregate(**wanted).to_pyarrow().to_pylist()[0]
    row["rows"], row["columns"] = int(found["rows"]), ", ".join(used)
    for name in ("first_day", "last_day"):
        row[name] = str(found[name]) if found.get(name) is not None else None
    row["sql"] = sql_of(
        t.aggregate(**{name: wanted[name] for name in ("rows", "first_day", "last_day") if name in wanted})
    )
    row["repeated_keys"], row["key_sql"] = _repeated(table)
    columns = tuple(_column(name, found) for name in used)
    return Figures(row, columns, _fingerprint(found | row))


def _fingerprint(figures: Mapping[str, Any]) -> str:
    """Sixteen hexadecimal digits of all figures: the same in every engine, so without their statements."""
    stable = {
        name: str(float(value)) if isinstance(value, int | float | Decimal) else str(value)
        for name, value in figures.items()
        if not name.endswith("sql")
    }
    return hashlib.sha256(json.dumps(stable, sort_keys=True).encode()).hexdigest()[:16]


def _aggregates(table: InputTable, used: list[str]) -> dict[str, Any]:
    t = table.table
    assert t is not None
    wanted: dict[str, Any] = {"rows": t.count()}
    if table.day:
        wanted |= {"first_day": t[table.day].min(), "last_day": t[table.day].max()}
    activity = _activity(table, used)
    for name in used:
        column = t[name]
        wanted[f"{name}__known"] = column.count()
        if isinstance(column, ir.NumericColumn) or (isinstance(column, ir.DateColumn) and name != table.day):
            wanted |= {f"{name}__least": column.min(), f"{name}__most": column.max()}
        if name in table.whose:
            wanted[f"{name}__nameless"] = t.count(where=portable.is_blank(column).fill_null(True))
        if name in table.non_negative:
            wanted[f"{name}__negative"] = t.count(where=column < 0)
        if name in table.ranges:
            low, high = table.ranges[name]
            low = low if name not in table.non_negative else float("-inf")
            outside = column > high if low == float("-inf") else (column < low) | (column > high)
            wanted[f"{name}__outside"] = t.count(where=outside)
        if name in table.measures:
            wanted[f"{name}__sum"] = portable.exact_sum(column)
        if activity is not None and name != activity and table.timing.get(name) == "as of build":
            active = t[activity]
            wanted[f"{name}__active_known"] = portable.exact_mean(active, where=column.notnull())
            wanted[f"{name}__active_missing"] = portable.exact_mean(active, where=column.isnull())
    if activity is not None:
        active = t[activity]
        small = active.abs() <= SMALL
        wanted["active_square"] = portable.exact_mean(ibis.ifelse(small, active * active, 0.0))
        wanted["active_square_large"] = portable.exact_mean(
            ibis.ifelse(small, 0.0, (active / SMALL) * (active / SMALL))
        )
        wanted["active_mean"] = portable.exact_mean(t[activity])
    return wanted


def _activity(table: InputTable, used: list[str]) -> str | None:
    """The measure of activity in a table with one row a customer or person."""
    if table.day or not table.key or len([k for k in table.key if k != "source_relation"]) != 1:
        return None
    return next((name for name in table.measures if name in used), None)


def _column(name: str, found: Mapping[str, Any]) -> ColumnFigures:
    def number(what: str) -> float | None:
        value = found.get(f"{name}__{what}")
        return None if value is None else float(value)

    def text(what: str) -> str | None:
        value = found.get(f"{name}__{what}")
        return None if value is None else f"{value:g}" if isinstance(value, float) else str(value)

    square, mean = found.get("active_square"), found.get("active_mean")
    if square is not None:
        square = float(square) + SMALL**2 * float(found["active_square_large"])
    spread = None if square is None or mean is None else max(float(square) - float(mean) ** 2, 0.0) ** 0.5
    return ColumnFigures(
        name,
        int(found[f"{name}__known"]),
        int(found.get(f"{name}__negative") or 0),
        int(found.get(f"{name}__outside") or 0),
        text("least"),
        text("most"),
        number("active_known"),
        number("active_missing"),
        spread,
        int(found.get(f"{name}__nameless") or 0),
    )


def _repeated(table: InputTable) -> tuple[int, str]:
    """Rows beyond the first of their key, and the statement that lists the repeated keys."""
    if table.table is None or not table.key:
        return 0, ""
    t = table.table
    named = (~portable.is_blank(t[name]) for name in table.key if name in table.whose)
    known = t.filter(t[table.key[-1]].notnull(), *named)
    every = known.group_by(list(table.key)).aggregate(n=known.count())
    figures = every.aggregate(rows=every.n.sum(), keys=every.count())
    text = sql_of(figures)
    if table.repeated is not None:
        return table.repeated, text
    row = figures.to_pyarrow().to_pylist()[0]
    return int(row["rows"] or 0) - int(row["keys"]), text


def _zone(table: InputTable) -> str:
    offsets = sum(c.offsets for c in table.coercions)
    if offsets:
        return f"{offsets} offset{'s' if offsets > 1 else ''} from UTC, in text"
    if table.table is None or not (table.day or table.dates):
        return ""
    return "none written: days are taken as they stand"


def days_of(table: InputTable) -> ibis.Table | None:
    """Rows with something in them by day: day, n; None for a table without a day."""
    t, day = table.table, table.day
    if t is None or not day or table.missing:
        return None
    rows = t.filter(t[day].notnull())
    measures = [m for m in table.measures if m not in table.absent]
    if measures:
        something = [rows[m].fill_null(0.0) != 0 for m in measures]
        either = something[0]
        for more in something[1:]:
            either = either | more
        rows = rows.filter(either)
    return rows.group_by(day=rows[day]).aggregate(n=rows.count())
