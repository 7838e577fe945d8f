"""Seasonality: what the time of year and the days of the week say."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from valuecast.signals.daily import YEAR_DAYS


def signals(sums: ibis.Table) -> dict[str, ir.Value]:
    """season_ratio [value of the 91 days that began 364 days before as_of, times 4, over the 364 days], weekend_share.

    ``season_ratio`` is the coming quarter a year ago against the mean of that year; null for customers first active
    later than that. ``weekend_share`` is of the days of use in the past window.
    """
    ratio = 4 * sums.value_season.fill_null(0.0) / sums.value_year.nullif(0)
    weekends = (sums.weekday_5 + sums.weekday_6).cast("float64")
    return {
        "season_ratio": ibis.ifelse(sums.first_age >= YEAR_DAYS, ratio, ibis.null("float64")),
        "weekend_share": weekends / sums.days.nullif(0),
    }
