"""Any usage or transaction log, by column mapping, turned into the canonical tables.

A row of the log is one event unless a column says how many. Rows of one customer and day are added up.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import ibis
import ibis.expr.types as ir

from valuecast.config import EventsMapping
from valuecast.contracts import CANONICAL, Canonical, Finding, InputTable, Join, Proof, finding
from valuecast.engines import Warehouse, portable
from valuecast.errors import ConfigurationError, nearest
from valuecast.sources import causes, expressions, months, paths
from valuecast.sources.coercion import AS_THEY_ARE, Ids, Shaped, Wanted, shape

_COMPUTED = re.compile(r"[-+*/]")
"""Marks a computed amount; a column whose own name holds one is put in quotation marks."""
_CUSTOMERS = (Wanted("customer_id", "string", required=True, ids="customer"), Wanted("first_seen_on", "date"))
_RATINGS = (
    Wanted("customer_id", "string", required=True, ids="customer"),
    Wanted("member_id", "string", is_id=True),
    Wanted("rated_on", "date", aliases=("occurred_on", "occurred_at", "date"), required=True),
    Wanted("rating", "float64", aliases=("score", "nps"), required=True),
)
_OUTCOMES = (
    Wanted("customer_id", "string", required=True, ids="customer"),
    Wanted("occurred_on", "date", aliases=("occurred_at", "date"), required=True),
    Wanted("kind", "string", required=True),
    Wanted("amount", "float64"),
)


class Events:
    """Source of kind ``events``. Build it with ``Events.open``."""

    kind = "events"

    def __init__(
        self,
        name: str,
        log: Shaped,
        mapping: EventsMapping,
        further: Mapping[str, tuple[str, Shaped]],
        columns: Collection[str] = (),
        findings: Sequence[Finding] = (),
        raw: ibis.Table | None = None,
    ) -> None:
        self._name = name
        self._log = log
        self._mapping = mapping
        self._further = dict(further)
        self._columns = columns
        self._findings = tuple(findings)
        self._raw = raw
        self.grains = ("account", "visitor") if mapping.member_id else ("account",)
        self.default_value: Mapping[str, float] = {
            "amount" if mapping.amount else "minutes" if mapping.minutes else "events": 1.0
        }

    @classmethod
    def open(cls, warehouse: Warehouse, mapping: EventsMapping, ids: Ids = AS_THEY_ARE) -> Events:
        """Read the log and its companion tables.

        Raises
        ------
        ConfigurationError
            When a mapped table or column is not there.
        """
        name = mapping.table or _only(warehouse)
        table = warehouse.require(name)

        def shaped(table: ibis.Table, name: str, wanted: Sequence[Wanted]) -> Shaped:
            return shape(
                table,
                name,
                wanted,
                ids,
                mapping.date_format,
                mapping.decimal_mark,
                time_zone=mapping.time_zone,
                can_say=True,
                from_text=warehouse.is_text(warehouse.require(name)),
            )

        if mapping.months_in_columns:
            table, mapping = months.as_rows(table, name, mapping)
        kept, findings = _kept(table, name, mapping)
        columns = frozenset(column.lower() for column in table.columns)
        log = shaped(_renamed(kept, name, mapping), name, _wanted(mapping, columns))
        log = _with_amount(log, mapping, columns)
        further = {}
        for role, wanted in (("customers", _CUSTOMERS), ("ratings", _RATINGS), ("outcomes", _OUTCOMES)):
            if named := getattr(mapping, f"{role}_table"):
                given = warehouse.require(named)
                further[role] = (named, shaped(given, named, wanted))
        return cls(name, log, mapping, further, columns, findings, kept)

    def inputs(self) -> tuple[InputTable, ...]:
        """The log, and the companion tables that were named."""
        measures = tuple(name for name in ("minutes", "count", "amount") if name not in self._log.absent)
        log = InputTable(
            name=self._name,
            purpose="the log of use or purchases",
            table=self._log.table,
            day="day",
            measures=measures,
            non_negative=tuple(name for name in measures if name != "amount"),
            required=True,
            missing=self._log.missing,
            dimensions=("intensity", "frequency", "stability", "momentum", "recency"),
            coercions=self._log.coercions,
            timing={"customer_id": "key", "member_id": "key"},
            absent=self._log.absent,
            whose=("customer_id",),
            gives={"events" if name == "count" else name: name for name in measures},
            findings=self._findings,
            identity="customer",
            raw=self._raw,
            written={
                here: there
                for here, there in _asked(self._mapping, self._columns).items()
                if there and here != there.lower()
            },
        )
        return (log, *(self._companion(role, *named) for role, named in self._further.items()), *self._unmapped())

    def _unmapped(self) -> tuple[InputTable, ...]:
        """What a mapping could still name, as tables that are not there."""
        possible = (
            (
                "events.product_feature",
                self._mapping.product_feature,
                "which product feature was used",
                ("breadth", "depth"),
            ),
            ("events.ratings_table", self._mapping.ratings_table, "satisfaction answers", ("satisfaction",)),
            ("events.member_id", self._mapping.member_id, "which person was active", ("reach",)),
        )
        return tuple(
            InputTable(name=f"({setting} not set)", purpose=purpose, table=None, dimensions=dimensions)
            for setting, named, purpose, dimensions in possible
            if named is None
        )

    def joins(self) -> tuple[Join, ...]:
        """From each companion table to the log's customers."""
        lost = {"ratings": ("satisfaction",)}
        return tuple(
            Join(name, self._name, "customer_id", "customer_id", lost.get(role, ()), "customer")
            for role, (name, shaped) in self._further.items()
            if not shaped.missing
        )

    def canonical(self, grain: str) -> Canonical:
        """The canonical tables for customers (``account``) or members (``visitor``)."""
        log = self._rows(grain)
        shared = grain == "account" and self._mapping.member_id is not None
        features = log.filter(log.feature.notnull(), log.use)
        return Canonical(
            customers=self._customers(log, grain),
            activity=_days_of_many(log) if shared else _days_of_one(log),
            member_activity=_member_days(log) if shared else _empty("member_activity"),
            product_usage=features.group_by("customer_id", product_feature_id="feature", day="day").aggregate(
                clicks=portable.exact_sum(features.events), minutes=portable.exact_sum(features.minutes).fill_null(0.0)
            ),
            adoption=features.group_by("customer_id", product_feature_id="feature").aggregate(
                adopted_on=features.day.min()
            ),
            product_features=features.select(product_feature_id="feature")
            .distinct()
            .mutate(area=ibis.null("string"), is_core=ibis.literal(False)),
            ratings=self._dated("ratings", "rated_on") if grain == "account" else _empty("ratings"),
            outcomes=self._dated("outcomes", "occurred_on") if grain == "account" else _empty("outcomes"),
        )

    def _rows(self, grain: str) -> ibis.Table:
        log = self._log.table
        mapped = self._mapping
        one = ibis.ifelse(log["count"] < 0, 0.0, log["count"]).fill_null(0.0) if mapped.count else ibis.literal(1.0)
        given_back = (log.amount < 0).fill_null(False) if mapped.amount else ibis.literal(False)
        rows = log.select(
            customer_id=log.customer_id if grain == "account" else log.member_id,
            account_id=log.customer_id,
            member_id=log.member_id,
            day=log.day,
            minutes=ibis.ifelse(log.minutes < 0, ibis.null("float64"), log.minutes),
            events=ibis.ifelse(given_back, 0.0, one) if mapped.amount else one,
            use=~given_back,
            amount=log.amount,
            feature=log.product_feature,
        )
        return rows.filter(rows.customer_id.notnull(), ~portable.is_blank(rows.customer_id), rows.day.notnull())

    def _customers(self, log: ibis.Table, grain: str) -> ibis.Table:
        if grain == "account":  # a text that is the customer's own id need not be compared row by row
            seen = log.select("customer_id").distinct().mutate(account_id=ibis._.customer_id)
        else:
            seen = log.group_by("customer_id").aggregate(account_id=log.account_id.max())
        seen = seen.mutate(first_seen_on=ibis.null("date"))
        if "customers" not in self._further or self._further["customers"][1].missing:
            return seen
        named = self._further["customers"][1].table
        named = named.filter(named.customer_id.notnull())
        named = named.select("customer_id", account_id="customer_id", first_seen_on="first_seen_on")
        everyone = named.union(seen)
        return everyone.group_by("customer_id").aggregate(
            account_id=everyone.account_id.max(), first_seen_on=everyone.first_seen_on.min()
        )

    def _dated(self, role: str, day: str) -> ibis.Table:
        if role not in self._further or self._further[role][1].missing:
            return _empty(role)
        table = self._further[role][1].table
        kept = table.filter(table.customer_id.notnull(), table[day].notnull())
        return kept.filter(kept.rating.between(0, 10)) if role == "ratings" else kept

    def _companion(self, role: str, name: str, shaped: Shaped) -> InputTable:
        purposes = {
            "customers": "who the customers are",
            "ratings": "satisfaction answers",
            "outcomes": "renewals, churn, expansion, tickets",
        }
        return InputTable(
            name=name,
            purpose=purposes[role],
            table=shaped.table,
            key=("customer_id",) if role == "customers" else (),
            day={"ratings": "rated_on", "outcomes": "occurred_on"}.get(role),
            measures={"ratings": ("rating",)}.get(role, ()),
            missing=shaped.missing,
            dimensions=("satisfaction",) if role == "ratings" else (),
            coercions=shaped.coercions,
            dates=("first_seen_on",) if role == "customers" else (),
            ranges={"rating": (0, 10)} if role == "ratings" else {},
            timing={"customer_id": "key", "member_id": "key"},
            proofs=(Proof("first_seen_on", "a first day was true from that day on"),) if role == "customers" else (),
            absent=shaped.absent,
            whose=("customer_id",),
        )


