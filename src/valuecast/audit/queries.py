"""The SQL behind a figure, in the words of the reader's own engine."""

from __future__ import annotations

import ibis
import ibis.expr.operations as ops


def sql_of(figures: ibis.Table) -> str:
    """One statement that yields the figures: table names stand bare, so that it can be pasted beside the tables."""
    engine = ibis.get_backend(figures)
    bare = {
        table: ops.UnboundTable(name=table.name, schema=table.schema) for table in figures.op().find(ops.DatabaseTable)
    }
    return str(ibis.to_sql(figures.op().replace(bare).to_expr(), dialect=engine.name))
