"""Clusters: K-Means on every informative signal, each dimension counting the same."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np

from valuecast.contracts import SIGNAL_CATALOGUE, Note, note
from valuecast.segments.kmeans import LEAST_PER_GROUP, Groups, kmeans, thirds
from valuecast.segments.naming import Name, named
from valuecast.segments.population import Floats, Population, distinct, standardised
from valuecast.segments.stability import bootstrap_stability

_THIRDS = ("Top third of value", "Middle third of value", "Bottom third of value")
_RESAMPLES = 20


@dataclass(frozen=True)
class Clusters:
    """Cluster of each active customer, the clusters' names from the most valuable, and what must be said."""

    groups: Groups
    names: tuple[Name, ...]
    notes: tuple[Note, ...]


def find_clusters(people: Population, informative: frozenset[str], k: int, seed: int) -> Clusters:
    """Group the active customers into ``k`` clusters and name each from its own profile.

    There must be five different customers for each cluster; with fewer, there are fewer clusters, and below two
    the thirds of value take their place. The notes say so, and give the bootstrap stability.
    """
    signals = people.present(informative)
    matrix = weighed(people, signals)
    value = people.value[people.active]
    possible = min(k, distinct(matrix) // LEAST_PER_GROUP)
    if possible < 2:
        return _by_thirds(value)
    groups = kmeans(matrix, value, possible, seed)
    names = named(standardised(people, signals), signals, groups)
    fewer = (note("clusters_fewer", found=possible, asked=k, least=LEAST_PER_GROUP),) if possible < k else ()
    return Clusters(groups, names, (*fewer, _stability(matrix, groups, seed)))


def weighed(people: Population, signals: tuple[str, ...]) -> Floats:
    """Standardised signals, divided by the root of how many share their dimension, so that each dimension weighs one.

    Returns
    -------
    ndarray of float, shape (active customers, signals)
    """
    sizes = Counter(SIGNAL_CATALOGUE[name].dimension for name in signals)
    roots = np.array([np.sqrt(sizes[SIGNAL_CATALOGUE[name].dimension]) for name in signals])
    return standardised(people, signals) / roots if len(signals) else standardised(people, signals)


def _by_thirds(value: Floats) -> Clusters:
    if len(value) == 0:
        return Clusters(thirds(value), tuple(Name(name, None) for name in _THIRDS), ())
    groups = thirds(value)
    if len(np.unique(groups.labels)) == 1:
        alone = tuple(Name("All active customers", None) for _ in _THIRDS)
        return Clusters(groups, alone, (note("clusters_one"),))
    return Clusters(groups, tuple(Name(name, None) for name in _THIRDS), (note("clusters_by_thirds"),))


def _stability(matrix: Floats, groups: Groups, seed: int) -> Note:
    scores = bootstrap_stability(matrix, groups, resamples=_RESAMPLES, seed=seed)
    return note("clusters_stability", resamples=len(scores), mean=float(scores.mean()), lowest=float(scores.min()))