_MEASURES = ("minutes", "events", "amount")


def _days_of_one(log: ibis.Table) -> ibis.Table:
    """Activity where no members are told apart: one is active on every day of use."""
    days = log.group_by("customer_id", "day").aggregate(
        **{name: portable.exact_sum(log[name]) for name in _MEASURES}, used=portable.only(1, log.use).count()
    )
    return days.mutate(active_members=ibis.ifelse(days.used > 0, 1.0, 0.0)).drop("used")


def _days_of_many(log: ibis.Table) -> ibis.Table:
    """Activity with its members: summed by member first, which costs half of counting distinct members."""
    whole = {name: portable.thousandths(log[name]).sum() for name in _MEASURES}
    each = log.group_by("customer_id", "member_id", "day").aggregate(**whole, used=portable.only(1, log.use).count())
    known = portable.only(each.member_id, each.used > 0).count()
    return each.group_by("customer_id", "day").aggregate(
        **{name: each[name].sum().cast("float64") / portable.RESOLUTION for name in _MEASURES},
        active_members=ibis.greatest(known, ibis.ifelse(each.used.sum() > 0, 1, 0)).cast("float64"),
    )


def _member_days(log: ibis.Table) -> ibis.Table:
    known = log.filter(log.member_id.notnull(), log.use)
    return known.group_by("customer_id", "member_id", "day").aggregate(
        minutes=portable.exact_sum(known.minutes).fill_null(0.0), events=portable.exact_sum(known.events)
    )


