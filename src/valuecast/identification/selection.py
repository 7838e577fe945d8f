"""Which model and setting: by average precision on the validation windows, and the simplest that is as good."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from valuecast.identification.observations import Observations, stretches
from valuecast.metrics import Floats, average_precision_score

_GROUPS = 20


@dataclass(frozen=True)
class Entry:
    """A model on the validation windows: its setting (a blend has none), and its output for every row of them."""

    model: str
    setting: float | None
    raw: Floats


@dataclass(frozen=True)
class Selection:
    """The chosen model, and the table it was chosen from.

    ``table``: model, setting, mean_average_precision, shortfall (from the best), shortfall_se, chosen.
    """

    chosen: str
    table: pa.Table


def mean_average_precision(rows: Observations, raw: Floats) -> float:
    """Average precision in each validation window, averaged; windows without a high-value customer do not count."""
    actual = rows.actual
    return _mean([average_precision_score(actual[w], raw[w]) for w in stretches(rows.window)])


def select(entries: Sequence[Entry], rows: Observations, rng: np.random.Generator) -> Selection:
    """The simplest model whose shortfall from the best is within one standard error of that shortfall.

    The error of the paired shortfall comes from a delete-a-group jackknife over customers (20 groups; a customer
    leaves with all its windows). The error of the average precision itself would mostly measure how
    hard the windows were, which is the same for every model, and would favour the simplest too much.

    Parameters
    ----------
    entries : sequence of Entry
        Simplest model first; each with its output for ``rows``.
    rows : Observations
        The labelled validation rows; when there are none, the simplest is chosen.
    """
    if not len(rows.y):
        return _selection(entries, {}, {}, entries[0].model)
    mean = {entry.model: mean_average_precision(rows, entry.raw) for entry in entries}
    best = max(entries, key=lambda entry: mean[entry.model] if mean[entry.model] == mean[entry.model] else -1.0)
    parts = _parts(rows, rng)
    error = {entry.model: _shortfall_error(entry, best, rows, parts) for entry in entries}
    within = [e.model for e in entries if mean[best.model] - mean[e.model] <= error[e.model]]
    return _selection(entries, mean, error, within[0] if within else entries[0].model)


def empty() -> pa.Table:
    """The selection table without rows."""
    return _selection([], {}, {}, "").table


def _shortfall_error(entry: Entry, best: Entry, rows: Observations, parts: np.ndarray) -> float:
    if entry is best:
        return 0.0
    spread = _without_each(best, rows, parts) - _without_each(entry, rows, parts)
    if len(spread) < 2 or np.isnan(spread).any():
        return float("inf")
    return float(np.sqrt((len(spread) - 1) / len(spread) * ((spread - spread.mean()) ** 2).sum()))


def _without_each(entry: Entry, rows: Observations, parts: np.ndarray) -> Floats:
    """The mean average precision when each part of the customers is left out in turn, (parts,)."""
    actual, windows = rows.actual, stretches(rows.window)
    return np.array(
        [
            _mean([average_precision_score(actual[w][kept[w]], entry.raw[w][kept[w]]) for w in windows])
            for kept in (parts != part for part in np.unique(parts))
        ]
    )


def _mean(scores: Sequence[float]) -> float:
    """Mean of those that are known; ``nan`` when none is."""
    known = [score for score in scores if not np.isnan(score)]
    return float(np.mean(known)) if known else float("nan")


def _parts(rows: Observations, rng: np.random.Generator) -> np.ndarray:
    customers, place = np.unique(rows.customer, return_inverse=True)
    part: np.ndarray = rng.permutation(np.arange(len(customers)) % _GROUPS)[place]
    return part


def _selection(
    entries: Sequence[Entry], mean: Mapping[str, float], error: Mapping[str, float], chosen: str
) -> Selection:
    known = [value for value in mean.values() if not np.isnan(value)]
    best = max(known) if known else None
    average = [None if np.isnan(mean.get(e.model, float("nan"))) else mean[e.model] for e in entries]
    table = pa.table(
        {
            "model": pa.array([e.model for e in entries], pa.string()),
            "setting": pa.array([e.setting for e in entries], pa.float64()),
            "mean_average_precision": pa.array(average, pa.float64()),
            "shortfall": pa.array([None if a is None or best is None else best - a for a in average], pa.float64()),
            "shortfall_se": pa.array([error.get(e.model) for e in entries], pa.float64()),
            "chosen": pa.array([e.model == chosen for e in entries], pa.bool_()),
        }
    )
    return Selection(chosen, table)
