"""What each customer did month by month and week by week up to as_of: what trends and early warnings look at."""

from __future__ import annotations

from datetime import date, timedelta

import ibis
import pyarrow as pa

from valuecast.contracts import Canonical
from valuecast.engines import portable
from valuecast.windows import months_after, whole_months

WEEKS = 26
BLOCK_DAYS = 28
BLOCKS = 6
LEAST_MEMBERS = 3


def months(activity: ibis.Table, as_of: date, data_start: date) -> ibis.Table:
    """Value of each customer in each whole month from ``data_start`` to ``as_of``.

    Parameters
    ----------
    activity : ibis.Table
        customer_id, day, value.

    Returns
    -------
    ibis.Table
        Contract ``months``; the month that ends at ``as_of`` is 0.
    """
    ages = range(whole_months(data_start, as_of))
    spans = ibis.memtable(
        pa.table(
            {
                "months_ago": pa.array(list(ages), pa.int64()),
                "start": pa.array([months_after(as_of, -age - 1) for age in ages], pa.date32()),
                "end": pa.array([months_after(as_of, -age) for age in ages], pa.date32()),
            }
        )
    )
    joined = activity.join(spans, [activity.day >= spans.start, activity.day < spans.end])
    return joined.group_by("customer_id", "months_ago").aggregate(value=portable.exact_sum(joined.value))


def watched(tables: Canonical, as_of: date) -> dict[str, ibis.Table]:
    """What early warnings are read from: contracts ``weeks``, ``blocks``, ``champions`` and ``answers``.

    Parameters
    ----------
    tables : Canonical
        ``activity`` with a ``value`` column [value].
    as_of : date
        Only rows before this day are read.
    """
    known = tables.before(as_of)
    return {
        "weeks": _weeks(known.activity, as_of),
        "blocks": _blocks(known, as_of),
        "champions": _champions(known.member_activity, as_of),
        "answers": known.ratings.select("customer_id", "rated_on", "rating"),
    }


def _weeks(activity: ibis.Table, as_of: date) -> ibis.Table:
    rows = _since(activity, "day", as_of, 7 * WEEKS)
    rows = rows.mutate(week=((rows.age - 1) / 7).floor().cast("int64"))
    return rows.group_by("customer_id", "week").aggregate(value=portable.exact_sum(rows.value))


def _blocks(tables: Canonical, as_of: date) -> ibis.Table:
    length = BLOCK_DAYS * BLOCKS
    usage = _in_blocks(_since(tables.product_usage, "day", as_of, length))
    items = usage.select("customer_id", "block", "product_feature_id").distinct()
    used = items.group_by("customer_id", "block").aggregate(
        features_used=items.count().cast("float64"), tickets=ibis.literal(0.0)
    )
    events = tables.outcomes.filter(tables.outcomes.kind == "ticket")
    opened = _in_blocks(_since(events, "occurred_on", as_of, length))
    raised = opened.group_by("customer_id", "block").aggregate(
        features_used=ibis.literal(0.0), tickets=opened.count().cast("float64")
    )
    both = used.union(raised)
    return both.group_by("customer_id", "block").aggregate(
        features_used=both.features_used.sum(), tickets=both.tickets.sum()
    )


def _champions(members: ibis.Table, as_of: date) -> ibis.Table:
    rows = _since(members, "day", as_of, 7 * WEEKS)
    before = rows.filter(rows.age > BLOCK_DAYS)
    each = before.group_by("customer_id", "member_id").aggregate(
        days=before.count().cast("float64"), newest=before.age.min(), oldest=before.age.max()
    )
    ranked = each.mutate(
        place=ibis.row_number().over(group_by="customer_id", order_by=[each.days.desc(), each.member_id]),
        total=each.days.sum().over(group_by="customer_id"),
        members=each.count().over(group_by="customer_id"),
    )
    first = ranked.filter((ranked.place == 0) & (ranked.members >= LEAST_MEMBERS) & (ranked.days > 1))
    seen = rows.group_by("customer_id", "member_id").aggregate(last_day=rows.on.max())
    found = first.inner_join(seen, ["customer_id", "member_id"])
    return found.select(
        "customer_id",
        "member_id",
        "days",
        "last_day",
        share=found.days / found.total,
        usual_gap=(found.oldest - found.newest).cast("float64") / (found.days - 1),
    )


def _since(rows: ibis.Table, day: str, as_of: date, days: int) -> ibis.Table:
    recent = rows.filter(rows[day] >= as_of - timedelta(days=days))
    return recent.mutate(age=portable.days_between(ibis.literal(as_of), recent[day]), on=recent[day])


def _in_blocks(rows: ibis.Table) -> ibis.Table:
    return rows.mutate(block=((rows.age - 1) / BLOCK_DAYS).floor().cast("int64"))
