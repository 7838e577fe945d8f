"""Recency, frequency, monetary value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import ibis
import ibis.expr.types as ir

from valuecast.contracts import Note, note
from valuecast.scores.additive import Additive
from valuecast.scores.score import Context, InForce, Part, in_force, label_of

LARGE_FROM = 4.0
"""Monetary quintile from which a customer is large, for segment-specific weights."""

_GROUPS = ("large", "small")


@dataclass(frozen=True)
class Rfm(Additive):
    """Mean of the quintiles, 1 to 5, of recency, frequency and monetary value.

    Recency is days since the last use, fewer is better; frequency is days of use; monetary is value. The tiers
    Basic, Bronze, Silver, Gold and Platinum are the five equal bands of the mean, cut at 1.8, 2.6, 3.4 and 4.2.

    Segment-specific weights: besides ``recency``, ``frequency`` and ``monetary``, the configuration may give
    ``large.<part>`` and ``small.<part>``, which replace them for customers whose monetary quintile is 4 or 5 and for
    the rest. (With such weights a customer who grows past the border changes formula, so more value need not
    mean a higher score there.) Where monetary has no data nobody is large, and a remark says so.
    Nulls as in :class:`~valuecast.scores.additive.Additive`.
    """

    name: str = "rfm"
    parts: tuple[Part, ...] = (
        Part("recency", "recency", ("days_since_last",), 1 / 3, higher_is_better=False, scaling="quintile"),
        Part("frequency", "frequency", ("active_days",), 1 / 3, scaling="quintile"),
        Part("monetary", "intensity", ("value",), 1 / 3, scaling="quintile"),
    )

    @property
    def weight_names(self) -> frozenset[str]:
        """One a part, and one a part for large and for small customers."""
        names = [part.name for part in self.parts]
        return frozenset([*names, *(f"{group}.{name}" for group in _GROUPS for name in names)])

    def contributions(self, table: ir.Table, chosen: tuple[InForce, ...], context: Context) -> list[tuple[str, Any]]:
        """What each part adds, with the weights of the customer's own group where these are given."""
        if not _grouped(context.weights):
            return super().contributions(table, chosen, context)
        large = _is_large(table)
        weights = {group: self._weights_of(group, context) for group in _GROUPS}
        return [
            (
                item.name,
                table[f"scaled_{item.name}"]
                * ibis.ifelse(large, weights["large"].get(item.name, 0.0), weights["small"].get(item.name, 0.0)),
            )
            for item in chosen
        ]

    def in_force(self, context: Context) -> tuple[InForce, ...]:
        """Parts that count; those that count for one group only have no single weight."""
        if not _grouped(context.weights):
            return super().in_force(context)
        return tuple(InForce(item.part, item.signal, None) for item in in_force(self.parts, context.informative, {}))

    def remarks(self, context: Context) -> tuple[Note, ...]:
        """The weights of large and small customers, where these are given."""
        if not _grouped(context.weights):
            return ()
        if not any(item.name == "monetary" for item in self.in_force(context)):
            return (note("score_nobody_large", score=self.name, label=label_of(self)),)
        every = [
            (group, part, weight) for group in _GROUPS for part, weight in self._weights_of(group, context).items()
        ]
        groups, parts, weights = zip(*every, strict=True)
        return (
            note(
                "score_group_weights",
                score=self.name,
                label=label_of(self),
                groups=groups,
                parts=parts,
                weights=weights,
            ),
        )

    def _weights_of(self, group: str, context: Context) -> dict[str, float]:
        plain = {name: weight for name, weight in context.weights.items() if "." not in name}
        own = {
            part.name: context.weights[key] for part in self.parts if (key := f"{group}.{part.name}") in context.weights
        }
        return {item.name: item.weight or 0.0 for item in in_force(self.parts, context.informative, {**plain, **own})}


def _grouped(weights: Mapping[str, float]) -> bool:
    return any("." in name for name in weights)


def _is_large(table: ir.Table) -> Any:
    return table.scaled_monetary >= LARGE_FROM if "scaled_monetary" in table.columns else ibis.literal(False)
