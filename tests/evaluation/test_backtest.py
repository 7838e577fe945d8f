"""How scores and models are measured."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest

from valuecast import metrics
from valuecast.evaluation import evaluate_ablation, evaluate_identification

pytestmark = pytest.mark.slow

SETTINGS = {"horizon": 3, "chosen": "good", "share": 0.2, "bootstrap": 300, "seed": 0}


def measure(company, **changed):
    """Evaluate, with some tables or settings replaced."""
    tables = {name: changed.pop(name, getattr(company, name)) for name in ("scores", "predictions", "labels", "folds")}
    return evaluate_identification(*tables.values(), **(SETTINGS | changed)).metrics


@pytest.fixture(scope="module")
def found(company):
    """The evidence as a frame."""
    return measure(company).to_pandas().set_index(["split", "method", "metric"])


def test_every_method_stands_beside_the_others_on_both_splits(found):
    """Scores, models, the chosen model's top share, and the last period, on validation and on test."""
    methods = {"duration_frequency", "random", "good", "good_top_share", "last_period_value"}
    for split in ("validation", "test"):
        assert set(found.loc[split].index.get_level_values("method")) == methods
    assert set(found["n"]) == {150}


def test_the_figures_are_those_of_the_plain_measures(found, company):
    """On the test window each figure equals the function of valuecast.metrics on that window's rows."""
    test = company.folds[-2].predict.window_id
    mine = {name: getattr(company, name).filter(pc.field("window_id") == test) for name in ("labels", "predictions")}
    actual = mine["labels"]["high_value"].to_numpy(zero_copy_only=False)
    raw = mine["predictions"]["raw"].to_numpy()
    value = found["value"].loc["test", "good"]
    assert value["auc"] == pytest.approx(metrics.auc_score(actual, raw))
    assert value["average_precision"] == pytest.approx(metrics.average_precision_score(actual, raw))
    assert value["precision"] == pytest.approx(metrics.precision_score(actual, raw > 0.5))
    assert value["precision_at_50"] == pytest.approx(metrics.precision_at_k_score(actual, raw, 50))
    assert value["lift_at_10_percent"] == pytest.approx(metrics.lift_score(actual, raw, 15))
    assert value["brier"] == pytest.approx(metrics.brier_loss(actual, raw))


def test_intervals_hold_their_figure_and_the_better_model_beats_the_baseline(found):
    """The model's paired difference in average precision is above zero; random's is below."""
    ranked = found[found.index.get_level_values("metric").isin(["auc", "average_precision", "accuracy", "brier"])]
    assert ((ranked["low"] <= ranked["value"]) & (ranked["value"] <= ranked["high"])).all()
    better, worse = (found.loc["validation", name, "average_precision"] for name in ("good", "random"))
    assert better["baseline"] == "duration_frequency"
    assert better["difference_low"] > 0
    assert worse["difference_high"] < 0
    assert found.loc["test", "duration_frequency", "auc"].isna()["difference"]


def test_paired_differences_are_tighter_than_unpaired_ones(found):
    """Because both methods meet the same resamples, their difference varies less than two separate figures would."""
    model, base = (found.loc["test", name, "auc"] for name in ("good", "duration_frequency"))
    apart = np.hypot(model["high"] - model["low"], base["high"] - base["low"])
    assert model["difference_high"] - model["difference_low"] < apart


def test_a_null_score_is_ranked_last_and_not_called(company):
    """Customers that a score cannot place still count: as misses, not as absent."""
    best = pc.and_(pc.equal(company.scores["score"], "duration_frequency"), pc.greater(company.scores["value"], 1.0))
    gone = company.scores.set_column(3, "value", pc.if_else(best, None, company.scores["value"]))
    gone = gone.set_column(4, "high_value", pc.if_else(best, None, gone["high_value"]))
    value = measure(company, scores=gone).to_pandas().set_index(["split", "method", "metric"])["value"]
    before = measure(company).to_pandas().set_index(["split", "method", "metric"])["value"]
    for metric in ("auc", "recall"):
        assert value["test", "duration_frequency", metric] < before["test", "duration_frequency", metric]


