"""Probabilities that mean what they say: learned on validation windows, used for the test window and today.

Isotonic regression where the validation windows hold at least 1,000 customers and 200 of either class (it
overfits below that: Niculescu-Mizil and Caruana, 2005), Platt's logistic curve on the log-odds otherwise.
No validation customer is calibrated by its own outcome: each window is calibrated by the others, and a single
window in five parts by the other four.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression

from valuecast.metrics import Bools, Floats

ISOTONIC_ROWS = 1000
ISOTONIC_CLASS = 200
_PARTS = 5


class Calibrator(Protocol):
    """A rising curve from a model's own output to a probability."""

    @property
    def name(self) -> str:
        """Which curve it is."""

    def apply(self, raw: Floats) -> Floats:
        """Calibrated probabilities, (n,)."""


@dataclass(frozen=True)
class Uncalibrated:
    """The model's own output: nothing could be learned about it."""

    name: str = "none"

    def apply(self, raw: Floats) -> Floats:
        """The same numbers."""
        return raw


@dataclass(frozen=True)
class Platt:
    """``1 / (1 + exp(−(slope · logit(raw) + intercept)))`` (Platt, 1999)."""

    slope: float
    intercept: float
    name: str = "platt"

    def apply(self, raw: Floats) -> Floats:
        """Calibrated probabilities, (n,)."""
        probability: Floats = 1 / (1 + np.exp(-(self.slope * _log_odds(raw) + self.intercept)))
        return probability


@dataclass(frozen=True)
class Isotonic:
    """A rising line through ``knots``, never nearer to 0 or 1 than the number of customers allows it to be known."""

    knots: Floats
    heights: Floats
    name: str = "isotonic"

    def apply(self, raw: Floats) -> Floats:
        """Calibrated probabilities, (n,)."""
        return np.interp(raw, self.knots, self.heights)


def learn(raw: Floats, actual: Bools) -> Calibrator:
    """The curve for these outcomes; `Uncalibrated` when there is one class, or the output points the wrong way."""
    positives = int(actual.sum())
    if not positives or positives == len(actual):
        return Uncalibrated()
    if len(actual) >= ISOTONIC_ROWS and min(positives, len(actual) - positives) >= ISOTONIC_CLASS:
        return _isotonic(raw, actual)
    if np.ptp(raw) == 0:
        return Uncalibrated()
    model = LogisticRegression(C=100.0, max_iter=1000).fit(_log_odds(raw)[:, None], actual)
    slope = float(model.coef_[0, 0])
    return Platt(slope, float(model.intercept_[0])) if slope > 0 else Uncalibrated()


def cross_calibrated(raw: Floats, actual: Bools, window: np.ndarray, rng: np.random.Generator) -> Floats:
    """Probabilities of the validation rows themselves, each from a curve that had not seen its outcome.

    Parameters
    ----------
    raw, actual, window : ndarray (n,)
        Model's own output, outcome and window of each validation row.
    rng : numpy.random.Generator
        Used when there is a single window, to split it.
    """
    parts = window if len(np.unique(window)) > 1 else rng.permutation(np.arange(len(raw)) % _PARTS)
    probability = np.empty(len(raw))
    for part in np.unique(parts):
        mine = parts == part
        probability[mine] = learn(raw[~mine], actual[~mine]).apply(raw[mine])
    return probability


def _isotonic(raw: Floats, actual: Bools) -> Isotonic:
    margin = 1 / (len(actual) + 2)
    model = IsotonicRegression(y_min=margin, y_max=1 - margin, out_of_bounds="clip").fit(raw, actual.astype(np.float64))
    return Isotonic(np.asarray(model.X_thresholds_, np.float64), np.asarray(model.y_thresholds_, np.float64))


def _log_odds(raw: Floats) -> Floats:
    safe = np.clip(raw, 1e-6, 1 - 1e-6)
    odds: Floats = np.log(safe / (1 - safe))
    return odds
