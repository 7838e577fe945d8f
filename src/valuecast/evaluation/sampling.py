"""What it costs that only some customers were brought out of the engine: measured, not supposed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from valuecast import metrics
from valuecast.contracts import OUTPUTS
from valuecast.contracts.streams import stream
from valuecast.evaluation.intervals import Weights, percentile_interval, ratio, resamples
from valuecast.evaluation.rankings import rank, resampled
from valuecast.metrics import Bools, Floats

_RANKED = ("auc", "average_precision", "r_precision")


@dataclass(frozen=True)
class Scored:
    """What a model said of some customers and what happened: all (n,)."""

    actual: Bools
    probability: Floats
    called: Bools


def sample_effect(
    drawn: Scored, raw: Floats, half: Floats | None, everybody: Scored, *, bootstrap: int, seed: int
) -> pa.Table:
    """The chosen model in the test window on the customers drawn, on everybody, and learned from half of those drawn.

    ``drawn`` against ``everybody`` says how far the evidence of this run is off because it was measured on some;
    ``half`` against ``raw``, the same model learned from half of the customers drawn, says what learning from half as
    many costs. Learning from twice as many gains less than that, because what is gained falls with every doubling.

    Parameters
    ----------
    drawn, everybody : Scored
        Labelled customers of the test window.
    raw, half : ndarray (n,)
        The model's own output for those drawn, and that of the same model learned from half; None where half could
        not teach.

    Returns
    -------
    pyarrow.Table
        Contract ``sample_effect``.
    """
    intervals, gaps = _resampled(drawn, raw, half, bootstrap, seed)
    here, there = _measured(drawn), _measured(everybody)
    learned = {} if half is None else {n: _ranking(drawn, half)[n] - _ranking(drawn, raw)[n] for n in _RANKED}
    rows = []
    for name, value in here.items():
        low, high = percentile_interval(intervals[name])
        half_low, half_high = percentile_interval(gaps[name]) if name in gaps else (float("nan"), float("nan"))
        figures = {
            "drawn": value,
            "low": low,
            "high": high,
            "everybody": there[name],
            "half_difference": learned.get(name, float("nan")),
            "half_low": half_low,
            "half_high": half_high,
        }
        known = {key: None if np.isnan(figure) else figure for key, figure in figures.items()}
        rows.append({"metric": name, "customers_drawn": len(drawn.actual), "customers": len(everybody.actual)} | known)
    table = OUTPUTS["sample_effect"]
    return table.conform(pa.Table.from_pylist(rows, schema=table.empty().schema))


def _measured(rows: Scored) -> dict[str, float]:
    return _ranking(rows, rows.probability) | {
        "precision": metrics.precision_score(rows.actual, rows.called),
        "recall": metrics.recall_score(rows.actual, rows.called),
        "brier": metrics.brier_loss(rows.actual, rows.probability),
    }


def _ranking(rows: Scored, by: Floats) -> dict[str, float]:
    return {
        "auc": metrics.auc_score(rows.actual, by),
        "average_precision": metrics.average_precision_score(rows.actual, by),
        "r_precision": metrics.r_precision_score(rows.actual, by),
    }


def _resampled(
    drawn: Scored, raw: Floats, half: Floats | None, draws: int, seed: int
) -> tuple[dict[str, Floats], dict[str, Floats]]:
    """Every measure of those drawn, and every difference that half makes, on resamples of the customers."""
    orders = {"own": rank(drawn.actual, drawn.probability), "raw": rank(drawn.actual, raw)}
    if half is not None:
        orders["half"] = rank(drawn.actual, half)
    found: list[dict[str, Floats]] = []
    gaps: list[dict[str, Floats]] = []
    for weights in resamples(len(drawn.actual), draws, stream("sample_intervals", seed)):
        each = {name: resampled(order, weights, {}) for name, order in orders.items()}
        found.append(each["own"] | _answers(drawn, weights))
        if half is not None:
            gaps.append({name: each["half"][name] - each["raw"][name] for name in _RANKED})
    return _joined(found), _joined(gaps)


def _answers(rows: Scored, weights: Weights) -> dict[str, Floats]:
    hit = rows.actual & rows.called
    loss = (rows.probability - rows.actual) ** 2
    columns = (hit, rows.called, rows.actual, loss)
    hits, called, actual, lost = (column.astype(np.float64) @ weights for column in columns)
    total = weights.sum(axis=0, dtype=np.float64)
    return {"precision": ratio(hits, called), "recall": ratio(hits, actual), "brier": ratio(lost, total)}


def _joined(blocks: list[dict[str, Floats]]) -> dict[str, Floats]:
    return {name: np.concatenate([block[name] for block in blocks]) for name in (blocks[0] if blocks else {})}
