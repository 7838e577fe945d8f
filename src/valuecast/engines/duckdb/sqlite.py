"""Tables of an SQLite file, brought into the embedded engine."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa

MAGIC = b"SQLite format 3\x00"
"""What a file of SQLite begins with."""


def tables(connection: Any, path: Path) -> Iterator[tuple[str, ibis.Table]]:
    """Every table and view by name, copied: the file is opened for reading only."""
    file = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    try:
        names = file.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name").fetchall()
        for (name,) in names:
            if name.startswith("sqlite_"):
                continue
            quoted = '"' + name.replace('"', '""') + '"'
            cursor = file.execute(f"SELECT * FROM {quoted}")  # noqa: S608  (the name comes from the catalogue, quoted)
            columns = [column[0] for column in cursor.description]
            rows = cursor.fetchall()
            values = {column: _typed([row[i] for row in rows]) for i, column in enumerate(columns)}
            yield name, connection.create_table(name, pa.table(values))
    finally:
        file.close()


def _typed(values: list[Any]) -> pa.Array:
    """SQLite types values, not columns: whole numbers, numbers, or else text."""
    kinds = {type(value) for value in values if value is not None}
    if kinds and kinds <= {int}:
        return pa.array(values, pa.int64())
    if kinds and kinds <= {int, float}:
        return pa.array(values, pa.float64())
    text = [None if v is None else v.decode("utf-8", "replace") if isinstance(v, bytes) else str(v) for v in values]
    return pa.array(text, pa.string())
