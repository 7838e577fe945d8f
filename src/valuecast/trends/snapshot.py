"""What is known of every customer at one instant, for one horizon, as arrays in a fixed order.

The tables between steps are long; a `Panel` lays them out once as windows × customers, and a `Snapshot` is one
row of it. Customers are always in the order of their ids, so the order of input rows cannot matter.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from valuecast.trends.classes import Floats

VALUE_INDEX = "percentile_index"
HEALTH = "health"


@dataclass(frozen=True)
class Snapshot:
    """One window and horizon. Every array has one entry a customer; NaN is unknown.

    Parameters
    ----------
    window_id : str
    horizon : int
        Length of the future window [months].
    customers : array of str
        Sorted.
    active : array of bool
        Active at least once in the past window. The inactive have no score and no propensity.
    past, future : array
        Value over the horizon's length before and from the window's as_of [value].
    value_index, health : array
        Scores now [0 to 100].
    propensity : array
        Calibrated probability of being high-value [0 to 1].
    signals : mapping of str to array
        The signals that the methods asked for.
    monthly : array of shape (n, months)
        Value in each whole month before as_of, the last month first; as many as the data cover [value].
    ended : array of shape (n, months)
        The same for the months between windows that had ended by as_of: ``monthly``, save for today, where windows
        are counted back from an earlier day [value].
    months_ago : int
        How long before the day from which windows are counted back this one is; 0 for today [months].
    places : array of int
        Position of each customer among all, so that snapshots of different windows can be matched.
    """

    window_id: str
    horizon: int
    customers: NDArray[np.object_]
    active: NDArray[np.bool_]
    past: Floats
    future: Floats
    value_index: Floats
    health: Floats
    propensity: Floats
    signals: Mapping[str, Floats]
    monthly: Floats = field(default_factory=lambda: np.zeros((0, 0)))
    ended: Floats = field(default_factory=lambda: np.zeros((0, 0)))
    months_ago: int = 0
    places: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, dtype=np.int64))


@dataclass(frozen=True)
class Panel:
    """All windows × all customers. ``past`` and ``future`` are by horizon; the rest holds for every horizon.

    ``monthly`` has shape (customers, months), the last month before ``today`` first; ``ended`` is the same before the
    day from which windows are counted back, and ``months_ago`` how long before that day each window is.
    """

    windows: Sequence[str]
    customers: NDArray[np.object_]
    past: Mapping[int, Floats]
    future: Mapping[int, Floats]
    active: NDArray[np.bool_]
    value_index: Floats
    health: Floats
    propensity: Floats
    signals: Mapping[str, Floats]
    monthly: Floats
    ended: Floats
    months_ago: Mapping[str, int]
    today: str

    def known(self, horizon: int) -> frozenset[str]:
        """The windows whose labels give a future value at this horizon."""
        rows = zip(self.windows, self.future[horizon], strict=True)
        return frozenset(window for window, future in rows if np.isfinite(future).any())

    def snapshot(self, window_id: str, horizon: int) -> Snapshot:
        """One window for one horizon, with the customers that have a label row there."""
        row = list(self.windows).index(window_id)
        here = np.flatnonzero(np.isfinite(self.past[horizon][row]))
        ended = self.ended[here, self.months_ago[window_id] :]
        return Snapshot(
            window_id=window_id,
            horizon=horizon,
            customers=self.customers[here],
            active=self.active[row][here],
            past=self.past[horizon][row][here],
            future=self.future[horizon][row][here],
            value_index=self.value_index[row][here],
            health=self.health[row][here],
            propensity=self.propensity[row][here],
            signals={name: grid[row][here] for name, grid in self.signals.items()},
            monthly=self.monthly[here] if window_id == self.today else ended,
            ended=ended,
            months_ago=self.months_ago[window_id],
            places=here,
        )


def lay_out(
    labels: pa.Table,
    scores: pa.Table,
    predictions: pa.Table,
    signals: pa.Table,
    months: pa.Table,
    *,
    windows: Mapping[str, int],
    horizons: Sequence[int],
    propensity: str,
    wanted: Sequence[str],
    today: str,
    months_back: pa.Table,
) -> Panel:
    """Lay the long tables out as windows × customers.

    Parameters
    ----------
    windows : mapping of str to int
        Ids of the windows to lay out, and how long before the day from which windows are counted back each is, 0 for
        today [months]; rows of others are passed over.
    months, months_back : pyarrow.Table
        MONTHS before today's as_of, and before the day from which windows are counted back.
    today : str
        Which of the windows is today.
    labels, scores, predictions, signals : pyarrow.Table
        By their contracts. Of the scores, the value index and health are read; of the predictions, the raw output of
        the model ``propensity``; of the signals, those ``wanted`` (one that the table lacks is unknown throughout).
    """
    window_ids = pa.array(list(windows), pa.string())
    customers = pc.unique(labels["customer_id"]).sort()

    def grid(table: pa.Table, column: str) -> Floats:
        filled = np.full((len(window_ids), len(customers)), np.nan)
        if column not in table.column_names or not table.num_rows:
            return filled
        row = pc.index_in(table["window_id"], value_set=window_ids)
        place = pc.index_in(table["customer_id"], value_set=customers)
        known = pc.and_(pc.and_(row.is_valid(), place.is_valid()), table[column].is_valid())
        values = pc.cast(pc.filter(table[column], known), pa.float64()).to_numpy()
        filled[pc.filter(row, known).to_numpy(), pc.filter(place, known).to_numpy()] = values
        return filled

    by_horizon = {months: labels.filter(pc.field("horizon_months") == months) for months in horizons}
    return Panel(
        windows=tuple(windows),
        customers=np.array(customers.to_pylist(), dtype=object),
        past={months: grid(table, "past_value") for months, table in by_horizon.items()},
        future={months: grid(table, "future_value") for months, table in by_horizon.items()},
        active=grid(signals, "active") == 1.0,
        value_index=grid(scores.filter(pc.field("score") == VALUE_INDEX), "value"),
        health=grid(scores.filter(pc.field("score") == HEALTH), "value"),
        propensity=grid(predictions.filter(pc.field("model") == propensity), "raw"),
        signals={name: grid(signals, name) for name in wanted},
        monthly=_monthly(months, customers),
        ended=_monthly(months_back, customers),
        months_ago=windows,
        today=today,
    )


def _monthly(months: pa.Table, customers: pa.Array) -> Floats:
    place = pc.index_in(months["customer_id"], value_set=customers)
    known = months.filter(place.is_valid())
    length = pc.max(months["months_ago"]).as_py()
    laid = np.zeros((len(customers), 0 if length is None else int(length) + 1))
    laid[pc.drop_null(place).to_numpy(), known["months_ago"].to_numpy()] = known["value"].to_numpy()
    return laid
