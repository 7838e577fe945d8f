"""How far groups can be trusted, what keeps a customer at an edge from flipping, and who moved since the last run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import pyarrow as pa
from sklearn.cluster import KMeans
from sklearn.metrics import adjusted_rand_score, silhouette_score
from threadpoolctl import threadpool_limits

from valuecast.contracts.streams import stream
from valuecast.segments.kmeans import Groups, kmeans
from valuecast.segments.population import DORMANT, Floats

_SAMPLE = 2000
"""Customers on whom stability is measured; more would cost time and change the figure little."""


def bootstrap_stability(matrix: Floats, groups: Groups, *, resamples: int, seed: int) -> Floats:
    """Adjusted Rand index between the groups shown and those found on resamples of the customers.

    On each resample (with replacement) K-Means is fitted anew and then sorts the customers that were there from the
    start; the index compares the two sortings: 1 is the same groups, 0 is what chance gives (Hubert and Arabie, 1985).
    At most 2,000 customers, drawn once, take part.

    Returns
    -------
    ndarray of float, shape (resamples,)
    """
    rng = stream("group_stability", seed)
    rows = np.sort(rng.permutation(len(matrix))[:_SAMPLE])
    sample, shown = matrix[rows], groups.labels[rows]
    found = []
    with threadpool_limits(limits=1):
        for _ in range(resamples):
            drawn = sample[rng.integers(0, len(sample), len(sample))]
            k = min(groups.count, len(np.unique(drawn, axis=0)))
            start = int(rng.integers(2**31))
            fitted = KMeans(n_clusters=k, n_init=3, random_state=start).fit(drawn)
            found.append(float(adjusted_rand_score(shown, fitted.predict(sample))))
    return np.array(found)


def suggest_clusters(matrix: Floats, value: Floats, counts: Sequence[int], *, seed: int) -> pa.Table:
    """How well each number of clusters fits: silhouette and bootstrap stability.

    ``chosen`` marks the number with the highest silhouette among those whose mean stability is at least 0.75, or, where
    none is that stable, the most stable; the smaller number wins a tie.

    Returns
    -------
    pyarrow.Table
        ``clusters``, ``silhouette`` [−1 to 1], ``stability`` [adjusted Rand index], ``chosen``; by ``clusters``.
    """
    rng = stream("group_stability", seed)
    rows = np.sort(rng.permutation(len(matrix))[:_SAMPLE])
    measured = []
    for k in sorted(set(counts)):
        groups = kmeans(matrix, value, k, seed)
        with threadpool_limits(limits=1):
            fit = float(silhouette_score(matrix[rows], groups.labels[rows]))
        measured.append((k, fit, float(bootstrap_stability(matrix, groups, resamples=10, seed=seed).mean())))
    stable = [row for row in measured if row[2] >= 0.75]
    best = max(stable, key=lambda row: row[1]) if stable else max(measured, key=lambda row: row[2])
    return pa.table(
        {
            "clusters": [row[0] for row in measured],
            "silhouette": [row[1] for row in measured],
            "stability": [row[2] for row in measured],
            "chosen": [row is best for row in measured],
        }
    )


def hold(previous: pa.Table, current: pa.Table, distances: pa.Table, *, margin: float = 0.1) -> pa.Table:
    """Keep a customer in the tier of the last run unless the new tier is clearly nearer.

    A customer moves only if its distance to the new tier's centre is less than (1 − margin) × its distance to the old
    one's. Whoever is new, or moves to or from Dormant, takes the new tier at once.

    Parameters
    ----------
    previous, current : pyarrow.Table
        ``customer_id`` and ``tier``.
    distances : pyarrow.Table
        ``customer_id`` and one column for each tier: distance to its centre today, for active customers.
    margin : float
        Share by which the new centre must be nearer [0 to 1].

    Returns
    -------
    pyarrow.Table
        ``customer_id``, ``tier``, ``held`` (whether the old tier was kept against today's), by customer.
    """
    before = dict(zip(previous["customer_id"].to_pylist(), previous["tier"].to_pylist(), strict=True))
    far = {row["customer_id"]: row for row in distances.to_pylist()}
    rows = []
    for customer, now in sorted(zip(current["customer_id"].to_pylist(), current["tier"].to_pylist(), strict=True)):
        old = before.get(customer)
        row = far.get(customer, {})
        edge = old not in {None, now, DORMANT} and now != DORMANT and old in row
        held = edge and row[now] >= (1 - margin) * row[old]
        rows.append((customer, old if held else now, held))
    names, tiers, kept = (list(column) for column in zip(*rows, strict=True)) if rows else ([], [], [])
    return pa.table(
        {
            "customer_id": pa.array(names, pa.string()),
            "tier": pa.array(tiers, pa.string()),
            "held": pa.array(kept, pa.bool_()),
        }
    )


def migration(previous: pa.Table, current: pa.Table, column: str = "tier") -> pa.Table:
    """Who moved where since the last run.

    Parameters
    ----------
    previous, current : pyarrow.Table
        ``customer_id`` and ``column``.

    Returns
    -------
    pyarrow.Table
        ``from``, ``to``, ``customers``, ``share`` (of those who were in ``from``); "(not there)" stands for
        customers of one run only.

    >>> last, now = ({"customer_id": ["a", "b"], "tier": tiers} for tiers in (["Low", "Low"], ["Low", "High"]))
    >>> migration(pa.table(last), pa.table(now)).to_pydict()["share"]
    [0.5, 0.5]
    """
    before, after = (
        dict(zip(t["customer_id"].to_pylist(), t[column].to_pylist(), strict=True)) for t in (previous, current)
    )
    absent = "(not there)"
    moves = Counter(
        (before.get(customer) or absent, after.get(customer) or absent) for customer in before.keys() | after.keys()
    )
    outgoing = Counter[str]()
    for (start, _), count in moves.items():
        outgoing[start] += count
    rows = sorted(moves.items())
    return pa.table(
        {
            "from": pa.array([start for (start, _), _ in rows], pa.string()),
            "to": pa.array([end for (_, end), _ in rows], pa.string()),
            "customers": pa.array([count for _, count in rows], pa.int64()),
            "share": pa.array([count / outgoing[start] for (start, _), count in rows], pa.float64()),
        }
    )
