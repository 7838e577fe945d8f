"""Columns named and typed as a source expects them, and what could not be converted told."""

from __future__ import annotations

import math
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import duckdb
import ibis
import pyarrow as pa
import pytest

from valuecast.contracts import Coercion
from valuecast.engines import portable
from valuecast.sources.coercion import Wanted, shape


def shaped(values: list[Any], kind: str, type_: pa.DataType | None = None) -> tuple[list[Any], tuple[Coercion, ...]]:
    """One column, converted."""
    table = ibis.memtable(pa.table({"X": pa.array(values, type_)}))
    found = shape(table, "t", [Wanted("x", kind)])  # type: ignore[arg-type]
    return found.table.to_pyarrow()["x"].to_pylist(), found.coercions


def test_names_without_regard_to_case_and_by_alias() -> None:
    """A column is found under its name first, then its aliases; what is not asked for is left out."""
    table = ibis.memtable(pa.table({"DATE_DAY": [date(2024, 1, 1)], "Id": ["a"], "more": [1]}))
    found = shape(table, "t", [Wanted("day", "date", ("date_day",)), Wanted("id", "string"), Wanted("n", "float64")])
    assert found.table.to_pyarrow().to_pylist() == [{"day": date(2024, 1, 1), "id": "a", "n": None}]
    assert (found.missing, found.absent, found.coercions) == ((), ("n",), ())


def test_missing_columns_are_named() -> None:
    """A required column that is absent is named, and null."""
    found = shape(ibis.memtable(pa.table({"a": [1]})), "t", [Wanted("b", "float64", required=True)])
    assert (found.missing, found.absent) == (("b",), ("b",))
    assert found.table.to_pyarrow()["b"].to_pylist() == [None]


def test_dates_as_text() -> None:
    """ISO days and instants, compact days and blanks are read; what is no calendar day is counted and shown."""
    given = ["2024-01-31", " 2024-02-29 ", "2023-02-29", "2024-01-31T10:00:00Z", "2024-01-31 23:59:59+02:00"]
    given += ["20240131", "31/01/2024", "2024-13-01", "2024-04-31", "", None, "n/a"]
    day = date(2024, 1, 31)
    values, told = shaped(given, "date")
    assert values == [day, date(2024, 2, 29), None, day, day, day, None, None, None, None, None, None]
    assert [(c.table, c.column, c.found, c.wanted, c.failed, c.example) for c in told] == [
        ("t", "X", "string", "date", 5, "n/a")
    ]


@pytest.mark.parametrize(
    ("values", "type_"),
    [
        ([20240131, 20241301, None], pa.int64()),
        ([20240131.0, 1e12, None], pa.float64()),
        ([Decimal("20240131"), Decimal("5"), None], pa.decimal128(12, 0)),
        ([datetime(2024, 1, 31, 23, 59), None, None], pa.timestamp("us")),  # noqa: DTZ001
        ([date(2024, 1, 31), None, None], pa.date32()),
    ],
)
def test_dates_of_every_type(values: list[Any], type_: pa.DataType) -> None:
    """Numbers are read as yyyymmdd, instants by their day; a number that is no day is null."""
    assert shaped(values, "date", type_)[0] == [date(2024, 1, 31), None, None]


def test_numbers_as_text() -> None:
    """Plain and scientific numbers are read; anything else is counted and shown."""
    values, told = shaped(["1", " 2.5 ", "-3e2", ".5", "1,5", "NaN", "", None, "0x10", "1e"], "float64")
    assert values == [1.0, 2.5, -300.0, 0.5, None, None, None, None, None, None]
    assert [(c.failed, c.example) for c in told] == [(4, "NaN")]


def test_numbers_that_are_not_finite() -> None:
    """NaN and the infinities are missing, and counted."""
    values, told = shaped([1.0, math.nan, math.inf, -math.inf, None], "float64")
    assert values == [1.0, None, None, None, None]
    assert [(c.found, c.failed) for c in told] == [("float64", 3)]


@pytest.mark.parametrize("type_", ["DECIMAL(18, 3)", "HUGEINT", "INTEGER", "UBIGINT", "FLOAT"])
def test_numbers_of_every_type(type_: str) -> None:
    """Any number becomes float64, without loss that shows."""
    connection = ibis.duckdb.connect()
    connection.raw_sql(f"CREATE TABLE t AS SELECT CAST(v AS {type_}) AS x FROM (VALUES (12), (NULL)) AS r(v)")
    found = shape(connection.table("t"), "t", [Wanted("x", "float64")])
    assert found.table.to_pyarrow().schema.field("x").type == pa.float64()
    assert found.table.to_pyarrow()["x"].to_pylist() == [12.0, None]
    assert sum(c.failed for c in found.coercions) == 0
    connection.disconnect()


def test_flags() -> None:
    """The usual words and numbers; anything else is counted."""
    assert shaped(["TRUE", "no", " y ", "0", "maybe", None], "bool")[0] == [True, False, True, False, None, None]
    assert shaped([1, 0, 2, None], "bool")[0] == [True, False, None, None]
    assert shaped([True, None], "bool") == ([True, None], ())


def test_ids_of_numbers_are_text() -> None:
    """Whole numbers become text without a point, and it is told."""
    values, told = shaped([7, None], "string")
    assert values == ["7", None]
    assert [(c.found, c.wanted, c.failed) for c in told] == [("int64", "string", 0)]


def test_exact_sums_do_not_depend_on_order() -> None:
    """Sums and means in thousandths are the same for any order, where plain sums are not; nulls count for nothing."""
    values = [0.1] * 1000 + [1e9, -1e9] + [0.2] * 1000
    sums = set()
    for order in (values, values[::-1], sorted(values)):
        t = ibis.memtable(pa.table({"v": pa.array([*order, None])}))
        row = t.aggregate(
            s=portable.exact_sum(t.v), m=portable.exact_mean(t.v), n=portable.exact_sum(t.v, where=t.v > 2e9)
        )
        sums.add(tuple(row.to_pyarrow().to_pylist()[0].values()))
    assert sums == {(300.0, 300.0 / 2002, None)}


def test_days_between() -> None:
    """Calendar days, whatever the month."""
    row = duckdb.sql("SELECT DATE '2024-03-01' AS b, DATE '2024-02-01' AS a").to_arrow_table()
    t = ibis.memtable(row)
    assert t.select(d=portable.days_between(t.b, t.a)).to_pyarrow()["d"].to_pylist() == [29]


def test_flag_number() -> None:
    """True, false and null become 1, 0 and null."""
    t = ibis.memtable(pa.table({"f": [True, False, None]}))
    assert t.select(n=portable.flag_number(t.f)).to_pyarrow()["n"].to_pylist() == [1, 0, None]
