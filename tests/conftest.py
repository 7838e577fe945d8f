"""A small simulated company, and tiny hand-made ones, for the tests of the foundations."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa
import pytest

from valuecast.config import EventsMapping
from valuecast.contracts import CANONICAL, Canonical
from valuecast.engines import Warehouse, connect
from valuecast.simulate import Company, Simulated, simulate
from valuecast.sources import Source, open_source
from valuecast.windows import TODAY, Plan, Window, months_after, rolling

SMALL = Company(accounts=120, visitors=960, months=12, seed=3)


@pytest.fixture(scope="session")
def company(tmp_path_factory: pytest.TempPathFactory) -> Simulated:
    """120 accounts of about eight visitors over twelve months, nothing wrong with them."""
    return simulate(SMALL, tmp_path_factory.mktemp("foundations") / "company")


@pytest.fixture(scope="session")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """The same company with faults of the simulator, written once per set of faults."""
    made: dict[tuple[str, ...], Path] = {}

    def make(*faults: str) -> Path:
        if faults not in made:
            folder = tmp_path_factory.mktemp("faulty") / "company"
            made[faults] = simulate(replace(SMALL, faults=faults), folder).folder
        return made[faults]

    return make


@pytest.fixture(scope="session")
def warehouse(company: Simulated) -> Iterator[Warehouse]:
    """The small company, opened as a user would."""
    opened = connect(str(company.folder))
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def pendo(warehouse: Warehouse) -> Source:
    """The small company, read as the output of dbt_pendo."""
    return open_source("pendo", warehouse, EventsMapping())


@pytest.fixture(scope="session")
def valued() -> Callable[[Canonical], Canonical]:
    """Give canonical activity its value: minutes, or 0 where there are none."""

    def add(tables: Canonical) -> Canonical:
        days = tables.activity
        return replace(tables, activity=days.mutate(value=days.minutes.fill_null(0.0)))

    return add


@pytest.fixture(scope="session")
def small_windows() -> tuple[Window, ...]:
    """Backtest windows of the small company, and today."""
    as_of = SMALL.end + timedelta(days=1)
    return (*rolling(date(2023, 11, 1), as_of, 4, 3), Window(TODAY, months_after(as_of, -4), as_of))


@pytest.fixture(scope="session")
def tiny() -> Callable[..., Canonical]:
    """Canonical tables from lists of rows as tuples, in the declared order of columns; activity has a value too."""

    def make(**rows: list[tuple[Any, ...]]) -> Canonical:
        assert set(rows) <= set(CANONICAL), "a table of this name does not exist"
        made = {}
        for name, declared in CANONICAL.items():
            schema = declared.empty().schema
            if name == "activity":
                schema = schema.append(pa.field("value", pa.float64()))
            listed = [dict(zip(schema.names, row, strict=True)) for row in rows.get(name, [])]
            made[name] = ibis.memtable(pa.Table.from_pylist(listed, schema=schema))
        return Canonical(**made)

    return make


@pytest.fixture(scope="session")
def a_plan() -> Callable[..., Plan]:
    """A plan over any windows."""

    def make(windows: tuple[Window, ...], today: Window, **settings: Any) -> Plan:
        given: dict[str, Any] = {
            "grain": "account",
            "as_of": today.as_of,
            "data_start": windows[0].past_start if windows else today.past_start,
            "past_months": 3,
            "horizon": 3,
            "trend_horizons": (3,),
            "windows": windows,
            "today": today,
            "windows_until": today.as_of,
            "score_dimensions": frozenset(),
            "model_dimensions": frozenset(),
            "supervised": True,
            "reasons": (),
            **settings,
        }
        return Plan(**given)

    return make


@pytest.fixture
def folder_of(tmp_path: Path) -> Callable[..., Path]:
    """A folder of Parquet files from Arrow tables."""
    import pyarrow.parquet as pq

    def make(**tables: pa.Table) -> Path:
        folder = tmp_path / "tables"
        folder.mkdir(exist_ok=True)
        for name, table in tables.items():
            pq.write_table(table, folder / f"{name}.parquet")
        return folder

    return make
