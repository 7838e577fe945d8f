"""The steps that guard the past against the future, and tell what missing data cost."""

from __future__ import annotations

from dataclasses import dataclass, replace

import ibis
import pyarrow as pa
import pyarrow.compute as pc

from valuecast import audit, signals
from valuecast.contracts import SIGNAL_CATALOGUE, Canonical
from valuecast.pipeline.comparing import Comparison
from valuecast.pipeline.reading import Activity
from valuecast.pipeline.sampling import Sample
from valuecast.pipeline.shaping import Embedding
from valuecast.pipeline.step import Result
from valuecast.signals import Informative
from valuecast.sources import Source
from valuecast.windows import TODAY, Plan, Window
from valuecast.wording.rows import in_words

Tables = dict[str, pa.Table]


@dataclass(frozen=True)
class LeakMap:
    """When each column was true, what each signal is made of, and which signals may be used on the past."""

    classes: tuple[audit.ColumnTiming, ...]
    traced: dict[str, frozenset[tuple[str, str]]]
    allowed: frozenset[str]


def leak_map(
    source: Source,
    activity: Activity,
    plan: Plan,
    canonical: Canonical,
    anchors: ibis.Table,
    embedding: Embedding,
) -> Result[LeakMap]:
    """Class every column by when it was true, and trace every signal to the columns that it is made of.

    The components of use are learned from the product usage that signals read anyway; that they stand on days before
    the oldest window alone is what `customer_tables` checks.
    """
    windows, components = (*plan.windows, plan.today), embedding.components
    classes = audit.timings(source.inputs(), min(window.as_of for window in windows))
    built = replace(source.canonical(plan.grain), activity=activity.built[plan.grain])
    expression = signals.assemble(canonical, anchors, windows, frozenset(SIGNAL_CATALOGUE), components)
    traced = audit.lineage(expression, canonical, built, learned=components)
    found = LeakMap(classes, traced, audit.admissible(traced, classes))
    return Result(found, {"leak_map": in_words(audit.leak_map(classes, traced), "because")})


def customer_tables(
    plan: Plan,
    canonical: Canonical,
    sampled_tables: Tables,
    informative: Informative,
    leak_map: LeakMap,
    sample: Sample,
    comparison: Comparison | None,
) -> Tables:
    """The tables of the sample, where no future shows in their past; an error where it does.

    The signals of the oldest window, and the components of use, are computed again from rows before its ``as_of``
    alone; not where an earlier run of this program did so from the same rows.
    """
    if not plan.windows:
        return sampled_tables
    audit.guard(informative.past, sampled_tables["signals"].column_names, leak_map.allowed)
    first = plan.windows[0]
    if comparison is None or first not in comparison.cached[:1]:
        again = _without_future(canonical, first, sample, plan)
        found = sampled_tables["signals"]
        whole = found.filter(pc.equal(found["window_id"], first.window_id))
        audit.same_past(whole, again.select(whole.column_names), first.window_id)
    return sampled_tables


def uncertainty(customer_tables: Tables, informative: Informative) -> Result[None]:
    """What missing values mean, and how far they could move the scores of today."""
    signals_now, scores_now = (
        table.filter(pc.equal(table["window_id"], TODAY))
        for table in (customer_tables["signals"], customer_tables["scores"])
    )
    unsure = audit.score_uncertainty(signals_now, scores_now, customer_tables["score_parts"], informative.today)
    tables = {"null_policy": audit.null_policy(signals_now), "score_uncertainty": unsure}
    return Result(None, tables, tuple(audit.uncertainty_findings(unsure)))


def dimensions(source: Source, informative: Informative, leak_map: LeakMap, plan: Plan) -> Result[None]:
    """Which dimensions have data, and what the leak map costs the evidence."""
    today, past = informative.today, informative.past
    found = audit.dimension_findings(today, past, source.inputs(), plan.supervised)
    barred = audit.barred_findings(today, leak_map.allowed, leak_map.classes, leak_map.traced)
    findings = (*found, *(barred if plan.supervised else ()))
    return Result(None, findings=findings, facts=dimension_facts(informative))


def dimension_facts(informative: Informative) -> dict[str, dict[str, list[str]]]:
    """The dimensions that scores and models stand on, for the manifest."""
    used = {"score_dimensions": informative.today, "model_dimensions": informative.past}
    return {"plan": {name: sorted(audit.dimensions_of(signals)) for name, signals in used.items()}}


def recheck(source: Source, inspection: audit.Inspection) -> Result[None]:
    """Whether the tables are still what they were at the beginning."""
    return Result(None, findings=audit.changed(source.inputs(), inspection))


def _without_future(canonical: Canonical, window: Window, sample: Sample, plan: Plan) -> pa.Table:
    """The signals of a window as they would have been on its day."""
    cut = canonical.before(window.as_of)
    anchors = sample.of(signals.anchors(cut, (window,)))
    components = ibis.memtable(signals.across(signals.learn(cut, window)))
    measured = signals.measured(canonical, plan.as_of)
    return signals.assemble(cut, anchors, (window,), measured, components).to_pyarrow()
