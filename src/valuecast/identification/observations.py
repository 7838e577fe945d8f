"""Signals and labels side by side: one row for each active customer at each anchor, in one fixed order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from valuecast.contracts import SIGNAL_CATALOGUE
from valuecast.metrics import Bools, Floats, midranks

_TWIN = "percentile of "


@dataclass(frozen=True)
class Outcome:
    """What happened to customers whose future is known.

    Parameters
    ----------
    high : ndarray of bool (n,)
        High-value or not.
    value : ndarray (n,)
        Future value [value].
    """

    high: Bools
    value: Floats


@dataclass(frozen=True)
class Observations:
    """What may be learned from and predicted for.

    Parameters
    ----------
    window, customer : ndarray of object (n,)
        The anchor; rows ascend by window, then customer.
    x : ndarray (n, signals)
        Signals, NaN where unknown; columns are ``names``.
    y, value : ndarray (n,)
        1 high-value, 0 not, and the future value; NaN where the future is not known.
    names : tuple of str
        Signals, in the order of the catalogue; unknown names follow alphabetically.
    """

    window: np.ndarray
    customer: np.ndarray
    x: Floats
    y: Floats
    value: Floats
    names: tuple[str, ...]

    def of(self, windows: Iterable[str], *, labelled: bool = False) -> Observations:
        """The rows of some windows; with ``labelled``, only those whose future is known."""
        keep = np.isin(self.window, sorted(windows))
        return self.rows(keep & ~np.isnan(self.y) if labelled else keep)

    def rows(self, keep: Bools) -> Observations:
        """The rows marked true."""
        return Observations(
            self.window[keep], self.customer[keep], self.x[keep], self.y[keep], self.value[keep], self.names
        )

    def columns(self, names: Sequence[str]) -> Floats:
        """Some of the signals or of their percentile twins, (n, len(names)); a twin's window must be complete."""
        if tuple(names) == self.names:
            return self.x
        found = np.empty((len(self.x), len(names)))
        each = stretches(self.window)
        for place, name in enumerate(names):
            column = self.x[:, self.names.index(signal_of(name))]
            found[:, place] = _percentiles(column, each) if name.startswith(_TWIN) else column
        return found

    @property
    def actual(self) -> Bools:
        """High-value or not; the rows must be labelled."""
        return np.asarray(self.y == 1.0, dtype=np.bool_)

    @property
    def outcome(self) -> Outcome:
        """What happened; the rows must be labelled."""
        return Outcome(self.actual, self.value)

    @property
    def one_class(self) -> bool:
        """Whether there is nothing to tell apart."""
        return len(np.unique(self.y)) < 2


def observe(signals: pa.Table, labels: pa.Table, *, horizon: int, informative: frozenset[str]) -> Observations:
    """Join the active rows of SIGNALS with the LABELS of one horizon.

    Parameters
    ----------
    signals, labels : pyarrow.Table
        Contracts SIGNALS and LABELS; an anchor without a label gets NaN.
    horizon : int
        Length of the future window [months].
    informative : frozenset of str
        Signals to keep; names without a column are ignored.
    """
    names = _ordered(informative & frozenset(signals.column_names))
    active = signals.filter(signals["active"]).select(["window_id", "customer_id", *names])
    wanted = labels.filter(pc.equal(labels["horizon_months"], horizon)).select(
        ["window_id", "customer_id", "high_value", "future_value"]
    )
    joined = active.join(wanted, ["window_id", "customer_id"], join_type="left outer").combine_chunks()
    joined = joined.sort_by([("window_id", "ascending"), ("customer_id", "ascending")])
    return Observations(
        _objects(joined["window_id"]),
        _objects(joined["customer_id"]),
        np.column_stack([_floats(joined[name]) for name in names]) if names else np.zeros((joined.num_rows, 0)),
        _floats(joined["high_value"]),
        _floats(joined["future_value"]),
        names,
    )


def percentile_of(signal: str) -> str:
    """Name of the column with a signal's percentile among the active customers of its window."""
    return _TWIN + signal


def signal_of(column: str) -> str:
    """The signal that a model's column comes from.

    >>> signal_of(percentile_of("minutes"))
    'minutes'
    """
    return column.removeprefix(_TWIN)


def stretches(window: np.ndarray) -> list[slice]:
    """Where each window's rows lie, for rows in the order of their windows.

    >>> stretches(np.array(["W1", "W1", "W2"], dtype=object))
    [slice(0, 2, None), slice(2, 3, None)]
    """
    edges = np.flatnonzero(window[1:] != window[:-1]) + 1
    ends = [0, *edges.tolist(), len(window)]
    return [slice(low, high) for low, high in pairwise(ends) if high > low]


def _percentiles(column: Floats, each: Sequence[slice]) -> Floats:
    """``(midrank − ½) / known`` within each window [0 to 1]; NaN where unknown."""
    found = np.full(len(column), np.nan)
    for rows in each:
        known = ~np.isnan(column[rows])
        found[rows][known] = (midranks(column[rows][known]) - 0.5) / max(int(known.sum()), 1)
    return found


def _ordered(names: frozenset[str]) -> tuple[str, ...]:
    known = [name for name in SIGNAL_CATALOGUE if name in names]
    return (*known, *sorted(names - set(known)))


def _objects(column: pa.ChunkedArray) -> np.ndarray:
    values: np.ndarray = column.to_numpy(zero_copy_only=False)
    return values.astype(object)


def _floats(column: pa.ChunkedArray) -> Floats:
    values: Floats = column.cast(pa.float64()).to_numpy(zero_copy_only=False)
    return np.where(np.isfinite(values), values, np.nan)
