"""Recency: how long ago a customer was last active, in days and against its own rhythm."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir


def signals(sums: ibis.Table) -> dict[str, ir.Value]:
    """days_since_last [from as_of, 0 when active the day before], recency_ratio, recency_share.

    ``recency_ratio`` is days since the last use over the mean gap between days of use, both plus one day
    so that a daily user seen yesterday has 1; null below three active days in the past window. ``recency_share``
    is days since the last use over days since the first, both plus one: 1 for a customer seen on one day only; null
    when not active in the past window.
    """
    usual = (sums.oldest - sums.newest) / (sums.days - 1).nullif(0).cast("float64")
    share = sums.last_age.cast("float64") / sums.first_age.cast("float64")
    return {
        "days_since_last": sums.last_age - 1,
        "recency_ratio": ibis.ifelse(sums.days >= 3, sums.newest / usual.nullif(0), ibis.null("float64")),
        "recency_share": ibis.ifelse(sums.days > 0, share, ibis.null("float64")),
    }
