"""Segments by rule, by percentile and by cluster: counts that add up, each with its worth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pyarrow as pa

from valuecast.contracts import Finding, finding
from valuecast.contracts.customer360 import STAGES, TIERS, VALUE
from valuecast.customer360.customers import SEGMENTS, Customers
from valuecast.customer360.tables import table

PERCENTILES = (98.0, 80.0)
"""Cuts of lifetime value: the top 2 % and the next 18 %."""


def by_percentile(customers: Customers) -> list[str]:
    """Top 2 %, next 18 % and rest by lifetime value, equals together; unknown where there is no value."""
    known = customers.ltv[~np.isnan(customers.ltv)]
    if not len(known):
        return ["unknown"] * len(customers.ids)
    high, middle = np.percentile(known, PERCENTILES)
    return [
        "unknown" if np.isnan(v) else "above P98" if v > high else "P80 to P98" if v > middle else "up to P80"
        for v in customers.ltv.tolist()
    ]


def segment_table(customers: Customers, clusters: Sequence[str | None]) -> pa.Table:
    """Contract ``customer360_segments``: within a segmentation, customers add up to all of them."""
    named = {
        "rule": (list(customers.segment), list(SEGMENTS)),
        "percentile": (by_percentile(customers), ["above P98", "P80 to P98", "up to P80", "unknown"]),
        "cluster": ([c or "unknown" for c in clusters], []),
        "tier": ([t or "unknown" for t in customers.tier], [*TIERS[::-1], "unknown"]),
    }
    rows = []
    for segmentation, (names, order) in named.items():
        every = [name for name in order if name in names or segmentation == "rule"]
        every += sorted(set(names) - set(every))
        rows += [
            _row(customers, segmentation, name, position, np.array([n == name for n in names], dtype=bool))
            for position, name in enumerate(every, start=1)
        ]
    return table("customer360_segments", rows)


def category_findings(customers: Customers) -> Iterator[Finding]:
    """A warning for each category whose names are not all known."""
    for column, values, known in (
        ("customer_tier", customers.tier, TIERS),
        ("lifecycle_stage", customers.stage, STAGES),
    ):
        strange = [v for v in values if v is not None and v not in known]
        if strange:
            yield finding(
                "categories_unknown",
                VALUE,
                column,
                count=len(strange),
                names=tuple(sorted(set(strange))[:5]),
                known=tuple(known),
            )


def _row(customers: Customers, segmentation: str, name: str, position: int, subset: Any) -> dict[str, Any]:
    total = np.nansum(customers.ltv)
    return {
        "segmentation": segmentation,
        "segment": name,
        "position": position,
        "customers": int(subset.sum()),
        "share": float(subset.mean()) if len(subset) else None,
        "ltv": float(np.nansum(customers.ltv[subset])),
        "ltv_share": float(np.nansum(customers.ltv[subset]) / total) if total else None,
        "contribution": float(np.nansum(customers.contribution[subset])),
        "mean_age_days": mean(customers.age[subset]),
        "mean_rfm": mean(customers.parts[subset].mean(axis=1)) if subset.any() else None,
        "mean_health": mean(customers.health[subset]),
        "mean_churn": mean(customers.churn[subset]),
    }


def mean(values: Any) -> float | None:
    """Mean of the known values; None where there is none."""
    known = values[~np.isnan(values)]
    return float(known.mean()) if len(known) else None
