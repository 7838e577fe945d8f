"""Fingerprints of rows, and parts of a table, by the engine's own hash."""

from __future__ import annotations

from collections.abc import Collection
from functools import reduce
from operator import xor

import ibis.expr.datatypes as dt
import ibis.expr.types as ir

from valuecast.engines import portable

_HALF = 2**31 - 1
"""31 bits: two factors of so many make a whole number that no engine overflows."""
_SPREAD = 1_327_217_885
"""Odd, so that the same value in two columns counts twice."""


def row_fingerprints(columns: Collection[ir.Value]) -> tuple[ir.IntegerValue, ir.IntegerValue]:
    """Two fingerprints of a row, of 31 bits each, from the engine's own hash of each column; equal rows, equal ones.

    Engines hash in their own ways, and may from version to version: fingerprints are compared within one of them only.
    Null has one of its own. Sums of them over a table do not depend on the order of its rows, and fit into int64.
    """
    upper, lower = [], []
    for i, column in enumerate(columns):
        mixed = _hashed(column)
        factor = _SPREAD * (2 * i + 1) % (_HALF + 1)
        upper.append((((mixed & (_HALF << 31)) >> 31) * factor) & _HALF)
        lower.append(((mixed & _HALF) * factor) & _HALF)
    return reduce(xor, upper), reduce(xor, lower)


def part_of(key: ir.Value, parts: int) -> ir.IntegerValue:
    """Which of so many parts a key falls into, from 0, by the engine's own hash: the same key, the same part."""
    return (key.hash() & _HALF) % parts


def _hashed(column: ir.Value) -> ir.IntegerValue:
    kind = column.type()
    if isinstance(kind, dt.Boolean):
        column = portable.flag_number(column)
    if isinstance(kind, dt.Date | dt.Timestamp):
        column = column.cast("string")
    elif not isinstance(kind, dt.Floating | dt.String):
        column = column.cast("float64")
    return column.hash().fill_null(_HALF)
