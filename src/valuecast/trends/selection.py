"""Which method to believe, by macro F1 on windows that had ended before the test window began."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from valuecast.metrics import macro_f1_score
from valuecast.trends.classes import UNKNOWN, Codes
from valuecast.trends.method import Case


@dataclass(frozen=True)
class Choice:
    """How one method did on the history windows that all methods answered; ``macro_f1`` is None without any.

    ``carried`` says that a method was chosen because it won at the next shorter horizon, having had no window to be
    tried on at this one.
    """

    horizon_months: int
    method: str
    windows: int
    n: int
    macro_f1: float | None
    chosen: bool
    carried: bool = False


def choose(horizon: int, history: Mapping[str, Sequence[Case]], *, nearest: str | None = None) -> tuple[Choice, ...]:
    """Choose the method with the best macro F1 on the active customers of the history windows.

    Parameters
    ----------
    history : mapping of str to sequence of Case
        The history windows by method, the simplest method first: it wins ties, and is chosen where
        no history window exists. Methods are compared on the windows that all of those with any have answered.
    nearest : str or None
        Method chosen at the next shorter horizon. Where it could not be tried at this horizon, for want of
        windows to learn from, it is chosen on that evidence.
    """
    shared = _shared(history)
    figures = {name: _on_active([c for c in cases if _key(c) in shared]) for name, cases in history.items()}
    scores = {name: macro_f1_score(*pair) if pair[0].size else None for name, pair in figures.items()}
    best = max(scores, key=lambda name: -1.0 if scores[name] is None else scores[name] or 0.0)
    carried = nearest is not None and nearest in history and not history[nearest]
    best = nearest if carried and nearest is not None else best
    return tuple(
        Choice(
            horizon,
            name,
            sum(_key(case) in shared for case in history[name]),
            int(figures[name][0].size),
            scores[name],
            name == best,
            carried and name == best,
        )
        for name in history
    )


def _key(case: Case) -> str:
    return case.snapshot.window_id


def _shared(history: Mapping[str, Sequence[Case]]) -> frozenset[str]:
    answered = [frozenset(_key(case) for case in cases) for cases in history.values() if cases]
    return frozenset.intersection(*answered) if answered else frozenset()


def as_table(choices: Sequence[Choice]) -> pa.Table:
    """The choices as a table, by horizon and method in the order given."""
    return pa.table(
        {
            "horizon_months": pa.array([choice.horizon_months for choice in choices], pa.int64()),
            "method": pa.array([choice.method for choice in choices], pa.string()),
            "windows": pa.array([choice.windows for choice in choices], pa.int64()),
            "n": pa.array([choice.n for choice in choices], pa.int64()),
            "macro_f1": pa.array([choice.macro_f1 for choice in choices], pa.float64()),
            "chosen": pa.array([choice.chosen for choice in choices], pa.bool_()),
            "carried": pa.array([choice.carried for choice in choices], pa.bool_()),
        }
    )


def _on_active(cases: Sequence[Case]) -> tuple[Codes, Codes]:
    empty = np.zeros(0, dtype=np.int64)
    judged = [case.snapshot.active & (case.actual != UNKNOWN) for case in cases]
    actual = np.concatenate([empty, *(case.actual[rows] for case, rows in zip(cases, judged, strict=True))])
    predicted = np.concatenate([empty, *(case.predicted[rows] for case, rows in zip(cases, judged, strict=True))])
    return actual, predicted
