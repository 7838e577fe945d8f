"""Open the tables of a database in Spark, or a folder of Parquet that Spark reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import ibis

from valuecast.engines.redaction import first_line, redacted
from valuecast.engines.spark.address import SparkAddress, parsed
from valuecast.engines.spark.session import connected
from valuecast.engines.spark.warehouse import SparkWarehouse
from valuecast.errors import SourceError


def read(source: str, memory_limit_gb: float) -> SparkWarehouse:
    """Open an address of Spark for reading; Spark sees to its own memory, so the limit is not looked at.

    Raises
    ------
    SourceError
        When Spark or Java is missing, nobody answers, or there is no table.
    """
    address = parsed(source)
    name = redacted(source)
    connection = connected(address, name)
    try:
        tables = dict(_tables(connection, address))
    except Exception as error:
        connection.disconnect()
        raise SourceError(
            "the tables cannot be listed",
            where=name,
            got=first_line(error, source),
            hint="check the database or folder in the address, and the right to read it",
        ) from None
    if not tables:
        connection.disconnect()
        raise SourceError(
            "the source holds no table", where=name, hint="name the database in the address: ?database=NAME"
        )
    return SparkWarehouse(connection, name, tables)


def _tables(connection: Any, address: SparkAddress) -> Iterator[tuple[str, ibis.Table]]:
    if address.folder:
        yield from _folder(connection, address.folder)
        return
    catalog, _, database = (address.database or connection.current_database).rpartition(".")
    place = f"`{catalog}`.`{database}`" if catalog else f"`{database}`"
    for row in connection.raw_sql(f"SHOW TABLES IN {place}").collect():
        if not row.isTemporary:
            yield row.tableName, connection.table(row.tableName, database=(catalog, database) if catalog else database)


def _folder(connection: Any, folder: str) -> Iterator[tuple[str, ibis.Table]]:
    """Each file and each folder of files is a table, named after it; Spark lists them, wherever they are."""
    root = folder if "://" in folder else str(Path(folder).expanduser().absolute())
    listed = connection._session.read.format("binaryFile").options(
        pathGlobFilter="*.parquet", recursiveFileLookup="true"
    )
    bare = "/" + re.sub(r"^[a-z0-9]+:/+", "", root).strip("/") + "/"
    paths = {unquote(row.path).partition(bare)[2] for row in listed.load(root).select("path").collect()}
    for first in sorted({path.partition("/")[0] for path in paths}):
        name = first.removesuffix(".parquet")
        connection._session.read.parquet(f"{root.rstrip('/')}/{first}").createOrReplaceTempView(name)
        yield name, connection.table(name)
