"""The few expressions on which engines disagree."""

from __future__ import annotations

import math
from decimal import Decimal

import ibis
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from valuecast.engines import fingerprints, portable


def _one(kind: str, values: list[object]) -> ibis.Table:
    return ibis.memtable(pa.table({"x": pa.array(values, pa.type_for_alias(kind))}))


@given(values=st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=30), seed=st.randoms(use_true_random=False))
def test_sums_do_not_depend_on_the_order_of_rows(values: list[float], seed: object) -> None:
    """The same rows in another order give the same bytes, and the sum is within half a thousandth a row."""
    shuffled = list(values)
    seed.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = (
        table.aggregate(s=portable.exact_sum(table.x)).to_pyarrow()["s"][0].as_py()
        for table in (_one("float64", values), _one("float64", shuffled))
    )
    assert one == other
    assert abs(one - math.fsum(values)) <= 0.0005 * len(values) + 1e-6


def test_a_half_step_is_rounded_up() -> None:
    """Halves go up in every engine, for negative values too; a missing value stays missing."""
    table = _one("float64", [0.5, 1.5, 2.5, -0.5, -1.5, 0.4999, None])
    assert table.select(s=portable.steps(table.x, 1)).to_pyarrow()["s"].to_pylist() == [1, 2, 3, 0, -1, 0, None]


def test_the_mean_leaves_missing_values_out() -> None:
    """A mean is over the known values; without one it is missing."""
    table = _one("float64", [1.0, None, 2.0])
    assert table.aggregate(m=portable.exact_mean(table.x)).to_pyarrow()["m"][0].as_py() == 1.5
    empty = _one("float64", [None, None])
    assert empty.aggregate(m=portable.exact_mean(empty.x)).to_pyarrow()["m"][0].as_py() is None


def test_not_a_number_is_missing() -> None:
    """NaN and the infinities become missing; finite values stay."""
    table = _one("float64", [1.0, float("nan"), float("inf"), float("-inf"), None])
    assert table.select(f=portable.finite(table.x)).to_pyarrow()["f"].to_pylist() == [1.0, None, None, None, None]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12.0),
        (" 1.5 ", 1.5),
        ("-3e2", -300.0),
        (".5", 0.5),
        ("1,5", None),
        ("", None),
        ("abc", None),
        ("1 2", None),
    ],
)
def test_text_is_read_as_a_number_only_when_it_is_one(text: str, number: float | None) -> None:
    """Text that is a whole number, decimal or exponent is read; anything else is missing, never guessed."""
    table = _one("string", [text])
    assert table.select(n=portable.as_number(table.x)).to_pyarrow()["n"][0].as_py() == number


@pytest.mark.parametrize(
    ("word", "flag"), [("Yes", True), ("t", True), ("1", True), ("No", False), ("FALSE", False), ("maybe", None)]
)
def test_flags_are_read_from_the_usual_words(word: str, flag: bool | None) -> None:
    """Yes and no in their usual spellings; other words are missing."""
    table = _one("string", [word])
    assert table.select(f=portable.as_flag(table.x)).to_pyarrow()["f"][0].as_py() is flag


def test_decimals_are_read_as_numbers() -> None:
    """A decimal column gives the same number as a floating one."""
    table = ibis.memtable(pa.table({"x": pa.array([Decimal("1.25"), None], pa.decimal128(10, 2))}))
    assert table.select(n=portable.as_number(table.x)).to_pyarrow()["n"].to_pylist() == [1.25, None]


def test_a_bound_leaves_what_is_missing_missing() -> None:
    """Of a null and a bound, the answer is null, whatever the engine makes of the greater and the lesser of them."""
    table = _one("float64", [1.0, 5.0, None])
    found = table.select(
        low=portable.at_least(table.x, ibis.literal(2.0)), high=portable.at_most(table.x, ibis.literal(2.0))
    )
    assert found.to_pyarrow().to_pydict() == {"low": [2.0, 5.0, None], "high": [1.0, 2.0, None]}


def _marks(*rows: tuple[str | None, float | None, float | None]) -> list[tuple[int, int]]:
    names = ("who", "one", "other")
    kinds = (pa.string(), pa.float64(), pa.float64())
    columns = [pa.array([row[i] for row in rows], kind) for i, kind in enumerate(kinds)]
    table = ibis.memtable(pa.table(columns, names=[*names]))
    upper, lower = fingerprints.row_fingerprints([table[name] for name in names])
    found = table.select(upper=upper, lower=lower).to_pyarrow()
    return list(zip(found["upper"].to_pylist(), found["lower"].to_pylist(), strict=True))


def test_a_row_is_marked_by_all_its_values_and_their_columns() -> None:
    """Equal rows have equal marks; another value, a value in another column, or null gives another, in both halves."""
    rows = [("a", 1.0, 2.0), ("a", 1.0, 2.0), ("b", 1.0, 2.0), ("a", 2.0, 1.0), ("a", None, 2.0), (None, 1.0, 2.0)]
    first, same, *others = _marks(*rows)
    assert first == same
    for half in (0, 1):
        assert len({mark[half] for mark in (first, *others)}) == len(rows) - 1
        assert all(0 <= mark[half] < 2**31 for mark in others)


def test_two_rows_that_trade_values_change_the_sum_of_marks() -> None:
    """What two customers add up to stays when they trade a value; what their marks add up to does not."""
    before, after = (_marks(("a", x, 5.0), ("b", y, 5.0)) for x, y in ((1.0, 2.0), (2.0, 1.0)))
    for half in (0, 1):
        assert sum(mark[half] for mark in before) != sum(mark[half] for mark in after)
