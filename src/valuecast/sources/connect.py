"""Open a DuckDB or SQLite file, a folder or file of Parquet, CSV or text, or any address that Ibis opens.

Files are read through the embedded engine, which never writes to them. An address with ``://`` keeps the work
in the engine it names.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import ibis
import ibis.expr.datatypes as dt
import pandas as pd
import pyarrow as pa
import sqlglot.expressions as sge

from valuecast.errors import EngineError, SourceError, ValuecastError, nearest
from valuecast.sources import spark
from valuecast.sources.redaction import first_line, redacted
from valuecast.sources.warehouse import KEPT, Warehouse

READABLE = (".parquet", ".csv", ".tsv", ".txt")
_SQLITE = b"SQLite format 3\x00"
_LOCAL = ("duckdb://", "sqlite://")
_POSTGRES = ("postgres://", "postgresql://")
_CONNECT_SECONDS = 10
_ROWS_A_GB = 3_000_000
"""Rows that the embedded engine can sum, join and keep within a gigabyte, with those of other tables set aside."""
FIRST_YEAR = 1000
"""Years before it are written with fewer than four digits."""
_AS_WRITTEN: dict[str, Any] = {
    "auto_type_candidates": ["BOOLEAN", "BIGINT", "DOUBLE", "DATE", "TIMESTAMP", "VARCHAR"],
    "dateformat": "%Y-%m-%d",
    "timestampformat": "%Y-%m-%d %H:%M:%S",
}
"""The reader takes only ISO days for days: in 01/05/2024 it would guess which part is the month. The rest is text."""
_DATABASES = {
    ".duckdb": "a DuckDB",
    ".ddb": "a DuckDB",
    ".sqlite": "an SQLite",
    ".sqlite3": "an SQLite",
    ".db": "a DuckDB or SQLite",
}
_EXPECTED = (
    "a DuckDB or SQLite file, a folder or file of Parquet or CSV, or an address such as postgres://host/db or "
    "spark://host:7077"
)


def connect(source: str, *, memory_limit_gb: float = 3.5) -> Warehouse:
    """Open a source for reading.

    Raises
    ------
    SourceError
        When it does not exist, cannot be read, holds no table, or the address is refused.
    """
    source = next((source.removeprefix(local) for local in _LOCAL if source.startswith(local)), source)
    if source.startswith(spark.SCHEMES):
        return spark.opened(source)
    if "://" in source:
        return _address(source)
    path = Path(source).expanduser()
    if not path.exists():
        raise SourceError(
            "the source does not exist", where=str(path), got=source, expected=_EXPECTED, hint=_beside(path)
        )
    connection, aside = _embedded(memory_limit_gb)
    try:
        tables = dict(_tables(connection, path))
    except ValuecastError:
        raise
    except Exception as error:
        raise SourceError(
            "the source cannot be read", where=str(path), got=first_line(error), expected=_EXPECTED
        ) from error
    if not tables:
        raise SourceError("the source holds no table", where=str(path), expected=_EXPECTED)
    return Warehouse(connection, str(path), tables, room=int(_ROWS_A_GB * memory_limit_gb), aside=aside)


def _address(source: str) -> Warehouse:
    connection: Any = None
    try:
        connection = ibis.connect(_patient(source))
        tables = {name: connection.table(name) for name in sorted(connection.list_tables())}
    except Exception as error:
        if connection is not None:
            connection.disconnect()
        raise SourceError(
            "the address cannot be opened",
            where=redacted(source),
            got=first_line(error, source),
            hint="check host, user and password, and that the driver is installed, such as valuecast[postgres]",
        ) from None
    if not tables:
        connection.disconnect()
        raise SourceError(
            "the source holds no table",
            where=redacted(source),
            hint="name the schema in the address, and see whether the role may read its tables",
        )
    return Warehouse(connection, redacted(source), tables)


def _patient(source: str) -> str:
    """PostgreSQL waits for a silent host for minutes unless told how long."""
    if not source.startswith(_POSTGRES) or "connect_timeout=" in source:
        return source
    return f"{source}{'&' if '?' in source.rsplit('@', 1)[-1] else '?'}connect_timeout={_CONNECT_SECONDS}"


def _embedded(memory_limit_gb: float) -> tuple[Any, Path]:
    """The embedded engine, and the folder of the file in which it keeps what is computed once.

    A file holds columns compressed, a seventh of what they take in memory, and is read where it is; what memory cannot
    hold would be written to the disk and read back as it is.
    """
    connection = ibis.duckdb.connect(
        memory_limit=f"{memory_limit_gb:g}GB",
        temp_directory=str(Path(tempfile.gettempdir()) / "valuecast-spill"),
        autoinstall_known_extensions=False,
    )
    connection.raw_sql("SET enable_progress_bar = false")
    try:
        aside = Path(tempfile.mkdtemp(prefix="valuecast-kept-"))
        weakref.finalize(connection, shutil.rmtree, aside, ignore_errors=True)
        _attach(connection, aside / "kept.duckdb", KEPT)
    except Exception as error:
        raise EngineError(
            "nothing can be kept in the folder for temporary files",
            where=tempfile.gettempdir(),
            got=first_line(error),
            hint="make room there, or name another folder by TMPDIR",
        ) from error
    return connection, aside


def _attach(connection: Any, path: Path, name: str, *, read_only: bool = False) -> None:
    """As Ibis, but for a path with a quotation mark in it, which Ibis does not write as SQL."""
    literal = sge.convert(str(path)).sql("duckdb")
    connection.raw_sql(f"ATTACH {literal} AS {name}{' (READ_ONLY)' if read_only else ''}")


def _tables(connection: Any, path: Path) -> Iterator[tuple[str, ibis.Table]]:
    if path.is_dir():
        for stem, file in _files(path).items():
            yield stem, _file(connection, stem, file)
    elif path.suffix.lower() in READABLE:
        yield path.stem, _file(connection, path.stem, path)
    elif _starts_with(path, 0, _SQLITE):
        yield from _sqlite(connection, path)
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


def _beside(path: Path) -> str | None:
    """What lies where a path leads that does not exist: the nearest name, or the nearest folder that is there."""
    folder = path.parent
    if folder.is_dir():
        return nearest(path.name, sorted(each.name for each in folder.iterdir())) or f"it is looked for in {folder}"
    there = next((parent for parent in folder.parents if parent.is_dir()), Path())
    return f"there is no folder {folder}; the nearest that is there is {there.resolve()}"


def _files(folder: Path) -> dict[str, Path]:
    """Readable files of a folder and of its folders one level down; a name nearer the top wins."""
    found: dict[str, Path] = {}
    for file in [*sorted(folder.glob("*")), *sorted(folder.glob("*/*"))]:
        if file.is_file() and file.suffix.lower() in READABLE and file.stem.lower() not in {s.lower() for s in found}:
            found[file.stem] = file
    return found


def _file(connection: Any, name: str, file: Path) -> ibis.Table:
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


def _short_years(table: ibis.Table) -> list[str]:
    """Columns of days whose year has not four digits: the reader took 05-01-24 for a day of the year 5."""
    days = [name for name, kind in table.schema().items() if isinstance(kind, dt.Date | dt.Timestamp)]
    if not days:
        return []
    least = table.aggregate(**{name: table[name].min().year() for name in days}).to_pyarrow().to_pylist()[0]
    return [name for name in days if least[name] is not None and least[name] < FIRST_YEAR]


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


def _sqlite(connection: Any, path: Path) -> Iterator[tuple[str, ibis.Table]]:
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


def is_duckdb(path: Path) -> bool:
    """Whether a file is a database of DuckDB, by its mark."""
    return _starts_with(path, 8, b"DUCK")


def _starts_with(path: Path, offset: int, magic: bytes) -> bool:
    try:
        with path.open("rb") as file:
            file.seek(offset)
            return file.read(len(magic)) == magic
    except OSError as error:
        raise SourceError("the file cannot be read", where=str(path), got=error.strerror or str(error)) from error
