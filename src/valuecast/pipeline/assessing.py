"""The first half of the flow: from the source's tables to signals, labels and scores, inside the engine."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

import ibis
import pyarrow as pa
import pyarrow.compute

from valuecast import audit, scores, signals, sources
from valuecast.config import Config
from valuecast.contracts import INTERMEDIATE, SIGNAL_CATALOGUE, Canonical, Finding
from valuecast.labels import labels
from valuecast.signals import Usable
from valuecast.sources import Source, Warehouse
from valuecast.windows import Plan


@dataclass(frozen=True)
class Planned:
    """The outcome of planning: ``plan`` is None when nobody was ever active."""

    plan: Plan | None
    findings: tuple[Finding, ...]
    coverage: pa.Table | None


@dataclass(frozen=True)
class Valued:
    """Canonical activity with its ``value`` column, by grain, and what value means here."""

    activities: dict[str, ibis.Table]
    value_name: str


def connect(config: Config) -> Warehouse:
    """Open the source."""
    return sources.connect(config.source, memory_limit_gb=config.memory_limit_gb)


def read(config: Config, warehouse: Warehouse) -> Source:
    """Know the tables for what they are."""
    return sources.open_source(config.kind, warehouse, config.events)


def inspect(source: Source) -> audit.Inspection:
    """Look at every table and join once."""
    return audit.inspect(source.inputs(), source.joins())


def value(config: Config, warehouse: Warehouse, source: Source) -> Valued:
    """Give each customer-day its value: the configured mix of measures."""
    mix = {str(m): w for m, w in (config.value or source.default_value).items()}
    name = " + ".join(m if w == 1 else f"{w:g} {m}" for m, w in sorted(mix.items()))
    activities = {}
    for grain in source.grains:
        days = source.canonical(grain).activity
        terms = [days[m].cast("float64").fill_null(0.0) * w for m, w in sorted(mix.items())]
        valued = days.mutate(value=sum(terms[1:], start=terms[0]))
        activities[grain] = warehouse.keep(f"{grain}_activity", valued)
    return Valued(activities, name)


def plan(config: Config, valued: Valued) -> Planned:
    """Decide what the data can support."""
    spans = {grain: audit.calendar_of(activity) for grain, activity in valued.activities.items()}
    calendars = {grain: span for grain, span in spans.items() if span is not None}
    if not calendars:
        return Planned(None, (_nobody(),), None)
    activities = {grain: valued.activities[grain] for grain in calendars}
    chosen, found = audit.make_plan(
        activities,
        calendars,
        as_of=config.as_of,
        grain=config.grain if config.grain in calendars else "auto",
        share=config.high_value_share,
        horizon=config.horizon_months,
        trend_months=config.trend_months,
        past_months=config.past_months,
    )
    months = pa.concat_tables([audit.coverage(grain, activities[grain], calendars[grain]) for grain in calendars])
    here = months.filter(pa.compute.equal(months["grain"], chosen.grain))
    stray = [finding for span in calendars.values() for finding in span.findings("activity")][:1]
    return Planned(chosen, (*found, *stray, *audit.coverage_findings(here, "activity")), months)


def canonical(warehouse: Warehouse, source: Source, valued: Valued, planned: Planned) -> Canonical:
    """The canonical tables at the chosen grain, kept in the engine."""
    grain = plan_of(planned).grain
    tables = source.canonical(grain)
    kept = {
        field.name: warehouse.keep(field.name, getattr(tables, field.name))
        for field in fields(Canonical)
        if field.name not in ("activity", "outcomes")
    }
    return replace(tables, **kept, activity=valued.activities[grain])


def anchor(warehouse: Warehouse, tables: Canonical, planned: Planned) -> ibis.Table:
    """Who is assessed, when."""
    chosen = plan_of(planned)
    return warehouse.keep("anchors", signals.anchors(tables, (*chosen.windows, chosen.today)))


def signal(warehouse: Warehouse, tables: Canonical, anchors: ibis.Table) -> ibis.Table:
    """The signals at every anchor, computed once and kept in the engine."""
    return warehouse.keep("signals", signals.assemble(tables, anchors, signals.measured(tables)))


def use(signal_table: ibis.Table) -> Usable:
    """Which signals carry information."""
    return signals.usable(signal_table, frozenset(SIGNAL_CATALOGUE))


def label(config: Config, warehouse: Warehouse, tables: Canonical, anchors: ibis.Table, planned: Planned) -> ibis.Table:
    """What happened after every anchor."""
    chosen = plan_of(planned)
    horizons = sorted({chosen.horizon, *config.trend_months})
    found = labels(
        tables.activity,
        anchors,
        (*chosen.windows, chosen.today),
        horizons,
        chosen.data_start,
        chosen.as_of,
        config.high_value_share,
    )
    return warehouse.keep("labels", found)


def score(
    config: Config, signal_table: ibis.Table, label_table: ibis.Table, usable: Usable, planned: Planned
) -> scores.Scored:
    """Every score at every anchor."""
    chosen = plan_of(planned)
    return scores.score_all(
        signal_table,
        label_table,
        folds=chosen.folds(chosen.horizon),
        horizon=chosen.horizon,
        usable_today=usable.today,
        usable_past=usable.past,
        share=config.high_value_share,
        weights=config.weights,
    )


def bring(
    signal_table: ibis.Table, label_table: ibis.Table, scored: scores.Scored, tables: Canonical
) -> dict[str, pa.Table]:
    """Materialise the customer-level tables, once."""
    found: dict[str, Any] = {
        "signals": signal_table,
        "labels": label_table,
        "scores": scored.scores,
        "score_parts": scored.parts,
    }
    brought = {name: INTERMEDIATE[name].conform(table.to_pyarrow()) for name, table in found.items()}
    brought["accounts"] = tables.customers.select("customer_id", "account_id").to_pyarrow().sort_by("customer_id")
    return brought


def plan_of(planned: Planned) -> Plan:
    """The plan of a run that has one."""
    if planned.plan is None:
        raise ValueError("a step that needs a plan ran without one")
    return planned.plan


def _nobody() -> Finding:
    return Finding(
        "no_activity",
        "error",
        "activity",
        "",
        "no row with a customer, a readable date and activity above zero",
        "nothing can be assessed",
        "see the findings on the daily tables or the log: missing or empty tables, unreadable dates, values of zero",
        stops=True,
    )
