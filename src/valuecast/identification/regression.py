"""Future value itself, learned and ranked: how much, rather than whether.

A customer's place in the top share is decided by its value, and the label keeps only one bit of that. The
regression learns the amount, by a logarithmic link and the Tweedie deviance, whose variance grows with the mean to
the power 1.5 and which has room for the many who bring nothing (Jørgensen, 1997). The logarithm of the mean is
linear in the logarithms of the signals, so that it goes on sensibly where the training windows end.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.exceptions import ConvergenceWarning
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import TweedieRegressor
from threadpoolctl import threadpool_limits

from valuecast.identification.observations import Outcome
from valuecast.identification.preparation import Preparation, prepare
from valuecast.identification.scale import Scale
from valuecast.metrics import Floats

POWER = 1.5
_MEDIAN_GROUPS = 200
FLATTEST = 30.0


@dataclass(frozen=True)
class FittedValue:
    """The expected future value, and the bar above which a value counts as high.

    ``log_level`` is the logarithm of the expected value of the average training row; ``bar`` the least value of a
    high-value customer in training; ``knots`` and ``medians`` turn a mean into a median.
    """

    preparation: Preparation
    coefficients: Floats
    log_level: float
    cutoff: float
    knots: Floats
    medians: Floats

    def mean(self, x: Floats) -> Floats:
        """Expected future value [value], (n,)."""
        amount: Floats = np.exp(np.clip(self._above(x) + self.log_level, -FLATTEST, FLATTEST))
        return amount

    def median(self, x: Floats) -> Floats:
        """Value that half of such customers stay below [value], (n,): 0 where most bring nothing."""
        return median_of(self.mean(x), self.knots, self.medians)

    def predict(self, x: Floats) -> Floats:
        """``mean / (mean + bar)``, (n,): its log-odds are how far the expected value lies above the bar."""
        mean = self.mean(x)
        return mean / (mean + self.cutoff)

    def contributions(self, x: Floats) -> Floats:
        """What each signal adds to the logarithm of the expected value, (n, signals)."""
        return self.preparation.by_signal(self.preparation.apply(x) * self.coefficients)

    @property
    def scale(self) -> Scale:
        """Log-odds: the logarithm of the expected value, less that of the bar."""
        return "log-odds"

    @property
    def base(self) -> float:
        """Logarithm of the average training row's expected value, less that of the bar."""
        return self.log_level - float(np.log(self.cutoff))

    def _above(self, x: Floats) -> Floats:
        above: Floats = (self.preparation.apply(x) * self.coefficients).sum(axis=1)
        return above


@dataclass(frozen=True)
class ValueRegression:
    """Future value on all informative signals, with an L2 penalty whose strength the validation windows choose."""

    name: str = "value_regression"
    settings: tuple[float, ...] = (0.1, 0.01, 0.001)
    default: float = 0.01

    def signals(self, informative: Sequence[str]) -> tuple[str, ...]:
        """Every usable signal."""
        return tuple(informative)

    def fit(self, x: Floats, known: Outcome, settings: Sequence[float], *, seed: int) -> tuple[FittedValue, ...]:
        """Learn once for each penalty in ``settings``; nothing is random, so ``seed`` is not used.

        Negative values (refunds) count as nothing.
        """
        preparation = prepare(x)
        columns, value = preparation.apply(x), np.maximum(known.value, 0.0)
        level = float(value.mean())
        cutoff = float(value[known.high].min()) if known.high.any() else level
        fitted = []
        for penalty in settings:
            coefficients, intercept = _learned(columns, value / level, penalty)
            mean = level * np.exp(np.clip(columns @ coefficients + intercept, -FLATTEST, FLATTEST))
            knots, medians = median_curve(mean, value)
            log_level = float(np.log(level)) + intercept
            fitted.append(FittedValue(preparation, coefficients, log_level, cutoff, knots, medians))
        return tuple(fitted)


def median_curve(mean: Floats, value: Floats) -> tuple[Floats, Floats]:
    """How the median of the value rises with its expectation: medians of up to 200 equal groups, made monotone.

    A customer whose value is a sum of few purchases has a median below its mean, 0 when it most likely makes none.

    Parameters
    ----------
    mean, value : ndarray (n,)
        Expected and actual value of known customers.

    Returns
    -------
    tuple of ndarray
        Mean [value] of each group, ascending, and its median [value].
    """
    order = np.argsort(mean, kind="stable")
    groups = np.array_split(order, max(1, min(_MEDIAN_GROUPS, len(order) // 100)))
    knots = np.array([mean[group].mean() for group in groups])
    medians = np.array([np.median(value[group]) for group in groups])
    return knots, IsotonicRegression().fit_transform(knots, medians)


def median_of(mean: Floats, knots: Floats, medians: Floats) -> Floats:
    """Medians [value] of these means [value] by `median_curve`; beyond its last knot in proportion to the mean."""
    inside = np.interp(mean, knots, medians)
    return np.where(mean > knots[-1], mean * (medians[-1] / max(knots[-1], 1e-300)), inside)


def _learned(columns: Floats, relative: Floats, penalty: float) -> tuple[Floats, float]:
    if not columns.shape[1]:
        return np.zeros(0), 0.0
    # each of its thousands of small steps would wait for threads to meet, which takes longer than the step itself
    with threadpool_limits(1), warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        model = TweedieRegressor(power=POWER, alpha=penalty, link="log", max_iter=500, tol=1e-6)
        model.fit(columns, relative)
    return np.asarray(model.coef_, dtype=np.float64), float(model.intercept_)
