"""Two tables for the reader: the windows everything was measured on, and whether probabilities came true."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from valuecast.contracts import OUTPUTS
from valuecast.evaluation.intervals import wilson_interval
from valuecast.windows import Fold, Window

BINS = 10


def backtest_windows(labels: pa.Table, folds_by_horizon: Mapping[int, Sequence[Fold]]) -> pa.Table:
    """Every window that was learned from or predicted, by horizon, with its customers and its bar for high-value.

    Parameters
    ----------
    labels : pyarrow.Table
        Contract LABELS; customers without a ``high_value`` label do not count.
    folds_by_horizon : mapping of int to sequence of Fold
        By horizon [months]; today is not listed.

    Returns
    -------
    pyarrow.Table
        Contract ``backtest_windows``, the oldest window of each horizon first; the threshold is null where nobody was
        high-value.
    """
    table = OUTPUTS["backtest_windows"]
    rows = [
        _window_row(labels, window, horizon, folds)
        for horizon, folds in folds_by_horizon.items()
        for window in _listed(folds)
    ]
    return table.conform(pa.Table.from_pylist(rows, schema=table.empty().schema)) if rows else table.empty()


def calibration_table(
    predictions: pa.Table, labels: pa.Table, folds: Sequence[Fold], *, horizon: int, chosen: str | None
) -> pa.Table:
    """Predicted against observed on the test window, by tenths of probability; a tenth without customers has no row.

    Parameters
    ----------
    predictions, labels : pyarrow.Table
        Contracts PREDICTIONS and LABELS.
    folds : sequence of Fold
        For ``horizon`` [months].
    chosen : str or None
        The model to look at.
    """
    tests = [fold.predict.window_id for fold in folds if fold.role == "test"]
    stated = predictions.filter(
        pc.and_(
            pc.is_in(predictions["window_id"], pa.array(tests, pa.string())), pc.equal(predictions["model"], chosen)
        )
        if chosen
        else pa.array([False] * predictions.num_rows, pa.bool_())
    ).select(["window_id", "customer_id", "probability"])
    known = _labelled(labels, horizon).select(["window_id", "customer_id", "high_value"])
    both = stated.join(known, ["window_id", "customer_id"], join_type="inner").sort_by("customer_id")
    probability = both["probability"].to_numpy()
    actual = both["high_value"].to_numpy(zero_copy_only=False)
    place = np.minimum((probability * BINS).astype(np.int64), BINS - 1)
    rows = [_bin_row(int(b), probability[place == b], actual[place == b]) for b in np.unique(place)]
    table = OUTPUTS["calibration"]
    return table.conform(pa.Table.from_pylist(rows, schema=table.empty().schema)) if rows else table.empty()


def _listed(folds: Sequence[Fold]) -> list[Window]:
    every = [window for fold in folds for window in (*fold.train, fold.predict) if fold.role != "today"]
    every += [window for fold in folds if fold.role == "today" for window in fold.train]
    return list(dict.fromkeys(every))


def _window_row(labels: pa.Table, window: Window, horizon: int, folds: Sequence[Fold]) -> dict[str, object]:
    fold = next((fold for fold in folds if fold.predict == window), None)
    known = _labelled(labels, horizon)
    subset = known.filter(pc.equal(known["window_id"], window.window_id))
    high = subset.filter(subset["high_value"])
    return {
        "window_id": window.window_id,
        "horizon_months": horizon,
        "role": fold.role if fold else "train",
        "past_start": window.past_start,
        "as_of": window.as_of,
        "future_end": window.future_end(horizon),
        "trained_on": ", ".join(w.window_id for w in fold.train) if fold else "",
        "customers": subset.num_rows,
        "high_value": high.num_rows,
        "threshold": pc.min(high["future_value"]).as_py(),
        "future_value": float(np.sort(subset["future_value"].to_numpy()).sum()) if subset.num_rows else None,
    }


def _labelled(labels: pa.Table, horizon: int) -> pa.Table:
    return labels.filter(pc.and_(pc.equal(labels["horizon_months"], horizon), pc.is_valid(labels["high_value"])))


def _bin_row(place: int, probability: np.ndarray, actual: np.ndarray) -> dict[str, object]:
    low, high = wilson_interval(int(actual.sum()), len(actual))
    return {
        "split": "test",
        "bin": place + 1,
        "predicted": float(probability.mean()),
        "observed": float(actual.mean()),
        "low": low,
        "high": high,
        "n": len(actual),
    }
