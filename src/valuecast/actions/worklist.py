"""The work list: every customer's playbook, ranked by value at stake for each hour, under a limit of hours."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from valuecast.actions import notes
from valuecast.actions.playbooks import described
from valuecast.actions.rules import SILENT_GAPS, Facts, Fit, counted_trend, fit
from valuecast.actions.value_at_stake import at_stake
from valuecast.contracts import OUTPUTS, Note, row_note

SPOKEN_OF = ("value_change", "days_since_last", "recency_ratio", "active_days", "latest_rating", "tenure_days")
LAST = "off-board"

Row = Mapping[str, object]
Numbers = Mapping[str, float | None]


@dataclass(frozen=True)
class Acted:
    """What `plan_actions` found: the work list, the playbooks, and notes."""

    actions: pa.Table
    playbooks: pa.Table
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class _Job:
    customer_id: str
    facts: Facts
    fit: Fit
    stake: float
    past: float
    reason: str

    @property
    def order(self) -> tuple[bool, float, float, str]:
        hours = self.fit.playbook.hours
        return (self.fit.playbook.name == LAST, -self.stake / hours, -self.past, self.customer_id)


def plan_actions(
    segments: pa.Table,
    trends: pa.Table,
    predictions: pa.Table | None,
    signals: pa.Table,
    accounts: pa.Table,
    *,
    capacity_hours: float,
    alerts: pa.Table | None = None,
) -> Acted:
    """Give each customer a playbook and a place on the work list.

    Parameters
    ----------
    segments : pyarrow.Table
        SEGMENTS of today: its customers are the list.
    trends : pyarrow.Table
        TRENDS of today, one row a customer: the first horizon, the chosen method.
    predictions : pyarrow.Table or None
        PREDICTIONS of today by the chosen model; None when there is none.
    signals : pyarrow.Table
        Signals of today; those that are absent or null are not spoken of and set off no rule.
    accounts : pyarrow.Table
        customer_id, account_id; the first account by name where a visitor has several.
    capacity_hours : float
        Hours that the team has [hours].
    alerts : pyarrow.Table or None
        Output table ``alerts``; what was seen is added to the reason. They change neither playbook nor place.

    Notes
    -----
    Ranked by value at stake / hours (`value_at_stake`), then past value, then id; off-board always last.
    ``within_capacity`` holds from the top of the list for as long as the hours add up to the capacity or less.
    """
    warnings_of = _evidence(alerts) if alerts is not None else {}
    trend_of, signals_of = _by_customer(trends), _by_customer(signals)
    predicted_of = _by_customer(predictions) if predictions is not None else {}
    jobs = sorted(
        (
            _job(
                segment,
                trend_of.get(str(key)),
                predicted_of.get(str(key), {}),
                signals_of.get(str(key), {}),
                warnings_of.get(str(key), ()),
            )
            for key, segment in _by_customer(segments).items()
        ),
        key=lambda job: job.order,
    )
    hours = np.cumsum([job.fit.playbook.hours for job in jobs])
    fits = hours <= capacity_hours
    counts = Counter(job.fit.playbook.name for job in jobs)
    stakes = [job.stake for job in jobs]
    return Acted(
        actions=_as_table(jobs, _first_accounts(accounts), fits.tolist()),
        playbooks=described(counts),
        notes=tuple(notes.on_worklist(stakes, fits, capacity_hours, trends=trends, signals=signals)),
    )


def _job(segment: Row, trend: Row | None, predicted: Row, signals: Row, warnings: Sequence[str]) -> _Job:
    numbers = {name: _number(signals.get(name)) for name in SPOKEN_OF}
    forecast = {name: _number((trend or {}).get(name)) for name in ("past_value", "forecast", "low", "high")}
    chances = {name: _number((trend or {}).get(name)) for name in ("p_up", "p_down")}
    facts = Facts(
        tier=str(segment["tier"]),
        trend=counted_trend(str(trend["predicted_class"]), forecast["past_value"], forecast["forecast"])
        if trend
        else None,
        onboarding=str(segment["lifecycle_stage"]).casefold().startswith("onboarding"),
        predicted_high_value=bool(predicted.get("high_value")),
        latest_rating=numbers["latest_rating"],
        days_since_last=numbers["days_since_last"],
        recency_ratio=numbers["recency_ratio"],
    )
    found = fit(facts)
    past = forecast["past_value"] or 0.0
    stake = at_stake(
        found.playbook,
        past=past,
        forecast=past if forecast["forecast"] is None else forecast["forecast"],
        low=forecast["low"],
        high=forecast["high"],
        **chances,
    )
    known = {
        **numbers,
        **chances,
        "months": _number((trend or {}).get("horizon_months")),
        "probability": _number(predicted.get("probability")),
    }
    return _Job(str(segment["customer_id"]), facts, found, stake, past, reason_for(found, known, warnings))


def reason_for(fit: Fit, known: Numbers, warnings: Sequence[str] = ()) -> str:
    """Why this customer, as a row note: the line of the rule, its own numbers, and what early warnings saw."""
    outlook = "coming back" if fit.dormant else "going Down" if fit.playbook.stake == "loss" else "going Up"
    return row_note(
        "work_reason",
        why=fit.why,
        outlook=outlook,
        tenure=fit.playbook.name == "onboard",
        likely=fit.playbook.name == "expand",
        unusual_gaps=SILENT_GAPS,
        known={name: value for name, value in known.items() if value is not None},
        warnings=list(warnings),
    )


def _as_table(jobs: Sequence[_Job], account_of: Mapping[str, str], fits: Sequence[bool]) -> pa.Table:
    books = [job.fit.playbook for job in jobs]
    columns = {
        "rank": pa.array(range(1, len(jobs) + 1), pa.int64()),
        "customer_id": pa.array([job.customer_id for job in jobs], pa.string()),
        "account_id": pa.array([account_of.get(job.customer_id) for job in jobs], pa.string()),
        "playbook": pa.array([book.name for book in books], pa.string()),
        "tier": pa.array([job.facts.tier for job in jobs], pa.string()),
        "trend_class": pa.array([job.facts.trend for job in jobs], pa.string()),
        "reason": pa.array([job.reason for job in jobs], pa.string()),
        "action": pa.array([book.action for book in books], pa.string()),
        "owner": pa.array([book.owner for book in books], pa.string()),
        "deadline_days": pa.array([book.deadline_days for book in books], pa.int64()),
        "measure": pa.array([book.measure for book in books], pa.string()),
        "value_at_stake": pa.array([job.stake for job in jobs], pa.float64()),
        "hours": pa.array([book.hours for book in books], pa.float64()),
        "within_capacity": pa.array(list(fits), pa.bool_()),
    }
    return OUTPUTS["actions"].conform(pa.table(columns))


def _by_customer(table: pa.Table) -> dict[str, Row]:
    return {str(row["customer_id"]): row for row in table.to_pylist()}


def _evidence(alerts: pa.Table) -> dict[str, list[str]]:
    """What was seen of each customer, as row notes."""
    seen: dict[str, list[str]] = {}
    for row in alerts.sort_by("rank").to_pylist():
        seen.setdefault(row["customer_id"], []).append(row["evidence"])
    return seen


def _first_accounts(accounts: pa.Table) -> dict[str, str]:
    known = accounts.select(["customer_id", "account_id"]).drop_null()
    ordered = known.sort_by([("customer_id", "ascending"), ("account_id", "descending")])
    return dict(zip(ordered["customer_id"].to_pylist(), ordered["account_id"].to_pylist(), strict=True))


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and not math.isnan(value) else None
