"""An open connection and the tables found in it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import ibis
import ibis.expr.operations as ops
import pyarrow as pa
import pyarrow.parquet as pq

from valuecast import portable
from valuecast.errors import SourceError, nearest

Work = Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]
"""What is done to rows on their way: batches in, batches out, each row by itself."""
KEPT = "kept"
"""Catalog of the file in which the embedded engine keeps what is computed once."""
BATCH = 100_000
"""Most rows that leave the engine at a time."""


@dataclass(frozen=True)
class Warehouse:
    """An open connection and the tables found in it.

    Parameters
    ----------
    connection : ibis backend
        Where expressions run.
    name : str
        What was opened, without secrets.
    tables : dict
        Expression by table name, as spelt in the source.
    room : int or None
        Rows that the engine can work on at a time within its memory limit; None for an engine that sees to that
        itself.
    aside : Path or None
        Folder of the file in which the embedded engine keeps what is computed once; it goes with the connection.
    """

    connection: Any
    name: str
    tables: dict[str, ibis.Table] = field(repr=False)
    room: int | None = None
    aside: Path | None = field(default=None, repr=False)

    def find(self, *names: str) -> ibis.Table | None:
        """The first table with one of these names, without regard to case; None when there is none."""
        known = {name.lower(): table for name, table in self.tables.items()}
        return next((known[name.lower()] for name in names if name.lower() in known), None)

    def require(self, name: str) -> ibis.Table:
        """The table of this name.

        Raises
        ------
        SourceError
            Lists the tables that are there.
        """
        table = self.find(name)
        if table is None:
            raise SourceError(
                f"table '{name}' was not found",
                where=self.name,
                expected="one of " + (", ".join(sorted(self.tables)[:20]) or "(no table at all)"),
                hint=nearest(name, self.tables),
            )
        return table

    def keep(self, name: str, table: ibis.Table) -> ibis.Table:
        """Compute a table once and keep it in the engine, as a table that goes with the connection."""
        where = {"temp": True} if self.aside is None else {"database": (KEPT, "main")}
        return self.connection.create_table(f"valuecast_{name}", table, overwrite=True, **where)

    def gather(self, name: str, parts: Sequence[ibis.Table]) -> ibis.Table:
        """All rows of tables of equal columns that lie in the engine or in files of ours: named, and not copied.

        An engine that reads files from where they lie reads the parts from there; any other keeps the whole.
        """
        first, *others = (part.select(*parts[0].columns) for part in parts)
        whole = ibis.union(first, *others) if others else first
        if self.aside is None:
            return self.keep(name, whole)
        return self.connection.create_view(f"valuecast_{name}", whole, overwrite=True)

    def keep_in_parts(
        self,
        name: str,
        tables: Mapping[str, ibis.Table],
        key: str,
        work: Callable[[Mapping[str, ibis.Table]], ibis.Table],
    ) -> ibis.Table:
        """Compute a table once and keep it, some keys at a time where all their rows together exceed the ``room``.

        Parameters
        ----------
        name : str
            What it is kept as.
        tables : mapping of str to ibis.Table
            What ``work`` reads, kept in the engine already.
        key : str
            A column of all of them. What is made of the rows of one key must not depend on those of another.
        work : callable
            Gives the table, from tables of the same names with the rows of some keys.
        """
        rows = sum(int(table.count().to_pyarrow().as_py()) for table in tables.values()) if self.room else 0
        parts = -(-rows // self.room) if self.room else 1
        if parts <= 1:
            return self.keep(name, work(tables))
        kept = None
        for part in range(parts):
            mine = {
                each: self.keep(f"part_{each}", table.filter(portable.part_of(table[key], parts) == part))
                for each, table in tables.items()
            }
            if kept is None:
                kept = self.keep(name, work(mine))
            else:
                self.connection.insert(f"valuecast_{name}", work(mine), database=_place(kept))
        for table in mine.values():
            self.connection.drop_table(table.op().name, database=_place(table))
        return kept

    def stream(self, table: ibis.Table) -> Iterator[pa.RecordBatch]:
        """The rows of a table, batch by batch, in no particular order."""
        if self.connection.name == "duckdb":
            # Ibis 12 asks DuckDB by a name that DuckDB 2 no longer has.
            self.connection._run_pre_execute_hooks(table)
            batches = self.connection.con.sql(self.connection.compile(table)).to_arrow_reader(BATCH)
        else:
            batches = table.to_pyarrow_batches(chunk_size=BATCH)
        return iter(batches)

    def through(self, table: ibis.Table, work: Work, shape: pa.Schema) -> Iterator[pa.RecordBatch]:
        """The rows of a table after some work on them, batch by batch, in no particular order.

        An engine with workers of its own has them do the work, so that only what comes out of it travels; from any
        other engine the rows stream here.

        Parameters
        ----------
        table : ibis.Table
            What goes in.
        work : callable
            Takes and gives an iterator of batches; whatever it holds must be plain text and functions of ours.
        shape : pyarrow.Schema
            What comes out.
        """
        on_workers = getattr(self.connection, "through", None)
        if on_workers is None:
            return work(self.stream(table))
        found: Iterator[pa.RecordBatch] = on_workers(table, work, shape)
        return found

    def load(self, name: str, file: Path) -> ibis.Table:
        """A Parquet file of ours as a table: read where it lies by the embedded engine, sent to any other."""
        if self.connection.name == "duckdb":
            return self.connection.read_parquet(file, table_name=f"valuecast_{name}")
        return self.keep(name, ibis.memtable(pq.read_table(file)))

    def save(self, table: ibis.Table, file: Path) -> None:
        """Write a table into a Parquet file, batch by batch."""
        if self.connection.name == "duckdb":
            self.connection.to_parquet(table, file, compression="zstd")
            return
        if self.connection.name == "pyspark":
            pq.write_table(table.to_pyarrow(), file, compression="zstd")
            return
        batches = table.to_pyarrow_batches()
        with pq.ParquetWriter(file, batches.schema, compression="zstd") as writer:
            for batch in batches:
                writer.write_batch(batch)

    @property
    def engine(self) -> str:
        """Which engine this is, and its version: what its own functions give may differ in another."""
        return f"{self.connection.name} {self.connection.version}"

    @property
    def marks_rows(self) -> bool:
        """Whether the engine has a hash of its own for `portable.row_marks`."""
        return bool(self.connection.has_operation(ops.Hash))

    def close(self) -> None:
        """Let go of the connection."""
        self.connection.disconnect()
        if self.aside is not None:
            shutil.rmtree(self.aside, ignore_errors=True)


def _place(table: ibis.Table) -> tuple[str, str]:
    """Catalog and database of a table that was kept."""
    space = table.op().namespace
    return space.catalog, space.database
