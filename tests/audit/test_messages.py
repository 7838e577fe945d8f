"""The messages that no other test of this folder provokes, and a check that every code is provoked somewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import ibis
import numpy as np
import pyarrow as pa

from valuecast.audit import Calendar, by_month, coverage_findings, dimension_findings, inspect, make_plan, worthless
from valuecast.audit.months import Months
from valuecast.contracts import DIMENSIONS, FINDINGS, SIGNAL_CATALOGUE, Coercion, InputTable
from valuecast.windows import months_after
from valuecast.wording.findings import message

END = date(2024, 7, 1)


def months(active: list[list[int]]) -> Months:
    """Customers by month, latest month first."""
    days = np.array(active, dtype=np.int64)
    worth = days * (1000 + np.arange(len(days))[:, None])
    return Months(END, months_after(END, -days.shape[1]), days, worth, worth.sum(axis=1))


def test_message_of_activity_that_drops() -> None:
    """A last month with less than half of the usual customers is told."""
    full = [[1, 5, 5, 5, 5]] * 2 + [[0, 5, 5, 5, 5]] * 2 + [[0, 0, 5, 5, 5]] + [[0, 0, 0, 0, 5]]
    told = {f.code: f for f in coverage_findings("account", months(full), "activity")}
    assert message(told["activity_drops"]).evidence == "2 accounts active in the month from 2024-06-01, usually 5"
    assert told["activity_drops"].count == 3


def test_message_of_a_horizon_that_is_too_long() -> None:
    """A horizon that the history cannot test is named, with the history that would do."""
    rng = np.random.default_rng(2)
    found = make_plan(
        {"account": months(rng.integers(1, 20, (300, 8)).tolist())},
        as_of_given=False,
        grain="auto",
        share=0.2,
        horizon=2,
        trend_months=(2, 6),
        past_months=None,
    )[1]
    (finding,) = (f for f in found if f.code == "horizon_too_long")
    assert message(finding).evidence == "8 whole months of data cannot test a trend 6 months ahead"
    assert message(finding).remedy == "wait until there are 12 months, or ask for a shorter horizon"


def test_message_of_numbers_that_cannot_be_read() -> None:
    """Text that is no number is told with an example; numbers that are not finite have a code of their own."""
    table = ibis.memtable(pa.table({"x": [1.0, None]}))
    for found, code in (("string", "numbers_unreadable"), ("float64", "not_finite")):
        change = Coercion("t", "x", found, "float64", 1, "abc")
        told = {f.code: f for f in inspect((InputTable("t", "for a test", table, coercions=(change,)),), ()).findings}
        assert message(told[code]).evidence == "1 value cannot be read as float64, for example 'abc'"
        assert told[code].count == 1


def test_message_of_rows_that_name_nobody() -> None:
    """Rows without a customer are counted as that, blanks too, never as copies of one key; an error when most."""
    rows = {"id": ["a", None, " ", "b", None], "day": pa.array([date(2024, 1, 1)] * 5, pa.date32())}
    for ids, severity in ((rows["id"], "error"), (["a", None, "c", "b", "d"], "warning")):
        table = ibis.memtable(pa.table(rows | {"id": ids}))
        told = {
            f.code: f
            for f in inspect((InputTable("t", "for a test", table, key=("id", "day"), whose=("id",)),), ()).findings
        }
        lost = sum(not (name or "").strip() for name in ids)
        assert (told["keys_missing"].severity, told["keys_missing"].count) == (severity, lost)
        assert message(told["keys_missing"]).evidence == f"{lost} of 5 rows ({20 * lost}.0\u00a0%) name no id"
        assert "duplicate_keys" not in told


def test_message_of_value_that_cannot_be_read() -> None:
    """A measure of value that is mostly unreadable rules out evidence; a lesser share, or another measure, does not."""
    table = ibis.memtable(pa.table({"amount": [1.0, None]}))
    for failed, beyond, measure, stops in (
        (5, 0, "amount", True),
        (2, 3, "amount", True),
        (4, 0, "amount", False),
        (9, 0, "minutes", False),
    ):
        change = Coercion(
            "log", "amount", "string", "float64", failed, "1,5", present=10, beyond=beyond, cause="a decimal comma"
        )
        log = InputTable(
            "log", "a log", table, coercions=(change,), gives={"amount": "amount"}, written={"amount": "spent"}
        )
        found = list(worthless((log,), {measure}))
        assert [f.code for f in found if f.stops] == (["value_unreadable"] if stops else [])
        for finding in found:
            assert finding.column == "spent (amount)"
            assert "5 of its 10 values (50\u00a0%)" in message(finding).evidence
            assert "a decimal comma" in message(finding).evidence


def test_message_of_no_value_at_all() -> None:
    """Where everybody's value is zero on every day, nothing can be tested, and the plan says nothing of gains."""
    idle = months([[5, 5, 5, 5, 5, 5, 5, 5]] * 150)
    none = replace(idle, value=idle.value * 0)
    plan, found = make_plan(
        {"account": none},
        as_of_given=False,
        grain="auto",
        share=0.2,
        horizon=2,
        trend_months=(2,),
        past_months=None,
    )
    (finding,) = (f for f in found if f.code == "no_value")
    assert (finding.severity, finding.stops) == ("error", True)
    assert not plan.supervised
    assert not [reason for reason in plan.reasons if reason.code == "detectable_gain"]


