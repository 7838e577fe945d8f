"""Everything that signals need to know of the days of use: two passes over those of each window, and no more.

The days of use are the one table that grows without end, so no signal reads it by itself: what it needs is a column of
`by_window` or `by_week`, and its module works it out from there, a row for each anchor. Each window reads its own days
and groups them by customer: half the cost of joining the days with all windows and grouping by both.
"""

from __future__ import annotations

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from valuecast.contracts import earlier, in_use
from valuecast.engines import portable
from valuecast.windows import Window

MONTH_DAYS = 30
"""A month, where a signal compares the last one with the one before [days]."""
WEEK_DAYS = 7
YEAR_DAYS, QUARTER_DAYS = 364, 91
"""A year of whole weeks, so that a quarter holds as many weekends as another [days]."""

_HALF = 2**24
_MOST = 2**52
"""No week counts for more than 4.5e12 in a sum of squares, which then stays a whole number that engines can hold."""


def linked(activity: ibis.Table) -> ibis.Table:
    """Days with ``used`` and ``before``, the day of use before each; as they are where they have it.

    It does not depend on a window, so a run works it out once, when it keeps the days in the engine.
    """
    if "before" in activity.columns:
        return activity
    days = activity.mutate(used=in_use(activity))
    day = ibis.ifelse(days.used, days.day, ibis.null("date"))
    earlier_days = ibis.window(group_by=days.customer_id, order_by=days.day, preceding=(None, 1))
    return days.mutate(before=day.max().over(earlier_days))


def summed(activity: ibis.Table, anchors: ibis.Table, windows: Sequence[Window]) -> ibis.Table:
    """Anchors with the sums over their days of use, null without such a day.

    Parameters
    ----------
    activity : ibis.Table
        Canonical, with ``value`` [value], `linked` or not.
    anchors : ibis.Table
        Contract ``anchors``.
    windows : sequence of Window
        At least one; the anchors of others are left out.

    Returns
    -------
    ibis.Table
        The anchors with the columns of `by_window` and `by_week`.
    """
    days, found = linked(activity), []
    for window in windows:
        subset = anchors.filter(anchors.window_id == window.window_id)
        for sums in (by_window(days, window), by_week(days, window)):
            subset = subset.left_join(sums, "customer_id", rname="{name}__again").drop("customer_id__again")
        found.append(subset)
    return ibis.union(*found) if len(found) > 1 else found[0]


def by_window(activity: ibis.Table, window: Window) -> ibis.Table:
    """Sums over the days before ``as_of``, one row for each customer with such a day.

    Parameters
    ----------
    activity : ibis.Table
        As `linked` leaves it, with ``value`` [value].
    window : Window
        Where time is cut off.

    Returns
    -------
    ibis.Table
        Of the past window: ``days``, ``value``, ``minutes``, ``events``, ``visits``; ``days_1``, ``days_2``,
        ``value_1`` to ``value_3`` [its last, second and third last 30 days]; ``newest``, ``oldest`` [age in days];
        ``gaps``, ``gap_total``, ``gap_squares``, ``gap_most`` [between days of use, in days]; ``weekday_0`` to
        ``weekday_6`` [days]. Of all time before ``as_of``: ``first_age``, ``last_age`` [days], ``value_ever``,
        ``value_ever_1`` [last 30 days], ``value_year``, ``value_season``. Sums without a row, and of measures that
        nobody recorded, are null.
    """
    start, end = ibis.literal(window.past_start), ibis.literal(window.as_of)
    rows = activity.filter(earlier(activity, "day", end))
    rows = rows.select(
        "customer_id",
        **{name: portable.thousandths(rows[name]) for name in ("value", "minutes", "events", "active_members")},
        age=portable.days_between(end, rows.day),
        inside=rows.day >= start,
        used=rows.used,
        gap=ibis.ifelse(
            rows.used & (rows.before >= start), portable.days_between(rows.day, rows.before), ibis.null("int64")
        ),
        weekday=weekday(rows.day),
    )
    inside, age, used = rows.inside, rows.age, rows.inside & rows.used
    month = [inside & (age > MONTH_DAYS * back) & (age <= MONTH_DAYS * (back + 1)) for back in range(3)]
    season = (age > YEAR_DAYS - QUARTER_DAYS) & (age <= YEAR_DAYS)
    return rows.group_by("customer_id").aggregate(
        days=portable.only(1, used).count(),
        days_1=portable.only(1, month[0] & used).count(),
        days_2=portable.only(1, month[1] & used).count(),
        newest=portable.only(age, used).min(),
        oldest=portable.only(age, used).max(),
        gaps=rows.gap.count(),
        gap_total=rows.gap.sum(),
        gap_squares=(rows.gap * rows.gap).sum(),
        gap_most=rows.gap.max(),
        first_age=portable.only(age, rows.used).max(),
        last_age=portable.only(age, rows.used).min(),
        **{f"weekday_{day}": portable.only(1, used & (rows.weekday == day)).count() for day in range(WEEK_DAYS)},
        **{
            name: _units(portable.only(column, where).sum())
            for name, column, where in (
                ("value", rows.value, inside),
                ("value_1", rows.value, month[0]),
                ("value_2", rows.value, month[1]),
                ("value_3", rows.value, month[2]),
                ("value_ever", rows.value, None),
                ("value_ever_1", rows.value, age <= MONTH_DAYS),
                ("value_year", rows.value, age <= YEAR_DAYS),
                ("value_season", rows.value, season),
                ("minutes", rows.minutes, inside),
                ("events", rows.events, inside),
                ("visits", rows.active_members, inside),
            )
        },
    )