def _asked(mapping: EventsMapping, there: Collection[str]) -> dict[str, str | None]:
    """The user's column by the name used here; the parts of a computed amount each by a name of its own."""
    parts = _amount_parts(mapping, there)
    return {
        "customer_id": mapping.customer_id,
        "member_id": mapping.member_id,
        "day": mapping.time,
        "minutes": mapping.minutes,
        "count": mapping.count,
        **({"amount": mapping.amount} if len(parts) < 1 else parts),
        "product_feature": mapping.product_feature,
    }


def _amount_parts(mapping: EventsMapping, there: Collection[str]) -> dict[str, str | None]:
    """Columns of a computed amount by the names used here; none where the amount is a column of the table."""
    if mapping.amount is None or mapping.amount.lower() in there or not _COMPUTED.search(mapping.amount):
        return {}
    columns = expressions.operands(mapping.amount, "events.amount")
    return {f"amount__{place}": column for place, column in enumerate(columns)}


def _wanted(mapping: EventsMapping, there: Collection[str]) -> tuple[Wanted, ...]:
    return (
        Wanted("customer_id", "string", required=True, ids="customer"),
        Wanted("member_id", "string", is_id=True),
        Wanted("day", "date", required=True),
        Wanted("minutes", "float64"),
        Wanted("count", "float64"),
        *(Wanted(name, "float64") for name in _amount_parts(mapping, there) or ("amount",)),
        Wanted("product_feature", "string"),
    )


