"""The first steps of every flow: open the source, read and audit its tables, decide what they support."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import ibis
import pyarrow as pa

from valuecast import audit, engines, signals, sources
from valuecast.config import Config
from valuecast.contracts import Finding, InputTable, Join, earlier, finding
from valuecast.engines import Warehouse, portable
from valuecast.errors import ConfigurationError, SourceError
from valuecast.pipeline.step import Result
from valuecast.sources import Ids, Source
from valuecast.windows import Plan
from valuecast.wording.notes import as_data, sentence


@dataclass(frozen=True)
class IdNormalisation:
    """The joins as ids are in the source, and the steps that write them alike, by kind of id; none unless asked."""

    before: tuple[audit.Match, ...] = ()
    applied: dict[str, tuple[str, ...]] | None = None


@dataclass(frozen=True)
class Activity:
    """Canonical activity with its ``value`` column, by grain, and what value means here.

    ``tables`` are kept in the engine, because the span of the data, the plan and every signal read them; ``built`` are
    the same as the source builds them, for tracing signals to its columns.
    """

    tables: dict[str, ibis.Table]
    built: dict[str, ibis.Table]
    value_name: str


Calendars = dict[str, audit.Calendar]
MOST_VALUE = 9e15
"""Most value of all customers together: its thousandths still are a whole number that engines can hold."""


def warehouse(config: Config) -> Warehouse:
    """Open the source."""
    return engines.connect(config.source, memory_limit_gb=config.memory_limit_gb)


def raw_source(config: Config, warehouse: Warehouse) -> Source:
    """Know the tables for what they are."""
    return sources.open_source(config.kind, warehouse, config.events)


def id_normalisation(config: Config, raw_source: Source) -> IdNormalisation:
    """Where the configuration asks for it, find out how ids can be written alike."""
    if config.ids != "normalise":
        return IdNormalisation()
    inputs = raw_source.inputs()
    before = audit.match_joins(inputs, raw_source.joins())
    steps = audit.proposals(before)
    for kind, found in audit.spellings(inputs).items():
        steps[kind] = tuple(dict.fromkeys((*steps.get(kind, ()), *found)))
    return IdNormalisation(before, steps)


def source(
    config: Config, warehouse: Warehouse, raw_source: Source, id_normalisation: IdNormalisation
) -> Result[Source]:
    """The source with ids written alike, where there is something to gain, and without those who are excluded."""
    ids = Ids(id_normalisation.applied or {}, config.exclude)
    if not ids:
        return Result(raw_source)
    opened = sources.open_source(config.kind, warehouse, config.events, ids)
    return Result(opened, findings=_excluded(config, raw_source, opened))


def _excluded(config: Config, raw_source: Source, source: Source) -> tuple[Finding, ...]:
    """How many customers, and how much of the value, the configuration leaves out."""
    if not config.exclude:
        return ()
    mix = {str(m): w for m, w in (config.value or source.default_value).items()}
    before, after = (
        _customers_and_value(each.canonical(source.grains[0]).activity, mix) for each in (raw_source, source)
    )
    share = (before[1] - after[1]) / before[1] if before[1] > 0 else 0.0
    left_out = before[0] - after[0]
    return (
        finding(
            "customers_excluded",
            "activity",
            count=left_out,
            customers=before[0],
            value_before=before[1],
            value_after=after[1],
            share=share,
        ),
    )


def _customers_and_value(days: ibis.Table, mix: Mapping[str, float]) -> tuple[int, float]:
    terms = [days[measure].cast("float64").fill_null(0.0) * weight for measure, weight in sorted(mix.items())]
    figures = days.aggregate(n=days.customer_id.nunique(), value=portable.exact_sum(sum(terms[1:], start=terms[0])))
    row = figures.to_pyarrow().to_pylist()[0]
    return int(row["n"] or 0), float(row["value"] or 0.0)


def activity(config: Config, warehouse: Warehouse, source: Source) -> Result[Activity]:
    """Give each customer-day its value: the configured mix of measures."""
    mix = {str(m): w for m, w in (config.value or source.default_value).items()}
    name = " + ".join(m if w == 1 else f"{w:g} {m}" for m, w in sorted(mix.items()))
    built = {}
    for grain in source.grains:
        days = source.canonical(grain).activity
        terms = [days[m].cast("float64").fill_null(0.0) * w for m, w in sorted(mix.items())]
        built[grain] = signals.linked(days.mutate(value=sum(terms[1:], start=terms[0])))
    kept = {grain: warehouse.materialise(f"activity_by_{grain}", rows) for grain, rows in built.items()}
    for rows in kept.values():
        _check_room(rows, name)
    return Result(Activity(kept, built, name), facts={"value_name": name})


def _check_room(rows: ibis.Table, name: str) -> None:
    """Refuse values whose sum no longer fits into the whole thousandths in which it is added up."""
    total = rows.aggregate(total=rows.value.abs().sum()).to_pyarrow().to_pylist()[0]["total"] or 0.0
    if total > MOST_VALUE:
        raise SourceError(
            "the values are too large to be added up exactly",
            where=name,
            got=f"{total:.3g} in all",
            expected=f"{MOST_VALUE:.0e} at the most",
            hint='give them in a larger unit, such as thousands: --map amount="amount / 1000"',
        )


def calendars(activity: Activity) -> Calendars:
    """The span of the data by grain; grains in which nobody was ever active are left out."""
    return _calendars(activity.tables)


def inspection(
    warehouse: Warehouse, source: Source, id_normalisation: IdNormalisation, calendars: Calendars
) -> Result[audit.Inspection]:
    """Look at every table and join once, against the span of all activity."""
    seen = inspected(source.inputs(), source.joins(), id_normalisation, audit.whole(calendars.values()))
    return replace(seen, findings=(*warehouse.findings, *seen.findings))


def inspected(
    inputs: Sequence[InputTable],
    joins: Sequence[Join],
    id_normalisation: IdNormalisation,
    calendar: audit.Calendar | None,
) -> Result[audit.Inspection]:
    """What the audit finds in the tables as they are."""
    before, applied = id_normalisation.before, id_normalisation.applied
    seen = audit.inspect(inputs, joins, before=before, applied=applied, calendar=calendar)
    tables = {"inventory": seen.inventory, "joins": seen.joins, "column_figures": seen.column_figures}
    return Result(seen, tables, seen.findings)


@dataclass(frozen=True)
class Planning:
    """What the data support: ``plan`` is None when nobody was ever active."""

    plan: Plan | None


def planning(
    config: Config, source: Source, activity: Activity, calendars: Calendars, inspection: audit.Inspection
) -> Result[Planning]:
    """Decide what the data can support: nothing where the audit of tables found what rules out evidence."""
    rows, spans = dict(activity.tables), calendars
    measures = {str(m) for m, weight in (config.value or source.default_value).items() if weight}
    inputs = source.inputs()
    worthless = tuple(audit.worthless(inputs, measures))
    found_before = tuple(finding for finding in inspection.findings if finding.stops)
    gaps = tuple(each for table in inputs for each in audit.missing(table, measures))
    if not spans:
        return Result(Planning(None), findings=(*worthless, *gaps, _nobody()))
    _check_as_of(config.as_of, spans)
    if config.as_of is not None:
        rows = {grain: table.filter(earlier(table, "day", config.as_of)) for grain, table in rows.items()}
        spans = _calendars(rows)
    _check_grain(config.grain, activity.tables, spans)
    months = {grain: audit.by_month(rows[grain], spans[grain], config.as_of) for grain in spans}
    back = {grain: _counted_back(config, each, rows[grain], spans[grain]) for grain, each in months.items()}
    chosen, problems = audit.make_plan(
        months,
        as_of_given=config.as_of is not None,
        grain=config.grain,
        share=config.high_value_share,
        horizon=config.horizon_months,
        trend_months=config.trend_months,
        past_months=config.past_months,
        ruled_out=(*found_before, *worthless),
        back=back,
    )
    tables = {"coverage": pa.concat_tables([audit.coverage(grain, each) for grain, each in months.items()])}
    candidates = audit.candidate_windows(back, chosen, share=config.high_value_share, past_months=config.past_months)
    if candidates is not None:
        tables["candidate_windows"] = candidates
    findings = (
        *(problem for problem in problems if problem not in found_before),
        *gaps,
        *_once(f for g, each in months.items() for f in audit.coverage_findings(g, each, "activity")),
    )
    return Result(Planning(chosen), tables, findings, facts=_facts(chosen))


def plan(planning: Planning) -> Plan | None:
    """Which months are looked at; None when nobody was ever active, and what needs a plan is skipped then."""
    return planning.plan


def _facts(plan: Plan | None) -> dict[str, Any]:
    if plan is None:
        return {}
    of_plan = {
        "supervised": plan.supervised,
        "past_months": plan.past_months,
        "horizon": plan.horizon,
        "trend_horizons": list(plan.trend_horizons),
        "reasons": [str(sentence(reason)) for reason in plan.reasons],
        "reasons_as_data": [as_data(reason) for reason in plan.reasons],
        "score_dimensions": [],
        "model_dimensions": [],
    }
    return {"as_of": plan.as_of.isoformat(), "grain": plan.grain, "plan": of_plan}


def _once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The first finding of each code."""
    once: dict[str, Finding] = {}
    for each in findings:
        once.setdefault(each.code, each)
    return tuple(once[code] for code in sorted(once))


def _counted_back(config: Config, months: audit.Months, activity: ibis.Table, calendar: audit.Calendar) -> audit.Months:
    """The months before the day from which backtest windows are counted back."""
    until = months.as_of.replace(day=1)
    if config.backtest_from == "today" or until == months.as_of:
        return months
    return audit.by_month(activity, calendar, until)


def _calendars(activities: Mapping[str, ibis.Table]) -> Calendars:
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
    return finding("no_activity", "activity", stops=True)
