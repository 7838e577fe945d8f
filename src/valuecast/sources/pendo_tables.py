"""The tables of dbt_pendo that Valuecast reads, and the columns it reads from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import ibis
import ibis.expr.types as ir

from valuecast.contracts import Membership, Proof, Timing, Total
from valuecast.sources.coercion import Wanted

_RELATION = Wanted("source_relation", "string")
_ACCOUNT = Wanted("account_id", "string", required=True, ids="account")
_VISITOR = Wanted("visitor_id", "string", required=True, ids="visitor")
_FEATURE = Wanted("feature_id", "string", required=True, ids="feature")
_MEMBER_OF = Wanted("account_id", "string", ids="account")
_DAY = Wanted("day", "date", aliases=("date_day", "occurred_on"), required=True)
_MEASURES = (
    Wanted("sum_minutes", "float64", required=True),
    Wanted("sum_events", "float64", required=True),
    Wanted("count_event_records", "float64"),
)


@dataclass(frozen=True)
class PendoTable:
    """One table of the package: what it is for and what is read from it."""

    name: str
    purpose: str
    columns: tuple[Wanted, ...]
    key: tuple[str, ...]
    day: str | None = None
    measures: tuple[str, ...] = ()
    required: bool = False
    other_names: tuple[str, ...] = ()
    dimensions: tuple[str, ...] = ()
    ranges: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    counts_of_people: tuple[tuple[str, str], ...] = ()
    keys: tuple[str, ...] = ()
    proofs: tuple[Proof, ...] = ()
    totals: tuple[Total, ...] = ()
    membership: Membership | None = None
    gives: Mapping[str, str] = field(default_factory=dict)

    def timing(self) -> dict[str, Timing]:
        """Class of each column: identifiers, dated where the row has a day, otherwise as of the build.

        A day of first use is its own proof: it was true from that day on.
        """
        known: dict[str, Timing] = {}
        for column in self.columns:
            if column.ids or column.name in ("source_relation", "poll_id", *self.keys):
                known[column.name] = "key"
            else:
                known[column.name] = "dated" if self.day else "as of build"
        return known | {proof.column: "as of build" for proof in self.proofs if known[proof.column] == "key"}


_FIRST = "a first day was true from that day on"
_UNCHANGED = "a product feature that was last changed when it was made, or before the first window, was always so"


def _ones_own(table: ibis.Table, before: date) -> ir.BooleanValue:
    return table.count_associated_accounts == 1


def _unchanged(table: ibis.Table, before: date) -> ir.BooleanValue:
    made = (table.last_updated_at <= table.created_at) | (table.last_updated_at < ibis.literal(before))
    return made.fill_null(False)


def _sums(key: str, daily: str) -> tuple[Total, ...]:
    return tuple(Total(column, key, daily, key, column, "last_event_on") for column in ("sum_minutes", "sum_events"))


ACCOUNT = PendoTable(
    "pendo__account",
    "the accounts, with totals as of the build",
    (
        _RELATION,
        _ACCOUNT,
        Wanted("first_visit_at", "date"),
        Wanted("last_visit_at", "date"),
        Wanted("first_event_on", "date"),
        Wanted("last_event_on", "date"),
        Wanted("sum_minutes", "float64"),
        Wanted("sum_events", "float64"),
        Wanted("average_daily_minutes", "float64"),
        Wanted("avg_nps_rating", "float64"),
        Wanted("count_active_visitors", "float64"),
        Wanted("count_associated_visitors", "float64"),
    ),
    key=("source_relation", "account_id"),
    measures=("sum_minutes", "sum_events"),
    ranges={"avg_nps_rating": (0, 10)},
    counts_of_people=(("count_active_visitors", "count_associated_visitors"),),
    proofs=(Proof("first_visit_at", _FIRST), Proof("first_event_on", _FIRST)),
    totals=_sums("account_id", "pendo__account_daily_metrics"),
)
VISITOR = PendoTable(
    "pendo__visitor",
    "the visitors, their latest account and latest NPS answer",
    (
        _RELATION,
        _VISITOR,
        _MEMBER_OF,
        Wanted("first_visit_at", "date"),
        Wanted("last_visit", "date", aliases=("last_visit_at",)),
        Wanted("first_event_on", "date"),
        Wanted("last_event_on", "date"),
        Wanted("latest_nps_rating", "float64"),
        Wanted("sum_minutes", "float64"),
        Wanted("sum_events", "float64"),
        Wanted("average_daily_minutes", "float64"),
        Wanted("count_associated_accounts", "float64"),
    ),
    key=("source_relation", "visitor_id"),
    measures=("sum_minutes", "sum_events"),
    dimensions=("reach", "satisfaction"),
    ranges={"latest_nps_rating": (0, 10)},
    proofs=(
        Proof("first_visit_at", _FIRST),
        Proof("first_event_on", _FIRST),
        Proof("account_id", "a visitor that only ever had one account was always with it", _ones_own),
    ),
    totals=_sums("visitor_id", "pendo__visitor_daily_metrics"),
    membership=Membership("visitor_id", "account_id", "pendo__account", "count_associated_accounts"),
)
ACCOUNT_DAILY = PendoTable(
    "pendo__account_daily_metrics",
    "use of each account by day",
    (_RELATION, _DAY, _ACCOUNT, *_MEASURES, Wanted("count_active_visitors", "float64")),
    key=("source_relation", "account_id", "day"),
    day="day",
    measures=("sum_minutes", "sum_events"),
    dimensions=("intensity", "frequency", "stability", "momentum", "recency"),
    gives={"minutes": "sum_minutes", "events": "sum_events"},
)
VISITOR_DAILY = PendoTable(
    "pendo__visitor_daily_metrics",
    "use of each visitor by day",
    (_RELATION, _DAY, _VISITOR, *_MEASURES),
    key=("source_relation", "visitor_id", "day"),
    day="day",
    measures=("sum_minutes", "sum_events"),
    dimensions=("reach",),
    ranges={"sum_minutes": (0, 1440)},
)
FEATURE = PendoTable(
    "pendo__feature",
    "the parts of the product, their area, and which are core",
    (
        _RELATION,
        _FEATURE,
        Wanted("product_area_name", "string"),
        Wanted("is_core_event", "bool"),
        Wanted("created_at", "date"),
        Wanted("last_updated_at", "date"),
    ),
    key=("source_relation", "feature_id"),
    proofs=(
        Proof("product_area_name", _UNCHANGED, _unchanged),
        Proof("is_core_event", _UNCHANGED, _unchanged),
    ),
)
VISITOR_FEATURE = PendoTable(
    "pendo__visitor_feature",
    "which visitor ever used which product feature, with totals as of the build",
    (
        _RELATION,
        _VISITOR,
        _FEATURE,
        Wanted("first_click_at", "date"),
        Wanted("last_click_at", "date"),
        Wanted("sum_clicks", "float64"),
        Wanted("sum_minutes", "float64"),
        Wanted("avg_daily_minutes", "float64"),
    ),
    key=("source_relation", "visitor_id", "feature_id"),
    measures=("sum_clicks", "sum_minutes"),
    dimensions=("breadth", "depth"),
    proofs=(Proof("first_click_at", _FIRST),),
)
FEATURE_EVENT = PendoTable(
    "pendo__feature_event",
    "dated use of product features",
    (
        _RELATION,
        _VISITOR,
        _MEMBER_OF,
        _FEATURE,
        Wanted("occurred_at", "date", required=True),
        Wanted("num_events", "float64"),
        Wanted("num_minutes", "float64"),
    ),
    key=(),
    day="occurred_at",
    measures=("num_events", "num_minutes"),
    dimensions=("breadth", "depth"),
)
POLL = PendoTable(
    "stg_pendo__poll",
    "which polls are NPS polls",
    (_RELATION, Wanted("poll_id", "string", required=True), Wanted("attribute_type", "string")),
    key=("source_relation", "poll_id"),
    other_names=("pendo__poll", "poll"),
    proofs=(Proof("attribute_type", "the kind of a poll is fixed when it is made"),),
)
POLL_EVENT = PendoTable(
    "stg_pendo__poll_event",
    "dated NPS answers",
    (
        _RELATION,
        _VISITOR,
        _MEMBER_OF,
        Wanted("poll_id", "string", required=True),
        Wanted("poll_response", "string", required=True),
        Wanted("occurred_at", "date", required=True),
    ),
    key=(),
    day="occurred_at",
    other_names=("pendo__poll_event", "poll_event"),
    dimensions=("satisfaction",),
)
OUTCOME = PendoTable(
    "outcomes",
    "renewals, churn, expansion, contraction, payments, tickets",
    (
        Wanted("customer_id", "string", aliases=("account_id",), required=True, ids="account"),
        Wanted("occurred_on", "date", aliases=("occurred_at", "date_day"), required=True),
        Wanted("kind", "string", required=True),
        Wanted("amount", "float64"),
    ),
    key=(),
    day="occurred_on",
)

TABLES = (
    ACCOUNT,
    VISITOR,
    ACCOUNT_DAILY,
    VISITOR_DAILY,
    FEATURE,
    VISITOR_FEATURE,
    FEATURE_EVENT,
    POLL,
    POLL_EVENT,
    OUTCOME,
)
