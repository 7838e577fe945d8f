"""Months, weeks and the rest that trends and early warnings are read from: nothing from as_of on, sums by hand."""

from __future__ import annotations

from datetime import date, timedelta

import ibis
import pyarrow as pa
import pytest

from valuecast.contracts import CANONICAL, INTERMEDIATE, Canonical
from valuecast.signals import months, watched

AS_OF = date(2024, 11, 1)


def _tables(**rows: list[dict[str, object]]) -> Canonical:
    found = {}
    for name in CANONICAL:
        schema = CANONICAL[name].empty().schema
        if name == "activity":
            schema = schema.append(pa.field("value", pa.float64()))
        found[name] = ibis.memtable(pa.Table.from_pylist(rows.get(name, []), schema=schema))
    return Canonical(**found)


def _day(ago: int) -> date:
    """So many days before as_of; 1 is the last day that may be seen."""
    return AS_OF - timedelta(days=ago)


def _activity(*pairs: tuple[int, float]) -> list[dict[str, object]]:
    return [{"customer_id": "a", "day": _day(ago), "active_members": 1.0, "value": value} for ago, value in pairs]


def test_months_end_at_as_of_and_hold_whole_months_only() -> None:
    """The day before as_of is in month 0, as_of itself in none, and a month that began before the data in none."""
    tables = _tables(activity=_activity((0, 100.0), (1, 1.0), (31, 2.0), (32, 4.0), (62, 8.0)))
    found = months(tables.activity, AS_OF, date(2024, 8, 31)).to_pyarrow()
    rows = INTERMEDIATE["months"].conform(found).to_pylist()
    assert [(row["months_ago"], row["value"]) for row in rows] == [(0, 3.0), (1, 4.0)]


@pytest.fixture(scope="module")
def seen() -> dict[str, list[dict[str, object]]]:
    """Rows of everything watched, for one customer with three members."""
    use = [("m1", ago) for ago in (29, 31, 33, 35)] + [("m2", 30), ("m3", 40), ("m2", 1), ("m1", 0)]
    tables = _tables(
        activity=_activity((0, 100.0), (1, 1.0), (7, 2.0), (8, 4.0), (182, 8.0), (183, 16.0)),
        member_activity=[
            {"customer_id": "a", "member_id": m, "day": _day(ago), "minutes": 1.0, "events": 1.0} for m, ago in use
        ],
        product_usage=[
            {"customer_id": "a", "product_feature_id": f, "day": _day(ago), "clicks": 1.0, "minutes": 1.0}
            for f, ago in (("x", 1), ("x", 28), ("y", 5), ("z", 29), ("w", 0))
        ],
        ratings=[{"customer_id": "a", "rated_on": _day(ago), "rating": float(ago)} for ago in (0, 3)],
        outcomes=[
            {"customer_id": "a", "occurred_on": _day(ago), "kind": kind} for kind, ago in (("ticket", 2), ("churn", 3))
        ],
    )
    return {name: INTERMEDIATE[name].conform(t.to_pyarrow()).to_pylist() for name, t in watched(tables, AS_OF).items()}


def test_weeks_count_back_from_as_of(seen) -> None:
    """Days 1 to 7 before as_of are week 0; only the last 26 weeks are there."""
    assert [(row["week"], row["value"]) for row in seen["weeks"]] == [(0, 3.0), (1, 4.0), (25, 8.0)]


def test_blocks_count_distinct_features_and_tickets(seen) -> None:
    """X and y in the last 28 days, z before; one ticket, and other outcomes are none."""
    rows = [(row["block"], row["features_used"], row["tickets"]) for row in seen["blocks"]]
    assert rows == [(0, 2.0, 1.0), (1, 1.0, 0.0)]


def test_the_champion_is_who_came_most_often_until_a_month_ago(seen) -> None:
    """m1 with four of six days, two days apart; its last day is the last before as_of, not as_of itself."""
    row = seen["champions"][0]
    assert (row["member_id"], row["days"], row["usual_gap"], row["last_day"]) == ("m1", 4.0, 2.0, _day(29))
    assert row["share"] == pytest.approx(4 / 6)


def test_answers_end_before_as_of(seen) -> None:
    """An answer on as_of itself is not seen."""
    assert [row["rating"] for row in seen["answers"]] == [3.0]
