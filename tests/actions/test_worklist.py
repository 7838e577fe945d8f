"""The work list: who is on it, in what order, and what the hours cover."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
import pyarrow as pa
import pytest

from valuecast.actions import PLAYBOOKS, plan_actions
from valuecast.contracts import INTERMEDIATE, OUTPUTS
from valuecast.wording.notes import sentence

_STAGES = ("Onboarding", "Growing", "Mature")


@pytest.fixture(scope="module")
def company() -> dict[str, pa.Table]:
    """Three hundred customers of every tier and trend, with gaps in what is known."""
    rng = np.random.default_rng(11)
    n = 300
    names = [f"c{i:03d}" for i in range(n)]
    tier = rng.choice(["High", "Medium", "Low", "Dormant"], n)
    active = tier != "Dormant"
    past = np.round(rng.exponential(100, n) * active, 2)
    chances = rng.dirichlet([1, 1, 1], n)

    def holes(values: np.ndarray) -> list[float | None]:
        return [None if gap else float(value) for value, gap in zip(values, rng.random(n) < 0.3, strict=True)]

    segments = {
        "customer_id": names,
        "tier": tier,
        "cluster": ["consistent"] * n,
        "usage_band": ["1-5 h"] * n,
        "lifecycle_stage": [*rng.choice(_STAGES, n)],
        "rfm_tier": [None] * n,
    }
    trends = {
        "window_id": ["today"] * n,
        "customer_id": names,
        "horizon_months": [3] * n,
        "method": ["health_blend"] * n,
        "role": ["today"] * n,
        "past_value": past,
        "forecast": past * rng.uniform(0.5, 2, n),
        "low": past * 0.4,
        "high": past * 2.5,
        "value_index": past,
        "health_score": past,
        "predicted_score": past,
        "predicted_class": rng.choice(["Up", "Flat", "Down"], n),
        "p_up": chances[:, 0],
        "p_flat": chances[:, 1],
        "p_down": chances[:, 2],
        "future_value": [None] * n,
        "actual_class": [None] * n,
    }
    predictions = {
        "window_id": ["today"] * n,
        "customer_id": names,
        "model": ["gbm"] * n,
        "role": ["today"] * n,
        "raw": rng.random(n),
        "probability": rng.random(n),
        "high_value": rng.random(n) > 0.8,
    }
    signals = {
        "window_id": ["today"] * n,
        "customer_id": names,
        "active": active,
        "value_change": holes(rng.uniform(-1, 1, n)),
        "days_since_last": holes(rng.integers(1, 400, n).astype(float)),
        "recency_ratio": holes(rng.exponential(2, n)),
        "active_days": holes(rng.integers(1, 90, n).astype(float)),
        "latest_rating": holes(rng.integers(0, 11, n).astype(float)),
        "tenure_days": holes(rng.integers(1, 900, n).astype(float)),
    }
    return {
        "segments": INTERMEDIATE["segments"].conform(pa.table(segments)),
        "trends": INTERMEDIATE["trends"].conform(pa.table(trends)),
        "predictions": INTERMEDIATE["predictions"].conform(pa.table(predictions)),
        "signals": INTERMEDIATE["signals"].conform(pa.table(signals)),
        "accounts": pa.table({"customer_id": [*names, "c000"], "account_id": ["B"] * n + ["A"]}),
    }


@pytest.fixture(scope="module")
def plan(company: Mapping[str, pa.Table]) -> Callable[..., object]:
    """Plan with any argument changed."""
    return lambda **changes: plan_actions(**{**company, "capacity_hours": 40.0, **changes})


def test_everybody_has_one_place_and_one_playbook(plan, company) -> None:
    """Ranks run from 1 without gaps, each customer of the segments once, each playbook's count adds up."""
    found = plan()
    assert OUTPUTS["actions"].conform(found.actions).equals(found.actions)
    assert OUTPUTS["playbooks"].conform(found.playbooks).equals(found.playbooks)
    assert found.actions["rank"].to_pylist() == list(range(1, 301))
    assert sorted(found.actions["customer_id"].to_pylist()) == company["segments"]["customer_id"].to_pylist()
    used = found.actions["playbook"].to_pylist()
    assert {row["playbook"]: row["customers"] for row in found.playbooks.to_pylist()} == {
        name: used.count(name) for name in PLAYBOOKS
    }
    assert set(used) == set(PLAYBOOKS), "the company is varied enough to need each"


