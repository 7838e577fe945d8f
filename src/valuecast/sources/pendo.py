"""The output of the dbt package dbt_pendo, turned into the canonical tables.

Traps of that package, and what is done about each:

* keys are ``(source_relation, id)``: where there is more than one relation, ids are written ``relation:id``;
* a daily row of nulls or zeros is a day without activity, and is left out;
* totals as of the build (``pendo__visitor``, ``pendo__visitor_feature``) carry the latest date that they hold
  themselves, so that no earlier anchor can see them. The day of *first* use is not a total: it was true
  from that day on, and dates adoption. The day of last use is never used to place a total in the past:
  that a pair was not used again is knowledge of the future;
* a visitor's account is the latest one, unless a dated row names the account of that day.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import ibis
import ibis.expr.types as ir

from valuecast.config import EventsMapping
from valuecast.contracts import CANONICAL, Canonical, InputTable, Join
from valuecast.engines import Warehouse, portable
from valuecast.errors import ConfigurationError
from valuecast.sources import pendo_tables as t
from valuecast.sources.coercion import AS_THEY_ARE, Ids, Shaped, shape


class Pendo:
    """Source of kind ``pendo``. Build it with ``Pendo.open``."""

    kind = "pendo"
    grains = ("account", "visitor")
    default_value: Mapping[str, float] = {"minutes": 1.0}

    def __init__(self, shaped: Mapping[str, Shaped | None]) -> None:
        self._shaped = dict(shaped)
        self._prefixed = _relations(self._shaped) > 1
        self._counted: dict[str, int] = {}

    @classmethod
    def open(cls, warehouse: Warehouse, mapping: EventsMapping, ids: Ids = AS_THEY_ARE) -> Pendo:
        """Read the package's tables from a warehouse; ``mapping`` is not used.

        Raises
        ------
        ConfigurationError
            When the warehouse holds none of the package's tables.
        """
        found = {table.name: warehouse.find(table.name, *table.other_names) for table in t.TABLES}
        if not any(table is not None for name, table in found.items() if name.startswith("pendo__")):
            raise ConfigurationError(
                "no table of the dbt_pendo package was found",
                where=warehouse.name,
                got=", ".join(sorted(warehouse.tables)[:10]),
                expected="tables such as pendo__account and pendo__account_daily_metrics",
                hint="for another kind of log use kind: events with a column mapping; 'valuecast init' proposes one",
            )
        return cls(
            {
                declared.name: None
                if (table := found[declared.name]) is None
                else shape(table, declared.name, declared.columns, ids, from_text=warehouse.is_text(table))
                for declared in t.TABLES
            }
        )

    def inputs(self) -> tuple[InputTable, ...]:
        """The package's tables as read, absent ones too."""
        return tuple(self._input(declared) for declared in t.TABLES)

    def joins(self) -> tuple[Join, ...]:
        """The joins between the tables that are there."""
        pairs = (
            Join(t.ACCOUNT_DAILY.name, t.ACCOUNT.name, "account_id", "account_id", kind="account"),
            Join(t.VISITOR.name, t.ACCOUNT.name, "account_id", "account_id", ("reach",), "account"),
            Join(t.VISITOR_DAILY.name, t.VISITOR.name, "visitor_id", "visitor_id", ("reach",), "visitor"),
            Join(t.VISITOR_FEATURE.name, t.VISITOR.name, "visitor_id", "visitor_id", ("breadth", "depth"), "visitor"),
            Join(t.VISITOR_FEATURE.name, t.FEATURE.name, "feature_id", "feature_id", kind="feature"),
            Join(t.FEATURE_EVENT.name, t.VISITOR.name, "visitor_id", "visitor_id", ("breadth", "depth"), "visitor"),
            Join(t.FEATURE_EVENT.name, t.FEATURE.name, "feature_id", "feature_id", kind="feature"),
            Join(t.POLL_EVENT.name, t.VISITOR.name, "visitor_id", "visitor_id", ("satisfaction",), "visitor"),
            Join(t.OUTCOME.name, t.ACCOUNT.name, "customer_id", "account_id", kind="account"),
        )
        return tuple(join for join in pairs if self._has(join.left) and self._has(join.right))

    def canonical(self, grain: str) -> Canonical:
        """The canonical tables for accounts or visitors."""
        by_account = grain == "account"
        alone = ibis.literal(1).cast("float64")
        daily = self._account_days() if by_account else self._visitor_days().mutate(active_members=alone)
        usage, adoption = self._product_use(by_account)
        return Canonical(
            customers=self._customers(by_account, daily),
            activity=daily,
            member_activity=self._member_days() if by_account else _empty("member_activity"),
            product_usage=usage,
            adoption=adoption,
            product_features=self._product_features(),
            ratings=self._ratings(by_account),
            outcomes=self._outcomes() if by_account else _empty("outcomes"),
        )

    def _input(self, declared: t.PendoTable) -> InputTable:
        shaped = self._shaped[declared.name]
        return InputTable(
            name=declared.name,
            purpose=declared.purpose,
            table=None if shaped is None else shaped.table,
            key=declared.key if shaped is None else tuple(k for k in declared.key if k not in shaped.absent),
            day=declared.day,
            measures=declared.measures,
            non_negative=declared.measures,
            required=declared.required,
            missing=() if shaped is None else shaped.missing,
            dimensions=declared.dimensions,
            coercions=() if shaped is None else shaped.coercions,
            dates=tuple(w.name for w in declared.columns if w.type == "date" and w.name != declared.day),
            ranges=declared.ranges,
            counts_of_people=declared.counts_of_people,
            timing=declared.timing(),
            proofs=declared.proofs,
            totals=declared.totals,
            membership=declared.membership,
            repeated=self._repeated(declared),
            absent=() if shaped is None else shaped.absent,
            whose=tuple(w.name for w in declared.columns if w.ids and w.required),
            gives=declared.gives,
        )

    def _repeated(self, declared: t.PendoTable) -> int | None:
        """Rows beyond the first of their key, counted once; None where there is no key.

        Rows without an id are no copies of one another: they belong to nobody, and are counted as that.
        """
        table = self._table(declared)
        if table is None or not declared.key:
            return None
        if declared.name not in self._counted:
            ids = [w.name for w in declared.columns if w.name in declared.key and w.ids]
            named = table.filter(*(~portable.is_blank(table[name]) for name in ids)) if ids else table
            self._counted[declared.name] = _repeats(named, declared.key, declared.day)
        return self._counted[declared.name]

    def _has(self, name: str) -> bool:
        shaped = self._shaped[name]
        return shaped is not None and not shaped.missing

    def _table(self, declared: t.PendoTable) -> ibis.Table | None:
        shaped = self._shaped[declared.name]
        return shaped.table if shaped is not None and not shaped.missing else None

    def _id(self, table: ibis.Table, column: str) -> ir.StringValue:
        own = ibis.ifelse(portable.is_blank(table[column]), ibis.null("string"), table[column])
        return table.source_relation + ":" + own if self._prefixed else own

    def _days(self, declared: t.PendoTable, column: str, *more: str) -> ibis.Table | None:
        """Rows of a daily table with activity, one a key: copies of a key count once, at their largest."""
        table = self._table(declared)
        if table is None:
            return None
        kept = table.select(
            customer_id=self._id(table, column),
            day=table.day,
            minutes=_not_negative(table.sum_minutes),
            events=_not_negative(table.sum_events),
            records=_not_negative(table.count_event_records),
            **{name: _not_negative(table[name]) for name in more},
        )
        active = (kept.minutes.fill_null(0) > 0) | (kept.events.fill_null(0) > 0) | (kept.records.fill_null(0) > 0)
        rows = kept.filter(kept.customer_id.notnull(), kept.day.notnull(), active)
        if self._repeated(declared) == 0:
            return rows.drop("records")
        return rows.group_by("customer_id", "day").aggregate(
            minutes=rows.minutes.max(), events=rows.events.max(), **{name: rows[name].max() for name in more}
        )

    def _account_days(self) -> ibis.Table:
        days = self._days(t.ACCOUNT_DAILY, "account_id", "count_active_visitors")
        if days is None:
            members = self._member_days()
            days = members.group_by("customer_id", "day").aggregate(
                minutes=portable.exact_sum(members.minutes),
                events=portable.exact_sum(members.events),
                count_active_visitors=members.count().cast("float64"),
            )
        return days.select(
            "customer_id",
            "day",
            "minutes",
            "events",
            amount=ibis.null("float64"),
            active_members=days.count_active_visitors,
        )

    def _visitor_days(self) -> ibis.Table:
        days = self._days(t.VISITOR_DAILY, "visitor_id")
        if days is None:
            return _empty("activity").drop("active_members")
        return days.mutate(amount=ibis.null("float64"))

    def _member_days(self) -> ibis.Table:
        days = self._days(t.VISITOR_DAILY, "visitor_id")
        members = self._members()
        if days is None or members is None:
            return _empty("member_activity")
        joined = days.rename(member_id="customer_id").inner_join(members, "member_id")
        return joined.filter(joined.account_id.notnull()).select(
            "member_id", "day", "minutes", "events", customer_id="account_id"
        )

    def _members(self) -> ibis.Table | None:
        """One row a visitor with its account; of repeated rows the account that sorts last."""
        table = self._table(t.VISITOR)
        if table is None:
            return None
        rows = table.select(
            member_id=self._id(table, "visitor_id"),
            account_id=self._id(table, "account_id"),
            first_seen_on=ibis.coalesce(table.first_visit_at, table.first_event_on),
        )
        rows = rows.filter(rows.member_id.notnull())
        return rows.group_by("member_id").aggregate(
            account_id=rows.account_id.max(), first_seen_on=rows.first_seen_on.min()
        )

    def _customers(self, by_account: bool, daily: ibis.Table) -> ibis.Table:
        active = daily.select("customer_id").distinct()
        if by_account:
            accounts = self._table(t.ACCOUNT)
            if accounts is None:
                return active.mutate(account_id=active.customer_id, first_seen_on=ibis.null("date"))
            known = accounts.select(
                customer_id=self._id(accounts, "account_id"),
                first_seen_on=ibis.coalesce(accounts.first_visit_at, accounts.first_event_on),
            )
            known = known.mutate(account_id=known.customer_id)
        else:
            members = self._members()
            if members is None:
                return active.mutate(account_id=ibis.null("string"), first_seen_on=ibis.null("date"))
            known = members.rename(customer_id="member_id")
        known = known.filter(known.customer_id.notnull()).select("customer_id", "account_id", "first_seen_on")
        strangers = active.anti_join(known, "customer_id")
        strangers = strangers.mutate(
            account_id=strangers.customer_id if by_account else ibis.null("string"), first_seen_on=ibis.null("date")
        )
        everyone = known.union(strangers)
        return everyone.group_by("customer_id").aggregate(
            account_id=everyone.account_id.max(), first_seen_on=everyone.first_seen_on.min()
        )

    def _owner(self, table: ibis.Table, by_account: bool) -> ibis.Table:
        """Add ``customer_id``: the visitor, or its account (of that day where the row names one)."""
        rows = table.mutate(member_id=self._id(table, "visitor_id"))
        if not by_account:
            return rows.mutate(customer_id=rows.member_id)
        named = self._id(rows, "account_id") if "account_id" in rows.columns else ibis.null("string")
        rows = rows.mutate(named=named)
        members = self._members()
        if members is None:
            return rows.mutate(customer_id=rows.named)
        looked_up = rows.left_join(members.select("member_id", latest_account="account_id"), "member_id")
        return looked_up.mutate(customer_id=ibis.coalesce(looked_up.named, looked_up.latest_account))

    def _product_use(self, by_account: bool) -> tuple[ibis.Table, ibis.Table]:
        usages, firsts = [], []
        events, totals = self._table(t.FEATURE_EVENT), self._table(t.VISITOR_FEATURE)
        dated = events is not None and _filled(events)
        if events is not None and dated:
            rows = self._owner(events.rename(day="occurred_at"), by_account)
            usages.append(_use(rows, rows.num_events, rows.num_minutes, self._id(rows, "feature_id")))
            firsts.append(rows.select("customer_id", product_feature_id=self._id(rows, "feature_id"), adopted_on="day"))
        if totals is not None and _filled(totals):
            rows = self._owner(totals, by_account)
            firsts.append(
                rows.select("customer_id", product_feature_id=self._id(rows, "feature_id"), adopted_on="first_click_at")
            )
            if not dated:
                rows = rows.mutate(day=ibis.literal(_latest(totals, "last_click_at", "first_click_at"), type="date"))
                usages.append(_use(rows, rows.sum_clicks, rows.sum_minutes, self._id(rows, "feature_id")))
        adoption = ibis.union(*firsts) if len(firsts) > 1 else firsts[0] if firsts else _empty("adoption")
        adoption = adoption.filter(
            adoption.customer_id.notnull(), adoption.product_feature_id.notnull(), adoption.adopted_on.notnull()
        )
        adoption = adoption.group_by("customer_id", "product_feature_id").aggregate(
            adopted_on=adoption.adopted_on.min()
        )
        return (usages[0] if usages else _empty("product_usage")), adoption

    def _product_features(self) -> ibis.Table:
        table = self._table(t.FEATURE)
        if table is None:
            return _empty("product_features")
        core = portable.flag_number(table.is_core_event)
        rows = table.mutate(product_feature_id=self._id(table, "feature_id"), core=core)
        rows = rows.filter(rows.product_feature_id.notnull())
        found = rows.group_by("product_feature_id").aggregate(area=rows.product_area_name.max(), core=rows.core.max())
        return found.select("product_feature_id", "area", is_core=found.core.fill_null(0) > 0)

    def _ratings(self, by_account: bool) -> ibis.Table:
        answers, polls = self._table(t.POLL_EVENT), self._table(t.POLL)
        if answers is not None and _filled(answers):
            if polls is not None:
                nps = polls.filter(polls.attribute_type.lower() == "npsrating").select("poll_id").distinct()
                answers = answers.semi_join(nps, "poll_id")
            rows = self._owner(answers, by_account).rename(rated_on="occurred_at")
            rows = rows.mutate(rating=portable.as_number(rows.poll_response))
        else:
            visitors = self._table(t.VISITOR)
            if visitors is None:
                return _empty("ratings")
            build_day = _latest(visitors, "last_event_on", "last_visit")
            rows = self._owner(visitors, by_account).mutate(rated_on=ibis.literal(build_day, type="date"))
            rows = rows.rename(rating="latest_nps_rating")
        kept = rows.filter(rows.customer_id.notnull(), rows.rated_on.notnull(), rows.rating.between(0, 10))
        return kept.select("customer_id", "member_id", "rated_on", "rating")

    def _outcomes(self) -> ibis.Table:
        table = self._table(t.OUTCOME)
        if table is None:
            return _empty("outcomes")
        return table.filter(table.customer_id.notnull(), table.occurred_on.notnull())


