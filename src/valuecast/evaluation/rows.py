"""From measured and resampled figures to rows of ``backtest_metrics``: value, interval, paired difference."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from valuecast.contracts import OUTPUTS
from valuecast.evaluation.intervals import percentile_interval
from valuecast.metrics import Floats

Measured = Mapping[str, Mapping[str, float]]
"""Value by method and metric."""
Resampled = Mapping[str, Mapping[str, Floats]]
"""Values on the resamples (draws,) by method and metric."""


@dataclass(frozen=True)
class Backtest:
    """What was measured, and every paired difference."""

    metrics: pa.Table
    differences: pa.Table


@dataclass(frozen=True)
class Stage:
    """What was measured: task, horizon, split, how many customers, and the method that others are compared with."""

    task: str
    horizon: int
    split: str
    n: int
    baseline: str


def metric_rows(stage: Stage, measured: Measured, drawn: Resampled) -> pa.Table:
    """Rows of contract ``backtest_metrics``; a figure that is undefined has no row."""
    rows = [
        _row(stage, measured, drawn, method, metric)
        for method in measured
        for metric, value in measured[method].items()
        if not np.isnan(value)
    ]
    table = OUTPUTS["backtest_metrics"]
    return table.conform(pa.Table.from_pylist(rows, schema=table.empty().schema)) if rows else table.empty()


def difference_rows(stage: Stage, baselines: Sequence[str], measured: Measured, drawn: Resampled) -> pa.Table:
    """Rows of contract ``backtest_differences``: every method against every baseline that was measured."""
    rows = []
    for baseline in baselines:
        for method in measured:
            for metric in measured[method] if method != baseline and baseline in measured else ():
                gap = measured[method][metric] - measured[baseline].get(metric, float("nan"))
                if np.isnan(gap):
                    continue
                low, high = percentile_interval(drawn[method][metric] - drawn[baseline][metric])
                rows.append(
                    {
                        "task": stage.task,
                        "horizon_months": stage.horizon,
                        "split": stage.split,
                        "method": method,
                        "metric": metric,
                        "baseline": baseline,
                        "difference": gap,
                        "low": _known(low),
                        "high": _known(high),
                        "n": stage.n,
                    }
                )
    table = OUTPUTS["backtest_differences"]
    return table.conform(pa.Table.from_pylist(rows, schema=table.empty().schema)) if rows else table.empty()


def _row(stage: Stage, measured: Measured, drawn: Resampled, method: str, metric: str) -> dict[str, object]:
    value = measured[method][metric]
    low, high = percentile_interval(drawn[method][metric])
    row: dict[str, object] = {
        "task": stage.task,
        "horizon_months": stage.horizon,
        "split": stage.split,
        "method": method,
        "metric": metric,
        "value": value,
        "low": _known(low),
        "high": _known(high),
        "n": stage.n,
        "baseline": None,
        "difference": None,
        "difference_low": None,
        "difference_high": None,
    }
    base = measured.get(stage.baseline, {}).get(metric, float("nan"))
    if method != stage.baseline and not np.isnan(base):
        low, high = percentile_interval(drawn[method][metric] - drawn[stage.baseline][metric])
        row |= {"baseline": stage.baseline, "difference": value - base}
        row |= {"difference_low": _known(low), "difference_high": _known(high)}
    return row


def _known(value: float) -> float | None:
    return None if np.isnan(value) else value
