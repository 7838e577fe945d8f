"""Open an engine for writing: a DuckDB file, PostgreSQL, or Spark."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import ibis

from valuecast.errors import OutputError, SourceError
from valuecast.sources import spark
from valuecast.sources.connect import READABLE, is_duckdb
from valuecast.sources.redaction import first_line, redacted

_POSTGRES = ("postgres://", "postgresql://")
_EXPECTED = "a DuckDB file, or an address of PostgreSQL or Spark"


def destination(address: str) -> Any:
    """A connection that may write; a DuckDB file that does not exist is made.

    Raises
    ------
    OutputError
        When the engine cannot be opened, or results cannot be written to it.
    """
    name = redacted(address)
    try:
        if address.startswith(spark.SCHEMES):
            return spark.engine(spark.parsed(address), name)
        if address.startswith(_POSTGRES):
            return ibis.connect(address)
        path = Path(address.removeprefix("duckdb://")).expanduser()
        if "://" not in address.removeprefix("duckdb://") and not path.is_dir() and path.parent.is_dir():
            _check_file(path, name)
            return ibis.duckdb.connect(path)
    except OutputError:
        raise
    except SourceError as error:
        raise OutputError(error.what, where=name, expected=error.expected, hint=error.hint) from None
    except Exception as error:
        raise OutputError(
            "the engine to write to cannot be opened",
            where=name,
            got=first_line(error, address),
            hint="check host, user and password, and that nobody else has the file open",
        ) from None
    raise OutputError("results cannot be written there", where="--write-to", got=name, expected=_EXPECTED)


def _check_file(path: Path, name: str) -> None:
    """Refuse a file that is, or by its name would be, of another kind: it would be read, and written nowhere."""
    if path.suffix.lower() in READABLE or (path.is_file() and path.stat().st_size and not is_duckdb(path)):
        raise OutputError(
            "results cannot be written into a file of this kind",
            where="--write-to",
            got=name,
            expected=_EXPECTED,
            hint="name a file such as results.duckdb; tables as files are in --out",
        )
