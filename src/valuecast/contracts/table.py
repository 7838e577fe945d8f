"""What a declared table is: named, typed, documented columns and a key."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

Type = Literal["string", "date", "int64", "float64", "bool"]

_ARROW: dict[str, pa.DataType] = {
    "string": pa.string(),
    "date": pa.date32(),
    "int64": pa.int64(),
    "float64": pa.float64(),
    "bool": pa.bool_(),
}


@dataclass(frozen=True)
class Column:
    """One column: its name, type, meaning, unit in brackets, and whether it may be null."""

    name: str
    type: Type
    meaning: str
    unit: str = ""
    nullable: bool = False


@dataclass(frozen=True)
class Table:
    """One declared table.

    Parameters
    ----------
    name : str
        Also the stem of its file when it is written.
    purpose : str
        The question that the table answers, in one line.
    key : tuple of str
        Columns that together are unique and never null; rows are always sorted by them.
    columns : tuple of Column
        In the order in which they are written.
    day : str
        The column with the day on which a row became true; empty where rows have none, and what they say was always so.
    extra : str
        For a table with one column more for each of something (signals, scores, models):
        what the further columns are. Empty when the table is closed. Further columns are ``float64``
        or ``bool``.
    """

    name: str
    purpose: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    extra: str = ""
    day: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The declared column names, in order."""
        return tuple(column.name for column in self.columns)

    @property
    def types(self) -> dict[str, Type]:
        """Declared type by column name."""
        return {column.name: column.type for column in self.columns}

    def is_nullable(self, name: str) -> bool:
        """Whether a column may hold nulls."""
        return next(column.nullable for column in self.columns if column.name == name)

    def conform(self, table: pa.Table) -> pa.Table:
        """Put an Arrow table into the declared shape: order, types, sorted by the key.

        Raises
        ------
        ValueError
            When a declared column is missing, an undeclared one is present in a closed table,
            a column that must not be null is, or the key repeats. These are defects of ours,
            not of the data.

        >>> Table("t", "an example", ("id",), (Column("id", "string", "the id"),)).conform(
        ...     pa.table({"id": ["b", "a"]})).to_pydict()
        {'id': ['a', 'b']}
        """
        missing = [name for name in self.names if name not in table.column_names]
        further = [name for name in table.column_names if name not in self.names]
        if missing or (further and not self.extra):
            raise ValueError(f"table {self.name!r}: missing columns {missing}, undeclared columns {further}")
        arrays = [table[column.name].cast(_ARROW[column.type]) for column in self.columns]
        shaped = pa.table([*arrays, *(table[name] for name in further)], names=[*self.names, *further])
        shaped = shaped.combine_chunks()
        repeats = False
        if self.key:
            shaped, repeats = _sorted(shaped, self.key)
        for column in self.columns:
            if not column.nullable and shaped[column.name].null_count:
                raise ValueError(f"table {self.name!r}: column {column.name!r} holds nulls")
        if repeats:
            raise ValueError(f"table {self.name!r}: key {self.key} repeats")
        return shaped

    def empty(self) -> pa.Table:
        """The table without rows."""
        return pa.table({c.name: pa.array([], _ARROW[c.type]) for c in self.columns})


def _sorted(table: pa.Table, key: tuple[str, ...]) -> tuple[pa.Table, bool]:
    """The rows in the order of the key, and whether a key repeats.

    Each row's key becomes one whole number, its place among all keys that could be made of the values that occur: a
    quarter of what comparing texts row by row costs. Where there are nulls or too many such keys, rows are compared.
    """
    columns = [table[name].combine_chunks().dictionary_encode() for name in key]
    possible = math.prod(max(len(column.dictionary), 1) for column in columns)
    if possible >= 2**63 or any(column.null_count for column in columns):
        ordered = table.sort_by([(name, "ascending") for name in key])
        return ordered, ordered.group_by(list(key)).aggregate([]).num_rows != ordered.num_rows
    place = np.zeros(table.num_rows, dtype=np.int64)
    for column in columns:
        rank = pc.rank(column.dictionary, sort_keys="ascending", tiebreaker="dense").to_numpy().astype(np.int64) - 1
        place = place * len(rank) + rank[column.indices.to_numpy()]
    order = np.argsort(place, kind="stable")
    place = place[order]
    return table.take(pa.array(order)), bool((place[1:] == place[:-1]).any())
