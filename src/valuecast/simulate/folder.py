"""Where the tables go: all of them, or none; never over something that `simulate` did not write."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from valuecast import store
from valuecast.simulate.columns import coded
from valuecast.simulate.faults import Fault

_SPELT_OUT = frozenset({"feature_event_key", "poll_event_key"})


@contextmanager
def new_folder(out: Path) -> Iterator[Path]:
    """A folder to write to that takes the place of ``out`` when everything has gone well, and vanishes otherwise.

    Raises
    ------
    OutputError
        When ``out`` is a file, a folder with other contents, or cannot be written.
    """
    with store.staged(out, "company") as fresh:
        (fresh / "truth").mkdir()
        yield fresh


class Tables:
    """Parquet files that grow block by block, spoilt on the way by ``faults``."""

    def __init__(self, folder: Path, faults: dict[str, Fault], seed: int) -> None:
        self.folder, self.faults, self.seed = folder, faults, seed
        self.writers: dict[str, pq.ParquetWriter] = {}
        self.rows: dict[str, int] = {}
        self.touched: dict[str, dict[str, dict[str, int]]] = {name: {} for name in faults}

    def add(self, name: str, rows: pa.Table, block: int) -> None:
        """Append the rows of a block to the table ``name``."""
        for fault_name, fault in self.faults.items():
            if name in fault.tables:
                rows, counts = fault.apply(name, rows, self.seed, block)
                before = self.touched[fault_name].get(name, {})
                self.touched[fault_name][name] = {item: count + before.get(item, 0) for item, count in counts.items()}
        self.append(name, rows)

    def append(self, name: str, rows: pa.Table) -> None:
        """Append rows as they are."""
        rows = coded(rows, _SPELT_OUT)
        if name not in self.writers:
            path = self.folder / f"{name}.parquet"
            # Without the Arrow schema, readers see plain text columns instead of coded ones.
            self.writers[name] = pq.ParquetWriter(path, rows.schema, compression="zstd", store_schema=False)
        self.writers[name].write_table(rows)
        self.rows[name] = self.rows.get(name, 0) + len(rows)

    def close(self) -> None:
        """Finish every file."""
        for writer in self.writers.values():
            writer.close()
