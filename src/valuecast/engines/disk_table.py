"""A table too long for memory on its way into the results: sorted on disk, then read piece by piece."""

from __future__ import annotations

import weakref
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from valuecast.engines import temporary

PIECE = 100_000
"""Rows that are held at a time."""
_FILE = "rows.parquet"


class _Folder:
    """A folder of our own that goes with the last one who refers to it."""

    def __init__(self) -> None:
        self.path = temporary.make("rows")
        weakref.finalize(self, temporary.remove, self.path)


@dataclass(frozen=True)
class DiskTable:
    """Rows on disk that read like a ``pyarrow.Table``: its schema, its number of rows, its batches.

    Parameters
    ----------
    folder : object
        Where they are; removed when nobody refers to it any more.
    changes : tuple of callable
        What is done to each piece as it is read, row by row: a table in, a table out.
    """

    folder: _Folder
    changes: tuple[Callable[[pa.Table], pa.Table], ...] = ()

    @property
    def schema(self) -> pa.Schema:
        """Names and types after the changes."""
        schema: pa.Schema = self._changed(pq.read_schema(self._path).empty_table()).schema
        return schema

    @property
    def column_names(self) -> list[str]:
        """Names after the changes."""
        names: list[str] = self.schema.names
        return names

    @property
    def num_rows(self) -> int:
        """How many there are."""
        rows: int = pq.read_metadata(self._path).num_rows
        return rows

    def changed(self, change: Callable[[pa.Table], pa.Table]) -> DiskTable:
        """The same rows with one change more."""
        return replace(self, changes=(*self.changes, change))

    def to_batches(self, max_chunksize: int = PIECE) -> Iterator[pa.RecordBatch]:
        """The rows in order, so many at a time."""
        with pq.ParquetFile(self._path) as file:
            for batch in file.iter_batches(batch_size=max_chunksize):
                yield from self._changed(pa.Table.from_batches([batch])).combine_chunks().to_batches()

    def whole(self) -> pa.Table:
        """All of it in memory, for whoever has room."""
        return pa.Table.from_batches(self.to_batches(), self.schema)

    @property
    def _path(self) -> Path:
        return self.folder.path / _FILE

    def _changed(self, piece: pa.Table) -> pa.Table:
        for change in self.changes:
            piece = change(piece)
        return piece


def sort_to_disk(
    batches: Iterator[pa.RecordBatch], schema: pa.Schema, key: str, *, memory_limit_gb: float
) -> DiskTable:
    """Write batches to disk in the order of a key, in no more memory than allowed.

    Parameters
    ----------
    batches : iterator of pyarrow.RecordBatch
        In any order; they are read once.
    schema : pyarrow.Schema
        Theirs.
    key : str
        A column of text, ordered by its bytes as Arrow does.
    memory_limit_gb : float
        Beyond it, sorting goes on on disk.
    """
    folder = _Folder()
    settings: dict[str, Any] = {
        "memory_limit": f"{memory_limit_gb:g}GB",
        "temp_directory": str(folder.path / "sorting"),
        "autoinstall_known_extensions": False,
    }
    with duckdb.connect(config=settings) as engine:
        engine.execute("SET enable_progress_bar = false")
        engine.register("incoming", pa.RecordBatchReader.from_batches(schema, batches))
        engine.table("incoming").order(f'"{key}"').write_parquet(str(folder.path / _FILE))
    return DiskTable(folder)


def in_memory(rows: Any) -> pa.Table:
    """A table in memory, whether it lies there already or on disk."""
    return rows.whole() if isinstance(rows, DiskTable) else rows
