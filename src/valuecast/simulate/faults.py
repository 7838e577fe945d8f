"""Things that go wrong in real exports, by name, to be put into a simulated one.

A fault either changes the plan before anything is drawn, or spoils finished tables on their way to disk; the
truth beside them is never spoilt. Faults combine, and are applied in the order in which they are listed here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from zlib import crc32

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from valuecast.errors import ConfigurationError, nearest
from valuecast.simulate import spoilage
from valuecast.simulate.company import VISITORS_PER_ACCOUNT, Company
from valuecast.simulate.plan import Plan, with_later_months

Spoil = Callable[[str, pa.Table, np.random.Generator], tuple[pa.Table, NDArray[np.bool_]]]
_STOPPED_SHARE = 0.85
_LATER_MONTHS = 3
_KEYS = ("visitor_id", "account_id", "customer_id")


@dataclass(frozen=True)
class Fault:
    """One thing that goes wrong.

    Attributes
    ----------
    description : str
        What a reader of the data would find.
    tables : tuple of str
        Tables that ``spoil`` changes.
    spoil : callable, optional
        (table name, rows, generator) to the spoilt rows and which of the given rows were touched.
    reshape : callable, optional
        A company to the company that is simulated instead.
    replan : callable, optional
        A plan to the plan that is lived instead.
    key : str, optional
        Column whose values are counted as keys; by default the visitor, or else the account.
    """

    description: str
    tables: tuple[str, ...] = ()
    spoil: Spoil | None = None
    reshape: Callable[[Company], Company] | None = None
    replan: Callable[[Plan], Plan] | None = None
    key: str | None = None

    def apply(self, name: str, rows: pa.Table, seed: int, block: int) -> tuple[pa.Table, dict[str, int]]:
        """Spoil a block of the table ``name``; also how many rows, and how many customers or people, were touched."""
        if self.spoil is None or name not in self.tables:
            return rows, {"rows": 0, "keys": 0}
        stream = np.random.default_rng([seed, crc32(f"{self.description}/{name}".encode()), block])
        spoilt, touched = self.spoil(name, rows, stream)
        key = self.key or next(column for column in _KEYS if column in rows.column_names)
        keys = rows.column(key).filter(pa.array(touched))
        return spoilt, {"rows": int(touched.sum()), "keys": len(keys.unique())}


def find_faults(names: tuple[str, ...]) -> dict[str, Fault]:
    """The faults of these names, in the order of application.

    Raises
    ------
    ConfigurationError
        When a name is unknown.
    """
    for name in names:
        if name not in FAULTS:
            raise ConfigurationError(
                "unknown fault",
                where="simulate.faults",
                got=name,
                expected=f"one of {', '.join(FAULTS)}",
                hint=nearest(name, FAULTS),
            )
    return {name: fault for name, fault in FAULTS.items() if name in names}


def count_world(plan: Plan, history: Any) -> dict[str, dict[str, int]]:
    """How many accounts and people of a block the faults of the plan touch."""
    block, accounts = history.block, history.size
    later = block.visits["day"] > plan.end
    leaked = {
        "accounts": len(np.unique(block.visits["account"][later])),
        "visitors": len(np.unique(block.visits["visitor"][later])),
    }
    everyone = {"accounts": accounts}
    stopped = {"accounts": int(block.stopped.sum())}
    return {
        "one_customer": everyone,
        "identical_customers": everyone,
        "activity_stops": stopped,
        "totals_leak": leaked,
    }


def _one(company: Company) -> Company:
    visitors = max(company.expected_visitors // company.accounts, 1)
    return replace(company, accounts=1, visitors=None if visitors == VISITORS_PER_ACCOUNT else visitors)


def _stop(plan: Plan) -> Plan:
    before = min(max(plan.company.months // 3, 1), 4)
    first: date = plan.months[plan.company.months - before].days[0].item()
    if plan.company.months == 1:
        first += timedelta(days=len(plan.months[0].days) // 2)
    return replace(plan, stopped_on=first, stopped_share=_STOPPED_SHARE)


_DAILY = ("pendo__account_daily_metrics", "pendo__visitor_daily_metrics")
_CLICKS = ("pendo__visitor_feature", "pendo__feature_event")

FAULTS: dict[str, Fault] = {
    "one_customer": Fault("There is a single account.", reshape=_one),
    "identical_customers": Fault(
        "Every account is a copy of one, under its own identifiers.",
        replan=lambda plan: replace(plan, identical=True),
    ),
    "activity_stops": Fault(
        "About 85 % of the accounts send nothing from the start of the last third of the period, 4 months at most, "
        "as when a tracking snippet is lost; the truth goes on as if nothing had happened.",
        replan=_stop,
    ),
    "totals_leak": Fault(
        "The all-time totals were built three months after the daily rows end, and include what happened in between.",
        replan=lambda plan: with_later_months(plan, _LATER_MONTHS),
    ),
    "duplicate_keys": Fault(
        "Two in a hundred rows of the account table and of both daily tables occur twice.",
        ("pendo__account", *_DAILY),
        spoilage.repeat_rows,
    ),
    "negative_minutes": Fault(
        "One in a hundred active days has its minutes below zero.", _DAILY, spoilage.negate_minutes
    ),
    "not_finite": Fault(
        "One in a hundred averages is not a number or infinite.",
        ("pendo__account", "pendo__visitor", "pendo__visitor_feature"),
        spoilage.lose_numbers,
    ),
    "unparseable_dates": Fault(
        "One in twenty first visits is text that is no date.",
        ("pendo__account", "pendo__visitor"),
        spoilage.garble_dates,
    ),
    "future_dates": Fault(
        "One in a thousand dated rows lies ten years after its day.",
        (*_DAILY, "pendo__feature_event"),
        spoilage.postpone,
    ),
    "mixed_time_zones": Fault(
        "Times of feature and poll events are text, each with one of four offsets from UTC; the instants are right.",
        ("pendo__feature_event", "stg_pendo__poll_event"),
        spoilage.mix_time_zones,
    ),
    "ids_spelt_differently": Fault(
        "The visitor table spells three in five account identifiers in capitals, with blanks around them, or both.",
        ("pendo__visitor",),
        spoilage.respell_accounts,
        key="account_id",
    ),
    "join_matches_nothing": Fault(
        "Visitor identifiers of the click tables occur in no visitor table.", _CLICKS, spoilage.detach_visitors
    ),
    "empty_table": Fault("The click tables have their columns and no rows.", _CLICKS, spoilage.drop_rows),
}
