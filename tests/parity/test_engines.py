"""DuckDB and PostgreSQL give the same tables, to the ninth digit."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date

import ibis
import pyarrow as pa
import pytest

from valuecast import audit, labels, scores, signals
from valuecast.config import EventsMapping, configure
from valuecast.contracts import CANONICAL, INTERMEDIATE, SIGNAL_CATALOGUE, Canonical
from valuecast.pipeline import flow
from valuecast.simulate import Simulated
from valuecast.sources import Warehouse, open_source
from valuecast.windows import Window, folds, rolling

pytestmark = pytest.mark.postgres


def same(one: pa.Table, other: pa.Table) -> None:
    """Equal columns, and cells equal to nine digits."""
    assert one.column_names == other.column_names
    assert one.num_rows == other.num_rows > 0
    for name in one.column_names:
        for row, (a, b) in enumerate(zip(one[name].to_pylist(), other[name].to_pylist(), strict=True)):
            if isinstance(a, float) and isinstance(b, float):
                assert math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-9), f"{name}, row {row}: {a} and {b}"
            else:
                assert a == b, f"{name}, row {row}: {a} and {b}"


def sorted_by_all(table: pa.Table) -> pa.Table:
    """Rows in an order of their own, for tables without a key."""
    return table.sort_by([(name, "ascending") for name in table.column_names])


@pytest.fixture(scope="session")
def sides(
    warehouse: Warehouse, postgres: Warehouse, valued: Callable[[Canonical], Canonical]
) -> tuple[tuple[Warehouse, Canonical], ...]:
    """Both engines with the canonical tables at account grain, kept in each."""
    found = []
    for engine in (warehouse, postgres):
        tables = valued(open_source("pendo", engine, EventsMapping()).canonical("account"))
        kept = {f.name: engine.keep(f"parity_{f.name}", getattr(tables, f.name)) for f in fields(Canonical)}
        found.append((engine, replace(tables, **kept)))
    return tuple(found)


@pytest.mark.parametrize("grain", ["account", "visitor"])
@pytest.mark.parametrize("name", list(CANONICAL))
def test_canonical_tables(grain: str, name: str, warehouse: Warehouse, postgres: Warehouse) -> None:
    """The canonical tables of dbt_pendo are the same rows in both engines."""
    tables = [
        getattr(open_source("pendo", engine, EventsMapping()).canonical(grain), name).to_pyarrow()
        for engine in (warehouse, postgres)
    ]
    one, other = (sorted_by_all(CANONICAL[name].conform(t.select(CANONICAL[name].names))) for t in tables)
    if grain == "visitor" and name in ("member_activity", "outcomes"):
        assert one.num_rows == other.num_rows == 0
    else:
        same(one, other)


def test_audit(warehouse: Warehouse, postgres: Warehouse) -> None:
    """Findings, inventory and joins are the same, save for how a type is called."""
    seen = []
    for engine in (warehouse, postgres):
        source = open_source("pendo", engine, EventsMapping())
        seen.append(audit.inspect(source.inputs(), source.joins()))
    spoken = [name for name in seen[0].inventory.column_names if not name.endswith("sql")]
    same(seen[0].inventory.select(spoken), seen[1].inventory.select(spoken))
    same(seen[0].joins, seen[1].joins)
    assert [(f.code, f.table, f.column, f.count) for f in seen[0].findings] == [
        (f.code, f.table, f.column, f.count) for f in seen[1].findings
    ]
    assert seen[0].fingerprints == seen[1].fingerprints


def test_what_the_data_support(company: Simulated, loaded: str) -> None:
    """The audit from end to end comes to the same findings, whichever engine holds the tables."""
    seen = [flow.audit(configure(source=source)).findings for source in (str(company.folder), loaded)]
    one, other = ([(f.code, f.severity, f.table, f.column, f.count, f.stops) for f in found] for found in seen)
    assert one == other != []


def test_signals_labels_and_scores(
    sides: tuple[tuple[Warehouse, Canonical], ...],
) -> None:
    """Signals, labels, scores and their parts are the same at every anchor."""
    today = Window("today", date(2024, 8, 1), date(2024, 11, 1))
    past = rolling(date(2024, 2, 1), today.as_of, 3, 1)[-3:]
    windows = (*past, today)
    brought: list[dict[str, pa.Table]] = []
    for engine, tables in sides:
        anchors = engine.keep("parity_anchors", signals.anchors(tables, windows))
        found = engine.keep("parity_signals", signals.assemble(tables, anchors, signals.measured(tables, today.as_of)))
        truth = engine.keep(
            "parity_labels",
            labels.labels(tables.activity, anchors, windows, (1, 3), date(2024, 2, 1), today.as_of, 0.2),
        )
        speak = signals.usable(found, frozenset(SIGNAL_CATALOGUE))
        scored = scores.score_all(
            found,
            truth,
            folds=folds(past, today, 1),
            horizon=1,
            usable_today=speak.today,
            usable_past=speak.past,
            share=0.2,
            weights={},
        )
        every = {
            "anchors": anchors,
            "signals": found,
            "labels": truth,
            "scores": scored.scores,
            "score_parts": scored.parts,
        }
        brought.append({n: INTERMEDIATE[n].conform(t.to_pyarrow()) for n, t in every.items()})
        assert speak.past, "no signal speaks: nothing was compared"
    for name in brought[0]:
        same(brought[0][name], brought[1][name])


def test_memory_tables_reach_the_engine(postgres: Warehouse) -> None:
    """Tables made in memory join with tables of the server."""
    here = ibis.memtable(pa.table({"feature_id": ["none of these"]}))
    there = postgres.require("pendo__feature")
    assert there.anti_join(here, "feature_id").count().to_pyarrow().as_py() == there.count().to_pyarrow().as_py()
