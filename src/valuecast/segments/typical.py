"""What sets a group apart: its medians beside those of the typical active customer."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from valuecast.contracts import row_note
from valuecast.segments.population import Floats, Population, standardised

_LEAST = 0.2
"""Standard deviations by which a median must depart before it is worth a word."""
_MOST = 3
"""Signals that are named."""

_NAMED = (
    "value",
    "active_days",
    "features_used",
    "feature_clicks",
    "weekly_variation",
    "value_change",
    "days_since_last",
    "latest_rating",
    "active_members",
    "tenure_days",
)
"""One signal a dimension, so that a profile does not say one thing three times."""


def profile(
    people: Population, members: NDArray[np.bool_], informative: frozenset[str], first: str | None = None
) -> str:
    """The (up to) three signals on which a group departs most from the typical active customer, as a row note.

    Parameters
    ----------
    people : Population
    members : ndarray of bool, shape (customers,)
        The group; active customers only.
    informative : frozenset of str
    first : str, optional
        The signal that earned the group its name: said first, as long as the medians differ.
    """
    signals = people.present(name for name in (*_NAMED, *([first] if first else [])) if name in informative)
    inside = members[people.active]
    scale = standardised(people, signals)
    if not inside.any() or not signals:
        return row_note("profile", signals=None)
    gaps = np.median(scale[inside], axis=0) - np.median(scale, axis=0)
    ranked = sorted(range(len(signals)), key=lambda i: (signals[i] != first, -abs(gaps[i]), i))
    apart = [signals[i] for i in ranked if abs(gaps[i]) >= _LEAST or signals[i] == first]
    own, typical = medians(people, members, signals), medians(people, people.active, signals)
    named = [(name, own[name], typical[name]) for name in apart if differ(own[name], typical[name])]
    return row_note("profile", signals=named[:_MOST])


def medians(people: Population, members: NDArray[np.bool_], names: tuple[str, ...]) -> dict[str, float | None]:
    """Median of each signal over the members who have it; None where nobody does."""
    return {name: _median(people.column(name)[members]) for name in names}


def differ(one: float | None, other: float | None) -> bool:
    """Whether two medians are known and differ in the digits that are shown.

    >>> differ(0.201, 0.204), differ(25.2, 31.0), differ(None, 1.0)
    (False, True, False)
    """
    return one is not None and other is not None and readable(one) != readable(other)


def readable(number: float) -> float:
    """A number with the digits that people are shown: whole from 20 on, one decimal from 1 on, two below."""
    size = abs(number)
    return round(number, 0 if size >= 20 or number == round(number) else 1 if size >= 1 else 2)


def _median(values: Floats) -> float | None:
    known = values[np.isfinite(values)]
    return float(np.median(known)) if len(known) else None
