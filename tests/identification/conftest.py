"""A small company with known truth: level and trend of each customer decide its future."""

from datetime import date

import numpy as np
import pyarrow as pa
import pytest

from valuecast.contracts import INTERMEDIATE
from valuecast.windows import Window, folds, months_after, rolling

HORIZON = 3
USABLE = frozenset({"minutes", "value", "active_days", "value_change", "latest_rating", "span_days"})


def build(customers=200, windows=8, seed=0):
    """Signals, labels and folds; ``span_days`` is noise, ``latest_rating`` is half missing."""
    rng = np.random.default_rng(seed)
    start = date(2023, 1, 1)
    end = months_after(start, 6 + HORIZON + windows - 1)
    back = rolling(start, end, 6, HORIZON)
    today = Window("today", months_after(end, -6), end)
    ids = [f"c{i:04d}" for i in range(customers)]
    level, trend = rng.normal(4, 1, customers), rng.normal(0, 0.15, customers)
    signals, labels = [], []
    for place, window in enumerate([*back, today]):
        mean = level + trend * place
        minutes = np.exp(mean + rng.normal(0, 0.3, customers))
        future = np.exp(mean + 3 * trend + rng.normal(0, 0.3, customers))
        high = future >= np.sort(future)[-int(np.ceil(0.2 * customers))]
        known = window is not today
        key = {"window_id": [window.window_id] * customers, "customer_id": ids}
        signals.append(
            pa.table(
                key
                | {
                    "active": [True] * customers,
                    "minutes": minutes,
                    "value": minutes * 1.5,
                    "active_days": np.round(20 * mean.clip(0)),
                    "value_change": 5 * trend + rng.normal(0, 0.1, customers),
                    "latest_rating": pa.array(
                        [None if rng.random() < 0.5 else float(r) for r in rng.integers(0, 11, customers)], pa.float64()
                    ),
                    "span_days": rng.normal(50, 5, customers),
                }
            )
        )
        labels.append(
            pa.table(
                key
                | {
                    "horizon_months": pa.array([HORIZON] * customers, pa.int64()),
                    "past_value": minutes,
                    "future_value": pa.array(future if known else [None] * customers, pa.float64()),
                    "high_value": pa.array(high if known else [None] * customers, pa.bool_()),
                }
            )
        )
    made = (
        INTERMEDIATE["signals"].conform(pa.concat_tables(signals)),
        INTERMEDIATE["labels"].conform(pa.concat_tables(labels)),
    )
    return (*made, folds(back, today, HORIZON))


@pytest.fixture(scope="package")
def company():
    """Signals, labels, folds of 200 customers."""
    return build()


@pytest.fixture(scope="package")
def make():
    """Build a company of another size."""
    return build
