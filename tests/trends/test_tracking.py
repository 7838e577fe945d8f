"""Value month by month, moves between tiers, cohorts, signals that lead, movers, and interruptions of the series."""

from __future__ import annotations

from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest
from scipy.stats import spearmanr

from valuecast.contracts import INTERMEDIATE, OUTPUTS
from valuecast.trends import (
    account_trends,
    cohorts,
    interruptions,
    movers,
    tier_migration,
    trend_indicators,
    value_history,
)
from valuecast.wording.findings import message

AS_OF = date(2024, 11, 1)


def _months(values: np.ndarray) -> pa.Table:
    """MONTHS from customers × months, the last month first."""
    rows = [
        {"customer_id": f"c{i:03d}", "months_ago": int(ago), "value": float(values[i, ago])}
        for i, ago in np.argwhere(values != 0)
    ]
    return INTERMEDIATE["months"].conform(pa.Table.from_pylist(rows, schema=INTERMEDIATE["months"].empty().schema))


def _history(values: np.ndarray) -> pa.Table:
    return value_history(_months(values), as_of=AS_OF, past_months=3, share=0.2, value_index={AS_OF: {"c000": 42.0}})


def test_history_adds_up_the_past_window_and_begins_with_the_first_value() -> None:
    """past_value is the sum of the last three months; a customer has no row before its first month."""
    values = np.arange(1.0, 61.0).reshape(10, 6)
    values[4, 2:] = 0.0
    found = _history(values).to_pandas().set_index(["customer_id", "as_of"])
    assert found.loc[("c000", AS_OF), "past_value"] == values[0, :3].sum()
    assert found.loc[("c000", AS_OF), "value_index"] == 42.0
    assert found.loc[("c001", date(2024, 9, 1)), "past_value"] == values[1, 2:5].sum()
    assert len(found.loc["c004"]) == 2, "two months with value, two month-ends"
    assert (found.groupby("as_of")["tier"].apply(lambda tiers: (tiers == "High").sum()) >= 1).all()


def test_an_edge_must_be_passed_by_the_margin() -> None:
    """Two customers who swap places by a hair around the edge stay in their tiers; a leap changes tier."""
    base = np.tile(np.arange(100.0, 0.0, -1.0)[:, None], (1, 5))
    base[19, 0], base[20, 0] = base[20, 0] - 2.0, base[19, 0] + 2.0
    history = _history(base).to_pandas().set_index(["customer_id", "as_of"])["tier"]
    before = date(2024, 10, 1)
    assert history["c019", AS_OF] == history["c019", before] == "High"
    assert history["c020", AS_OF] == history["c020", before] == "Medium"
    base[60, 0] = 10_000.0
    leap = _history(base).to_pandas().set_index(["customer_id", "as_of"])["tier"]
    assert (leap["c060", before], leap["c060", AS_OF]) == ("Low", "High")


def test_migration_and_cohorts_count_everybody_once() -> None:
    """Shares of each origin add up to one; a cohort starts whole, and one that falls silent is Dormant in the end."""
    values = np.random.default_rng(0).exponential(10, (50, 12))
    values[0, :] = 1000.0
    values[0, :4] = 0.0
    history = _history(values)
    moves = tier_migration(history, as_of=AS_OF).to_pandas()
    assert moves.groupby(["months", "from_tier"])["share"].sum().to_numpy() == pytest.approx(1.0)
    assert moves.query("months == 6")["customers"].sum() == 50
    found = cohorts(history).to_pandas()
    first = found[found["cohort"] == found["as_of"]]
    assert (first["still_high"] == 1.0).all()
    assert (first["value_kept"] == 1.0).all()
    assert found[(found["as_of"] == AS_OF) & (found["cohort"] == date(2024, 5, 1))]["dormant"].iloc[0] > 0


def _led(sign_by_window: dict[str, float], n: int = 200) -> tuple[pa.Table, pa.Table]:
    """Signals and labels in which weekly_slope goes with change by the given sign in each window."""
    rng = np.random.default_rng(4)
    signals, labels = [], []
    for window, sign in sign_by_window.items():
        slope, past = rng.normal(size=n), rng.exponential(10, n) + 1
        future = past * np.exp(sign * 0.3 * slope + rng.normal(0, 0.3, n))
        for i in range(n):
            key = {"window_id": window, "customer_id": f"c{i:03d}"}
            signals.append({**key, "active": i != 0, "weekly_slope": slope[i], "tenure_days": 5.0})
            labels.append(
                {**key, "horizon_months": 3, "past_value": past[i], "future_value": future[i], "high_value": None}
            )
    shape = INTERMEDIATE["labels"].empty().schema
    return pa.Table.from_pylist(signals), pa.Table.from_pylist(labels, schema=shape)


