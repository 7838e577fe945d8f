"""What a refresh asks of an engine: marks of rows, and Parquet there and back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import ibis
import pyarrow as pa
import pytest

from valuecast.contracts import INTERMEDIATE
from valuecast.engines import Warehouse
from valuecast.pipeline import changes

from .conftest import Computed

Compute = Callable[[str], Computed]
KEY = ["table", "day"]
START, END = date(2024, 9, 1), date(2024, 10, 1)


def opened(engine: str, request: pytest.FixtureRequest) -> Warehouse:
    """The small company in an engine."""
    found: Warehouse = request.getfixturevalue(engine)
    return found


def test_marks_count_the_same_rows(engine: str, computed: Compute) -> None:
    """By table and day, an engine counts the rows that DuckDB counts, and gives the same marks when asked again."""
    here = computed(engine).canonical
    one, again, other = (changes.fingerprints(tables).days for tables in (here, here, computed("duckdb").canonical))
    counts = [t.select([*KEY, "rows"]).sort_by([(name, "ascending") for name in KEY]) for t in (one, other)]
    assert counts[0].to_pylist() == counts[1].to_pylist()
    assert changes.changed_days(one, again) == {}
    assert len(set(one["lower"].to_pylist())) > 0.99 * one.num_rows


def test_a_change_is_found_by_day(engine: str, computed: Compute, request: pytest.FixtureRequest) -> None:
    """A value that changes on one day for one customer changes that day's fingerprint alone."""
    warehouse, tables = opened(engine, request), computed(engine).canonical
    days = tables.activity
    recent = days.filter(days.day >= START, days.day < END).order_by("customer_id", "day").limit(1)
    row = recent.select("customer_id", "day").to_pyarrow().to_pylist()[0]
    hit = (days.customer_id == row["customer_id"]) & (days.day == ibis.literal(row["day"]))
    altered = days.mutate(value=ibis.ifelse(hit, days.value + 1.0, days.value))
    after = replace(tables, activity=warehouse.materialise("altered_activity", altered))
    assert changes.changed_days(changes.fingerprints(tables).days, changes.fingerprints(after).days) == {
        "activity": (row["day"],)
    }


def test_parquet_there_and_back(engine: str, computed: Compute, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    """Signals that are written and read back are the same to the last bit."""
    warehouse, contract = opened(engine, request), INTERMEDIATE["signals"]
    signals: pa.Table = computed(engine).board["signal_table"]
    warehouse.save(signals, tmp_path / "signals.parquet")
    back = warehouse.load("signals_back", tmp_path / "signals.parquet")
    assert contract.conform(back.to_pyarrow()).equals(contract.conform(signals.to_pyarrow()))
