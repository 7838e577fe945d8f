"""Leak checks against planted leaks, ablation, the circular set-up, explanations, and bad input, on a known company."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest

from valuecast.contracts import SIGNAL_CATALOGUE
from valuecast.evaluation import evaluate_ablation, overlapping_folds, permutation_test, signals_alone
from valuecast.identification import EVERYTHING, ablate, circular, identify, refit
from valuecast.identification.blending import BLEND
from valuecast.identification.boosting import Boosting
from valuecast.identification.logistic import PenalisedLogistic, TwoSignalLogistic
from valuecast.identification.regression import ValueRegression
from valuecast.metrics import auc_score
from valuecast.wording.notes import sentence
from valuecast.wording.rows import in_words

pytestmark = pytest.mark.slow

USABLE = frozenset({"minutes", "value", "active_days", "value_change", "latest_rating", "span_days"})
QUICK = (TwoSignalLogistic(), PenalisedLogistic(), ValueRegression())
SETTINGS = {"horizon": 3, "informative": USABLE, "target_precision": 0.8, "share": 0.2, "seed": 0, "candidates": QUICK}


@pytest.fixture(scope="module")
def found(company):
    """What three quick models and their blend find in the company."""
    return identify(*company, **SETTINGS)


def replaced(table, name, values):
    """The table with one column replaced."""
    return table.set_column(table.column_names.index(name), name, pa.array(values, from_pandas=True))


def planted(signals, labels, strength=1.0):
    """``span_days`` replaced by the future itself, for a share of the customers."""
    value = labels["future_value"].to_numpy(zero_copy_only=False)
    noise = np.random.default_rng(1).permutation(value)
    leak = np.where(np.random.default_rng(2).random(len(value)) < strength, value, noise)
    return replaced(signals, "span_days", np.where(np.isnan(leak), 0.0, leak))


def test_a_planted_leak_sets_off_the_signal_check(company):
    """A signal that is the future itself is as good alone as no honest one is, and is named first."""
    signals, labels, folds = company
    window = folds[-2].predict.window_id
    out_of_fold = signals_alone(signals, labels, window, horizon=3)
    leaking = signals_alone(planted(signals, labels), labels, window, horizon=3)
    assert next(iter(leaking)) == "span_days"
    assert leaking["span_days"] == 1.0
    assert max(out_of_fold.values()) < 1.0
    assert out_of_fold["span_days"] < 0.65


def test_a_planted_leak_is_what_ablation_points_at(company, found):
    """Without the dimension of the leak the model falls back; without another it does not."""
    signals, labels, folds = company
    fold = folds[-2]
    ablated = ablate(
        planted(signals, labels),
        labels,
        fold,
        horizon=3,
        informative=USABLE,
        model="logistic_l2",
        settings=found.settings,
        seed=0,
    )
    table = evaluate_ablation(
        ablated, labels, fold.predict.window_id, horizon=3, everything=EVERYTHING, bootstrap=200, seed=0
    )
    rows = {row["left_out"]: row for row in table.to_pylist()}
    assert rows["tenure"]["difference_high"] < 0
    assert rows["tenure"]["difference"] < 3 * rows["satisfaction"]["difference"]
    assert set(rows) == {SIGNAL_CATALOGUE[name].dimension for name in USABLE}


@pytest.mark.parametrize("model", ["logistic_l2", "value_regression", BLEND])
def test_learning_from_shuffled_labels_falls_to_chance(company, found, model):
    """Amounts are shuffled along with the labels, so that a regression on them has no side door either."""
    signals, labels, folds = company
    again = refit(
        signals,
        labels,
        folds[-2],
        horizon=3,
        informative=USABLE,
        model=model,
        settings=found.settings,
        seed=0,
        candidates=QUICK,
    )
    outcome = permutation_test(
        again.learn,
        again.train_actual,
        again.test_actual,
        again.train_window,
        permutations=12,
        rng=np.random.default_rng(0),
    )
    assert outcome.auc > 0.85
    assert outcome.at_chance
    assert outcome.p_value == pytest.approx(1 / 13)


def test_every_fold_learns_only_from_futures_that_had_ended(company):
    """The time split, for every fold; and a fold that learns from the window it predicts is found out."""
    *_, folds = company
    assert overlapping_folds(folds, 3) == ()
    for fold in folds:
        assert all(window.future_end(3) <= fold.predict.as_of for window in fold.train)
        forged = type(fold)(fold.predict, (*fold.train, fold.predict), fold.role)
        assert len(overlapping_folds([forged], 3)) == 1


def test_the_circular_set_up_flatters_and_says_nothing_about_the_future(company):
    """Its AUC is near one, even where futures are shuffled: it never looks at them."""
    signals, labels, folds = company
    window = folds[-2].predict.window_id
    settings = {"horizon": 3, "informative": USABLE, "share": 0.2, "seed": 0}
    seen = circular(signals, labels, window, **settings)
    shuffled = np.random.default_rng(0).permutation(labels["future_value"].to_numpy(zero_copy_only=False))
    assert seen["auc"] > 0.97
    assert circular(signals, replaced(labels, "future_value", shuffled), window, **settings) == seen
    assert circular(signals, labels, window, **(settings | {"informative": frozenset({"span_days"})})) == {}


def test_todays_contributions_sum_to_todays_prediction(found):
    """For every customer: base and signals add up to the model's own output, on the scale that is named."""
    frame = found.contributions_today.to_pandas().set_index("customer_id")
    parts = frame.drop(columns=["scale", "prediction"]).sum(axis=1)
    assert parts.to_numpy() == pytest.approx(frame["prediction"].to_numpy(), abs=1e-6)
    today = found.predictions.to_pandas().query("window_id == 'today' and model == @found.chosen")
    raw = today.set_index("customer_id")["raw"].reindex(frame.index).to_numpy()
    assert set(frame["scale"]) == {"log-odds"}
    assert 1 / (1 + np.exp(-frame["prediction"].to_numpy())) == pytest.approx(raw, abs=1e-6)


