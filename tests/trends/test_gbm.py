"""The distribution that the boosters give, what is read off it, and what they may learn from."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pyarrow.compute as pc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from valuecast.trends import Boosted, Intermittent, LastPeriodSlope, Snapshot, trend_codes
from valuecast.trends.decision import best_adjustment, decide
from valuecast.trends.distribution import attained, bands, conformal_levels, quantiles
from valuecast.trends.intermittent import tsb
from valuecast.trends.training import training_rows

SCALE = bands(up=1.2, down=0.9)


def _snapshot(monthly: np.ndarray, ago: int = 0, horizon: int = 3, future: np.ndarray | None = None) -> Snapshot:
    """A window ``ago`` months before today over customers whose months are given, the last first."""
    n = len(monthly)
    shown = monthly[:, ago:]
    past = shown[:, :horizon].sum(axis=1)
    active = shown[:, :6].sum(axis=1) > 0
    return Snapshot(
        window_id=f"W{100 - ago}",
        horizon=horizon,
        customers=np.array([f"c{i:04d}" for i in range(n)], dtype=object),
        active=active,
        past=past,
        future=np.full(n, np.nan) if future is None else future,
        value_index=np.where(active, 50.0, np.nan),
        health=np.full(n, 50.0),
        propensity=np.full(n, np.nan),
        signals={},
        monthly=shown,
        ended=shown,
        months_ago=ago,
        places=np.arange(n),
    )


def _world(n: int = 400, seed: int = 5) -> tuple[Snapshot, list[Snapshot]]:
    """Lasting levels, months that fade or grow, some who stop: today, and windows 3 to 8 months before."""
    rng = np.random.default_rng(seed)
    drift = rng.choice([-0.15, 0.0, 0.15], n)
    months = np.arange(18)
    monthly = np.exp(rng.normal(3, 1, n)[:, None] - drift[:, None] * months + rng.normal(0, 0.3, (n, 18)))
    monthly[rng.random(n) < 0.05, :2] = 0.0
    earlier = [_snapshot(monthly, ago, future=monthly[:, ago - 3 : ago].sum(axis=1)) for ago in range(8, 2, -1)]
    return _snapshot(monthly), earlier


@settings(deadline=None, derandomize=True, max_examples=60)
@given(st.lists(st.floats(0.001, 1.0), min_size=11, max_size=11), st.floats(0.01, 0.98), st.floats(0.01, 0.98))
def test_quantiles_never_cross_and_classes_add_up(weights: list[float], one: float, other: float) -> None:
    """Whatever the chances: quantiles rise with the level, the classes are chances, and they sum to 1."""
    chances = np.array([weights]) / sum(weights)
    knots = SCALE.knots(np.random.default_rng(0).lognormal(0, 0.5, 500))
    low, high = sorted((one, other))
    found = quantiles(chances, knots, np.array([low, (low + high) / 2, high]))[0]
    assert found[0] <= found[1] <= found[2]
    for past in (0.0, 10.0):
        classes = SCALE.classes(chances, np.array([past]))[0]
        assert classes.sum() == pytest.approx(1.0)
        assert (classes >= 0).all()


@settings(deadline=None, derandomize=True)
@given(st.floats(0, 10), st.sampled_from([0.0, 0.9, 1.2]))
def test_bands_and_written_rule_agree(ratio: float, bound: float) -> None:
    """Each ratio, the bounds themselves too, is in a band of the class that the written rule gives."""
    for met in (ratio, bound):
        band = int(SCALE.place(np.array([met]))[0])
        by_band = 0 if band >= SCALE.up else 2 if band < SCALE.down else 1
        assert by_band == trend_codes(np.ones(1), np.array([met]), up=1.2, down=0.9)[0]


def test_levels_met_lie_evenly_when_the_distribution_is_right() -> None:
    """Of ratios drawn from the bands' own knots, a tenth lies below the 10 % level; little is corrected."""
    rng = np.random.default_rng(3)
    ratios = rng.lognormal(0, 0.5, 4000)
    chances = np.tile(np.bincount(SCALE.place(ratios), minlength=SCALE.count) / 4000, (4000, 1))
    met = attained(chances, SCALE.knots(ratios), ratios)
    assert np.quantile(met, [0.1, 0.5, 0.9]) == pytest.approx([0.1, 0.5, 0.9], abs=0.03)
    assert conformal_levels(met, tail=0.1) == pytest.approx([0.1, 0.5, 0.9], abs=0.03)
    assert conformal_levels(met[:5], tail=0.1).tolist() == [0.1, 0.5, 0.9], "too few to correct"


