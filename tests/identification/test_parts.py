"""Preparation, models, calibration, thresholds, selection and words, each by itself."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest, norm

from valuecast.identification import calibration, selection, thresholds
from valuecast.identification.boosting import Boosting
from valuecast.identification.explanation import contributions
from valuecast.identification.forest import RandomForest
from valuecast.identification.logistic import PenalisedLogistic, PercentileLogistic, TwoSignalLogistic
from valuecast.identification.observations import Observations, Outcome, percentile_of, signal_of
from valuecast.identification.preparation import prepare
from valuecast.identification.regression import ValueRegression, median_curve, median_of
from valuecast.identification.scale import from_log_odds


@pytest.fixture(scope="module")
def learned():
    """500 rows of four signals, one of them missing now and then, one that never varies."""
    rng = np.random.default_rng(0)
    x = np.column_stack([rng.lognormal(3, 1, 500), rng.normal(size=500), rng.normal(size=500), np.ones(500)])
    value = np.exp(np.log(x[:, 0]) + x[:, 1] + rng.normal(0, 0.5, 500)) * (rng.random(500) < 0.8)
    x[rng.random(500) < 0.2, 2] = np.nan
    return x, Outcome(np.log(np.maximum(value, 1e-9)) > 3.5, value)


def test_preparation_logs_skewed_fills_and_flags_missing_and_drops_constants(learned):
    """A skewed signal becomes its logarithm, a missing one its median beside a flag, a constant one nothing."""
    x, _ = learned
    preparation = prepare(x)
    columns = preparation.apply(x)
    assert preparation.logged.tolist() == [True, False, False, False]
    assert preparation.source.tolist() == [0, 1, 2, 2]
    assert columns.mean(axis=0) == pytest.approx(0, abs=1e-9)
    assert columns.std(axis=0) == pytest.approx(1)
    assert np.corrcoef(columns[:, 0], np.log1p(x[:, 0]))[0, 1] == pytest.approx(1)


def test_preparation_takes_what_training_had_not_seen(learned):
    """Missing where training never was, and negative where training never was: still finite."""
    x, _ = learned
    assert np.isfinite(prepare(x).apply(np.array([[np.nan, np.nan, np.nan, 9.0], [-5.0, 0, 0, 1]]))).all()


MODELS = [PenalisedLogistic(), PercentileLogistic(), ValueRegression(), RandomForest(), Boosting()]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.name)
def test_base_and_contributions_sum_to_the_prediction(learned, model):
    """For every customer, exactly, on the scale that the model names; a missing signal included."""
    x, known = learned
    fitted = model.fit(x, known, (model.default,), seed=0)[0]
    total = fitted.base + fitted.contributions(x).sum(axis=1)
    assert fitted.contributions(x).shape == x.shape
    said = fitted.predict(x)
    assert (from_log_odds(total) if fitted.scale == "log-odds" else total) == pytest.approx(said, abs=1e-6)


def test_contributions_sum_where_the_probability_is_all_but_certain(learned):
    """A customer far beyond all others: base and signals still sum to the prediction that is written beside them."""
    x, known = learned
    fitted = PenalisedLogistic().fit(x, known, (1.0,), seed=0)[0]
    names = tuple(f"s{i}" for i in range(x.shape[1]))
    far = np.vstack([x[:5], 1e6 * np.ones((1, x.shape[1])), -1e6 * np.ones((1, x.shape[1]))])
    rows = Observations(
        np.array(["today"] * len(far), dtype=object),
        np.array([f"c{i}" for i in range(len(far))], dtype=object),
        far,
        np.full(len(far), np.nan),
        np.full(len(far), np.nan),
        names,
    )
    frame = contributions(fitted, names, rows).to_pandas()
    parts = frame[["base", *names]].sum(axis=1).to_numpy()
    assert parts == pytest.approx(frame["prediction"].to_numpy())
    assert np.abs(parts).max() > 14


@pytest.mark.parametrize("model", [*MODELS, TwoSignalLogistic()], ids=lambda model: model.name)
def test_fitting_with_one_setting_or_among_several_is_the_same(learned, model):
    """The model of a setting does not depend on the settings tried beside it."""
    x, y = learned
    among = model.fit(x, y, model.settings, seed=3)
    for setting, fitted in zip(model.settings, among, strict=True):
        assert np.array_equal(fitted.predict(x), model.fit(x, y, (setting,), seed=3)[0].predict(x))


def test_the_two_signal_model_takes_value_where_minutes_are_not_measured():
    """Duration is minutes, else value; frequency alone will do; nothing is nothing."""
    model = TwoSignalLogistic()
    assert model.signals(("value", "minutes", "active_days")) == ("minutes", "active_days")
    assert model.signals(("value", "active_days")) == ("value", "active_days")
    assert model.signals(("active_days", "features_used")) == ("active_days",)
    assert model.signals(("features_used",)) == ()


@pytest.mark.parametrize(("kind", "rows"), [("platt", 300), ("isotonic", 4000)])
def test_calibration_brings_overconfident_output_to_the_truth(kind, rows):
    """Output pushed to the extremes is brought back, by a curve that never falls."""
    rng = np.random.default_rng(1)
    truth = rng.uniform(0.02, 0.98, rows)
    actual = rng.random(rows) < truth
    pushed = 1 / (1 + ((1 - truth) / truth) ** 3)
    curve = calibration.learn(kind, pushed, actual)
    assert curve.name == kind
    assert np.abs(curve.apply(pushed) - truth).mean() < 0.5 * np.abs(pushed - truth).mean()
    assert (np.diff(curve.apply(np.linspace(0, 1, 50))) >= 0).all()
    assert 0 < curve.apply(np.array([0.0]))[0] < curve.apply(np.array([1.0]))[0] < 1


def test_centring_gives_every_window_the_share_that_is_known_in_advance():
    """Whatever the level of a window's output, its probabilities average to the share, in the same order."""
    raw = np.random.default_rng(3).uniform(0.01, 0.3, 500)
    centred = calibration.learn("centred", raw, np.arange(500) % 5 == 0)
    assert centred.apply(raw).mean() == pytest.approx(0.2, abs=1e-6)
    assert centred.apply(raw / 3).mean() == pytest.approx(0.2, abs=1e-6)
    assert (np.argsort(centred.apply(raw)) == np.argsort(raw)).all()


