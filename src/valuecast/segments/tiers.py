"""High, Medium and Low: K-Means over six columns."""

from __future__ import annotations

from dataclasses import dataclass

from valuecast.contracts import Note, note
from valuecast.segments.kmeans import LEAST_PER_GROUP, Groups, kmeans, thirds
from valuecast.segments.population import Population, distinct, standardised

TIERS = ("High", "Medium", "Low")

_COLUMNS = (
    ("minutes", "value"),
    ("events",),
    ("active_days",),
    ("active_members",),
    ("mean_rating", "latest_rating"),
    ("feature_clicks",),
)
"""Each with what stands in for it."""


@dataclass(frozen=True)
class Tiers:
    """Tier of each active customer, the signals it stands on, and what must be said about it."""

    groups: Groups
    signals: tuple[str, ...]
    notes: tuple[Note, ...]


def find_tiers(people: Population, informative: frozenset[str], seed: int) -> Tiers:
    """K-Means (k = 3) on minutes (or value), events, active days, active members, NPS and feature clicks.

    Groups are High, Medium, Low by mean value. With fewer than 15 different customers, thirds of value take its
    place; the notes say so.
    """
    chosen = (
        next((name for name in column if name in informative and name in people.columns), None) for column in _COLUMNS
    )
    signals = tuple(dict.fromkeys(name for name in chosen if name is not None))
    matrix = standardised(people, signals)
    different, needed = distinct(matrix), LEAST_PER_GROUP * len(TIERS)
    value = people.value[people.active]
    if different >= needed:
        return Tiers(kmeans(matrix, value, len(TIERS), seed), signals, ())
    return Tiers(thirds(value), signals, _fallback(len(value), different, needed))


def _fallback(customers: int, different: int, needed: int) -> tuple[Note, ...]:
    if customers == 0:
        return (note("tier_nobody_active"),)
    if customers == 1:
        return (note("tier_one_customer"),)
    return (note("tier_by_thirds", different=different, needed=needed),)
