"""Preparation, models, calibration, thresholds, selection and words, each by itself."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from valuecast.contracts import SIGNAL_CATALOGUE
from valuecast.identification import calibration, selection, thresholds
from valuecast.identification.boosting import Boosting
from valuecast.identification.logistic import PenalisedLogistic, TwoSignalLogistic
from valuecast.identification.observations import Observations
from valuecast.identification.phrases import PHRASES, phrase
from valuecast.identification.preparation import prepare


@pytest.fixture(scope="module")
def learned():
    """500 rows of four signals, one of them missing now and then, one that never varies."""
    rng = np.random.default_rng(0)
    x = np.column_stack([rng.lognormal(3, 1, 500), rng.normal(size=500), rng.normal(size=500), np.ones(500)])
    y = np.log(x[:, 0]) + x[:, 1] + rng.normal(0, 0.5, 500) > 3.5
    x[rng.random(500) < 0.2, 2] = np.nan
    return x, y


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


@pytest.mark.parametrize("model", [PenalisedLogistic(), Boosting()])
def test_contributions_add_up_to_the_log_odds(learned, model):
    """What the signals add differs from the log-odds by the same constant for every customer."""
    x, y = learned
    fitted = model.fit(x, y, (model.default,), seed=0)[0]
    probability = fitted.predict(x)
    rest = np.log(probability / (1 - probability)) - fitted.contributions(x).sum(axis=1)
    assert fitted.contributions(x).shape == x.shape
    assert np.ptp(rest) < 1e-6


@pytest.mark.parametrize("model", [PenalisedLogistic(), Boosting(), TwoSignalLogistic()])
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


@pytest.mark.parametrize(("rows", "name"), [(300, "platt"), (4000, "isotonic")])
def test_calibration_brings_overconfident_output_to_the_truth(rows, name):
    """Output pushed to the extremes is brought back; few rows get the logistic curve, many the isotonic one."""
    rng = np.random.default_rng(1)
    truth = rng.uniform(0.02, 0.98, rows)
    actual = rng.random(rows) < truth
    pushed = 1 / (1 + ((1 - truth) / truth) ** 3)
    curve = calibration.learn(pushed, actual)
    assert curve.name == name
    assert np.abs(curve.apply(pushed) - truth).mean() < 0.5 * np.abs(pushed - truth).mean()
    assert (np.diff(curve.apply(np.linspace(0, 1, 50))) >= 0).all()
    assert 0 < curve.apply(np.array([0.0]))[0] < curve.apply(np.array([1.0]))[0] < 1


def test_what_cannot_calibrate_leaves_the_output_alone():
    """One class, or output that points the wrong way, teaches nothing."""
    raw = np.linspace(0.1, 0.9, 50)
    assert calibration.learn(raw, np.zeros(50, bool)).name == "none"
    assert calibration.learn(raw, raw < 0.5).name == "none"
    assert calibration.learn(np.full(50, 0.3), raw < 0.5).name == "none"


def test_no_window_is_calibrated_by_its_own_outcomes():
    """Turning one window's outcomes round leaves its own probabilities as they were."""
    rng = np.random.default_rng(2)
    window = np.repeat(["W1", "W2", "W3"], 100)
    raw = rng.random(300)
    actual = rng.random(300) < raw
    turned = np.where(window == "W2", ~actual, actual)
    before = calibration.cross_calibrated(raw, actual, window, np.random.default_rng(0))
    after = calibration.cross_calibrated(raw, turned, window, np.random.default_rng(0))
    assert np.array_equal(before[window == "W2"], after[window == "W2"])
    assert not np.array_equal(before[window == "W1"], after[window == "W1"])


@given(st.lists(st.tuples(st.integers(0, 10), st.booleans()), min_size=1, max_size=60), st.floats(0.05, 0.95))
@settings(deadline=None, derandomize=True, max_examples=80)
def test_the_threshold_is_the_lowest_that_reaches_the_target(case, target):
    """No lower threshold reaches it; when none does, no admissible one is more precise."""
    probability, actual = np.array([p / 10 for p, _ in case]), np.array([a for _, a in case])
    found = thresholds.choose(probability, actual, target)
    if not actual.any():
        assert (found.value, found.met, found.picks) == (0.5, False, 0)
        return
    fewest = min(thresholds.FEWEST_PICKS, actual.sum())
    each = {cut: actual[probability >= cut].mean() for cut in set(probability) if (probability >= cut).sum() >= fewest}
    reached = [cut for cut, precision in each.items() if precision >= target]
    assert found.met == bool(reached)
    assert found.precision == pytest.approx(each[found.value])
    assert found.value == (min(reached) if reached else min(c for c, p in each.items() if p == max(each.values())))


def rows_of(actual):
    """One window of customers with these outcomes."""
    n = len(actual)
    customer = np.array([f"c{i}" for i in range(n)], dtype=object)
    return Observations(np.full(n, "W1", dtype=object), customer, np.zeros((n, 0)), actual.astype(float), ())


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


def test_every_signal_of_the_catalogue_has_its_words():
    """No signal is explained by its technical name, and each phrase reads with numbers in it."""
    assert set(PHRASES) == set(SIGNAL_CATALOGUE)
    for name, signal in SIGNAL_CATALOGUE.items():
        for value in (1.0, 30.0, 10.0, float("nan")):
            assert "{" not in phrase(name, signal.meaning, value, 10.0)


def test_words_for_one_for_unknown_and_for_a_strange_signal():
    """One is singular, the unknown is called so, and a foreign signal is named by its meaning."""
    assert phrase("active_members", "members", 3.0, 2.0) == "1 active member more than usual"
    assert phrase("longest_gap", "gap", 5.0, 6.0) == "longest break 1 day shorter than usual"
    assert phrase("mean_rating", "mean NPS answer", float("nan"), 6.0) == "mean NPS answer: not known"
    assert phrase("mine", "my signal", 5.0, 6.0) == "my signal: 5, usually 6"