def test_what_cannot_calibrate_leaves_the_output_alone():
    """One class, or output that points the wrong way, teaches nothing."""
    raw = np.linspace(0.1, 0.9, 50)
    assert calibration.kinds(np.zeros(50, bool)) == ("none",)
    for kind in ("centred", "platt", "isotonic"):
        assert calibration.learn(kind, raw, np.zeros(50, bool)).name == "none"
        assert calibration.learn(kind, np.full(50, 0.3), raw < 0.5).name == "none"
    assert calibration.learn("platt", raw, raw < 0.5).name == "none"


def calibrated(raw, actual, window):
    """Calibrate rows of as many customers."""
    return calibration.calibrate(raw, actual, window, np.arange(len(raw)), np.random.default_rng(0))


def test_output_that_means_what_it_says_is_left_alone_and_other_output_is_not():
    """The simplest curve within one standard error of the best, judged on windows it had not seen."""
    rng = np.random.default_rng(4)
    window = np.repeat(["W1", "W2", "W3"], 800)
    truth = rng.beta(1, 4, 2400)
    actual = rng.random(2400) < truth
    assert calibrated(truth, actual, window).curve.name == "none"
    pushed = 1 / (1 + ((1 - truth) / truth) ** 3)
    assert calibrated(pushed, actual, window).curve.name in ("platt", "isotonic")


def test_no_window_is_calibrated_by_its_own_outcomes():
    """Turning one window's outcomes round leaves its own probabilities, by each curve, as they were."""
    rng = np.random.default_rng(2)
    window = np.repeat(["W1", "W2", "W3"], 100)
    raw = rng.random(300)
    actual = rng.random(300) < raw
    turned = np.where(window == "W2", ~actual, actual)
    for kind in ("centred", "platt", "isotonic"):
        before, after = (calibration._left_out(kind, raw, a, window, window) for a in (actual, turned))
        assert np.array_equal(before[window == "W2"], after[window == "W2"])
        assert not np.array_equal(before[window == "W1"], after[window == "W1"])


def test_percentile_twins_do_not_see_the_level_of_a_window():
    """A signal that doubles for everybody has the same percentiles; unknown stays unknown."""
    level = np.array([3.0, 1.0, np.nan, 2.0, 2.0])
    window = np.array(["W1"] * 5 + ["W2"] * 5, dtype=object)
    x = np.concatenate([level, 2 * level])[:, None]
    unknown = np.full(10, np.nan)
    rows = Observations(window, np.array(list("abcdeabcde"), dtype=object), x, unknown, unknown, ("minutes",))
    twin = rows.columns([percentile_of("minutes")])[:, 0]
    assert signal_of(percentile_of("minutes")) == "minutes"
    assert twin[:5].tolist() == pytest.approx([0.875, 0.125, np.nan, 0.5, 0.5], nan_ok=True)
    assert np.array_equal(twin[:5], twin[5:], equal_nan=True)


