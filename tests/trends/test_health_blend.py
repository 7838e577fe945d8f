"""Report d's formula: what moves the forecast, by how much, and what is left out."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from valuecast.trends import HealthBlend, Snapshot

N = 21


def _snapshot(horizon: int = 3, **given_arrays: np.ndarray) -> Snapshot:
    even = np.linspace(10, 90, N)
    blank = np.full(N, np.nan)
    signals = dict.fromkeys(HealthBlend().signals, blank)
    plain = Snapshot(
        window_id="W1",
        horizon=horizon,
        customers=np.array([f"c{i:02d}" for i in range(N)], dtype=object),
        active=np.ones(N, dtype=bool),
        past=np.linspace(100, 300, N),
        future=blank,
        value_index=even,
        health=even,
        propensity=even / 100,
        signals=signals,
    )
    changed = {name: values for name, values in given_arrays.items() if name not in signals}
    return replace(plain, signals={**signals, **{k: v for k, v in given_arrays.items() if k in signals}}, **changed)


def test_agreement_means_no_change() -> None:
    """Where health and propensity rank customers as the index does, nobody moves."""
    outlook = HealthBlend().predict(_snapshot(), ())
    assert np.allclose(outlook.predicted_score, np.linspace(10, 90, N))
    assert np.allclose(outlook.forecast, np.linspace(100, 300, N))


def test_a_low_propensity_scale_drags_nobody_down() -> None:
    """Only the order of propensities counts, not that their mean is the share of high-value customers."""
    tiny = HealthBlend().predict(_snapshot(propensity=np.linspace(0.001, 0.01, N)), ())
    assert np.allclose(tiny.forecast, HealthBlend().predict(_snapshot(), ()).forecast)


def test_weights_as_written() -> None:
    """0.5 · index + 0.3 · propensity + 0.2 · health, by hand for the customer at the bottom."""
    upside_down = np.linspace(90, 10, N)
    outlook = HealthBlend().predict(_snapshot(propensity=upside_down, health=upside_down), ())
    assert outlook.predicted_score[0] == pytest.approx(0.5 * 10 + 0.3 * 90 + 0.2 * 90)
    assert outlook.forecast[0] == pytest.approx(200.0), "a rise beyond doubling counts as doubling"
    assert outlook.forecast[-1] == pytest.approx(300 * 50 / 90)


def test_missing_parts_scale_the_others_up() -> None:
    """Without propensity: 0.5 / 0.7 index and 0.2 / 0.7 health, and the part is named."""
    blank = np.full(N, np.nan)
    outlook = HealthBlend().predict(_snapshot(propensity=blank, health=np.linspace(90, 10, N)), ())
    assert outlook.predicted_score[0] == pytest.approx((0.5 * 10 + 0.2 * 90) / 0.7)
    assert outlook.left_out == ("propensity",)


def test_momentum_counts_beyond_three_months_only() -> None:
    """Full momentum adds 10 points · 0.5 at six months, nothing at three."""
    rising = np.ones(N)
    near = HealthBlend().predict(_snapshot(3, value_change=rising), ())
    far = HealthBlend().predict(_snapshot(6, value_change=rising), ())
    assert np.allclose(near.predicted_score, np.linspace(10, 90, N))
    assert np.allclose(far.predicted_score, np.linspace(10, 90, N) + 5.0)


@settings(deadline=None, derandomize=True, max_examples=50)
@given(st.integers(0, 2**31), st.sampled_from([3, 6, 12]))
def test_forecasts_stay_within_their_bounds(seed: int, horizon: int) -> None:
    """Half to double the past value, scores between 0 and 100, whatever is missing."""
    rng = np.random.default_rng(seed)

    def holes(values: np.ndarray) -> np.ndarray:
        return np.where(rng.random(N) < 0.3, np.nan, values)

    now = _snapshot(
        horizon,
        past=rng.exponential(100, N) * (rng.random(N) > 0.2),
        value_index=holes(rng.uniform(0, 100, N)),
        health=holes(rng.uniform(0, 100, N)),
        propensity=holes(rng.random(N)),
        value_change=holes(rng.uniform(-1, 1, N)),
        features_used=holes(rng.integers(0, 9, N).astype(float)),
    )
    outlook = HealthBlend().predict(now, ())
    assert (outlook.forecast >= 0.5 * now.past).all()
    assert (outlook.forecast <= 2 * now.past).all()
    known = np.isfinite(now.value_index)
    assert np.array_equal(np.isfinite(outlook.predicted_score), known)
    assert ((outlook.predicted_score[known] >= 0) & (outlook.predicted_score[known] <= 100)).all()
