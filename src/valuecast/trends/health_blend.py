"""The blend that one-off analyses use: value score, health and propensity blended; further out, damped momentum on top.

Those who use it name the ingredients and give no weights; those here are ours, set before anything was measured:

    score at 3 months = 0.5 · value index + 0.3 · propensity + 0.2 · health
    score further out = that + 10 points · momentum · (φ + φ² + …),  φ = 0.5, one term for each further 3 months
    forecast          = past value · min(max(score / value index, 0.5), 2)

Propensity and health are first given the value index's own spread (the index at the same percentile of the
window). Blended raw, a probability whose mean is 0.2 drags nearly everybody down, which is how such an
analysis came to call 733 of 1,000 accounts Down.

Momentum is the mean of what is known of three parts, each between −1 and 1: change of value (last month against
the one before), change of rating ((latest − mean of the past window) / 10), and breadth (2 · percentile of product
features used − 1).

A part that a customer lacks is left out and the other weights are scaled up. A customer without a value index (not
active in the past window) is forecast as persistence does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from valuecast.trends.classes import Floats
from valuecast.trends.method import Outlook
from valuecast.trends.ranks import on_the_scale_of, percentile
from valuecast.trends.snapshot import Snapshot

FIRST_HORIZON = 3


@dataclass(frozen=True)
class HealthBlend:
    """Blend of value index, propensity and health, with damped momentum beyond three months.

    Parameters
    ----------
    value_index, propensity, health : float
        Weights, scaled to add up to 1 over the parts that a customer has.
    momentum_points : float
        What full momentum would add to the score, before damping [points].
    damping : float
        What is left of the momentum after each further three months [0 to 1).
    least_ratio, greatest_ratio : float
        Bounds of forecast / past value.
    """

    value_index: float = 0.5
    propensity: float = 0.3
    health: float = 0.2
    momentum_points: float = 10.0
    damping: float = 0.5
    least_ratio: float = 0.5
    greatest_ratio: float = 2.0
    name: str = "health_blend"
    signals: tuple[str, ...] = ("value_change", "latest_rating", "mean_rating", "features_used")
    learns: bool = False

    def predict(self, now: Snapshot, earlier: Sequence[Snapshot]) -> Outlook:
        """Blend the scores of ``now``; nothing is learned."""
        index = now.value_index
        parts = {
            "value_index": (self.value_index, index),
            "propensity": (self.propensity, on_the_scale_of(index, now.propensity)),
            "health": (self.health, on_the_scale_of(index, now.health)),
        }
        terms = _momentum_parts(now) if self.reach(now.horizon) else {}
        push = self.momentum_points * self.reach(now.horizon) * _mean_of_known(terms, now.past.size)
        score = np.where(np.isfinite(index), np.clip(_weighted(parts) + push, 0.0, 100.0), np.nan)
        ratio = np.ones(index.shape)
        scored = np.isfinite(score)
        # One point is the floor of the scale: without it an index of 0 would divide by nothing.
        ratio[scored] = np.maximum(score[scored], 1.0) / np.maximum(index[scored], 1.0)
        bounded = np.clip(ratio, self.least_ratio, self.greatest_ratio)
        named = {name: values for name, (_, values) in parts.items()} | terms
        return Outlook(
            forecast=np.maximum(now.past, 0.0) * bounded,
            predicted_score=score,
            left_out=tuple(name for name, values in named.items() if not np.isfinite(values[now.active]).any()),
        )

    def reach(self, horizon: int) -> float:
        """How much of the momentum counts: φ + φ² + … with a term for each three months beyond the first three.

        >>> [HealthBlend().reach(months) for months in (1, 3, 6, 9)]
        [0.0, 0.0, 0.5, 0.75]
        """
        steps = max(horizon - FIRST_HORIZON, 0) / FIRST_HORIZON
        return self.damping * (1 - float(self.damping**steps)) / (1 - self.damping)


def _momentum_parts(now: Snapshot) -> dict[str, Floats]:
    breadth = np.where(now.active, now.signals["features_used"], np.nan)
    return {
        "change_of_value": np.clip(now.signals["value_change"], -1.0, 1.0),
        "change_of_rating": np.clip((now.signals["latest_rating"] - now.signals["mean_rating"]) / 10, -1.0, 1.0),
        "breadth": 2 * percentile(breadth) - 1,
    }


def _mean_of_known(parts: Mapping[str, Floats], size: int) -> Floats:
    total, count = np.zeros(size), np.zeros(size)
    for values in parts.values():
        known = np.isfinite(values)
        total += np.where(known, values, 0.0)
        count += known
    mean: Floats = np.divide(total, count, out=np.zeros(size), where=count > 0)
    return mean


def _weighted(parts: Mapping[str, tuple[float, Floats]]) -> Floats:
    size = next(iter(parts.values()))[1].size
    total, weights = np.zeros(size), np.zeros(size)
    for weight, values in parts.values():
        known = np.isfinite(values)
        total += np.where(known, weight * np.where(known, values, 0.0), 0.0)
        weights += weight * known
    blend: Floats = np.divide(total, weights, out=np.full(size, np.nan), where=weights > 0)
    return blend
