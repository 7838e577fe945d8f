"""Momentum: whether use grows or falls within the past window."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from valuecast.engines import portable
from valuecast.signals.daily import MONTH_DAYS


def signals(sums: ibis.Table) -> dict[str, ir.Value]:
    """Whether use grows or falls.

    value_change, days_change [(last − previous) / (last + previous) month], recent_share, weekly_slope,
    value_against_history [last month's value over the mean of a month since the first day of use; null in the
    first month], acceleration [(last − 2 · previous + the month before) / all three; null where the past window
    is shorter].

    ``weekly_slope`` is the least-squares slope of weekly value on the week, idle weeks counted as 0, over its mean.
    """
    last, before, third = (sums[f"value_{month}"].fill_null(0.0) for month in (1, 2, 3))
    length = portable.days_between(sums.as_of, sums.past_start)
    bend = (last - 2 * before + third) / (last + before + third).nullif(0)
    return {
        "value_change": (last - before) / (last + before).nullif(0),
        "recent_share": last / sums.value.nullif(0),
        "days_change": (sums.days_1 - sums.days_2) / (sums.days_1 + sums.days_2).nullif(0).cast("float64"),
        "acceleration": ibis.ifelse(length >= 3 * MONTH_DAYS, bend, ibis.null("float64")),
        "value_against_history": _against_history(sums),
        "weekly_slope": _slope(sums),
    }


def _against_history(sums: ibis.Table) -> ir.FloatingValue:
    usual = sums.value_ever * MONTH_DAYS / sums.first_age
    known = (sums.first_age > MONTH_DAYS) & (sums.days > 0)
    return ibis.ifelse(known, sums.value_ever_1.fill_null(0.0) / usual.nullif(0), ibis.null("float64"))


def _slope(sums: ibis.Table) -> ir.FloatingValue:
    n = sums.weeks
    centre = (n - 1) / 2.0
    spread = n * (n * n - 1) / 12.0
    slope = (sums.week_trend - centre * sums.week_total) / spread.nullif(0)
    return slope / (sums.week_total / n).nullif(0)
