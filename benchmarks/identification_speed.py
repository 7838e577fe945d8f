"""Speed of identification: training with its backtest, and batch scoring against the raw library call.

Run with: .venv/bin/python benchmarks/identification_speed.py [--customers 200000] [--signals 60] [--windows 6]
"""

from __future__ import annotations

import argparse
import resource
import time
from datetime import date

import numpy as np
import pyarrow as pa

from valuecast.contracts import INTERMEDIATE
from valuecast.identification import Outcome, identify
from valuecast.identification.boosting import Boosting
from valuecast.windows import Window, folds, months_after, rolling


def tables(customers: int, signals: int, windows: int, horizon: int) -> tuple[pa.Table, pa.Table, tuple[object, ...]]:
    """Random signals, of which ten decide the future in part."""
    rng = np.random.default_rng(0)
    start = date(2023, 1, 1)
    end = months_after(start, 6 + horizon + windows - 1)
    back, today = rolling(start, end, 6, horizon), Window("today", months_after(end, -6), end)
    ids = pa.array([f"c{i:07d}" for i in range(customers)], pa.string())
    level = rng.normal(size=customers)
    names = ["value", "active_days", *(f"s{i:02d}" for i in range(signals - 2))]
    inputs, outcomes = [], []
    for window in (*back, today):
        x = rng.normal(size=(customers, signals)) + np.where(np.arange(signals) < 10, 0.7, 0.0) * level[:, None]
        x[:, :2] = np.exp(x[:, :2])
        future = np.exp(level + rng.normal(0, 0.7, customers))
        known = window is not today
        key = {"window_id": pa.array([window.window_id] * customers, pa.string()), "customer_id": ids}
        active = pa.array(np.ones(customers, dtype=bool))
        inputs.append(pa.table(key | {"active": active} | {name: x[:, i] for i, name in enumerate(names)}))
        outcomes.append(
            pa.table(
                key
                | {
                    "horizon_months": pa.array(np.full(customers, horizon)),
                    "past_value": x[:, 0],
                    "future_value": pa.array(future, mask=np.full(customers, not known)),
                    "high_value": pa.array(future >= np.quantile(future, 0.8), mask=np.full(customers, not known)),
                }
            )
        )
    made = [INTERMEDIATE[n].conform(pa.concat_tables(t)) for n, t in (("signals", inputs), ("labels", outcomes))]
    return made[0], made[1], folds(back, today, horizon)


def scoring(rows: int, signals: int, trees: int) -> None:
    """Batch scoring of a booster through the package and by the library itself."""
    rng = np.random.default_rng(1)
    x = rng.normal(size=(100_000, signals))
    value = x[:, :5].sum(axis=1) + rng.normal(size=len(x))
    fitted = Boosting().fit(x, Outcome(value >= np.quantile(value, 0.8), value), (trees,), seed=0)[0]
    many = rng.normal(size=(rows, signals))
    ours, theirs = [], []
    for _ in range(3):
        ours.append(_timed(lambda: fitted.predict(many)))
        theirs.append(_timed(lambda: fitted.booster.predict(many, num_iteration=trees)))
    print(f"scoring {rows:,} rows with {trees} trees of 8 leaves: {rows / min(ours):,.0f} a second; ", end="")
    print(f"{min(ours) / min(theirs):.2f} of the raw call's time (medians {np.median(ours) / np.median(theirs):.2f})")


def _timed(work: object) -> float:
    began = time.perf_counter()
    work()  # type: ignore[operator]
    return time.perf_counter() - began


def main() -> None:
    """Time both and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--customers", type=int, default=200_000)
    parser.add_argument("--signals", type=int, default=60)
    parser.add_argument("--windows", type=int, default=6)
    parser.add_argument("--horizon", type=int, default=1)
    given = parser.parse_args()
    scoring(500_000, given.signals, 300)
    signals, labels, plan = tables(given.customers, given.signals, given.windows, given.horizon)
    informative = frozenset(signals.column_names) - {"window_id", "customer_id", "active"}
    began, worked = time.perf_counter(), time.process_time()
    found = identify(
        signals, labels, plan, horizon=given.horizon, informative=informative, target_precision=0.85, share=0.2, seed=0
    )
    took, worked = time.perf_counter() - began, time.process_time() - worked
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(
        f"{given.customers:,} customers x {given.windows} windows x {given.signals} signals, {len(plan)} folds: ",
        end="",
    )
    print(f"{took:.0f} s ({worked:.0f} s of processor time), {peak:.2f} GiB at most; chosen: {found.chosen}")


if __name__ == "__main__":
    main()