def test_the_same_bytes_for_permuted_rows(company):
    """Shuffling input rows changes no number."""
    rng = np.random.default_rng(1)
    tables = {
        n: getattr(company, n).take(rng.permutation(len(getattr(company, n))))
        for n in ("scores", "predictions", "labels")
    }
    assert measure(company, **tables).equals(measure(company))


def test_customers_without_a_label_do_not_count(company):
    """An inactive customer (high_value null) is in no figure."""
    asleep = pc.equal(company.labels["customer_id"], "c000")
    labels = company.labels.set_column(5, "high_value", pc.if_else(asleep, None, company.labels["high_value"]))
    assert set(measure(company, labels=labels)["n"].to_pylist()) == {149}


def test_nothing_to_measure_gives_an_empty_table(company):
    """Without folds, or with one class only, there is no figure and no crash."""
    assert measure(company, folds=()).num_rows == 0
    nobody = company.labels.set_column(
        5, "high_value", pc.if_else(pc.is_valid(company.labels["high_value"]), pa.scalar(False), None)
    )
    metric = set(measure(company, labels=nobody)["metric"].to_pylist())
    assert "auc" not in metric
    assert "accuracy" in metric


def test_without_the_baseline_there_are_figures_but_no_differences(company):
    """A run without the two-dimensional score still measures the rest."""
    without = company.scores.filter(pc.not_equal(company.scores["score"], "duration_frequency"))
    found = measure(company, scores=without)
    assert found.num_rows
    assert found["baseline"].null_count == found["difference"].null_count == found.num_rows


def test_five_customers_are_measured(make):
    """A handful: no precision at 50, the rest as far as it is defined."""
    metric = set(measure(make(5))["metric"].to_pylist())
    assert "precision_at_50" not in metric
    assert "accuracy" in metric


def test_every_method_is_set_against_each_baseline(company):
    """Differences are those of the figures, in pairs; against the score they are those of the metrics table."""
    tables = {"scores": company.scores, "predictions": company.predictions}
    made = evaluate_identification(
        *tables.values(), company.labels, company.folds, horizon=3, chosen="good", share=0.2, bootstrap=200, seed=0
    )
    value = {(r["split"], r["method"], r["metric"]): r for r in made.metrics.to_pylist()}
    rows = made.differences.to_pylist()
    assert {r["baseline"] for r in rows} == {"duration_frequency", "last_period_value"}
    for row in rows:
        mine = value[row["split"], row["method"], row["metric"]]
        base = value[row["split"], row["baseline"], row["metric"]]
        assert row["difference"] == pytest.approx(mine["value"] - base["value"])
        assert row["low"] <= row["difference"] <= row["high"]
        if row["baseline"] == mine["baseline"]:
            assert (row["low"], row["high"]) == (mine["difference_low"], mine["difference_high"])


def test_ablation_measures_each_loss_on_the_same_customers(company):
    """Average precision as by the plain measure; what changes nothing differs by nothing, with a width of nothing."""
    window = next(fold.predict.window_id for fold in company.folds if fold.role == "test")
    labels = company.labels.to_pandas().query("window_id == @window")
    rng = np.random.default_rng(0)
    good = np.log(labels["future_value"].to_numpy()) + rng.normal(0, 0.3, len(labels))
    rows = {"(nothing)": good, "intensity": rng.normal(size=len(labels)), "tenure": good}
    ablated = pa.concat_tables(
        [
            pa.table({"customer_id": labels["customer_id"].tolist(), "left_out": [name] * len(labels), "raw": raw})
            for name, raw in rows.items()
        ]
    )
    table = evaluate_ablation(ablated, company.labels, window, horizon=3, everything="(nothing)", bootstrap=200, seed=0)
    found = {row["left_out"]: row for row in table.to_pylist()}
    actual = labels["high_value"].to_numpy(dtype=bool)
    wanted = metrics.average_precision_score(actual, rows["intensity"])
    assert found["intensity"]["average_precision"] == pytest.approx(wanted)
    assert found["intensity"]["difference_high"] < 0
    assert (found["tenure"]["difference_low"], found["tenure"]["difference_high"]) == (0.0, 0.0)
