"""For one horizon: which windows are reported, in which role, and which earlier ones each may learn from."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from valuecast.windows import Fold, Window


@dataclass(frozen=True)
class Schedule:
    """Roles and what was known when.

    Parameters
    ----------
    roles : mapping of str to str
        history, test or today by window, for the windows that are reported.
    before : mapping of str to tuple of str
        For today and every window whose future is known: the windows whose own future had ended by its as_of.
    seen : mapping of str to tuple of str
        For the same windows: all windows with an earlier as_of, whether their future had ended or not.
    left_out : tuple of str
        Windows whose future ended, but is not known at this horizon.
    """

    roles: Mapping[str, str]
    before: Mapping[str, tuple[str, ...]]
    seen: Mapping[str, tuple[str, ...]]
    left_out: tuple[str, ...]


def schedule(
    folds: Sequence[Fold], today: Window, horizon: int, known: Collection[str], windows: Sequence[Window]
) -> Schedule:
    """Read the schedule off the folds of a horizon.

    Parameters
    ----------
    folds : sequence of Fold
        Empty where there is no evidence: then only today is reported, and it has nothing to learn from.
    known : collection of str
        Windows whose labels give a future value at this horizon.
    windows : sequence of Window
        All windows of all horizons.
    """
    ended = next((fold.train for fold in folds if fold.role == "today"), ())
    test = next((fold for fold in folds if fold.role == "test"), None)
    informative = [window for window in ended if window.window_id in known]
    roles = {window.window_id: "history" for window in (test.train if test else ())}
    roles |= {test.predict.window_id: "test"} if test else {}
    before = {
        now.window_id: tuple(w.window_id for w in informative if w.future_end(horizon) <= now.as_of)
        for now in (*informative, today)
    }
    every = [window for window in windows if window.as_of < today.as_of]
    seen = {
        now.window_id: tuple(window.window_id for window in every if window.as_of < now.as_of)
        for now in (*informative, today)
    }
    return Schedule(
        roles={key: role for key, role in roles.items() if key in before} | {today.window_id: "today"},
        before=before,
        seen=seen,
        left_out=tuple(window.window_id for window in ended if window not in informative),
    )
