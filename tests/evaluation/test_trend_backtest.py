"""How trend methods are measured."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest
from sklearn import metrics as oracle

from valuecast.contracts import INTERMEDIATE
from valuecast.evaluation import evaluate_trends
from valuecast.metrics import bias_percent, calibration_loss, spearman_score

ROLES = {"W1": "history", "W2": "history", "W5": "test", "today": "today"}


def classes(past, value):
    """The written rule."""
    return np.where(value >= 1.2 * past, "Up", np.where(value <= 0.9 * past, "Down", "Flat"))


@pytest.fixture(scope="module")
def trends():
    """A method that sees the change, and persistence, over 120 customers and a horizon of three months."""
    rng = np.random.default_rng(0)
    n = 120
    parts = []
    for window, role in ROLES.items():
        past = rng.lognormal(3, 1, n)
        future = past * np.exp(rng.normal(0, 0.4, n))
        for method, forecast in (("persistence", past), ("seer", future * np.exp(rng.normal(0, 0.1, n)))):
            known = role != "today"
            bands = method == "seer"
            parts.append(
                {
                    "window_id": [window] * n,
                    "customer_id": [f"c{i:03d}" for i in range(n)],
                    "horizon_months": [3] * n,
                    "method": [method] * n,
                    "role": [role] * n,
                    "past_value": past.tolist(),
                    "forecast": forecast.tolist(),
                    "low": (forecast * 0.88).tolist() if bands else [None] * n,
                    "high": (forecast * 1.137).tolist() if bands else [None] * n,
                    **{name: [50.0] * n for name in ("value_index", "health_score", "predicted_score")},
                    "predicted_class": classes(past, forecast).tolist(),
                    **{name: [None] * n for name in ("p_up", "p_flat", "p_down")},
                    "future_value": future.tolist() if known else [None] * n,
                    "actual_class": classes(past, future).tolist() if known else [None] * n,
                }
            )
    tables = [pa.table(part) for part in parts]
    return INTERMEDIATE["trends"].conform(pa.concat_tables(tables, promote_options="permissive"))


@pytest.fixture(scope="module")
def found(trends):
    """The evidence as a frame."""
    return evaluate_trends(trends, bootstrap=200, seed=0).metrics.to_pandas().set_index(["split", "method", "metric"])


def test_figures_agree_with_scikit_learn(found, trends):
    """Macro F1, per-class precision and recall, error, bias and ρ on the test window."""
    mine = trends.filter((pc.field("role") == "test") & (pc.field("method") == "seer")).to_pandas()
    value = found["value"].loc["test", "seer"]
    actual, called = mine["actual_class"], mine["predicted_class"]
    assert value["macro_f1"] == pytest.approx(oracle.f1_score(actual, called, average="macro"))
    assert value["recall_up"] == pytest.approx(oracle.recall_score(actual, called, labels=["Up"], average="macro"))
    assert value["precision_down"] == pytest.approx(
        oracle.precision_score(actual, called, labels=["Down"], average="macro")
    )
    assert value["mae"] == pytest.approx(oracle.mean_absolute_error(mine["future_value"], mine["forecast"]))
    future, forecast = mine["future_value"].to_numpy(), mine["forecast"].to_numpy()
    assert value["bias_percent"] == pytest.approx(bias_percent(future, forecast))
    assert value["spearman"] == pytest.approx(spearman_score(future, forecast))
    assert value["coverage_80"] == pytest.approx(0.8, abs=0.12)


def test_who_sees_the_change_beats_no_change(found):
    """The paired difference against persistence is above zero for macro F1 and below zero for the error."""
    assert found.loc["test", "seer", "macro_f1"]["difference_low"] > 0
    assert found.loc["test", "seer", "mae"]["difference_high"] < 0
    assert set(found.loc["test", "seer"]["baseline"].dropna()) == {"persistence"}


def test_the_commonest_class_comes_from_windows_that_had_ended(found, trends):
    """On test it is the commonest of W1 and W2, right as often as that class happened; W2 itself has none before."""
    history = trends.filter(pc.field("role") == "history").to_pandas().drop_duplicates(["window_id", "customer_id"])
    commonest = history["actual_class"].value_counts().idxmax()
    test = trends.filter((pc.field("role") == "test") & (pc.field("method") == "seer")).to_pandas()
    expected = (test["actual_class"] == commonest).mean()
    assert found.loc["test", "most_frequent", "accuracy"]["value"] == pytest.approx(expected)
    assert "most_frequent" not in found.loc["validation"].index.get_level_values("method")


def test_guessing_by_earlier_shares_is_what_many_guesses_give(found, trends):
    """Accuracy and macro F1 of chance agree with guessing 400 times by the class shares of W1 and W2."""
    history = trends.filter(pc.field("role") == "history").to_pandas().drop_duplicates(["window_id", "customer_id"])
    test = trends.filter((pc.field("role") == "test") & (pc.field("method") == "seer")).to_pandas()
    shares = history["actual_class"].value_counts(normalize=True)
    rng = np.random.default_rng(3)
    guesses = [rng.choice(shares.index, len(test), p=shares.to_numpy()) for _ in range(400)]
    right = np.mean([(guess == test["actual_class"]).mean() for guess in guesses])
    f1 = np.mean([oracle.f1_score(test["actual_class"], guess, average="macro") for guess in guesses])
    assert found.loc["test", "chance", "accuracy"]["value"] == pytest.approx(right, abs=0.01)
    assert found.loc["test", "chance", "macro_f1"]["value"] == pytest.approx(f1, abs=0.015)


def test_calibration_error_is_the_mean_of_the_classes(trends):
    """ECE is measured where every row has odds, and is the mean of the three classes' own."""
    frame = trends.to_pandas()
    rng = np.random.default_rng(5)
    odds = rng.dirichlet([2, 2, 2], len(frame))
    frame[["p_up", "p_flat", "p_down"]] = np.where((frame["method"] == "seer").to_numpy()[:, None], odds, np.nan)
    table = INTERMEDIATE["trends"].conform(pa.Table.from_pandas(frame, schema=trends.schema, preserve_index=False))
    figures = (
        evaluate_trends(table, bootstrap=100, seed=0)
        .metrics.to_pandas()
        .set_index(["split", "method", "metric"])["value"]
    )
    mine = frame[(frame["role"] == "test") & (frame["method"] == "seer")]
    each = [
        calibration_loss((mine["actual_class"] == kind).to_numpy(), mine[column].to_numpy())
        for kind, column in (("Up", "p_up"), ("Flat", "p_flat"), ("Down", "p_down"))
    ]
    assert figures["test", "seer", "ece"] == pytest.approx(np.mean(each))
    assert ("test", "persistence", "ece") not in figures.index


