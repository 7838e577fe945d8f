"""The whole of the trends: who gets a row, what may be learned from when, and what does not matter."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest

from valuecast.contracts import INTERMEDIATE, note
from valuecast.trends import Outlook
from valuecast.windows import months_after

pytestmark = pytest.mark.slow


def _rows(trends: pa.Table, **equal: object) -> pa.Table:
    for name, value in equal.items():
        trends = trends.filter(pc.equal(trends[name], value))
    return trends


def _chances(rows: pa.Table) -> np.ndarray:
    return np.stack([rows[name].to_numpy() for name in ("p_up", "p_flat", "p_down")], axis=1)


def test_conforms_to_the_contract(found) -> None:
    """The table is TRENDS as declared, and conforming it again changes nothing."""
    assert INTERMEDIATE["trends"].conform(found.trends).equals(found.trends)


def test_everybody_seen_gets_a_row_today(world, found) -> None:
    """Each customer, active or dormant, has one row a horizon and method for today."""
    seen = set(_rows(world.tables["signals"], window_id="today")["customer_id"].to_pylist())
    dormant = set(_rows(world.tables["signals"], window_id="today", active=False)["customer_id"].to_pylist())
    assert dormant
    for months in (3, 6):
        for method in ("persistence", "last_period_slope", "intermittent", "health_blend", "gbm"):
            rows = _rows(found.trends, window_id="today", horizon_months=months, method=method)
            assert set(rows["customer_id"].to_pylist()) == seen
            assert rows.num_rows == len(seen)


def test_backtest_holds_the_active_only(world, found) -> None:
    """No window but today has a row for a customer who was not active then."""
    signals = world.tables["signals"]
    active = signals.filter(signals["active"])
    allowed = set(zip(active["window_id"].to_pylist(), active["customer_id"].to_pylist(), strict=True))
    past = found.trends.filter(pc.not_equal(found.trends["window_id"], "today"))
    assert set(zip(past["window_id"].to_pylist(), past["customer_id"].to_pylist(), strict=True)) <= allowed


def test_history_had_ended_before_the_test_window(world, found) -> None:
    """Role test is the fold's test window; history is what had ended by its as_of; labels between are not reported."""
    by_id = {window.window_id: window for window in world.windows}
    for months, folds in world.folds().items():
        rows = _rows(found.trends, horizon_months=months)
        test = next(fold.predict for fold in folds if fold.role == "test")
        assert set(_rows(rows, role="test")["window_id"].to_pylist()) == {test.window_id}
        history = set(_rows(rows, role="history")["window_id"].to_pylist())
        assert history
        assert all(by_id[window].future_end(months) <= test.as_of for window in history)
        assert _rows(rows, role="test")["actual_class"].null_count == 0
        assert (
            _rows(rows, role="today")["actual_class"].null_count
            == rows.filter(pc.equal(rows["role"], "today")).num_rows
        )


def test_probabilities_add_up_and_bands_hold_the_forecast(found) -> None:
    """Where they are given, p's sum to 1 within [0, 1] and low ≤ forecast ≤ high, low never below zero."""
    known = found.trends.filter(found.trends["p_up"].is_valid())
    chances = _chances(known)
    assert known.num_rows
    assert np.allclose(chances.sum(axis=1), 1.0, atol=1e-12)
    assert ((chances >= 0) & (chances <= 1)).all()
    banded = found.trends.filter(found.trends["low"].is_valid())
    low, middle, high = (banded[name].to_numpy() for name in ("low", "forecast", "high"))
    assert banded.num_rows
    assert ((low >= 0) & (low <= middle) & (middle <= high)).all()


def test_a_window_without_earlier_ones_has_no_band(found) -> None:
    """The first windows have nothing to learn from: null, not a guess."""
    first = _rows(found.trends, window_id="W1")
    assert first.num_rows
    for name in ("low", "high", "p_up", "p_flat", "p_down"):
        assert first[name].null_count == first.num_rows


def test_dormant_customers_have_no_score_and_their_own_odds(world, found) -> None:
    """The inactive are null on the score scale, forecast at their past value, and learned from the inactive alone."""
    rows = _rows(found.trends, window_id="today", horizon_months=3, method="health_blend")
    dormant, active = (rows.filter(flag) for flag in (rows["value_index"].is_null(), rows["value_index"].is_valid()))
    assert dormant["predicted_score"].null_count == dormant["health_score"].null_count == dormant.num_rows
    assert dormant["forecast"].equals(dormant["past_value"])
    assert len({tuple(row) for row in _chances(dormant)}) == 1
    assert _chances(dormant)[0, 1] > _chances(active)[:, 1].max(), "who is gone stays at nothing, which is Flat"


def test_row_order_changes_nothing(world, found) -> None:
    """Every input table shuffled: the same bytes."""
    rng = np.random.default_rng(0)
    shuffled = {name: table.take(rng.permutation(table.num_rows)) for name, table in world.tables.items()}
    again = world.run(**shuffled)
    assert again.trends.equals(found.trends)
    assert again.choices.equals(found.choices)
    assert again.notes == found.notes


