"""Spearman's ρ on many resamples at once: the ranks are made anew in each."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from valuecast.evaluation.intervals import Weights, ratio, running_totals
from valuecast.metrics import Floats


def resampled_spearman(actual: Floats, forecasts: Mapping[str, Floats], weights: Weights) -> dict[str, Floats]:
    """Rank correlation of each forecast (n,) with what happened (n,), on every resample.

    Parameters
    ----------
    weights : ndarray (n, draws)
        How often each row was drawn.

    Returns
    -------
    dict of str to ndarray (draws,)
        NaN where a resample does not vary.
    """
    truth = _centred_ranks(actual, weights)
    spread = np.einsum("ij,ij,ij->j", weights, truth, truth, dtype=np.float64)
    found = {}
    for name, forecast in forecasts.items():
        stated = _centred_ranks(forecast, weights)
        both = np.einsum("ij,ij,ij->j", weights, stated, truth, dtype=np.float64)
        own = np.einsum("ij,ij,ij->j", weights, stated, stated, dtype=np.float64)
        found[name] = ratio(both, np.sqrt(own * spread))
    return found


def _centred_ranks(values: Floats, weights: Weights) -> Weights:
    """Midranks of each row in each resample, less their mean, in units of the number drawn, (n, draws)."""
    order = np.argsort(values, kind="stable")
    ends = np.flatnonzero(np.append(np.diff(values[order]) != 0, True)) + 1
    starts = np.concatenate([[0], ends[:-1]])
    totals = running_totals(weights, order)
    group = np.empty(len(values), dtype=np.int64)
    group[order] = np.repeat(np.arange(len(ends)), ends - starts)
    middle = ((totals[starts] + totals[ends]) / 2 - totals[-1] / 2) / np.maximum(totals[-1], 1)
    centred: Weights = middle[group]
    return centred
