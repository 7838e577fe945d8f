"""The canonical tables: what every source turns its own tables into, at the grain that is assessed.

A **customer** is an account or a visitor (the grain); a **member** is a person inside a customer.
Every dated row carries the day on which it happened. A row taken from a table of totals *as of the build*
carries the build day, the latest date that table itself holds, so that no earlier anchor can see it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import ibis
import ibis.expr.types as ir

from valuecast.contracts.table import Column, Table

_CUSTOMER = Column("customer_id", "string", "the account or visitor that is assessed")
_MEMBER = Column("member_id", "string", "a person inside the customer", nullable=True)
_FEATURE = Column("product_feature_id", "string", "a part of the customer's product")

CUSTOMERS = Table(
    "customers",
    "who is assessed",
    ("customer_id",),
    (
        _CUSTOMER,
        Column("account_id", "string", "the account it belongs to; itself at account grain", nullable=True),
        Column("first_seen_on", "date", "first day it is known to exist", nullable=True),
    ),
    day="first_seen_on",
)
ACTIVITY = Table(
    "activity",
    "what each customer did on each day it was active; a day without a row is a day without activity, and so is one "
    "without members and events, on which money was given back",
    ("customer_id", "day"),
    (
        _CUSTOMER,
        Column("day", "date", "calendar day"),
        Column(
            "minutes",
            "float64",
            "time in the product; null where the source does not measure it",
            "minutes",
            True,
        ),
        Column("events", "float64", "events recorded", "events", True),
        Column("amount", "float64", "money", "currency units", True),
        Column("active_members", "float64", "members active that day; none where money was only given back", "members"),
    ),
    day="day",
)
MEMBER_ACTIVITY = Table(
    "member_activity",
    "which members of each customer were active on which day",
    ("customer_id", "member_id", "day"),
    (
        _CUSTOMER,
        Column("member_id", "string", "a person inside the customer"),
        Column("day", "date", "calendar day"),
        Column("minutes", "float64", "time in the product", "minutes"),
        Column("events", "float64", "events recorded", "events"),
    ),
    day="day",
)
PRODUCT_USAGE = Table(
    "product_usage",
    "clicks on each product feature by day",
    ("customer_id", "product_feature_id", "day"),
    (
        _CUSTOMER,
        _FEATURE,
        Column("day", "date", "calendar day; the build day for totals"),
        Column("clicks", "float64", "clicks or uses", "clicks"),
        Column("minutes", "float64", "time in the product feature", "minutes"),
    ),
    day="day",
)
ADOPTION = Table(
    "adoption",
    "the day each customer first used each product feature",
    ("customer_id", "product_feature_id"),
    (_CUSTOMER, _FEATURE, Column("adopted_on", "date", "day of first use")),
    day="adopted_on",
)
PRODUCT_FEATURES = Table(
    "product_features",
    "the parts of the product",
    ("product_feature_id",),
    (
        _FEATURE,
        Column("area", "string", "product area", nullable=True),
        Column("is_core", "bool", "marked as core by the product team"),
    ),
)
RATINGS = Table(
    "ratings",
    "satisfaction answers (NPS question, 0 to 10)",
    (),
    (
        _CUSTOMER,
        _MEMBER,
        Column("rated_on", "date", "day of the answer; the build day where only the latest is kept"),
        Column("rating", "float64", "answer", "0 to 10"),
    ),
    day="rated_on",
)
OUTCOMES = Table(
    "outcomes",
    "renewals, churn, expansion, contraction, payments, tickets",
    (),
    (
        _CUSTOMER,
        Column("occurred_on", "date", "day"),
        Column("kind", "string", "renewal, churn, expansion, contraction, payment or ticket"),
        Column("amount", "float64", "money", "currency units", nullable=True),
    ),
    day="occurred_on",
)

CANONICAL: dict[str, Table] = {
    table.name: table
    for table in (
        CUSTOMERS,
        ACTIVITY,
        MEMBER_ACTIVITY,
        PRODUCT_USAGE,
        ADOPTION,
        PRODUCT_FEATURES,
        RATINGS,
        OUTCOMES,
    )
}


def earlier(rows: ibis.Table, day: str, as_of: date | ir.DateValue) -> ir.BooleanValue:
    """Whether each row became true before a day: the one comparison by which the future is taken away.

    Parameters
    ----------
    day : str
        Column of ``rows``; where it is null the answer is null, and a filter leaves the row out.
    as_of : date or column
        A day, or a day for each row.
    """
    return rows[day] < as_of


def in_use(activity: ibis.Table) -> ir.BooleanValue:
    """Whether a customer did something on a day, rather than get money back for what it did before."""
    minutes = activity.minutes.fill_null(0.0) == 0
    return ~((activity.active_members == 0) & (activity.events == 0) & minutes).fill_null(False)


@dataclass(frozen=True)
class Canonical:
    """The canonical tables at one grain, as expressions; a table that the source lacks is empty."""

    customers: ibis.Table
    activity: ibis.Table
    member_activity: ibis.Table
    product_usage: ibis.Table
    adoption: ibis.Table
    product_features: ibis.Table
    ratings: ibis.Table
    outcomes: ibis.Table

    def before(self, day: date) -> Canonical:
        """The tables as they were when a day began: without every row that became true on it or later.

        A table without days stays as it is, and so does a customer of whom nobody knows since when there is one.
        """
        past = {}
        for name, table in CANONICAL.items():
            if table.day:
                rows: ibis.Table = getattr(self, name)
                known = earlier(rows, table.day, day)
                past[name] = rows.filter(known | rows[table.day].isnull() if table.is_nullable(table.day) else known)
        return replace(self, **past)
