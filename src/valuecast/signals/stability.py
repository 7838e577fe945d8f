"""Stability: how evenly a customer's use is spread over the past window."""

from __future__ import annotations

from math import log

import ibis
import ibis.expr.types as ir

from valuecast.engines import portable
from valuecast.signals.daily import WEEK_DAYS

_BILLION = 10**9
_MOST = 1e6
"""Bounds the mean square of a week against the mean, met only where refunds cancel nearly all of the value."""


def signals(sums: ibis.Table) -> dict[str, ir.Value]:
    """How evenly use is spread over weeks, gaps and days of the week.

    weekly_variation [standard deviation over mean of weekly value, idle weeks counted as 0], longest_gap [days],
    gap_variation [standard deviation over mean of the gaps between days of use; null below three of them],
    weekday_entropy [Shannon's, of days of use by day of the week, over ln 7].

    The longest gap runs from the first day of use in the window, between days of use, and up to as_of.
    """
    spread = (sums.gap_squares * sums.gaps - sums.gap_total * sums.gap_total).cast("float64").sqrt()
    return {
        "weekly_variation": _weekly_variation(sums),
        "longest_gap": portable.at_least(sums.newest, sums.gap_most.fill_null(0)) - 1,
        "gap_variation": ibis.ifelse(sums.gaps >= 2, spread / sums.gap_total.nullif(0), ibis.null("float64")),
        "weekday_entropy": _weekday_entropy(sums),
    }


def _weekly_variation(sums: ibis.Table) -> ir.FloatingValue:
    total = sums.week_total.nullif(0)
    square = sums.week_squares / total / total * sums.weeks
    square = portable.at_most(square, portable.constant(_MOST))
    return portable.at_least(_rounded(square) - 1.0, portable.constant(0.0)).sqrt()


def _weekday_entropy(sums: ibis.Table) -> ir.FloatingValue:
    """``ln n − Σ k ln k / n`` of *n* days, *k* of them on each day of the week."""
    days = sums.days.nullif(0).cast("float64")
    each = [sums[f"weekday_{day}"].cast("float64") for day in range(WEEK_DAYS)]
    logs = [_rounded(k * ibis.greatest(k, 1.0).ln()) for k in each]
    entropy = days.ln() - sum(logs[1:], start=logs[0]) / days
    # Logarithms differ in their last digit between engines, and a model can make much of a last digit.
    return _rounded(portable.at_least(entropy, portable.constant(0.0)) / log(WEEK_DAYS))


def _rounded(number: ir.FloatingValue) -> ir.FloatingValue:
    """To nine digits, so that what is even stays even, and equal customers tie, in every engine."""
    return portable.steps(number, _BILLION).cast("float64") / _BILLION