def _with_amount(log: Shaped, mapping: EventsMapping, there: Collection[str]) -> Shaped:
    """The log with its computed amount in place of the columns that it is computed from."""
    parts = _amount_parts(mapping, there)
    if not parts:
        return _rises(log) if mapping.amount_is == "running_total" and mapping.amount else log
    numbers = {str(column): log.table[here] for here, column in parts.items()}
    amount = expressions.amount(str(mapping.amount), "events.amount", numbers)
    columns = {name: log.table[name] for name in log.table.columns if name not in parts}
    computed = replace(log, table=log.table.select(**columns, amount=amount.cast("float64")))
    return _rises(computed) if mapping.amount_is == "running_total" else computed


def _rises(log: Shaped) -> Shaped:
    """The log with the rise of a running total from each of a customer's days to the next, on one row a day.

    The first total of a customer is nothing: what it holds was earned before. A total that falls has begun anew, and
    counts whole.
    """
    rows = log.table
    day = rows.group_by("customer_id", "day").aggregate(total=rows.amount.max())
    before = day.total.lag().over(group_by=day.customer_id, order_by=day.day)
    rise = ibis.cases((before.isnull(), 0.0), (day.total < before, day.total), else_=day.total - before)
    day = day.select("customer_id", "day", rise=rise.cast("float64"))
    first = ibis.row_number().over(group_by=[rows.customer_id, rows.day], order_by=rows.member_id)
    numbered = rows.mutate(first__=first)
    joined = numbered.left_join(day, ["customer_id", "day"], rname="{name}__again")
    amount = ibis.ifelse(joined.first__ == 0, joined.rise, ibis.null("float64"))
    return replace(log, table=joined.select(*[n for n in rows.columns if n != "amount"], amount=amount))


def _kept(table: ibis.Table, name: str, mapping: EventsMapping) -> tuple[ibis.Table, tuple[Finding, ...]]:
    """The rows that count, and a finding on the others where a condition leaves any out."""
    if mapping.where is None:
        return table, ()
    holds = expressions.condition(table, mapping.where, "events.where")
    figures = table.aggregate(rows=table.count(), kept=table.count(where=holds)).to_pyarrow().to_pylist()[0]
    rows, kept = int(figures["rows"]), int(figures["kept"])
    left = finding("rows_left_out", name, count=rows - kept, rows=rows, condition=mapping.where)
    return table.filter(holds), ((left,) if kept < rows else ())


def _renamed(table: ibis.Table, name: str, mapping: EventsMapping) -> ibis.Table:
    """Only the mapped columns, under the names used here."""
    known = frozenset(column.lower() for column in table.columns)
    chosen = {}
    for here, there in _asked(mapping, known).items():
        if there is None:
            continue
        role = {"day": "time"}.get(here, here.partition("__")[0])
        columns = [there] if there.lower() in known or here != "day" else _parts_of_day(there)
        each = [paths.find(table, column) for column in columns]
        for column, value in zip(columns, each, strict=True):
            if value is None:
                raise ConfigurationError(
                    f"column '{column}' was not found",
                    where=f"events.{role}, table {name}",
                    got=column,
                    expected="one of " + ", ".join(table.columns),
                    hint=causes.headless(table.columns)
                    or nearest(column, table.columns)
                    or f"name the column: --map {role}=COLUMN, or see valuecast init",
                )
        values = [value for value in each if value is not None]
        chosen[here] = values[0] if len(values) == 1 else _joined(values)
    return table.select(**chosen)


def _parts_of_day(columns: str) -> list[str]:
    """The columns of a day that lies in several, such as ``year + month``."""
    return [each.strip() for each in columns.split("+")]


def _joined(parts: Sequence[ir.Value]) -> ir.StringValue:
    """Year, month and perhaps day as one text, such as 2024-01."""
    texts = [portable.as_text(part).strip().re_replace(r"\.0+$", "") for part in parts]
    whole = texts[0]
    for text in texts[1:]:
        whole = whole + "-" + ibis.ifelse(text.length() == 1, ibis.literal("0") + text, text)
    return whole


def _only(warehouse: Warehouse) -> str:
    if len(warehouse.tables) != 1:
        raise ConfigurationError(
            "which table is the log is not said",
            where="events.table",
            got=f"{len(warehouse.tables)} tables",
            expected="one of " + ", ".join(sorted(warehouse.tables)[:20]),
            hint="say it: --map table=" + sorted(warehouse.tables)[0],
        )
    return next(iter(warehouse.tables))


def _empty(name: str) -> ibis.Table:
    return ibis.memtable(CANONICAL[name].empty())
