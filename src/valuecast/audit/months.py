"""Each customer's days and value by month, counted back from ``as_of``: what windows and coverage are made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import ibis
import ibis.expr.types as ir
import numpy as np
import numpy.typing as npt
import pyarrow.compute as pc

from valuecast.audit.calendar import Calendar
from valuecast.contracts import earlier, in_use
from valuecast.engines import portable
from valuecast.windows import months_after

Ints = npt.NDArray[np.int64]
Days = npt.NDArray[np.int16]


@dataclass(frozen=True)
class Months:
    """Customers by month: column ``j`` of the matrices is the month that ends ``j`` months before ``as_of``.

    Parameters
    ----------
    as_of, start : date
        Data before ``as_of`` are in; ``start`` is the first day with activity.
    days : ndarray of int16, shape (customers, months)
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
    days: Days
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
    rows = activity.filter(activity.day >= start, earlier(activity, "day", end))
    length = _months(start, end)
    found = _a_row_each(rows, end, length).to_pyarrow()
    days = np.zeros((found.num_rows, length), dtype=np.int16, order="F")  # read by month
    value = np.zeros((found.num_rows, length), dtype=np.int64, order="F")
    for j in range(length):
        days[:, j] = found[f"days_{j}"].to_numpy()
        value[:, j] = found[f"value_{j}"].to_numpy()
    sums = {name: float(pc.sum(found[name]).as_py() or 0.0) for name in ("unrounded", "rounded")}
    return Months(end, start, days, value, found["events"].to_numpy(), **sums)


def _a_row_each(activity: ir.Table, end: date, length: int) -> ir.Table:
    """One row a customer, without its name: names and a row a month are most of what would leave the engine."""
    rows = activity.select(
        "customer_id",
        back=_back(activity.day, end),
        value=portable.thousandths(activity.value),
        used=in_use(activity),
        events=portable.thousandths(activity.events),
        unrounded=activity.value.abs(),
        rounded=portable.thousandths(activity.value.abs()),
    )
    inside = [rows.back == j for j in range(length)]
    days = {f"days_{j}": portable.only(1, subset & rows.used).count() for j, subset in enumerate(inside)}
    value = {f"value_{j}": portable.only(rows.value, subset).sum() for j, subset in enumerate(inside)}
    rest = {name: rows[name].sum() for name in ("events", "unrounded", "rounded")}
    wide = rows.group_by("customer_id").aggregate(**days, **value, **rest)
    return wide.select(
        **{name: wide[name].cast("int16") for name in days},
        **{name: wide[name].fill_null(0).cast("int64") for name in (*value, "events")},
        unrounded=wide.unrounded,
        rounded=wide.rounded.cast("float64") / portable.RESOLUTION,
    )


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