def test_learns_what_is_there_and_covers_what_it_says() -> None:
    """Drifting customers are called better than by chance, and the 80 % interval holds about 80 % of new ones."""
    now, earlier = _world()
    model = Boosted(up=1.2, down=0.9, signals=())
    hidden = earlier[-1]
    seen = [snapshot for snapshot in earlier if snapshot.months_ago >= hidden.months_ago + 3]
    shown = replace(hidden, future=np.full(hidden.past.shape, np.nan))
    found = model.predict(shown, seen)
    actual = trend_codes(hidden.past, hidden.future, up=1.2, down=0.9)
    inside = (found.low <= hidden.future) & (hidden.future <= found.high)
    assert inside[hidden.active].mean() == pytest.approx(0.8, abs=0.07)
    assert (found.odds.argmax(axis=1) == actual).mean() > 0.5
    today = model.predict(now, earlier)
    assert ((today.low <= today.forecast) & (today.forecast <= today.high)).all()


def test_doubling_all_values_doubles_the_forecasts() -> None:
    """Everything is relative to the customer's own level: another unit changes nothing but the unit."""
    now, earlier = _world()
    model = Boosted(up=1.2, down=0.9, signals=())
    twice = [
        replace(s, past=2 * s.past, future=2 * s.future, monthly=2 * s.monthly, ended=2 * s.ended)
        for s in (now, *earlier)
    ]
    once, double = model.predict(now, earlier), model.predict(twice[0], twice[1:])
    for name in ("forecast", "low", "high"):
        assert np.allclose(getattr(double, name), 2 * getattr(once, name), rtol=1e-12)
    assert np.array_equal(double.odds, once.odds)


def test_lessons_end_with_the_window_that_is_forecast() -> None:
    """Shorter futures come from the months up to its as_of, the last too; an unknown full one teaches nothing."""
    _, earlier = _world(60)
    now = earlier[-1]
    assert set(training_rows(now, earlier[:3], ()).months.tolist()) == {1, 2, 3}
    blanked = [replace(snapshot, future=np.full(snapshot.future.shape, np.nan)) for snapshot in earlier[:-1]]
    training = training_rows(now, blanked, ())
    assert set(training.months.tolist()) == {1, 2}
    grown = np.concatenate([now.monthly[:, :1] + 1.0, now.monthly[:, 1:]], axis=1)
    last = replace(now, monthly=grown, ended=grown)
    assert not np.array_equal(training_rows(last, blanked, ()).ratio, training.ratio)
    assert training_rows(now, [now], ()).base.size == 0, "nothing had ended since"


def test_a_future_of_another_customer_is_not_borrowed() -> None:
    """A customer that the window to forecast no longer lists had no value since; its neighbour's is not taken."""
    monthly = np.full((3, 12), 10.0)
    then, now = _snapshot(monthly, 4), _snapshot(monthly, 0)
    kept = np.array([0, 2])
    fewer = replace(
        now,
        customers=now.customers[kept],
        places=kept,
        monthly=now.monthly[kept],
        ended=now.ended[kept],
        past=now.past[kept],
    )
    training = training_rows(fewer, [then], ())
    one_month = training.ratio[training.months == 1]
    assert one_month.tolist() == [1.0, 0.0, 1.0]


