"""How well each score and model named the high-value customers of windows it had not seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pyarrow as pa
from threadpoolctl import threadpool_limits

from valuecast import metrics
from valuecast.contracts import OUTPUTS, REFERENCE, baselines
from valuecast.contracts.streams import stream
from valuecast.evaluation.evidence import Evidence, Method, gather
from valuecast.evaluation.intervals import Weights, ratio, resamples
from valuecast.evaluation.rankings import Ranking, rank, resampled
from valuecast.evaluation.rows import Backtest, Stage, difference_rows, metric_rows
from valuecast.metrics import Floats
from valuecast.windows import Fold

BASELINES = baselines("identification")
"""What ``backtest_differences`` compares with: no model at all, and the score and the model on the same two signals."""
SPLITS = ("validation", "test")


def evaluate_identification(
    scores: pa.Table,
    predictions: pa.Table,
    labels: pa.Table,
    folds: Sequence[Fold],
    *,
    horizon: int,
    chosen: str | None,
    share: float,
    bootstrap: int,
    seed: int,
) -> Backtest:
    """Measure every method on the validation windows and on the test window.

    Yes/no answers and Brier scores are counted over all windows of a split; rankings are measured in each window
    and averaged, because a score's scale may differ from window to window. Models are ranked by
    their own output: calibration keeps the order but may tie.

    Parameters
    ----------
    scores, predictions, labels : pyarrow.Table
        Contracts SCORES, PREDICTIONS and LABELS; customers without a ``high_value`` label do not count.
    folds : sequence of Fold
        For ``horizon``.
    horizon : int
        Length of the future window [months].
    chosen : str or None
        The chosen model: it gets a second entry, ``<chosen>_top_share``, that calls the top share of its own
        ranking, and so can be set beside scores that do the same.
    share : float
        Share of customers that counts as high-value [0 to 1].
    bootstrap, seed : int
        Resamples of customers, and their seed.

    Returns
    -------
    Backtest
        Contract ``backtest_metrics``, task ``identification``, with differences against the 2-D score; and contract
        ``backtest_differences`` against each of `BASELINES`.
    """
    parts, paired = [OUTPUTS["backtest_metrics"].empty()], [OUTPUTS["backtest_differences"].empty()]
    with threadpool_limits(1, user_api="blas"):
        for place, split in enumerate(SPLITS):
            evidence = gather(
                scores, predictions, labels, folds, horizon=horizon, chosen=chosen, share=share, split=split
            )
            if evidence.methods:
                drawn = _resampled(evidence, bootstrap, stream("identification_intervals", seed, place))
                stage = Stage("identification", horizon, split, evidence.customers, REFERENCE["identification"])
                measured = {m.name: _measured(m, evidence) for m in evidence.methods}
                parts.append(metric_rows(stage, measured, drawn))
                paired.append(difference_rows(stage, BASELINES, measured, drawn))
    return Backtest(
        OUTPUTS["backtest_metrics"].conform(pa.concat_tables(parts)),
        OUTPUTS["backtest_differences"].conform(pa.concat_tables(paired)),
    )


def _measured(method: Method, evidence: Evidence) -> dict[str, float]:
    actual, called = evidence.actual, method.called
    found = {
        "accuracy": metrics.accuracy_score(actual, called),
        "precision": metrics.precision_score(actual, called),
        "recall": metrics.recall_score(actual, called),
        "f1": metrics.f1_score(actual, called),
    }
    if method.ranking is not None:
        each = [_measured_ranking(actual[w], method.ranking[w]) for w in _windows(evidence)]
        found |= {name: _mean([window[name] for window in each]) for name in each[0]}
    if method.probability is not None and method.raw is not None:
        found["brier"] = metrics.brier_loss(actual, method.probability)
        found["brier_raw"] = metrics.brier_loss(actual, method.raw)
    return found


def _measured_ranking(actual: metrics.Bools, ranking: Floats) -> dict[str, float]:
    tenth = _tenth(len(actual))
    return {
        "auc": metrics.auc_score(actual, ranking),
        "average_precision": metrics.average_precision_score(actual, ranking),
        "r_precision": metrics.r_precision_score(actual, ranking),
        "precision_at_50": metrics.precision_at_k_score(actual, ranking, 50),
        "precision_at_10_percent": metrics.precision_at_k_score(actual, ranking, tenth),
        "lift_at_10_percent": metrics.lift_score(actual, ranking, tenth),
    }


def _resampled(evidence: Evidence, draws: int, rng: np.random.Generator) -> dict[str, dict[str, Floats]]:
    rankings = {
        (m.name, place): rank(evidence.actual[w], m.ranking[w])
        for m in evidence.methods
        if m.ranking is not None
        for place, w in enumerate(_windows(evidence))
    }
    blocks: dict[str, list[Mapping[str, Floats]]] = {method.name: [] for method in evidence.methods}
    for weights in resamples(evidence.customers, draws, rng):
        by_window = [weights[evidence.customer[w]] for w in _windows(evidence)]
        exact = [drawn.astype(np.float64) for drawn in by_window]
        for method in evidence.methods:
            found = _resampled_answers(method, evidence, exact)
            if method.ranking is not None:
                found |= _averaged(
                    [
                        _resampled_ranking(rankings[method.name, place], drawn, evidence.actual[w])
                        for place, (w, drawn) in enumerate(zip(_windows(evidence), by_window, strict=True))
                    ]
                )
            blocks[method.name].append(found)
    return {name: {m: np.concatenate([b[m] for b in found]) for m in found[0]} for name, found in blocks.items()}


def _resampled_answers(method: Method, evidence: Evidence, by_window: Sequence[Floats]) -> dict[str, Floats]:
    actual, called = evidence.actual, method.called
    columns = [actual & called, called, actual, np.ones(len(actual), dtype=np.bool_)]
    hits, calls, events, n = _weighted_sums(np.column_stack(columns).astype(np.float64), evidence, by_window)
    found = {
        "accuracy": ratio(n - calls - events + 2 * hits, n),
        "precision": ratio(hits, calls),
        "recall": ratio(hits, events),
        "f1": ratio(2 * hits, calls + events),
    }
    if method.probability is not None and method.raw is not None:
        errors = np.column_stack([(method.probability - actual) ** 2, (method.raw - actual) ** 2])
        calibrated, raw = _weighted_sums(errors, evidence, by_window)
        found |= {"brier": ratio(calibrated, n), "brier_raw": ratio(raw, n)}
    return found


def _weighted_sums(columns: Floats, evidence: Evidence, by_window: Sequence[Floats]) -> Floats:
    total = np.zeros((columns.shape[1], by_window[0].shape[1]))
    for window, drawn in zip(_windows(evidence), by_window, strict=True):
        total += columns[window].T @ drawn
    return total


def _resampled_ranking(ranking: Ranking, drawn: Weights, actual: metrics.Bools) -> dict[str, Floats]:
    cuts = {"precision_at_10_percent": _tenth(len(actual))} | ({"precision_at_50": 50} if len(actual) >= 50 else {})
    found = resampled(ranking, drawn, cuts)
    prevalence = ratio(drawn[actual].sum(axis=0), drawn.sum(axis=0))
    return found | {"lift_at_10_percent": ratio(found["precision_at_10_percent"], prevalence)}


def _averaged(each: Sequence[Mapping[str, Floats]]) -> dict[str, Floats]:
    """Mean over windows; a measure undefined in some windows of a resample is the mean of the others."""
    averaged = {}
    for name in {name: None for window in each for name in window}:
        stacked = np.stack([window[name] for window in each if name in window])
        known = ~np.isnan(stacked)
        averaged[name] = ratio(np.where(known, stacked, 0.0).sum(axis=0), known.sum(axis=0))
    return averaged


def _mean(values: Sequence[float]) -> float:
    known = [value for value in values if not np.isnan(value)]
    return float(np.mean(known)) if known else float("nan")


def _windows(evidence: Evidence) -> list[slice]:
    """Rows of each window; they lie together."""
    starts = np.flatnonzero(np.diff(evidence.window, prepend=-1))
    return [slice(int(a), int(b)) for a, b in zip(starts, [*starts[1:], len(evidence.window)], strict=True)]


def _tenth(n: int) -> int:
    return max(1, int(np.ceil(n / 10)))
