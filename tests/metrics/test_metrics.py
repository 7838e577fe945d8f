"""Measures against scikit-learn and scipy, and their edges."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from sklearn import metrics as oracle

from valuecast import metrics

CASES = st.lists(st.tuples(st.booleans(), st.booleans(), st.integers(0, 6)), min_size=1, max_size=40)
STEADY = settings(deadline=None, derandomize=True, max_examples=60)


def arrays(case):
    """Outcome, answer and ranking as arrays."""
    actual, called, ranking = (np.array(column) for column in zip(*case, strict=True))
    return actual, called, ranking.astype(float)


@given(CASES)
@STEADY
def test_answers_agree_with_scikit_learn(case):
    """Accuracy, precision, recall, F1, macro F1 and the confusion table are scikit-learn's where it defines them."""
    actual, called, _ = arrays(case)
    count = metrics.confusion_counts(actual, called)
    negative, false_alarm, miss, hit = oracle.confusion_matrix(actual, called, labels=[False, True]).ravel()
    assert count == (hit, false_alarm, miss, negative)
    assert metrics.accuracy_score(actual, called) == pytest.approx(oracle.accuracy_score(actual, called))
    if called.any():
        assert metrics.precision_score(actual, called) == pytest.approx(oracle.precision_score(actual, called))
    if actual.any():
        assert metrics.recall_score(actual, called) == pytest.approx(oracle.recall_score(actual, called))
    if called.any() or actual.any():
        assert metrics.f1_score(actual, called) == pytest.approx(oracle.f1_score(actual, called))
    assert metrics.macro_f1_score(actual, called) == pytest.approx(oracle.f1_score(actual, called, average="macro"))


@given(CASES)
@STEADY
def test_rankings_agree_with_scikit_learn(case):
    """AUC and average precision are scikit-learn's, ties included; Brier too."""
    actual, _, ranking = arrays(case)
    if 0 < actual.sum() < len(actual):
        assert metrics.auc_score(actual, ranking) == pytest.approx(oracle.roc_auc_score(actual, ranking))
    if actual.any():
        expected = oracle.average_precision_score(actual, ranking)
        assert metrics.average_precision_score(actual, ranking) == pytest.approx(expected)
    probability = ranking / 6
    expected = float(np.mean((probability - actual) ** 2))
    assert metrics.brier_loss(actual, probability) == pytest.approx(expected)


@given(CASES, st.integers(1, 40))
@STEADY
def test_precision_at_k_is_the_mean_over_orders_of_the_tied(case, k):
    """Tied customers in random order give, on average, the stated precision at k; so does lift."""
    actual, _, ranking = arrays(case)
    if k > len(actual):
        assert math.isnan(metrics.precision_at_k_score(actual, ranking, k))
        return
    edge = np.sort(ranking)[::-1][k - 1]
    above, tied = ranking > edge, ranking == edge
    expected = (actual[above].sum() + (k - above.sum()) * actual[tied].mean()) / k
    assert metrics.precision_at_k_score(actual, ranking, k) == pytest.approx(expected)
    if actual.any():
        assert metrics.lift_score(actual, ranking, k) == pytest.approx(expected / actual.mean())


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=2, max_size=30))
@STEADY
def test_rank_correlation_agrees_with_scipy(pairs):
    """Midranks and Spearman's ρ are scipy's; ρ is undefined without variation."""
    first, second = (np.array(column, dtype=float) for column in zip(*pairs, strict=True))
    assert metrics.midranks(first) == pytest.approx(stats.rankdata(first))
    if np.ptp(first) and np.ptp(second):
        assert metrics.spearman_score(first, second) == pytest.approx(stats.spearmanr(first, second).statistic)
    else:
        assert math.isnan(metrics.spearman_score(first, second))


