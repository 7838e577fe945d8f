"""Tables and manifest of one run, on disk."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet as pq

from valuecast.contracts import OUTPUTS
from valuecast.engines.disk_table import DiskTable
from valuecast.engines.publishing import as_written
from valuecast.errors import SourceError
from valuecast.store.staging import MANIFEST

AT_THE_TOP = ("findings",)
SPREADSHEETS = "spreadsheet"
"""Folder of the copies that a spreadsheet opens without running any cell."""
_RUN = r"^[=+\-@\t\r\n]"
"""Cells that begin so are taken for formulas by spreadsheets, unless they are numbers."""
_NUMBER = r"^[+-]?[0-9][0-9.,]*$"


@dataclass(frozen=True)
class Stored:
    """What a run wrote: its manifest, and its tables by name."""

    manifest: dict[str, Any]
    tables: dict[str, pa.Table]


def write(folder: Path, tables: Mapping[str, pa.Table], manifest: Mapping[str, Any]) -> None:
    """Write every table as Parquet and CSV under ``tables/``, the findings beside the manifest too.

    Tables are put into their declared shape and their numbers rounded to six decimals, so that the files
    are the same whatever the order in which rows came. The manifest gets a fingerprint of each. A table that was
    sorted to disk is written piece by piece. Of a table with a cell that a spreadsheet would run, a copy with an
    apostrophe before such cells lies under ``spreadsheet/``; the exact one stays.
    """
    (folder / "tables").mkdir(parents=True, exist_ok=True)
    outputs = {}
    for name in OUTPUTS:
        if name not in tables:
            continue
        path = folder / "tables" / f"{name}.csv"
        table = as_written(name, tables[name])
        if isinstance(table, DiskTable):
            _pour(table, path)
        else:
            pq.write_table(table, path.with_suffix(".parquet"), compression="zstd")
            pyarrow.csv.write_csv(table, path)
        _for_spreadsheets(table, folder / SPREADSHEETS / path.name)
        if name in AT_THE_TOP:
            shutil.copyfile(path, folder / path.name)
        with path.open("rb") as written:
            outputs[name] = {"rows": table.num_rows, "sha256": hashlib.file_digest(written, "sha256").hexdigest()}
    text = json.dumps({**manifest, "outputs": outputs}, indent=2, sort_keys=False, ensure_ascii=False, default=str)
    (folder / MANIFEST).write_text(text + "\n", encoding="utf-8")


def read(folder: Path, *, without: Collection[str] = ()) -> Stored:
    """Read a results folder back, each table sorted by its key; tables named in ``without`` are passed over.

    Raises
    ------
    SourceError
        When the manifest is missing or is not JSON, or a table cannot be read or lacks columns.
    """
    manifest = _manifest(folder / MANIFEST)
    tables = {name: _table(folder / "tables" / f"{name}.parquet", name) for name in OUTPUTS if name not in without}
    return Stored(manifest, {name: table for name, table in tables.items() if table is not None})


def _for_spreadsheets(rows: pa.Table | DiskTable, path: Path) -> None:
    """A copy in which no cell is a formula, where any would be."""
    if not any(_runs(batch[name]) for batch in rows.to_batches() for name in _texts(batch.schema)):
        return
    path.parent.mkdir(exist_ok=True)
    with pyarrow.csv.CSVWriter(path, rows.schema) as lines:
        for batch in rows.to_batches():
            columns = {name: batch[name] for name in batch.schema.names}
            columns |= {name: _quoted(batch[name]) for name in _texts(batch.schema)}
            lines.write_batch(pa.record_batch(columns))


def _texts(schema: pa.Schema) -> list[str]:
    return [field.name for field in schema if pa.types.is_string(field.type)]


def _formulas(column: pa.Array) -> pa.Array:
    begins = pc.match_substring_regex(column, _RUN)
    return pc.and_not(begins, pc.match_substring_regex(column, _NUMBER))


def _runs(column: pa.Array) -> bool:
    return bool(pc.any(_formulas(column)).as_py())


def _quoted(column: pa.Array) -> pa.Array:
    return pc.if_else(pc.fill_null(_formulas(column), False), pc.binary_join_element_wise("'", column, ""), column)


def _pour(rows: DiskTable, path: Path) -> None:
    """Write a long table piece by piece."""
    parquet = path.with_suffix(".parquet")
    with (
        pq.ParquetWriter(parquet, rows.schema, compression="zstd") as columns,
        pyarrow.csv.CSVWriter(path, rows.schema) as lines,
    ):
        for batch in rows.to_batches():
            columns.write_batch(batch)
            lines.write_batch(batch)


def _manifest(path: Path) -> dict[str, Any]:
    try:
        written = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SourceError(
            "this is not a results folder",
            where=str(path),
            expected=f"a folder with {MANIFEST}",
            hint="name the folder given to --out",
        ) from error
    except ValueError as error:
        raise SourceError("the manifest is not JSON", where=str(path), got=str(error)) from error
    if not isinstance(written, dict):
        raise SourceError("the manifest is not a mapping", where=str(path), got=type(written).__name__)
    return written


def _table(path: Path, name: str) -> pa.Table | None:
    if not path.is_file():
        return None
    try:
        table = pq.read_table(path)
    except (OSError, pa.ArrowInvalid) as error:
        raise SourceError("a table of the results cannot be read", where=str(path), got=str(error)) from error
    missing = [column for column in OUTPUTS[name].names if column not in table.column_names]
    if missing:
        raise SourceError(
            "a table of the results lacks columns",
            where=str(path),
            got=missing,
            expected="a table written by this version",
        )
    key = OUTPUTS[name].key
    return table.sort_by([(column, "ascending") for column in key]) if key else table
