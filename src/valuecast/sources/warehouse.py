"""An open connection and the tables found in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import ibis

from valuecast.errors import SourceError, nearest


@dataclass(frozen=True)
class Warehouse:
    """An open connection and the tables found in it.

    Parameters
    ----------
    connection : ibis backend
        Where expressions run.
    name : str
        What was opened, without secrets.
    tables : dict
        Expression by table name, as spelt in the source.
    """

    connection: Any
    name: str
    tables: dict[str, ibis.Table] = field(repr=False)

    def find(self, *names: str) -> ibis.Table | None:
        """The first table with one of these names, without regard to case; None when there is none."""
        known = {name.lower(): table for name, table in self.tables.items()}
        return next((known[name.lower()] for name in names if name.lower() in known), None)

    def require(self, name: str) -> ibis.Table:
        """The table of this name.

        Raises
        ------
        SourceError
            Lists the tables that are there.
        """
        table = self.find(name)
        if table is None:
            raise SourceError(
                f"table '{name}' was not found",
                where=self.name,
                expected="one of " + (", ".join(sorted(self.tables)[:20]) or "(no table at all)"),
                hint=nearest(name, self.tables),
            )
        return table

    def keep(self, name: str, table: ibis.Table) -> ibis.Table:
        """Compute a table once and keep it in the engine, as a temporary table that goes with the connection."""
        return self.connection.create_table(f"valuecast_{name}", table, temp=True, overwrite=True)

    def close(self) -> None:
        """Let go of the connection."""
        self.connection.disconnect()
