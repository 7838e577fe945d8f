"""The register of engines: every address finds its engine, every gap its test, and nobody else asks for an engine."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest
from tests.parity import test_gaps as gaps_in_a_server

import valuecast
from valuecast.engines.register import ENGINES, engine_of

from . import test_gaps as gaps_without_one


def shown(module: ModuleType) -> list[tuple[str, str]]:
    """Engine and gap of every test in a module that is marked with a gap."""
    marks = [mark for test in vars(module).values() for mark in getattr(test, "pytestmark", ())]
    return [(engine, mark.args[0]) for mark in marks if mark.name == "gap" for engine in mark.args[1:]]


def test_every_gap_is_shown_by_a_test_or_says_why_not() -> None:
    """A gap without a test could be long closed; a test without a gap shows that one is."""
    tests = Counter([*shown(gaps_without_one), *shown(gaps_in_a_server)])
    gaps = {(engine.name, gap.what): gap for engine in ENGINES for gap in engine.gaps}
    assert len(gaps) == sum(len(engine.gaps) for engine in ENGINES), "two gaps of an engine have one name"
    assert dict(tests) == {key: 1 for key, gap in gaps.items() if not gap.untested}


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("exports/log.csv", "DuckDB"),
        ("duckdb://w.duckdb", "DuckDB"),
        ("sqlite://app.db", "DuckDB"),
        ("postgres://h/db", "PostgreSQL"),
        ("postgresql://h/db", "PostgreSQL"),
        ("spark://", "Spark"),
        ("sc://h:15002", "Spark"),
        ("snowflake://u@a/db", "Snowflake"),
        ("bigquery://p/d", "BigQuery"),
        ("databricks://h", "Databricks"),
        ("trino://h", "Trino"),
        ("nosuchengine://h", None),
    ],
)
def test_an_address_finds_its_engine(address: str, name: str | None) -> None:
    """By what stands before the colon; a path is read with DuckDB, and of others nobody knows."""
    engine = engine_of(address)
    assert (engine and engine.name) == name


def test_no_scheme_is_claimed_twice() -> None:
    """An address belongs to one engine."""
    claimed = Counter(scheme for engine in ENGINES for scheme in engine.schemes)
    assert set(claimed.values()) == {1}


def test_engines_stay_in_their_room() -> None:
    """Nowhere else is a driver imported, or a connection asked which engine it is."""
    top = Path(str(valuecast.__file__)).parent
    asks = re.compile(r"^\s*(?:import|from) (?:duckdb|psycopg|pyspark)\b|connection\.name\b|ibis\.duckdb", re.M)
    elsewhere = [path for path in top.rglob("*.py") if "engines" not in path.relative_to(top).parts]
    assert elsewhere
    assert [str(path) for path in elsewhere if asks.search(path.read_text(encoding="utf-8"))] == []
