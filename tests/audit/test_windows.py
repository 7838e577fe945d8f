"""Months, candidate windows, and what they can show."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import ibis
import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from valuecast.audit import by_month, calendar_of, candidate_windows, coverage, detectable_gain, make_plan
from valuecast.audit.candidates import candidate
from valuecast.audit.limits import copied
from valuecast.audit.months import Months
from valuecast.windows import months_after
from valuecast.wording.findings import message
from valuecast.wording.notes import sentence

pytestmark = pytest.mark.slow


def activity(rows: list[tuple[str, date, float]]) -> ibis.Table:
    """Customer-days by hand."""
    ids, days, values = zip(*rows, strict=True)
    measures = dict.fromkeys(("value", "minutes", "events", "active_members"), values)
    return ibis.memtable(pa.table({"customer_id": ids, "day": pa.array(days, pa.date32()), **measures}))


@settings(deadline=None, derandomize=True, max_examples=15)
@given(st.dates(date(2023, 1, 1), date(2024, 12, 31)), st.lists(st.integers(1, 400), min_size=1, max_size=30))
def test_months_are_the_windows_months(as_of: date, ages: list[int]) -> None:
    """Each day falls into the month that windows of calendar months, counted back from as_of, give it."""
    rows = [(f"c{i}", as_of - timedelta(days=age), 1.0) for i, age in enumerate(ages)]
    table = activity(rows)
    span = calendar_of(table)
    assert span is not None
    months = by_month(table, span, as_of)
    expected = [0] * months.days.shape[1]
    for _, day, _ in rows:
        if day < span.start:
            continue
        back = next(j for j in range(60) if months_after(as_of, -(j + 1)) <= day)
        expected[back] += 1
    assert (months.days > 0).sum(axis=0).tolist() == expected


def made(days: list[list[int]], value: list[list[int]] | None = None) -> Months:
    """Months of customers by hand, latest month first."""
    matrix = np.array(days, dtype=np.int64)
    worth = np.array(value if value is not None else days, dtype=np.int64) * 1000
    return Months(date(2024, 7, 1), months_after(date(2024, 7, 1), -matrix.shape[1]), matrix, worth, worth.sum(axis=1))


def test_a_candidate_counts_who_returns_and_who_is_worth_most() -> None:
    """Past-active, future-active, returning, positives and future value of one pair of windows."""
    months = made([[5, 1, 1], [0, 1, 0], [3, 0, 2], [9, 0, 0], [1, 0, 1]])
    found = candidate(months, past=2, back=1, horizon=1, share=0.5)
    assert (found.past_active, found.future_active, found.returning) == (4, 4, 3)
    assert found.positives == 2
    assert found.future_value == 9.0
    assert not found.enough


def test_every_pair_within_the_history_is_listed() -> None:
    """Candidates are all pairs that lie within the data, and the plan's own are marked."""
    rng = np.random.default_rng(1)
    months = {"account": made(rng.integers(1, 20, (300, 12)).tolist(), rng.integers(1, 99, (300, 12)).tolist())}
    plan, found = make_plan(
        months, as_of_given=False, grain="auto", share=0.2, horizon=2, trend_months=(2,), past_months=None
    )
    assert plan.supervised
    assert not [f for f in found if f.stops]
    table = candidate_windows(months, plan, share=0.2, past_months=None)
    rows = table.to_pylist()
    assert all(r["past_start"] >= plan.data_start and r["future_end"] <= plan.as_of for r in rows)
    ended = {w.as_of for w in plan.windows if months_after(w.as_of, plan.horizon) <= plan.as_of}
    assert {r["as_of"] for r in rows if r["chosen"]} == ended
    reasons = {reason.code: sentence(reason) for reason in plan.reasons}
    assert "the smallest difference that it can detect in any case" in reasons["detectable_gain"]
    assert f"{len(plan.windows)} past windows" in reasons["past_windows"]


def test_windows_can_be_counted_back_from_an_earlier_day() -> None:
    """Counted back from the first of the month, windows lie there; today stays, and the reasons say so."""
    rng = np.random.default_rng(1)
    days, value = rng.integers(1, 20, (300, 12)).tolist(), rng.integers(1, 99, (300, 12)).tolist()
    back = {"account": made(days, value)}
    months = {"account": replace(back["account"], as_of=date(2024, 7, 18))}
    plan, _ = make_plan(
        months, as_of_given=False, grain="auto", share=0.2, horizon=2, trend_months=(2,), past_months=None, back=back
    )
    assert (plan.as_of, plan.today.as_of, plan.windows_until) == (
        date(2024, 7, 18),
        date(2024, 7, 18),
        date(2024, 7, 1),
    )
    assert {window.as_of.day for window in plan.windows} == {1}
    assert plan.windows[-1].as_of == date(2024, 5, 1)
    assert any("counted back from 2024-07-01" in sentence(reason) for reason in plan.reasons)
    table = candidate_windows(back, plan, share=0.2, past_months=None)
    chosen = {row["as_of"] for row in table.to_pylist() if row["chosen"]}
    assert chosen == {window.as_of for window in plan.windows}


def test_coverage_has_months_with_nobody() -> None:
    """A month without anybody is a row of zero, not a row that is missing."""
    table = coverage("account", made([[1, 0, 4], [2, 0, 0]]))
    assert table["active"].to_pylist() == [1, 0, 2]


def test_copies_are_found_and_chance_is_not() -> None:
    """Customers with the same days and totals are copies; the same days alone, or few days, are not."""
    assert copied(made([[10, 5]] * 6)) == (6, 6)
    assert copied(made([[10, 5]] * 6, [[i, i] for i in range(1, 7)])) == (0, 6)
    assert copied(made([[1, 0], [0, 1], [1, 1]])) == (0, 3)
    stray = [[10, 5, 7]] * 5 + [[9, 5, 7]]
    assert copied(made(stray)) == (6, 6)


def test_small_companies_say_why() -> None:
    """Too few customers and too short a history stop the evidence, with the numbers."""
    _, found = make_plan(
        {"account": made([[5, 5, 5]] * 3, [[1, 1, 1], [2, 2, 2], [3, 3, 3]])},
        as_of_given=True,
        grain="account",
        share=0.2,
        horizon=3,
        trend_months=(3,),
        past_months=None,
    )
    told = {f.code: message(f).evidence for f in found if f.stops}
    assert told["history_too_short"] == "3 whole months of account activity before 2024-07-01"
    assert told["too_few_customers"].startswith("3 active accounts before 2024-07-01, of whom 1 would be high-value")


def test_detectable_gain_shrinks_with_the_root_of_the_names() -> None:
    """Four times the names show half the gain; no names show none."""
    assert detectable_gain(400) == pytest.approx(detectable_gain(100) / 2)
    assert detectable_gain(0) is None
    assert detectable_gain(1) == 1.0
