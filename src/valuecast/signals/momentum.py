"""Momentum: whether use grows or falls within the past window."""

from __future__ import annotations

import ibis

from valuecast import portable
from valuecast.signals.past import MONTH_DAYS, Past
from valuecast.signals.weekly import weekly

_KEY = ("window_id", "customer_id")


def signals(past: Past) -> ibis.Table:
    """Whether use grows or falls.

    value_change, days_change [(last − previous) / (last + previous) month], recent_share, weekly_slope,
    value_against_history [last month's value over the mean of a month since the first day of use; null in the
    first month], acceleration [(last − 2 · previous + the month before) / all three; null where the past window
    is shorter].

    ``weekly_slope`` is the least-squares slope of weekly value on the week, idle weeks counted as 0, over its mean.
    """
    days = past.days
    sums = days.group_by(*_KEY).aggregate(
        last=portable.exact_sum(days.value, where=days.age <= MONTH_DAYS).fill_null(0.0),
        before=portable.exact_sum(days.value, where=(days.age > MONTH_DAYS) & (days.age <= 2 * MONTH_DAYS)).fill_null(
            0.0
        ),
        third=portable.exact_sum(
            days.value, where=(days.age > 2 * MONTH_DAYS) & (days.age <= 3 * MONTH_DAYS)
        ).fill_null(0.0),
        days=days.count(where=days.age <= MONTH_DAYS).cast("float64"),
        days_before=days.count(where=(days.age > MONTH_DAYS) & (days.age <= 2 * MONTH_DAYS)).cast("float64"),
        length=portable.days_between(days.as_of, days.past_start).max(),
        total=portable.exact_sum(days.value),
    )
    three = (sums["last"] + sums.before + sums.third).nullif(0)
    bend = (sums["last"] - 2 * sums.before + sums.third) / three
    changes = sums.select(
        *_KEY,
        value_change=(sums["last"] - sums.before) / (sums["last"] + sums.before).nullif(0),
        recent_share=sums["last"] / sums.total.nullif(0),
        days_change=(sums.days - sums.days_before) / (sums.days + sums.days_before).nullif(0),
        acceleration=ibis.ifelse(sums.length >= 3 * MONTH_DAYS, bend, ibis.null("float64")),
    )
    for further in (_slope(past), _against_history(past)):
        changes = changes.left_join(further, _KEY, rname="{name}__again").drop("window_id__again", "customer_id__again")
    return changes


def _against_history(past: Past) -> ibis.Table:
    ever = past.ever_days
    sums = ever.group_by(*_KEY).aggregate(
        last=portable.exact_sum(ever.value, where=ever.age <= MONTH_DAYS).fill_null(0.0),
        total=portable.exact_sum(ever.value),
        tenure=ever.age.max(),
        used=ever.count(where=ever["on"] >= ever.past_start),
    )
    usual = sums.total * MONTH_DAYS / sums.tenure
    known = (sums.tenure > MONTH_DAYS) & (sums.used > 0)
    return sums.select(
        *_KEY, value_against_history=ibis.ifelse(known, sums["last"] / usual.nullif(0), ibis.null("float64"))
    )


def _slope(past: Past) -> ibis.Table:
    weeks = weekly(past)
    forward = weeks.mutate(t=weeks.weeks - 1 - weeks.week)
    sums = forward.group_by(*_KEY).aggregate(
        total=portable.exact_sum(forward.value),
        weighted=portable.exact_sum(forward.value * forward.t),
        n=forward.weeks.max(),
    )
    centre = (sums.n - 1) / 2.0
    spread = sums.n * (sums.n * sums.n - 1) / 12.0
    slope = (sums.weighted - centre * sums.total) / spread.nullif(0)
    return sums.select(*_KEY, weekly_slope=slope / (sums.total / sums.n).nullif(0))
