"""How closely each signal went with future value on earlier windows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import ibis.expr.types as ir
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from valuecast.metrics import spearman_score
from valuecast.windows import Fold

_FEWEST = 3


def correlations(
    signals: ir.Table, labels: ir.Table, folds: Sequence[Fold], informative: frozenset[str], horizon: int
) -> dict[str, dict[str, float]]:
    """For each predicted window, Spearman's ρ of each signal with future value on that fold's training windows.

    ρ is taken within each training window over active customers who have the signal (mid-ranks for equals), and
    averaged over windows with the number of such customers as weight.

    Parameters
    ----------
    signals, labels : ibis.Table
        Contracts SIGNALS and LABELS.
    folds : sequence of Fold
        From ``windows.folds``: training windows' futures have ended by the predicted window's ``as_of``.
    informative : frozenset of str
        Signals with data in every backtest window.
    horizon : int
        Which labels [months].

    Returns
    -------
    dict
        window_id → signal → ρ. A signal that is constant, or known for fewer than three customers, in all training
        windows is left out. Folds without training windows are left out.
    """
    names = sorted(informative & set(signals.columns))
    earlier = sorted({window.window_id for fold in folds for window in fold.train})
    if not names or not earlier:
        return {}
    table = _joined(signals, labels, earlier, names, horizon)
    by_window = {window: _within(table.filter(pc.equal(table["window_id"], window)), names) for window in earlier}
    return {
        fold.predict.window_id: _averaged([by_window[window.window_id] for window in fold.train], names)
        for fold in folds
        if fold.train
    }


def _joined(signals: ir.Table, labels: ir.Table, windows: list[str], names: list[str], horizon: int) -> pa.Table:
    left = signals.filter(signals.active & signals.window_id.isin(windows))
    left = left.select("window_id", "customer_id", **{f"signal_{name}": left[name].cast("float64") for name in names})
    right = labels.filter((labels.horizon_months == horizon) & labels.future_value.notnull())
    right = right.select("window_id", "customer_id", "future_value")
    return left.inner_join(right, ["window_id", "customer_id"]).to_pyarrow()


def _within(table: pa.Table, names: list[str]) -> dict[str, tuple[float, int]]:
    future = _numbers(table, "future_value")
    found = {}
    for name in names:
        values = _numbers(table, f"signal_{name}")
        known = np.isfinite(values) & np.isfinite(future)
        rho = spearman_score(values[known], future[known])
        if known.sum() >= _FEWEST and np.isfinite(rho):
            found[name] = (rho, int(known.sum()))
    return found


def _averaged(windows: list[Mapping[str, tuple[float, int]]], names: list[str]) -> dict[str, float]:
    found = {}
    for name in names:
        pairs = [window[name] for window in windows if name in window]
        if pairs:
            found[name] = sum(rho * n for rho, n in pairs) / sum(n for _, n in pairs)
    return found


def _numbers(table: pa.Table, name: str) -> npt.NDArray[np.float64]:
    column: npt.NDArray[np.float64] = table[name].to_numpy().astype(np.float64)
    return column
