"""Who is assessed, at which instants."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import or_

import ibis
import pyarrow as pa

from valuecast.contracts import Canonical, earlier, in_use
from valuecast.engines import portable
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
    days, known = tables.activity.filter(in_use(tables.activity)), tables.customers
    counts = {f"days_{i}": (days.day >= w.past_start) & earlier(days, "day", w.as_of) for i, w in enumerate(windows)}
    seen = days.group_by("customer_id").aggregate(
        first=days.day.min(), **{name: portable.only(1, inside).count() for name, inside in counts.items()}
    )
    listed = known.filter(known.first_seen_on.notnull()).select(
        "customer_id", first="first_seen_on", **dict.fromkeys(counts, ibis.literal(0, "int64"))
    )
    both = seen.union(listed)
    each = both.group_by("customer_id").aggregate(
        first=both["first"].min(), **{name: both[name].max() for name in counts}
    )
    spans = window_table(windows)
    present = each.join(spans, earlier(each, "first", spans.as_of))
    used = ((present.window_id == w.window_id) & (present[f"days_{i}"] > 0) for i, w in enumerate(windows))
    return present.select("window_id", "customer_id", "as_of", "past_start", active=reduce(or_, used))
