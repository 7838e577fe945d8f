"""Sessions of Spark: the one that runs, one of our own on this machine or a cluster, one of a Spark Connect server."""

from __future__ import annotations

import logging
import socket
import sys
from typing import Any

from valuecast.engines.redaction import first_line
from valuecast.engines.spark.address import SparkAddress, host_and_port
from valuecast.errors import SourceError

_QUIET = {"spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false"}
_REACH_SECONDS = 10.0
_RETRIES = 6
_INSTALL = "pip install 'valuecast[spark]', and Java 17 or 21"


def connected(address: SparkAddress, name: str) -> Any:
    """A connection to Spark in a session of our own; ``name`` is the address without secrets, for messages.

    Raises
    ------
    SourceError
        When Spark or Java is missing, or nobody answers.
    """
    try:
        from valuecast.engines.spark.backend import SparkBackend  # noqa: PLC0415  (an extra, and slow to import)
    except ImportError as error:
        raise SourceError(
            "Spark is not installed", where=name, got=first_line(error), expected="the extra 'spark'", hint=_INSTALL
        ) from None
    logging.getLogger("SQLQueryContextLogger").disabled = True
    _reach(address, name)
    try:
        session, ours = (_remote if address.remote else _classic)(address, name)
        connection = SparkBackend()
        connection.register_options()
        connection.owns_session = ours
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
    place = host_and_port(address.master)
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
