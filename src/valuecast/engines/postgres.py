"""PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import ibis
import pyarrow as pa

from valuecast.engines.addresses import open_address
from valuecast.engines.engine import OWN_HASH, Engine, Gap, Writing
from valuecast.engines.warehouse import Warehouse
from valuecast.engines.writing import TransactionWriter, Writer, quoted

_CONNECT_SECONDS = 10
_OF_OTHERS = "SELECT tablename FROM pg_tables WHERE schemaname = %s AND NOT pg_has_role(tableowner, 'USAGE')"


def _read(source: str, memory_limit_gb: float) -> Warehouse:
    """All tables of a schema; the driver waits for a silent host for minutes unless told how long."""
    if "connect_timeout=" not in source:
        source += f"{'&' if '?' in source.rsplit('@', 1)[-1] else '?'}connect_timeout={_CONNECT_SECONDS}"
    return open_address(source, memory_limit_gb)


def _writer(connection: Any, schema: str) -> Writer:
    """Write in one transaction."""
    return TransactionWriter(PostgresRows(connection.con), schema)


class PostgresRows:
    """Statements and rows for PostgreSQL, through its own driver."""

    placeholder = "%s"

    def __init__(self, raw: Any) -> None:
        self.raw = raw

    def run(self, statement: str, values: Sequence[str] = ()) -> list[tuple[Any, ...]]:
        """Rows of a statement, if it has any."""
        cursor = self.raw.execute(statement, list(values) or None)
        return list(cursor.fetchall()) if cursor.description else []

    def fill(self, place: str, table: pa.Table) -> None:
        """Add rows to a table that is there."""
        columns = ", ".join(quoted(name) for name in table.column_names)
        with self.raw.cursor() as cursor, cursor.copy(f"COPY {place} ({columns}) FROM STDIN") as copy:
            for batch in table.to_batches(max_chunksize=10_000):
                for row in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                    copy.write_row(row)

    def of_others(self, schema: str) -> list[str]:
        """Tables that only another may replace."""
        return [name for (name,) in self.run(_OF_OTHERS, [schema])]

    @contextmanager
    def transaction(self, *, keep: bool = True) -> Iterator[None]:
        """All or nothing."""
        with self.raw.transaction(force_rollback=not keep):
            yield


POSTGRES = Engine(
    "PostgreSQL",
    "postgres://user@host/database",
    schemes=("postgres", "postgresql"),
    tested="executed",
    read=_read,
    writes="all or nothing, one transaction",
    writing=Writing(ibis.connect, _writer),
    drivers=("psycopg",),
    messages={
        "rights": ("insufficientprivilege", "read-only transaction"),
        "disk": ("diskfull", "could not extend file"),
        "time": ("statement timeout", "lock timeout", "querycanceled", "locknotavailable", "canceling statement"),
        "connection": (
            "closed the connection",
            "connection is closed",
            "connection is lost",
            "terminating connection",
            "adminshutdown",
            "server unexpectedly",
        ),
        "missing": ("undefinedtable",),
    },
    gaps=(
        Gap(
            "a number with a point",
            "1.0 in a statement is a decimal, and so is a column made of it",
            "portable.constant",
        ),
        Gap(
            "rounding of halves",
            "it rounds to even, DuckDB away from zero",
            "halves are rounded up everywhere: portable.steps",
        ),
        Gap("a boolean as a number", "it has no such cast to most numbers", "a case: portable.flag_number"),
        OWN_HASH,
    ),
)
