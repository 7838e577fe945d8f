"""Each customer's days and value by month, counted back from ``as_of``: what windows and coverage are made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import ibis
import ibis.expr.types as ir
import numpy as np
import numpy.typing as npt
import pyarrow.compute as pc

from valuecast import portable
from valuecast.audit.calendar import Calendar
from valuecast.windows import months_after

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Months:
    """Customers by month: column ``j`` of the matrices is the month that ends ``j`` months before ``as_of``.

    Parameters
    ----------
    as_of, start : date
        Data before ``as_of`` are in; ``start`` is the first day with activity.
    days : ndarray of int64, shape (customers, months)
        Active days.
    value : ndarray of int64, shape (customers, months)
        Value [thousandths].
    events : ndarray of int64, shape (customers,)
        Events in all [thousandths]; zero where the source has none.
    unrounded : float, optional
        Sum of the sizes of all values before they are rounded to thousandths [value]; None where it is not known.
    rounded : float
        The same after.
    """

    as_of: date
    start: date
    days: Ints
    value: Ints
    events: Ints
    unrounded: float | None = None
    rounded: float = 0.0

    def month(self, j: int) -> date:
        """First day of the month in column ``j``."""
        return months_after(self.as_of, -(j + 1))

    def past(self, back: int, months: int) -> slice:
        """Columns of the ``months`` before the day ``back`` months before ``as_of``."""
        return slice(back, back + months)

    def active(self, back: int, months: int) -> npt.NDArray[np.bool_]:
        """Who was active in those months, shape (customers,)."""
        found: npt.NDArray[np.bool_] = np.asarray((self.days[:, self.past(back, months)] > 0).any(axis=1))
        return found

    def worth(self, back: int, months: int) -> Ints:
        """Value in those months by customer [thousandths], shape (customers,)."""
        found: Ints = self.value[:, self.past(back, months)].sum(axis=1)
        return found


def by_month(activity: ibis.Table, calendar: Calendar, as_of: date | None) -> Months:
    """Count active days and value of each customer in each month before ``as_of`` (the end of the data, if None).

    Months are counted back from ``as_of``, as windows are: the month before 17 October begins on 17 September.

    Parameters
    ----------
    activity : ibis.Table
        Canonical activity with its ``value`` column [value].
    """
    end = as_of or calendar.end
    start = min(calendar.start, end)
    rows = activity.filter(activity.day >= start, activity.day < end)
    rows = rows.mutate(back=_back(rows.day, end))
    each = rows.group_by("customer_id", "back").aggregate(
        days=rows.count(),
        value=portable.thousandths(rows.value).sum().cast("int64"),
        events=portable.thousandths(rows.events).sum().cast("int64"),
        unrounded=rows.value.abs().sum(),
        rounded=portable.exact_sum(rows.value.abs()),
    )
    found = each.to_pyarrow()
    sums = {name: float(pc.sum(found[name]).as_py() or 0.0) for name in ("unrounded", "rounded")}
    length = _months(start, end)
    who = found["customer_id"].combine_chunks().dictionary_encode()
    code, back = who.indices.to_numpy(), found["back"].to_numpy()
    matrices = {name: np.zeros((len(who.dictionary), length), dtype=np.int64) for name in ("days", "value", "events")}
    for name, matrix in matrices.items():
        matrix[code, back] = found[name].fill_null(0).to_numpy()
    return Months(end, start, matrices["days"], matrices["value"], matrices["events"].sum(axis=1), **sums)


def _months(start: date, end: date) -> int:
    length = 0
    while months_after(end, -length) > start:
        length += 1
    return length


def _back(day: ir.DateValue, end: date) -> ir.IntegerValue:
    """Whole months from the day to ``end``: 0 for the days of the month just before it.

    A day belongs to the month that begins on the same day of the month as ``end``, or, in a shorter month, on its
    last day.
    """
    reached = day.day() >= end.day
    if end.day > 28:
        last = (day + ibis.interval(days=1)).day() == 1
        reached = reached | last
    months = (end.year * 12 + end.month) - (day.year().cast("int64") * 12 + day.month().cast("int64"))
    return months - ibis.ifelse(reached, 1, 0).cast("int64")
