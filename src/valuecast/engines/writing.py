"""How rows get into an engine that can be written to: what a writer does, and the one that needs a transaction.

Names are quoted; values go as Arrow or by COPY, never as text of a statement.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol

import pyarrow as pa

from valuecast.errors import OutputError

_SCHEMA = re.compile(r"^[a-z_][a-z0-9_]{0,62}$")
_COLUMN = {
    pa.string(): "VARCHAR",
    pa.date32(): "DATE",
    pa.int64(): "BIGINT",
    pa.float64(): "DOUBLE PRECISION",
    pa.bool_(): "BOOLEAN",
}
_COLUMNS_OF = (
    "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = {placeholder}"
    " ORDER BY table_name, ordinal_position"
)


class Writer(Protocol):
    """Writes tables into one schema."""

    def tables(self) -> dict[str, list[str]]:
        """Columns by table that is there."""
        ...

    def column(self, table: str, column: str) -> list[str]:
        """Texts of one column."""
        ...

    def check_writes(self, ours: Collection[str]) -> None:
        """Try whether tables can be made, and those of ours replaced; leaves nothing behind."""
        ...

    def replace(self, tables: Mapping[str, pa.Table], stale: Sequence[str]) -> None:
        """Put tables in the place of those of their names, and take away stale ones."""
        ...

    def append(self, tables: Mapping[str, pa.Table], run_id: str, ours: Collection[str]) -> None:
        """Add rows, in the place of those of the same run, in tables of which ``ours`` are there."""
        ...


@dataclass(frozen=True)
class Destination:
    """Where results go.

    Parameters
    ----------
    connection : ibis backend
        Open for writing.
    name : str
        Its address, without secrets.
    schema : str
        Schema or database in it; made where it is missing.
    writer : Writer
        How rows get there.
    """

    connection: Any
    name: str
    schema: str
    writer: Writer

    def close(self) -> None:
        """Let go of the connection."""
        self.connection.disconnect()


def check_schema(name: str) -> None:
    """Refuse the name of a schema that would need care wherever it is written.

    Raises
    ------
    OutputError
        Unless it is of small letters, digits and underscores, a letter first.
    """
    if not _SCHEMA.match(name):
        raise OutputError(
            "the schema's name cannot be used",
            where="--write-schema",
            got=name,
            expected="small letters, digits and underscores, a letter first",
        )


class RowsAndStatements(Protocol):
    """What an engine with transactions has to be able to do; ``placeholder`` stands for a value in a statement."""

    placeholder: str

    def run(self, statement: str, values: Sequence[str] = ()) -> list[tuple[Any, ...]]:
        """Rows of a statement, if it has any."""
        ...

    def fill(self, place: str, table: pa.Table) -> None:
        """Add rows to a table that is there."""
        ...

    def of_others(self, schema: str) -> list[str]:
        """Tables that only another may replace."""
        ...

    def transaction(self, *, keep: bool = True) -> AbstractContextManager[None]:
        """All or nothing; nothing where it is not kept."""
        ...


class TransactionWriter:
    """Writes in one transaction."""

    def __init__(self, rows: RowsAndStatements, schema: str) -> None:
        self.rows = rows
        self.schema = schema

    def tables(self) -> dict[str, list[str]]:
        """Columns by table that is there."""
        found: dict[str, list[str]] = {}
        for table, column in self.rows.run(_COLUMNS_OF.format(placeholder=self.rows.placeholder), [self.schema]):
            found.setdefault(table, []).append(column)
        return found

    def column(self, table: str, column: str) -> list[str]:
        """Texts of one column."""
        statement = f"SELECT {quoted(column)} FROM {self._place(table)}"  # noqa: S608  (names are quoted)
        return [str(value) for (value,) in self.rows.run(statement)]

    def check_writes(self, ours: Collection[str]) -> None:
        """Make a table, and take it back; nobody waits for a table of ours, so its owner is looked up."""
        with self.rows.transaction(keep=False):
            self._make_schema()
            self.rows.run(f"CREATE TABLE {self._place('valuecast_write_check')} (n BIGINT)")
        kept = sorted(set(self.rows.of_others(self.schema)) & set(ours))
        if kept:
            raise PermissionError(f"permission denied: {', '.join(kept)} can be replaced by their owner alone")

    def replace(self, tables: Mapping[str, pa.Table], stale: Sequence[str]) -> None:
        """Put tables in the place of those of their names, and take away stale ones."""
        with self.rows.transaction():
            self._make_schema()
            for name in (*stale, *tables):
                self.rows.run(f"DROP TABLE IF EXISTS {self._place(name)}")
            for name, table in tables.items():
                self._make(name, table)
                self.rows.fill(self._place(name), table)

    def append(self, tables: Mapping[str, pa.Table], run_id: str, ours: Collection[str]) -> None:
        """Add rows, in the place of those of the same run; a column that is new is null for older runs."""
        with self.rows.transaction():
            self._make_schema()
            there = self.tables()
            for name in sorted(set(ours) | set(tables)):
                if name not in there:
                    self._make(name, tables[name])
                else:
                    value = self.rows.placeholder
                    self.rows.run(f"DELETE FROM {self._place(name)} WHERE run_id = {value}", [run_id])  # noqa: S608
                if name in tables:
                    self._widen(name, tables[name], there.get(name, tables[name].column_names))
                    self.rows.fill(self._place(name), tables[name])

    def _make_schema(self) -> None:
        # CREATE SCHEMA IF NOT EXISTS asks for the right to make schemas even where the schema is there.
        known = f"SELECT 1 FROM information_schema.schemata WHERE schema_name = {self.rows.placeholder}"  # noqa: S608
        if not self.rows.run(known, [self.schema]):
            self.rows.run(f"CREATE SCHEMA {quoted(self.schema)}")

    def _make(self, name: str, table: pa.Table) -> None:
        columns = ", ".join(f"{quoted(f.name)} {_COLUMN[f.type]}" for f in table.schema)
        self.rows.run(f"CREATE TABLE {self._place(name)} ({columns})")

    def _widen(self, name: str, table: pa.Table, known: Sequence[str]) -> None:
        for column in table.schema:
            if column.name not in known:
                kind = _COLUMN[column.type]
                self.rows.run(f"ALTER TABLE {self._place(name)} ADD COLUMN {quoted(column.name)} {kind}")

    def _place(self, name: str) -> str:
        return f"{quoted(self.schema)}.{quoted(name)}"


def quoted(name: str) -> str:
    """A name as an identifier of SQL.

    >>> print(quoted('the "so-called" name'))
    "the ""so-called"" name"
    """
    return '"' + name.replace('"', '""') + '"'
