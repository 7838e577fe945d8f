"""Tenure: how long a customer has been with us."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir


def signals(sums: ibis.Table) -> dict[str, ir.Value]:
    """tenure_days [first active day to as_of], span_days [first to last active day]."""
    return {"tenure_days": sums.first_age, "span_days": sums.first_age - sums.last_age}