def test_dimensions_are_shuffled_as_a_whole_and_shares_sum_to_one(found):
    """Signals that stand in for each other lose more together than the most that one of them loses."""
    joint = {row["dimension"]: row for row in found.dimension_importances.to_pylist()}
    single = {row["signal"]: row["importance"] for row in found.importances.to_pylist()}
    assert joint["intensity"]["signals"] == "value, minutes"
    assert joint["intensity"]["importance"] > max(single["value"], single["minutes"])
    assert sum(row["share"] for row in joint.values()) == pytest.approx(1)
    assert joint["tenure"]["importance"] == pytest.approx(single["span_days"])


def test_tiers_follow_the_thresholds_and_say_what_would_change_them(found):
    """The tier is by the probability; the change named is of one signal; nobody in the top tier is told to change."""
    today = found.predictions.to_pandas().query("window_id == 'today' and model == @found.chosen")
    frame = in_words(found.reasons_today, "would_change").to_pandas().set_index("customer_id")
    probability = today.set_index("customer_id")["probability"].reindex(frame.index)
    assert (probability[frame["tier"] == "short list"] >= found.threshold).all()
    assert (probability[frame["tier"] == "not listed"] < found.broad_threshold).all()
    assert (frame.loc[frame["tier"] == "short list", "would_change"] == "").all()
    told = frame.loc[frame["would_change"] != "", "would_change"]
    assert len(told)
    assert told.str.contains(r"(?:short|long) list if .+ went from .+ to ", regex=True).all()


def test_a_shrinking_company_keeps_probabilities_at_the_known_share(company):
    """Where every level halves in the test window, the mean probability stays near the top share."""
    signals, labels, folds = company
    test = folds[-2].predict.window_id
    smaller = signals
    for name in ("minutes", "value"):
        values = smaller[name].to_numpy()
        late = np.array([w in (test, "today") for w in signals["window_id"].to_pylist()])
        smaller = replaced(smaller, name, np.where(late, values / 2, values))
    found = identify(smaller, labels, folds, **(SETTINGS | {"candidates": (PenalisedLogistic(),)}))
    curve = found.curves["logistic_l2"]["curve"]
    mine = found.predictions.filter(pc.equal(found.predictions["window_id"], test))
    raw, probability = (float(np.mean(mine[name].to_numpy())) for name in ("raw", "probability"))
    assert curve in ("none", "centred", "platt")
    assert abs(probability - 0.2) <= abs(raw - 0.2) + 1e-9


