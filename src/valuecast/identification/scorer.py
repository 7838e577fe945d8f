"""The chosen model with all that it takes to score further customers of one window, batch by batch.

`identify` learns on the customers that were brought out of the engine. Where those are a sample, the others are scored
by the same fitted model, the same curve and the same cut-offs, each row by itself: in batches of any size, here or on
the workers of a cluster, and as SQL where the model is linear (`formula`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from threadpoolctl import threadpool_limits

from valuecast.identification.calibration import Calibrator
from valuecast.identification.candidates import Fitted
from valuecast.identification.observations import Observations, percentile_of, signal_of
from valuecast.identification.thresholds import TIERS, listed
from valuecast.metrics import Floats

SCORED = pa.schema(
    [("customer_id", pa.string()), ("probability", pa.float64()), ("high_value", pa.bool_()), ("tier", pa.string())]
)
"""What comes out for each customer."""


@dataclass(frozen=True)
class Ranks:
    """A signal's percentile in one window, learned from some of its customers.

    Parameters
    ----------
    values : ndarray (k,)
        Distinct known values, ascending [the signal's unit].
    at, below : ndarray (k,), (k + 1,)
        Percentile of each value, and of what lies below it but above the one before [0 to 1].
    """

    values: Floats
    at: Floats
    below: Floats

    def of(self, column: Floats) -> Floats:
        """``(share below) + (share equal) / 2``, (n,); NaN where unknown."""
        if not len(self.values):
            return np.full(len(column), np.nan)
        place = np.searchsorted(self.values, column)
        nearest = np.minimum(place, len(self.values) - 1)
        found = np.where(self.values[nearest] == column, self.at[nearest], self.below[place])
        return np.where(np.isnan(column), np.nan, found)


def ranks(column: Floats) -> Ranks:
    """Learn percentiles from one window's values, NaN where unknown.

    >>> ranks(np.array([1.0, 2.0, 2.0, 4.0])).of(np.array([1.0, 2.0, 3.0, 9.0])).tolist()
    [0.125, 0.5, 0.75, 1.0]
    """
    values, count = np.unique(column[~np.isnan(column)], return_counts=True)
    before = np.concatenate([[0], np.cumsum(count)]).astype(np.float64)
    n = max(float(before[-1]), 1.0)
    # Midrank less a half, as `observations` has it: the same customers get the same bits.
    return Ranks(values, (before[:-1] + (count + 1) / 2 - 0.5) / n, before / n)


@dataclass(frozen=True)
class Scorer:
    """One fitted model, ready for customers that it has not met.

    Parameters
    ----------
    model : str
        Its name.
    names : tuple of str
        The columns it takes: signals, or percentile twins.
    fitted : Fitted
        As learned for the window.
    curve : Calibrator
        Settled for the window.
    precise, broad : float
        Probabilities from which on a customer is on the short and on the long list.
    ranks : mapping of str to Ranks
        By signal, for those of which the twin is taken.
    """

    model: str
    names: tuple[str, ...]
    fitted: Fitted
    curve: Calibrator
    precise: float
    broad: float
    ranks: Mapping[str, Ranks] = field(default_factory=dict)

    @property
    def signals(self) -> tuple[str, ...]:
        """Signals that it reads, each once."""
        return tuple(dict.fromkeys(signal_of(name) for name in self.names))

    def probability(self, rows: pa.RecordBatch) -> Floats:
        """Calibrated probability of being high-value, (n,), from a batch with a column for each of ``signals``."""
        x = np.empty((rows.num_rows, len(self.names)))
        for place, name in enumerate(self.names):
            signal = signal_of(name)
            column = _floats(rows.column(signal))
            x[:, place] = column if name == signal else self.ranks[signal].of(column)
        return self.curve.apply(self.fitted.predict(x))

    def score(self, rows: pa.RecordBatch) -> pa.RecordBatch:
        """Score one batch: ``customer_id`` and signals in, `SCORED` out, in the same order; NaN never comes out."""
        return scored_rows(rows.column("customer_id"), self.probability(rows), self.precise, self.broad)

    def batches(self, incoming: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Score batch after batch, on one thread of the linear algebra, so that no split of the rows can show."""
        for rows in incoming:
            with threadpool_limits(1, user_api="blas"):
                scored = self.score(rows)
            yield scored


def scorer_of(
    model: str,
    names: tuple[str, ...],
    fitted: Fitted,
    raw: Floats,
    curve: Calibrator,
    cuts: tuple[float, float],
    rows: Observations,
) -> Scorer:
    """A scorer for the window of ``rows``, all of the same one, for which the model gave ``raw``.

    ``cuts`` are the precise and the broad one.
    """
    transformed = sorted({signal_of(name) for name in names if name == percentile_of(signal_of(name))})
    learned = {signal: ranks(rows.columns((signal,))[:, 0]) for signal in transformed}
    return Scorer(model, names, fitted, curve.settled(raw), *cuts, learned)


def scored_rows(customer: pa.Array, probability: Floats, precise: float, broad: float) -> pa.RecordBatch:
    """Rows of `SCORED` from probabilities."""
    tiers = pc.take(pa.array(TIERS, pa.string()), pa.array(listed(probability, precise, broad)))
    columns = [customer.cast(pa.string()), pa.array(probability), pa.array(probability >= precise), tiers]
    return pa.RecordBatch.from_arrays(columns, schema=SCORED)


def _floats(column: pa.Array) -> Floats:
    values: Floats = column.cast(pa.float64()).to_numpy(zero_copy_only=False)
    return np.where(np.isfinite(values), values, np.nan)
