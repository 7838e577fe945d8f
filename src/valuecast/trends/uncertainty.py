"""Bands and class probabilities, learned from earlier windows only: how far off this method was, and how often.

Band
    Low and high are the forecast moved by the 10 % and 90 % quantiles of log((actual + c) / (forecast + c)) over
    earlier windows, with the finite-sample correction of split conformal prediction (of n sorted values, the
    ⌊0.1 (n + 1)⌋-th and the ⌈0.9 (n + 1)⌉-th; Vovk, Gammerman and Shafer 2005). c is 5 % of the median positive value
    in those windows, so that nothing is lost on customers at zero and the unit does not matter. Grouped by third of
    past value where a third has 50 earlier rows. A band is widened where needed to hold its own forecast.
Probabilities
    Share of earlier customers with the same predicted class, and the same third of health where that leaves 50
    rows, that then went Up, Flat and Down, with one imagined row in each class (Laplace).

Customers who were not active in the past window are a group of their own in both. A method with bands and odds of its
own (`gbm`) keeps them; what is learned here stands in for the customers to whom it gives none.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from valuecast.trends.classes import CLASSES, UNKNOWN, Codes, Floats
from valuecast.trends.method import Case
from valuecast.trends.strata import Level, by_activity, by_class, by_class_and_health, by_size, class_shares, matched

Kind = TypeVar("Kind", bound=np.generic)

ENOUGH_ROWS = 50
TAIL = 0.1
LEAST_FOR_BAND = 9  # ⌊0.1 (n + 1)⌋ is 0 below it
OFFSET_SHARE = 0.05


@dataclass(frozen=True)
class Uncertainty:
    """Band and probabilities of each customer; NaN where no earlier window allows them.

    ``low`` and ``high`` have shape (n,) [value]; ``probabilities`` (n, 3), in the order of ``CLASSES``.
    """

    low: Floats
    high: Floats
    probabilities: Floats


def learn(now: Case, earlier: Sequence[Case]) -> Uncertainty:
    """Band and probabilities for ``now`` from the cases whose future had ended by then."""
    size = now.snapshot.past.size
    low, high = np.full(size, np.nan), np.full(size, np.nan)
    probabilities = np.full((size, len(CLASSES)), np.nan)
    if earlier:
        actual = _stacked(earlier, lambda case: case.actual)
        _fill_probabilities(probabilities, now, earlier, actual)
        _fill_band(low, high, now, earlier, actual != UNKNOWN)
    return _own_first(now, Uncertainty(low=low, high=high, probabilities=probabilities))


def log_ratio_quantiles(log_ratios: Floats, tail: float = TAIL) -> tuple[float, float]:
    """Lower and upper quantile with the conformal finite-sample correction; NaN when there are too few.

    >>> import numpy as np
    >>> log_ratio_quantiles(np.arange(1.0, 20.0))
    (2.0, 18.0)
    """
    n = log_ratios.size
    place = int(np.floor(tail * (n + 1) + 1e-9))
    if place < 1:
        return float("nan"), float("nan")
    ordered = np.sort(log_ratios)
    return float(ordered[place - 1]), float(ordered[n - place])


def _own_first(now: Case, learned: Uncertainty) -> Uncertainty:
    own = now.outlook
    if own.low is None or own.high is None or own.odds is None:
        return learned
    known = np.isfinite(own.low)
    return Uncertainty(
        low=np.where(known, own.low, learned.low),
        high=np.where(known, own.high, learned.high),
        probabilities=np.where(np.isfinite(own.odds), own.odds, learned.probabilities),
    )


def _fill_probabilities(probabilities: Floats, now: Case, earlier: Sequence[Case], actual: Codes) -> None:
    known = actual != UNKNOWN
    levels = [
        _level(now, earlier, known, by_class_and_health, ENOUGH_ROWS),
        _level(now, earlier, known, by_class, ENOUGH_ROWS),
        _level(now, earlier, known, by_activity, 1),
    ]
    for target, source in matched(levels):
        probabilities[target] = class_shares(actual[source])


def _fill_band(low: Floats, high: Floats, now: Case, earlier: Sequence[Case], known: NDArray[np.bool_]) -> None:
    actual = np.maximum(_stacked(earlier, lambda case: case.snapshot.future), 0.0)
    forecast = _stacked(earlier, lambda case: case.outlook.forecast)
    offset = _offset(earlier)
    errors = np.zeros(actual.shape)
    errors[known] = np.log((actual[known] + offset) / (forecast[known] + offset))
    levels = [
        _level(now, earlier, known, by_size, ENOUGH_ROWS),
        _level(now, earlier, known, by_activity, LEAST_FOR_BAND),
    ]
    for target, source in matched(levels):
        down, up = log_ratio_quantiles(errors[source])
        middle = now.outlook.forecast[target]
        low[target] = np.clip((middle + offset) * np.exp(down) - offset, 0.0, middle)
        high[target] = np.maximum((middle + offset) * np.exp(up) - offset, middle)


def _level(
    now: Case, earlier: Sequence[Case], known: NDArray[np.bool_], group: Callable[[Case], Codes], least: int
) -> Level:
    return Level(earlier=np.where(known, _stacked(earlier, group), UNKNOWN), now=group(now), least=least)


def _stacked(cases: Sequence[Case], part: Callable[[Case], NDArray[Kind]]) -> NDArray[Kind]:
    return np.concatenate([part(case) for case in cases])


def _offset(earlier: Sequence[Case]) -> float:
    values = np.concatenate([part for case in earlier for part in (case.snapshot.past, case.snapshot.future)])
    positive = values[values > 0]
    return OFFSET_SHARE * float(np.median(positive)) if positive.size else 1.0
