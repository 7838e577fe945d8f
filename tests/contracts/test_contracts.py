"""The declared tables: what they refuse, and that they say what they are for."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pyarrow as pa
import pytest

import valuecast
from valuecast.contracts import (
    CANONICAL,
    DIMENSIONS,
    INTERMEDIATE,
    OUTPUTS,
    SIGNAL_CATALOGUE,
    Canonical,
    Column,
    Table,
    finding,
)

T = Table("t", "an example", ("id",), (Column("id", "string", "the id"), Column("n", "float64", "a number", "", True)))
OPEN = Table("o", "an example", ("id",), (Column("id", "string", "the id"),), extra="more")
SOURCES = Path(valuecast.__file__).parent


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"n": [1.0]}, "missing columns ['id']"),
        ({"id": ["a"], "n": [1.0], "x": [1]}, "undeclared columns ['x']"),
        ({"id": ["a", None], "n": [1.0, 2.0]}, "column 'id' holds nulls"),
        ({"id": ["a", "a"], "n": [1.0, 2.0]}, "key ('id',) repeats"),
    ],
)
def test_what_conform_refuses(given: dict[str, list[object]], says: str) -> None:
    """A table out of its declared shape is named, with what is wrong."""
    with pytest.raises(ValueError, match=re.escape(says)) as met:
        T.conform(pa.table(given))
    assert "'t'" in str(met.value)


def test_conform_orders_types_and_sorts() -> None:
    """Columns in the declared order and type, rows by the key, whatever order they came in."""
    found = T.conform(pa.table({"n": pa.array([1, None, 3]), "id": ["c", "a", "b"]}))
    assert found.column_names == ["id", "n"]
    assert found.schema.field("n").type == pa.float64()
    assert found.to_pydict() == {"id": ["a", "b", "c"], "n": [None, 3.0, 1.0]}


def test_open_tables_keep_further_columns() -> None:
    """A table with ``extra`` takes further columns, after its own."""
    assert OPEN.conform(pa.table({"x": [1.5], "id": ["a"]})).column_names == ["id", "x"]


def test_conform_refuses_a_value_that_does_not_fit() -> None:
    """A cast that would lose something is an error, not a guess."""
    whole = Table("w", "an example", (), (Column("n", "int64", "a count"),))
    with pytest.raises(pa.ArrowInvalid):
        whole.conform(pa.table({"n": [1.5]}))


EVERY = {
    **{f"canonical {n}": t for n, t in CANONICAL.items()},
    **{f"intermediate {n}": t for n, t in INTERMEDIATE.items()},
}
EVERY |= {f"output {n}": t for n, t in OUTPUTS.items()}


@pytest.mark.parametrize("name", list(EVERY))
def test_every_table_is_documented(name: str) -> None:
    """A purpose, a meaning for each column, keys among the columns and never null, and an empty form that conforms."""
    table = EVERY[name]
    assert table.name == name.split()[1]
    assert table.purpose
    assert all(column.meaning for column in table.columns)
    nullable = {column.name for column in table.columns if column.nullable}
    assert set(table.key) <= set(table.names) - nullable
    assert len(set(table.names)) == len(table.names)
    assert table.conform(table.empty()).num_rows == 0


def test_canonical_is_the_canonical_tables() -> None:
    """The expressions that travel together are those that are declared."""
    assert [f.name for f in fields(Canonical)] == list(CANONICAL)


def test_signals_have_a_dimension_a_unit_and_a_meaning() -> None:
    """The catalogue is complete, and every dimension has at least one signal."""
    assert {s.dimension for s in SIGNAL_CATALOGUE.values()} == set(DIMENSIONS)
    for name, signal in SIGNAL_CATALOGUE.items():
        assert name == signal.name
        assert signal.unit
        assert signal.meaning


def test_product_lists_the_tables_that_are_always_written() -> None:
    """The files that a run always leaves are declared."""
    assert {
        "value_scores",
        "segments",
        "hv_predictions_testset",
        "value_trends_all_accounts",
        "value_trends_all_visitors",
        "feature_importances",
        "backtest_windows",
        "backtest_metrics",
        "actions",
        "findings",
    } <= set(OUTPUTS)


def test_only_registered_findings() -> None:
    """A kind of finding that is not registered, or that may not stop a run, cannot be made."""
    with pytest.raises(ValueError, match="'no_such_code' is not registered"):
        finding("no_such_code", "t")
    with pytest.raises(ValueError, match="cannot stop a run"):
        finding("types_converted", "t", stops=True)
    assert finding("no_activity", "t", stops=True).severity == "error"


def test_findings_are_made_in_one_place() -> None:
    """No step makes a finding past the registry, so that every code has its words."""
    for path in SOURCES.rglob("*.py"):
        if path.parent.name != "contracts":
            assert not re.search(r"\bFinding\(\s*$", path.read_text(encoding="utf-8"), re.MULTILINE), path.name
