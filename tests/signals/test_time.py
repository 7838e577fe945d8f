"""Nothing from ``as_of`` on, and no order of rows, shows in any signal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

import ibis
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest

from valuecast import signals
from valuecast.contracts import CANONICAL, INTERMEDIATE, SIGNAL_CATALOGUE, Canonical
from valuecast.sources import Source
from valuecast.windows import Window

pytestmark = pytest.mark.slow

EVERYTHING = frozenset(SIGNAL_CATALOGUE)
AS_OF = date(2024, 6, 1)
WINDOW = (Window("W1", date(2024, 3, 1), AS_OF),)
DATED = {name: table.day for name, table in CANONICAL.items() if table.day}


@pytest.fixture(scope="module")
def arrow(pendo: Source, valued: Callable[[Canonical], Canonical]) -> dict[str, pa.Table]:
    """The small company's canonical tables, in memory."""
    tables = valued(pendo.canonical("account"))
    return {f.name: getattr(tables, f.name).to_pyarrow() for f in fields(Canonical)}


def assembled(tables: dict[str, pa.Table]) -> pa.Table:
    """Signals of one window."""
    canonical = Canonical(**{name: ibis.memtable(table) for name, table in tables.items()})
    found = signals.assemble(canonical, signals.anchors(canonical, WINDOW), WINDOW, EVERYTHING)
    return INTERMEDIATE["signals"].conform(found.to_pyarrow())


def rewritten(table: pa.Table, day: str, seed: int) -> pa.Table:
    """The table with other rows from ``as_of`` on: some dropped, some copied to other customers with other numbers."""
    rng = np.random.default_rng(seed)
    before = table.filter(pc.less(table[day], AS_OF))
    frame = table.filter(pc.greater_equal(table[day], AS_OF)).to_pandas()
    frame = frame.sample(frac=0.7, random_state=seed)
    for name in ("value", "minutes", "events", "clicks"):
        if name in frame:
            frame[name] = rng.integers(0, 10_000, len(frame)).astype(float)
    if "rating" in frame:
        frame["rating"] = rng.integers(0, 11, len(frame)).astype(float)
    frame[day] = [AS_OF + timedelta(days=int(d)) for d in rng.integers(0, 200, len(frame))]
    frame["customer_id"] = rng.permutation(frame["customer_id"].to_numpy())
    return pa.concat_tables([before, pa.Table.from_pandas(frame, schema=table.schema, preserve_index=False)])


@pytest.fixture(scope="module")
def untouched(arrow: dict[str, pa.Table]) -> pa.Table:
    """Signals of the company as it is."""
    return assembled(arrow)


@pytest.mark.parametrize("seed", range(3))
def test_the_future_changes_no_signal(arrow: dict[str, pa.Table], untouched: pa.Table, seed: int) -> None:
    """Rows on or after ``as_of`` are rewritten at random in every dated table: all signals stay byte for byte."""
    changed = {n: rewritten(t, DATED[n], seed) if n in DATED else t for n, t in arrow.items()}
    assert not changed["activity"].equals(arrow["activity"])
    assert assembled(changed).equals(untouched)


def test_the_past_does_change_signals(arrow: dict[str, pa.Table], untouched: pa.Table) -> None:
    """The test above can fail: the day before ``as_of`` is seen."""
    day_before = pc.equal(arrow["activity"]["day"], AS_OF - timedelta(days=2))
    assert pc.any(day_before).as_py()
    fewer = {**arrow, "activity": arrow["activity"].filter(pc.invert(day_before))}
    assert not assembled(fewer).equals(untouched)


@pytest.mark.parametrize("seed", range(2))
def test_the_order_of_rows_changes_nothing(arrow: dict[str, pa.Table], untouched: pa.Table, seed: int) -> None:
    """Permuted rows in every table give the same bytes."""
    rng = np.random.default_rng(seed)
    mixed = {n: t.take(pa.array(rng.permutation(t.num_rows))) for n, t in arrow.items()}
    assert assembled(mixed).equals(untouched)


def one(tables: Canonical, as_of: date, measured: frozenset[str] = EVERYTHING) -> dict[str, Any]:
    """Signals of the only customer at one day, with a past of thirty days."""
    windows = (Window("W1", as_of - timedelta(days=30), as_of),)
    found = signals.assemble(tables, signals.anchors(tables, windows), windows, measured).to_pyarrow().to_pylist()
    assert len(found) == 1
    return found[0]


def test_the_day_of_as_of_is_future(tiny: Callable[..., Canonical]) -> None:
    """``as_of`` is excluded and the first day of the past window included."""
    day = date(2024, 5, 10)
    tables = tiny(activity=[("a", day, 5.0, 1.0, None, 1.0, 5.0), ("a", date(2024, 1, 1), 1.0, 1.0, None, 1.0, 1.0)])
    assert one(tables, day)["value"] == 0.0
    assert one(tables, day)["active"] is False
    assert one(tables, day + timedelta(days=1))["days_since_last"] == 0.0
    assert one(tables, day + timedelta(days=30))["value"] == 5.0
    assert one(tables, day + timedelta(days=31))["value"] == 0.0


