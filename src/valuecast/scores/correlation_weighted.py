"""Signals weighted by what they were worth on earlier windows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from valuecast.contracts import SIGNAL_CATALOGUE, Note, note
from valuecast.scores import scaling
from valuecast.scores.additive import Additive
from valuecast.scores.score import Context, InForce, Part, label_of

_PARTS = tuple(
    Part(signal.name, signal.dimension, (signal.name,), None, scaling="standard")
    for signal in SIGNAL_CATALOGUE.values()
)


@dataclass(frozen=True)
class CorrelationWeighted(Additive):
    """Σ zᵢ ρᵢ over every informative signal [standard deviations, weighted].

    zᵢ is the signal's distance from the window's mean in standard deviations; ρᵢ is its Spearman correlation with
    future value on windows whose future had ended by this window's ``as_of``, so nothing of the predicted future
    is in the weights. A window without such earlier windows gets nulls. The weights are learned: the configuration
    cannot replace them. Nulls: a missing signal counts as the mean (z = 0).
    """

    name: str = "correlation_weighted"
    parts: tuple[Part, ...] = _PARTS

    @property
    def weight_names(self) -> frozenset[str]:
        """None: the weights are learned."""
        return frozenset()

    def beside(self, table: ir.Table, context: Context) -> ir.Table:
        """The scaled parts with ρ of each signal in its window; null where the window has none."""
        known = {window: rho for window, rho in context.correlations.items() if rho}
        weights = {
            f"rho_{signal}": [float(rho.get(signal, 0.0)) for rho in known.values()] for signal in _learned(context)
        }
        found = pa.table({"window_id": pa.array(list(known), pa.string()), **weights})
        return scaling.looked_up(table, ibis.memtable(found)) if known else table

    def contributions(self, table: ir.Table, chosen: tuple[InForce, ...], context: Context) -> list[tuple[str, Any]]:
        """What z × ρ of each signal adds, where it was correlated with future value on some earlier window."""
        learned = _learned(context)
        return [
            (item.name, table[f"scaled_{item.name}"] * table[f"rho_{item.signal}"])
            for item in chosen
            if item.signal in learned
        ]

    def remarks(self, context: Context) -> tuple[Note, ...]:
        """Says when nothing could be learned."""
        if any(rho for rho in context.correlations.values()):
            return ()
        return (note("score_nothing_learned", score=self.name, label=label_of(self)),)


def _learned(context: Context) -> list[str]:
    """Signals that were correlated with future value on some earlier window."""
    return sorted({signal for rho in context.correlations.values() for signal in rho})
