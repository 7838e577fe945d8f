"""The audit's own steps: spell ids alike, look at every table and join, and guard the past against the future."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import ibis
import pyarrow as pa
import pyarrow.compute as pc

from valuecast import audit, signals, sources
from valuecast.config import Config
from valuecast.contracts import SIGNAL_CATALOGUE, Canonical, Finding
from valuecast.engines import Warehouse
from valuecast.pipeline.sampling import EVERYBODY, Sample
from valuecast.sources import Source
from valuecast.windows import TODAY, Plan, Window

Tables = dict[str, pa.Table]


@dataclass(frozen=True)
class Spelling:
    """The joins as ids are in the source, and the steps that spell them alike, by kind of id; none unless asked."""

    before: tuple[audit.Match, ...] = ()
    applied: dict[str, tuple[str, ...]] | None = None


@dataclass(frozen=True)
class Leaks:
    """When each column was true, what each signal is made of, and which signals may be used on the past."""

    classes: tuple[audit.ColumnTiming, ...]
    traced: dict[str, frozenset[tuple[str, str]]]
    allowed: frozenset[str]
    map: pa.Table


def spell(config: Config, given: Source) -> Spelling:
    """Where the configuration asks for it, find out how ids can be spelt alike."""
    if config.ids != "normalise":
        return Spelling()
    before = audit.spelling(given.inputs(), given.joins())
    return Spelling(before, audit.proposals(before))


def reread(config: Config, warehouse: Warehouse, given: Source, spelling: Spelling) -> Source:
    """The source with ids spelt alike, where there is something to gain."""
    if not spelling.applied:
        return given
    return sources.open_source(config.kind, warehouse, config.events, spelling.applied)


def look(source: Source, spelling: Spelling) -> audit.Inspection:
    """Look at every table and join once; what is not dated has no span."""
    return inspect(source, spelling, {})


def inspect(source: Source, spelling: Spelling, spans: Mapping[str, audit.Calendar]) -> audit.Inspection:
    """Look at every table and join once, against the span of all activity."""
    return audit.inspect(
        source.inputs(),
        source.joins(),
        before=spelling.before,
        applied=spelling.applied,
        calendar=audit.whole(spans.values()),
    )


def recheck(source: Source, inspection: audit.Inspection) -> tuple[Finding, ...]:
    """Whether the tables are still what they were at the beginning."""
    return audit.changed(source.inputs(), inspection)


def leaks(
    source: Source, activity: ibis.Table, plan: Plan, tables: Canonical, anchors: ibis.Table, axes: ibis.Table
) -> Leaks:
    """Class every column by when it was true, and trace every signal to the columns that it is made of.

    The axes of use are learned from the product usage that signals read anyway; that they stand on days before the
    oldest window alone is what `guard` checks.
    """
    windows = (*plan.windows, plan.today)
    classes = audit.timings(source.inputs(), min(window.as_of for window in windows))
    built = replace(source.canonical(plan.grain), activity=activity)
    expression = signals.assemble(tables, anchors, windows, frozenset(SIGNAL_CATALOGUE), axes)
    traced = audit.lineage(expression, tables, built, learned=axes)
    return Leaks(classes, traced, audit.admissible(traced, classes), audit.leak_map(classes, traced))


def guard(
    plan: Plan,
    tables: Canonical,
    brought: Tables,
    past: frozenset[str],
    found: Leaks,
    sample: Sample = EVERYBODY,
    *,
    held: bool = False,
) -> None:
    """Refuse to go on when a signal of the past is not admissible, or changes once the future is taken away.

    The signals of the oldest window, and the axes of use, are computed again from rows before its ``as_of`` alone;
    not where they ``held`` when an earlier run computed them from the same rows.
    """
    if not plan.windows:
        return
    audit.guard(past, brought["signals"].column_names, found.allowed)
    if held:
        return
    first = plan.windows[0]
    cut = _until(tables, first)
    anchors = signals.anchors(cut, (first,))
    axes = ibis.memtable(signals.across(signals.learn(cut, first)))
    measured = signals.measured(tables, plan.as_of)
    again = signals.assemble(cut, sample.of(anchors), (first,), measured, axes).to_pyarrow()
    whole = brought["signals"].filter(pc.equal(brought["signals"]["window_id"], first.window_id))
    audit.same_past(whole, again.select(whole.column_names), first.window_id)


def uncertainties(brought: Tables, today: frozenset[str]) -> Tables:
    """What missing values mean, and how far they could move the scores of today."""
    now = {
        name: t.filter(pc.equal(t["window_id"], TODAY)) for name, t in brought.items() if name in ("signals", "scores")
    }
    return {
        "null_policy": audit.null_policy(now["signals"]),
        "score_uncertainty": audit.score_uncertainty(now["signals"], now["scores"], brought["score_parts"], today),
    }


def leak_findings(found: Leaks, today: frozenset[str]) -> tuple[Finding, ...]:
    """What the leak map costs the evidence."""
    return tuple(audit.barred_findings(today, found.allowed, found.classes, found.traced))


def _until(tables: Canonical, window: Window) -> Canonical:
    """The canonical tables as they were at a window: no row of that day or later."""
    days = {
        "activity": "day",
        "member_activity": "day",
        "product_usage": "day",
        "adoption": "adopted_on",
        "ratings": "rated_on",
    }
    cut: dict[str, Any] = {}
    for name, day in days.items():
        table = getattr(tables, name)
        cut[name] = table.filter(table[day] < ibis.literal(window.as_of))
    return replace(tables, **cut)
