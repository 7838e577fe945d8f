"""Look at a warehouse and propose a configuration: what kind of tables, which columns mean what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import ibis
import ibis.expr.datatypes as dt

from valuecast.sources.warehouse import Warehouse

_WORDS: dict[str, tuple[str, ...]] = {
    "customer_id": ("customer_id", "account_id", "account", "customer", "client_id", "company_id", "cust_id", "org_id"),
    "member_id": ("member_id", "visitor_id", "user_id", "contact_id", "person_id"),
    "time": (
        "occurred_at",
        "occurred_on",
        "event_time",
        "timestamp",
        "date_day",
        "day",
        "date",
        "order_date",
        "created_at",
    ),
    "minutes": ("minutes", "sum_minutes", "duration_minutes", "num_minutes"),
    "count": ("count", "n_events", "num_events", "event_count"),
    "amount": ("amount", "revenue", "dollar_value", "dollars", "price", "total", "sales", "mrr"),
    "product_feature": ("product_feature", "feature_id", "feature", "event_type", "event_name", "event"),
}


@dataclass(frozen=True)
class Detected:
    """What was found, and what could not be told.

    ``mapping`` is empty for a source that needs none; ``unsure`` says in words what to check.
    """

    kind: str
    mapping: dict[str, str] = field(default_factory=dict)
    unsure: tuple[str, ...] = ()


def detect(warehouse: Warehouse) -> Detected:
    """Guess the kind and the column mapping from names, never from values."""
    if any(name.lower().startswith("pendo__") for name in warehouse.tables):
        return Detected("pendo")
    if any(name.lower().startswith("customer360__") for name in warehouse.tables):
        return Detected("customer360")
    name = max(sorted(warehouse.tables), key=lambda table: len(_guess(warehouse.tables[table])))
    guessed = _guess(warehouse.tables[name])
    unsure = tuple(
        f"no column of {name} looks like {role}: set events.{role}"
        for role in ("customer_id", "time")
        if role not in guessed
    )
    mapping = ({"table": name} if len(warehouse.tables) > 1 else {}) | guessed
    return Detected("events", mapping, unsure)


def _guess(table: ibis.Table) -> dict[str, str]:
    found: dict[str, str] = {}
    for role, words in _WORDS.items():
        column = _first(table.columns, words)
        if column and column not in found.values() and _fits(role, table.schema()[column]):
            found[role] = column
    return found


def _first(columns: Sequence[str], words: Sequence[str]) -> str | None:
    spelt = {column.lower(): column for column in columns}
    return next((spelt[word] for word in words if word in spelt), None)


def _fits(role: str, kind: dt.DataType) -> bool:
    if role in ("minutes", "count", "amount"):
        return isinstance(kind, dt.Numeric | dt.String)
    return True
