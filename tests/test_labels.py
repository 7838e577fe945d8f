"""What happened next, recomputed by hand and by plain loops."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import ibis
import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from valuecast import signals
from valuecast.contracts import INTERMEDIATE, Canonical
from valuecast.labels import labels
from valuecast.sources import Source
from valuecast.windows import Window

Key = tuple[str, str, int]
START, END = date(2024, 1, 1), date(2024, 9, 1)
W1 = Window("W1", date(2024, 2, 1), date(2024, 4, 1))
W2 = Window("W2", date(2024, 5, 1), date(2024, 7, 1))
NOW = Window("today", date(2024, 7, 1), END)


def later(day: date, months: int) -> date:
    """The calendar's months, by pandas."""
    return (pd.Timestamp(day) + pd.DateOffset(months=months)).date()


def plain(
    activity: list[dict[str, Any]],
    anchors: list[dict[str, Any]],
    windows: tuple[Window, ...],
    horizons: tuple[int, ...],
    known_from: date,
    known_until: date,
    share: float,
) -> dict[Key, tuple[float, float | None, bool | None]]:
    """Past value, future value and high-value of every anchor, from the words of the docstring."""
    found: dict[Key, tuple[float, float | None, bool | None]] = {}
    worth: dict[str, list[tuple[date, float]]] = {}
    for row in activity:
        worth.setdefault(row["customer_id"], []).append((row["day"], row["value"]))

    def total(customer: str, start: date, end: date) -> float:
        return sum(v for day, v in worth.get(customer, []) if start <= day < end)

    for window in windows:
        here = [a for a in anchors if a["window_id"] == window.window_id]
        for months in horizons:
            begin, stop = later(window.as_of, -months), later(window.as_of, months)
            known = begin >= known_from and stop <= known_until
            future = {a["customer_id"]: total(a["customer_id"], window.as_of, stop) for a in here}
            ranked = sorted((future[a["customer_id"]] for a in here if a["active"]), reverse=True)
            for a in here:
                who = a["customer_id"]
                high = None
                if known and a["active"]:
                    least = ranked[math.ceil(round(share * len(ranked), 9)) - 1]
                    high = future[who] >= least and future[who] > 0
                past = total(who, begin, window.as_of)
                found[window.window_id, who, months] = (past, future[who] if known else None, high)
    return found


def computed(table: ibis.Table) -> dict[Key, tuple[float, float | None, bool | None]]:
    """Labels in their declared shape, by key."""
    rows = INTERMEDIATE["labels"].conform(table.to_pyarrow()).to_pylist()
    return {
        (r["window_id"], r["customer_id"], r["horizon_months"]): (r["past_value"], r["future_value"], r["high_value"])
        for r in rows
    }


def anchored(futures: dict[str, float], active: bool = True) -> tuple[ibis.Table, ibis.Table]:
    """Activity with these future values after W1, and anchors at W1."""
    names = list(futures)
    n = len(names)
    activity = pa.table(
        {
            "customer_id": names,
            "day": pa.array([date(2024, 4, 10)] * n),
            "value": pa.array(futures.values(), pa.float64()),
        }
    )
    anchors = pa.table(
        {
            "window_id": ["W1"] * n,
            "customer_id": names,
            "as_of": pa.array([W1.as_of] * n),
            "past_start": pa.array([W1.past_start] * n),
            "active": [active] * n,
        }
    )
    return ibis.memtable(activity), ibis.memtable(anchors)


def high(futures: dict[str, float], share: float) -> set[str]:
    """Who is high-value."""
    found = computed(labels(*anchored(futures), [W1], [1], START, END, share))
    return {who for (_, who, _), (_, _, flag) in found.items() if flag}


def test_simulated_company(
    pendo: Source, valued: Callable[[Canonical], Canonical], small_windows: tuple[Window, ...]
) -> None:
    """Past value, future value and high-value of every account equal the plain loops; all cases occur."""
    tables = valued(pendo.canonical("account"))
    anchors = signals.anchors(tables, small_windows)
    as_of = small_windows[-1].as_of
    settings = (small_windows, (1, 3, 6), date(2023, 11, 1), as_of, 0.2)
    found = computed(labels(tables.activity, anchors, *settings))
    wanted = plain(tables.activity.to_pyarrow().to_pylist(), anchors.to_pyarrow().to_pylist(), *settings)
    assert found == wanted
    assert {flag for _, _, flag in found.values()} == {True, False, None}
    assert any(future is None for _, future, _ in found.values())


