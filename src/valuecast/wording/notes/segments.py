"""How customers were grouped, and what the groups stand on."""

from __future__ import annotations

from collections.abc import Mapping

from valuecast.wording.figures import Figures, Wording
from valuecast.wording.sentences import Sentence

STABLE, FAIRLY = 0.75, 0.5
"""From these adjusted Rand indices on, clusters are called stable, and fairly stable (Hennig, 2007)."""


def _stability(f: Figures) -> Sentence:
    verdict = (
        "the clusters are stable"
        if f["mean"] >= STABLE
        else "the clusters are fairly stable: customers near an edge may change"
        if f["mean"] >= FAIRLY
        else "the clusters are not stable: read them as a description, not as types of customer"
    )
    text = (
        "On {resamples:count} resamples of the customers, the clusters agreed with those shown to an adjusted Rand "
        "index of {mean:fixed 2} (lowest {lowest:fixed 2}; 1 is the same groups, 0 is chance): {verdict}."
    )
    return f.say(text, verdict=verdict)


SENTENCES: Mapping[str, Wording] = {
    "tier_nobody_active": "No customer was active in the past window, so every customer is Dormant.",
    "tier_one_customer": (
        "Only one customer was active, so there is nobody to compare with: the tier is Medium by rule."
    ),
    "tier_by_thirds": (
        "Tiers are thirds of value rather than K-Means groups: {different:count} different customers, and three groups "
        "need {needed:count}."
    ),
    "tier_kept": (
        "{count:count} customers at the edge of a tier keep that of the last run: the other is not at least 10 % "
        "nearer."
    ),
    "clusters_fewer": "{found:count} clusters instead of {asked:count}: each needs {least:count} different customers.",
    "clusters_one": "There is one cluster: the active customers do not differ enough to split.",
    "clusters_by_thirds": "There are too few different customers for clusters, so thirds of value take their place.",
    "clusters_stability": _stability,
    "bands_without_minutes": "The source has no minutes, so usage bands are thirds of value.",
    "nobody_mature": "The longest tenure in the data is {days:count} days, so no customer can count as mature.",
}
