"""Intervals, and ranking measures on resamples."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from valuecast import metrics
from valuecast.evaluation.intervals import percentile_interval, resamples, wilson_interval
from valuecast.evaluation.rankings import rank, resampled
from valuecast.evaluation.ranks import resampled_spearman

STEADY = settings(deadline=None, derandomize=True, max_examples=60)
CASES = st.lists(st.tuples(st.booleans(), st.integers(0, 5), st.integers(0, 3)), min_size=2, max_size=30)


@pytest.mark.parametrize(("k", "n"), [(0, 10), (3, 10), (10, 10), (170, 200)])
def test_wilson_is_scipys(k, n):
    """The interval for a share is scipy's Wilson interval."""
    expected = stats.binomtest(k, n).proportion_ci(method="wilson")
    assert wilson_interval(k, n) == pytest.approx((expected.low, expected.high))


def test_nothing_counted_says_nothing():
    """Without customers the share may be anything."""
    assert wilson_interval(0, 0) == (0.0, 1.0)


def test_resamples_draw_as_many_as_there_are_and_repeat_with_the_seed():
    """Each resample holds n draws; the same seed gives the same ones."""
    blocks = [np.hstack(list(resamples(40, 1100, np.random.default_rng(3)))) for _ in range(2)]
    assert blocks[0].shape == (40, 1100)
    assert (blocks[0].sum(axis=0) == 40).all()
    assert np.array_equal(*blocks)
    assert blocks[0].var() == pytest.approx(1, abs=0.05)


@given(CASES)
@STEADY
def test_a_resample_is_measured_like_the_rows_it_repeats(case):
    """Weights give what the plain measure gives on rows repeated so often, ties included."""
    actual, ranking, weight = (np.array(c) for c in zip(*case, strict=True))
    weights = np.column_stack([weight, np.ones(len(weight))]).astype(np.float32)
    found = resampled(rank(actual, ranking.astype(float)), weights, {"precision_at_3": 3})
    for column, times in enumerate((weight, np.ones(len(weight), dtype=int))):
        a, r = np.repeat(actual, times), np.repeat(ranking, times).astype(float)
        assert found["auc"][column] == pytest.approx(metrics.auc_score(a, r), nan_ok=True)
        assert found["average_precision"][column] == pytest.approx(
            metrics.average_precision_score(a, r) if len(a) else np.nan, nan_ok=True
        )
        expected = metrics.r_precision_score(a, r) if a.any() else np.nan
        assert found["r_precision"][column] == pytest.approx(expected, nan_ok=True)
        if len(a) >= 3:
            assert found["precision_at_3"][column] == pytest.approx(metrics.precision_at_k_score(a, r, 3))


@given(CASES)
@STEADY
def test_rank_correlation_of_a_resample_is_that_of_the_rows_it_repeats(case):
    """Weights give Spearman's ρ of rows repeated so often."""
    _, first, weight = (np.array(c, dtype=float) for c in zip(*case, strict=True))
    second = np.arange(len(first), dtype=float) % 4
    found = resampled_spearman(first, {"x": second}, weight[:, None].astype(np.float32))["x"][0]
    times = weight.astype(int)
    expected = metrics.spearman_score(np.repeat(first, times), np.repeat(second, times))
    assert found == pytest.approx(expected, nan_ok=True, abs=1e-4)


def test_the_interval_covers_the_truth_as_often_as_it_says():
    """Of 200 samples of 60, the 95 % bootstrap interval of a mean holds the true mean in 88 % or more."""
    rng = np.random.default_rng(0)
    hits = 0
    for _ in range(200):
        sample = rng.normal(size=60)
        drawn = np.concatenate([sample @ block / 60 for block in resamples(60, 300, rng)])
        low, high = percentile_interval(drawn)
        hits += low <= 0 <= high
    assert 176 <= hits <= 200


def test_mostly_undefined_resamples_have_no_interval():
    """With more than half undefined there is nothing to say."""
    assert np.isnan(percentile_interval(np.array([1.0, np.nan, np.nan]))).all()
    assert percentile_interval(np.array([1.0, 1.0, np.nan])) == (1.0, 1.0)
