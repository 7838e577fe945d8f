"""Stability: how evenly a customer's use is spread over the past window."""

from __future__ import annotations

import ibis

from valuecast import portable
from valuecast.signals.past import Past
from valuecast.signals.weekly import weekly

_KEY = ("window_id", "customer_id")


def signals(past: Past) -> ibis.Table:
    """weekly_variation [standard deviation over mean of weekly value, idle weeks counted as 0], longest_gap [days].

    The longest gap runs from the first day of use in the window, between days of use, and up to as_of.
    """
    weeks = weekly(past)
    sums = weeks.group_by(*_KEY).aggregate(
        total=portable.exact_sum(weeks.value),
        squares=portable.exact_sum(weeks.value * weeks.value),
        n=weeks.weeks.max(),
    )
    mean = sums.total / sums.n
    spread = ibis.greatest(sums.squares / sums.n - mean * mean, 0.0).sqrt()
    variation = sums.select(*_KEY, weekly_variation=spread / mean.nullif(0))
    days = past.days.select(*_KEY, "age")
    older = ibis.window(group_by=_KEY, order_by=days.age)
    gaps = days.mutate(gap=days.age - days.age.lag().over(older).fill_null(0) - 1)
    longest = gaps.group_by(*_KEY).aggregate(longest_gap=gaps.gap.max().cast("float64"))
    return longest.left_join(variation, _KEY).select(*_KEY, "weekly_variation", "longest_gap")
