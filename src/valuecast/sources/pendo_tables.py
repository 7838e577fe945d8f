"""The tables of dbt_pendo that Valuecast reads, and the columns it reads from them."""

from __future__ import annotations

from dataclasses import dataclass

from valuecast.sources.coercion import Wanted

_RELATION = Wanted("source_relation", "string")
_ACCOUNT = Wanted("account_id", "string", required=True)
_VISITOR = Wanted("visitor_id", "string", required=True)
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
        Wanted("avg_nps_rating", "float64"),
    ),
    key=("source_relation", "account_id"),
    measures=("sum_minutes",),
)
VISITOR = PendoTable(
    "pendo__visitor",
    "the visitors, their latest account and latest NPS answer",
    (
        _RELATION,
        _VISITOR,
        Wanted("account_id", "string"),
        Wanted("first_visit_at", "date"),
        Wanted("last_visit", "date", aliases=("last_visit_at",)),
        Wanted("first_event_on", "date"),
        Wanted("last_event_on", "date"),
        Wanted("latest_nps_rating", "float64"),
        Wanted("sum_minutes", "float64"),
    ),
    key=("source_relation", "visitor_id"),
    measures=("sum_minutes",),
    dimensions=("reach", "satisfaction"),
)
ACCOUNT_DAILY = PendoTable(
    "pendo__account_daily_metrics",
    "use of each account by day",
    (_RELATION, _DAY, _ACCOUNT, *_MEASURES, Wanted("count_active_visitors", "float64")),
    key=("source_relation", "account_id", "day"),
    day="day",
    measures=("sum_minutes", "sum_events"),
    dimensions=("intensity", "frequency", "stability", "momentum", "recency"),
)
VISITOR_DAILY = PendoTable(
    "pendo__visitor_daily_metrics",
    "use of each visitor by day",
    (_RELATION, _DAY, _VISITOR, *_MEASURES),
    key=("source_relation", "visitor_id", "day"),
    day="day",
    measures=("sum_minutes", "sum_events"),
    dimensions=("reach",),
)
FEATURE = PendoTable(
    "pendo__feature",
    "the parts of the product, their area, and which are core",
    (
        _RELATION,
        Wanted("feature_id", "string", required=True),
        Wanted("product_area_name", "string"),
        Wanted("is_core_event", "bool"),
    ),
    key=("source_relation", "feature_id"),
)
VISITOR_FEATURE = PendoTable(
    "pendo__visitor_feature",
    "which visitor ever used which product feature, with totals as of the build",
    (
        _RELATION,
        _VISITOR,
        Wanted("feature_id", "string", required=True),
        Wanted("first_click_at", "date"),
        Wanted("last_click_at", "date"),
        Wanted("sum_clicks", "float64"),
        Wanted("sum_minutes", "float64"),
    ),
    key=("source_relation", "visitor_id", "feature_id"),
    measures=("sum_clicks", "sum_minutes"),
    dimensions=("breadth", "depth"),
)
FEATURE_EVENT = PendoTable(
    "pendo__feature_event",
    "dated use of product features",
    (
        _RELATION,
        _VISITOR,
        Wanted("account_id", "string"),
        Wanted("feature_id", "string", required=True),
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
)
POLL_EVENT = PendoTable(
    "stg_pendo__poll_event",
    "dated NPS answers",
    (
        _RELATION,
        _VISITOR,
        Wanted("account_id", "string"),
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
        Wanted("customer_id", "string", aliases=("account_id",), required=True),
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
