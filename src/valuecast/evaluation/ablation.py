"""What each dimension is worth to the chosen model, on the months it was tested on."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from threadpoolctl import threadpool_limits

from valuecast import metrics
from valuecast.contracts import OUTPUTS
from valuecast.contracts.streams import stream
from valuecast.evaluation.intervals import percentile_interval, resamples
from valuecast.evaluation.rankings import rank, resampled


def evaluate_ablation(
    ablated: pa.Table,
    labels: pa.Table,
    window_id: str,
    *,
    horizon: int,
    everything: str,
    bootstrap: int,
    seed: int,
) -> pa.Table:
    """Average precision without each dimension, and what that loses against everything, paired by customer.

    Signals of different dimensions can stand in for each other, so that each loss may be small although
    together they carry the model; a loss that is above zero means that the dimension did harm in this window.

    Parameters
    ----------
    ablated : pyarrow.Table
        ``customer_id``, ``left_out``, ``raw`` for the customers of the window.
    labels, window_id, horizon
        Contract LABELS; the test window; length of its future [months].
    everything : str
        ``left_out`` of the rows from the model with every signal.
    bootstrap, seed : int
        Resamples of customers, and their seed.

    Returns
    -------
    pyarrow.Table
        Contract ``ablation``; empty where the window holds one class.
    """
    table = OUTPUTS["ablation"]
    subset = labels.filter(
        pc.and_(
            pc.and_(pc.equal(labels["window_id"], window_id), pc.equal(labels["horizon_months"], horizon)),
            pc.is_valid(labels["high_value"]),
        )
    )
    truth = dict(zip(subset["customer_id"].to_pylist(), subset["high_value"].to_pylist(), strict=True))
    frame = ablated.to_pandas().sort_values(["left_out", "customer_id"], kind="stable")
    frame = frame[frame["customer_id"].isin(truth)]
    actual = np.array([truth[c] for c in frame.loc[frame["left_out"] == everything, "customer_id"]], dtype=np.bool_)
    if len(np.unique(actual)) < 2:
        return table.empty()
    raw = {name: part["raw"].to_numpy(dtype=np.float64) for name, part in frame.groupby("left_out", sort=True)}
    ranked = {name: rank(actual, each) for name, each in raw.items()}
    value = {name: metrics.average_precision_score(actual, each) for name, each in raw.items()}
    drawn: dict[str, list[metrics.Floats]] = {name: [] for name in raw}
    with threadpool_limits(1, user_api="blas"):
        for weights in resamples(len(actual), bootstrap, stream("ablation_intervals", seed)):
            for name in raw:
                drawn[name].append(resampled(ranked[name], weights, {})["average_precision"])
    whole = np.concatenate(drawn[everything])
    rows = []
    for name in raw:
        low, high = percentile_interval(np.concatenate(drawn[name]) - whole)
        if name != everything:
            rows.append((name, value[name], value[name] - value[everything], low, high, len(actual)))
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(table.names)
    return table.conform(
        pa.table({n: pa.array(c, t.type) for n, c, t in zip(table.names, columns, table.empty().schema, strict=True)})
    )
