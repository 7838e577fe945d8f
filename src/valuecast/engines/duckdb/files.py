"""Files of Parquet, CSV and text in the embedded engine."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import ibis
import ibis.expr.datatypes as dt
import pandas as pd
import pyarrow as pa

from valuecast.engines.redaction import first_line
from valuecast.errors import SourceError

READABLE = (".parquet", ".csv", ".tsv", ".txt")
_FIRST_YEAR = 1000
"""Years before it are written with fewer than four digits."""
_AS_WRITTEN: dict[str, Any] = {
    "auto_type_candidates": ["BOOLEAN", "BIGINT", "DOUBLE", "DATE", "TIMESTAMP", "VARCHAR"],
    "dateformat": "%Y-%m-%d",
    "timestampformat": "%Y-%m-%d %H:%M:%S",
}
"""The reader takes only ISO days for days: in 01/05/2024 it would guess which part is the month. The rest is text."""


def files(folder: Path) -> dict[str, Path]:
    """Readable files of a folder and of its folders one level down; a name nearer the top wins."""
    found: dict[str, Path] = {}
    for file in [*sorted(folder.glob("*")), *sorted(folder.glob("*/*"))]:
        if file.is_file() and file.suffix.lower() in READABLE and file.stem.lower() not in {s.lower() for s in found}:
            found[file.stem] = file
    return found


def read_file(connection: Any, name: str, file: Path) -> ibis.Table:
    """The rows of a file, as a table of this name.

    Raises
    ------
    SourceError
        When the file is empty or cannot be read.
    """
    if not file.stat().st_size:
        raise SourceError("the file is empty", where=str(file), got="0 bytes", expected="a header line and rows")
    try:
        if file.suffix.lower() == ".parquet":
            return connection.read_parquet(file, table_name=name)
        if _separated_by_blanks(file):
            frame = pd.read_csv(file, sep=r"\s+", dtype=str, keep_default_na=False, na_values=[""])
            return connection.create_table(name, pa.Table.from_pandas(frame, preserve_index=False))
        read = connection.read_csv(file, table_name=f"{name}__file", sample_size=-1, null_padding=False, **_AS_WRITTEN)
        short = _short_years(read)
        if short:
            read = connection.read_csv(
                file,
                table_name=f"{name}__again",
                sample_size=-1,
                null_padding=False,
                types=dict.fromkeys(short, "VARCHAR"),
                **_AS_WRITTEN,
            )
        return connection.create_table(name, read)
    except Exception as error:
        raise SourceError(
            "the file cannot be read",
            where=str(file),
            got=first_line(error),
            expected="a readable " + ("Parquet" if file.suffix.lower() == ".parquet" else "CSV") + " file",
            hint=_lines_end_in_two_ways(file),
        ) from error


def starts_with(path: Path, offset: int, magic: bytes) -> bool:
    """Whether a file has these bytes at a place.

    Raises
    ------
    SourceError
        When it cannot be read.
    """
    try:
        with path.open("rb") as file:
            file.seek(offset)
            return file.read(len(magic)) == magic
    except OSError as error:
        raise SourceError("the file cannot be read", where=str(path), got=error.strerror or str(error)) from error


def _short_years(table: ibis.Table) -> list[str]:
    """Columns of days whose year has not four digits: the reader took 05-01-24 for a day of the year 5."""
    days = [name for name, kind in table.schema().items() if isinstance(kind, dt.Date | dt.Timestamp)]
    if not days:
        return []
    least = table.aggregate(**{name: table[name].min().year() for name in days}).to_pyarrow().to_pylist()[0]
    return [name for name in days if least[name] is not None and least[name] < _FIRST_YEAR]


def _lines_end_in_two_ways(file: Path) -> str | None:
    if file.suffix.lower() == ".parquet":
        return None
    with file.open("rb") as opened:
        head = opened.read(1 << 20)
    windows = head.count(b"\r\n")
    if not 0 < windows < head.count(b"\n"):
        return None
    return r"some lines end in \r\n and some in \n alone: make them one, for example with dos2unix"


def _separated_by_blanks(file: Path) -> bool:
    if file.suffix.lower() != ".txt":
        return False
    with file.open(encoding="utf-8", errors="replace") as lines:
        header = lines.readline()
    return not any(mark in header for mark in ",;|\t") and len(header.split()) > 1
