"""Small conversions between numpy columns and Arrow columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

_TEXT = pa.dictionary(pa.int32(), pa.string())


def chosen(index: NDArray[Any], words: Sequence[str], missing: NDArray[np.bool_] | None = None) -> pa.Array:
    """Text from a list of words, by position; null where ``missing``."""
    distinct = list(dict.fromkeys(words))
    if len(distinct) < len(words):
        # Parquet pages coded with a repeated word are not the same bytes every time.
        place_of = {word: place for place, word in enumerate(distinct)}
        index = np.array([place_of[word] for word in words])[index]
    place = pa.array(index.astype(np.int32), mask=missing)
    return pa.DictionaryArray.from_arrays(place, pa.array(distinct, pa.string()))


def constant(value: Any, size: int, kind: pa.DataType) -> pa.Array:
    """``size`` times the same value, or null."""
    if pa.types.is_string(kind):
        place = pa.array(np.zeros(size, dtype=np.int32), mask=np.full(size, value is None))
        return pa.DictionaryArray.from_arrays(place, pa.array(["" if value is None else value]))
    return pa.array([value], kind).take(pa.array(np.zeros(size, dtype=np.int32)))


def instants(values: NDArray[Any]) -> list[str | None]:
    """Instants as dbt_pendo's text columns spell them, null where there is none.

    >>> instants(np.array(["2024-05-06T07:08:09.010", "NaT"], dtype="datetime64[ms]"))
    ['2024-05-06 07:08:09.010', None]
    """
    words = np.datetime_as_string(values.astype("datetime64[ms]")).tolist()
    return [None if word == "NaT" else word.replace("T", " ") for word in words]


def masked(values: NDArray[Any], missing: NDArray[np.bool_], kind: pa.DataType) -> pa.Array:
    """Values of a type, null where ``missing``."""
    return pa.array(np.where(missing, 0, values) if values.dtype.kind in "fiu" else values, mask=missing).cast(kind)


def as_table(columns: dict[str, Any], schema: pa.Schema, size: int) -> pa.Table:
    """A table of ``schema``; a column that is not given is null, one given as a plain value is constant."""
    arrays = []
    for item in schema:
        value = columns.get(item.name)
        if isinstance(value, np.ndarray):
            value = pa.array(value).cast(item.type)
        elif isinstance(value, list):
            value = pa.array(value, item.type)
        elif not isinstance(value, pa.Array | pa.ChunkedArray):
            value = constant(value, size, item.type)
        arrays.append(value)
    return pa.table(arrays, names=schema.names)


def plain(table: pa.Table) -> pa.Table:
    """The same table with text spelled out instead of coded."""
    for position, name in enumerate(table.column_names):
        if pa.types.is_dictionary(table.column(position).type):
            table = table.set_column(position, name, table.column(position).cast(pa.string()))
    return table


def coded(table: pa.Table, spelt_out: frozenset[str]) -> pa.Table:
    """The same table with text coded, except in the columns ``spelt_out``, which repeat too little."""
    for position, name in enumerate(table.column_names):
        column = table.column(position)
        if pa.types.is_string(column.type) and name not in spelt_out:
            table = table.set_column(position, name, column.cast(_TEXT))
        elif pa.types.is_dictionary(column.type) and name in spelt_out:
            table = table.set_column(position, name, column.cast(pa.string()))
    return table
