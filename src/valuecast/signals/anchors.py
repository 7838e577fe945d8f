"""Who is assessed, at which instants."""

from __future__ import annotations

from collections.abc import Sequence

import ibis
import pyarrow as pa

from valuecast.contracts import Canonical
from valuecast.windows import Window


def window_table(windows: Sequence[Window]) -> ibis.Table:
    """The windows as a table: window_id, past_start, as_of."""
    return ibis.memtable(
        pa.table(
            {
                "window_id": pa.array([w.window_id for w in windows], pa.string()),
                "past_start": pa.array([w.past_start for w in windows], pa.date32()),
                "as_of": pa.array([w.as_of for w in windows], pa.date32()),
            }
        )
    )


def anchors(tables: Canonical, windows: Sequence[Window]) -> ibis.Table:
    """Every customer that was active before ``as_of`` or known to exist by then, at each window.

    Returns
    -------
    ibis.Table
        Contract ``anchors``: window_id, customer_id, as_of, past_start, active (at least one active day in
        the past window).
    """
    seen = tables.activity.group_by("customer_id").aggregate(first=tables.activity.day.min())
    known = tables.customers.select("customer_id", first=tables.customers.first_seen_on)
    both = seen.union(known.filter(known["first"].notnull()))
    firsts = both.group_by("customer_id").aggregate(first=both["first"].min())
    spans = window_table(windows)
    present = firsts.join(spans, firsts["first"] < spans.as_of)
    days = tables.activity.select("customer_id", "day")
    used = days.join(spans, [days.day >= spans.past_start, days.day < spans.as_of])
    used = used.select("window_id", "customer_id").distinct().mutate(used=ibis.literal(True))
    joined = present.left_join(used, ["window_id", "customer_id"])
    return joined.select("window_id", "customer_id", "as_of", "past_start", active=joined.used.fill_null(False))
