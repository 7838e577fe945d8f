"""Open Spark: a session, a cluster, a Spark Connect server; a database in it, or a folder of Parquet.

========================================================  ==========================================================
``spark://``                                              the session that runs in this process, or what Spark's own
                                                          settings say
``spark://local[2]``, ``spark://local-cluster[2,1,1024]``  a session of our own on this machine
``spark://host:7077``, ``spark://yarn``                   a session of our own on a cluster
``sc://host:15002``                                       a Spark Connect server; ``/;token=…`` as Spark has it
========================================================  ==========================================================

After ``?``, divided by ``&``: ``database=usage`` or ``database=catalog.usage``; or ``folder=`` with Parquet files or
folders, one a table; and any ``spark.…=…`` setting of the session.
"""

from __future__ import annotations

import logging
import re
import socket
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote

import ibis

from valuecast.errors import SourceError, nearest
from valuecast.sources.redaction import first_line, redacted
from valuecast.sources.warehouse import Warehouse

SCHEMES = ("spark://", "sc://")
_PLACES = ("database", "folder")
_QUIET = {"spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false"}
_REACH_SECONDS = 10.0
_RETRIES = 6
_INSTALL = "pip install 'valuecast[spark]', and Java 17 or 21"


@dataclass(frozen=True)
class SparkAddress:
    """What an address of Spark says.

    Parameters
    ----------
    master : str
        Spark's own name of the cluster; empty for the session that runs.
    remote : bool
        Whether it is a Spark Connect server.
    database, folder : str, optional
        Where the tables are.
    settings : dict
        Settings of the session.
    """

    master: str
    remote: bool
    database: str | None = None
    folder: str | None = None
    settings: Mapping[str, str] = field(default_factory=dict)


def parsed(source: str) -> SparkAddress:
    """Read an address.

    Raises
    ------
    SourceError
        When what follows the ``?`` is not known.

    >>> parsed("spark://local-cluster[2,1,1024]?database=usage").master
    'local-cluster[2,1,1024]'
    >>> parsed("spark://cluster.example:7077?folder=/data").master
    'spark://cluster.example:7077'
    """
    bare, _, query = source.partition("?")
    given = dict(parse_qsl(query, keep_blank_values=True))
    unknown = next((key for key in given if key not in _PLACES and not key.startswith("spark.")), None)
    if unknown is not None or set(_PLACES) <= set(given):
        raise SourceError(
            "the address of Spark is not understood",
            where=redacted(source),
            got=unknown or "database and folder",
            expected="after '?': database=NAME or folder=PATH, and settings such as spark.executor.memory=4g",
            hint=nearest(unknown, _PLACES) if unknown else "name one of the two",
        )
    settings = {key: value for key, value in given.items() if key.startswith("spark.")}
    remote = bare.startswith("sc://")
    master = bare if remote or _host_and_port(bare) else bare.removeprefix("spark://")
    return SparkAddress(master, remote, given.get("database") or None, given.get("folder") or None, settings)


def opened(source: str) -> Warehouse:
    """Open an address of Spark for reading.

    Raises
    ------
    SourceError
        When Spark or Java is missing, nobody answers, or there is no table.
    """
    address = parsed(source)
    name = redacted(source)
    connection = engine(address, name)
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
    return Warehouse(connection, name, tables)


def engine(address: SparkAddress, name: str) -> Any:
    """A connection to Spark in a session of our own; ``name`` is the address without secrets, for messages.

    Raises
    ------
    SourceError
        When Spark or Java is missing, or nobody answers.
    """
    try:
        from valuecast.sources.spark_engine import SparkEngine  # noqa: PLC0415  (an extra, and slow to import)
    except ImportError as error:
        raise SourceError(
            "Spark is not installed", where=name, got=first_line(error), expected="the extra 'spark'", hint=_INSTALL
        ) from None
    logging.getLogger("SQLQueryContextLogger").disabled = True
    _reach(address, name)
    try:
        session, ours = (_remote if address.remote else _classic)(address, name)
        connection = SparkEngine()
        connection.register_options()
        connection.ours = ours
        connection.do_connect(session)
    except SourceError:
        raise
    except Exception as error:
        java = "JAVA_GATEWAY_EXITED" in str(error)
        raise SourceError(
            "Java cannot be started" if java else "no Spark session can be had",
            where=name,
            got=first_line(error, address.master),
            hint=_INSTALL if java else "check the cluster's name, and the settings in the address",
        ) from None
    return connection


def _classic(address: SparkAddress, name: str) -> tuple[Any, bool]:
    from pyspark.sql import SparkSession  # noqa: PLC0415

    running = SparkSession.getActiveSession()
    if running is None:
        builder = SparkSession.builder.appName("valuecast")
        builder = builder.master(address.master) if address.master else builder
        session = builder.config(map={**_QUIET, **address.settings}).getOrCreate()
        session.sparkContext.setLogLevel("OFF")
        if session.sparkContext.master.startswith("local"):
            # Workers on this machine run this Python, not whichever is first in the path.
            session.sparkContext.pythonExec = sys.executable
        return session, True
    if address.master not in ("", running.sparkContext.master):
        raise SourceError(
            "another Spark session runs in this process",
            where=name,
            got=running.sparkContext.master,
            expected="'spark://' alone for the session that runs, or no session",
        )
    session = running.newSession()
    for key, value in address.settings.items():
        if session.conf.isModifiable(key):
            session.conf.set(key, value)
    return session, False


def _remote(address: SparkAddress, name: str) -> tuple[Any, bool]:
    from pyspark.sql import SparkSession  # noqa: PLC0415
    from pyspark.sql.connect.client import retries  # noqa: PLC0415

    session = SparkSession.builder.remote(address.master).create()
    # Its own policy goes on for ten minutes, for example where a token meets a server without encryption.
    session.client.set_retry_policies([retries.DefaultPolicy(max_retries=_RETRIES)])
    for key, value in address.settings.items():
        session.conf.set(key, value)
    return session, True


def _reach(address: SparkAddress, name: str) -> None:
    """Ask whether anybody listens: Spark itself goes on trying for minutes."""
    place = _host_and_port(address.master)
    if place is None:
        return
    try:
        socket.create_connection(place, timeout=_REACH_SECONDS).close()
    except OSError as error:
        raise SourceError(
            "nobody answers at the address of Spark",
            where=name,
            got=error.strerror or str(error),
            hint="check host and port, and that the server runs",
        ) from None


def _host_and_port(address: str) -> tuple[str, int] | None:
    match = re.match(r"(?:spark|sc)://(?P<host>[^:/,;\[\]]+)(?::(?P<port>\d+))?(?:/|$)", address)
    if match is None or (match["port"] is None and address.startswith("spark://")):
        return None
    return match["host"], int(match["port"] or 15002)


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
