"""Logistic regression: on two signals, the model to beat, and on all of them, with a penalty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import LogisticRegression

from valuecast.identification.observations import Outcome, percentile_of
from valuecast.identification.preparation import Preparation, prepare
from valuecast.identification.scale import Scale
from valuecast.metrics import Bools, Floats


@dataclass(frozen=True)
class FittedLogistic:
    """A logistic regression on prepared signals."""

    preparation: Preparation
    coefficients: Floats
    intercept: float

    def predict(self, x: Floats) -> Floats:
        """Probability of being high-value, (n,)."""
        odds = (self.preparation.apply(x) * self.coefficients).sum(axis=1) + self.intercept
        probability: Floats = 1 / (1 + np.exp(-np.clip(odds, -500, 500)))
        return probability

    def contributions(self, x: Floats) -> Floats:
        """Coefficient times standardised signal: log-odds against the average training row, (n, signals)."""
        return self.preparation.by_signal(self.preparation.apply(x) * self.coefficients)

    @property
    def scale(self) -> Scale:
        """Log-odds."""
        return "log-odds"

    @property
    def base(self) -> float:
        """Log-odds of the average training row."""
        return self.intercept


@dataclass(frozen=True)
class PenalisedLogistic:
    """All informative signals, with an L2 penalty whose strength the validation windows choose.

    Classes are not weighted: that would change the intercept and spoil the probabilities, and the order of
    customers, which is what is selected on, hardly at all.
    """

    name: str = "logistic_l2"
    settings: tuple[float, ...] = (0.001, 0.01, 0.1, 1.0)
    default: float = 0.1

    def signals(self, informative: Sequence[str]) -> tuple[str, ...]:
        """Every usable signal."""
        return tuple(informative)

    def fit(self, x: Floats, known: Outcome, settings: Sequence[float], *, seed: int) -> tuple[FittedLogistic, ...]:
        """Learn once for each inverse penalty C in ``settings``; nothing is random, so ``seed`` is not used."""
        return _fit(x, known.high, settings)


@dataclass(frozen=True)
class PercentileLogistic:
    """Like `PenalisedLogistic`, on each signal's percentile within its window: a drift in level cannot break it."""

    name: str = "logistic_percentile"
    settings: tuple[float, ...] = (0.001, 0.01, 0.1, 1.0)
    default: float = 0.1

    def signals(self, informative: Sequence[str]) -> tuple[str, ...]:
        """The percentile twin of every informative signal."""
        return tuple(percentile_of(name) for name in informative)

    def fit(self, x: Floats, known: Outcome, settings: Sequence[float], *, seed: int) -> tuple[FittedLogistic, ...]:
        """Learn once for each inverse penalty C in ``settings``; nothing is random, so ``seed`` is not used."""
        return _fit(x, known.high, settings)


@dataclass(frozen=True)
class TwoSignalLogistic:
    """Minutes (value where minutes are not measured) and active days: the two-dimensional model to beat."""

    name: str = "logistic_2d"
    settings: tuple[float, ...] = (1.0,)
    default: float = 1.0

    def signals(self, informative: Sequence[str]) -> tuple[str, ...]:
        """Duration and frequency; one alone where the other is missing."""
        duration = next((name for name in ("minutes", "value") if name in informative), None)
        frequency = "active_days" if "active_days" in informative else None
        return tuple(name for name in (duration, frequency) if name)

    def fit(self, x: Floats, known: Outcome, settings: Sequence[float], *, seed: int) -> tuple[FittedLogistic, ...]:
        """Learn once for each inverse penalty C in ``settings``; nothing is random, so ``seed`` is not used."""
        return _fit(x, known.high, settings)


def _fit(x: Floats, y: Bools, settings: Sequence[float]) -> tuple[FittedLogistic, ...]:
    preparation = prepare(x)
    columns = preparation.apply(x)
    if not columns.shape[1]:
        base = float(np.log(y.mean() / (1 - y.mean())))
        return tuple(FittedLogistic(preparation, np.zeros(0), base) for _ in settings)
    fitted = []
    for strength in settings:
        model = LogisticRegression(C=strength, max_iter=2000).fit(columns, y)
        fitted.append(FittedLogistic(preparation, model.coef_[0].astype(np.float64), float(model.intercept_[0])))
    return tuple(fitted)