def test_too_little_to_learn_from_is_no_answer() -> None:
    """Few earlier rows, or no history at all: None, not a guess."""
    now, earlier = _world(30)
    assert Boosted(up=1.2, down=0.9, signals=()).predict(now, earlier[:1]) is None
    assert Boosted(up=1.2, down=0.9, signals=()).predict(now, ()) is None
    bare = replace(now, monthly=np.zeros((now.past.size, 0)))
    assert LastPeriodSlope().predict(bare, ()) is None
    assert Intermittent().predict(bare, ()) is None


def test_a_customer_of_zeros_gets_no_odds_of_its_own() -> None:
    """A series of zeros keeps its past value; the others are answered as if it were not there."""
    now, earlier = _world()
    silent = replace(
        now,
        monthly=np.where(np.arange(now.past.size)[:, None] == 7, 0.0, now.monthly),
        past=np.where(np.arange(now.past.size) == 7, 0.0, now.past),
        active=np.arange(now.past.size) != 7,
    )
    found = Boosted(up=1.2, down=0.9, signals=()).predict(silent, earlier)
    assert np.isnan(found.odds[7]).all()
    assert found.forecast[7] == 0.0
    assert np.isfinite(found.odds[8]).all()


def test_a_straight_line_is_drawn_on() -> None:
    """10, 20, 30 goes on to 40, 50, 60, bounded by twice the past; a fall ends at nothing, never below."""
    rising, falling = [30.0, 20, 10], [10.0, 20, 30]
    now = _snapshot(np.array([rising, falling]))
    assert LastPeriodSlope().predict(now, ()).forecast.tolist() == [120.0, 0.0]
    assert LastPeriodSlope(greatest_ratio=3.0).predict(now, ()).forecast[0] == pytest.approx(150.0)


@settings(deadline=None, derandomize=True)
@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=12))
def test_intermittent_forecast_lies_within_what_was_seen(values: list[float]) -> None:
    """Never below zero, never above the largest month, and another empty month never raises it."""
    expected = float(tsb(np.array([values]), chance=0.2, size=0.3)[0])
    assert 0 <= expected <= max(values) * (1 + 1e-12)
    assert float(tsb(np.array([[*values, 0.0]]), chance=0.2, size=0.3)[0]) <= expected


def test_what_is_called_is_the_most_probable_class(found) -> None:
    """Where no note says otherwise, gbm's class is its likeliest: none is called Up whose chance of Down is greater."""
    assert "trend_classes_adjusted" not in {given.code for given in found.notes}
    rows = found.trends.filter(pc.and_(pc.equal(found.trends["role"], "today"), found.trends["value_index"].is_valid()))
    rows = rows.filter(pc.equal(rows["method"], "gbm"))
    odds = np.stack([rows[name].to_numpy() for name in ("p_up", "p_flat", "p_down")], axis=1)
    likeliest = np.array(["Up", "Flat", "Down"], dtype=object)[odds.argmax(axis=1)]
    assert rows.num_rows
    assert np.array_equal(np.array(rows["predicted_class"].to_pylist(), dtype=object), likeliest)


@pytest.mark.parametrize(("rare", "expected"), [(0.05, True), (0.33, False)])
def test_calls_lean_towards_rare_classes_only_where_one_class_swamps_the_rest(rare: float, expected: bool) -> None:
    """With 5 % Up and Flat nearly all are called Down, and leaning is learned; with even shares it is not."""
    rng = np.random.default_rng(8)
    actual = rng.choice(3, 4000, p=[rare, rare, 1 - 2 * rare])
    weight = np.array([rare, rare, 1 - 2 * rare]) * np.exp(rng.normal(0, 0.3, (4000, 3)) + 0.9 * np.eye(3)[actual])
    odds = weight / weight.sum(axis=1, keepdims=True)
    prior_adjustment, shares = best_adjustment(odds, actual)
    assert (prior_adjustment > 0) == expected
    assert set(np.unique(decide(odds, prior_adjustment, shares)).tolist()) == {0, 1, 2}
    assert decide(odds, 0.0, shares).tolist() == odds.argmax(axis=1).tolist()
