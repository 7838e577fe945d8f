"""The customer360 tables: one snapshot of scores and attributes a customer, without dated rows.

Nothing in them says what was true before the snapshot, so they give no canonical tables: no window, no label, no test.
They go through their own list of steps, which describes them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

import ibis
import ibis.expr.datatypes as dt

from valuecast.config import EventsMapping
from valuecast.contracts import Canonical, InputTable, Join
from valuecast.contracts.customer360 import ACTIVITY, CUSTOMER360, FUNNEL, KEY, TIMESTAMPS, VALUE
from valuecast.engines import Warehouse
from valuecast.errors import ConfigurationError, DataError
from valuecast.sources.coercion import AS_THEY_ARE, Ids, Shaped, Wanted, shape

_PURPOSES = {
    VALUE: "what each customer is worth: tier, RFM, lifetime value, health, churn",
    ACTIVITY: "how each customer engages, and through which channels",
    FUNNEL: "how each customer went from first touch to support, and how fast",
}
_SHARES = ("churn_probability", "cross_platform_consistency", "cross_stage_engagement_consistency", "drop_off_risk")
_SCORES = ("recency_score", "frequency_score", "monetary_score", "rfm_avg_score")
_NOT_NEGATIVE = ("account_age_days", "days_since_last_activity", "estimated_customer_ltv", "portfolio_contribution_pct")


class Customer360:
    """Source of kind ``customer360``. Build it with ``Customer360.open``."""

    kind = "customer360"
    grains = ("customer",)
    default_value: Mapping[str, float] = {}

    def __init__(self, shaped: Mapping[str, Shaped | None]) -> None:
        self._shaped = dict(shaped)

    @classmethod
    def open(cls, warehouse: Warehouse, mapping: EventsMapping, ids: Ids = AS_THEY_ARE) -> Customer360:
        """Read the tables that are there; ``mapping`` is not used.

        Raises
        ------
        ConfigurationError
            When none of the three tables is there.
        """
        found = {name: warehouse.find(name) for name in CUSTOMER360}
        if not any(table is not None for table in found.values()):
            raise ConfigurationError(
                "no customer360 table was found",
                where=warehouse.name,
                got=", ".join(sorted(warehouse.tables)[:10]),
                expected=" or ".join(CUSTOMER360),
            )
        return cls(
            {
                name: None
                if table is None
                else shape(
                    _with_days_as_text(table),
                    name,
                    _wanted(name),
                    ids,
                    from_text=warehouse.is_text(table),
                )
                for name, table in found.items()
            }
        )

    def inputs(self) -> tuple[InputTable, ...]:
        """The three tables as read, absent ones too."""
        return tuple(self._input(name) for name in CUSTOMER360)

    def joins(self) -> tuple[Join, ...]:
        """By e-mail, from the other tables to the table of value."""
        return tuple(
            Join(name, VALUE, KEY, KEY, kind="customer")
            for name in (ACTIVITY, FUNNEL)
            if self._shaped[name] is not None and self._shaped[VALUE] is not None
        )

    def canonical(self, grain: str) -> Canonical:
        """Refused: a snapshot has no past.

        Raises
        ------
        DataError
            Always.
        """
        raise DataError(
            "a snapshot cannot be turned into dated tables",
            where=self.kind,
            hint="keep a dated snapshot every month, or give the dated tables that these were built from",
        )

    def tables(self) -> dict[str, ibis.Table | None]:
        """The three tables, typed; None where one is absent."""
        return {name: None if shaped is None else shaped.table for name, shaped in self._shaped.items()}

    def _input(self, name: str) -> InputTable:
        shaped = self._shaped[name]
        absent = () if shaped is None else shaped.absent
        columns = CUSTOMER360[name]
        return InputTable(
            name=name,
            purpose=_PURPOSES[name],
            table=None if shaped is None else shaped.table,
            measures=tuple(c for c in ("estimated_customer_ltv",) if c in columns and c not in absent),
            non_negative=tuple(c for c in _NOT_NEGATIVE if c in columns and c not in absent),
            required=name == VALUE,
            missing=() if shaped is None else shaped.missing,
            coercions=() if shaped is None else shaped.coercions,
            ranges=_ranges(columns, absent),
            timing={KEY: "key"},
            absent=absent,
        )


def _wanted(name: str) -> tuple[Wanted, ...]:
    """Every column; an instant is kept as text that sorts, since the latest of a day counts."""
    types = {"text": "string", "float64": "float64", "bool": "bool", "instant": "string"}
    return tuple(
        Wanted(column, types[kind], required=column == KEY, ids="customer" if column == KEY else "")  # type: ignore[arg-type]
        for column, kind in CUSTOMER360[name].items()
    )


def _with_days_as_text(table: ibis.Table) -> ibis.Table:
    """Instants as text of one shape, ``2025-06-30 06:00:00``."""
    days = {
        name: table[name].cast("timestamp").strftime("%Y-%m-%d %H:%M:%S")
        for name in table.columns
        if name.lower() in (*TIMESTAMPS.values(), "customer_last_activity", "customer_first_touchpoint")
        and isinstance(table[name].type(), dt.Timestamp | dt.Date)
    }
    return table.mutate(**days) if days else table


def _ranges(columns: Collection[str], absent: Collection[str]) -> dict[str, tuple[float, float]]:
    known = dict.fromkeys(_SHARES, (0.0, 1.0)) | dict.fromkeys(_SCORES, (1.0, 5.0))
    known["portfolio_contribution_pct"] = (0.0, 100.0)
    return {name: limits for name, limits in known.items() if name in columns and name not in absent}
