"""The kept rows as arrays, and the measures that are derived from them: proxies are named as proxies."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from valuecast.contracts.customer360 import KEY, TIERS
from valuecast.customer360.rfm import PARTS, Numbers
from valuecast.customer360.tables import table

MONTH = 30.44
"""Days in a month."""
LARGE = 5.0
"""Share of the portfolio above which a customer is large [%]."""
HIGH, SMB, OTHER = "high-value", "SMB", "other"
SEGMENTS = (HIGH, SMB, OTHER)


@dataclass(frozen=True)
class Proxy:
    """A stand-in for a measure that is missing."""

    name: str
    stands_for: str
    formula: str
    limits: str


PROXIES = (
    Proxy(
        "consistency",
        "cross_stage_engagement_consistency",
        "1 / (1 + population variance of R, F, M)",
        "says whether R, F and M are alike, not whether engagement is even over stages",
    ),
    Proxy(
        "ltv_velocity",
        "revenue_velocity_monthly",
        "estimated_customer_ltv / (account_age_days / 30.44)",
        "spreads an estimate for the whole life over the age so far: young accounts look fast",
    ),
    Proxy(
        "inactivity_ratio",
        "activity gaps",
        "days_since_last_activity / account_age_days",
        "sees the last gap only",
    ),
    Proxy(
        "activity_efficiency_proxy",
        "activity_efficiency",
        "1 − inactivity_ratio",
        "a customer active once, yesterday, looks efficient",
    ),
    Proxy(
        "rfm_imbalance",
        "value out of step with engagement",
        "M − (R + F) / 2",
        "rests on scores of 1 to 5, not on money",
    ),
)


@dataclass(frozen=True)
class Customers:
    """One snapshot row a customer, sorted by id; every array has shape (customers,), NaN where unknown."""

    ids: tuple[str, ...]
    tier: tuple[str | None, ...]
    stage: tuple[str | None, ...]
    engagement: tuple[str | None, ...]
    contribution: Numbers
    ltv: Numbers
    age: Numbers
    idle: Numbers
    health: Numbers
    churn: Numbers
    parts: Numbers
    supplied: Numbers

    @property
    def segment(self) -> tuple[str, ...]:
        """By the written rule: high-value, SMB or other."""
        return tuple(by_rule(tier, share) for tier, share in zip(self.tier, self.contribution.tolist(), strict=True))

    @property
    def derived(self) -> dict[str, Numbers]:
        """The proxies by name."""
        with np.errstate(divide="ignore", invalid="ignore"):
            months = np.where(self.age > 0, self.age / MONTH, np.nan)
            inactivity = np.where(self.age > 0, self.idle / self.age, np.nan)
        return {
            "consistency": consistency(self.parts),
            "ltv_velocity": self.ltv / months,
            "inactivity_ratio": inactivity,
            "activity_efficiency_proxy": 1 - inactivity,
            "rfm_imbalance": self.parts[:, 2] - (self.parts[:, 0] + self.parts[:, 1]) / 2,
        }

    def within(self, segment: str) -> npt.NDArray[np.bool_]:
        """Who is in a segment by rule, shape (customers,)."""
        return np.array([name == segment for name in self.segment], dtype=bool)


def customers_of(rows: pa.Table) -> Customers:
    """Read the kept rows of the value table; health is brought to 0 to 1 where it is given in per cent."""
    health = _numbers(rows, "customer_health_score")
    if len(health) and np.nanmax(np.append(health, 0.0)) > 1:
        health = health / 100
    return Customers(
        tuple(rows[KEY].to_pylist()),
        _texts(rows, "customer_tier"),
        _texts(rows, "lifecycle_stage"),
        _texts(rows, "recommended_engagement_model"),
        _numbers(rows, "portfolio_contribution_pct"),
        _numbers(rows, "estimated_customer_ltv"),
        _numbers(rows, "account_age_days"),
        _numbers(rows, "days_since_last_activity"),
        health,
        _numbers(rows, "churn_probability"),
        np.column_stack([_numbers(rows, name) for name in PARTS]).reshape(-1, 3),
        _numbers(rows, "rfm_avg_score"),
    )


def by_rule(tier: str | None, contribution: float) -> str:
    """The segment of one customer: both conditions, or other.

    >>> by_rule("Gold", 6.0), by_rule("Basic", 5.0), by_rule("Gold", 1.0), by_rule(None, 1.0)
    ('high-value', 'SMB', 'other', 'other')
    """
    if tier in TIERS[3:] and contribution > LARGE:
        return HIGH
    return SMB if tier in TIERS[:3] and contribution <= LARGE else OTHER


def consistency(parts: Numbers) -> Numbers:
    """1 / (1 + population variance of R, F, M), by customer: 1 where the three are equal.

    >>> consistency(np.array([[3.0, 3.0, 3.0], [1.0, 3.0, 5.0]])).round(3).tolist()
    [1.0, 0.273]
    """
    found: Numbers = 1 / (1 + parts.var(axis=1))
    return found


def proxy_table(customers: Customers) -> pa.Table:
    """Contract ``customer360_proxies``."""
    rows = []
    for proxy in PROXIES:
        values = customers.derived[proxy.name]
        known = values[~np.isnan(values)]
        rows.append(
            {
                "proxy": proxy.name,
                "stands_for": proxy.stands_for,
                "formula": proxy.formula,
                "limits": proxy.limits,
                "n": len(known),
                "mean": float(known.mean()) if len(known) else None,
                "median": float(np.median(known)) if len(known) else None,
                "least": float(known.min()) if len(known) else None,
                "most": float(known.max()) if len(known) else None,
            }
        )
    return table("customer360_proxies", rows)


def _numbers(rows: pa.Table, name: str) -> Numbers:
    if name not in rows.column_names:
        return np.full(rows.num_rows, np.nan)
    values: Numbers = np.asarray(rows[name].cast(pa.float64()).fill_null(float("nan")).to_numpy(), dtype=np.float64)
    return values


def _texts(rows: pa.Table, name: str) -> tuple[str | None, ...]:
    if name not in rows.column_names:
        return tuple(None for _ in range(rows.num_rows))
    found: tuple[str | None, ...] = tuple((text or "").strip() or None for text in rows[name].to_pylist())
    return found
