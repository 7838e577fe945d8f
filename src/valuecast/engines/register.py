"""Every engine that we know, each from its own file; any other that Ibis opens is tried by its address."""

from __future__ import annotations

from valuecast.engines.bigquery import BIGQUERY
from valuecast.engines.databricks import DATABRICKS
from valuecast.engines.duckdb import DUCKDB
from valuecast.engines.engine import Engine, Gap
from valuecast.engines.postgres import POSTGRES
from valuecast.engines.snowflake import SNOWFLAKE
from valuecast.engines.spark import SPARK
from valuecast.engines.trino import TRINO

ENGINES: tuple[Engine, ...] = (DUCKDB, POSTGRES, SPARK, SNOWFLAKE, BIGQUERY, DATABRICKS, TRINO)


def engine_of(address: str) -> Engine | None:
    """The engine that an address or a path names; None for a scheme that is none of theirs.

    >>> engine_of("postgres://ana@db.local/prod").name, engine_of("exports/log.csv").name
    ('PostgreSQL', 'DuckDB')
    """
    scheme, divided, _ = address.partition("://")
    named = scheme if divided else ""
    return next((engine for engine in ENGINES if named in engine.schemes), None)


def gaps() -> dict[Gap, tuple[str, ...]]:
    """Every gap once, with the names of the engines that have it."""
    found: dict[Gap, tuple[str, ...]] = {}
    for engine in ENGINES:
        for gap in engine.gaps:
            found[gap] = (*found.get(gap, ()), engine.name)
    return found
