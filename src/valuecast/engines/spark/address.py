"""Addresses of Spark: a session, a cluster, a Spark Connect server; a database in it, or a folder of Parquet.

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

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

from valuecast.engines.redaction import redacted
from valuecast.errors import SourceError, nearest

_PLACES = ("database", "folder")


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
    master = bare if remote or host_and_port(bare) else bare.removeprefix("spark://")
    return SparkAddress(master, remote, given.get("database") or None, given.get("folder") or None, settings)


def host_and_port(address: str) -> tuple[str, int] | None:
    """Where an address says that somebody listens; None where it names no host."""
    match = re.match(r"(?:spark|sc)://(?P<host>[^:/,;\[\]]+)(?::(?P<port>\d+))?(?:/|$)", address)
    if match is None or (match["port"] is None and address.startswith("spark://")):
        return None
    return match["host"], int(match["port"] or 15002)
