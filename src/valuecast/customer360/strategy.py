"""What to aim for in each segment, how to see it, and when to move resources.

Bands are rules, not measurements: normal is what the segment's own middle half shows today, or better; yellow is the
next tenth; red is below. Targets are the upper (or lower) quarter of the segment today: a level that a quarter of its
customers already have. Nothing here says that an action would reach them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pyarrow as pa

from valuecast.contracts import Note, note, row_note
from valuecast.customer360.customers import HIGH, OTHER, SEGMENTS, SMB, Customers
from valuecast.customer360.health import composite
from valuecast.customer360.rfm import Numbers
from valuecast.customer360.tables import table

FOCUS = {
    HIGH: "a named manager for each; a sponsor; a plan for the first year",
    SMB: "help itself: automated messages, self-service, a person on request only",
    OTHER: "a shared manager; watch who moves up or down",
}
COVERAGE = {HIGH: 15, SMB: 500, OTHER: 60}
"""Customers for each manager."""
FEW = 10
"""Fewest customers whose quantiles make bands."""
RULE = (
    "each month: a segment red in two KPIs gets one manager from the segment that is normal in all, never below that "
    "segment's coverage; it goes back when both have been normal for two months"
)


def strategy_table(customers: Customers) -> pa.Table:
    """Contract ``customer360_strategy``: one row a segment and KPI."""
    kpis: dict[str, tuple[Numbers, bool, str]] = {
        "health": (customers.health, True, "0 to 1"),
        "churn probability": (customers.churn, False, "0 to 1"),
        "composite health": (composite(customers), True, "0 to 1"),
        "days since last activity": (customers.idle, False, "days"),
    }
    rows = []
    for position, segment in enumerate(SEGMENTS, start=1):
        subset = customers.within(segment)
        for name, (values, up, unit) in kpis.items():
            rows.append(
                {
                    "position": position,
                    "segment": segment,
                    "focus": FOCUS[segment],
                    "kpi": name,
                    "unit": unit,
                    "n": int((subset & ~np.isnan(values)).sum()),
                    **_bands(values[subset], up),
                    "customers_per_manager": COVERAGE[segment],
                    "managers": int(-(-int(subset.sum()) // COVERAGE[segment])),
                    "rule": RULE,
                }
            )
    return table("customer360_strategy", rows)


def strategy_notes(customers: Customers) -> Iterator[Note]:
    """What the strategy rests on."""
    yield note("bands_are_quantiles")
    for segment in SEGMENTS:
        if not customers.within(segment).any():
            yield note("segment_without_customers", segment=segment)


def _bands(values: Numbers, up: bool) -> dict[str, Any]:
    known = values[~np.isnan(values)]
    if len(known) < FEW:
        few = row_note("band_unknown", least=FEW)
        current = float(np.median(known)) if len(known) else None
        return {"current": current, "target": None, "normal": few, "yellow": few, "red": few, "share_red": None}
    q10, q25, q75, q90 = np.percentile(known, (10, 25, 75, 90)).tolist()
    if up:
        return {
            "current": float(np.median(known)),
            "target": float(q75),
            "normal": row_note("band", low=q25, high=None),
            "yellow": row_note("band", low=q10, high=q25),
            "red": row_note("band_below", high=q10),
            "share_red": float((known < q10).mean()),
        }
    return {
        "current": float(np.median(known)),
        "target": float(q25),
        "normal": row_note("band", low=None, high=q75),
        "yellow": row_note("band", low=q75, high=q90),
        "red": row_note("band_above", low=q90),
        "share_red": float((known > q90).mean()),
    }
