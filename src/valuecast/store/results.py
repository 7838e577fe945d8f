"""Tables and manifest of one run, on disk."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute
import pyarrow.csv
import pyarrow.parquet as pq

from valuecast.contracts import OUTPUTS
from valuecast.errors import SourceError
from valuecast.store.staging import MANIFEST

DECIMALS = 6
"""Digits kept after the point."""
AT_THE_TOP = ("findings",)


@dataclass(frozen=True)
class Results:
    """What a run wrote: its manifest, and its tables by name."""

    manifest: dict[str, Any]
    tables: dict[str, pa.Table]


def write(folder: Path, tables: Mapping[str, pa.Table], manifest: Mapping[str, Any]) -> None:
    """Write every table as Parquet and CSV under ``tables/``, the findings beside the manifest too.

    Tables are put into their declared shape and their numbers rounded to six decimals, so that the files
    are the same whatever the order in which rows came. The manifest gets a fingerprint of each.
    """
    (folder / "tables").mkdir(parents=True, exist_ok=True)
    outputs = {}
    for name in OUTPUTS:
        if name not in tables:
            continue
        table = _rounded(OUTPUTS[name].conform(tables[name]))
        pq.write_table(table, folder / "tables" / f"{name}.parquet", compression="zstd")
        path = folder / "tables" / f"{name}.csv"
        pyarrow.csv.write_csv(table, path)
        if name in AT_THE_TOP:
            pyarrow.csv.write_csv(table, folder / f"{name}.csv")
        outputs[name] = {"rows": table.num_rows, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}
    text = json.dumps({**manifest, "outputs": outputs}, indent=2, sort_keys=False, ensure_ascii=False, default=str)
    (folder / MANIFEST).write_text(text + "\n", encoding="utf-8")


def read(folder: Path) -> Results:
    """Read a results folder back.

    Raises
    ------
    SourceError
        When the folder holds no manifest.
    """
    path = folder / MANIFEST
    if not path.is_file():
        raise SourceError("this is not a results folder", where=str(folder), expected=f"a folder with {MANIFEST}")
    manifest = json.loads(path.read_text(encoding="utf-8"))
    files = {name: folder / "tables" / f"{name}.parquet" for name in OUTPUTS}
    return Results(manifest, {name: pq.read_table(file) for name, file in files.items() if file.is_file()})


def _rounded(table: pa.Table) -> pa.Table:
    columns = []
    for field in table.schema:
        column = table[field.name]
        if pa.types.is_floating(field.type):
            column = pa.compute.round(column, DECIMALS)
            column = pa.compute.add(column, 0.0)
        columns.append(column)
    return pa.table(columns, names=table.column_names)
