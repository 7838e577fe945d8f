"""High-value against the rest, and signals against each other."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pytest
from scipy.stats import spearmanr

from valuecast.segments import compare, signal_correlations

USABLE = frozenset({"value", "active_days", "latest_rating", "value_change"})


def signals(n: int = 300, seed: int = 0) -> pa.Table:
    """The first fifth has four times the value; one in ten is inactive; half gave no rating."""
    rng = np.random.default_rng(seed)
    value = np.where(np.arange(n) < n // 5, 40.0, 10.0) * rng.lognormal(0, 0.2, n)
    return pa.table(
        {
            "customer_id": [f"C{i:04d}" for i in range(n)],
            "active": [i % 10 != 9 for i in range(n)],
            "value": value,
            "active_days": np.round(np.sqrt(value)),
            "latest_rating": pa.array(np.where(rng.random(n) < 0.5, np.nan, rng.integers(0, 11, n)), from_pandas=True),
            "value_change": rng.uniform(-1, 1, n),
        }
    )


def high(n: int = 300) -> list[str]:
    """The first fifth."""
    return [f"C{i:04d}" for i in range(n // 5)]


def rows(table: pa.Table) -> dict[str, dict[str, object]]:
    """Rows by signal."""
    return {row["signal"]: row for row in table.to_pylist()}


def test_a_planted_multiple_is_found_within_its_interval() -> None:
    """High-value customers were made with four times the value of the rest."""
    row = rows(compare(signals(), high(), USABLE, 500, np.random.default_rng(1)))["value"]
    assert row["multiple"] == pytest.approx(4.0, rel=0.1)
    assert row["low"] < row["multiple"] < row["high"]
    assert row["high"] - row["low"] < 1.0


def test_only_active_customers_who_have_the_signal_count() -> None:
    """The n's leave out the inactive and, for a rating, whoever gave none."""
    table = signals()
    found = rows(compare(table, high(), USABLE, 100, np.random.default_rng(1)))
    frame = table.to_pandas()
    active = frame[frame.active]
    chosen = active.customer_id.isin(high())
    assert (found["value"]["high_value_n"], found["value"]["rest_n"]) == (chosen.sum(), (~chosen).sum())
    assert found["latest_rating"]["high_value_n"] == active[chosen].latest_rating.count()
    assert found["latest_rating"]["high_value_mean"] == pytest.approx(active[chosen].latest_rating.mean())


def test_a_signal_below_zero_has_means_but_no_multiple() -> None:
    """A change from -1 to 1 is compared by its means; times as much would say nothing."""
    row = rows(compare(signals(), high(), USABLE, 100, np.random.default_rng(1)))["value_change"]
    assert row["high_value_mean"] is not None
    assert (row["multiple"], row["low"], row["high"]) == (None, None, None)


def test_nobody_high_value_leaves_nulls() -> None:
    """Without a high-value customer there is no mean, no multiple and no interval."""
    row = rows(compare(signals(), [], USABLE, 100, np.random.default_rng(1)))["value"]
    assert (row["high_value_n"], row["high_value_mean"], row["multiple"], row["low"]) == (0, None, None, None)


def test_the_order_of_rows_does_not_show() -> None:
    """Shuffled input gives the same tables."""
    table = signals()
    shuffled = table.take(np.random.default_rng(3).permutation(table.num_rows))
    first, second = (compare(t, high(), USABLE, 100, np.random.default_rng(1)) for t in (table, shuffled))
    assert first.equals(second)
    assert signal_correlations(table, USABLE).equals(signal_correlations(shuffled, USABLE))


def test_correlations_agree_with_scipy() -> None:
    """Every pair equals scipy's Spearman over customers who have both (outside oracle)."""
    table = signals()
    frame = table.to_pandas()
    frame = frame[frame.active]
    found = signal_correlations(table, USABLE).to_pylist()
    assert len(found) == len(USABLE) ** 2
    for row in found:
        both = frame[[row["signal"]]].assign(other=frame[row["other"]]).dropna()
        assert row["n"] == len(both)
        assert row["correlation"] == pytest.approx(spearmanr(both[row["signal"]], both["other"]).statistic, abs=1e-12)


def test_a_pair_that_nobody_has_is_null() -> None:
    """Too few customers with both: null, with the count beside it."""
    table = signals(4).set_column(4, "latest_rating", pa.array([None] * 4, pa.float64()))
    found = {(row["signal"], row["other"]): row for row in signal_correlations(table, USABLE).to_pylist()}
    assert found["value", "latest_rating"] == {
        "signal": "value",
        "other": "latest_rating",
        "correlation": None,
        "n": 0,
    }
