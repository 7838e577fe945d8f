"""What the work list covers and what is not known about it, in sentences for the report."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

_RULES = {
    "latest_rating": "no customer has a rating today, so no playbook was chosen for a low one",
    "recency_ratio": "how long a silence is usual is known for no customer, so none was called silent",
    "days_since_last": "the day of last use is known for no customer, so every dormant one is on off-board",
}


def on_worklist(
    stakes: Sequence[float], fits: NDArray[np.bool_], capacity_hours: float, *, trends: pa.Table, signals: pa.Table
) -> tuple[str, ...]:
    """Capacity and its share of the value at stake, rules without data, and the missing holdout."""
    said = [_capacity(stakes, fits, capacity_hours)] if stakes else ["There is no customer to act on."]
    if not trends.num_rows:
        said.append("No trend is known, so every trend counts as Flat and the list stands on past value alone.")
    elif trends["p_down"].null_count == trends.num_rows or trends["low"].null_count == trends.num_rows:
        said.append(
            "The trends have no probabilities yet: value at stake is the plain difference between past value and "
            "forecast, and customers without one are ranked by past value."
        )
    absent = [text for name, text in _RULES.items() if _unknown(signals, name)]
    if absent:
        said.append(f"Rules without data: {'; '.join(absent)}.")
    said.append(
        "Hours for each playbook, and the change of value it aims at, are planning figures of ours: put your own "
        "team's in their place. Advocate claims no value, so those customers come after the rest, the largest first."
    )
    said.append(
        "What these actions achieve has not been measured: no group of customers has been held back to compare "
        "with yet. Value at stake is value that may move, not value that an action wins."
    )
    return tuple(said)


def _capacity(stakes: Sequence[float], fits: NDArray[np.bool_], capacity_hours: float) -> str:
    covered, total = float(np.sum(np.array(stakes)[fits])), float(np.sum(stakes))
    share = f", {round(100 * covered / total)} % of all value at stake" if total > 0 else ""
    return (
        f"{capacity_hours:,.10g} hours cover the first {int(fits.sum()):,} of {len(stakes):,} customers on the "
        f"work list{share}."
    )


def _unknown(signals: pa.Table, name: str) -> bool:
    return name not in signals.column_names or bool(signals[name].null_count == signals.num_rows)
