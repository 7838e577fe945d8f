"""The rows that an anchor may see: those before its ``as_of``, by `contracts.earlier`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import ibis

from valuecast.contracts import Canonical, earlier
from valuecast.engines import portable
from valuecast.signals import daily
from valuecast.signals.anchors import window_table
from valuecast.windows import Window


@dataclass(frozen=True)
class Past:
    """What lies before each anchor's ``as_of``.

    ``anchors`` carry the sums over their days of use (`daily.summed`), null without a day of use.
    ``member_days`` and ``usage`` lie within the past window; ``members_ever``, ``adopted`` and ``ratings`` reach back
    to the beginning. Each of these has ``window_id``, ``customer_id``, ``as_of``, ``past_start``, ``on`` and ``age``
    [days before as_of, 1 for the day just before].
    """

    anchors: ibis.Table
    member_days: ibis.Table
    members_ever: ibis.Table
    usage: ibis.Table
    adopted: ibis.Table
    ratings: ibis.Table
    product_features: ibis.Table
    patterns: ibis.Table | None


def past(tables: Canonical, anchors: ibis.Table, windows: Sequence[Window], patterns: ibis.Table | None) -> Past:
    """Cut every canonical table off at each of ``windows``; ``patterns`` were learned before the oldest."""
    spans = window_table(windows)
    members = tables.member_activity
    firsts = members.group_by("customer_id", "member_id").aggregate(first_day=members.day.min())
    return Past(
        anchors=daily.summed(tables.activity, anchors, windows),
        member_days=_within(_before(members, "day", spans)),
        members_ever=_before(firsts, "first_day", spans),
        usage=_within(_before(tables.product_usage, "day", spans)),
        adopted=_before(tables.adoption, "adopted_on", spans),
        ratings=_before(tables.ratings, "rated_on", spans),
        product_features=tables.product_features,
        patterns=patterns,
    )


def _before(rows: ibis.Table, day: str, spans: ibis.Table) -> ibis.Table:
    joined = rows.join(spans, earlier(rows, day, spans.as_of))
    return joined.mutate(age=portable.days_between(joined.as_of, joined[day]), on=joined[day])


def _within(rows: ibis.Table) -> ibis.Table:
    return rows.filter(rows.on >= rows.past_start)
