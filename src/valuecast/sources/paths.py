"""Columns by name, and what lies inside them: ``properties.plan`` of an object, or of text that holds JSON."""

from __future__ import annotations

import ibis
import ibis.expr.datatypes as dt
import ibis.expr.types as ir


def find(table: ibis.Table, name: str) -> ir.Value | None:
    """A column of a table, without regard to case, or a part of one by a path with points; None where there is none.

    What lies in text or JSON is text; a part that is not there is null.
    """
    there = {column.lower(): column for column in table.columns}
    if name.lower() in there:
        return table[there[name.lower()]]
    parts = name.split(".")
    for cut in range(len(parts) - 1, 0, -1):
        column = there.get(".".join(parts[:cut]).lower())
        if column is not None:
            return _inside(table[column], parts[cut:])
    return None


def _inside(value: ir.Value, path: list[str]) -> ir.Value | None:
    for name in path:
        kind = value.type()
        if isinstance(kind, dt.Struct):
            field = next((each for each in kind.names if each.lower() == name.lower()), None)
            if field is None:
                return None
            value = value[field]
        elif isinstance(kind, dt.JSON | dt.String):
            value = value.cast("json")[name]
        else:
            return None
    return value.str if isinstance(value.type(), dt.JSON) else value
