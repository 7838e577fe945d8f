"""Which playbook fits a customer: the written rule, tier by trend, and what overrides it.

In this order, the first that applies:

1. tier Dormant: re-engage when last seen 180 days ago or less, else off-board;
2. lifecycle stage Onboarding: onboard;
3. High or Medium tier, and latest rating 6 or less, or silent for 14 days or more and three times its usual gap:
   rescue;
4. Low or Medium tier, predicted high-value, not heading down: expand;
5. the grid of tier by trend.

A trend counts as Down only when its class is Down and the forecast is below the past value; as
Up only when the class is Up and the forecast is above it. Where the two do not agree, or either is not known, it counts
as Flat: a customer is not called to be rescued from a fall that its own forecast does not show.
"""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa

from valuecast.actions.playbooks import PLAYBOOKS, Playbook

TIERS = ("High", "Medium", "Low", "Dormant")
TRENDS = ("Up", "Flat", "Down")

LOW_RATING = 6.0
SILENT_DAYS = 14.0
SILENT_GAPS = 3.0
LOST_DAYS = 180.0

_GRID: dict[tuple[str, str], tuple[str, str]] = {
    ("High", "Up"): ("expand", "One of your best and still growing: raise expansion now."),
    ("High", "Flat"): ("advocate", "One of your best and steady: keep them close, and let them speak for you."),
    ("High", "Down"): ("rescue", "One of your best, and forecast to slip: see them first."),
    ("Medium", "Up"): ("expand", "On the way to the top tier: remove what is in the way, and make an offer."),
    ("Medium", "Flat"): ("nudge", "Solid and steady: one more habit would lift them."),
    ("Medium", "Down"): ("rescue", "Solid, but forecast to slip: find the cause while they still answer."),
    ("Low", "Up"): ("nudge", "Small but growing: a light push with little effort."),
    ("Low", "Flat"): ("re-engage", "Small and steady: keep to automatic messages."),
    ("Low", "Down"): ("re-engage", "Small, and forecast to slip: one automatic attempt, and ask why."),
    ("Dormant", "Up"): ("re-engage", "Silent, but with a fair chance of returning: make it easy."),
    ("Dormant", "Flat"): ("re-engage", "Silent: one attempt, then let go."),
    ("Dormant", "Down"): ("re-engage", "Silent: one attempt, then let go."),
}


@dataclass(frozen=True)
class Facts:
    """What the rule looks at for one customer; ``trend`` is the one that counts (`counted_trend`); None is unknown."""

    tier: str
    trend: str | None
    onboarding: bool = False
    predicted_high_value: bool = False
    latest_rating: float | None = None
    days_since_last: float | None = None
    recency_ratio: float | None = None

    @property
    def unhappy(self) -> bool:
        """The latest rating is 6 or less of 10."""
        return self.latest_rating is not None and self.latest_rating <= LOW_RATING

    @property
    def silent(self) -> bool:
        """Not seen for 14 days or more, and for three times its usual gap or more."""
        return (self.days_since_last or 0.0) >= SILENT_DAYS and (self.recency_ratio or 0.0) >= SILENT_GAPS


@dataclass(frozen=True)
class Fit:
    """The playbook that fits, in one line why, and whether the customer is dormant."""

    playbook: Playbook
    why: str
    dormant: bool = False


def counted_trend(called: str | None, past: float | None, forecast: float | None) -> str | None:
    """The trend that playbooks go by: Up or Down only where class and forecast agree; None when no class is known.

    >>> counted_trend("Down", 100.0, 80.0), counted_trend("Down", 100.0, 101.0), counted_trend("Up", 100.0, 140.0)
    ('Down', 'Flat', 'Up')
    """
    if called is None:
        return None
    change = 0.0 if past is None or forecast is None else forecast - past
    return called if (called == "Up" and change > 0) or (called == "Down" and change < 0) else "Flat"


def fit(facts: Facts) -> Fit:
    """The playbook that fits, by the written rule.

    >>> fit(Facts("High", "Up")).playbook.name, fit(Facts("High", "Up", latest_rating=4.0)).playbook.name
    ('expand', 'rescue')
    """
    name, why = _overriding(facts) or _GRID[facts.tier, facts.trend or "Flat"]
    return Fit(PLAYBOOKS[name], why, facts.tier == "Dormant")


def grid() -> pa.Table:
    """Tier by trend: the playbook and the one line, every combination."""
    return pa.Table.from_pylist(
        [
            {"tier": tier, "trend_class": trend, "playbook": _GRID[tier, trend][0], "advice": _GRID[tier, trend][1]}
            for tier in TIERS
            for trend in TRENDS
        ]
    )


def _overriding(facts: Facts) -> tuple[str, str] | None:
    if facts.tier == "Dormant":
        return _dormant(facts)
    if facts.onboarding:
        return "onboard", "New: the first weeks decide whether they stay."
    if facts.tier in {"High", "Medium"} and facts.unhappy:
        return "rescue", "Not satisfied: settle that before anything else."
    if facts.tier in {"High", "Medium"} and facts.silent:
        return "rescue", "Silent for far longer than is usual for them: call before they are gone."
    if facts.tier in {"Low", "Medium"} and facts.predicted_high_value and facts.trend != "Down":
        return "expand", "Not among your best yet, but predicted to be: help them get there."
    return None


def _dormant(facts: Facts) -> tuple[str, str]:
    if facts.days_since_last is None:
        return "off-board", "Not active, and when last is not known: no hours for now."
    if facts.days_since_last > LOST_DAYS:
        return "off-board", "Gone for half a year or more: no hours for now."
    return _GRID["Dormant", facts.trend or "Flat"]
