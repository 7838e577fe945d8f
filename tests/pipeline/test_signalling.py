"""Signals for some customers at a time are what they are for all at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace

import ibis
import pyarrow as pa
import pytest

from valuecast import signals
from valuecast.contracts import INTERMEDIATE, SIGNAL_CATALOGUE, Canonical
from valuecast.engines import Warehouse
from valuecast.pipeline import signalling
from valuecast.sources import Source
from valuecast.windows import Window

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("room", [None, 20_000])
def test_parts(
    room: int | None,
    warehouse: Warehouse,
    pendo: Source,
    valued: Callable[[Canonical], Canonical],
    small_windows: tuple[Window, ...],
) -> None:
    """However little an engine has room for, every signal is the same, and nothing but the signals is left behind."""
    built, windows = valued(pendo.canonical("account")), small_windows[-2:]
    tables = Canonical(
        **{each.name: warehouse.materialise(each.name, getattr(built, each.name)) for each in fields(built)}
    )
    anchors = warehouse.materialise("anchors", signals.anchors(tables, windows))
    axes = ibis.memtable(signals.across(signals.learn(tables, windows[0])))
    every = frozenset(SIGNAL_CATALOGUE)
    before = kept(warehouse)
    cramped = replace(warehouse, room=room)
    rows = sum(each.count().to_pyarrow().as_py() for each in (tables.activity, tables.product_usage, anchors))
    assert room is None or rows > room, "all of it fits: nothing is done in parts"
    found = signalling.kept(cramped, "in_parts", tables, anchors, windows, every, axes)
    assert kept(warehouse) == before | {"valuecast_in_parts"}
    assert ordered(found) == ordered(signals.assemble(tables, anchors, windows, every, axes))


def kept(warehouse: Warehouse) -> set[str]:
    """Names of the tables kept in the engine."""
    rows = warehouse.connection.con.sql("SELECT table_name FROM duckdb_tables()").fetchall()
    return {name for (name,) in rows}


def ordered(table: ibis.Table) -> pa.Table:
    """Its rows in a fixed order."""
    rows = INTERMEDIATE["signals"].conform(table.to_pyarrow())
    return rows.sort_by([("window_id", "ascending"), ("customer_id", "ascending")])