def test_doubling_all_values_doubles_the_forecasts(company, world, found) -> None:
    """Another unit of value moves forecasts and bands in proportion and leaves classes and odds alone."""
    double = company(world.monthly * 2).run().trends
    for name in ("forecast", "low", "high"):
        assert np.allclose(double[name].to_numpy(), 2 * found.trends[name].to_numpy(), rtol=1e-9, equal_nan=True)
    assert double["predicted_class"].equals(found.trends["predicted_class"])
    assert double["p_down"].equals(found.trends["p_down"])


def test_later_months_change_no_earlier_forecast(company, world, found) -> None:
    """Three more months of data, whatever they bring: what was said of earlier windows stays as it was."""
    cut = months_after(world.as_of, -3)
    earlier = company(world.monthly, as_of=cut).run().trends
    compared = [name for name in found.trends.column_names if name not in ("role", "future_value", "actual_class")]
    key = ["window_id", "customer_id", "horizon_months", "method"]
    known = {tuple(row[k] for k in key): row for row in found.trends.select(compared).to_pylist()}
    shared = [row for row in earlier.select(compared).to_pylist() if tuple(row[k] for k in key) in known]
    shared = [row for row in shared if row["window_id"] != "today"]
    assert {row["window_id"] for row in shared} >= {"W1", "W2", "W3", "W4"}
    assert all(known[tuple(row[k] for k in key)] == row for row in shared)


def test_methods_cannot_see_the_future(world) -> None:
    """A method that copies the future is handed none."""

    class Peeking:
        name = "peeking"
        signals = ()
        learns = False

        def predict(self, now, earlier) -> Outlook:
            assert np.isnan(now.future).all()
            for then in earlier:
                ended = then.months_ago - now.months_ago >= now.horizon
                assert np.isfinite(then.future).any() == ended
            assert now.monthly.shape[1] == 18 - now.months_ago
            return Outlook(now.past, now.value_index)

    assert set(world.run(methods=[Peeking()]).trends["method"].to_pylist()) == {"peeking"}


def test_without_folds_today_is_forecast_without_odds(world) -> None:
    """No evidence: rows for today only, no band, no probability, persistence, and a note for each horizon."""
    bare = world.run(folds_by_horizon={3: (), 6: ()})
    assert set(bare.trends["role"].to_pylist()) == {"today"}
    assert bare.trends["p_up"].null_count == bare.trends["low"].null_count == bare.trends.num_rows
    assert bare.chosen_method == {3: "persistence", 6: "persistence"}
    for months in (3, 6):
        assert note("trend_without_history", horizon=months) in bare.notes


def test_only_a_test_window_means_persistence(company, world) -> None:
    """With nothing before the test window, no method can be chosen on evidence, and the note says so."""
    short = company(world.monthly, as_of=months_after(world.as_of, -8), horizons=(3,))
    only = short.run()
    assert set(only.trends["role"].to_pylist()) == {"test", "today"}
    assert only.chosen_method == {3: "persistence"}
    assert only.choices["macro_f1"].null_count == only.choices.num_rows == 5
    assert "trend_method_unchosen" in {given.code for given in only.notes}


def test_windows_without_a_past_of_that_length_are_left_out(world) -> None:
    """Where the labels give no future at a horizon, the window is neither reported nor learned from, and told."""
    labels = world.tables["labels"]
    hidden = pc.and_(pc.equal(labels["window_id"], "W1"), pc.equal(labels["horizon_months"], 3))
    future = pc.if_else(hidden, pa.scalar(None, pa.float64()), labels["future_value"])
    place = labels.column_names.index("future_value")
    found = world.run(labels=labels.set_column(place, "future_value", future))
    assert not _rows(found.trends, window_id="W1", horizon_months=3).num_rows
    assert note("trend_windows_left_out", horizon=3, windows=("W1",)) in found.notes


def test_no_predictions_leaves_propensity_out_and_says_so(world) -> None:
    """Without a model the blend still works, and the note names what it lacks."""
    found = world.run(predictions=INTERMEDIATE["predictions"].empty())
    lacking = note("trend_part_without_data", horizon=3, method="health_blend", part="propensity", windows=())
    assert lacking in found.notes
    blend = _rows(found.trends, method="health_blend", window_id="today")
    assert set(blend["predicted_class"].to_pylist()) == {"Up", "Flat", "Down"}


@pytest.mark.parametrize("kind", ["one", "identical", "nobody"])
def test_degenerate_companies(company, kind: str) -> None:
    """One customer, all the same, nobody: a table that conforms, no warning, no crash."""
    monthly = {"one": np.ones((1, 18)), "identical": np.ones((30, 18)), "nobody": np.zeros((1, 18))}[kind]
    found = company(monthly).run()
    today = _rows(found.trends, window_id="today")
    assert today.num_rows == {"one": 8, "identical": 300, "nobody": 0}[kind]
    assert set(today["predicted_class"].to_pylist()) <= {"Flat"}
    assert set(found.chosen_method) == {3, 6}
