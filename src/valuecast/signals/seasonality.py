"""Seasonality: what the time of year and the days of the week say."""

from __future__ import annotations

import ibis

from valuecast import portable
from valuecast.signals.past import Past
from valuecast.signals.weekly import weekday

_KEY = ("window_id", "customer_id")
YEAR_DAYS, QUARTER_DAYS = 364, 91
"""A year of whole weeks, so that a quarter holds as many weekends as another [days]."""


def signals(past: Past) -> ibis.Table:
    """season_ratio [value of the 91 days that began 364 days before as_of, times 4, over the 364 days], weekend_share.

    ``season_ratio`` is the coming quarter a year ago against the mean of that year; null for customers first active
    later than that. ``weekend_share`` is of the days of use in the past window.
    """
    ever, days = past.ever_days, past.days
    year = ever.group_by(*_KEY).aggregate(
        quarter=portable.exact_sum(
            ever.value, where=(ever.age > YEAR_DAYS - QUARTER_DAYS) & (ever.age <= YEAR_DAYS)
        ).fill_null(0.0),
        whole=portable.exact_sum(ever.value, where=ever.age <= YEAR_DAYS),
        tenure=ever.age.max(),
    )
    ratio = ibis.ifelse(year.tenure >= YEAR_DAYS, 4 * year.quarter / year.whole.nullif(0), ibis.null("float64"))
    weekends = days.count(where=weekday(days["on"]) >= 5).cast("float64")
    shares = days.group_by(*_KEY).aggregate(weekend_share=weekends / days.count())
    return year.select(*_KEY, season_ratio=ratio).left_join(shares, _KEY).select(*_KEY, "season_ratio", "weekend_share")
