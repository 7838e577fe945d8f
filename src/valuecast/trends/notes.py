"""What the trends could not do, in sentences for the report."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from valuecast.trends.method import Case
from valuecast.trends.selection import Choice


def on_horizon(horizon: int, known_windows: int, unknown: Sequence[str], choices: Sequence[Choice]) -> list[str]:
    """How the method for a horizon was chosen, and whether there was anything to learn from."""
    said = []
    if unknown:
        said.append(
            f"The {horizon}-month trend leaves out {', '.join(unknown)}: the data do not cover {horizon} months on "
            "both sides of it."
        )
    chosen = next(choice for choice in choices if choice.chosen)
    if not known_windows:
        said.append(
            f"The {horizon}-month trend has no earlier window whose future has ended: "
            "its forecasts come without a band and without probabilities."
        )
    if chosen.carried:
        said.append(
            f"The {horizon}-month trend uses {chosen.method} because it won at the next shorter horizon, on windows "
            f"whose future had ended when the {horizon}-month test window began: no window could both teach it and try "
            f"it at {horizon} months before then."
        )
        return said
    if chosen.macro_f1 is None:
        bare = " The test window has nothing to learn a band from either." if known_windows else ""
        said.append(
            f"The {horizon}-month trend has no window before the test window to choose a method on: "
            f"{chosen.method}, the simplest, is used.{bare}"
        )
        return said
    others = ", ".join(f"{c.method} {c.macro_f1:.2f}" for c in choices if not c.chosen and c.macro_f1 is not None)
    against = f" ({others})" if others else ""
    said.append(
        f"The {horizon}-month trend uses {chosen.method}: macro F1 {chosen.macro_f1:.2f}{against} on "
        f"{chosen.windows} window{'s' if chosen.windows > 1 else ''} whose future had ended before the test "
        "window began."
    )
    return said


def on_silence(method: str, horizon: int, answered: bool) -> list[str]:
    """That a method gives no answer for today."""
    if answered:
        return []
    return [f"{method} gives no {horizon}-month forecast: too few earlier customers whose {horizon} months had ended."]


def on_method(method: str, cases: Sequence[Case], today: str) -> list[str]:
    """Which parts of a method's formula had no data, where, and who could not be scored today."""
    said = []
    parts = dict.fromkeys(part for case in cases for part in case.outlook.left_out)
    horizon = cases[0].snapshot.horizon if cases else 0
    for part in parts:
        where = [case.snapshot.window_id for case in cases if part in case.outlook.left_out]
        places = "any window" if len(where) == len(cases) else ", ".join(where)
        said.append(
            f"{method} at {horizon} months had no {part} in {places}; the weights of its other parts were scaled up."
        )
    for case in cases:
        if case.snapshot.window_id == today and case.outlook.tilt > 0:
            said.append(
                f"At {horizon} months one class is so common that the most probable class would be it for nearly "
                f"everybody. {method} therefore calls a class by its probability against how common it is, which did "
                "better on earlier windows: a customer may be called Up while Down is the more probable. Read the "
                "probabilities beside the class."
            )
        unscored = int(np.isnan(case.outlook.predicted_score).sum())
        if case.snapshot.window_id == today and unscored:
            said.append(
                f"{unscored:,} of {case.snapshot.past.size:,} customers have no value index today "
                "(not active in the past window): their forecast is their past value, and their "
                "score at the horizon is left empty."
            )
    return said