def test_one_class_only_predicts_nothing_and_says_so(company):
    """Nobody high-value, or everybody: no model, and a note instead of a number."""
    signals, labels, folds = company
    for answer in (False, True):
        known = [None if value is None else answer for value in labels["high_value"].to_pylist()]
        found = identify(signals, replaced(labels, "high_value", known), folds, **SETTINGS)
        assert found.chosen is None
        assert found.predictions.num_rows == found.contributions_today.num_rows == 0
        assert any("too little to learn from" in note for note in map(sentence, found.notes))


def test_fewer_positives_than_folds_is_a_smaller_result_with_a_warning(make):
    """Two high-value customers a window: it runs, and warns that the choice stands on little."""
    found = identify(*make(10), **SETTINGS)
    assert found.predictions.num_rows
    assert any("stands on little" in note for note in map(sentence, found.notes))
    assert found.threshold is not None


def test_constant_and_unknown_signals_add_nothing(company):
    """Constant and entirely unknown signals leave every prediction of the linear models as it was."""
    signals, labels, folds = company
    n = signals.num_rows
    more = signals.append_column("events", pa.array(np.ones(n))).append_column("rated", pa.array(np.full(n, np.nan)))
    settings = SETTINGS | {"informative": USABLE | {"events", "rated"}, "candidates": QUICK[:2]}
    before = identify(signals, labels, folds, **(SETTINGS | {"candidates": QUICK[:2]}))
    after = identify(more, labels, folds, **settings)
    assert after.predictions["raw"].to_numpy() == pytest.approx(before.predictions["raw"].to_numpy(), abs=1e-6)


def test_more_signals_than_customers_is_no_crash(make):
    """Forty noise signals and twelve customers: penalties hold, figures stay finite."""
    signals, labels, folds = make(12)
    rng = np.random.default_rng(0)
    names = [f"noise_{i:02d}" for i in range(40)]
    for name in names:
        signals = signals.append_column(name, pa.array(rng.normal(size=signals.num_rows)))
    found = identify(signals, labels, folds, **(SETTINGS | {"informative": USABLE | frozenset(names)}))
    assert np.isfinite(found.predictions["probability"].to_numpy()).all()


def test_customers_never_seen_in_training_are_predicted(company):
    """A test window of new customers only: each has a probability, as good as before."""
    signals, labels, folds = company
    test = folds[-2].predict.window_id

    def renamed(table):
        late = [w in (test, "today") for w in table["window_id"].to_pylist()]
        ids = [f"new {c}" if new else c for c, new in zip(table["customer_id"].to_pylist(), late, strict=True)]
        return replaced(table, "customer_id", ids)

    found = identify(renamed(signals), renamed(labels), folds, **SETTINGS)
    mine = found.predictions.to_pandas().query("window_id == @test and model == @found.chosen")
    truth = renamed(labels).to_pandas().query("window_id == @test").set_index("customer_id")["high_value"]
    assert mine["customer_id"].str.startswith("new ").all()
    actual = truth.reindex(mine["customer_id"]).to_numpy(dtype=bool)
    assert auc_score(actual, mine["raw"].to_numpy()) > 0.85


def test_trees_do_not_depend_on_the_number_of_threads():
    """One thread for small data and two for large give the same trees."""
    rng = np.random.default_rng(0)
    from valuecast.identification import Outcome

    x = rng.normal(size=(2000, 6))
    value = np.exp(x[:, 0] + rng.normal(size=2000))
    known = Outcome(value >= np.quantile(value, 0.8), value)
    one, two = (Boosting(threads=t)._parameters(0, np.zeros((3_000_000, 1))) for t in (1, 2))
    assert (one["num_threads"], two["num_threads"]) == (1, 2)
    small, large = (Boosting(threads=t).fit(x, known, (20,), seed=0)[0].predict(x) for t in (1, 2))
    assert np.array_equal(small, large)
