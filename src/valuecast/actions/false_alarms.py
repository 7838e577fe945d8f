"""How often each early warning is raised for a quiet simulated account, at one look.

Quiet: in state hold or grow, on the oracle's word, for the six months before the look and the three after it. Written
down from ``benchmarks/trend.py``, which measures them again; real companies are
not this orderly, and visitors are not accounts.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

RATES: Mapping[str, float] = MappingProxyType(
    {
        "silence": 0.0161,
        "usage_drop": 0.01,
        "champion_gone": 0.0119,
        "fewer_features": 0.0079,
        "rating": 0.0064,
        "tickets": 0.0041,
        "any": 0.0538,
    }
)
