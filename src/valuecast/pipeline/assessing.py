"""The first half of the flow: from the source's tables to signals, labels and scores, inside the engine."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

import ibis
import pyarrow as pa
import pyarrow.compute

from valuecast import audit, engines, scores, signals, sources
from valuecast.config import Config
from valuecast.contracts import INTERMEDIATE, SIGNAL_CATALOGUE, Canonical, Finding, found
from valuecast.engines import Warehouse
from valuecast.errors import ConfigurationError
from valuecast.labels import labels, other_definitions
from valuecast.pipeline import auditing, sampling, signalling
from valuecast.pipeline.auditing import Leaks
from valuecast.pipeline.sampling import Sample
from valuecast.signals import Usable
from valuecast.sources import Source
from valuecast.windows import Plan


@dataclass(frozen=True)
class Planned:
    """The outcome of planning: ``plan`` is None when nobody was ever active."""

    plan: Plan | None
    findings: tuple[Finding, ...]
    coverage: pa.Table | None
    candidates: pa.Table | None = None


@dataclass(frozen=True)
class Valued:
    """Canonical activity with its ``value`` column, by grain, and what value means here.

    ``activities`` are kept in the engine, because the span of the data, the plan and every signal read them;
    ``built`` are the same as the source builds them, for tracing signals to its columns.
    """

    activities: dict[str, ibis.Table]
    built: dict[str, ibis.Table]
    value_name: str


@dataclass(frozen=True)
class Patterns:
    """The axes along which customers' mixes of product features differ: to read, and kept in the engine."""

    weights: pa.Table
    axes: ibis.Table


def connect(config: Config) -> Warehouse:
    """Open the source."""
    return engines.connect(config.source, memory_limit_gb=config.memory_limit_gb)


def read(config: Config, warehouse: Warehouse) -> Source:
    """Know the tables for what they are."""
    return sources.open_source(config.kind, warehouse, config.events)


def value(config: Config, warehouse: Warehouse, source: Source) -> Valued:
    """Give each customer-day its value: the configured mix of measures."""
    mix = {str(m): w for m, w in (config.value or source.default_value).items()}
    name = " + ".join(m if w == 1 else f"{w:g} {m}" for m, w in sorted(mix.items()))
    built = {}
    for grain in source.grains:
        days = source.canonical(grain).activity
        terms = [days[m].cast("float64").fill_null(0.0) * w for m, w in sorted(mix.items())]
        built[grain] = signals.linked(days.mutate(value=sum(terms[1:], start=terms[0])))
    kept = {grain: warehouse.materialise(f"activity_by_{grain}", rows) for grain, rows in built.items()}
    return Valued(kept, built, name)


def span(valued: Valued) -> dict[str, audit.Calendar]:
    """The span of the data by grain; grains in which nobody was ever active are left out."""
    return _calendars(valued.activities)


def plan(config: Config, source: Source, valued: Valued, spans: dict[str, audit.Calendar]) -> Planned:
    """Decide what the data can support."""
    activities, calendars = dict(valued.activities), spans
    measures = {str(m) for m, weight in (config.value or source.default_value).items() if weight}
    worthless = tuple(audit.worthless(source.inputs(), measures))
    if not calendars:
        return Planned(None, (*worthless, _nobody()), None)
    _check_as_of(config.as_of, calendars)
    if config.as_of is not None:
        activities = {grain: rows.filter(rows.day < config.as_of) for grain, rows in activities.items()}
        calendars = _calendars(activities)
    _check_grain(config.grain, valued.activities, calendars)
    months = {grain: audit.by_month(activities[grain], calendars[grain], config.as_of) for grain in calendars}
    back = {grain: _counted_back(config, each, activities[grain], calendars[grain]) for grain, each in months.items()}
    chosen, problems = audit.make_plan(
        months,
        as_of_given=config.as_of is not None,
        grain=config.grain,
        share=config.high_value_share,
        horizon=config.horizon_months,
        trend_months=config.trend_months,
        past_months=config.past_months,
        ruled_out=worthless,
        back=back,
    )
    told = [f for grain, each in months.items() for f in audit.coverage_findings(grain, each, "activity")]
    once = {finding.code: finding for finding in reversed(told)}
    return Planned(
        chosen,
        (*problems, *(once[code] for code in sorted(once))),
        pa.concat_tables([audit.coverage(grain, each) for grain, each in months.items()]),
        audit.candidate_windows(back, chosen, share=config.high_value_share, past_months=config.past_months),
    )


