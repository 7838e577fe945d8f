"""How good is a list, a ranking, a probability or a forecast: one pure numpy function a measure.

``*_score`` is better when higher, ``*_loss`` when lower. ``actual`` is a boolean array (n,), ``called`` the yes/no
answer of a method (n,), ``ranking`` any number whose order is meant, higher first (n,). A measure that the data
leave undefined (one class only, nobody called, no variation) is ``nan``, never zero. Inputs must not hold NaN.
Ties in a ranking are never broken by the order of rows: measures at a cut-off give the value expected
when tied customers are put in random order.

>>> import numpy as np
>>> precision_score(np.array([True, False, True]), np.array([True, True, False]))
0.5
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
NAN = float("nan")


class Confusion(NamedTuple):
    """Customers by what was said and what happened."""

    true_positive: int
    false_positive: int
    false_negative: int
    true_negative: int


def confusion_counts(actual: Bools, called: Bools) -> Confusion:
    """Count hits, false alarms, misses and correct rejections.

    >>> confusion_counts(np.array([True, False, True]), np.array([True, True, False]))
    Confusion(true_positive=1, false_positive=1, false_negative=1, true_negative=0)
    """
    hits, calls, events = int((actual & called).sum()), int(called.sum()), int(actual.sum())
    return Confusion(hits, calls - hits, events - hits, len(actual) - calls - events + hits)


def accuracy_score(actual: NDArray[Any], called: NDArray[Any]) -> float:
    """Share of answers that were right [0 to 1]; ``nan`` for no customers."""
    return float(np.mean(actual == called)) if len(actual) else NAN


def precision_score(actual: Bools, called: Bools) -> float:
    """Share of those called that were right [0 to 1]; ``nan`` when nobody was called."""
    count = confusion_counts(actual, called)
    return _ratio(count.true_positive, count.true_positive + count.false_positive)


def recall_score(actual: Bools, called: Bools) -> float:
    """Share of the right ones that were called [0 to 1]; ``nan`` when there were none."""
    count = confusion_counts(actual, called)
    return _ratio(count.true_positive, count.true_positive + count.false_negative)


def f1_score(actual: Bools, called: Bools) -> float:
    """Harmonic mean of precision and recall [0 to 1]; ``nan`` when nobody was called and there were none."""
    hits, false_alarms, misses, _ = confusion_counts(actual, called)
    return _ratio(2 * hits, 2 * hits + false_alarms + misses)


def macro_f1_score(actual: NDArray[Any], called: NDArray[Any]) -> float:
    """Unweighted mean of F1 over the classes that happened or were called; ``nan`` for no customers.

    >>> round(macro_f1_score(np.array(["Up", "Up", "Down"]), np.array(["Up", "Down", "Down"])), 4)
    0.6667
    """
    classes = sorted(set(actual.tolist()) | set(called.tolist()))
    return float(np.mean([f1_score(actual == kind, called == kind) for kind in classes])) if classes else NAN


def auc_score(actual: Bools, ranking: Floats) -> float:
    """Chance that a random positive ranks above a random negative, ties counting half; ``nan`` for one class.

    Mann and Whitney (1947): ``(R − p (p + 1) / 2) / (p n)``, with R the sum of the positives' midranks.

    >>> auc_score(np.array([False, True, True]), np.array([0.1, 0.1, 0.9]))
    0.75
    """
    positives = int(actual.sum())
    negatives = len(actual) - positives
    if not positives or not negatives:
        return NAN
    rank_sum = float(midranks(ranking)[actual].sum())
    return (rank_sum - positives * (positives + 1) / 2) / (positives * negatives)


def average_precision_score(actual: Bools, ranking: Floats) -> float:
    """Mean over the positives of the precision at their place, tied customers taken together; ``nan`` without any.

    >>> average_precision_score(np.array([True, False, True]), np.array([3.0, 2.0, 1.0]))
    0.8333333333333333
    """
    group_positives, group_sizes = _tied_groups(actual, ranking)
    if not group_positives.sum():
        return NAN
    precision = np.cumsum(group_positives) / np.cumsum(group_sizes)
    return float((group_positives * precision).sum() / group_positives.sum())


def precision_at_k_score(actual: Bools, ranking: Floats, k: int) -> float:
    """Share of right ones among the first ``k``, expected over ties; ``nan`` when there are not ``k`` customers.

    >>> precision_at_k_score(np.array([True, False, False]), np.array([1.0, 1.0, 0.0]), 1)
    0.5
    """
    if not 0 < k <= len(actual):
        return NAN
    group_positives, group_sizes = _tied_groups(actual, ranking)
    ends = np.cumsum(group_sizes)
    last = int(np.searchsorted(ends, k))
    before = group_positives[:last].sum()
    places = k - (ends[last] - group_sizes[last])
    return float((before + places * group_positives[last] / group_sizes[last]) / k)


def r_precision_score(actual: Bools, ranking: Floats) -> float:
    """Precision among as many as there are positives, expected over ties; ``nan`` without positives."""
    return precision_at_k_score(actual, ranking, int(actual.sum()))


def lift_score(actual: Bools, ranking: Floats, k: int) -> float:
    """How many times more right ones are among the first ``k`` than in a random draw; ``nan`` without positives.

    >>> lift_score(np.array([True, False, False, False]), np.array([4.0, 3.0, 2.0, 1.0]), 1)
    4.0
    """
    return _ratio(precision_at_k_score(actual, ranking, k), float(actual.mean()) if len(actual) else 0.0)


def brier_loss(actual: Bools, probability: Floats) -> float:
    """Mean squared distance between probability and what happened, 0 or 1 (Brier, 1950); ``nan`` for none."""
    return float(np.mean((probability - actual) ** 2)) if len(actual) else NAN


def calibration_loss(actual: Bools, probability: Floats, bins: int = 10) -> float:
    """Expected calibration error: mean gap between predicted and observed over equally wide bins, by size.

    Naeini, Cooper and Hauskrecht (2015). A probability of 1 belongs to the last bin. ``nan`` for no customers.
    """
    if not len(actual):
        return NAN
    place = np.minimum((probability * bins).astype(np.int64), bins - 1)
    gaps = np.bincount(place, weights=probability - actual, minlength=bins)
    return float(np.abs(gaps).sum() / len(actual))


def spearman_score(first: Floats, second: Floats) -> float:
    """Spearman's rank correlation, midranks for ties [−1 to 1]; ``nan`` where either does not vary.

    >>> spearman_score(np.array([1.0, 2.0, 3.0]), np.array([1.0, 4.0, 9.0]))
    1.0
    """
    if len(first) < 2:
        return NAN
    a, b = (ranks - ranks.mean() for ranks in (midranks(first), midranks(second)))
    spread = float((a * a).sum() * (b * b).sum()) ** 0.5
    return _ratio(float((a * b).sum()), spread)


def mae_loss(actual: Floats, forecast: Floats) -> float:
    """Mean absolute error [unit of the values]; ``nan`` for no customers."""
    return float(np.mean(np.abs(forecast - actual))) if len(actual) else NAN


def bias_percent(actual: Floats, forecast: Floats) -> float:
    """By how much the total was over- or underestimated [percent of the actual total]; ``nan`` if that is zero."""
    total = float(actual.sum())
    return 100 * _ratio(float(forecast.sum()) - total, total)


def interval_coverage_score(actual: Floats, low: Floats, high: Floats) -> float:
    """Share of values within their interval, ends included [0 to 1]; ``nan`` for no customers."""
    return float(np.mean((low <= actual) & (actual <= high))) if len(actual) else NAN


def gini_score(value: Floats, ranking: Floats) -> float:
    """How much of the value a ranking puts first, from 0 (like chance) to 1 (like knowing the value).

    The area between the ranking's cumulative share of value and the diagonal, over the same area for the
    perfect ranking; tied customers share their value equally. ``nan`` where the value is zero or does not vary.

    >>> gini_score(np.array([5.0, 1.0, 0.0]), np.array([3.0, 2.0, 1.0]))
    1.0
    """
    return _ratio(_area_above_chance(value, ranking), _area_above_chance(value, value))


def midranks(values: Floats) -> Floats:
    """Ranks from 1, lowest first; tied values share the mean of their ranks.

    >>> midranks(np.array([10.0, 20.0, 10.0])).tolist()
    [1.5, 3.0, 1.5]
    """
    _, place, sizes = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(sizes)
    ranks: Floats = ((last - sizes + 1 + last) / 2)[place]
    return ranks


def top_share(values: Sequence[float] | Floats, share: float) -> Bools:
    """The top share by value: at least as high as the ``ceil(share × n)``-th, and above zero.

    Customers tied at the edge are all in. Empty input gives an empty answer.

    >>> top_share([3.0, 1.0, 0.0, 0.0, 0.0], 0.4).tolist()
    [True, True, False, False, False]
    """
    numbers = np.asarray(values, dtype=np.float64)
    if not len(numbers):
        return np.zeros(0, dtype=np.bool_)
    k = max(1, int(np.ceil(round(share * len(numbers), 9))))
    edge = np.sort(numbers)[-k]
    return np.asarray((numbers >= edge) & (numbers > 0), dtype=np.bool_)


def _ratio(part: float, whole: float) -> float:
    return float(part / whole) if whole else NAN


def _tied_groups(actual: Bools, ranking: Floats) -> tuple[Floats, Floats]:
    _, place = np.unique(-ranking, return_inverse=True)
    positives: Floats = np.bincount(place, weights=actual.astype(np.float64)).astype(np.float64)
    return positives, np.bincount(place).astype(np.float64)


def _area_above_chance(value: Floats, ranking: Floats) -> float:
    _, place, sizes = np.unique(-ranking, return_inverse=True, return_counts=True)
    worth = np.bincount(place, weights=value) if len(value) else np.zeros(0)
    if not worth.sum() or value.min() == value.max():
        return NAN
    reached = np.cumsum(worth) / worth.sum()
    starts = np.concatenate([[0.0], reached[:-1]])
    return float(((starts + reached) / 2 * sizes).sum() / sizes.sum() - 0.5)