def test_indicators_agree_with_scipy_and_call_out_a_turn() -> None:
    """ρ is Spearman's among the active; the window in which a clear sign turns is marked, noise is not."""
    signals, labels = _led({"W1": 1.0, "W2": 0.0, "W3": -1.0})
    found = trend_indicators(signals, labels, horizons=(3,), informative=("weekly_slope", "tenure_days"))
    rows = found.filter(pc.equal(found["target"], "change")).to_pandas().set_index("window_id")
    assert set(rows["signal"]) == {"weekly_slope"}, "a constant signal has no correlation"
    joined = signals.to_pandas().merge(labels.to_pandas(), on=["window_id", "customer_id"]).query("active")
    mine = joined[joined["window_id"] == "W1"]
    outside = spearmanr(mine["weekly_slope"], mine["future_value"] / mine["past_value"]).statistic
    assert rows.loc["W1", "correlation"] == pytest.approx(outside)
    assert rows["sign_changed"].to_dict() == {"W1": False, "W2": False, "W3": True}
    assert ((rows["low"] < rows["correlation"]) & (rows["correlation"] < rows["high"])).all()


def test_movers_are_those_who_move_most_with_their_reasons(world, found) -> None:
    """Ranked by forecast less past value in each direction, active only, drivers named where a signal has led."""
    indicators = trend_indicators(
        world.tables["signals"], world.tables["labels"], horizons=(3, 6), informative=("value_change",)
    )
    table = movers(found.trends, world.tables["signals"], indicators, chosen=found.chosen_method)
    assert table.column_names == list(OUTPUTS["trend_movers"].names)
    rows = table.to_pandas()
    for (_, direction), mine in rows.groupby(["horizon_months", "direction"]):
        change = mine.sort_values("rank")["change"].to_numpy()
        assert (np.diff(change) <= 0).all() if direction == "rising" else (np.diff(change) >= 0).all()
        assert (change > 0).all() if direction == "rising" else (change < 0).all()
    assert {each["signal"] for drivers in rows["drivers"] for each in drivers} == {"value_change"}


def test_nobody_falling_is_an_empty_list(world, found) -> None:
    """Where every forecast lies above the past there are rising customers alone, and nothing is made up."""
    indicators = trend_indicators(
        world.tables["signals"], world.tables["labels"], horizons=(3, 6), informative=("value_change",)
    )
    above = pc.add(pc.max_element_wise(found.trends["past_value"], 0.0), 1.0)
    rising = found.trends.set_column(found.trends.column_names.index("forecast"), "forecast", above)
    table = movers(rising, world.tables["signals"], indicators, chosen=found.chosen_method)
    assert table.column_names == list(OUTPUTS["trend_movers"].names)
    assert set(table["direction"].to_pylist()) == {"rising"}


def test_account_table_names_the_champion() -> None:
    """The member with most past value, its share and its odds; sums and means over the members."""
    shape = INTERMEDIATE["trends"].empty().schema
    base = {"window_id": "today", "horizon_months": 3, "method": "gbm", "role": "today", "predicted_class": "Flat"}
    visitors = [
        {**base, "customer_id": "v1", "past_value": 30.0, "forecast": 20.0, "p_up": 0.1, "p_flat": 0.2, "p_down": 0.7},
        {**base, "customer_id": "v2", "past_value": 10.0, "forecast": 15.0, "p_up": 0.6, "p_flat": 0.3, "p_down": 0.1},
    ]
    accounts = pa.table({"customer_id": ["v1", "v2"], "account_id": ["A", "A"]})
    row = account_trends(pa.Table.from_pylist(visitors, schema=shape), accounts).to_pylist()[0]
    assert (row["members"], row["past_value"], row["forecast"]) == (2, 40.0, 35.0)
    assert (row["champion"], row["champion_share"], row["champion_p_down"]) == ("v1", 0.75, 0.7)
    assert row["mean_p_down"] == pytest.approx(0.4)
    assert row["share_declining"] == 0.5


def test_interruptions_are_found_and_quiet_series_have_none() -> None:
    """A halving of everybody is a step, with its month; single days and zeros are counted; noise is nothing."""
    rng = np.random.default_rng(2)
    level = np.exp(rng.normal(3, 1, 60))[:, None]
    quiet = level * np.exp(rng.normal(0, 0.3, (60, 8)))
    shape = {"window_id": ["today"] * 60, "customer_id": [f"c{i:03d}" for i in range(60)], "active": [True] * 60}
    fine = pa.table({**shape, "active_days": np.full(60, 9.0), "value": np.full(60, 5.0)})
    assert list(interruptions(_months(quiet), fine, as_of=AS_OF)) == []
    stepped = quiet.copy()
    stepped[:, :3] *= 0.4
    odd = pa.table({**shape, "active_days": [1.0] * 4 + [9.0] * 56, "value": [0.0] * 2 + [5.0] * 58})
    codes = {finding.code: finding for finding in interruptions(_months(stepped), odd, as_of=AS_OF)}
    assert set(codes) == {"customers_of_one_day", "value_of_zero", "step_change"}
    assert codes["customers_of_one_day"].count == 4
    assert codes["value_of_zero"].count == 2
    assert "2024-08-01" in message(codes["step_change"]).evidence


def test_nobody_gives_empty_tables() -> None:
    """No months, no labels: tables without rows, by their contracts."""
    nothing = INTERMEDIATE["months"].empty()
    history = value_history(nothing, as_of=AS_OF, past_months=3, share=0.2, value_index={})
    assert history.num_rows == tier_migration(history, as_of=AS_OF).num_rows == cohorts(history).num_rows == 0