def today_alone(planned: Planned) -> Planned:
    """The same plan without its past windows."""
    return planned if planned.plan is None else replace(planned, plan=replace(planned.plan, windows=()))


def canonical(warehouse: Warehouse, source: Source, valued: Valued, planned: Planned) -> Canonical:
    """The canonical tables at the chosen grain, kept in the engine."""
    grain = plan_of(planned).grain
    tables = source.canonical(grain)
    kept = {
        field.name: warehouse.materialise(field.name, getattr(tables, field.name))
        for field in fields(Canonical)
        if field.name not in ("activity", "outcomes")
    }
    return replace(tables, **kept, activity=valued.activities[grain])


def anchor(warehouse: Warehouse, tables: Canonical, planned: Planned) -> ibis.Table:
    """Who is assessed, when."""
    chosen = plan_of(planned)
    return warehouse.materialise("anchors", signals.anchors(tables, (*chosen.windows, chosen.today)))


def embed(warehouse: Warehouse, tables: Canonical, planned: Planned) -> Patterns:
    """Which product features go together, from days before the oldest window's as_of."""
    chosen = plan_of(planned)
    weights = signals.learn(tables, min((*chosen.windows, chosen.today), key=lambda window: window.as_of))
    return Patterns(weights, warehouse.materialise("use_patterns", ibis.memtable(signals.across(weights))))


def signal(
    warehouse: Warehouse, tables: Canonical, anchors: ibis.Table, patterns: Patterns, planned: Planned
) -> ibis.Table:
    """The signals at every anchor, computed once and kept in the engine."""
    chosen = plan_of(planned)
    measured = signals.measured(tables, chosen.as_of)
    windows = (*chosen.windows, chosen.today)
    return signalling.kept(warehouse, "signals", tables, anchors, windows, measured, patterns.axes)


def leak(
    source: Source, valued: Valued, planned: Planned, tables: Canonical, anchors: ibis.Table, patterns: Patterns
) -> Leaks:
    """What each signal is made of, and which may be used on the past."""
    chosen = plan_of(planned)
    return auditing.leaks(source, valued.built[chosen.grain], chosen, tables, anchors, patterns.axes)


def guard(
    planned: Planned, tables: Canonical, drawn: dict[str, pa.Table], usable: Usable, leaks: Leaks, sample: Sample
) -> dict[str, pa.Table]:
    """Let the customer-level tables pass when nothing from the future shows in the past; refuse them otherwise."""
    auditing.guard(plan_of(planned), tables, drawn, usable.past, leaks, sample)
    return drawn


def use(signal_table: ibis.Table, leaks: Leaks) -> Usable:
    """Which signals carry information; of the past, only those that were known then."""
    usable = signals.usable(signal_table, frozenset(SIGNAL_CATALOGUE))
    return replace(usable, past=usable.past & leaks.allowed)


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
    return warehouse.materialise("labels", found)


def draw(
    config: Config, warehouse: Warehouse, anchors: ibis.Table, label_table: ibis.Table, planned: Planned
) -> Sample:
    """Who is brought out of the engine: everybody, or a draw where there are too many."""
    return sampling.draw(config, warehouse, anchors, label_table, plan_of(planned))


def define(config: Config, tables: Canonical, anchors: ibis.Table, sample: Sample, planned: Planned) -> pa.Table:
    """Who was high-value in the test window by other definitions; empty without a test window."""
    chosen, table = plan_of(planned), INTERMEDIATE["definitions"]
    tests = [fold.predict for fold in chosen.folds(chosen.horizon) if fold.role == "test"]
    if not tests:
        return table.empty()
    found = other_definitions(
        tables.activity, tables.outcomes, anchors, tests[0], chosen.horizon, config.high_value_share
    )
    return table.conform(sample.of(found).to_pyarrow())


def correlate(
    signal_table: ibis.Table, label_table: ibis.Table, sample: Sample, usable: Usable, planned: Planned
) -> Mapping[str, Mapping[str, float]]:
    """How closely each signal went with future value, by window to predict, among those drawn by id."""
    chosen = plan_of(planned)
    folds, both = chosen.folds(chosen.horizon), usable.past & usable.today
    return scores.correlations(sample.of_by_id(signal_table), sample.of_by_id(label_table), folds, both, chosen.horizon)


