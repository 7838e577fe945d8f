"""How rows get into Spark, whose catalogue has no transaction: all tables are switched by one statement.

What a reader knows as a table is a view of rows that lie in a table of one generation: ``value_scores`` shows
``value_scores__valuecast_7``. To write, the tables of the next generation are made; every view is widened, so that it
shows the rows of whichever generation one more view, ``valuecast_generation``, names; and that view is replaced, in one
statement. Wherever this is cut off, all views show what they showed before, or all show what is new. What is left over
shows nowhere, and goes with the next writing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from typing import Any

import pyarrow as pa

from valuecast.engines.disk_table import in_memory
from valuecast.engines.redaction import redacted
from valuecast.engines.spark.address import parsed
from valuecast.engines.spark.session import connected

_TYPES = {
    pa.string(): "STRING",
    pa.date32(): "DATE",
    pa.int64(): "BIGINT",
    pa.float64(): "DOUBLE",
    pa.bool_(): "BOOLEAN",
}
_GENERATION = re.compile(r"__valuecast_([0-9]+)$")
_SWITCH = "valuecast_generation"


def open_session(address: str) -> Any:
    """A connection that may write."""
    return connected(parsed(address), redacted(address))


class SwitchWriter:
    """Writes every table in full beside those that are read, then switches all of them at once."""

    def __init__(self, connection: Any, schema: str) -> None:
        self.connection = connection
        self.schema = schema

    def tables(self) -> dict[str, list[str]]:
        """Columns by table that is there."""
        names = [name for name in self._names() if name != _SWITCH and not _GENERATION.search(name)]
        return {name: list(self._table(name).columns) for name in names}

    def column(self, table: str, column: str) -> list[str]:
        """Texts of one column."""
        found: list[str] = self._table(table)[column].to_pyarrow().to_pylist()
        return found

    def check_writes(self, ours: Collection[str]) -> None:
        """Make a table and a view, and take them away."""
        self.connection.create_database(self.schema, force=True)
        self._run(f"DROP TABLE IF EXISTS {self._place(_rows('valuecast_write_check', 0))}")
        self._make({"valuecast_write_check": pa.table({"n": pa.array([1], pa.int64())})}, 0)
        self._run(f"CREATE OR REPLACE VIEW {self._place('valuecast_write_check')} AS SELECT 1 AS n")
        self._run(f"DROP VIEW {self._place('valuecast_write_check')}")
        self._run(f"DROP TABLE {self._place(_rows('valuecast_write_check', 0))}")

    def replace(self, tables: Mapping[str, pa.Table], stale: Sequence[str]) -> None:
        """Put tables in the place of those of their names, and take away stale ones."""
        self.connection.create_database(self.schema, force=True)
        now, there = self._generation(), self._generations()
        later = max([now, *(generation for _, generation in there)]) + 1
        known = {name for name, generation in there if generation == now}
        try:
            self._make(tables, later)
            for name in sorted({*tables, *known}):
                shown = [(now, self._columns(name, now))] if name in known else []
                shown += [(later, tables[name].schema)] if name in tables else []
                self._show(name, shown)
        except BaseException:
            with suppress(Exception):
                self._tidy(now, known)
            raise
        self._point(later)
        with suppress(Exception):  # all is written: what stays over shows nowhere and goes with the next writing
            self._tidy(later, set(tables))

    def append(self, tables: Mapping[str, pa.Table], run_id: str, ours: Collection[str]) -> None:
        """Add rows, in the place of those of the same run."""
        whole = {}
        for name in sorted(set(ours) | set(tables)):
            parts = [in_memory(tables[name])] if name in tables else []
            if name in ours:
                old = self._table(name)
                parts.insert(0, old.filter(old.run_id != run_id).to_pyarrow())
            whole[name] = pa.concat_tables(parts, promote_options="default")
        self.replace(whole, ())

    def _make(self, tables: Mapping[str, pa.Table], generation: int) -> None:
        for name, table in tables.items():
            self.connection.create_table(_rows(name, generation), in_memory(table), database=self.schema)

    def _show(self, name: str, generations: Sequence[tuple[int, pa.Schema]]) -> None:
        """Make a view show the rows of these generations, of each only while it is the one that is named."""
        fields = {field.name: field for _, schema in generations for field in schema}
        parts = []
        for generation, schema in generations:
            columns = ", ".join(
                f"`{f.name}`" if f.name in schema.names else f"CAST(NULL AS {_TYPES[f.type]}) AS `{f.name}`"
                for f in fields.values()
            )
            rows, switch = self._place(_rows(name, generation)), self._place(_SWITCH)
            parts.append(f"SELECT {columns} FROM {rows} WHERE (SELECT generation FROM {switch}) = {generation}")  # noqa: S608
        self._run(f"CREATE OR REPLACE VIEW {self._place(name)} AS {' UNION ALL '.join(parts)}")

    def _point(self, generation: int) -> None:
        self._run(f"CREATE OR REPLACE VIEW {self._place(_SWITCH)} AS SELECT {generation} AS generation")

    def _tidy(self, generation: int, names: Collection[str]) -> None:
        """Let every view show the rows of one generation, and drop what belongs to no other."""
        there = self._generations()
        for name in sorted({name for name, _ in there}):
            if name in names:
                self._show(name, [(generation, self._columns(name, generation))])
            else:
                self._run(f"DROP VIEW IF EXISTS {self._place(name)}")
        for name, other in there:
            if other != generation:
                self._run(f"DROP TABLE IF EXISTS {self._place(_rows(name, other))}")

    def _generation(self) -> int:
        """The generation that is shown; none is 0."""
        if _SWITCH not in self._names():
            self._point(0)
        return int(self._table(_SWITCH).generation.to_pyarrow()[0].as_py())

    def _generations(self) -> list[tuple[str, int]]:
        found = (_GENERATION.search(name) for name in self._names())
        return [(match.string[: match.start()], int(match[1])) for match in found if match]

    def _names(self) -> list[str]:
        if self.schema not in self.connection.list_databases():
            return []
        shown = self.connection.raw_sql(f"SHOW TABLES IN `{self.schema}`").collect()
        return [row.tableName for row in shown if not row.isTemporary]

    def _columns(self, name: str, generation: int) -> pa.Schema:
        found: pa.Schema = self._table(_rows(name, generation)).schema().to_pyarrow()
        return found

    def _run(self, statement: str) -> None:
        self.connection.raw_sql(statement)

    def _place(self, name: str) -> str:
        return f"`{self.schema}`.`{name}`"

    def _table(self, name: str) -> Any:
        return self.connection.table(name, database=self.schema)


def _rows(name: str, generation: int) -> str:
    """The table that holds the rows of a generation."""
    return f"{name}__valuecast_{generation}"
