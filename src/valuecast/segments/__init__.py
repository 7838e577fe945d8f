"""Segments: groups of today's customers, named from their own profile, with what to do about each.

Read in this order: ``population`` (who), ``kmeans`` (how groups are found), ``tiers`` and ``clusters`` (the two that
are found), ``bands`` (the three that follow a written rule), ``naming``, ``profiles``, ``segmentation``. Beside them
stand ``stability`` (how far the groups can be trusted, and what keeps a tier from flipping), ``comparison`` and
``correlations`` (today's customers in two more views).
"""

from valuecast.segments.bands import lifecycle_stages, rfm_tiers, usage_bands
from valuecast.segments.comparison import compare
from valuecast.segments.correlations import signal_correlations
from valuecast.segments.population import DORMANT, Population, population
from valuecast.segments.segmentation import Segmented, segment_all
from valuecast.segments.stability import bootstrap_stability, hold, migration, suggest_clusters

__all__ = [
    "DORMANT",
    "Population",
    "Segmented",
    "bootstrap_stability",
    "compare",
    "hold",
    "lifecycle_stages",
    "migration",
    "population",
    "rfm_tiers",
    "segment_all",
    "signal_correlations",
    "suggest_clusters",
    "usage_bands",
]
