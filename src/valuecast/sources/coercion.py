"""Name and type the columns of an input table as its source expects them, and say what was converted."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

import ibis
import ibis.expr.datatypes as dt
import ibis.expr.types as ir

from valuecast.contracts import Coercion
from valuecast.contracts.table import Type
from valuecast.engines import identifiers, portable
from valuecast.sources import causes

Normalisation = Mapping[str, Collection[str]]
"""Steps of `valuecast.engines.identifiers` by what the ids are of, such as ``account``."""
AS_THEY_ARE: Normalisation = {}
"""No id is changed."""

SAMPLE = 5000
"""Unreadable values that are looked at for their cause."""
_CONVERT: dict[Type, Callable[[ir.Value], ir.Value]] = {
    "string": portable.as_text,
    "float64": portable.as_number,
    "bool": portable.as_flag,
}
_NATIVE: dict[Type, tuple[type[dt.DataType], ...]] = {
    "string": (dt.String,),
    "date": (dt.Date, dt.Timestamp),
    "float64": (dt.Integer, dt.Floating),
    "bool": (dt.Boolean,),
}


@dataclass(frozen=True)
class Wanted:
    """A column that a source reads: its name here, its type, and the other names it goes by.

    ``ids`` names what the column's ids are of, such as ``account``; empty where it holds none.
    """

    name: str
    type: Type
    aliases: tuple[str, ...] = ()
    required: bool = False
    ids: str = ""


@dataclass(frozen=True)
class Shaped:
    """An input table with exactly the wanted columns.

    A wanted column that is absent is all null; required ones that are absent are named in ``missing``.
    """

    table: ibis.Table
    missing: tuple[str, ...]
    absent: tuple[str, ...]
    coercions: tuple[Coercion, ...]


def shape(
    table: ibis.Table,
    name: str,
    wanted: Sequence[Wanted],
    normalisation: Normalisation = AS_THEY_ARE,
    date_format: str | None = None,
    *,
    can_say: bool = False,
) -> Shaped:
    """Match columns without regard to case, convert them, and count the values that could not be.

    Values that cannot be converted, NaN, infinities and numbers beyond ``portable.BOUND`` become null. Ids of a kind
    that ``normalisation`` names are normalised by its steps. ``date_format`` says how days are
    written as text, where they are not ISO, and ``can_say`` whether the user has a setting to say so.
    """
    there = {column.lower(): column for column in table.columns}
    found = {w.name: next((there[a.lower()] for a in (w.name, *w.aliases) if a.lower() in there), None) for w in wanted}
    columns = {
        w.name: ibis.null(w.type)
        if (column := found[w.name]) is None
        else _normalised(table[column], w, normalisation, date_format)
        for w in wanted
    }
    absent = tuple(w.name for w in wanted if found[w.name] is None)
    return Shaped(
        table.select(**columns),
        tuple(w.name for w in wanted if w.required and w.name in absent),
        absent,
        _coercions(
            table, name, [(w, column) for w in wanted if (column := found[w.name]) is not None], date_format, can_say
        ),
    )


def _converted(column: ir.Column, wanted: Wanted, date_format: str | None) -> ir.Value:
    return portable.as_date(column, date_format) if wanted.type == "date" else _CONVERT[wanted.type](column)


def _normalised(column: ir.Column, wanted: Wanted, normalisation: Normalisation, date_format: str | None) -> ir.Value:
    value = _converted(column, wanted, date_format)
    steps = normalisation.get(wanted.ids, ()) if wanted.ids else ()
    return identifiers.normalise(value, steps) if steps else value


def _coercions(
    table: ibis.Table, name: str, pairs: Sequence[tuple[Wanted, str]], date_format: str | None, can_say: bool
) -> tuple[Coercion, ...]:
    changed = [(w, c) for w, c in pairs if not isinstance(table[c].type(), _NATIVE[w.type])]
    counted = [(w, c) for w, c in pairs if _can_fail(w, table[c].type())]
    figures: dict[str, object] = {}
    if counted:
        aggregates = {}
        for i, (w, c) in enumerate(counted):
            lost = _lost(table[c], w, date_format)
            if w.type == "float64":
                beyond = portable.beyond(table[c]).fill_null(False)
                aggregates[f"beyond_{i}"] = table.count(where=beyond)
                aggregates[f"largest_{i}"] = portable.as_text(table[c]).max(where=beyond)
                lost &= ~beyond
            aggregates[f"failed_{i}"] = table.count(where=lost)
            aggregates[f"example_{i}"] = portable.as_text(table[c]).max(where=lost)
            text = isinstance(table[c].type(), dt.String)
            aggregates[f"present_{i}"] = table.count(where=~portable.is_blank(table[c])) if text else table[c].count()
            if w.type == "date" and isinstance(table[c].type(), dt.String):
                offset = portable.time_offset(table[c])
                aggregates[f"with_offset_{i}"] = table.count(where=offset != "")
                aggregates[f"offsets_{i}"] = offset.nunique(where=offset != "")
        figures = table.aggregate(**aggregates).to_pyarrow().to_pylist()[0]
    place = {c: i for i, (_, c) in enumerate(counted)}

    def count(what: str, column: str) -> int:
        return int(str(figures.get(f"{what}_{place.get(column)}") or 0))

    changes = []
    for w, c in pairs:
        failed, beyond, example = count("failed", c), count("beyond", c), figures.get(f"example_{place.get(c)}")
        if (w, c) in changed or failed or beyond:
            cause = _cause(table, c, w, date_format) if failed else causes.UNKNOWN
            changes.append(
                Coercion(
                    name,
                    c,
                    str(table[c].type()),
                    w.type,
                    failed,
                    cause.example or (None if example is None else str(example)),
                    count("offsets", c),
                    count("with_offset", c),
                    count("present", c),
                    beyond,
                    str(figures[f"largest_{place[c]}"]) if beyond else None,
                    cause.says,
                    cause.remedy if can_say or w.type != "date" else "",
                )
            )
    return tuple(changes)


def _cause(table: ibis.Table, column: str, wanted: Wanted, date_format: str | None) -> causes.Cause:
    """What the unreadable values of a column of text look like."""
    if not isinstance(table[column].type(), dt.String) or wanted.type not in ("date", "float64"):
        return causes.UNKNOWN
    lost = table.filter(_lost(table[column], wanted, date_format)).select(text=table[column].strip()).distinct()
    seen = lost.order_by("text").limit(SAMPLE).to_pyarrow()["text"].to_pylist()
    return causes.of_dates(seen, date_format) if wanted.type == "date" else causes.of_numbers(seen)


def _lost(column: ir.Column, wanted: Wanted, date_format: str | None) -> ir.BooleanValue:
    """Whether a value is there and cannot be converted."""
    lost = column.notnull() & _converted(column, wanted, date_format).isnull()
    return lost & ~portable.is_blank(column) if isinstance(column.type(), dt.String) else lost


def _can_fail(wanted: Wanted, met: dt.DataType) -> bool:
    if wanted.type == "string":
        return False
    if wanted.type == "date":
        return not isinstance(met, dt.Date | dt.Timestamp)
    if wanted.type == "bool":
        return not isinstance(met, dt.Boolean)
    return isinstance(met, dt.String | dt.Floating | dt.Decimal | dt.Int64 | dt.UInt64)
