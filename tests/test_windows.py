"""Windows, and the rule that no training future overlaps what is predicted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from valuecast.windows import MOST_WINDOWS, TODAY, Plan, Window, folds, months_after, rolling, whole_months

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
steady = settings(deadline=None, derandomize=True, max_examples=150)


@steady
@given(DAYS, st.integers(-60, 60))
def test_months_after_is_the_calendars(day: date, months: int) -> None:
    """The same day of the month, or the last of a shorter one: what pandas says too."""
    assert months_after(day, months) == (pd.Timestamp(day) + pd.DateOffset(months=months)).date()


@steady
@given(DAYS, st.integers(0, 2000))
def test_whole_months_fit(day: date, days: int) -> None:
    """So many months fit between two days, counted back from the end, and one more does not."""
    end = day + timedelta(days=days)
    n = whole_months(day, end)
    assert months_after(end, -n) >= day
    assert months_after(end, -(n + 1)) < day


@steady
@given(DAYS, st.integers(0, 1500), st.integers(1, 6), st.integers(1, 6))
def test_rolling_windows_stay_within_the_data(start: date, days: int, past: int, horizon: int) -> None:
    """Windows are oldest first, a month apart, with past and shortest future inside the data, and as many as fit."""
    as_of = start + timedelta(days=days)
    windows = rolling(start, as_of, past, horizon)
    assert [w.window_id for w in windows] == [f"W{i + 1}" for i in range(len(windows))]
    for window in windows:
        assert start <= window.past_start < window.as_of < as_of
    fitting = [b for b in range(horizon, horizon + 200) if months_after(as_of, -b - past) >= start]
    assert len(windows) == min(len(fitting), MOST_WINDOWS)
    assert [w.as_of for w in windows] == sorted({w.as_of for w in windows})


@steady
@given(
    start=st.dates(date(2015, 1, 1), date(2020, 12, 31)),
    months=st.integers(2, 40),
    past=st.integers(1, 6),
    shortest=st.integers(1, 3),
    horizon=st.integers(1, 9),
    validations=st.integers(0, 4),
)
def test_no_training_future_overlaps_what_is_predicted(
    start: date, months: int, past: int, shortest: int, horizon: int, validations: int
) -> None:
    """Every training future has ended by the predicted ``as_of``; the test's future by today; roles are in order."""
    as_of = months_after(start, months)
    today = Window(TODAY, months_after(as_of, -past), as_of)
    windows = rolling(start, as_of, past, shortest)
    found = folds(windows, today, horizon, validations=max(validations, 1))
    for fold in found:
        for trained in fold.train:
            assert trained.future_end(horizon) <= fold.predict.as_of
        assert fold.predict not in fold.train
        if fold.role != "today":
            assert fold.predict.future_end(horizon) <= today.as_of
    roles = [fold.role for fold in found]
    assert roles in ([], *(["validation"] * n + ["test", "today"] for n in range(5)))
    if found:
        test = found[-2].predict
        assert found[-1].predict is today
        for fold in found[:-2]:
            assert fold.train, "a validation window has something to learn from"
            assert fold.predict.future_end(horizon) <= test.as_of
    else:
        assert all(w.future_end(horizon) > as_of for w in windows)


def test_plan_without_evidence_has_no_folds(a_plan: Callable[..., Plan]) -> None:
    """Nothing may be trained when the audit ruled evidence out."""
    windows = rolling(date(2024, 1, 1), date(2025, 1, 1), 3, 1)
    today = Window(TODAY, date(2024, 10, 1), date(2025, 1, 1))
    assert a_plan(windows, today, supervised=False).folds(1) == ()
    assert a_plan(windows, today).folds(1) != ()


def test_plan_folds_need_an_equally_long_past(a_plan: Callable[..., Plan]) -> None:
    """A horizon longer than the past window is tested only where the data cover as long a past."""
    windows = rolling(date(2024, 1, 1), date(2025, 1, 1), 1, 1)
    today = Window(TODAY, date(2024, 12, 1), date(2025, 1, 1))
    found = a_plan(windows, today, data_start=date(2024, 1, 1)).folds(4)
    assert found
    for fold in found:
        for window in (fold.predict, *fold.train):
            assert months_after(window.as_of, -4) >= date(2024, 1, 1)


@pytest.mark.parametrize(("day", "months", "end"), [(date(2024, 1, 31), 1, date(2024, 2, 29))])
def test_future_end(day: date, months: int, end: date) -> None:
    """The future is half-open and ends on the same day of the month."""
    assert Window("W1", day, day).future_end(months) == end
