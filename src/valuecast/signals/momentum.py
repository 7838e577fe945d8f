"""Momentum: whether use grows or falls within the past window."""

from __future__ import annotations

import ibis

from valuecast import portable
from valuecast.signals.past import MONTH_DAYS, Past
from valuecast.signals.weekly import weekly

_KEY = ("window_id", "customer_id")


def signals(past: Past) -> ibis.Table:
    """value_change [(last − previous) / (last + previous) month], recent_share, weekly_slope.

    ``weekly_slope`` is the least-squares slope of weekly value on the week, idle weeks counted as 0, over its mean.
    """
    days = past.days
    sums = days.group_by(*_KEY).aggregate(
        last=portable.exact_sum(days.value, where=days.age <= MONTH_DAYS).fill_null(0.0),
        before=portable.exact_sum(days.value, where=(days.age > MONTH_DAYS) & (days.age <= 2 * MONTH_DAYS)).fill_null(
            0.0
        ),
        total=portable.exact_sum(days.value),
    )
    changes = sums.select(
        *_KEY,
        value_change=(sums["last"] - sums.before) / (sums["last"] + sums.before).nullif(0),
        recent_share=sums["last"] / sums.total.nullif(0),
    )
    return changes.left_join(_slope(past), _KEY).select(*_KEY, "value_change", "recent_share", "weekly_slope")


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