@pytest.mark.parametrize("seed", range(5))
def test_ragged_companies_with_ties(seed: int) -> None:
    """Few values, so many ties; windows at month ends; every share."""
    rng = np.random.default_rng(seed)
    days = {(f"c{rng.integers(12):02d}", START + timedelta(days=int(rng.integers(240)))) for _ in range(150)}
    rows = [{"customer_id": c, "day": d, "value": float(rng.integers(3))} for c, d in sorted(days)]
    windows = (Window("W1", date(2024, 2, 29), date(2024, 3, 31)), W2, NOW)
    anchors = [
        {
            "window_id": w.window_id,
            "customer_id": f"c{i:02d}",
            "as_of": w.as_of,
            "past_start": w.past_start,
            "active": bool(rng.random() < 0.7),
        }
        for w in windows
        for i in range(12)
    ]
    settings = (windows, (1, 2), START, END, float(rng.choice([0.1, 0.25, 0.5])))
    tables = ibis.memtable(pa.Table.from_pylist(rows)), ibis.memtable(pa.Table.from_pylist(anchors))
    assert computed(labels(*tables, *settings)) == plain(rows, anchors, *settings)


def test_equals_are_in_together() -> None:
    """K = ⌈q n⌉ decides the threshold; everybody at the threshold is in."""
    futures = {"a": 9.0, "b": 5.0, "c": 5.0, "d": 1.0, "e": 1.0}
    assert high(futures, 0.2) == {"a"}
    assert high(futures, 0.4) == {"a", "b", "c"}
    assert high(futures, 0.21) == {"a", "b", "c"}


def test_a_share_that_is_whole_is_not_rounded_up() -> None:
    """0.07 of 100 is 7, although the product of the two numbers is a hair above."""
    assert len(high({f"c{i:03d}": float(i + 1) for i in range(100)}, 0.07)) == 7


def test_nobody_is_high_value_with_nothing() -> None:
    """A future of zero is never high-value, even where it is at the threshold."""
    assert high({"a": 0.0, "b": 0.0}, 0.5) == set()
    assert high({"a": 3.0, "b": 0.0, "c": 0.0}, 0.9) == {"a"}


def test_inactive_customers_are_not_labelled() -> None:
    """Their future is known all the same, and they do not count towards K."""
    found = computed(labels(*anchored({"a": 3.0, "b": 1.0}, active=False), [W1], [1], START, END, 0.5))
    assert {flag for _, _, flag in found.values()} == {None}
    assert {future for _, future, _ in found.values()} == {3.0, 1.0}


@pytest.mark.parametrize(
    ("known_from", "known_until"), [(START, date(2024, 4, 30)), (date(2024, 3, 2), END)], ids=["future", "past"]
)
def test_unknown_futures_are_null(known_from: date, known_until: date) -> None:
    """Where the future has not ended, or as long a past is not in the data, there is no label and no peek."""
    found = computed(labels(*anchored({"a": 3.0}), [W1], [1], known_from, known_until, 0.5))
    assert found == {("W1", "a", 1): (0.0, None, None)}


def test_last_day_of_the_past_and_first_of_the_future() -> None:
    """``as_of`` itself belongs to the future; the day on which the future ends does not."""
    days = [
        date(2024, 2, 29),
        date(2024, 3, 1),
        date(2024, 3, 31),
        date(2024, 4, 1),
        date(2024, 4, 30),
        date(2024, 5, 1),
    ]
    activity = pa.table({"customer_id": ["a"] * 6, "day": pa.array(days), "value": [1.0, 2.0, 4.0, 8.0, 16.0, 32.0]})
    _, anchors = anchored({"a": 1.0})
    found = computed(labels(ibis.memtable(activity), anchors, [W1], [1], START, END, 0.5))
    assert found == {("W1", "a", 1): (6.0, 24.0, True)}
