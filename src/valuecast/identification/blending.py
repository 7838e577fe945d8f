"""A blend: the mean of several models' log-odds, each as it was fitted; nothing more is learned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from valuecast.identification.candidates import Fitted
from valuecast.identification.scale import Scale, from_log_odds, log_odds
from valuecast.metrics import Floats

BLEND = "blend"
BLENDED = ("logistic_l2", "value_regression", "gbm")
"""Models of three kinds, on the same signals, whose contributions are all log-odds."""


@dataclass(frozen=True)
class FittedBlend:
    """The models that are averaged; they take the same columns."""

    members: tuple[Fitted, ...]

    def predict(self, x: Floats) -> Floats:
        """Probability of being high-value, (n,)."""
        return from_log_odds(_mean([log_odds(member.predict(x)) for member in self.members]))

    def contributions(self, x: Floats) -> Floats:
        """Mean of what each signal adds to the members' log-odds, (n, signals)."""
        return _mean([member.contributions(x) for member in self.members])

    @property
    def scale(self) -> Scale:
        """Log-odds."""
        return "log-odds"

    @property
    def base(self) -> float:
        """Mean of the members' bases."""
        return float(np.mean([member.base for member in self.members]))


def _mean(parts: Sequence[Floats]) -> Floats:
    total = parts[0].copy()
    for part in parts[1:]:
        total += part
    return total / len(parts)
