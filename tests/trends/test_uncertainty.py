"""Bands and odds are what earlier windows showed, no more."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from valuecast.trends import Outlook, Persistence, Snapshot
from valuecast.trends.method import Case, answer
from valuecast.trends.strata import class_shares
from valuecast.trends.uncertainty import learn, log_ratio_quantiles


class _AsBefore(Persistence):
    """Persistence under its own name; forecasts need not be learned here."""


def _case(rng: np.random.Generator, n: int, *, active: float = 1.0, spread: float = 0.5) -> Case:
    past = rng.exponential(100, n)
    snapshot = Snapshot(
        window_id="W",
        horizon=3,
        customers=np.array([f"c{i:05d}" for i in range(n)], dtype=object),
        active=rng.random(n) < active,
        past=past,
        future=past * np.exp(rng.normal(0, spread, n)),
        value_index=np.full(n, 50.0),
        health=rng.uniform(0, 100, n),
        propensity=np.full(n, np.nan),
        signals={},
    )
    return answer(_AsBefore(), snapshot, (), up=1.2, down=0.9)


def test_bands_cover_eight_in_ten() -> None:
    """Of new customers from the same world, 80 % fall within the band, in each third of size."""
    rng = np.random.default_rng(1)
    now = _case(rng, 6000)
    band = learn(now, [_case(rng, 3000), _case(rng, 3000)])
    inside = (now.snapshot.future >= band.low) & (now.snapshot.future <= band.high)
    assert inside.mean() == pytest.approx(0.80, abs=0.02)


def test_odds_match_what_happens() -> None:
    """Predicted and observed shares of each class agree on new customers from the same world."""
    rng = np.random.default_rng(2)
    now = _case(rng, 6000)
    odds = learn(now, [_case(rng, 6000)]).probabilities.mean(axis=0)
    assert odds == pytest.approx(np.bincount(now.actual, minlength=3) / 6000, abs=0.02)


def test_nothing_earlier_gives_nothing() -> None:
    """No earlier case: every band and probability is unknown."""
    nothing = learn(_case(np.random.default_rng(3), 20), ())
    assert np.isnan(nothing.low).all()
    assert np.isnan(nothing.high).all()
    assert np.isnan(nothing.probabilities).all()


def test_eight_customers_give_odds_and_no_band() -> None:
    """A 10 % quantile needs nine values; a share needs one."""
    rng = np.random.default_rng(4)
    few = learn(_case(rng, 5), [_case(rng, 8)])
    assert np.isnan(few.low).all()
    assert np.isfinite(few.probabilities).all()
    assert np.isfinite(learn(_case(rng, 5), [_case(rng, 9)]).low).all()


def test_the_inactive_learn_from_the_inactive() -> None:
    """What the active did says nothing about who has gone quiet."""
    rng = np.random.default_rng(5)
    active, mixed = _case(rng, 200), _case(rng, 200, active=0.5)
    learned = learn(mixed, [active])
    assert np.array_equal(np.isfinite(learned.low), mixed.snapshot.active)


@settings(deadline=None, derandomize=True)
@given(st.lists(st.floats(-5, 5), min_size=9, max_size=200))
def test_quantiles_are_ordered_and_wide_enough(values: list[float]) -> None:
    """Lower ≤ upper, and at least the nominal share of the values themselves lies between them."""
    low, high = log_ratio_quantiles(np.array(values))
    assert low <= high
    assert np.mean((np.array(values) >= low) & (np.array(values) <= high)) >= 0.8


@settings(deadline=None, derandomize=True)
@given(st.lists(st.integers(0, 2), max_size=60))
def test_class_shares_add_up(codes: list[int]) -> None:
    """Never 0, never 1, sum 1, and ordered as the counts are."""
    shares = class_shares(np.array(codes, dtype=np.int64))
    assert shares.sum() == pytest.approx(1.0)
    assert ((shares > 0) & (shares < 1)).all()
    counts = np.bincount(np.array(codes, dtype=np.int64), minlength=3)
    assert all(shares[i] > shares[j] for i in range(3) for j in range(3) if counts[i] > counts[j])


def test_outlook_is_what_persistence_says() -> None:
    """The value of before, refunds counting as nothing, and the score as it is."""
    case = _case(np.random.default_rng(6), 3)
    negative = Snapshot(**{**vars(case.snapshot), "past": np.array([-5.0, 0.0, 7.0])})
    outlook: Outlook = Persistence().predict(negative, ())
    assert outlook.forecast.tolist() == [0.0, 0.0, 7.0]
    assert outlook.predicted_score.tolist() == [50.0, 50.0, 50.0]
