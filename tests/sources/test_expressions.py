"""Conditions and amounts as users write them: a few things are allowed, everything else is refused by its words."""

from __future__ import annotations

import ibis
import pyarrow as pa
import pytest

from valuecast.errors import ConfigurationError
from valuecast.sources import expressions

TABLE = pa.table(
    {
        "status": ["paid", " paid ", "failed", None],
        "amount": ["5", "-1", "30", "x"],
        "test": ["false", "TRUE", None, "0"],
        "unit price": [1.0, 2.0, 3.0, None],
    }
)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("status = 'paid'", [0, 1]),
        ("status <> 'paid'", [2, 3]),
        ("status in ('paid', 'failed')", [0, 1, 2]),
        ("status not in ('paid')", [2, 3]),
        ("not status = 'paid'", [2, 3]),
        ("status is null", [3]),
        ("status is not null and not test", [0, 2]),
        ("amount > 0", [0, 2]),
        ("amount >= -1 or test = true", [0, 1, 2]),
        ("test = false", [0, 3]),
        ("\"unit price\" < 3 and (amount > 0 or status = 'paid')", [0, 1]),
        ("status = 'it''s'", []),
    ],
)
def test_conditions(text: str, rows: list[int]) -> None:
    """Text is compared as text, numbers as numbers, flags as flags; what is missing fulfils none but ``<>``."""
    table = ibis.memtable(TABLE.append_column("row", pa.array(range(4))))
    kept = table.filter(expressions.condition(table, text, "events.where")).order_by("row")
    assert kept.to_pyarrow()["row"].to_pylist() == rows


@pytest.mark.parametrize(
    "text",
    [
        "status = 'paid'; drop table log",
        "1 = 1) union select (1",
        "status = (select max(status) from log)",
        "lower(status) = 'paid'",
        "status like 'p%'",
        "status = amount",
        "",
        "status =",
        "'paid'",
        "*",
        "(" * 400,
    ],
)
def test_anything_else_is_no_condition(text: str) -> None:
    """Statements, functions and questions within are refused, and shown."""
    with pytest.raises(ConfigurationError) as met:
        expressions.condition(ibis.memtable(TABLE), text, "events.where")
    assert met.value.where == "events.where"
    assert "conditions such as" in str(met.value.expected)


def test_a_column_that_is_not_there() -> None:
    """It is named beside those that are."""
    with pytest.raises(ConfigurationError, match="column 'statuss' was not found") as met:
        expressions.condition(ibis.memtable(TABLE), "statuss = 'paid'", "events.where")
    assert met.value.hint == "did you mean 'status'?"


@pytest.mark.parametrize(
    ("text", "columns", "values"),
    [
        ("a * b", ("a", "b"), [6.0, None]),
        ("(a - b) / 100", ("a", "b"), [-0.01, None]),
        ('-"unit price" + 1.5', ("unit price",), [-3.5, -3.5]),
        ("a / (b - 3)", ("a", "b"), [None, None]),
    ],
)
def test_amounts(text: str, columns: tuple[str, ...], values: list[float | None]) -> None:
    """Columns and numbers, reckoned in the usual order; nothing where a part is missing or the divisor is zero."""
    table = ibis.memtable(pa.table({"a": [2.0, 1.0], "b": [3.0, None], "unit price": [5.0, 5.0]}))
    assert expressions.operands(text, "events.amount") == columns
    amount = expressions.amount(text, "events.amount", {name: table[name] for name in columns})
    assert table.select(x=amount).to_pyarrow()["x"].to_pylist() == values


@pytest.mark.parametrize("text", ["a * (select 1)", "sum(a)", "a ** b", "a; b", "a + 'x' || b", "a, b", "-"])
def test_anything_else_is_no_amount(text: str) -> None:
    """Functions, statements and questions are refused."""
    with pytest.raises(ConfigurationError):
        expressions.operands(text, "events.amount")
