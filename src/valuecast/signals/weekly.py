"""Value by week, counted back from as_of: what stability and momentum share."""

from __future__ import annotations

import ibis

from valuecast import portable
from valuecast.signals.past import Past


def weekly(past: Past) -> ibis.Table:
    """window_id, customer_id, week [0 is the last], value, weeks [whole weeks in the past window, at least 1].

    Only whole weeks, and only weeks with use, have a row.
    """
    days = past.days
    rows = days.mutate(
        week=((days.age - 1) / 7).floor().cast("int64"),
        weeks=ibis.greatest((portable.days_between(days.as_of, days.past_start) / 7).floor().cast("int64"), 1),
    )
    rows = rows.filter(rows.week < rows.weeks)
    return rows.group_by("window_id", "customer_id", "week").aggregate(
        value=portable.exact_sum(rows.value), weeks=rows.weeks.max()
    )
