"""What would change a customer's tier: the smallest single change of one signal that the model would reward so."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from valuecast.contracts import SIGNAL_CATALOGUE, row_note
from valuecast.identification.candidates import Fitted
from valuecast.identification.observations import Observations, signal_of
from valuecast.identification.thresholds import TIERS, Tiers
from valuecast.metrics import Floats

MOST_CUSTOMERS = 500
"""Customers looked at: those nearest below a cut-off."""
LEVELS = (0.5, 0.75, 0.9)
"""Levels that a signal is moved to: quantiles among today's active customers."""
_FIXED = frozenset({"tenure", "seasonality"})


def next_tier(fitted: Fitted, names: Sequence[str], rows: Observations, probability: Floats, cut: Tiers) -> list[str]:
    """For customers nearest below a cut-off, which one signal at which usual level would lift them over it.

    Each signal but those that nobody can change (tenure, season) is moved, alone, to the median, upper quartile
    and ninth decile of today's active customers; of the moves that reach the next tier the one that changes
    the signal by the fewest places among them is told, as measured: a percentile among customers is moved with its
    signal, while the other customers stay. It is what the model would say, not a promise: moving
    a signal is not the same as earning it.

    Returns
    -------
    list of str
        A row note each; empty for a customer that is in the highest tier, was not looked at, or that no single
        change would lift.
    """
    row_notes = [""] * len(probability)
    x = rows.columns(names)
    measured = rows.columns([signal_of(name) for name in names])
    raw = fitted.predict(x)
    movable = [
        c for c, name in enumerate(names) if _dimension(signal_of(name)) not in _FIXED and not np.isnan(x[:, c]).all()
    ]
    levels = {c: np.nanquantile(x[:, c], LEVELS) for c in movable}
    ranks = {c: np.sort(x[:, c][~np.isnan(x[:, c])]) for c in movable}
    bars = {cut.broad: 1, cut.precise.value: 2}
    least_for = {1: -1.0, 2: cut.broad if len(bars) > 1 else -1.0}
    for cutoff, place in bars.items():
        above = probability >= cutoff
        if not above.any():
            continue
        below = np.flatnonzero(~above & (probability >= least_for[place]))
        nearest = below[np.argsort(-raw[below], kind="stable")][:MOST_CUSTOMERS]
        least = np.full(len(nearest), np.inf)
        for column in movable:
            for level, as_measured in zip(levels[column], np.nanquantile(measured[:, column], LEVELS), strict=True):
                moved = x[nearest].copy()
                moved[:, column] = level
                reached = fitted.predict(moved) >= raw[above].min()
                far = _places(ranks[column], x[nearest, column], float(level))
                for one in np.flatnonzero(reached & (far < least) & (far > 0)):
                    least[one] = far[one]
                    now = float(measured[nearest[one], column])
                    row_notes[nearest[one]] = row_note(
                        "next_tier",
                        tier=TIERS[place],
                        signal=signal_of(names[column]),
                        now=now,
                        level=float(as_measured),
                    )
    return row_notes


def _places(ranked: Floats, now: Floats, level: float) -> Floats:
    """Share of customers between a signal's value now and another; an unknown value counts as lowest."""
    known = np.where(np.isnan(now), -np.inf, now)
    gap = np.abs(np.searchsorted(ranked, level) - np.searchsorted(ranked, known)) / len(ranked)
    return np.where(known == level, 0.0, np.maximum(gap, 1e-9))


def _dimension(signal: str) -> str:
    return SIGNAL_CATALOGUE[signal].dimension if signal in SIGNAL_CATALOGUE else signal
