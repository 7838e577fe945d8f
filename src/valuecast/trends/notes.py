"""How the trends' methods were chosen and what they could not do, as notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from valuecast.contracts import Note, note
from valuecast.trends.method import Case
from valuecast.trends.selection import Choice


def on_horizon(horizon: int, known_windows: int, unknown: Sequence[str], choices: Sequence[Choice]) -> Iterator[Note]:
    """How the method for a horizon was chosen, and whether there was anything to learn from."""
    if unknown:
        yield note("trend_windows_left_out", horizon=horizon, windows=tuple(unknown))
    if not known_windows:
        yield note("trend_without_history", horizon=horizon)
    chosen = next(choice for choice in choices if choice.chosen)
    if chosen.carried:
        yield note("trend_method_carried", horizon=horizon, method=chosen.method)
    elif chosen.macro_f1 is None:
        yield note("trend_method_unchosen", horizon=horizon, method=chosen.method, windows=known_windows)
    else:
        yield note(
            "trend_method_chosen",
            horizon=horizon,
            method=chosen.method,
            macro_f1=chosen.macro_f1,
            others=tuple((c.method, c.macro_f1) for c in choices if not c.chosen and c.macro_f1 is not None),
            windows=chosen.windows,
        )


def on_method(method: str, horizon: int, cases: Sequence[Case], today: str) -> Iterator[Note]:
    """Which parts of a method's formula had no data, where, and whom it could not score or forecast today."""
    for part in dict.fromkeys(part for case in cases for part in case.outlook.left_out):
        where = tuple(case.snapshot.window_id for case in cases if part in case.outlook.left_out)
        windows = () if len(where) == len(cases) else where
        yield note("trend_part_without_data", horizon=horizon, method=method, part=part, windows=windows)
    case = next((case for case in cases if case.snapshot.window_id == today), None)
    if case is None:
        yield note("trend_method_silent", horizon=horizon, method=method)
        return
    if case.outlook.prior_adjustment > 0:
        yield note("trend_classes_adjusted", horizon=horizon, method=method)
    unscored = int(np.isnan(case.outlook.predicted_score).sum())
    if unscored:
        yield note("trend_score_unknown", unscored=unscored, customers=int(case.snapshot.past.size))
