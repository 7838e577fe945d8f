"""Which signals carry information: today, and in every backtest window."""

from __future__ import annotations

from dataclasses import dataclass

import ibis

from valuecast.contracts import SIGNAL_CATALOGUE
from valuecast.windows import TODAY

LEAST_SHARE = 0.01
"""Least share of active customers with a value for a signal to count as having data."""


@dataclass(frozen=True)
class Informative:
    """Signals with data: ``today`` for scores, ``past`` (in every backtest window) for models and evidence."""

    today: frozenset[str]
    past: frozenset[str]


def informative(signals: ibis.Table, allowed: frozenset[str]) -> Informative:
    """Signals that are known for enough active customers and are not the same for all of them.

    Parameters
    ----------
    signals : ibis.Table
        Contract ``signals``.
    allowed : frozenset of str
        Signals that may be considered, for example those of dimensions that the audit left standing.
    """
    active = signals.filter(signals.active)
    names = [name for name in SIGNAL_CATALOGUE if name in allowed]
    figures = (
        active.group_by("window_id")
        .aggregate(
            n=active.count(),
            **{f"{name}__known": active[name].count() for name in names},
            **{f"{name}__least": active[name].min() for name in names},
            **{f"{name}__most": active[name].max() for name in names},
        )
        .to_pyarrow()
        .to_pylist()
    )

    def carries(row: dict[str, float], name: str) -> bool:
        known = row[f"{name}__known"]
        return known > 0 and known >= LEAST_SHARE * row["n"] and row[f"{name}__least"] < row[f"{name}__most"]

    now = [row for row in figures if row["window_id"] == TODAY]
    before = [row for row in figures if row["window_id"] != TODAY]
    return Informative(
        frozenset(name for name in names if now and all(carries(row, name) for row in now)),
        frozenset(name for name in names if before and all(carries(row, name) for row in before)),
    )
