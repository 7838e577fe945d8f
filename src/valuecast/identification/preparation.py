"""From raw signals to a matrix that a linear model can take, learned on the training rows only."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from valuecast.metrics import Bools, Floats

SKEWED = 1.0
"""Skewness from which a signal that is never negative is taken as log(1 + x)."""


@dataclass(frozen=True)
class Preparation:
    """Logarithm where skewed, median where missing (and a column that says so), mean 0 and deviation 1.

    ``source`` says which signal each column of the prepared matrix came from, (columns,).
    """

    logged: Bools
    median: Floats
    mean: Floats
    scale: Floats
    flagged: Bools
    kept: Bools
    source: np.ndarray

    def apply(self, x: Floats) -> Floats:
        """Prepare signals (n, signals), NaN where unknown, as (n, columns)."""
        columns = _columns(_filled(_logged(x, self.logged), self.median), np.isnan(x), self.flagged)
        prepared: Floats = ((columns - self.mean) / self.scale)[:, self.kept]
        return prepared

    def by_signal(self, added: Floats) -> Floats:
        """Add up what the columns of one signal contributed: (n, columns) to (n, signals)."""
        total = np.zeros((len(added), len(self.logged)))
        for column, signal in enumerate(self.source):
            total[:, signal] += added[:, column]
        return total


def prepare(x: Floats) -> Preparation:
    """Learn the preparation from training rows (n, signals); a signal that does not vary adds no column."""
    logged = np.array([_is_skewed(column) for column in x.T], dtype=np.bool_)
    values = _logged(x, logged)
    known = ~np.isnan(values)
    median = np.array([np.median(c[k]) if k.any() else 0.0 for c, k in zip(values.T, known.T, strict=True)])
    flagged = np.asarray(~known.all(axis=0) & known.any(axis=0), dtype=np.bool_)
    columns = _columns(_filled(values, median), ~known, flagged)
    mean, spread = columns.mean(axis=0), columns.std(axis=0)
    kept = np.asarray(spread > 1e-9 * np.maximum(1.0, np.abs(mean)), dtype=np.bool_)
    signal = np.concatenate([np.arange(x.shape[1]), np.flatnonzero(flagged)])
    return Preparation(logged, median, mean, np.where(kept, spread, 1.0), flagged, kept, signal[kept])


def _is_skewed(column: Floats) -> bool:
    known = column[~np.isnan(column)]
    if not len(known) or known.min() < 0 or not known.std() > 0:
        return False
    standard = (known - known.mean()) / known.std()
    return float((standard * standard * standard).mean()) > SKEWED


def _logged(x: Floats, logged: Bools) -> Floats:
    values = x.copy()
    values[:, logged] = np.log1p(np.maximum(x[:, logged], 0.0))
    return values


def _filled(x: Floats, median: Floats) -> Floats:
    return np.where(np.isnan(x), median, x)


def _columns(filled: Floats, missing: Bools, flagged: Bools) -> Floats:
    return np.column_stack([filled, missing[:, flagged].astype(np.float64)])
