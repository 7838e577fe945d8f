"""Look at a warehouse and propose a configuration: what kind of tables, which columns mean what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import ibis
import ibis.expr.datatypes as dt

from valuecast.engines import Warehouse, portable
from valuecast.sources import causes

LOOKED_AT = 5000
"""Rows of a table that are looked at."""
REPEATS = 1.2
"""Rows by value from which on a column can name the customer of a row rather than the row."""
DATED = 0.9
"""Share of the values that must be days for a column of text or numbers to be one of days."""
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
    "amount": ("amount", "revenue", "dollar_value", "dollars", "price", "total", "sales", "mrr", "spent", "betrag"),
    "product_feature": ("product_feature", "feature_id", "feature", "event_type", "event_name", "event"),
}
_NAMES_SOMEBODY = re.compile(
    r"customer|client|kunde|cliente|account|company|tenant|org(?![a-z])|buyer|member|user|e?mail|visitor|cust(?![a-z])"
)
_IS_AN_ID = re.compile(r"(^|_)(id|key|no|nr|number|uuid)$|id$")
_DAY_WORDS = re.compile(r"date|day|time|_at$|_on$|when|datum|fecha|created|stamp")


@dataclass(frozen=True)
class Detected:
    """What was found, and what could not be told.

    ``mapping`` is empty for a source that needs none; ``unsure`` says in words what to check, ``missing`` names the
    roles without which nothing works, and ``columns`` lists what was seen, by table, the likeliest first. ``equals``
    names tables that would do as well as the one taken.
    """

    kind: str
    mapping: dict[str, str] = field(default_factory=dict)
    unsure: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    columns: dict[str, tuple[str, ...]] = field(default_factory=dict)
    possible: bool = True
    equals: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Looked:
    """A table as a log: which column could be what, and how well it would do."""

    name: str
    roles: dict[str, str]
    date_format: str = ""
    dated: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()

    @property
    def rank(self) -> tuple[int, int, str]:
        """Sort key: who and when first, then how many roles; ties by name."""
        needed = ("customer_id" in self.roles) + ("time" in self.roles)
        return (-needed, -len(self.roles), self.name)


def detect(warehouse: Warehouse) -> Detected:
    """Guess the kind from the names of tables, and the columns of a log from their names, types and first rows."""
    if any(name.lower().startswith("pendo__") for name in warehouse.tables):
        return Detected("pendo")
    if any(name.lower().startswith("customer360__") for name in warehouse.tables):
        return Detected("customer360")
    looked = sorted((_look(name, table) for name, table in warehouse.tables.items()), key=lambda one: one.rank)
    best = looked[0]
    missing = tuple(role for role in ("customer_id", "time") if role not in best.roles)
    hint = causes.headless(list(warehouse.tables[best.name].columns))
    unsure = [hint] if hint else []
    unsure += [f"no column of {best.name} looks like {role}: set events.{role}" for role in missing]
    if len(best.dated) > 1 and "time" in best.roles:
        others = ", ".join(name for name in best.dated if name != best.roles["time"])
        unsure.append(f"{best.roles['time']} was taken for the time; also dated: {others}")
    rivals = [one.name for one in looked[1:] if one.rank[0] == best.rank[0] == -2]
    if rivals:
        unsure.append(f"{best.name} was taken for the log; these could be one too: {', '.join(rivals[:10])}")
    mapping = ({"table": best.name} if len(warehouse.tables) > 1 else {}) | best.roles
    if best.date_format:
        mapping["date_format"] = best.date_format
    return Detected(
        "events",
        mapping,
        tuple(unsure),
        missing,
        {one.name: one.columns for one in looked},
        possible=any(
            one.dated or any(_DAY_WORDS.search(c.partition(" [")[0].lower()) for c in one.columns) for one in looked
        ),
        equals=tuple(one.name for one in looked[1:] if rivals and one.rank[:2] == best.rank[:2]),
    )


def _look(name: str, table: ibis.Table) -> _Looked:
    """What the columns of a table could be: by name, then by type and content."""
    schema = table.schema()
    head = table.limit(LOOKED_AT).to_pyarrow()
    seen = {column: [v for v in head[column].to_pylist() if v is not None and v != ""] for column in table.columns}
    dated, forms = [], {}
    for column in table.columns:
        form = _days(schema[column], seen[column])
        if form is not None:
            dated.append(column)
            forms[column] = form
    roles: dict[str, str] = {}
    for role, words in _WORDS.items():
        found = _first(table.columns, words)
        if found and found not in roles.values() and _fits(role, schema[found], found in dated):
            roles[role] = found
    if "customer_id" not in roles:
        who = _somebody(table.columns, schema, seen, {*roles.values(), *dated})
        if who:
            roles["customer_id"] = who
    if "time" not in roles and dated:
        native = [column for column in dated if isinstance(schema[column], dt.Date | dt.Timestamp)]
        stated = [column for column in dated if _DAY_WORDS.search(column.lower())]
        roles["time"] = native[0] if len(native) == 1 else (stated or native or dated)[0]
    order = {role: place for place, role in enumerate(("customer_id", "time"))}
    roles = dict(sorted(roles.items(), key=lambda item: order.get(item[0], len(order))))
    described = tuple(f"{column} [{kind}]" for column, kind in schema.items())
    return _Looked(name, roles, forms.get(roles.get("time", ""), ""), tuple(dated), described)


def _days(kind: dt.DataType, seen: Sequence[object]) -> str | None:
    """The format of a column of days: empty where it needs none, None where it holds no days."""
    if isinstance(kind, dt.Date | dt.Timestamp):
        return ""
    if not seen or not isinstance(kind, dt.String | dt.Integer):
        return None
    texts = [str(value).strip() for value in seen]
    if sum(bool(re.search(portable.ISO, t) or re.search(portable.COMPACT, t)) for t in texts) >= DATED * len(texts):
        return ""
    if not isinstance(kind, dt.String):
        return None
    cause = causes.of_dates(sorted(set(texts)))
    return cause.form if cause.says else None


def _somebody(
    columns: Sequence[str], schema: ibis.Schema, seen: dict[str, list[object]], taken: set[str]
) -> str | None:
    """The column that most likely names the customer of a row."""
    ranked = []
    for place, column in enumerate(columns):
        if column in taken or not isinstance(schema[column], dt.String | dt.Integer | dt.UUID):
            continue
        word = column.lower()
        repeats = len(seen[column]) >= REPEATS * max(len(set(map(str, seen[column]))), 1)
        many = len(set(map(str, seen[column]))) > 1
        names, an_id = bool(_NAMES_SOMEBODY.search(word)), bool(_IS_AN_ID.search(word))
        if not (names or an_id) or not many:
            continue
        ranked.append((-(2 * repeats + 2 * names + an_id), place, column))
    return min(ranked)[2] if ranked else None


def _first(columns: Sequence[str], words: Sequence[str]) -> str | None:
    there = {column.lower(): column for column in columns}
    return next((there[word] for word in words if word in there), None)


def _fits(role: str, kind: dt.DataType, dated: bool) -> bool:
    if role in ("minutes", "count", "amount"):
        return isinstance(kind, dt.Numeric | dt.String) and not dated
    return dated if role == "time" else True
