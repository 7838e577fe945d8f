"""K-Means that gives the same groups for the same customers, most valuable group first."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.cluster import KMeans
from threadpoolctl import threadpool_limits

from valuecast.metrics import midranks
from valuecast.segments.population import Floats

LEAST_PER_GROUP = 5
"""Different customers that there must be for each group before K-Means is asked."""

STARTS = 10


@dataclass(frozen=True)
class Groups:
    """Groups of the active customers, numbered from the most valuable.

    Parameters
    ----------
    labels : ndarray of int, shape (active customers,)
    distances : ndarray of float, shape (active customers, groups)
        From each customer to each group's centre.
    """

    labels: NDArray[np.intp]
    distances: Floats

    @property
    def count(self) -> int:
        """How many groups there can be; a group may be empty where values tie."""
        return int(self.distances.shape[1])


def kmeans(matrix: Floats, value: Floats, k: int, seed: int, *, starts: int = STARTS) -> Groups:
    """Group the rows of a standardised matrix, and number the groups by mean value.

    Parameters
    ----------
    matrix : ndarray of float, shape (customers, signals)
        In the order of the customers' ids, so that the order of input cannot show.
    value : ndarray of float, shape (customers,)
    k : int
        Groups; at most the number of different rows.
    seed : int
    starts : int
        Starts of which the tightest result is kept.
    """
    # One thread: with more, the order of additions, and so the last digit, could vary.
    with threadpool_limits(limits=1):
        fitted = KMeans(n_clusters=k, n_init=starts, random_state=seed).fit(matrix)
        distances = fitted.transform(matrix)
    found = fitted.labels_
    means = np.array([value[found == group].mean() for group in range(k)])
    order = np.argsort(-means, kind="stable")
    place = np.empty(k, dtype=np.intp)
    place[order] = np.arange(k)
    return Groups(place[found], distances[:, order])


def thirds(value: Floats) -> Groups:
    """Top, middle and bottom third of value by mid-rank percentile; equals stay together, all equal are in the middle.

    >>> thirds(np.array([5.0, 1.0, 3.0])).labels.tolist()
    [0, 2, 1]
    >>> thirds(np.array([7.0])).labels.tolist()
    [1]
    """
    percentile = (midranks(value) - 0.5) / max(len(value), 1)
    labels = np.where(percentile > 2 / 3, 0, np.where(percentile < 1 / 3, 2, 1)).astype(np.intp)
    return Groups(labels, np.abs(percentile[:, None] - np.array([5 / 6, 1 / 2, 1 / 6])))
