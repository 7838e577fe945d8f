"""Ranking measures on many resamples at once: sort once, then cumulative weights.

Each agrees with its namesake in `valuecast.metrics` when every customer is drawn once (a test says so).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from valuecast.evaluation.intervals import Weights, ratio, running_totals
from valuecast.metrics import Bools, Floats

Places = NDArray[np.int64]


@dataclass(frozen=True)
class Ranking:
    """Customers in falling order, with the ends of each run of ties.

    Parameters
    ----------
    order : ndarray (n,)
        Rows, best first.
    positive : ndarray (p,)
        Places of the positives in that order.
    ends : ndarray (groups,)
        Place after the last of each run of tied customers.
    first, last : ndarray (p,)
        Place of the first, and after the last, customer tied with each positive.
    positives_before : ndarray (n + 1,)
        Positives among the first so many.
    """

    order: Places
    positive: Places
    ends: Places
    first: Places
    last: Places
    positives_before: Places


def rank(actual: Bools, ranking: Floats) -> Ranking:
    """Sort once; a ranking of ``-inf`` is last."""
    order = np.argsort(-ranking, kind="stable")
    ranked, hit = ranking[order], actual[order]
    ends = np.flatnonzero(np.append(ranked[1:] != ranked[:-1], True)) + 1
    positive = np.flatnonzero(hit)
    group = np.searchsorted(ends, positive, side="right")
    starts = np.concatenate([[0], ends[:-1]])
    return Ranking(order, positive, ends, starts[group], ends[group], np.concatenate([[0], np.cumsum(hit)]))


def resampled(ranking: Ranking, weights: Weights, cuts: dict[str, int]) -> dict[str, Floats]:
    """AUC, average precision, R-precision and precision at each cut, on every resample.

    Parameters
    ----------
    ranking : Ranking
    weights : ndarray (n, draws)
        How often each row was drawn.
    cuts : dict of str to int
        Metric name and number of customers it looks at; fewer where a resample holds fewer.

    Returns
    -------
    dict of str to ndarray (draws,)
        NaN where a resample lacks a class.
    """
    drawn = running_totals(weights, ranking.order)
    hits = running_totals(weights, ranking.order[ranking.positive])
    weight = np.diff(hits, axis=0).astype(np.float64)
    hits_to_end = hits[ranking.positives_before[ranking.last]]
    precision = hits_to_end / np.maximum(drawn[ranking.last], 1)
    total_hits, total = hits[-1].astype(np.float64), drawn[-1].astype(np.float64)
    others_above = drawn[ranking.first] - hits[ranking.positives_before[ranking.first]]
    others_to_end = drawn[ranking.last] - hits_to_end
    below = (total - total_hits) - (others_above.astype(np.float64) + others_to_end) / 2
    found = {
        "auc": ratio((weight * below).sum(axis=0), total_hits * (total - total_hits)),
        "average_precision": ratio((weight * precision).sum(axis=0), total_hits),
        "r_precision": _precision_within(ranking, drawn, hits, total_hits),
    }
    for name, k in cuts.items():
        found[name] = _precision_within(ranking, drawn, hits, np.minimum(float(k), total))
    return found


def _precision_within(ranking: Ranking, drawn: Weights, hits: Weights, k: Floats) -> Floats:
    """Precision among the first ``k`` (draws,) of each resample, expected over the ties at the edge."""
    group = _first_reaching(drawn, ranking.ends, k)
    column = np.arange(drawn.shape[1])
    end = ranking.ends[group]
    start = np.where(group > 0, ranking.ends[group - 1], 0)
    size = drawn[end, column].astype(np.float64) - drawn[start, column]
    before = hits[ranking.positives_before[start], column].astype(np.float64)
    within = hits[ranking.positives_before[end], column] - before
    filled = np.where(size > 0, (k - drawn[start, column]) / np.where(size > 0, size, 1.0), 0.0)
    return ratio(before + filled * within, k)


def _first_reaching(drawn: Weights, ends: Places, k: Floats) -> Places:
    """Index of the first run of ties by whose end at least ``k`` were drawn, by bisection in every column at once."""
    column = np.arange(drawn.shape[1])
    low, high = np.zeros(len(column), dtype=np.int64), np.full(len(column), len(ends) - 1, dtype=np.int64)
    while (low < high).any():
        middle = (low + high) // 2
        enough = drawn[ends[middle], column] >= k
        high = np.where(enough, middle, high)
        low = np.where(enough, low, np.minimum(middle + 1, high))
    return low