def test_value_regression_forecasts_totals_without_bias_and_medians_below_means():
    """On customers like those it learned from: total within 5 %, and half of the positive ones below the median."""
    rng = np.random.default_rng(5)
    x = np.column_stack([rng.lognormal(3, 1, 6000), rng.normal(size=6000)])
    value = x[:, 0] * np.exp(0.5 * x[:, 1] + rng.normal(0, 1, 6000)) * (rng.random(6000) < 0.7)
    known = Outcome(value >= np.quantile(value, 0.8), value)
    half = np.arange(6000) < 3000
    fitted = ValueRegression().fit(x[half], Outcome(known.high[half], value[half]), (0.001,), seed=0)[0]
    mean, median = fitted.mean(x[~half]), fitted.median(x[~half])
    assert mean.sum() == pytest.approx(value[~half].sum(), rel=0.05)
    assert np.mean(value[~half] <= median) == pytest.approx(0.5, abs=0.03)
    assert np.abs(value[~half] - median).mean() < np.abs(value[~half] - mean).mean()


def test_the_median_is_nothing_where_most_bring_nothing():
    """Rare buyers have a positive mean and a median of zero; the curve never falls."""
    rng = np.random.default_rng(6)
    mean = rng.uniform(0, 10, 5000)
    value = np.where(rng.random(5000) < mean / 10, 10.0, 0.0)
    knots, medians = median_curve(mean, value)
    assert median_of(np.array([1.0]), knots, medians)[0] == 0
    assert median_of(np.array([9.5]), knots, medians)[0] == pytest.approx(10)
    assert (np.diff(medians) >= 0).all()


def test_the_broad_cut_finds_most_and_tiers_follow_both_cuts():
    """The broad threshold reaches its coverage and lies at or below the precise one; tiers are told by both."""
    rng = np.random.default_rng(7)
    probability = rng.random(2000)
    actual = rng.random(2000) < probability**2
    found = thresholds.tiers(probability, actual, 0.85)
    assert found.recall >= thresholds.TARGET_COVERAGE
    assert found.broad < found.precise.value
    between = (found.broad + found.precise.value) / 2
    assert found.of(np.array([1.0, between, 0.0])) == ["short list", "long list", "not listed"]
    assert thresholds.tiers(probability, np.zeros(2000, bool), 0.85).note is None


@given(st.lists(st.tuples(st.integers(0, 10), st.booleans()), min_size=1, max_size=60), st.floats(0.05, 0.95))
@settings(deadline=None, derandomize=True, max_examples=80)
def test_the_threshold_is_the_lowest_that_reaches_the_target(case, target):
    """No lower threshold reaches it with a standard error to spare (Wilson's, by SciPy); else none is safer."""
    probability, actual = np.array([p / 10 for p, _ in case]), np.array([a for _, a in case])
    found = thresholds.choose(probability, actual, target)
    if not actual.any():
        assert (found.value, found.met, found.picks) == (0.5, False, 0)
        return
    fewest = min(thresholds.FEWEST_PICKS, actual.sum())
    each = {cut: probability >= cut for cut in set(probability) if (probability >= cut).sum() >= fewest}
    one_error = float(norm.cdf(1) - norm.cdf(-1))
    safe = {
        cut: binomtest(int(actual[on].sum()), int(on.sum())).proportion_ci(one_error, method="wilson").low
        for cut, on in each.items()
    }
    reached = [cut for cut, precision in safe.items() if precision >= target + 1e-12]
    if not any(abs(precision - target) < 1e-9 for precision in safe.values()):
        assert found.met == bool(reached)
    assert found.precision == pytest.approx(actual[each[found.value]].mean())
    assert found.safe == pytest.approx(safe[found.value], abs=1e-9)
    assert found.value == (
        min(reached)
        if reached
        else min(c for c, p in safe.items() if p == pytest.approx(max(safe.values()), abs=1e-12))
    )


def rows_of(actual):
    """One window of customers with these outcomes."""
    n = len(actual)
    customer = np.array([f"c{i}" for i in range(n)], dtype=object)
    return Observations(
        np.full(n, "W1", dtype=object), customer, np.zeros((n, 0)), actual.astype(float), np.zeros(n), ()
    )


def test_of_models_as_good_as_each_other_the_simplest_is_chosen():
    """A shortfall within its standard error does not count; a large one does."""
    rng = np.random.default_rng(4)
    actual = rng.random(400) < 0.25
    good = actual + rng.normal(0, 0.5, 400)
    close = good + rng.normal(0, 0.02, 400)
    poor = rng.normal(size=400)
    rows = rows_of(actual)
    entry = selection.Entry
    alike = selection.select([entry("simple", 1, close), entry("rich", 1, good)], rows, np.random.default_rng(0))
    apart = selection.select([entry("simple", 1, poor), entry("rich", 1, good)], rows, np.random.default_rng(0))
    assert alike.chosen == "simple"
    assert apart.chosen == "rich"
    assert apart.table["chosen"].to_pylist() == [False, True]