def test_messages_on_dimensions() -> None:
    """A dimension without data is left out of scores, one with data today only is left out of models."""
    today = {s.name for s in SIGNAL_CATALOGUE.values() if s.dimension != "reach"}
    past = {name for name in today if SIGNAL_CATALOGUE[name].dimension != "satisfaction"}
    inputs = (InputTable("visitors", "people", None, dimensions=("reach", "satisfaction")),)
    told = {f.code: f for f in dimension_findings(today, past, inputs, True)}
    assert message(told["dimension_without_data"]).evidence == "no signal of reach differs between customers"
    assert message(told["dimension_without_data"]).remedy == "fill visitors"
    assert message(told["dimension_only_today"]).evidence == "satisfaction has data today but not in every past window"
    assert not dimension_findings(set(SIGNAL_CATALOGUE), set(SIGNAL_CATALOGUE), inputs, True)
    assert {"reach", "satisfaction"} <= set(DIMENSIONS)


def test_every_code_is_provoked_by_a_test() -> None:
    """No kind of finding is without a test that names it."""
    here = Path(__file__).parents[1]
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(here.rglob("*.py")))
    assert [code for code in FINDINGS if f'"{code}"' not in text and f"'{code}'" not in text] == []


def test_message_of_values_below_zero() -> None:
    """Customers from whom more was taken back than given are counted."""
    days = np.ones((4, 5), dtype=np.int64)
    worth = np.array([[1000] * 5, [-1000] * 5, [500] * 5, [-3000, 1000, 1000, 0, 0]])
    found = Months(END, months_after(END, -5), days, worth, worth.sum(axis=1))
    told = {f.code: f for f in coverage_findings("account", found, "activity")}
    assert message(told["value_below_zero"]).evidence == "the values of 2 of 4 accounts sum to less than zero"
    assert told["value_below_zero"].count == 2


def test_message_of_values_that_rounding_changes() -> None:
    """Values far below a thousandth are told with what is left of their sum; others are not."""
    day = date(2024, 6, 1)
    rows = [
        {
            "customer_id": f"c{i}",
            "day": day,
            "value": 0.0004 if i else 0.002,
            "events": None,
            "minutes": None,
            "active_members": 1.0,
        }
        for i in range(5)
    ]
    measures = [(name, "float64") for name in ("value", "minutes", "events", "active_members")]
    schema = pa.schema([("customer_id", "string"), ("day", "date32"), *measures])
    for unit, codes in ((1.0, {"values_too_fine"}), (1000.0, set())):
        table = pa.Table.from_pylist([{**row, "value": unit * row["value"]} for row in rows], schema=schema)
        found = by_month(ibis.memtable(table), Calendar(day, END, 0, None), None)
        told = {f.code: f for f in coverage_findings("account", found, "activity")}
        assert set(told) == codes
    assert "instead of" in str(told.get("values_too_fine", "instead of"))
