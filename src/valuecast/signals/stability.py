"""Stability: how evenly a customer's use is spread over the past window."""

from __future__ import annotations

from math import log

import ibis

from valuecast import portable
from valuecast.signals.past import Past
from valuecast.signals.weekly import weekday, weekly

_KEY = ("window_id", "customer_id")
_BILLION = 10**9
_MOST = 1e6
"""Bounds the square of a week against the mean, met only where refunds cancel nearly all of the value."""


def signals(past: Past) -> ibis.Table:
    """How evenly use is spread over weeks, gaps and days of the week.

    weekly_variation [standard deviation over mean of weekly value, idle weeks counted as 0], longest_gap [days],
    gap_variation [standard deviation over mean of the gaps between days of use; null below three of them],
    weekday_entropy [Shannon's, of days of use by day of the week, over ln 7].

    The longest gap runs from the first day of use in the window, between days of use, and up to as_of.
    """
    days = past.days.select(*_KEY, "age", "on")
    older = ibis.window(group_by=_KEY, order_by=days.age)
    gaps = days.mutate(before=days.age.lag().over(older))
    between = gaps.age - gaps.before
    sums = gaps.group_by(*_KEY).aggregate(
        longest=(gaps.age - gaps.before.fill_null(0) - 1).max(),
        total=between.sum(),
        squares=(between * between).sum(),
        n=between.count(),
    )
    spread = (sums.squares * sums.n - sums.total * sums.total).cast("float64").sqrt()
    found = sums.select(
        *_KEY,
        longest_gap=sums.longest.cast("float64"),
        gap_variation=ibis.ifelse(sums.n >= 2, spread / sums.total.nullif(0), ibis.null("float64")),
    )
    for further in (_variation(past), _entropy(days)):
        found = found.left_join(further, _KEY, rname="{name}__again").drop("window_id__again", "customer_id__again")
    return found


def _entropy(days: ibis.Table) -> ibis.Table:
    each = days.group_by(*_KEY, weekday=weekday(days["on"])).aggregate(n=days.count())
    logs = portable.steps(each.n * each.n.cast("float64").ln(), _BILLION)
    sums = each.group_by(*_KEY).aggregate(logs=logs.sum().cast("float64") / _BILLION, n=each.n.sum().cast("float64"))
    share = ibis.greatest(sums.n.ln() - sums.logs / sums.n, 0.0) / log(7)
    # Logarithms differ in their last digit between engines, and a model can make much of a last digit.
    return sums.select(*_KEY, weekday_entropy=portable.steps(share, _BILLION).cast("float64") / _BILLION)


def _variation(past: Past) -> ibis.Table:
    weeks = weekly(past)
    total = portable.thousandths(weeks.value).sum().over(group_by=_KEY).cast("float64") / portable.RESOLUTION
    # Against the mean first, so that the rounding below is as fine for small values as for large ones.
    rows = weeks.mutate(relative=weeks.value * weeks.weeks / total.nullif(0))
    rows = rows.filter(rows.relative.notnull())
    squares = portable.steps(ibis.least(rows.relative * rows.relative, _MOST), _BILLION)
    sums = rows.group_by(*_KEY).aggregate(squares=squares.sum().cast("float64"), n=rows.weeks.max())
    return sums.select(*_KEY, weekly_variation=ibis.greatest(sums.squares / _BILLION / sums.n - 1.0, 0.0).sqrt())