def score(
    config: Config,
    warehouse: Warehouse,
    signal_table: ibis.Table,
    label_table: ibis.Table,
    sample: Sample,
    usable: Usable,
    planned: Planned,
) -> scores.Scored:
    """Every score at every anchor of those drawn, measured against everybody."""
    chosen = plan_of(planned)
    return scores.score_all(
        signal_table,
        label_table,
        correlated=correlate(signal_table, label_table, sample, usable, planned),
        folds=chosen.folds(chosen.horizon),
        horizon=chosen.horizon,
        usable_today=usable.today,
        usable_past=usable.past,
        share=config.high_value_share,
        weights=config.weights,
        of=sample.of,
        keep=warehouse.materialise,
    )


def bring(
    signal_table: ibis.Table,
    label_table: ibis.Table,
    scored: scores.Scored,
    tables: Canonical,
    sample: Sample,
    planned: Planned,
) -> dict[str, pa.Table]:
    """Materialise the customer-level tables of those drawn, once."""
    chosen = plan_of(planned)
    # Taken out first: an engine would make the months of everybody, and then take out those wanted.
    rows = ("activity", "member_activity", "product_usage", "ratings", "outcomes")
    mine = replace(tables, **{name: sample.of(getattr(tables, name)) for name in rows})
    theirs: dict[str, Any] = {
        "signals": sample.of(signal_table),
        "labels": sample.of(label_table),
        "months": signals.months(mine.activity, chosen.as_of, chosen.data_start),
        "scores": scored.scores,
        "score_parts": scored.parts,
        **signals.watched(mine, chosen.as_of),
    }
    if chosen.windows_until != chosen.as_of:
        theirs["months_back"] = signals.months(mine.activity, chosen.windows_until, chosen.data_start)
    brought = {name: INTERMEDIATE[name].conform(table.to_pyarrow()) for name, table in theirs.items()}
    brought.setdefault("months_back", brought["months"])
    pairs = sample.of(tables.customers.select("customer_id", "account_id"))
    brought["accounts"] = pairs.to_pyarrow().sort_by("customer_id")
    return brought


def plan_of(planned: Planned) -> Plan:
    """The plan of a run that has one."""
    if planned.plan is None:
        raise ValueError("a step that needs a plan ran without one")
    return planned.plan


def _counted_back(config: Config, months: audit.Months, activity: ibis.Table, calendar: audit.Calendar) -> audit.Months:
    """The months before the day from which backtest windows are counted back."""
    until = months.as_of.replace(day=1)
    if config.backtest_from == "today" or until == months.as_of:
        return months
    return audit.by_month(activity, calendar, until)


def _calendars(activities: Mapping[str, ibis.Table]) -> dict[str, audit.Calendar]:
    """The span of the data by grain; grains in which nobody was ever active are left out."""
    spans = {grain: audit.calendar_of(activity) for grain, activity in activities.items()}
    return {grain: span for grain, span in spans.items() if span is not None}


def _check_grain(grain: str, known: Collection[str], filled: Collection[str]) -> None:
    if grain == "auto" or grain in filled:
        return
    raise ConfigurationError(
        f"the source cannot be assessed by {grain}",
        where="grain",
        got=grain,
        expected="one of " + ", ".join(["auto", *filled]),
        hint=f"no {grain} was ever active"
        if grain in known
        else "name the column of the person: events.member_id, or --map member_id=column",
    )


def _check_as_of(as_of: date | None, calendars: Mapping[str, audit.Calendar]) -> None:
    """Refuse a day with no data before it, or so late that the data had ended."""
    first = min(span.start for span in calendars.values())
    end = max(span.end for span in calendars.values())
    if as_of is None or first < as_of <= end + audit.SILENCE:
        return
    raise ConfigurationError(
        "the data begin on that day or later" if as_of <= first else "the data end long before that day",
        where="as_of",
        got=as_of.isoformat(),
        expected=f"a day after {first}, the first with activity, and about {end} at the latest",
        hint="leave as_of out to use all data",
    )


def _nobody() -> Finding:
    return found(
        "no_activity",
        "activity",
        evidence="no row with a customer, a readable date and activity above zero",
        stops=True,
    )
