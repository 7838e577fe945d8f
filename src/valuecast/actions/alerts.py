"""Early warnings put together: ranked, with their rate of false alarms, and cut at what the team can look at.

The rule: the most severe first; within a severity those with most past value; then the strongest. How long ago it
began changes no place, so that a large customer long silent stands above a small one that fell silent lately, as it
does on the work list.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from valuecast.actions.alert_rules import (
    LIMITS,
    Limits,
    Warned,
    champion_gone,
    fewer_features,
    rating,
    silence,
    tickets,
    usage_drop,
)
from valuecast.actions.false_alarms import RATES
from valuecast.contracts import OUTPUTS, Note, note

HIGH, MEDIUM = 0.65, 0.35
LEVELS = ("high", "medium", "low")


@dataclass(frozen=True)
class Alerted:
    """What `early_warnings` found: output table ``alerts``, and notes."""

    alerts: pa.Table
    notes: tuple[Note, ...]


def early_warnings(
    signals: pa.Table,
    watched: Mapping[str, pa.Table],
    accounts: Mapping[str, str],
    *,
    as_of: date,
    capacity: int,
    limits: Limits = LIMITS,
    value_name: str = "value",
    rates_known: bool = True,
) -> Alerted:
    """Look at every customer that was active in the past window.

    Parameters
    ----------
    signals : pyarrow.Table
        Signals of the window that ends at ``as_of``.
    watched : mapping of str to pyarrow.Table
        ``weeks``, ``blocks``, ``champions``, ``answers``, by their contracts.
    accounts : mapping of str to str
        Account by customer, where it has one.
    capacity : int
        Customers that the team can look at because of a warning.
    value_name : str
        What value is: the unit of amounts that are told.
    rates_known : bool
        Whether the measured rates of false alarms may be quoted: they are of accounts whose use is known in minutes.

    Notes
    -----
    Severity: high from strength 0.65 on or with two or more kinds of warning at once, medium from 0.35 on, else low.
    Ranked by severity, then past value, then strength. All warnings of a customer stand together at its worst one's
    place.
    """
    rows = {str(row["customer_id"]): row for row in signals.to_pylist() if row["active"]}
    every = detect(signals, watched, as_of=as_of, limits=limits, value_name=value_name)
    found = [warned for warned in every if warned.customer_id in rows]
    value = {customer: _number(row.get("value")) for customer, row in rows.items()}
    by_customer: dict[str, list[Warned]] = {}
    for warned in sorted(found, key=lambda w: (-w.strength, w.kind)):
        by_customer.setdefault(warned.customer_id, []).append(warned)
    order = sorted(by_customer, key=lambda c: (_level(by_customer[c]), -value[c], -by_customer[c][0].strength, c))
    listed = [
        {
            "customer_id": customer,
            "account_id": accounts.get(customer),
            "kind": warned.kind,
            "since": warned.since,
            "severity": LEVELS[_level(by_customer[customer])],
            "strength": warned.strength,
            "evidence": warned.evidence,
            "past_value": value[customer],
            "false_alarm_rate": RATES[warned.kind] if rates_known else None,
            "within_capacity": place < capacity,
        }
        for place, customer in enumerate(order)
        for warned in by_customer[customer]
    ]
    contract = OUTPUTS["alerts"]
    ranked = [{"rank": rank, **row} for rank, row in enumerate(listed, start=1)]
    table = contract.conform(pa.Table.from_pylist(ranked, schema=contract.empty().schema))
    covered = note("customers_warned", warned=len(order), watched=len(rows), capacity=capacity)
    return Alerted(table, (covered, *_false_alarms(len(rows), found, rates_known)) if rows else ())


def detect(
    signals: pa.Table,
    watched: Mapping[str, pa.Table],
    *,
    as_of: date,
    limits: Limits = LIMITS,
    value_name: str = "value",
) -> tuple[Warned, ...]:
    """All warnings by all rules, in no particular order of importance."""
    known = signals.filter(signals["active"]).to_pylist()
    last_seen = {row["customer_id"]: _number(row.get("days_since_last")) for row in known}
    in_use = frozenset(customer for customer, days in last_seen.items() if days < limits.silent_days)
    return (
        *silence(signals.filter(signals["active"]), as_of, limits),
        *usage_drop(watched["weeks"], as_of, limits, value_name),
        *champion_gone(watched["champions"], last_seen, as_of, limits),
        *fewer_features(watched["blocks"], in_use, as_of, limits),
        *rating(watched["answers"], as_of, limits),
        *tickets(watched["blocks"], as_of, limits),
    )


def _level(warnings: list[Warned]) -> int:
    strongest = warnings[0].strength
    if strongest >= HIGH or len(warnings) > 1:
        return 0
    return 1 if strongest >= MEDIUM else 2


def _false_alarms(watched: int, found: Sequence[Warned], rates_known: bool) -> Iterator[Note]:
    """Warnings to expect of the kinds that were raised, were everybody quiet; the chart in the report adds up alike."""
    if not found:
        return
    if not rates_known:
        yield note("false_alarms_of_another_sort")
        return
    expected = watched * sum(RATES[kind] for kind in sorted({warned.kind for warned in found}))
    if expected <= len(found):
        yield note("false_alarms_expected", warnings=len(found), expected=expected)
    else:
        yield note("false_alarms_do_not_carry_over", warnings=len(found), expected=expected)


def _number(value: object) -> float:
    known = isinstance(value, int | float) and not math.isnan(value)
    return float(value) if known and isinstance(value, int | float) else 0.0
