"""How rows get into each engine that can be written to.

DuckDB and PostgreSQL write in one transaction; Spark, which has none, through ``switched``. Names are quoted; values go
as Arrow or by COPY, never as text of a statement.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Protocol

import pyarrow as pa

from valuecast.store.switched import Switched

_COLUMN = {
    pa.string(): "VARCHAR",
    pa.date32(): "DATE",
    pa.int64(): "BIGINT",
    pa.float64(): "DOUBLE PRECISION",
    pa.bool_(): "BOOLEAN",
}
_COLUMNS_OF = (
    "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = {mark}"
    " ORDER BY table_name, ordinal_position"
)
_OF_OTHERS = "SELECT tablename FROM pg_tables WHERE schemaname = %s AND NOT pg_has_role(tableowner, 'USAGE')"


class Writer(Protocol):
    """Writes tables into one schema."""

    def tables(self) -> dict[str, list[str]]:
        """Columns by table that is there."""
        ...

    def column(self, table: str, column: str) -> list[str]:
        """Texts of one column."""
        ...

    def rehearse(self, ours: Collection[str]) -> None:
        """Try whether tables can be made, and those of ours replaced; leaves nothing behind."""
        ...

    def replace(self, tables: Mapping[str, pa.Table], stale: Sequence[str]) -> None:
        """Put tables in the place of those of their names, and take away stale ones."""
        ...

    def append(self, tables: Mapping[str, pa.Table], run_id: str, ours: Collection[str]) -> None:
        """Add rows, in the place of those of the same run, in tables of which ``ours`` are there."""
        ...


def writer_of(connection: Any, schema: str) -> Writer:
    """The writer of an open connection."""
    if connection.name == "pyspark":
        return Switched(connection, schema)
    return InOne(DuckRows(connection.con) if connection.name == "duckdb" else CopiedRows(connection.con), schema)


class DuckRows:
    """Statements and rows for DuckDB."""

    mark = "?"

    def __init__(self, raw: Any) -> None:
        self.raw = raw

    def run(self, statement: str, values: Sequence[str] = ()) -> list[tuple[Any, ...]]:
        """Rows of a statement, if it has any."""
        found: list[tuple[Any, ...]] = self.raw.execute(statement, list(values)).fetchall()
        return found

    def fill(self, place: str, table: pa.Table) -> None:
        """Add rows to a table that is there."""
        columns = ", ".join(quoted(name) for name in table.column_names)
        self.raw.register("valuecast_rows", pa.RecordBatchReader.from_batches(table.schema, iter(table.to_batches())))
        try:
            self.raw.execute(f"INSERT INTO {place} ({columns}) SELECT {columns} FROM valuecast_rows")  # noqa: S608
        finally:
            self.raw.unregister("valuecast_rows")

    def of_others(self, schema: str) -> list[str]:
        """Tables that only another may replace: a file has no owners."""
        return []

    @contextmanager
    def transaction(self, *, keep: bool = True) -> Iterator[None]:
        """All or nothing."""
        self.raw.execute("BEGIN")
        try:
            yield
        except BaseException:
            self.raw.execute("ROLLBACK")
            raise
        self.raw.execute("COMMIT" if keep else "ROLLBACK")


class CopiedRows:
    """Statements and rows for PostgreSQL, through its own driver."""

    mark = "%s"

    def __init__(self, raw: Any) -> None:
        self.raw = raw

    def run(self, statement: str, values: Sequence[str] = ()) -> list[tuple[Any, ...]]:
        """Rows of a statement, if it has any."""
        cursor = self.raw.execute(statement, list(values) or None)
        return list(cursor.fetchall()) if cursor.description else []

    def fill(self, place: str, table: pa.Table) -> None:
        """Add rows to a table that is there."""
        columns = ", ".join(quoted(name) for name in table.column_names)
        with self.raw.cursor() as cursor, cursor.copy(f"COPY {place} ({columns}) FROM STDIN") as copy:
            for batch in table.to_batches(max_chunksize=10_000):
                for row in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                    copy.write_row(row)

    def of_others(self, schema: str) -> list[str]:
        """Tables that only another may replace."""
        return [name for (name,) in self.run(_OF_OTHERS, [schema])]

    @contextmanager
    def transaction(self, *, keep: bool = True) -> Iterator[None]:
        """All or nothing."""
        with self.raw.transaction(force_rollback=not keep):
            yield


class InOne:
    """Writes in one transaction."""

    def __init__(self, rows: DuckRows | CopiedRows, schema: str) -> None:
        self.rows = rows
        self.schema = schema

    def tables(self) -> dict[str, list[str]]:
        """Columns by table that is there."""
        found: dict[str, list[str]] = {}
        for table, column in self.rows.run(_COLUMNS_OF.format(mark=self.rows.mark), [self.schema]):
            found.setdefault(table, []).append(column)
        return found

    def column(self, table: str, column: str) -> list[str]:
        """Texts of one column."""
        statement = f"SELECT {quoted(column)} FROM {self._place(table)}"  # noqa: S608  (names are quoted)
        return [str(value) for (value,) in self.rows.run(statement)]

    def rehearse(self, ours: Collection[str]) -> None:
        """Make a table, and take it back; nobody waits for a table of ours, so its owner is looked up."""
        with self.rows.transaction(keep=False):
            self._make_schema()
            self.rows.run(f"CREATE TABLE {self._place('valuecast_rehearsal')} (n BIGINT)")
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
                    mark = self.rows.mark
                    self.rows.run(f"DELETE FROM {self._place(name)} WHERE run_id = {mark}", [run_id])  # noqa: S608
                if name in tables:
                    self._widen(name, tables[name], there.get(name, tables[name].column_names))
                    self.rows.fill(self._place(name), tables[name])

    def _make_schema(self) -> None:
        # CREATE SCHEMA IF NOT EXISTS asks for the right to make schemas even where the schema is there.
        known = f"SELECT 1 FROM information_schema.schemata WHERE schema_name = {self.rows.mark}"  # noqa: S608
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