def test_persistence_is_made_where_it_is_missing(trends, found):
    """The baseline is the same whether the table brings it or not."""
    without = trends.filter(pc.field("method") != "persistence")
    again = evaluate_trends(without, bootstrap=200, seed=0).metrics.to_pandas().set_index(["split", "method", "metric"])
    assert again.loc["test", "persistence"]["value"].equals(found.loc["test", "persistence"]["value"])
    assert found.loc["test", "persistence", "recall_flat"]["value"] == 1.0


def test_the_same_bytes_for_permuted_rows(trends):
    """Shuffling input rows changes no number."""
    mixed = trends.take(np.random.default_rng(0).permutation(len(trends)))
    once, again = (evaluate_trends(table, bootstrap=100, seed=1) for table in (mixed, trends))
    assert once.metrics.equals(again.metrics)
    assert once.differences.equals(again.differences)


def test_today_alone_and_nothing_at_all_measure_nothing(trends):
    """Without an outcome there is no figure."""
    assert evaluate_trends(trends.filter(pc.field("role") == "today"), bootstrap=100, seed=0).metrics.num_rows == 0
    assert evaluate_trends(INTERMEDIATE["trends"].empty(), bootstrap=100, seed=0).metrics.num_rows == 0


def test_differences_from_each_baseline_are_those_of_the_figures(trends):
    """Each method stands beside no change, the commonest class and chance, paired on the same customers."""
    found = evaluate_trends(trends, bootstrap=200, seed=0)
    value = found.metrics.to_pandas().set_index(["horizon_months", "split", "method", "metric"])["value"]
    gaps = found.differences.to_pandas()
    assert set(gaps["task"]) == {"trend"}
    assert set(gaps["baseline"]) == {"persistence", "most_frequent", "chance"}
    for row in gaps[gaps["metric"] == "macro_f1"].itertuples():
        key = (row.horizon_months, row.split)
        mine, other = value[(*key, row.method, "macro_f1")], value[(*key, row.baseline, "macro_f1")]
        assert row.difference == pytest.approx(mine - other)
        assert row.low <= row.difference <= row.high


def test_a_future_below_zero_counts_as_nothing(trends):
    """More refunded than bought is judged as nothing, as in classes and forecasts: errors and coverage say the same."""
    frame = trends.to_pandas()
    rows = (frame["customer_id"] < "c010") & frame["future_value"].notna()
    figures = []
    for future in (0.0, -50.0):
        frame.loc[rows, "future_value"] = future
        frame.loc[rows, "low"] = 0.0
        table = INTERMEDIATE["trends"].conform(pa.Table.from_pandas(frame, schema=trends.schema, preserve_index=False))
        figures.append(evaluate_trends(table, bootstrap=100, seed=0).metrics)
    assert figures[0].equals(figures[1])
