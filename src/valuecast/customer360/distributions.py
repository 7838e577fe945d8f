"""Box figures of health and churn by segment, and who is where in its life with which engagement."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa

from valuecast.contracts.customer360 import STAGES
from valuecast.customer360.customers import SEGMENTS, Customers
from valuecast.customer360.health import composite
from valuecast.customer360.rfm import Numbers
from valuecast.customer360.tables import table

WHISKER = 1.5
"""Whiskers reach the last value within so many interquartile ranges (Tukey)."""


def box_table(customers: Customers) -> pa.Table:
    """Contract ``customer360_boxes``: measures by segment and by tier."""
    measures = {
        "customer_health_score": customers.health,
        "churn_probability": customers.churn,
        "composite_health": composite(customers),
    }
    tiers = [tier or "unknown" for tier in customers.tier]
    groups = {("rule", s): customers.within(s) for s in SEGMENTS}
    groups |= {("tier", t): np.array([n == t for n in tiers], dtype=bool) for t in sorted(set(tiers))}
    return table(
        "customer360_boxes",
        [
            {"measure": name, "segmentation": kind, "segment": segment, **_box(values[subset])}
            for name, values in measures.items()
            for (kind, segment), subset in groups.items()
        ],
    )


def matrix_table(customers: Customers) -> pa.Table:
    """Contract ``customer360_matrix``: lifecycle stage by recommended engagement model; counts add up to all."""
    stages = [s or "unknown" for s in customers.stage]
    models = [m or "unknown" for m in customers.engagement]
    order = {stage: i for i, stage in enumerate(STAGES, start=1)}
    rows = []
    for stage in sorted(set(stages), key=lambda s: (order.get(s, 99), s)):
        for model in sorted(set(models)):
            subset = np.array([(s, m) == (stage, model) for s, m in zip(stages, models, strict=True)], dtype=bool)
            ltv = customers.ltv[subset]
            rows.append(
                {
                    "position": order.get(stage, 99),
                    "lifecycle_stage": stage,
                    "engagement_model": model,
                    "customers": int(subset.sum()),
                    "share": float(subset.mean()),
                    "ltv": float(np.nansum(ltv)),
                    "mean_churn": _mean(customers.churn[subset]),
                }
            )
    return table("customer360_matrix", rows)


def _box(values: Numbers) -> dict[str, Any]:
    known = np.sort(values[~np.isnan(values)])
    if not len(known):
        names = ("least", "whisker_low", "q1", "median", "q3", "whisker_high", "most", "mean")
        return {"n": 0, "outliers": 0, **dict.fromkeys(names)}
    q1, median, q3 = np.percentile(known, (25, 50, 75))
    inside = known[(known >= q1 - WHISKER * (q3 - q1)) & (known <= q3 + WHISKER * (q3 - q1))]
    return {
        "n": len(known),
        "least": float(known[0]),
        "whisker_low": float(inside[0]),
        "q1": float(q1),
        "median": float(median),
        "q3": float(q3),
        "whisker_high": float(inside[-1]),
        "most": float(known[-1]),
        "mean": float(known.mean()),
        "outliers": len(known) - len(inside),
    }


def _mean(values: Numbers) -> float | None:
    known = values[~np.isnan(values)]
    return float(known.mean()) if len(known) else None
