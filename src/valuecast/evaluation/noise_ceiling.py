"""Is 85 % within reach at all? How well one half of the future names the high-value customers of the other.

The weeks of the future are dealt at random to two halves. Where even the other half of the very same
months cannot name a customer's place, no model can: what is left is chance.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
import pyarrow as pa

from valuecast.contracts import Note, note
from valuecast.contracts.streams import stream
from valuecast.evaluation.intervals import Weights, percentile_interval, resamples, running_totals
from valuecast.metrics import Floats

_NODES, _NODE_WEIGHTS = np.polynomial.legendre.leggauss(64)


@dataclass(frozen=True)
class NoiseCeiling:
    """How precisely the top share of the future could be named, and by what.

    Parameters
    ----------
    half_overlap : float
        Share of the top of one half that is also at the top of the other [0 to 1]: as measured.
    half_correlation : float
        Tetrachoric correlation that this overlap stands for [−1 to 1].
    repeat : float
        The same for two futures of full length: the precision of a perfect copy of the future [0 to 1].
    ceiling, low, high : float
        The precision of someone who knew each customer's true level, and its 95 % interval [0 to 1].
    n : int
        Customers.
    share : float
        Share of customers that counts as the top [0 to 1].
    """

    half_overlap: float
    half_correlation: float
    repeat: float
    ceiling: float
    low: float
    high: float
    n: int
    share: float

    @property
    def note(self) -> Note:
        """What it means."""
        return note(
            "noise_ceiling",
            share=self.share,
            ceiling=self.ceiling,
            low=self.low,
            high=self.high,
            half_overlap=self.half_overlap,
        )


def noise_halves(days: int, rng: np.random.Generator) -> np.ndarray:
    """Which days of the future are in the first half, (days,) of bool: of each two weeks in a row, one at random.

    Weeks stay whole, so that a customer who comes every Tuesday is not made to look erratic; the days of two weeks that
    are not complete at the end are dealt one by one. Both halves spread over the whole stretch, so that growth
    within it is not taken for chance.

    >>> int(noise_halves(28, np.random.default_rng(0)).sum())
    14
    """
    whole = days // 14
    ones = rng.integers(0, 2, whole)
    weeks = np.column_stack([ones, 1 - ones]).ravel() == 1
    rest = rng.permutation(days - 14 * whole) % 2 == 0
    return np.concatenate([np.repeat(weeks, 7), rest])


def noise_ceiling(halves: pa.Table, *, share: float, bootstrap: int, seed: int) -> NoiseCeiling | None:
    """The precision at the top share that chance in the future itself leaves possible.

    The overlap of the two halves' top shares is turned to the correlation ρ of two normal variables with the same
    overlap (tetrachoric: Pearson, 1900); a future of full length repeats itself with ``2ρ / (1 + ρ)``
    (Spearman and Brown, 1910), and follows the customer's true level with the square root of that (Spearman's
    correction for attenuation, 1904). The precision at the top share q is then ``P(X > z, Y > z) / q``.

    It takes no account of change between the past and the future, which a model must also foresee; bursts of use
    that fall into both halves make it a little too high, a rhythm of more than a week (every second Monday, say) too
    low: a method that is right more often than that shows it.

    Parameters
    ----------
    halves : pyarrow.Table
        ``customer_id``, ``half_a``, ``half_b``: value in each half (`noise_halves`) of the test window's future; one
        row a customer of the population.
    share : float
        Top share that is high-value [0 to 1].
    bootstrap, seed : int
        Resamples of customers, and their seed.

    Returns
    -------
    NoiseCeiling or None
        None with fewer than two customers in the top share, or where either half does not vary.
    """
    table = halves.sort_by("customer_id")
    a, b = (table[name].to_numpy().astype(np.float64) for name in ("half_a", "half_b"))
    if len(a) * share < 2 or np.ptp(a) == 0 or np.ptp(b) == 0:
        return None
    once = np.ones((len(a), 1), dtype=np.float32)
    overlap = float(_overlap(a, b, share, once)[0])
    rng = stream("ceiling_intervals", seed)
    drawn = np.concatenate([_overlap(a, b, share, weights) for weights in resamples(len(a), bootstrap, rng)])
    low, high = percentile_interval(drawn)
    half = tetrachoric(overlap, share)
    full = 2 * half / (1 + half) if half > 0 else 0.0
    ceiling = _ceiling(overlap, share)
    ends = _ceiling(low, share), _ceiling(high, share)
    return NoiseCeiling(overlap, half, top_precision(full, share), ceiling, *ends, len(a), share)


def top_precision(correlation: float, share: float) -> float:
    """Share of the top by one normal variable that is at the top by another: ``P(X > z, Y > z) / q``.

    By ``q² + ∫ exp(−z² / (1 + sin θ)) dθ / 2π`` from 0 to ``arcsin ρ`` (Plackett, 1954), 64 Gauss nodes.

    >>> round(top_precision(0.0, 0.2), 6), round(top_precision(1.0, 0.2), 6)
    (0.2, 1.0)
    """
    z = NormalDist().inv_cdf(1 - share)
    end = float(np.arcsin(np.clip(correlation, -1, 1)))
    angle = (_NODES + 1) / 2 * end
    area = float((np.exp(-z * z / (1 + np.sin(angle))) * _NODE_WEIGHTS).sum() * end / 2)
    return min(1.0, max(0.0, (share * share + area / (2 * np.pi)) / share))


def tetrachoric(overlap: float, share: float) -> float:
    """The correlation at which two normal variables share so much of their top; by bisection.

    >>> round(tetrachoric(top_precision(0.6, 0.2), 0.2), 6)
    0.6
    """
    low, high = -0.999999, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if top_precision(middle, share) < overlap else (low, middle)
    return (low + high) / 2


def _ceiling(overlap: float, share: float) -> float:
    if np.isnan(overlap):
        return float("nan")
    half = tetrachoric(overlap, share)
    return top_precision((2 * half / (1 + half)) ** 0.5, share) if half > 0 else share


def _overlap(a: Floats, b: Floats, share: float, weights: Weights) -> Floats:
    """Share of the top of ``a`` that is also at the top of ``b``, on every resample, (draws,)."""
    k = share * weights.sum(axis=0).astype(np.float64)
    both = weights * _membership(a, weights, k) * _membership(b, weights, k)
    shared: Floats = both.sum(axis=0) / k
    return shared


def _membership(values: Floats, weights: Weights, k: Floats) -> Floats:
    """How much of each customer is among the top ``k`` of each resample; those tied at the edge share what is left."""
    order = np.argsort(-values, kind="stable")
    ends = np.flatnonzero(np.append(np.diff(values[order]) != 0, True)) + 1
    starts = np.concatenate([[0], ends[:-1]])
    group = np.empty(len(values), dtype=np.int64)
    group[order] = np.repeat(np.arange(len(ends)), ends - starts)
    drawn = running_totals(weights, order).astype(np.float64)
    size = drawn[ends] - drawn[starts]
    part: Floats = np.clip((k - drawn[starts]) / np.where(size > 0, size, 1.0), 0.0, 1.0)[group]
    return part
