"""Each signal in words: what to say when a customer is above, and when below, what is usual."""

from __future__ import annotations

import math
import re

PHRASES: dict[str, tuple[str, str]] = {
    "value": ("value {gap} above the usual {usual}", "value {gap} below the usual {usual}"),
    "minutes": ("{gap} minutes of use more than usual", "{gap} minutes of use fewer than usual"),
    "events": ("{gap} events more than usual", "{gap} events fewer than usual"),
    "value_per_active_day": ("value per day of use {gap} above usual", "value per day of use {gap} below usual"),
    "active_days": ("active on {gap} days more than usual", "active on {gap} days fewer than usual"),
    "active_weeks": ("active in {gap} weeks more than usual", "active in {gap} weeks fewer than usual"),
    "features_used": ("uses {gap} product features more than usual", "uses {gap} product features fewer than usual"),
    "areas_used": ("uses {gap} product areas more than usual", "uses {gap} product areas fewer than usual"),
    "features_adopted": (
        "has tried {gap} product features more than usual",
        "has tried {gap} product features fewer than usual",
    ),
    "feature_clicks": (
        "{gap} clicks on product features more than usual",
        "{gap} clicks on product features fewer than usual",
    ),
    "clicks_per_feature": (
        "{gap} clicks more than usual on each product feature",
        "{gap} clicks fewer than usual on each product feature",
    ),
    "use_pattern_1": (
        "its mix of product features leans more to one side (axis 1) than usual",
        "its mix of product features leans more to the other side (axis 1) than usual",
    ),
    "use_pattern_2": (
        "its mix of product features leans more to one side (axis 2) than usual",
        "its mix of product features leans more to the other side (axis 2) than usual",
    ),
    "use_pattern_3": (
        "its mix of product features leans more to one side (axis 3) than usual",
        "its mix of product features leans more to the other side (axis 3) than usual",
    ),
    "core_click_share": ("keeps to core features more than usual", "keeps to core features less than usual"),
    "weekly_variation": ("less steady from week to week than usual", "steadier from week to week than usual"),
    "longest_gap": ("longest break {gap} days longer than usual", "longest break {gap} days shorter than usual"),
    "value_change": (
        "last month better than usual against the month before",
        "last month worse than usual against the month before",
    ),
    "recent_share": (
        "more of its value in the last month than usual",
        "less of its value in the last month than usual",
    ),
    "weekly_slope": ("growing faster than usual", "growing more slowly than usual"),
    "days_since_last": ("quiet for {gap} days longer than usual", "last active {gap} days more recently than usual"),
    "recency_ratio": ("quiet for long by its own rhythm", "not quiet for long by its own rhythm"),
    "latest_rating": ("latest rating {gap} points above usual", "latest rating {gap} points below usual"),
    "mean_rating": ("mean rating {gap} points above usual", "mean rating {gap} points below usual"),
    "active_members": ("{gap} active members more than usual", "{gap} active members fewer than usual"),
    "new_members": ("{gap} new members more than usual", "{gap} new members fewer than usual"),
    "top_member_share": ("depends on one person more than usual", "depends on one person less than usual"),
    "tenure_days": ("a customer for {gap} days longer than usual", "a customer for {gap} days less than usual"),
    "events_per_active_day": (
        "{gap} events a day of use more than usual",
        "{gap} events a day of use fewer than usual",
    ),
    "value_per_visit": ("value per visit {gap} above usual", "value per visit {gap} below usual"),
    "recent_active_days": (
        "active on {gap} days more than usual in the last month",
        "active on {gap} days fewer than usual in the last month",
    ),
    "visits": ("{gap} visits more than usual", "{gap} visits fewer than usual"),
    "core_features_used": ("uses {gap} core features more than usual", "uses {gap} core features fewer than usual"),
    "recent_features": (
        "used {gap} product features more than usual in the last month",
        "used {gap} product features fewer than usual in the last month",
    ),
    "click_concentration": (
        "clicks fall on fewer features than usual",
        "clicks are spread over more features than usual",
    ),
    "minutes_per_feature": (
        "{gap} minutes more than usual in each product feature",
        "{gap} minutes fewer than usual in each product feature",
    ),
    "gap_variation": ("comes less regularly than usual", "comes more regularly than usual"),
    "weekday_entropy": (
        "days of use spread over the week more than usual",
        "days of use fall on fewer days of the week than usual",
    ),
    "value_against_history": (
        "last month better than usual against its own history",
        "last month worse than usual against its own history",
    ),
    "days_change": (
        "active days in the last month held up better than usual",
        "active days in the last month held up worse than usual",
    ),
    "acceleration": ("gathering pace more than usual", "losing pace more than usual"),
    "recency_share": (
        "quiet for long in view of how long it has been here",
        "active recently in view of its time here",
    ),
    "rating_change": ("ratings moved {gap} points above usual", "ratings moved {gap} points below usual"),
    "rated": ("has answered the NPS question", "has never answered the NPS question"),
    "lost_members": ("{gap} members fell silent more than usual", "{gap} members fell silent fewer than usual"),
    "active_member_share": (
        "more of its members are active than usual",
        "fewer of its members are active than usual",
    ),
    "season_ratio": ("the coming months were strong a year ago", "the coming months were weak a year ago"),
    "weekend_share": ("more of its days on weekends than usual", "fewer of its days on weekends than usual"),
    "span_days": ("in use over {gap} days more than usual", "in use over {gap} days fewer than usual"),
}

_SINGULAR = re.compile(
    r"(?<![\d.,])1 (days|weeks|minutes|events|clicks|points|visits|members|core features|product features"
    r"|product areas)\b"
)
_SINGULAR_MEMBER = re.compile(r"(?<![\d.,])1 (active|new) members\b")


def phrase(signal: str, meaning: str, value: float, usual: float) -> str:
    """One signal of one customer in words, against what is usual (the median of the active customers).

    ``value`` may be NaN: it is not known. A signal without a phrase of its own is named by its ``meaning``.

    >>> phrase("active_days", "days of use", 34.0, 20.0)
    'active on 14 days more than usual'
    >>> phrase("active_days", "days of use", 19.0, 20.0)
    'active on 1 day fewer than usual'
    """
    if math.isnan(value):
        return f"{meaning}: not known"
    if value == usual:
        return f"{meaning}: as usual ({number(usual)})"
    if signal not in PHRASES:
        return f"{meaning}: {number(value)}, usually {number(usual)}"
    text = PHRASES[signal][0 if value > usual else 1].format(gap=number(abs(value - usual)), usual=number(usual))
    text = _SINGULAR.sub(lambda found: found.group(0)[:-1], text)
    return _SINGULAR_MEMBER.sub(lambda found: found.group(0)[:-1], text)


def number(value: float) -> str:
    """A number as short as it stays readable: whole from 10 on, else two digits that count.

    >>> [number(v) for v in (12345.6, 3.14159, 0.0123, 2.0)]
    ['12,346', '3.1', '0.012', '2']
    """
    if abs(value) >= 10:
        return f"{value:,.0f}"
    return f"{float(f'{value:.2g}'):g}"
