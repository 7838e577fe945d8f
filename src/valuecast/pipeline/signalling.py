"""The signals, computed and kept in the engine: for some customers at a time where it has no room for all at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace

import ibis

from valuecast import signals
from valuecast.contracts import Canonical
from valuecast.engines import Warehouse
from valuecast.windows import Window

_KEY = "customer_id"


def kept(
    warehouse: Warehouse,
    name: str,
    tables: Canonical,
    anchors: ibis.Table,
    windows: Sequence[Window],
    measured: frozenset[str],
    axes: ibis.Table | None,
) -> ibis.Table:
    """Signals at each anchor as `signals.assemble` gives them: a customer's are made of that customer's rows alone."""
    each = {field.name: getattr(tables, field.name) for field in fields(Canonical)}
    # Outcomes are what may be predicted: no signal is made of them.
    by_customer = {table: rows for table, rows in each.items() if table != "outcomes" and _KEY in rows.columns}

    def work(subset: Mapping[str, ibis.Table]) -> ibis.Table:
        narrowed = replace(tables, **{table: subset[table] for table in by_customer})
        return signals.assemble(narrowed, subset["anchors"], windows, measured, axes)

    return warehouse.materialise_in_parts(name, {**by_customer, "anchors": anchors}, _KEY, work)
