"""Scores, predictions, labels and folds of a small company with known truth."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pyarrow as pa
import pytest

from valuecast.contracts import INTERMEDIATE
from valuecast.windows import Fold, Window, folds, months_after, rolling


@dataclass(frozen=True)
class Company:
    """Tables by contract, and what they were made of."""

    scores: pa.Table
    predictions: pa.Table
    labels: pa.Table
    signals: pa.Table
    folds: tuple[Fold, ...]


def build(customers=150, seed=0):
    """The model knows the level best, ``duration_frequency`` less well, ``random`` not at all."""
    rng = np.random.default_rng(seed)
    start, end = date(2023, 1, 1), date(2024, 5, 1)
    back = rolling(start, end, 6, 3)
    today = Window("today", months_after(end, -6), end)
    plan = folds(back, today, 3)
    roles = {fold.predict.window_id: fold.role for fold in plan}
    ids = [f"c{i:03d}" for i in range(customers)]
    level = rng.normal(size=customers)
    scores, predictions, labels, signals = [], [], [], []
    for window in (*back, today):
        future = np.exp(level + rng.normal(0, 0.4, customers))
        past = np.exp(level + rng.normal(0, 0.6, customers))
        high = future >= np.sort(future)[-int(np.ceil(0.2 * customers))]
        known = window is not today
        key = {"window_id": [window.window_id] * customers, "customer_id": ids}
        labels.append(
            key
            | {
                "horizon_months": [3] * customers,
                "past_value": past.tolist(),
                "future_value": future.tolist() if known else [None] * customers,
                "high_value": high.tolist() if known else [None] * customers,
            }
        )
        signals.append(key | {"active": [True] * customers, "level": level.tolist(), "past": past.tolist()})
        for name, value in (
            ("duration_frequency", level + rng.normal(0, 0.6, customers)),
            ("random", rng.random(customers)),
        ):
            scores.append(
                key | {"score": [name] * customers, "value": value, "high_value": value >= np.quantile(value, 0.8)}
            )
        raw = 1 / (1 + np.exp(-(3 * (level + rng.normal(0, 0.1, customers)) - 2.5)))
        if window.window_id in roles:
            predictions.append(
                key
                | {
                    "model": ["good"] * customers,
                    "role": [roles[window.window_id]] * customers,
                    "raw": raw,
                    "probability": raw,
                    "high_value": raw > 0.5,
                }
            )
    made = {
        name: INTERMEDIATE[name].conform(
            pa.concat_tables([pa.table(part) for part in parts], promote_options="permissive")
        )
        for name, parts in (("scores", scores), ("predictions", predictions), ("labels", labels), ("signals", signals))
    }
    return Company(made["scores"], made["predictions"], made["labels"], made["signals"], plan)


@pytest.fixture(scope="package")
def company():
    """150 customers."""
    return build()


@pytest.fixture(scope="package")
def make():
    """Build a company of another size."""
    return build
