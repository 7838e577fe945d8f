"""Windows and calibration tables, leaks, and the noise ceiling."""

from dataclasses import replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest
from scipy import stats

from valuecast.evaluation import (
    backtest_windows,
    calibration_table,
    evaluate_identification,
    investigate,
    noise_ceiling,
    noise_halves,
    overlapping_folds,
    permutation_test,
    signals_alone,
)
from valuecast.evaluation.noise_ceiling import tetrachoric, top_precision
from valuecast.wording.notes import sentence


def test_windows_are_listed_with_role_and_bar(company):
    """Each backtest window once, today not; what a fold trained on had ended by its as_of."""
    rows = {row["window_id"]: row for row in backtest_windows(company.labels, {3: company.folds}).to_pylist()}
    test = company.folds[-2]
    assert rows[test.predict.window_id]["role"] == "test"
    assert rows[test.predict.window_id]["trained_on"] == ", ".join(w.window_id for w in test.train)
    assert set(rows) == {w.window_id for w in company.folds[-1].train}
    assert all(row["customers"] == 150 and row["high_value"] == 30 for row in rows.values())
    high = company.labels.filter(pc.field("high_value") & (pc.field("window_id") == "W1"))
    assert rows["W1"]["threshold"] == min(high["future_value"].to_pylist())


def test_calibration_counts_every_customer_once(company):
    """Bins add up to the population; each observed share lies in its interval, each prediction in its bin."""
    table = calibration_table(company.predictions, company.labels, company.folds, horizon=3, chosen="good").to_pylist()
    assert sum(row["n"] for row in table) == 150
    assert all(row["low"] <= row["observed"] <= row["high"] for row in table)
    assert all((row["bin"] - 1) / 10 <= row["predicted"] <= row["bin"] / 10 for row in table)
    assert calibration_table(company.predictions, company.labels, (), horizon=3, chosen=None).num_rows == 0


def test_folds_from_the_plan_do_not_overlap_and_a_forged_one_is_named(company):
    """A fold that trains on the window before the one it predicts is found out."""
    assert overlapping_folds(company.folds, 3) == ()
    *_, test, today = company.folds
    forged = replace(test, train=(*test.train, today.train[-2]))
    assert "learns from" in sentence(overlapping_folds((forged,), 3)[0])


def measured(company, signals, labels=None):
    """Investigate the company's own result."""
    labels = company.labels if labels is None else labels
    table = evaluate_identification(
        company.scores,
        company.predictions,
        labels,
        company.folds,
        horizon=3,
        chosen="good",
        share=0.2,
        bootstrap=100,
        seed=0,
    ).metrics
    return investigate(signals, labels, company.folds, table, horizon=3, chosen="good")


def test_an_honest_result_does_not_touch_the_wire(company):
    """An AUC below 0.99 is not investigated, and the sentences say why."""
    found = measured(company, company.signals)
    assert (found.tripped, found.suspected) == (False, False)
    assert found.notes[-1].code == "no_high_auc"


def test_a_signal_that_holds_the_answer_is_named(company):
    """The label copied into a signal, and a model that reads it: the wire is touched and the signal named."""
    future = company.labels["future_value"]
    leaking = company.signals.append_column("tomorrow", future)
    labels, folds = company.labels, company.folds
    test = folds[-2].predict.window_id
    raw = pc.fill_null(pc.divide(future, pc.add(future, 1.0)), 0.5)
    wide = pa.table({"window_id": labels["window_id"], "customer_id": labels["customer_id"], "leak": raw})
    model = company.predictions.join(wide, ["window_id", "customer_id"]).sort_by(
        [("window_id", "ascending"), ("customer_id", "ascending")]
    )
    model = model.set_column(model.schema.get_field_index("raw"), "raw", model["leak"]).drop_columns(["leak"])
    table = evaluate_identification(
        company.scores, model, labels, folds, horizon=3, chosen="good", share=0.2, bootstrap=100, seed=0
    ).metrics
    found = investigate(leaking, labels, folds, table, horizon=3, chosen="good")
    assert found.tripped
    assert found.suspected
    assert any("tomorrow" in sentence(note) for note in found.notes)
    assert next(iter(signals_alone(leaking, labels, test, horizon=3))) == "tomorrow"


def test_shuffled_labels_fall_to_chance_and_a_side_door_does_not():
    """A model that learns from labels falls to an AUC about 0.5; one that gets the answer another way does not."""
    rng = np.random.default_rng(0)
    x, x_test = rng.normal(size=300), rng.normal(size=300)
    actual, test = x + rng.normal(0, 0.3, 300) > 0.8, x_test + rng.normal(0, 0.3, 300) > 0.8
    window = np.repeat(["W1", "W2"], 150)

    def learn(labels):
        return x_test * np.corrcoef(x, labels)[0, 1]

    honest = permutation_test(learn, actual, test, window, permutations=40, rng=np.random.default_rng(1))
    cheat = permutation_test(
        lambda labels: test.astype(float), actual, test, window, permutations=40, rng=np.random.default_rng(1)
    )
    assert honest.auc > 0.9
    assert honest.at_chance
    assert not cheat.at_chance


