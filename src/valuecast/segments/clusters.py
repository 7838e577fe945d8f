"""Clusters: K-Means on every informative signal, each dimension counting the same."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np

from valuecast.contracts import SIGNAL_CATALOGUE
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
    notes: tuple[str, ...]


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
    fewer = f"{possible} clusters instead of {k}: each needs {LEAST_PER_GROUP} different customers."
    return Clusters(groups, names, (*([fewer] if possible < k else []), _steadiness(matrix, groups, seed)))


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
        return Clusters(groups, alone, ("There is one cluster: the active customers do not differ enough to split.",))
    note = "There are too few different customers for clusters, so thirds of value take their place."
    return Clusters(groups, tuple(Name(name, None) for name in _THIRDS), (note,))


def _steadiness(matrix: Floats, groups: Groups, seed: int) -> str:
    scores = bootstrap_stability(matrix, groups, resamples=_RESAMPLES, seed=seed)
    mean, worst = float(scores.mean()), float(scores.min())
    verdict = (
        "the clusters are stable"
        if mean >= 0.75
        else "the clusters are fairly stable: customers near an edge may change"
        if mean >= 0.5
        else "the clusters are not stable: read them as a description, not as types of customer"
    )
    return (
        f"On {len(scores)} resamples of the customers, the clusters agreed with those shown to an adjusted Rand index "
        f"of {mean:.2f} (lowest {worst:.2f}; 1 is the same groups, 0 is chance): {verdict}."
    )
