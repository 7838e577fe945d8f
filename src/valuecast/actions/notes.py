"""What the work list covers and what is not known about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from valuecast.contracts import Note, note

_RULES = ("latest_rating", "recency_ratio", "days_since_last")
"""Signals without which a rule chooses nothing."""


def on_worklist(
    stakes: Sequence[float], fits: NDArray[np.bool_], capacity_hours: float, *, trends: pa.Table, signals: pa.Table
) -> Iterator[Note]:
    """Capacity and its share of the value at stake, rules without data, and the missing holdout."""
    yield _capacity(stakes, fits, capacity_hours) if stakes else note("nobody_to_act_on")
    if not trends.num_rows:
        yield note("no_trend_known")
    elif trends["p_down"].null_count == trends.num_rows or trends["low"].null_count == trends.num_rows:
        yield note("trends_without_probabilities")
    absent = tuple(name for name in _RULES if _unknown(signals, name))
    if absent:
        yield note("rules_without_data", signals=absent)
    yield note("hours_are_planned")
    yield note("effect_not_measured")


def _capacity(stakes: Sequence[float], fits: NDArray[np.bool_], capacity_hours: float) -> Note:
    covered, total = float(np.sum(np.array(stakes)[fits])), float(np.sum(stakes))
    return note(
        "worklist_capacity",
        hours=capacity_hours,
        covered=int(fits.sum()),
        customers=len(stakes),
        share=covered / total if total > 0 else None,
    )


def _unknown(signals: pa.Table, name: str) -> bool:
    return name not in signals.column_names or bool(signals[name].null_count == signals.num_rows)
