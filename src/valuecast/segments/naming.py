"""Names that clusters earn from their own profile, by a written rule.

An *axis* is the mean, over its signals, of a cluster's mean in standard deviations from the typical active customer.
The most valuable cluster is "High engagement" where its use is above typical. Then, of all pairs of a remaining cluster
and one of the core names, the one with the strongest evidence is settled first, then the next, as long as the evidence
is at least 0.3; then in the same way with the further names. Whoever is left is "Moderate use".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from valuecast.segments.kmeans import Groups
from valuecast.segments.population import Floats

LEAST_EVIDENCE = 0.3

_AXES: dict[str, dict[str, int]] = {
    "use": {"value": 1, "minutes": 1, "events": 1, "active_days": 1, "active_weeks": 1},
    "freshness": {"days_since_last": -1, "recency_ratio": -1},
    "momentum": {"value_change": 1, "recent_share": 1, "weekly_slope": 1},
    "regularity": {"weekly_variation": -1, "longest_gap": -1},
    "tenure": {"tenure_days": 1, "span_days": 1},
    "breadth": {"features_used": 1, "areas_used": 1, "features_adopted": 1},
    "depth": {"feature_clicks": 1, "clicks_per_feature": 1, "core_click_share": 1},
    "satisfaction": {"latest_rating": 1, "mean_rating": 1},
    "reach": {"active_members": 1, "new_members": 1},
}
"""Signals of each axis, with the sign that points to its good end."""

_CORE: dict[str, tuple[tuple[str, int], ...]] = {
    "At risk": (("freshness", -1), ("momentum", -1)),
    "New with potential": (("tenure", -1),),
    "Consistent": (("regularity", 1),),
    "Intermittent": (("regularity", -1),),
}
_FURTHER: dict[str, tuple[tuple[str, int], ...]] = {
    "Growing": (("momentum", 1),),
    "Slowing": (("momentum", -1),),
    "Recently active": (("freshness", 1),),
    "Team-wide": (("reach", 1),),
    "Broad use": (("breadth", 1),),
    "Narrow use": (("breadth", -1),),
    "Deep use": (("depth", 1),),
    "Satisfied": (("satisfaction", 1),),
    "Dissatisfied": (("satisfaction", -1),),
    "Long-standing": (("tenure", 1),),
    "Heavy use": (("use", 1),),
    "Light use": (("use", -1),),
}
_UNSETTLED = "New, not settled"
"""What "New with potential" is called where such customers have not been seen lately."""


@dataclass(frozen=True)
class Name:
    """A cluster's name, and the signal that earned it (None where no signal did)."""

    name: str
    signal: str | None


def named(matrix: Floats, signals: tuple[str, ...], groups: Groups) -> tuple[Name, ...]:
    """Name each cluster, most valuable first; no two alike.

    Parameters
    ----------
    matrix : ndarray of float, shape (active customers, signals)
        Standardised.
    signals : tuple of str
    groups : Groups
        Every group holds somebody.
    """
    centres = np.array([matrix[groups.labels == group].mean(axis=0) for group in range(groups.count)])
    axes = [_axes(centre, signals) for centre in centres]
    found: dict[int, str] = {0: "High engagement"} if axes and axes[0].get("use", 0.0) > 0 else {}
    for rules in (_CORE, _FURTHER):
        _settle(found, axes, rules)
    rest = [group for group in range(groups.count) if group not in found]
    found |= {group: "Moderate use" if i == 0 else f"Moderate use {i + 1}" for i, group in enumerate(rest)}
    return tuple(
        Name(_fresh_name(found[group], axes[group]), _earned(found[group], centres[group], signals))
        for group in range(groups.count)
    )


def _settle(
    found: dict[int, str], axes: list[dict[str, float]], rules: Mapping[str, tuple[tuple[str, int], ...]]
) -> None:
    claims = [
        (-evidence, group, name)
        for group, axis in enumerate(axes)
        for name, rule in rules.items()
        if (evidence := _evidence(axis, rule)) >= LEAST_EVIDENCE
    ]
    for _, group, name in sorted(claims):
        if group not in found and name not in found.values():
            found[group] = name


def _axes(centre: Floats, signals: tuple[str, ...]) -> dict[str, float]:
    place = {name: i for i, name in enumerate(signals)}
    found = {}
    for axis, members in _AXES.items():
        cells = [sign * float(centre[place[name]]) for name, sign in members.items() if name in place]
        if cells:
            found[axis] = sum(cells) / len(cells)
    return found


def _evidence(axis: Mapping[str, float], rule: tuple[tuple[str, int], ...]) -> float:
    cells = [sign * axis[name] for name, sign in rule if name in axis]
    return sum(cells) / len(cells) if cells else -np.inf


def _fresh_name(name: str, axis: Mapping[str, float]) -> str:
    return _UNSETTLED if name == "New with potential" and axis.get("freshness", 0.0) < -LEAST_EVIDENCE else name


def _earned(name: str, centre: Floats, signals: tuple[str, ...]) -> str | None:
    """The signal that speaks loudest for the name."""
    rule = {**_CORE, **_FURTHER, "High engagement": (("use", 1),)}.get(name, ())
    place = {signal: i for i, signal in enumerate(signals)}
    cells = [
        (-sign * direction * float(centre[place[signal]]), signal)
        for axis, direction in rule
        for signal, sign in _AXES[axis].items()
        if signal in place
    ]
    return min(cells)[1] if cells else None