def test_ranked_by_value_at_stake_per_hour_and_off_board_last(plan) -> None:
    """Within the list proper the ratio never rises; nothing comes after an off-board but another."""
    rows = plan().actions.to_pylist()
    closing = [row["playbook"] == "off-board" for row in rows]
    assert closing == sorted(closing)
    worth = [row["value_at_stake"] / row["hours"] for row in rows if row["playbook"] != "off-board"]
    assert worth == sorted(worth, reverse=True)
    assert worth[0] > worth[len(worth) // 3] > 0
    nothing = [row for row in rows if row["playbook"] == "advocate"]
    assert {row["value_at_stake"] for row in nothing} == {0.0}


@pytest.mark.parametrize("hours", [0.1, 4.0, 40.0, 1e6])
def test_capacity_is_filled_strictly_in_rank_order(plan, hours: float) -> None:
    """Those within capacity are the first of the list, fit in the hours, and the next would not."""
    rows = plan(capacity_hours=hours).actions.to_pylist()
    within = [row["within_capacity"] for row in rows]
    covered = sum(within)
    assert within == [True] * covered + [False] * (len(rows) - covered)
    assert sum(row["hours"] for row in rows[:covered]) <= hours
    assert covered == len(rows) or sum(row["hours"] for row in rows[: covered + 1]) > hours


def test_row_order_changes_nothing(plan, company) -> None:
    """Every table shuffled: the same bytes and the same notes."""
    rng = np.random.default_rng(0)
    again = plan(**{name: table.take(rng.permutation(table.num_rows)) for name, table in company.items()})
    assert again.actions.equals(plan().actions)
    assert again.notes == plan().notes


def test_first_account_of_several(plan) -> None:
    """A visitor of two accounts is shown under the first by name; an unknown account stays empty."""
    accounts = {row["customer_id"]: row["account_id"] for row in plan().actions.to_pylist()}
    assert (accounts["c000"], accounts["c001"]) == ("A", "B")
    empty = pa.table({"customer_id": pa.array([], pa.string()), "account_id": pa.array([], pa.string())})
    assert plan(accounts=empty).actions["account_id"].null_count == 300


def test_notes_tell_capacity_and_that_nothing_is_measured(plan) -> None:
    """How far the hours reach, and that no holdout exists yet."""
    notes = " ".join(map(sentence, plan().notes))
    covered = sum(plan().actions["within_capacity"].to_pylist())
    assert f"40 hours cover the first {covered} of 300 customers" in notes
    assert "has not been measured" in notes
    assert "Rules without data" not in notes


def test_nothing_known_but_tiers(plan, company) -> None:
    """No trends, no model, no signals: every customer still gets a playbook, and the notes say what is missing."""
    bare = company["signals"].select(["window_id", "customer_id", "active"])
    found = plan(trends=INTERMEDIATE["trends"].empty(), predictions=None, signals=bare)
    assert found.actions["trend_class"].null_count == 300
    assert set(found.actions["value_at_stake"].to_pylist()) == {0.0}
    notes = " ".join(map(sentence, found.notes))
    assert "No trend is known" in notes
    assert "no customer has a rating today" in notes


def test_without_odds_the_list_stands_on_past_value(plan, company) -> None:
    """Persistence without history: nothing at stake by the formula, so the larger customer comes first, and a note."""
    trends = company["trends"]
    for name in ("low", "high", "p_up", "p_flat", "p_down"):
        place = trends.column_names.index(name)
        trends = trends.set_column(place, name, pa.nulls(300, pa.float64()))
    trends = trends.set_column(trends.column_names.index("forecast"), "forecast", trends["past_value"])
    found = plan(trends=trends)
    past = dict(zip(trends["customer_id"].to_pylist(), trends["past_value"].to_pylist(), strict=True))
    rows = [row for row in found.actions.to_pylist() if row["playbook"] != "off-board"]
    order = [past[row["customer_id"]] for row in rows]
    assert order == sorted(order, reverse=True)
    assert any("no probabilities yet" in note for note in map(sentence, found.notes))


def test_nobody_is_rescued_from_a_fall_that_its_forecast_does_not_show(plan, company) -> None:
    """Down counts only with a forecast below the past value, Up only with one above; the rest is Flat."""
    trends = {row["customer_id"]: row for row in company["trends"].to_pylist()}
    rows = {row["customer_id"]: row for row in plan().actions.to_pylist()}
    seen = set()
    for customer, row in rows.items():
        called, change = (
            trends[customer]["predicted_class"],
            trends[customer]["forecast"] - trends[customer]["past_value"],
        )
        agrees = (called == "Up" and change > 0) or (called == "Down" and change < 0)
        assert row["trend_class"] == (called if agrees else "Flat")
        assert agrees or "forecast to slip" not in row["reason"]
        seen.add((called, agrees))
    assert seen == {("Up", True), ("Up", False), ("Down", True), ("Down", False), ("Flat", False)}


def test_nobody_at_all(plan) -> None:
    """An empty company: empty list, seven playbooks for nobody, a plain note."""
    found = plan(segments=INTERMEDIATE["segments"].empty())
    assert found.actions.num_rows == 0
    assert set(found.playbooks["customers"].to_pylist()) == {0}
    assert sentence(found.notes[0]) == "There is no customer to act on."
