"""Composite health: half health, three tenths staying, two tenths lifetime value; with the bounds of its parts."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from valuecast.customer360.customers import Customers
from valuecast.customer360.rfm import Numbers
from valuecast.customer360.tables import table

FULL_LTV = 10_000.0
"""Lifetime value from which its component is full [currency units]."""
WEIGHTS = {"health": 0.5, "staying": 0.3, "ltv": 0.2}
_FORMULAS = {
    "health": "customer_health_score, 0 to 1",
    "staying": "1 − churn_probability",
    "ltv": "min(estimated_customer_ltv / 10,000, 1)",
}


def components(customers: Customers) -> dict[str, Numbers]:
    """The three components by customer, each 0 to 1, NaN where unknown."""
    return {
        "health": customers.health,
        "staying": 1 - customers.churn,
        "ltv": np.minimum(customers.ltv / FULL_LTV, 1.0),
    }


def composite(customers: Customers) -> Numbers:
    """0.5 · health + 0.3 · (1 − churn) + 0.2 · min(LTV / 10,000, 1), shape (customers,).

    NaN where a component is unknown: a missing one is not zero.
    """
    parts = components(customers)
    total: Numbers = sum((WEIGHTS[name] * values for name, values in parts.items()), start=np.zeros(len(customers.ids)))
    return total


def health_table(customers: Customers) -> pa.Table:
    """Contract ``customer360_health``: each component with weight and bounds, and the composite."""
    rows = []
    every = components(customers) | {"composite": composite(customers)}
    for position, (name, values) in enumerate(every.items(), start=1):
        known = values[~np.isnan(values)]
        low, high = (float(known.min()), float(known.max())) if len(known) else (None, None)
        weight = WEIGHTS.get(name)
        rows.append(
            {
                "position": position,
                "component": name,
                "formula": _FORMULAS.get(name, "0.5 · health + 0.3 · staying + 0.2 · ltv"),
                "weight": weight,
                "n": len(known),
                "least": low,
                "most": high,
                "mean": float(known.mean()) if len(known) else None,
                "adds_at_most": None if weight is None or high is None else weight * high,
            }
        )
    return table("customer360_health", rows)
