"""Anchors in time: past and future windows, the backtest plan, and which windows may train which.

All ranges are half-open: the past window is ``[past_start, as_of)``, the future window of *h* months
``[as_of, as_of + h months)``. Months are calendar months; the last day of a shorter month stands in for a
day that it lacks.

>>> from datetime import date
>>> months_after(date(2024, 8, 31), -6)
datetime.date(2024, 2, 29)
"""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from valuecast.contracts import Note

TODAY = "today"
Role = Literal["train", "validation", "test", "today"]


def months_after(day: date, months: int) -> date:
    """The same day of the month, ``months`` later (earlier when negative)."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def whole_months(start: date, end: date) -> int:
    """How many whole months fit between two days.

    >>> from datetime import date
    >>> whole_months(date(2023, 5, 1), date(2024, 11, 1))
    18
    """
    months = (end.year - start.year) * 12 + end.month - start.month
    return months if months_after(end, -months) >= start else months - 1


@dataclass(frozen=True)
class Window:
    """One instant of assessment and the past that may be looked at from it."""

    window_id: str
    past_start: date
    as_of: date

    def future_end(self, months: int) -> date:
        """The day after the last of a future of so many months."""
        return months_after(self.as_of, months)


@dataclass(frozen=True)
class Fold:
    """One window to predict, and the windows that may be learned from.

    Every training window's future has ended by the predicted window's ``as_of``.
    """

    predict: Window
    train: tuple[Window, ...]
    role: Role


MOST_WINDOWS = 24
"""Most backtest windows; of a longer history, the latest."""


def rolling(data_start: date, as_of: date, past_months: int, shortest_horizon: int) -> tuple[Window, ...]:
    """Backtest windows one month apart, oldest first, whose past and shortest future lie within the data.

    >>> from datetime import date
    >>> [w.as_of.isoformat() for w in rolling(date(2024, 1, 1), date(2024, 7, 1), 3, 1)]
    ['2024-04-01', '2024-05-01', '2024-06-01']
    """
    found: list[tuple[date, date]] = []
    back = shortest_horizon
    while months_after(as_of, -back - past_months) >= data_start and len(found) < MOST_WINDOWS:
        found.append((months_after(as_of, -back - past_months), months_after(as_of, -back)))
        back += 1
    found.reverse()
    return tuple(Window(f"W{i}", start, end) for i, (start, end) in enumerate(found, start=1))


def folds(windows: Sequence[Window], today: Window, horizon: int, *, validations: int = 3) -> tuple[Fold, ...]:
    """Expanding folds for one horizon: validation windows, the test window, and today, in that order.

    The test window is the latest whose future of ``horizon`` months has ended by today. Validation windows are
    the latest (at most ``validations``) whose future had ended by the test window's ``as_of`` and that have
    something to learn from. Each fold trains on windows whose future had ended by its own ``as_of``, so no label
    overlaps the time being predicted.
    """
    known = _ended_by(windows, today.as_of, horizon)
    if not known:
        return ()
    test = known[-1]
    ready = [window for window in _ended_by(windows, test.as_of, horizon) if _ended_by(windows, window.as_of, horizon)]
    chosen: list[tuple[Window, Role]] = [(window, "validation") for window in ready[-validations:]]
    chosen += [(test, "test"), (today, "today")]
    return tuple(Fold(window, _ended_by(windows, window.as_of, horizon), role) for window, role in chosen)


def _ended_by(windows: Sequence[Window], day: date, horizon: int) -> tuple[Window, ...]:
    return tuple(window for window in windows if window.future_end(horizon) <= day)


@dataclass(frozen=True)
class Plan:
    """What the data can support, and why.

    Parameters
    ----------
    grain : {"account", "visitor"}
    as_of : date
        Data before this day may be used.
    data_start : date
        First day with activity.
    past_months : int
        Length of every past window [months].
    horizon : int
        Future window that high-value is defined over [months].
    trend_horizons : tuple of int
        Horizons for which the history allows a trend to be tested, or, without evidence, given at all [months].
    windows : tuple of Window
        Backtest windows, oldest first; empty when nothing can be backtested.
    today : Window
        The window of the assessment itself.
    windows_until : date
        Day from which backtest windows are counted back by whole months: ``as_of``, or a day before it.
    score_dimensions, model_dimensions : frozenset of str
        Dimensions with data today, and in every backtest window.
    supervised : bool
        Whether models and evidence are possible; if not, scores and descriptions only.
    reasons : tuple of Note
        One for each choice, with its numbers.
    """

    grain: Literal["account", "visitor"]
    as_of: date
    data_start: date
    past_months: int
    horizon: int
    trend_horizons: tuple[int, ...]
    windows: tuple[Window, ...]
    today: Window
    windows_until: date
    score_dimensions: frozenset[str]
    model_dimensions: frozenset[str]
    supervised: bool
    reasons: tuple[Note, ...]

    def folds(self, horizon: int) -> tuple[Fold, ...]:
        """The folds for one horizon, among windows with an equally long past; empty when there is no evidence."""
        if not self.supervised:
            return ()
        long_enough = [w for w in self.windows if months_after(w.as_of, -horizon) >= self.data_start]
        return folds(long_enough, self.today, horizon)
