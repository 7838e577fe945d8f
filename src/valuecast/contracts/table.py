"""What a declared table is: named, typed, documented columns and a key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pyarrow as pa

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

    @property
    def names(self) -> tuple[str, ...]:
        """The declared column names, in order."""
        return tuple(column.name for column in self.columns)

    @property
    def types(self) -> dict[str, Type]:
        """Declared type by column name."""
        return {column.name: column.type for column in self.columns}

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
        shaped = shaped.sort_by([(name, "ascending") for name in self.key]) if self.key else shaped
        for column in self.columns:
            if not column.nullable and shaped[column.name].null_count:
                raise ValueError(f"table {self.name!r}: column {column.name!r} holds nulls")
        if len(self.key) and shaped.group_by(list(self.key)).aggregate([]).num_rows != shaped.num_rows:
            raise ValueError(f"table {self.name!r}: key {self.key} repeats")
        return shaped

    def empty(self) -> pa.Table:
        """The table without rows."""
        return pa.table({c.name: pa.array([], _ARROW[c.type]) for c in self.columns})
