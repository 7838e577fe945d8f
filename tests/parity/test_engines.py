"""DuckDB, PostgreSQL and Spark give the same tables, to the ninth digit."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import fields

import ibis
import pyarrow as pa
import pytest

from valuecast.config import EventsMapping
from valuecast.contracts import CANONICAL, SIGNAL_CATALOGUE, Canonical
from valuecast.engines import Warehouse, identifiers, portable
from valuecast.scores import installed
from valuecast.sources import open_source

from .conftest import Computed

Compute = Callable[[str], Computed]
WORDS = {"sql", "key_sql", "join_sql"}
"""Columns with a statement, which each engine words as its own."""


def same(one: pa.Table, other: pa.Table, *, where: str = "", empty: bool = False) -> None:
    """Equal columns, and cells equal to nine digits."""
    assert one.column_names == other.column_names, where
    assert one.num_rows == other.num_rows, where
    assert one.num_rows > 0 or empty, where
    for name in one.column_names:
        for row, (a, b) in enumerate(zip(one[name].to_pylist(), other[name].to_pylist(), strict=True)):
            if isinstance(a, float) and isinstance(b, float):
                assert math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-9), f"{where} {name}, row {row}: {a} and {b}"
            else:
                assert a == b, f"{where} {name}, row {row}: {a!r} and {b!r}"


def in_order(table: pa.Table) -> pa.Table:
    """Rows in an order of their own, for tables without a key."""
    return table.sort_by([(name, "ascending") for name in table.column_names])


def without_words(table: pa.Table) -> pa.Table:
    """A table of the audit without the statements."""
    return table.select([name for name in table.column_names if not name.endswith("sql")])


def test_canonical_tables(engine: str, computed: Compute) -> None:
    """The canonical tables by account are the same rows."""
    one, other = computed("duckdb").canonical, computed(engine).canonical
    for part in fields(Canonical):
        tables = (getattr(side, part.name).to_pyarrow() for side in (one, other))
        ordered = [in_order(CANONICAL[part.name].conform(t.select(CANONICAL[part.name].names))) for t in tables]
        same(*ordered, where=part.name)


def test_canonical_tables_by_person(engine: str, warehouse: Warehouse, request: pytest.FixtureRequest) -> None:
    """The canonical tables by visitor are the same rows."""
    sides = []
    for opened in (warehouse, request.getfixturevalue(engine)):
        tables = open_source("pendo", opened, EventsMapping()).canonical("visitor")
        rows = {name: getattr(tables, name).select(declared.names) for name, declared in CANONICAL.items()}
        sides.append({name: in_order(CANONICAL[name].conform(t.to_pyarrow())) for name, t in rows.items()})
    for name in CANONICAL:
        same(sides[0][name], sides[1][name], where=name, empty=name in ("member_activity", "outcomes"))


def test_audit_figures(engine: str, computed: Compute) -> None:
    """Inventory, joins, column figures, coverage, windows and fingerprints are the same, save for wording in SQL."""
    one, other = computed("duckdb").audit, computed(engine).audit
    assert set(one.tables) == set(other.tables) >= {"inventory", "joins", "column_figures", "coverage"}
    for name in set(one.tables) - {"findings"}:
        same(without_words(one.tables[name]), without_words(other.tables[name]), where=name)
    assert one.manifest["inputs"] == other.manifest["inputs"]
    assert one.manifest["plan"] == other.manifest["plan"]


def test_findings(engine: str, computed: Compute) -> None:
    """The findings are the same in kind, place, count and words of evidence."""
    one, other = (
        [(f.code, f.severity, f.table, f.column, f.count, f.stops, f.evidence) for f in computed(side).audit.findings]
        for side in ("duckdb", engine)
    )
    assert one == other
    assert one, "no finding: nothing was compared"


@pytest.mark.parametrize(
    "name", ["signals", "labels", "scores", "score_parts", "months", "weeks", "blocks", "champions", "answers"]
)
def test_what_leaves_the_engine(name: str, engine: str, computed: Compute) -> None:
    """Signals, labels, scores, their parts and what is followed month by month are the same at every anchor."""
    one, other = (in_order(computed(side).brought[name]) for side in ("duckdb", engine))
    same(one, other, where=name, empty=name == "champions")


def test_nothing_is_left_out(computed: Compute) -> None:
    """What is compared holds every signal, every score and windows of the past."""
    brought = computed("duckdb").brought
    assert set(SIGNAL_CATALOGUE) <= set(brought["signals"].column_names)
    assert {score.name for score in installed()} == set(brought["scores"]["score"].to_pylist())
    assert len(set(brought["labels"]["window_id"].to_pylist())) > 2
    silent = {name for name in SIGNAL_CATALOGUE if brought["signals"][name].null_count == brought["signals"].num_rows}
    assert silent <= NEVER_MEASURED


NEVER_MEASURED: frozenset[str] = frozenset()
"""Signals that a company of the simulator does not have."""


def test_what_can_be_used(engine: str, computed: Compute) -> None:
    """The same signals speak, today and in the past, and the same are admissible."""
    one, other = (computed(side).board for side in ("duckdb", engine))
    assert one["informative"] == other["informative"]
    assert one["leak_map"].allowed == other["leak_map"].allowed


def test_memory_tables_reach_the_engine(engine: str, request: pytest.FixtureRequest) -> None:
    """Tables made in memory join with tables of the engine."""
    here = ibis.memtable(pa.table({"feature_id": ["none of these"]}))
    there = request.getfixturevalue(engine).require("pendo__feature")
    assert there.anti_join(here, "feature_id").count().to_pyarrow().as_py() == there.count().to_pyarrow().as_py()


def test_letters_are_no_white_space(engine: str, warehouse: Warehouse, request: pytest.FixtureRequest) -> None:
    """Texts that begin, end or consist of v and f keep them, and tabs and feeds of all kinds are white space."""
    texts = ["v", "f", "vf", "a3f", "a3v", "f12", "false", "\x0b", "\x0c", " \t\x0b", "a\x0b", "x y", "", None]
    table = ibis.memtable(pa.table({"n": range(len(texts)), "text": pa.array(texts, pa.string())}))
    looked = table.select(
        "n",
        blank=portable.is_blank(table.text),
        flag=portable.as_flag(table.text),
        spelt=identifiers.normalise(table.text, ("blanks",)),
    ).order_by("n")
    sides = [opened.connection.to_pyarrow(looked) for opened in (warehouse, request.getfixturevalue(engine))]
    same(*sides)
    assert sides[0]["blank"].to_pylist()[:10] == [False] * 7 + [True] * 3
    assert sides[0]["flag"].to_pylist()[6] is False
    assert sides[0]["spelt"].to_pylist()[3:6] == ["a3f", "a3v", "f12"]


def test_signals_are_floating_point(engine: str, computed: Compute) -> None:
    """No signal comes out as a decimal, which an engine makes of a constant with a point in it."""
    signals = computed(engine).brought["signals"]
    assert {str(signals.schema.field(name).type) for name in SIGNAL_CATALOGUE} == {"double"}
