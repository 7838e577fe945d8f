"""Write results into a DuckDB file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa

from valuecast.engines.duckdb.files import READABLE
from valuecast.engines.duckdb.reading import is_duckdb
from valuecast.engines.writing import TransactionWriter, Writer, quoted
from valuecast.errors import OutputError


def open_file(address: str) -> Any:
    """A connection that may write to a file, which is made where it is missing.

    Raises
    ------
    OutputError
        When there is no such folder, or the file is, or by its name would be, of another kind: it would be read, and
        written nowhere.
    """
    bare = address.removeprefix("duckdb://")
    path = Path(bare).expanduser()
    if "://" in bare or path.is_dir() or not path.parent.is_dir():
        raise OutputError("results cannot be written there")
    if path.suffix.lower() in READABLE or (path.is_file() and path.stat().st_size and not is_duckdb(path)):
        raise OutputError(
            "results cannot be written into a file of this kind",
            hint="name a file such as results.duckdb; tables as files are in --out",
        )
    return ibis.duckdb.connect(path)


def writer(connection: Any, schema: str) -> Writer:
    """Write in one transaction."""
    return TransactionWriter(DuckDBRows(connection.con), schema)


class DuckDBRows:
    """Statements and rows for DuckDB."""

    placeholder = "?"

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