def _relations(shaped: Mapping[str, Shaped | None]) -> int:
    """How many relations the id-bearing tables name between them."""
    columns = [
        s.table.select("source_relation")
        for name in (t.ACCOUNT.name, t.VISITOR.name, t.ACCOUNT_DAILY.name)
        if (s := shaped.get(name)) is not None and "source_relation" not in s.absent
    ]
    if not columns:
        return 0
    every = ibis.union(*columns) if len(columns) > 1 else columns[0]
    return int(every.filter(every.source_relation.notnull()).distinct().count().to_pyarrow().as_py())


def _repeats(table: ibis.Table, key: tuple[str, ...], day: str | None) -> int:
    """Rows beyond the first of their key, of those that have one."""
    if day and not _any_repeat(table, tuple(name for name in key if name != day), day):
        return 0
    known = table.filter(table[key[-1]].notnull())
    every = known.group_by(list(key)).aggregate(n=known.count())
    figures = every.aggregate(rows=every.n.sum(), keys=every.count()).to_pyarrow().to_pylist()[0]
    return int(figures["rows"] or 0) - int(figures["keys"])


def _any_repeat(table: ibis.Table, who: tuple[str, ...], day: str) -> bool:
    """Whether a day repeats: one bit a day of each month, summed and joined, differ only if a bit is set twice.

    Several times cheaper than grouping by every day, where people are active on several days a month.
    """
    known = table.filter(table[day].notnull())
    bits = known.select(
        *who,
        month=known[day].year().cast("int64") * 12 + known[day].month().cast("int64"),
        bit=(ibis.literal(2.0) ** known[day].day().cast("float64")).cast("int64"),
    )
    each = bits.group_by(*who, "month").aggregate(once=bits.bit.bit_or(), every=bits.bit.sum().cast("int64"))
    return bool(each.aggregate(n=each.count(where=each.once != each.every)).to_pyarrow()["n"][0].as_py())


def _use(rows: ibis.Table, clicks: Any, minutes: Any, feature: ir.StringValue) -> ibis.Table:
    used = rows.select(
        "customer_id", "day", product_feature_id=feature, clicks=_not_negative(clicks), minutes=_not_negative(minutes)
    )
    used = used.filter(used.customer_id.notnull(), used.product_feature_id.notnull(), used.day.notnull())
    return used.group_by("customer_id", "product_feature_id", "day").aggregate(
        clicks=portable.exact_sum(used.clicks).fill_null(0.0), minutes=portable.exact_sum(used.minutes).fill_null(0.0)
    )


def _latest(table: ibis.Table, *columns: str) -> Any:
    """The latest date in a table of totals: the earliest day on which it can have been built."""
    figures = table.aggregate(**{column: table[column].max() for column in columns}).to_pyarrow().to_pylist()[0]
    days = [day for day in figures.values() if day is not None]
    return max(days) if days else None


def _filled(table: ibis.Table) -> bool:
    return bool(table.limit(1).count().to_pyarrow().as_py())


def _empty(name: str) -> ibis.Table:
    return ibis.memtable(CANONICAL[name].empty())


def _not_negative(values: Any) -> Any:
    return ibis.ifelse(values < 0, ibis.null("float64"), values)
