"""Run statements in an emulator of Snowflake: ``python emulated.py FOLDER``, in the environment that ``make`` makes.

Not a module of the tests: the emulator needs another sqlglot than Ibis, so it has an environment of its own. FOLDER
holds ``tables/*.parquet`` and ``statements/*.sql``; what they give goes to ``found/*.parquet``, and what the emulator
says of one that it cannot run to ``found/*.error``.
"""

from __future__ import annotations

import sys
import warnings
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

TYPES = {
    pa.string(): "VARCHAR",
    pa.date32(): "DATE",
    pa.timestamp("us"): "TIMESTAMP_NTZ",
    pa.int8(): "NUMBER(38, 0)",
    pa.int16(): "NUMBER(38, 0)",
    pa.int32(): "NUMBER(38, 0)",
    pa.int64(): "NUMBER(38, 0)",
    pa.float64(): "DOUBLE",
    pa.bool_(): "BOOLEAN",
}
"""Each type as Snowflake names it: whole numbers are NUMBER(38, 0) there."""


def load(cursor: Any, file: Path) -> None:
    """Make a table of a Parquet file, as a user would: CREATE TABLE, then COPY INTO."""
    columns = ", ".join(f'"{field.name}" {TYPES[field.type]}' for field in pq.read_schema(file))
    cursor.execute(f'CREATE TABLE "{file.stem}" ({columns})')
    # CASE_SENSITIVE would be the word; the emulator then finds no column and loads nulls.
    cursor.execute(
        f"COPY INTO \"{file.stem}\" FROM 'file://{file.parent}/' FILES=('{file.name}')"
        " FILE_FORMAT=(TYPE=PARQUET) MATCH_BY_COLUMN_NAME=CASE_INSENSITIVE"
    )


def rows(cursor: Any, statement: str) -> pa.Table:
    """What a statement gives, by the names that the cursor gives its columns."""
    found = cursor.execute(statement).fetchall()
    return pa.table({c.name: pa.array([row[i] for row in found]) for i, c in enumerate(cursor.description)})


def main(folder: Path) -> None:
    """Load every table, run every statement."""
    import fakesnow
    import snowflake.connector

    warnings.simplefilter("ignore")
    (folder / "found").mkdir()
    with fakesnow.patch():
        cursor = snowflake.connector.connect(database="usage", schema="main").cursor()
        for file in sorted((folder / "tables").glob("*.parquet")):
            load(cursor, file)
        for file in sorted((folder / "statements").glob("*.sql")):
            place = folder / "found" / file.stem
            try:
                pq.write_table(rows(cursor, file.read_text(encoding="utf-8")), place.with_suffix(".parquet"))
            except Exception as error:
                place.with_suffix(".error").write_text(f"{type(error).__name__}: {error}", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
