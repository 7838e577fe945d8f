"""Where the tables go: all of them, or none; never over something that `simulate` did not write."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from valuecast.errors import OutputError
from valuecast.simulate.columns import coded
from valuecast.simulate.faults import Fault

MARK = Path("truth") / "parameters.json"
_SPELT_OUT = frozenset({"feature_event_key", "poll_event_key"})


@contextmanager
def new_folder(out: Path) -> Iterator[Path]:
    """A folder to write to that takes the place of ``out`` when everything has gone well, and vanishes otherwise.

    Raises
    ------
    OutputError
        When ``out`` is a file, a folder with other contents, or cannot be written.
    """
    _check(out)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        holding = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    except OSError as error:
        raise OutputError("the output folder cannot be written", where=str(out), got=error.strerror) from error
    try:
        fresh = holding / "new"
        (fresh / "truth").mkdir(parents=True)
        yield fresh
        if out.exists():
            out.rename(holding / "old")
        fresh.rename(out)
    finally:
        shutil.rmtree(holding, ignore_errors=True)


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


def _check(out: Path) -> None:
    if out.exists() and not out.is_dir():
        raise OutputError("the output path is a file", where=str(out), expected="a folder, or a path that is free")
    if out.is_dir() and any(out.iterdir()) and not (out / MARK).is_file():
        raise OutputError(
            "the output folder holds something else",
            where=str(out),
            expected=f"an empty folder, a path that is free, or an earlier simulation ({MARK.as_posix()} within)",
            hint="name another folder; nothing was written",
        )
