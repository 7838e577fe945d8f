"""Which signals lead: rank correlation of each signal with what value did afterwards, window by window.

Spearman's ρ among the active, against two targets: the future value, and its change (future / past). The interval is
Fisher's, with the variance of ρ by Fieller, Hartley and Pearson (1957): tanh(artanh ρ ± 1.96 · √(1.06 / (n − 3))).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
import pyarrow as pa

from valuecast.contracts import OUTPUTS, SIGNAL_CATALOGUE
from valuecast.metrics import spearman_score
from valuecast.trends.classes import Floats
from valuecast.windows import TODAY

LEAST = 10
TARGETS = ("future_value", "change")


def trend_indicators(
    signals: pa.Table, labels: pa.Table, *, horizons: Sequence[int], informative: Sequence[str]
) -> pa.Table:
    """Lagged rank correlations of every informative signal with future value and with its change.

    Parameters
    ----------
    signals, labels : pyarrow.Table
        SIGNALS and LABELS. Only active customers whose future is known count.
    horizons : sequence of int
        Futures to look at [months].
    informative : sequence of str
        Signals with data in every window.

    Returns
    -------
    pyarrow.Table
        ``trend_indicators``. ``sign_changed`` where ρ is clearly on one side of zero (its interval too), and was
        clearly on the other the last time it was clear. Fewer than `LEAST` customers, or no variation, have no row.
    """
    active = signals.filter(signals["active"]).to_pandas()
    known = labels.to_pandas()
    known = known[known["future_value"].notna() & (known["window_id"] != TODAY)]
    rows: list[dict[str, object]] = []
    for months in sorted(horizons):
        joined = known[known["horizon_months"] == months].merge(active, on=["window_id", "customer_id"])
        windows = sorted(joined["window_id"].unique(), key=lambda window: int(window.removeprefix("W")))
        by_window = {window: joined[joined["window_id"] == window] for window in windows}
        for target in TARGETS:
            for signal in sorted(set(informative) & set(active.columns)):
                rows += _over_windows(by_window, signal, target, months)
    contract = OUTPUTS["trend_indicators"]
    return contract.conform(pa.Table.from_pylist(rows, schema=contract.empty().schema))


def rank_interval(rho: float, n: int) -> tuple[float, float]:
    """The 95 % interval of a rank correlation.

    >>> tuple(round(end, 2) for end in rank_interval(0.5, 103))
    (0.33, 0.64)
    """
    half = 1.96 * float(np.sqrt(1.06 / (n - 3)))
    centre = float(np.arctanh(np.clip(rho, -0.999999, 0.999999)))
    return float(np.tanh(centre - half)), float(np.tanh(centre + half))


def _over_windows(by_window: dict[str, pd.DataFrame], signal: str, target: str, months: int) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    side = 0
    for window, frame in by_window.items():
        values = frame[signal].to_numpy(np.float64, na_value=np.nan)
        happened = _target(frame, target)
        both = np.isfinite(values) & np.isfinite(happened)
        if both.sum() < LEAST:
            continue
        rho = spearman_score(values[both], happened[both])
        if np.isnan(rho):
            continue
        low, high = rank_interval(rho, int(both.sum()))
        clear = 1 if low > 0 else -1 if high < 0 else 0
        rows.append(
            {
                "horizon_months": months,
                "target": target,
                "signal": signal,
                "window_id": window,
                "dimension": SIGNAL_CATALOGUE[signal].dimension if signal in SIGNAL_CATALOGUE else "",
                "correlation": rho,
                "low": low,
                "high": high,
                "n": int(both.sum()),
                "sign_changed": bool(clear and side and clear != side),
            }
        )
        side = clear or side
    return rows


def _target(frame: pd.DataFrame, target: str) -> Floats:
    future: Floats = np.maximum(frame["future_value"].to_numpy(np.float64), 0.0)
    if target == "future_value":
        return future
    past = np.maximum(frame["past_value"].to_numpy(np.float64), 0.0)
    change: Floats = np.divide(future, past, out=np.full(past.shape, np.nan), where=past > 0)
    return change
