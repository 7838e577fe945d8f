"""How much worse the ranking gets when a signal, or a whole dimension, is shuffled among customers (Breiman, 2001)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pyarrow as pa

from valuecast.contracts import OUTPUTS, SIGNAL_CATALOGUE
from valuecast.identification.candidates import Fitted
from valuecast.identification.observations import Observations, signal_of
from valuecast.metrics import Floats, average_precision_score

REPEATS = 20
MOST_ROWS = 4000


def permuted(
    fitted: Fitted, names: Sequence[str], rows: Observations, rng: np.random.Generator
) -> tuple[pa.Table, pa.Table]:
    """Loss of average precision on the test window, signal by signal and dimension by dimension.

    Mean and 2.5 to 97.5 % quantiles over 20 shuffles, on at most 4,000 customers drawn at random. A signal that
    another one can stand in for shows little loss, however useful it is; a dimension is therefore also shuffled
    as a whole, every signal of it in the same order. Empty when the window has one class.

    Returns
    -------
    tuple of pyarrow.Table
        Contracts ``feature_importances`` and ``dimension_importances``.
    """
    x, actual = rows.columns(names), rows.actual
    if len(x) > MOST_ROWS:
        kept = np.sort(rng.choice(len(x), MOST_ROWS, replace=False))
        x, actual = x[kept], actual[kept]
    if len(np.unique(actual)) < 2:
        return OUTPUTS["feature_importances"].empty(), OUTPUTS["dimension_importances"].empty()
    signals = [signal_of(name) for name in names]
    groups = {name: [place] for place, name in enumerate(signals)}
    dimensions: dict[str, list[int]] = {}
    for place, name in enumerate(signals):
        dimensions.setdefault(_dimension(name), []).append(place)
    orders = [rng.permutation(len(x)) for _ in range(REPEATS)]
    full = average_precision_score(actual, fitted.predict(x))

    def losses(columns: Sequence[int]) -> Floats:
        found = np.zeros(REPEATS)
        for repeat, order in enumerate(orders):
            shuffled = x.copy()
            shuffled[:, columns] = x[order][:, columns]
            found[repeat] = full - average_precision_score(actual, fitted.predict(shuffled))
        return found

    by_signal = {name: losses(columns) for name, columns in groups.items()}
    joint = {
        name: by_signal[signals[columns[0]]] if len(columns) == 1 else losses(columns)
        for name, columns in dimensions.items()
    }
    return _signal_table(by_signal), _dimension_table(joint, {d: [signals[c] for c in dimensions[d]] for d in joint})


def _signal_table(losses: Mapping[str, Floats]) -> pa.Table:
    meaning = [SIGNAL_CATALOGUE[name].meaning if name in SIGNAL_CATALOGUE else name for name in losses]
    columns = {"signal": list(losses), "dimension": [_dimension(name) for name in losses], "meaning": meaning}
    return OUTPUTS["feature_importances"].conform(pa.table(columns | _spread(losses)))


def _dimension_table(losses: Mapping[str, Floats], signals: Mapping[str, Sequence[str]]) -> pa.Table:
    gains = np.array([max(float(loss.mean()), 0.0) for loss in losses.values()])
    share = gains / gains.sum() if gains.sum() else np.full(len(gains), np.nan)
    columns = {
        "dimension": list(losses),
        "signals": [", ".join(signals[name]) for name in losses],
        "share": pa.array([None if np.isnan(one) else float(one) for one in share], pa.float64()),
    }
    return OUTPUTS["dimension_importances"].conform(pa.table(columns | _spread(losses)))


def _spread(losses: Mapping[str, Floats]) -> dict[str, list[float]]:
    return {
        "importance": [float(loss.mean()) for loss in losses.values()],
        "low": [float(np.quantile(loss, 0.025)) for loss in losses.values()],
        "high": [float(np.quantile(loss, 0.975)) for loss in losses.values()],
    }


def _dimension(signal: str) -> str:
    return SIGNAL_CATALOGUE[signal].dimension if signal in SIGNAL_CATALOGUE else signal
