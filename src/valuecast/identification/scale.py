"""On which scale a model's contributions add up to its prediction."""

from __future__ import annotations

from typing import Literal

import numpy as np

from valuecast.metrics import Floats

Scale = Literal["log-odds", "probability"]


def log_odds(probability: Floats) -> Floats:
    """``log(p / (1 − p))``, p kept a millionth away from 0 and 1."""
    safe = np.clip(probability, 1e-6, 1 - 1e-6)
    odds: Floats = np.log(safe / (1 - safe))
    return odds


def from_log_odds(odds: Floats) -> Floats:
    """The probability of given log-odds.

    >>> from_log_odds(np.array([0.0])).tolist()
    [0.5]
    """
    probability: Floats = 1 / (1 + np.exp(-np.clip(odds, -500, 500)))
    return probability
