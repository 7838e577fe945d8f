"""The arithmetic that all built-in scores share: scale each part, weigh it, add it up, cut off the top share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import ibis
import ibis.expr.types as ir

from valuecast.contracts import Note
from valuecast.scores import scaling
from valuecast.scores.score import Context, InForce, Part, in_force

_WINDOW = "window_id"


@dataclass(frozen=True)
class Additive:
    """A score that is the weighted sum of its scaled parts.

    value = points × Σ weight × scaled part, with weights that add up to one.

    Ranks and scales are taken within a window over its active customers. Nulls: a customer without the signal
    takes the neutral value, the mean of the scaled part over the window (the middle of the scale where nobody
    has it), so that a missing answer neither lifts nor sinks; a part that no informative signal fills is left out and
    the other weights are renormalised. Inactive customers get nulls.

    High-value is value ≥ the K-th largest of the window, K = ⌈share × active customers⌉, so equals are in or
    out together.

    Parameters
    ----------
    name : str
    parts : tuple of Part
    points : float
        What the scaled weighted mean is multiplied by.
    own_share : float or None
        The score's own top share, where its rule has one [0 to 1].
    label : str
        What people read; made from the name where it is empty.
    """

    name: str
    parts: tuple[Part, ...]
    points: float = 1.0
    own_share: float | None = None
    label: str = ""

    @property
    def requires(self) -> frozenset[str]:
        """Every signal that it may read."""
        return frozenset(signal for part in self.parts for signal in part.signals)

    @property
    def weight_names(self) -> frozenset[str]:
        """Weights that the configuration may replace: one a part."""
        return frozenset(part.name for part in self.parts)

    def in_force(self, context: Context) -> tuple[InForce, ...]:
        """Parts that count in this context."""
        return in_force(self.parts, context.informative, context.weights)

    def score(self, signals: ir.Table, context: Context) -> ir.Table:
        """Score every row of SIGNALS; see :meth:`valuecast.scores.score.Score.score`."""
        known = context.scales.thresholds if context.scales else None
        if known is None:
            thresholds = self.thresholds(signals, context)
        else:
            thresholds = known.filter(known.score == self.name).drop("score")
        table = scaling.reached(self._valued(signals, context, "customer_id"), thresholds)
        parts = [name for name in table.columns if name.startswith("part_")]
        return table.select(_WINDOW, "customer_id", "value", "high_value", *parts)

    def thresholds(self, signals: ir.Table, context: Context) -> ir.Table:
        """The least ``value`` of each window that is high: ``window_id``, ``threshold``."""
        share = self.own_share if self.own_share is not None else context.high_value_share
        return scaling.thresholds(self._valued(signals, context).select(_WINDOW, "value"), share)

    def _valued(self, signals: ir.Table, context: Context, *keep: str) -> ir.Table:
        """Each row with its parts and their sum, and the columns to keep."""
        chosen = self.in_force(context)
        scales = {_scaled_name(item): item.scale for item in chosen}
        learned = context.scales or scaling.learn(signals, scales.values())
        table = self.beside(scaling.scaled(signals, scales, learned, *keep), context)
        columns = self.contributions(table, chosen, context)
        parts = {f"part_{name}": ibis.ifelse(table.active, column, ibis.null("float64")) for name, column in columns}
        table = table.select(_WINDOW, *keep, **parts)
        return table.mutate(value=_total([table[name] for name in parts]))

    def beside(self, table: ir.Table, context: Context) -> ir.Table:
        """The scaled parts with whatever else `contributions` reads of a window; nothing, usually."""
        return table

    def contributions(self, table: ir.Table, chosen: tuple[InForce, ...], context: Context) -> list[tuple[str, Any]]:
        """What each part adds, by part; ``table`` holds the scaled parts under their own names.

        Of a row from that row alone: some customers are scored without the others.
        """
        return [(item.name, table[_scaled_name(item)] * (self.points * (item.weight or 0.0))) for item in chosen]

    def remarks(self, context: Context) -> tuple[Note, ...]:
        """Nothing beyond the notes that every score gets."""
        return ()


def _scaled_name(item: InForce) -> str:
    return f"scaled_{item.name}"


def _total(columns: list[Any]) -> Any:
    if not columns:
        return ibis.null("float64")
    total = columns[0]
    for column in columns[1:]:
        total = total + column
    return scaling.to_nano(total)