def test_shuffling_keeps_the_number_of_positives_of_each_window():
    """Labels move between customers, not between windows."""
    actual = np.array([True, True, False, False, False, False])
    window = np.array(["W1"] * 3 + ["W2"] * 3)
    seen = []

    def learn(labels):
        seen.append([int(labels[window == w].sum()) for w in ("W1", "W2")])
        return np.arange(2.0)

    permutation_test(learn, actual, np.array([True, False]), window, permutations=10, rng=np.random.default_rng(0))
    assert seen == [[2, 0]] * 11


@pytest.mark.parametrize("correlation", [-0.3, 0.0, 0.5, 0.9])
def test_normal_overlap_is_scipys_and_turns_back(correlation):
    """P(X > z, Y > z) / q agrees with scipy's bivariate normal, and the tetrachoric correlation undoes it."""
    z = stats.norm.isf(0.2)
    both = stats.multivariate_normal.cdf([-z, -z], cov=[[1, correlation], [correlation, 1]])
    assert top_precision(correlation, 0.2) == pytest.approx(both / 0.2, abs=1e-5)
    assert tetrachoric(top_precision(correlation, 0.2), 0.2) == pytest.approx(correlation, abs=1e-6)


@pytest.mark.parametrize("noise", [0.3, 0.8, 1.5])
def test_the_ceiling_is_what_knowing_the_true_level_achieves(noise):
    """On simulated customers with known level and noise, the ceiling is close to the oracle's precision."""
    rng = np.random.default_rng(7)
    n, k = 6000, 1200
    level = rng.normal(size=n)
    half_a, half_b = (level + rng.normal(0, noise, n) for _ in range(2))
    halves = pa.table({"customer_id": [f"c{i:05d}" for i in range(n)], "half_a": half_a, "half_b": half_b})
    found = noise_ceiling(halves, share=0.2, bootstrap=200, seed=0)
    future = half_a + half_b
    oracle = len(set(np.argsort(-level)[:k]) & set(np.argsort(-future)[:k])) / k
    assert found.ceiling == pytest.approx(oracle, abs=0.03)
    assert found.low <= found.ceiling <= found.high
    assert found.half_overlap < found.repeat < found.ceiling


def test_pure_noise_has_the_ceiling_of_chance_and_too_little_data_none():
    """Halves without anything in common leave the share itself; two customers leave nothing to say."""
    rng = np.random.default_rng(0)
    ids = [f"c{i:04d}" for i in range(2000)]
    found = noise_ceiling(
        pa.table({"customer_id": ids, "half_a": rng.random(2000), "half_b": rng.random(2000)}),
        share=0.2,
        bootstrap=100,
        seed=0,
    )
    assert found.half_overlap == pytest.approx(0.2, abs=0.04)
    assert found.ceiling < 0.45
    few = pa.table({"customer_id": ["a", "b"], "half_a": [1.0, 2.0], "half_b": [1.0, 2.0]})
    assert noise_ceiling(few, share=0.2, bootstrap=100, seed=0) is None
    flat = pa.table({"customer_id": ids, "half_a": np.ones(2000), "half_b": rng.random(2000)})
    assert noise_ceiling(flat, share=0.2, bootstrap=100, seed=0) is None


def test_customers_tied_at_nothing_share_the_places_that_are_left():
    """Where only a tenth spend at all, the rest of the top fifth is drawn by lot, not by order of rows."""
    n = 1000
    value = np.where(np.arange(n) < 100, 5.0, 0.0)
    table = pa.table({"customer_id": [f"c{i:04d}" for i in range(n)], "half_a": value, "half_b": value})
    found = noise_ceiling(table, share=0.2, bootstrap=100, seed=0)
    assert found.half_overlap == pytest.approx((100 + 900 * (100 / 900) ** 2) / 200)


def test_a_weekly_rhythm_is_not_taken_for_chance():
    """Customers who come on one weekday, every week, for the same amount: the ceiling is nearly everything."""
    rng = np.random.default_rng(3)
    n, days = 400, 92
    amount, weekday = np.exp(rng.normal(3, 1, n)), rng.integers(0, 7, n)
    daily = np.where(np.arange(days) % 7 == weekday[:, None], amount[:, None], 0.0)
    first = noise_halves(days, np.random.default_rng(0))
    halves = pa.table(
        {
            "customer_id": [f"c{i:04d}" for i in range(n)],
            "half_a": daily[:, first].sum(axis=1),
            "half_b": daily[:, ~first].sum(axis=1),
        }
    )
    assert noise_ceiling(halves, share=0.2, bootstrap=100, seed=0).low > 0.9


@pytest.mark.parametrize("days", [1, 13, 14, 31, 92, 184])
def test_halves_are_as_long_as_each_other(days):
    """Each half holds half of the days, give or take one, and of each full fortnight exactly one whole week."""
    first = noise_halves(days, np.random.default_rng(1))
    assert len(first) == days
    assert abs(int(first.sum()) - days / 2) <= 0.5
    for start in range(0, days - 13, 14):
        assert sorted([first[start : start + 7].sum(), first[start + 7 : start + 14].sum()]) == [0, 7]
