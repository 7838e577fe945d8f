"""Tables in the embedded engine: what it computes once lies in a file, and it reads files of ours where they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import ibis
import pyarrow as pa

from valuecast.engines import temporary
from valuecast.engines.fingerprints import part_of
from valuecast.engines.warehouse import BATCH, Warehouse, union

MATERIALISED = "materialised"
"""Catalog of the file in which the embedded engine keeps what is computed once."""


@dataclass(frozen=True)
class EmbeddedWarehouse(Warehouse):
    """Tables in the embedded engine.

    Parameters
    ----------
    room : int or None
        Rows that the engine can work on at a time within its memory limit; None for all.
    scratch : Path
        Folder of the file in which it keeps what is computed once; it goes with the connection.
    """

    room: int | None
    scratch: Path = field(repr=False)

    def materialise(self, name: str, table: ibis.Table) -> ibis.Table:
        """Compute a table once and keep it in the file, which goes with the connection."""
        place = (MATERIALISED, "main")
        return self.connection.create_table(f"valuecast_{name}", table, overwrite=True, database=place)

    def union_view(self, name: str, parts: Sequence[ibis.Table]) -> ibis.Table:
        """A view of all rows of tables of equal columns: named, and not copied."""
        return self.connection.create_view(f"valuecast_{name}", union(parts), overwrite=True)

    def materialise_in_parts(
        self,
        name: str,
        tables: Mapping[str, ibis.Table],
        key: str,
        work: Callable[[Mapping[str, ibis.Table]], ibis.Table],
    ) -> ibis.Table:
        """Compute a table once and keep it, some keys at a time where all their rows together exceed the ``room``."""
        rows = sum(int(table.count().to_pyarrow().as_py()) for table in tables.values()) if self.room else 0
        parts = -(-rows // self.room) if self.room else 1
        if parts <= 1:
            return self.materialise(name, work(tables))
        whole = None
        for part in range(parts):
            some = {
                each: self.materialise(f"part_{each}", table.filter(part_of(table[key], parts) == part))
                for each, table in tables.items()
            }
            if whole is None:
                whole = self.materialise(name, work(some))
            else:
                self.connection.insert(f"valuecast_{name}", work(some), database=_place(whole))
        for table in some.values():
            self.connection.drop_table(table.op().name, database=_place(table))
        return whole

    def stream(self, table: ibis.Table) -> Iterator[pa.RecordBatch]:
        """The rows of a table, batch by batch: Ibis 12 asks DuckDB by a name that DuckDB 2 no longer has."""
        self.connection._run_pre_execute_hooks(table)
        return iter(self.connection.con.sql(self.connection.compile(table)).to_arrow_reader(BATCH))

    def load(self, name: str, file: Path) -> ibis.Table:
        """A Parquet file of ours as a table, read where it lies."""
        return self.connection.read_parquet(file, table_name=f"valuecast_{name}")

    def save(self, table: ibis.Table, file: Path) -> None:
        """Write a table into a Parquet file."""
        self.connection.to_parquet(table, file, compression="zstd")

    def close(self) -> None:
        """Let go of the connection, and of what was computed once."""
        super().close()
        temporary.remove(self.scratch)


def _place(table: ibis.Table) -> tuple[str, str]:
    """Catalog and database of a table that was materialised."""
    space = table.op().namespace
    return space.catalog, space.database