def test_null_policies(tiny: Callable[..., Canonical]) -> None:
    """Of an inactive customer, what counts is 0 and what cannot be known is null; what is not measured is null."""
    tables = tiny(activity=[("a", date(2023, 1, 1), 5.0, 1.0, None, 1.0, 5.0)])
    row = one(tables, AS_OF)
    for name, signal in SIGNAL_CATALOGUE.items():
        if signal.null_policy == "zero":
            assert row[name] == 0.0, name
        elif name in ("days_since_last", "tenure_days", "span_days"):
            assert row[name] is not None
        else:
            assert row[name] is None, name
    assert one(tables, AS_OF, EVERYTHING - {"minutes"})["minutes"] is None


def test_known_customers_without_activity_are_anchored(tiny: Callable[..., Canonical]) -> None:
    """A customer known to exist before ``as_of`` is assessed; one known from that day on is not."""
    tables = tiny(customers=[("a", "a", AS_OF - timedelta(days=1)), ("b", "b", AS_OF), ("c", "c", None)])
    row = one(tables, AS_OF)
    assert (row["customer_id"], row["active"], row["tenure_days"]) == ("a", False, None)


def test_measured_and_usable(tiny: Callable[..., Canonical]) -> None:
    """A signal counts as measured from its first row, and as usable where it differs between active customers."""
    days = [(c, date(2024, 5, 1), m, None, None, 1.0, m) for c, m in (("a", 1.0), ("b", 2.0))]
    tables = tiny(activity=days, ratings=[("a", None, date(2024, 5, 2), 7.0)])
    measured = signals.measured(tables, AS_OF)
    assert "minutes" in measured
    assert "mean_rating" in measured
    assert not measured & {"events", "features_used", "areas_used", "core_click_share", "active_members"}
    today = (Window("today", date(2024, 3, 1), AS_OF),)
    found = signals.assemble(tables, signals.anchors(tables, today), today, measured)
    informative = signals.informative(found, EVERYTHING)
    assert {"value", "minutes"} <= informative.today
    assert not informative.today & {"active_days", "events", "mean_rating"}
    assert informative.past == frozenset()
    assert signals.informative(found, frozenset({"minutes"})).today == {"minutes"}


def test_what_is_measured_later_is_not_measured(tiny: Callable[..., Canonical]) -> None:
    """Rows on or after ``as_of`` do not make a signal known."""
    tables = tiny(
        activity=[("a", date(2024, 5, 1), None, 1.0, None, 1.0, 0.0), ("a", AS_OF, 5.0, 1.0, None, 1.0, 5.0)],
        product_usage=[("a", "f", AS_OF, 1.0, 1.0)],
        adoption=[("a", "f", AS_OF)],
        ratings=[("a", None, AS_OF, 9.0)],
        member_activity=[("a", "m", AS_OF, 1.0, 1.0)],
    )
    before = signals.measured(tables, AS_OF)
    after = signals.measured(tables, AS_OF + timedelta(days=1))
    late = {"minutes", "features_used", "features_adopted", "latest_rating", "active_members"}
    assert not before & late
    assert late <= after


def test_people_seen_thirty_days_ago_are_new_in_a_short_past(tiny: Callable[..., Canonical]) -> None:
    """``new_members`` looks back thirty days, also where the past window (a February) is shorter."""
    tables = tiny(
        activity=[("a", date(2024, 1, 31), 1.0, 1.0, None, 1.0, 1.0)],
        member_activity=[("a", "m", date(2024, 1, 31), 1.0, 1.0)],
    )
    windows = (Window("W1", date(2024, 2, 1), date(2024, 3, 1)),)
    found = signals.assemble(tables, signals.anchors(tables, windows), windows, EVERYTHING).to_pyarrow().to_pylist()
    assert found[0]["new_members"] == 1.0
    assert found[0]["active_members"] == 0.0


def test_value_column_is_what_is_summed(tiny: Callable[..., Canonical]) -> None:
    """Value is its own column: minutes of zero with value of ten is worth ten."""
    tables = tiny(activity=[("a", date(2024, 5, 20), 0.0, 1.0, None, 1.0, 10.0)])
    row = one(replace(tables), AS_OF)
    assert (row["value"], row["minutes"], row["value_per_active_day"]) == (10.0, 0.0, 10.0)


@pytest.mark.parametrize("unit", [1.0, 1e6, 1e12])
def test_refunds_that_cancel_use_and_huge_values_give_bounded_signals(
    tiny: Callable[..., Canonical], unit: float
) -> None:
    """Value that cancels to nearly nothing bounds its weekly variation at a thousand; even weeks have none."""
    days = [AS_OF - timedelta(days=age) for age in (3, 10, 17, 24)]
    cancelled = [(unit, day) for day in days[:3]] + [(-3 * unit + 0.001, days[3])]
    tables = tiny(activity=[("a", day, 0.0, 1.0, None, 1.0, value) for value, day in cancelled])
    variation = one(tables, AS_OF)["weekly_variation"]
    assert variation is None or variation == pytest.approx(1000.0, rel=1e-6)
    even = tiny(activity=[("a", day, 0.0, 1.0, None, 1.0, unit) for day in days])
    assert one(even, AS_OF)["weekly_variation"] == 0.0
