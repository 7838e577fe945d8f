"""What sets a group apart, in words: its medians beside those of the typical active customer."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from valuecast.contracts import SIGNAL_CATALOGUE
from valuecast.segments.population import Floats, Population, standardised

_LEAST = 0.2
"""Standard deviations by which a median must depart before it is worth a word."""

_SPOKEN = (
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
    """The (up to) three signals on which a group departs most from the typical active customer.

    Parameters
    ----------
    people : Population
    members : ndarray of bool, shape (customers,)
        The group; active customers only.
    informative : frozenset of str
    first : str, optional
        The signal that earned the group its name: said first, as long as the medians differ.
    """
    spoken = people.present(name for name in (*_SPOKEN, *([first] if first else [])) if name in informative)
    inside = members[people.active]
    scale = standardised(people, spoken)
    if not inside.any() or not spoken:
        return "nothing is known that would set it apart"
    gaps = np.median(scale[inside], axis=0) - np.median(scale, axis=0)
    ranked = sorted(range(len(spoken)), key=lambda i: (spoken[i] != first, -abs(gaps[i]), i))
    phrases = [
        phrase
        for i in ranked
        if (abs(gaps[i]) >= _LEAST or spoken[i] == first) and (phrase := _phrase(people, members, spoken[i]))
    ]
    return ", ".join(phrases[:3]) if phrases else "close to the typical customer on every signal"


def medians(people: Population, members: NDArray[np.bool_], names: tuple[str, ...]) -> dict[str, float | None]:
    """Median of each signal over the members who have it; None where nobody does."""
    return {name: _median(people.column(name)[members]) for name in names}


def _phrase(people: Population, members: NDArray[np.bool_], name: str) -> str | None:
    mine, typical = _median(people.column(name)[members]), _median(people.column(name)[people.active])
    if mine is None or typical is None or _said(mine) == _said(typical):
        return None
    entry = SIGNAL_CATALOGUE[name]
    if entry.profile and ("{ratio}" not in entry.profile or min(typical, mine) > 0):
        days = f"{_said(mine)} day" + ("" if _said(mine) == "1" else "s")
        ratio = _ratio(mine / typical) if typical > 0 else ""
        words = entry.profile.format(ratio=ratio, mine=_said(mine), typical=_said(typical), days=days)
    elif name == "value_change":
        words = f"last month's value {_change(mine)} the month before's (typical {_change(typical)})"
    else:
        words = f"{entry.meaning}: {_said(mine)} (typical {_said(typical)})"
    return words


def _median(values: Floats) -> float | None:
    known = values[np.isfinite(values)]
    return float(np.median(known)) if len(known) else None


def _ratio(ratio: float) -> str:
    return f"{ratio:.1f}x" if ratio >= 0.1 else "under 0.1x"


def _change(index: float) -> str:
    """(last − before) / (last + before), said as last over before."""
    return "many times" if index >= 0.99 else f"{(1 + index) / (1 - index):.1f}x"


def _said(number: float) -> str:
    """A number as people say it: three digits at most below a thousand, thousands with commas."""
    size = abs(number)
    digits = 0 if size >= 20 or number == round(number) else 1 if size >= 1 else 2
    return f"{number:,.{digits}f}"