def by_week(activity: ibis.Table, window: Window) -> ibis.Table:
    """Sums over the weeks of a past window, counted back from ``as_of``; one row for each customer with a day of use.

    Returns
    -------
    ibis.Table
        ``weeks_used`` [weeks with use, the part of a week at the beginning included]; over whole weeks only
        ``week_total``, ``week_trend`` [value, and value times the week, 0 for the oldest], ``week_squares`` [squared
        value of each week, added up]; null where no whole week has use.
    """
    start, end = ibis.literal(window.past_start), ibis.literal(window.as_of)
    rows = activity.filter(earlier(activity, "day", end), activity.day >= start)
    rows = rows.select(
        "customer_id",
        value=portable.thousandths(rows.value),
        used=in_use(rows),
        week=((portable.days_between(end, rows.day) - 1) / WEEK_DAYS).floor().cast("int64"),
    )
    weeks = rows.group_by("customer_id", "week").aggregate(
        value=rows.value.sum().cast("int64"), used=portable.only(1, rows.used).count()
    )
    # A square is added up in two halves, as whole numbers: exact, whatever the order of rows.
    bounded = ibis.least(ibis.greatest(weeks.value, -_MOST), _MOST)
    high = (bounded / _HALF).floor().cast("int64")
    count = whole_weeks(window)
    weeks = weeks.mutate(high=high, low=bounded - high * _HALF, whole=weeks.week < count)
    high, both, low = (
        portable.only(product, weeks.whole).sum().cast("float64")
        for product in (weeks.high * weeks.high, weeks.high * weeks.low, weeks.low * weeks.low)
    )
    return weeks.group_by("customer_id").aggregate(
        weeks_used=portable.only(1, weeks.used > 0).count(),
        week_total=_units(portable.only(weeks.value, weeks.whole).sum()),
        week_trend=_units(portable.only(weeks.value * (count - 1 - weeks.week), weeks.whole).sum()),
        week_squares=((high * _HALF + 2 * both) * _HALF + low) / float(portable.RESOLUTION) ** 2,
        weeks=portable.constant(count),
    )


def whole_weeks(window: Window) -> int:
    """Whole weeks in a past window, at least 1."""
    return max((window.as_of - window.past_start).days // WEEK_DAYS, 1)


def weekday(day: ir.DateValue) -> ir.IntegerValue:
    """Day of the week, 0 for Monday to 6 for Sunday, the same on every engine."""
    since = portable.days_between(day, ibis.date("2000-01-03"))
    return ((since % WEEK_DAYS) + WEEK_DAYS) % WEEK_DAYS


def _units(thousandths: ir.IntegerScalar) -> ir.FloatingScalar:
    return thousandths.cast("float64") / portable.RESOLUTION
