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
    values, told = shaped(["1", " 2.5 ", "-3e2", ".5", "1.5.2", "NaN", "", None, "0x10", "1e"], "float64")
    assert values == [1.0, 2.5, -300.0, 0.5, None, None, None, None, None, None]
    assert [(c.failed, c.example) for c in told] == [(4, "NaN")]


@pytest.mark.parametrize(
    ("given", "read", "way", "unclear"),
    [
        (["12,50", "3", "1.234,5"], [12.5, 3.0, 1234.5], ",", 0),
        (["1,234.50", "7", "-2.5"], [1234.5, 7.0, -2.5], ".", 0),
        (["73.260.000", "1.850", "12"], [73_260_000.0, 1850.0, 12.0], ",", 0),
        (["1,234", "950", "12,345"], [1234.0, 950.0, 12345.0], ".", 0),
        (["1.234", "950", "12.345"], [None, 950.0, None], ".", 2),
        (["1.234", "950", "0.125"], [1.234, 950.0, 0.125], ".", 0),
        (["1 234,50", "1'234,50", "1\u202f234,50"], [1234.5] * 3, ",", 0),
        (["$9.99", "(12.50)", "12.50-"], [9.99, -12.5, -12.5], ".", 0),
        (["12,34,567.8", "5 kr", "EUR 6.25"], [1_234_567.8, 5.0, 6.25], ".", 0),
    ],
)
def test_numbers_as_people_write_them(given: list[str], read: list[float | None], way: str, unclear: int) -> None:
    """The decimal mark is told by the whole column; where nothing tells it, no value is read, and it is counted."""
    values, told = shaped(given, "float64")
    assert values == read
    assert [(c.way, c.unclear, c.failed) for c in told] == [(way, unclear, unclear)]


def test_the_decimal_mark_may_be_said() -> None:
    """What a column does not show, a user says."""
    table = ibis.memtable(pa.table({"x": ["1.234", "950"]}))
    for mark, first in ((".", 1.234), (",", 1234.0)):
        found = shape(table, "t", [Wanted("x", "float64")], decimal_mark=mark)  # type: ignore[arg-type]
        assert found.table.to_pyarrow()["x"].to_pylist() == [first, 950.0]
        assert sum(c.failed for c in found.coercions) == 0


@pytest.mark.parametrize(
    ("given", "form"),
    [
        (["31-Oct-23", "1 Nov 2023", "bad"], "month_names"),
        (["Oct 31, 2023", "November 1st, 2023", "bad"], "month_names"),
        (["1698710400", "1698796800", "bad"], "epoch"),
        (["1698710400000", "1698796800000", "bad"], "epoch_ms"),
        (["1698710400000000", "1698796800000000", "bad"], "epoch_us"),
        (["45230", "45231.5", "bad"], "spreadsheet"),
    ],
)
def test_days_known_by_their_look(given: list[str], form: str) -> None:
    """Names of months, seconds since 1970 and day numbers are read as what they are, and it is said how."""
    values, told = shaped([*given[:2] * 20, given[2]], "date")
    assert values[:2] == [date(2023, 10, 31), date(2023, 11, 1)]
    assert [(c.way, c.failed, c.example) for c in told] == [(form, 1, "bad")]


def test_months_count_as_their_first_day() -> None:
    """A month alone is its first day; numbers of type integer are read as text is."""
    assert shaped(["2023-10", "11/2023", "Dec 2023"], "date")[0] == [date(2023, m, 1) for m in (10, 11, 12)]
    assert shaped([202310, 202311], "date", pa.int64())[0] == [date(2023, 10, 1), date(2023, 11, 1)]


def test_days_beyond_the_calendar_and_values_of_no_role() -> None:
    """Infinity and the year 294,247 are no days, a list is no number: they count as missing, and are counted."""
    connection = ibis.duckdb.connect()
    connection.raw_sql(
        "CREATE TABLE t AS SELECT * FROM (VALUES (DATE 'infinity', [1.5]), (DATE '20000-01-01', [2]), "
        "(DATE '2024-01-31', NULL)) AS r(d, n)"
    )
    found = shape(connection.table("t"), "t", [Wanted("d", "date"), Wanted("n", "float64")])
    assert found.table.to_pyarrow()["d"].to_pylist() == [None, None, date(2024, 1, 31)]
    assert found.table.to_pyarrow()["n"].to_pylist() == [None, None, None]
    assert [(c.column, c.failed) for c in found.coercions] == [("d", 2), ("n", 2)]
    connection.disconnect()


def test_ids_are_never_rounded() -> None:
    """Whole floating-point ids lose nothing; a fraction, NaN or one too long to be exact is no id, and counted."""
    table = ibis.memtable(pa.table({"x": pa.array([12.0, -0.0, 100.1, math.nan, 1e17, None])}))
    found = shape(table, "t", [Wanted("x", "string", ids="customer")])
    assert found.table.to_pyarrow()["x"].to_pylist() == ["12", "0", None, None, None, None]
    assert [(c.wanted, c.failed, c.present) for c in found.coercions] == [("string", 3, 5)]


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
