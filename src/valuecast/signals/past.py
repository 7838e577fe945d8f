"""The rows that an anchor may see: the one place where time is cut off."""

from __future__ import annotations

from dataclasses import dataclass

import ibis

from valuecast import portable
from valuecast.contracts import Canonical

MONTH_DAYS = 30
"""A month, where a signal compares the last one with the one before [days]."""


@dataclass(frozen=True)
class Past:
    """Canonical rows from before each anchor's ``as_of``, each carrying its window.

    ``days``, ``member_days`` and ``usage`` lie within the past window; ``ever_days``, ``adopted`` and ``ratings``
    reach back to the beginning. Every table has ``window_id``, ``customer_id``, ``as_of``, ``past_start`` and
    ``age`` [days before as_of, 1 for the day just before].
    """

    anchors: ibis.Table
    days: ibis.Table
    ever_days: ibis.Table
    member_days: ibis.Table
    members_ever: ibis.Table
    usage: ibis.Table
    adopted: ibis.Table
    ratings: ibis.Table
    product_features: ibis.Table
    patterns: ibis.Table | None


def past(tables: Canonical, anchors: ibis.Table, patterns: ibis.Table | None) -> Past:
    """Cut every canonical table off at each anchor; ``patterns`` were learned before the oldest."""
    windows = anchors.select("window_id", "as_of", "past_start").distinct()
    ever = _before(tables.activity, "day", windows)
    members = tables.member_activity
    firsts = members.group_by("customer_id", "member_id").aggregate(first_day=members.day.min())
    return Past(
        anchors=anchors,
        days=_within(ever),
        ever_days=ever,
        member_days=_within(_before(members, "day", windows)),
        members_ever=_before(firsts, "first_day", windows),
        usage=_within(_before(tables.product_usage, "day", windows)),
        adopted=_before(tables.adoption, "adopted_on", windows),
        ratings=_before(tables.ratings, "rated_on", windows),
        product_features=tables.product_features,
        patterns=patterns,
    )


def _before(rows: ibis.Table, day: str, windows: ibis.Table) -> ibis.Table:
    joined = rows.join(windows, rows[day] < windows.as_of)
    return joined.mutate(age=portable.days_between(joined.as_of, joined[day]), on=joined[day])


def _within(rows: ibis.Table) -> ibis.Table:
    return rows.filter(rows.on >= rows.past_start)