@given(CASES, st.randoms(use_true_random=False))
@STEADY
def test_order_of_rows_does_not_matter(case, random):
    """Every ranking measure is the same for permuted rows."""
    actual, _, ranking = arrays(case)
    order = list(range(len(actual)))
    random.shuffle(order)
    for measure in (metrics.auc_score, metrics.average_precision_score, metrics.r_precision_score):
        assert np.isclose(measure(actual, ranking), measure(actual[order], ranking[order]), equal_nan=True)


def test_what_is_undefined_is_nan():
    """One class, nobody called, no customers, a total of zero: not a number, never zero."""
    nobody, yes = np.zeros(3, bool), np.ones(3, bool)
    flat = np.ones(3)
    empty, none = np.zeros(0, bool), np.zeros(0)
    undefined = [
        metrics.auc_score(nobody, flat),
        metrics.auc_score(yes, flat),
        metrics.average_precision_score(nobody, flat),
        metrics.r_precision_score(nobody, flat),
        metrics.lift_score(nobody, flat, 2),
        metrics.precision_score(yes, nobody),
        metrics.recall_score(nobody, yes),
        metrics.f1_score(nobody, nobody),
        metrics.bias_percent(np.zeros(3), flat),
        metrics.gini_score(flat, flat),
        metrics.accuracy_score(empty, empty),
        metrics.brier_loss(empty, none),
        metrics.calibration_loss(empty, none),
        metrics.mae_loss(none, none),
        metrics.interval_coverage_score(none, none, none),
        metrics.macro_f1_score(empty, empty),
        metrics.gini_score(none, none),
    ]
    assert all(math.isnan(value) for value in undefined)


def test_errors_of_forecasts():
    """Mean absolute error is scikit-learn's; bias and coverage follow their definitions."""
    actual, forecast = np.array([1.0, 2.0, 5.0]), np.array([2.0, 2.0, 6.0])
    assert metrics.mae_loss(actual, forecast) == pytest.approx(oracle.mean_absolute_error(actual, forecast))
    assert metrics.bias_percent(actual, forecast) == pytest.approx(25.0)
    assert metrics.interval_coverage_score(actual, forecast - 1, forecast) == pytest.approx(1.0)
    assert metrics.interval_coverage_score(actual, forecast, forecast) == pytest.approx(1 / 3)


def test_calibration_loss_is_zero_for_honest_probabilities_and_the_gap_otherwise():
    """A probability of 0.25 for events that happen one time in four costs nothing; 0.75 costs one half."""
    actual = np.array([True, False, False, False])
    assert metrics.calibration_loss(actual, np.full(4, 0.25)) == pytest.approx(0.0)
    assert metrics.calibration_loss(actual, np.full(4, 0.75)) == pytest.approx(0.5)
    assert metrics.calibration_loss(np.ones(2, bool), np.ones(2)) == 0.0


def test_gini_runs_from_minus_one_through_chance_to_one():
    """The perfect ranking has 1, its reverse −1, everyone tied 0."""
    value = np.array([9.0, 4.0, 1.0, 0.0])
    assert metrics.gini_score(value, value) == pytest.approx(1.0)
    assert metrics.gini_score(value, -value) == pytest.approx(-1.0)
    assert metrics.gini_score(value, np.zeros(4)) == pytest.approx(0.0)


@pytest.mark.parametrize(
    ("values", "share", "expected"),
    [
        ([5, 4, 3, 2, 1], 0.2, [1, 0, 0, 0, 0]),
        ([5, 5, 3, 2, 1], 0.2, [1, 1, 0, 0, 0]),
        ([0, 0, 0, 0, 0], 0.2, [0, 0, 0, 0, 0]),
        ([4], 0.2, [1]),
        ([], 0.2, []),
        ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.3, [0] * 7 + [1] * 3),
    ],
)
def test_top_share_takes_all_tied_at_the_edge_and_nothing_worth_nothing(values, share, expected):
    """At least as high as the ceil(q n)-th, and above zero."""
    assert metrics.top_share([float(v) for v in values], share).astype(int).tolist() == expected
