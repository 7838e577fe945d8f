"""Probabilities that mean what they say: learned on validation windows, used for the test window and today.

Four curves compete, simplest first: none (the model's own output), ``centred`` (log-odds moved so that their
probabilities average to the share that is high-value, which the top-share rule fixes in advance in every window),
Platt's logistic curve, and isotonic regression where there are enough rows (it overfits below: Niculescu-Mizil and
Caruana, 2005). Each is learned without the window it is judged on; the simplest whose Brier score is within one
standard error of the best is used. So a model is recalibrated only where that has helped on windows the curve had
not seen, which matters where levels drift: a curve fitted to the past can be worse than none.

No validation customer is calibrated by its own outcome: each window is calibrated by the others, and a single
window in five parts by the other four.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression

from valuecast.identification.scale import from_log_odds, log_odds
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

    def settled(self, raw: Floats) -> Calibrator:
        """The same curve for further customers of the window that ``raw`` stands for: row by row, whoever comes along.

        Only what a curve takes from a whole window is fixed by it.
        """


@dataclass(frozen=True)
class Uncalibrated:
    """The model's own output: nothing could be learned about it."""

    name: str = "none"

    def apply(self, raw: Floats) -> Floats:
        """The same numbers."""
        return raw

    def settled(self, raw: Floats) -> Calibrator:
        """Itself."""
        return self


@dataclass(frozen=True)
class Centred:
    """Log-odds moved by one number a window, so that probabilities average to ``share``."""

    share: float
    name: str = "centred"

    def apply(self, raw: Floats) -> Floats:
        """Calibrated probabilities of one whole window, (n,)."""
        return self.settled(raw).apply(raw)

    def settled(self, raw: Floats) -> Moved:
        """The number by which this window's log-odds are moved."""
        odds, low, high = log_odds(raw), -30.0, 30.0
        for _ in range(60 if len(raw) else 0):
            middle = (low + high) / 2
            low, high = (middle, high) if from_log_odds(odds + middle).mean() < self.share else (low, middle)
        return Moved((low + high) / 2)


@dataclass(frozen=True)
class Moved:
    """Log-odds moved by a number that is known: `Centred` for one window."""

    by: float
    name: str = "centred"

    def apply(self, raw: Floats) -> Floats:
        """Calibrated probabilities, (n,)."""
        return from_log_odds(log_odds(raw) + self.by)

    def settled(self, raw: Floats) -> Calibrator:
        """Itself."""
        return self


@dataclass(frozen=True)
class Platt:
    """``1 / (1 + exp(−(slope · logit(raw) + intercept)))`` (Platt, 1999)."""

    slope: float
    intercept: float
    name: str = "platt"

    def apply(self, raw: Floats) -> Floats:
        """Calibrated probabilities, (n,)."""
        probability: Floats = 1 / (1 + np.exp(-(self.slope * log_odds(raw) + self.intercept)))
        return probability

    def settled(self, raw: Floats) -> Calibrator:
        """Itself."""
        return self


@dataclass(frozen=True)
class Isotonic:
    """A rising line through ``knots``, never nearer to 0 or 1 than the number of customers allows it to be known."""

    knots: Floats
    heights: Floats
    name: str = "isotonic"

    def apply(self, raw: Floats) -> Floats:
        """Calibrated probabilities, (n,)."""
        return np.interp(raw, self.knots, self.heights)

    def settled(self, raw: Floats) -> Calibrator:
        """Itself."""
        return self


def kinds(actual: Bools) -> tuple[str, ...]:
    """Curves that these outcomes can teach, simplest first."""
    positives = int(actual.sum())
    if not positives or positives == len(actual):
        return ("none",)
    enough = len(actual) >= ISOTONIC_ROWS and min(positives, len(actual) - positives) >= ISOTONIC_CLASS
    return ("none", "centred", "platt", "isotonic") if enough else ("none", "centred", "platt")


def learn(kind: str, raw: Floats, actual: Bools) -> Calibrator:
    """The curve of a kind; `Uncalibrated` where there is one class, or the output points the wrong way."""
    positives = int(actual.sum())
    if kind == "none" or not positives or positives == len(actual) or np.ptp(raw) == 0:
        return Uncalibrated()
    if kind == "centred":
        return Centred(float(actual.mean()))
    if kind == "isotonic":
        return _isotonic(raw, actual)
    model = LogisticRegression(C=100.0, max_iter=1000).fit(log_odds(raw)[:, None], actual)
    slope = float(model.coef_[0, 0])
    return Platt(slope, float(model.intercept_[0])) if slope > 0 else Uncalibrated()


@dataclass(frozen=True)
class Calibrated:
    """The curve that is used, honest probabilities of the validation rows, and every curve's Brier score."""

    curve: Calibrator
    out_of_fold: Floats
    brier: dict[str, float]


def calibrate(
    raw: Floats, actual: Bools, window: np.ndarray, customer: np.ndarray, rng: np.random.Generator
) -> Calibrated:
    """Choose a curve on validation rows.

    Parameters
    ----------
    raw, actual, window, customer : ndarray (n,)
        Model's own output, outcome, window and customer of each validation row.
    rng : numpy.random.Generator
        Used when there is a single window, to split it.
    """
    if not len(raw):
        return Calibrated(Uncalibrated(), raw, {})
    parts = window if len(np.unique(window)) > 1 else rng.permutation(np.arange(len(raw)) % _PARTS)
    out_of_fold = {kind: _left_out(kind, raw, actual, window, parts) for kind in kinds(actual)}
    loss = {kind: (probability - actual) ** 2 for kind, probability in out_of_fold.items()}
    brier = {kind: float(each.mean()) for kind, each in loss.items()}
    best = min(brier, key=lambda kind: brier[kind])
    kind = next(k for k in loss if brier[k] - brier[best] <= _error(loss[k] - loss[best], customer))
    return Calibrated(learn(kind, raw, actual), out_of_fold[kind], brier)


def _left_out(kind: str, raw: Floats, actual: Bools, window: np.ndarray, parts: np.ndarray) -> Floats:
    """Probabilities of each part from a curve that had not seen its outcomes, applied window by window."""
    probability = np.empty(len(raw))
    for part in np.unique(parts):
        curve = learn(kind, raw[parts != part], actual[parts != part])
        for one in np.unique(window[parts == part]):
            subset = (parts == part) & (window == one)
            probability[subset] = curve.apply(raw[subset])
    return probability


def _error(difference: Floats, customer: np.ndarray) -> float:
    """Standard error of a mean difference, a customer's rows taken together."""
    _, place = np.unique(customer, return_inverse=True)
    summed = np.bincount(place, weights=difference - difference.mean())
    return float(np.sqrt((summed**2).sum()) / len(difference))


def _isotonic(raw: Floats, actual: Bools) -> Isotonic:
    margin = 1 / (len(actual) + 2)
    model = IsotonicRegression(y_min=margin, y_max=1 - margin, out_of_bounds="clip").fit(raw, actual.astype(np.float64))
    return Isotonic(np.asarray(model.X_thresholds_, np.float64), np.asarray(model.y_thresholds_, np.float64))
