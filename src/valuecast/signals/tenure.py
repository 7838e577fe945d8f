"""Tenure: how long a customer has been with us."""

from __future__ import annotations

import ibis

from valuecast.signals.past import Past


def signals(past: Past) -> ibis.Table:
    """tenure_days [first active day to as_of], span_days [first to last active day]."""
    ever = past.ever_days
    return ever.group_by("window_id", "customer_id").aggregate(
        tenure_days=ever.age.max().cast("float64"), span_days=(ever.age.max() - ever.age.min()).cast("float64")
    )
