"""The calendar of the simulated world: how much work each day and month invites.

A day's weight multiplies the probability that a person is active, at most 1. A month's total is the sum over
its days; ``after_join`` is the expected sum over the days after arrival, for a person who arrives in that month.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from valuecast.simulate.parameters import Parameters

_THURSDAY, _FRIDAY, _SATURDAY = 3, 4, 5


@dataclass(frozen=True)
class Month:
    """One simulated month: its days, their weights, and the two sums that the oracle needs."""

    days: NDArray[np.datetime64]
    weights: NDArray[np.float64]

    @property
    def total(self) -> float:
        """Sum of the day weights [weekday equivalents]."""
        return float(self.weights.sum())

    @property
    def after_join(self) -> float:
        """Expected weight of the days after arrival, on a day drawn in proportion to its weight."""
        later = self.total - np.cumsum(self.weights)
        return float((self.weights * later).sum() / self.total)


def month_number(day: date) -> int:
    """Months since January of year 0, so that months subtract."""
    return day.year * 12 + day.month - 1


def months_from(first: int, count: int, end: date | None, parameters: Parameters) -> list[Month]:
    """``count`` months from the month number ``first``; the days after ``end`` are left out of the month that holds it.

    >>> [len(month.days) for month in months_from(2024 * 12 + 8, 2, date(2024, 10, 15), Parameters())]
    [30, 15]
    """
    starts = np.datetime64("0000-01", "M") + np.arange(first, first + count + 1)
    months = []
    for low, high in pairwise(starts):
        days = np.arange(low.astype("datetime64[D]"), high.astype("datetime64[D]"))
        if end is not None and month_number(end) == int(low.astype(int)) + 1970 * 12:
            days = days[days <= np.datetime64(end, "D")]
        months.append(Month(days, day_weights(days, parameters)))
    return months


def day_weights(days: NDArray[np.datetime64], parameters: Parameters) -> NDArray[np.float64]:
    """Weight of each day: month of the year, times day of the week, times holiday.

    >>> days = np.array(["2024-03-06", "2024-03-09", "2024-12-25"], dtype="datetime64[D]")
    >>> day_weights(days, Parameters()).round(4).tolist()
    [1.0, 0.2, 0.4365]
    """
    weekday = (days.astype(int) + _THURSDAY) % 7
    month = days.astype("datetime64[M]").astype(int) % 12
    weight = np.asarray(parameters.month_factor)[month]
    weight = weight * np.where(weekday >= _SATURDAY, parameters.weekend, 1.0)
    weight = weight * np.where(weekday == _FRIDAY, parameters.friday, 1.0)
    holiday: NDArray[np.float64] = weight * _holiday(days, month, weekday, parameters)
    return holiday


def _holiday(
    days: NDArray[np.datetime64], month: NDArray[Any], weekday: NDArray[Any], parameters: Parameters
) -> NDArray[np.float64]:
    number = (days - days.astype("datetime64[M]")).astype(int) + 1
    around, eve, christmas = parameters.christmas
    thursday, friday = parameters.thanksgiving
    november, december, january = month == 10, month == 11, month == 0
    cases = [
        december & (number == 25),
        december & (number == 24),
        (december & (number >= 18)) | (january & (number <= 2)),
        november & (weekday == _THURSDAY) & (number >= 22) & (number <= 28),
        november & (weekday == _FRIDAY) & (number >= 23) & (number <= 29),
    ]
    return np.select(cases, [christmas, eve, around, thursday, friday], 1.0)
