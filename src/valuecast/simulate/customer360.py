"""A snapshot in the shape of the customer360 tables, from a seed, with faults that can be switched on.

Value falls off steeply from customer to customer; recency, frequency and money go together but not wholly, the better
customers are healthier and younger, and the segments, scores and probabilities of the tables are computed from these.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from valuecast.contracts.customer360 import ACTIVITY, CUSTOMER360, FUNNEL, KEY, STAGES, TIERS, VALUE, Kind
from valuecast.errors import ConfigurationError, nearest
from valuecast.simulate.folder import new_folder

FAULTS_360: dict[str, str] = {
    "activity_table_empty": "The activity table has its columns and no rows.",
    "funnel_table_empty": "The funnel table has its columns and no rows.",
    "repeated_emails": "One in twenty e-mails of the value table occurs again, with an earlier snapshot.",
    "missing_emails": "One in fifty rows of the value table has no e-mail.",
    "rfm_off": "One in ten supplied RFM scores is half a point too high.",
}
_TYPES: dict[Kind, pa.DataType] = {
    "text": pa.string(),
    "float64": pa.float64(),
    "bool": pa.bool_(),
    "instant": pa.timestamp("us"),
}
_ENGAGEMENT = ("Self-service", "Tech touch", "Low touch", "Mid touch", "High touch")
_RISK = ("Low", "Medium", "High", "Critical")
_CHANNELS = ("email", "web", "sales", "support")


@dataclass(frozen=True)
class Snapshot:
    """Settings of a simulated snapshot; the same settings give the same bytes.

    Parameters
    ----------
    customers : int
        Different customers in the value table.
    taken_on : date
        Day of the snapshot.
    seed : int
    faults : tuple of str
        Names from `FAULTS_360`.
    """

    customers: int = 400
    taken_on: date = date(2025, 6, 30)
    seed: int = 7
    faults: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for fault in self.faults:
            if fault not in FAULTS_360:
                raise ConfigurationError(
                    "unknown fault",
                    where="simulate.customer360.faults",
                    got=fault,
                    expected=f"one of {', '.join(FAULTS_360)}",
                    hint=nearest(fault, FAULTS_360),
                )
        if self.customers < 1:
            raise ConfigurationError("customers is out of range", got=self.customers, expected="1 or more")


def simulate_snapshot(snapshot: Snapshot, out: Path) -> dict[str, int]:
    """Write the three tables as Parquet files.

    Returns
    -------
    dict
        Rows touched by each fault.

    Raises
    ------
    OutputError
        When ``out`` holds something else or cannot be written.
    """
    tables, touched = snapshot_tables(snapshot)
    with new_folder(Path(out)) as folder:
        for name, table in tables.items():
            pq.write_table(table, folder / f"{name}.parquet")
        (folder / "truth" / "parameters.json").write_text("{}\n", encoding="utf-8")
    return touched


def snapshot_tables(snapshot: Snapshot) -> tuple[dict[str, pa.Table], dict[str, int]]:
    """The three tables, and how many rows each fault touched."""
    rng = np.random.default_rng([360, snapshot.seed])
    people = _customers(snapshot, rng)
    columns = {VALUE: people, ACTIVITY: people | _activity(people, rng), FUNNEL: people | _funnel(people, rng)}
    tables = {name: _table(name, given, snapshot) for name, given in columns.items()}
    return _spoil(tables, snapshot, rng)


def _customers(snapshot: Snapshot, rng: np.random.Generator) -> dict[str, Any]:
    n = snapshot.customers
    worth = rng.normal(size=n)
    ltv = np.round(np.exp(7.2 + 1.6 * worth + 0.3 * rng.normal(size=n)), 2)
    rank = np.argsort(np.argsort(ltv)) / max(n, 1)
    tier = np.digitize(rank, (0.45, 0.68, 0.85, 0.95))
    scores = {
        name: np.clip(np.round(3 + weight * worth + spread * rng.normal(size=n)), 1, 5)
        for name, weight, spread in (("recency", 0.8, 0.9), ("frequency", 0.9, 0.8), ("monetary", 1.2, 0.4))
    }
    mean = np.round((scores["recency"] + scores["frequency"] + scores["monetary"]) / 3, 2)
    age = np.round(np.clip(600 - 90 * worth + 220 * rng.normal(size=n), 20, 2500))
    idle = np.round(np.clip(np.exp(3.2 - 0.5 * (scores["recency"] - 3) + 0.6 * rng.normal(size=n)), 0, age))
    health = np.round(1 / (1 + np.exp(-(0.9 * worth + 0.5 * rng.normal(size=n)))), 4)
    churn = np.round(1 / (1 + np.exp(1.1 * worth + 0.4 + 0.6 * rng.normal(size=n))), 4)
    revenue = np.round(ltv / 3 * np.exp(0.2 * rng.normal(size=n)), 2)
    stage = np.where(idle > 150, 4, np.digitize(age, (120, 300, 600)))
    names = [f"c{i + 1:05d}" for i in range(n)]
    return {
        KEY: [f"{name}@example.com" for name in names],
        "primary_organization": [f"Organisation {i // 2 + 1}" for i in range(n)],
        "marketo_lead_id": names,
        "stripe_customer_id": [f"cus_{name}" for name in names],
        "zendesk_user_id": [f"z{name}" for name in names],
        "account_age_days": age,
        "days_since_last_activity": idle,
        "estimated_customer_ltv": ltv,
        "adjusted_ltv": np.round(ltv * (1 - churn / 2), 2),
        "expected_annual_revenue": revenue,
        "potential_revenue_loss": np.round(revenue * churn, 2),
        "portfolio_contribution_pct": np.round(100 * ltv / ltv.sum(), 6),
        "churn_probability": churn,
        "revenue_risk_percentage": np.round(100 * churn, 2),
        "customer_health_score": health,
        "customer_tier": _words(TIERS, tier),
        "revenue_tier": _words(TIERS, tier),
        "lifecycle_stage": _words(STAGES, stage),
        "customer_segment": _words(("Small", "Medium", "Enterprise"), np.digitize(rank, (0.6, 0.9))),
        "recommended_engagement_model": _words(_ENGAGEMENT, np.clip(tier + (rng.random(n) < 0.15), 0, 4)),
        "risk_category": _words(_RISK, np.digitize(churn, (0.25, 0.5, 0.75))),
        "recency_score": scores["recency"],
        "frequency_score": scores["frequency"],
        "monetary_score": scores["monetary"],
        "rfm_avg_score": mean,
        "rfm_score": [f"{r:.0f}{f:.0f}{m:.0f}" for r, f, m in zip(*scores.values(), strict=True)],
        "rfm_segment": _words(("Hibernating", "At risk", "Loyal", "Champions"), np.digitize(mean, (2, 3, 4))),
        "investment_priority_score": np.round(10 * rank, 2),
        "upsell_potential": np.round(rng.random(n), 3),
        "value_stability": np.round(rng.random(n), 3),
        "concentration_risk": np.round(rank**4, 4),
        "taken_at": np.full(n, np.datetime64(snapshot.taken_on, "us") + np.timedelta64(6, "h")),
        "taken_on": snapshot.taken_on,
        "worth": worth,
    }


def _activity(people: dict[str, Any], rng: np.random.Generator) -> dict[str, Any]:
    idle, age, n = people["days_since_last_activity"], people["account_age_days"], len(people["worth"])
    last = [people["taken_on"] - timedelta(days=int(d)) for d in idle]
    first = [people["taken_on"] - timedelta(days=int(d)) for d in age]
    engagement = np.round(1 / (1 + np.exp(-people["worth"] - 0.5 * rng.normal(size=n))), 4)
    return {
        **{f"active_{days}_days": idle <= days for days in (30, 60, 90, 180, 365)},
        "active_channel_count": np.clip(np.round(2 + people["worth"]), 1, 4),
        "activity_efficiency": np.round(np.clip(1 - idle / age + 0.02 * rng.normal(size=n), 0, 1), 4),
        "cross_platform_consistency": np.round(rng.beta(4, 3, n), 4),
        "composite_engagement_score": engagement,
        "weighted_engagement_score": engagement,
        "engagement_velocity": np.round(rng.normal(0, 0.2, n), 4),
        "primary_engagement_channel": _words(_CHANNELS, rng.integers(0, len(_CHANNELS), n)),
        "customer_last_activity": np.array(last, dtype="datetime64[us]"),
        "customer_first_touchpoint": np.array(first, dtype="datetime64[us]"),
        "weeks_since_last_activity": np.floor(idle / 7),
        "months_since_last_activity": np.floor(idle / 30.44),
        "in_stripe": np.ones(n, dtype=bool),
        "in_marketo": rng.random(n) < 0.9,
        "in_zendesk": rng.random(n) < 0.7,
    }


def _funnel(people: dict[str, Any], rng: np.random.Generator) -> dict[str, Any]:
    n = len(people["worth"])
    reached = np.sort(rng.random((n, 2)), axis=1)
    return {
        "cross_stage_engagement_consistency": np.round(
            np.clip(0.6 + 0.05 * people["worth"] + 0.15 * rng.normal(size=n), 0, 1), 4
        ),
        "revenue_velocity_monthly": np.round(
            people["estimated_customer_ltv"] / (people["account_age_days"] / 30.44), 4
        ),
        "marketing_to_sales_days": np.round(rng.gamma(3, 10, n)),
        "sales_to_support_days": np.round(rng.gamma(2, 12, n)),
        "primary_engagement_channel": _words(_CHANNELS, rng.integers(0, len(_CHANNELS), n)),
        "funnel_efficiency": np.round(reached[:, 0], 4),
        "journey_completeness_score": np.round(reached[:, 1], 4),
        "drop_off_risk": np.round(people["churn_probability"] * 0.9, 4),
        "reached_awareness": np.ones(n, dtype=bool),
        "reached_conversion": rng.random(n) < 0.8,
        "reached_support": rng.random(n) < 0.6,
    }


def _table(name: str, given: dict[str, Any], snapshot: Snapshot) -> pa.Table:
    n, arrays = snapshot.customers, {}
    for column, kind in CUSTOMER360[name].items():
        values = given.get("taken_at") if column.endswith("analysis_timestamp") else given.get(column)
        arrays[column] = pa.nulls(n, _TYPES[kind]) if values is None else pa.array(values).cast(_TYPES[kind])
    return pa.table(arrays)


def _spoil(
    tables: dict[str, pa.Table], snapshot: Snapshot, rng: np.random.Generator
) -> tuple[dict[str, pa.Table], dict[str, int]]:
    touched: dict[str, int] = {}
    faults, value = snapshot.faults, tables[VALUE]
    if "rfm_off" in faults:
        off = _some(value.num_rows, 0.1, rng)
        scores = value["rfm_avg_score"].to_numpy() + np.where(off, 0.5, 0.0)
        value = value.set_column(value.column_names.index("rfm_avg_score"), "rfm_avg_score", pa.array(scores))
        touched["rfm_off"] = int(off.sum())
    if "repeated_emails" in faults:
        again = value.filter(pa.array(_some(value.num_rows, 0.05, rng)))
        earlier = np.full(again.num_rows, np.datetime64(snapshot.taken_on - timedelta(days=30), "us"))
        again = again.set_column(
            again.column_names.index("analysis_timestamp"), "analysis_timestamp", pa.array(earlier)
        )
        value = pa.concat_tables([value, again])
        touched["repeated_emails"] = again.num_rows
    if "missing_emails" in faults:
        lost = _some(value.num_rows, 0.02, rng)
        emails = pa.array([None if gone else email for gone, email in zip(lost, value[KEY].to_pylist(), strict=True)])
        value = value.set_column(value.column_names.index(KEY), KEY, emails.cast(pa.string()))
        touched["missing_emails"] = int(lost.sum())
    tables = tables | {VALUE: value}
    for fault, name in (("activity_table_empty", ACTIVITY), ("funnel_table_empty", FUNNEL)):
        if fault in faults:
            touched[fault] = tables[name].num_rows
            tables[name] = tables[name].slice(0, 0)
    return tables, touched


def _some(n: int, share: float, rng: np.random.Generator) -> NDArray[np.bool_]:
    chosen = np.zeros(n, dtype=bool)
    chosen[rng.choice(n, max(1, round(share * n)), replace=False)] = True
    return chosen


def _words(words: tuple[str, ...], place: NDArray[Any]) -> list[str]:
    return [words[i] for i in place.astype(int)]
