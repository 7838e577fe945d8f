"""An open connection and the tables found in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import ibis
import ibis.expr.operations as ops
import pyarrow as pa
import pyarrow.parquet as pq

from valuecast.contracts import Finding
from valuecast.errors import SourceError, nearest

Work = Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]
"""What is done to rows on their way: batches in, batches out, each row by itself."""
BATCH = 100_000
"""Most rows that leave the engine at a time."""


@dataclass(frozen=True)
class Warehouse:
    """An open connection and the tables found in it; engines that can do more, or do it otherwise, derive from it.

    Parameters
    ----------
    connection : ibis backend
        Where expressions run.
    name : str
        What was opened, without secrets.
    tables : dict
        Expression by table name, as spelt in the source.
    findings : tuple of Finding
        What was decided about its files that a reader may have meant otherwise.
    text : frozenset of str
        Tables that were read from text: every column holds what is written, and means what its source says.
    """

    connection: Any
    name: str
    tables: dict[str, ibis.Table] = field(repr=False)
    findings: tuple[Finding, ...] = field(default=(), kw_only=True)
    text: frozenset[str] = field(default=frozenset(), kw_only=True)

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

    def is_text(self, table: ibis.Table) -> bool:
        """Whether a table of the source was read from text."""
        return getattr(table.op(), "name", "") in self.text

    def materialise(self, name: str, table: ibis.Table) -> ibis.Table:
        """Compute a table once and keep it in the engine, as a table that goes with the connection."""
        return self.connection.create_table(f"valuecast_{name}", table, overwrite=True, temp=True)

    def union_view(self, name: str, parts: Sequence[ibis.Table]) -> ibis.Table:
        """All rows of tables of equal columns that lie in the engine or in files of ours.

        An engine that reads our files from where they lie makes a view of the parts; any other copies the rows.
        """
        return self.materialise(name, union(parts))

    def materialise_in_parts(
        self,
        name: str,
        tables: Mapping[str, ibis.Table],
        key: str,
        work: Callable[[Mapping[str, ibis.Table]], ibis.Table],
    ) -> ibis.Table:
        """Compute a table once and keep it, some keys at a time where the engine has no room for all their rows.

        Parameters
        ----------
        name : str
            What it is kept as.
        tables : mapping of str to ibis.Table
            What ``work`` reads, materialised already.
        key : str
            A column of all of them. What is made of the rows of one key must not depend on those of another.
        work : callable
            Gives the table, from tables of the same names with the rows of some keys.
        """
        return self.materialise(name, work(tables))

    def stream(self, table: ibis.Table) -> Iterator[pa.RecordBatch]:
        """The rows of a table, batch by batch, in no particular order."""
        return iter(table.to_pyarrow_batches(chunk_size=BATCH))

    def map_batches(self, table: ibis.Table, work: Work, shape: pa.Schema) -> Iterator[pa.RecordBatch]:
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
        return work(self.stream(table))

    def load(self, name: str, file: Path) -> ibis.Table:
        """A Parquet file of ours as a table: read where it lies by the embedded engine, sent to any other."""
        return self.materialise(name, ibis.memtable(pq.read_table(file)))

    def save(self, table: ibis.Table, file: Path) -> None:
        """Write a table into a Parquet file, batch by batch."""
        batches = table.to_pyarrow_batches()
        with pq.ParquetWriter(file, batches.schema, compression="zstd") as writer:
            for batch in batches:
                writer.write_batch(batch)

    @property
    def engine(self) -> str:
        """Which engine this is, and its version: what its own functions give may differ in another."""
        return f"{self.connection.name} {self.connection.version}"

    @property
    def hashes_values(self) -> bool:
        """Whether the engine has a hash of its own, for fingerprints of rows."""
        return bool(self.connection.has_operation(ops.Hash))

    def close(self) -> None:
        """Let go of the connection."""
        self.connection.disconnect()


def union(parts: Sequence[ibis.Table]) -> ibis.Table:
    """All rows of tables of equal columns, one after the other."""
    first, *others = (part.select(*parts[0].columns) for part in parts)
    return ibis.union(first, *others) if others else first
