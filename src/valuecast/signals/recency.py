"""Recency: how long ago a customer was last active, in days and against its own rhythm."""

from __future__ import annotations

import ibis

from valuecast.signals.past import Past

_KEY = ("window_id", "customer_id")


def signals(past: Past) -> ibis.Table:
    """days_since_last [from as_of, 0 when active the day before], recency_ratio, recency_share.

    ``recency_ratio`` is days since the last use over the mean gap between days of use, both plus one day
    so that a daily user seen yesterday has 1; null below three active days in the past window. ``recency_share``
    is days since the last use over days since the first, both plus one: 1 for a customer seen on one day only; null
    when not active in the past window.
    """
    ever = past.ever_days
    ends = ever.group_by(*_KEY).aggregate(newest=ever.age.min(), oldest=ever.age.max())
    last = ends.select(
        *_KEY,
        days_since_last=(ends.newest - 1).cast("float64"),
        share=ends.newest.cast("float64") / ends.oldest.cast("float64"),
    )
    days = past.days
    rhythm = days.group_by(*_KEY).aggregate(newest=days.age.min(), oldest=days.age.max(), n=days.count())
    usual = (rhythm.oldest - rhythm.newest) / (rhythm.n - 1).nullif(0).cast("float64")
    ratio = rhythm.select(
        *_KEY,
        used=rhythm.n,
        recency_ratio=ibis.ifelse(rhythm.n >= 3, rhythm.newest / usual.nullif(0), ibis.null("float64")),
    )
    both = last.left_join(ratio, _KEY)
    return both.select(
        *_KEY,
        "days_since_last",
        "recency_ratio",
        recency_share=ibis.ifelse(both.used > 0, both.share, ibis.null("float64")),
    )
