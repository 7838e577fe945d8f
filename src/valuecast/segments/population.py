"""Today's customers as columns of numbers, in the order of their ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from valuecast.contracts import SIGNAL_CATALOGUE

DORMANT = "Dormant"
"""The segment of whoever was not active in the past window."""

_BOUNDED = frozenset({"0 to 1", "-1 to 1", "0 to 10", "per week"})
"""Units that need no logarithm."""

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Population:
    """Today's customers, sorted by id.

    Parameters
    ----------
    ids : tuple of str
        Every customer, active or not.
    active : ndarray of bool, shape (customers,)
    columns : mapping of str to ndarray of float, shape (customers,)
        Signals; NaN is unknown.
    """

    ids: tuple[str, ...]
    active: NDArray[np.bool_]
    columns: Mapping[str, Floats]

    def column(self, name: str) -> Floats:
        """A signal; unknown for all where the source lacks it."""
        return self.columns.get(name, np.full(len(self.ids), np.nan))

    @property
    def value(self) -> Floats:
        """Value in the past window; the unknown count as none [value]."""
        return np.nan_to_num(self.column("value"), nan=0.0)

    def present(self, names: Iterable[str]) -> tuple[str, ...]:
        """Those of the named signals that there are, in the order of the catalogue."""
        wanted = set(names)
        return tuple(name for name in SIGNAL_CATALOGUE if name in wanted and name in self.columns)


def population(signals: pa.Table) -> Population:
    """Read SIGNALS of one window: ``customer_id``, ``active`` and the signals that are there."""
    table = signals.combine_chunks().sort_by([("customer_id", "ascending")])
    columns = {name: _numbers(table, name) for name in SIGNAL_CATALOGUE if name in table.column_names}
    active = np.array(table["active"].to_pylist(), dtype=np.bool_)
    return Population(tuple(table["customer_id"].to_pylist()), active, columns)


def standardised(people: Population, names: Sequence[str]) -> Floats:
    """Signals of the active customers with mean 0 and standard deviation 1.

    Amounts (anything but shares, ratings and slopes) go through sign(x) log(1 + |x|) first, as their tails are long.
    The unknown take the median of the known; a signal that is the same for all becomes 0.

    Returns
    -------
    ndarray of float, shape (active customers, signals)
    """
    columns = [_standard(_logged(people.column(name)[people.active], name)) for name in names]
    return np.column_stack(columns) if columns else np.zeros((int(people.active.sum()), 0))


def distinct(matrix: Floats) -> int:
    """How many different rows there are."""
    return len(np.unique(matrix, axis=0)) if matrix.size else min(1, len(matrix))


def _logged(values: Floats, name: str) -> Floats:
    bounded = SIGNAL_CATALOGUE[name].unit in _BOUNDED
    return values if bounded else np.sign(values) * np.log1p(np.abs(values))


def _standard(values: Floats) -> Floats:
    known = np.isfinite(values)
    if not known.any():
        return np.zeros(len(values))
    filled = np.where(known, values, np.median(values[known]))
    spread = float(filled.std())
    return (filled - filled.mean()) / spread if spread > 1e-12 else np.zeros(len(values))


def _numbers(table: pa.Table, name: str) -> Floats:
    values: Floats = table[name].cast(pa.float64()).to_numpy().astype(np.float64)
    return values
