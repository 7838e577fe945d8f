"""Open a DuckDB or SQLite file, or a folder or file of Parquet, CSV or text, in the embedded engine."""

from __future__ import annotations

import re
import tempfile
import weakref
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import ibis
import sqlglot.expressions as sge

from valuecast.engines import temporary
from valuecast.engines.duckdb import sqlite
from valuecast.engines.duckdb.files import READABLE, Table, kind_of, starts_with, table_of, tables_in, tables_of
from valuecast.engines.duckdb.tables import Reader
from valuecast.engines.duckdb.warehouse import MATERIALISED, EmbeddedWarehouse
from valuecast.engines.redaction import first_line, redacted
from valuecast.errors import EngineError, SourceError, ValuecastError, nearest

_LOCAL = ("duckdb://", "sqlite://")
_ROWS_A_GB = 3_000_000
"""Rows that the embedded engine can sum, join and keep within a gigabyte, with those of other tables set aside."""
_DATABASES = {
    ".duckdb": "a DuckDB",
    ".ddb": "a DuckDB",
    ".sqlite": "an SQLite",
    ".sqlite3": "an SQLite",
    ".db": "a DuckDB or SQLite",
}
_EXPECTED = (
    "a DuckDB or SQLite file, a folder or file of Parquet, CSV or JSON lines, or an address such as "
    "postgres://host/db or spark://host:7077"
)


def read(source: str, memory_limit_gb: float) -> EmbeddedWarehouse:
    """Open a file or folder for reading; nothing in it is written to.

    Raises
    ------
    SourceError
        When it does not exist, cannot be read, or holds no table.
    EngineError
        When nothing can be kept in the folder for temporary files.
    """
    path = Path(next((source.removeprefix(each) for each in _LOCAL if source.startswith(each)), source)).expanduser()
    pattern = [] if path.exists() else _matching(path)
    if not path.exists() and not pattern:
        raise SourceError(
            "the source does not exist",
            where=redacted(str(path)),
            got=redacted(str(path)),
            expected=_EXPECTED,
            hint=redacted(_beside(path) or "") or None,
        )
    connection, scratch = _embedded(memory_limit_gb)
    reader = Reader(connection, scratch)
    try:
        tables = dict(_tables(connection, path, reader, pattern))
    except (ValuecastError, MemoryError):
        raise
    except Exception as error:
        raise SourceError(
            "the source cannot be read", where=str(path), got=first_line(error), expected=_EXPECTED
        ) from error
    if not tables:
        raise SourceError("the source holds no table", where=str(path), expected=_EXPECTED)
    room = int(_ROWS_A_GB * memory_limit_gb)
    return EmbeddedWarehouse(
        connection,
        str(path),
        tables,
        room,
        scratch,
        findings=tuple(reader.findings),
        text=frozenset(reader.text),
    )


def _matching(path: Path) -> list[Path]:
    """Files that a pattern such as ``exports/orders_*.csv`` names: asked for only where there is no such path."""
    if not any(mark in path.name for mark in "*?["):
        return []
    folder = path.parent
    return sorted(file for file in folder.glob(path.name) if file.is_file() and kind_of(file) in READABLE)


def _embedded(memory_limit_gb: float) -> tuple[Any, Path]:
    """The embedded engine, and the folder of the file in which it keeps what is computed once.

    A file holds columns compressed, a seventh of what they take in memory, and is read where it is; what memory cannot
    hold would be written to the disk and read back as it is.
    """
    try:
        scratch = temporary.make("kept")
        connection = ibis.duckdb.connect(
            memory_limit=f"{memory_limit_gb:g}GB",
            temp_directory=str(scratch / "spill"),
            autoinstall_known_extensions=False,
        )
        weakref.finalize(connection, temporary.remove, scratch)
        connection.raw_sql("SET enable_progress_bar = false")
        _attach(connection, scratch / "kept.duckdb", MATERIALISED)
    except Exception as error:
        raise EngineError(
            "nothing can be kept in the folder for temporary files",
            where=tempfile.gettempdir(),
            got=first_line(error),
            hint="make room there, or name another folder by TMPDIR",
        ) from error
    return connection, scratch


def _attach(connection: Any, path: Path, name: str, *, read_only: bool = False) -> None:
    """As Ibis, but for a path with a quotation mark in it, which Ibis does not write as SQL."""
    literal = sge.convert(str(path)).sql("duckdb")
    connection.raw_sql(f"ATTACH {literal} AS {name}{' (READ_ONLY)' if read_only else ''}")


def _tables(
    connection: Any, path: Path, reader: Reader, pattern: Sequence[Path] = ()
) -> Iterator[tuple[str, ibis.Table]]:
    if pattern:
        yield from _read(reader, table_of(pattern, _name_of(path)))
    elif path.is_dir():
        yield from _read(reader, tables_of(path))
    elif kind_of(path) in READABLE:
        yield from _read(reader, tables_in(path))
    elif starts_with(path, 0, sqlite.MAGIC):
        yield from sqlite.tables(connection, path)
    elif is_duckdb(path):
        yield from _duckdb(connection, path)
    elif kind := _DATABASES.get(path.suffix.lower()):
        raise SourceError(
            f"the file is not {kind} file, though its name says so",
            where=str(path),
            got=f"{path.stat().st_size:,} bytes without the mark of one",
            expected=_EXPECTED,
            hint="check that it was copied whole",
        )
    else:
        raise SourceError(
            "the file is of an unknown kind", where=str(path), got=path.suffix or path.name, expected=_EXPECTED
        )


def _read(reader: Reader, tables: Sequence[Table]) -> Iterator[tuple[str, ibis.Table]]:
    for table in tables:
        yield table.name, reader.read(table)


def _name_of(pattern: Path) -> str:
    """A name for the files of a pattern: ``orders`` for ``orders_*.csv``."""
    return re.sub(r"[^A-Za-z]+$", "", re.split(r"[*?\[]", pattern.name)[0]) or "log"


def _beside(path: Path) -> str | None:
    """What lies where a path leads that does not exist: the nearest name, or the nearest folder that is there."""
    folder = path.parent
    if folder.is_dir():
        return nearest(path.name, sorted(each.name for each in folder.iterdir())) or f"it is looked for in {folder}"
    there = next((parent for parent in folder.parents if parent.is_dir()), Path())
    return f"there is no folder {folder}; the nearest that is there is {there.resolve()}"


def _duckdb(connection: Any, path: Path) -> Iterator[tuple[str, ibis.Table]]:
    _attach(connection, path, "source_file", read_only=True)
    rows = connection.raw_sql(
        "SELECT table_schema, table_name FROM information_schema.tables WHERE table_catalog = 'source_file'"
        " ORDER BY table_schema <> 'main', table_schema, table_name"
    ).fetchall()
    seen: set[str] = set()
    for schema, name in rows:
        if name.lower() not in seen:
            seen.add(name.lower())
            yield name, connection.table(name, database=("source_file", schema))


def is_duckdb(path: Path) -> bool:
    """Whether a file is a database of DuckDB, by its mark."""
    return starts_with(path, 8, b"DUCK")
