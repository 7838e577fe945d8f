"""The steps inside the engine: from the source's tables to signals, labels and scores, all of them Ibis expressions.

Windows of an earlier run that still hold (`Comparison`) are read from where that run left them; there are none in a
plain run, which computes every window.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import ibis
import pyarrow as pa

from valuecast import scores, signals
from valuecast.config import Config
from valuecast.contracts import INTERMEDIATE, SIGNAL_CATALOGUE, Canonical
from valuecast.engines import Warehouse
from valuecast.labels import labels, other_definitions
from valuecast.pipeline import cached, sampling, signalling
from valuecast.pipeline.auditing import LeakMap
from valuecast.pipeline.comparing import Comparison, together
from valuecast.pipeline.sampling import Sample
from valuecast.pipeline.shaping import Embedding
from valuecast.pipeline.step import Result
from valuecast.signals import Informative
from valuecast.windows import Plan, Window


def anchors(warehouse: Warehouse, canonical: Canonical, plan: Plan, comparison: Comparison | None) -> ibis.Table:
    """Who is assessed, when."""
    if comparison is None:
        return warehouse.materialise("anchors", signals.anchors(canonical, (*plan.windows, plan.today)))
    parts = [warehouse.materialise("anchors_new", signals.anchors(canonical, comparison.new))]
    return warehouse.union_view("anchors", [*parts, *cached.anchors(warehouse, comparison)])


def signal_table(
    warehouse: Warehouse,
    canonical: Canonical,
    anchors: ibis.Table,
    embedding: Embedding,
    plan: Plan,
    comparison: Comparison | None,
) -> ibis.Table:
    """The signals at every anchor, computed once and kept in the engine."""
    measured, components = signals.measured(canonical, plan.as_of), embedding.components
    if comparison is None:
        windows = (*plan.windows, plan.today)
        return signalling.kept(warehouse, "signals", canonical, anchors, windows, measured, components)
    new = anchors.filter(anchors.window_id.isin(cached.ids(comparison.new)))
    new = warehouse.materialise("anchors_of_new", new)
    parts = [signalling.kept(warehouse, "signals_new", canonical, new, comparison.new, measured, components)]
    return warehouse.union_view("signals", [*parts, *cached.signals(warehouse, comparison)])


def informative(signal_table: ibis.Table, leak_map: LeakMap) -> Informative:
    """Which signals carry information; of the past, only those that were known then."""
    found = signals.informative(signal_table, frozenset(SIGNAL_CATALOGUE))
    return replace(found, past=found.past & leak_map.allowed)


@dataclass(frozen=True)
class Labels:
    """Labels of every anchor, and which pairs of window and horizon were cached.

    Parameters
    ----------
    table : ibis.Table
        Contract LABELS.
    cached, pairs : frozenset
        Of the past windows' pairs of window and horizon, those that an earlier run computed, and all.
    """

    table: ibis.Table
    cached: frozenset[tuple[str, int]]
    pairs: frozenset[tuple[str, int]]


def outcomes(
    config: Config,
    warehouse: Warehouse,
    canonical: Canonical,
    anchors: ibis.Table,
    plan: Plan,
    comparison: Comparison | None,
) -> Labels:
    """What happened after every anchor.

    Who was high-value depends on everybody in the window, so a pair of window and horizon is cached whole or computed.
    """
    horizons = sorted({plan.horizon, *config.trend_months})
    kept = frozenset[tuple[str, int]]() if comparison is None else cached.labelled(comparison, plan, horizons)
    horizons_of: dict[tuple[Window, ...], list[int]] = {}
    for horizon in horizons:
        asked = tuple(w for w in (*plan.windows, plan.today) if (w.window_id, horizon) not in kept)
        horizons_of.setdefault(asked, []).append(horizon)
    new = []
    for windows, subset in horizons_of.items():
        who = anchors.filter(anchors.window_id.isin(cached.ids(windows)))
        days = (plan.data_start, plan.as_of)
        new.append(labels(canonical.activity, who, windows, subset, *days, config.high_value_share))
    pairs = frozenset((w.window_id, h) for w in plan.windows for h in horizons)
    if comparison is None:
        return Labels(warehouse.materialise("labels", together(new)), kept, pairs)
    parts = [warehouse.materialise("labels_new", together(new)), *cached.labels(warehouse, comparison, kept)]
    return Labels(warehouse.union_view("labels", parts), kept, pairs)


def sample(config: Config, warehouse: Warehouse, anchors: ibis.Table, outcomes: Labels, plan: Plan) -> Result[Sample]:
    """Who is brought out of the engine: everybody, or a sample where there are too many."""
    found = sampling.draw(config, warehouse, anchors, outcomes.table, plan)
    facts = {"customers": found.customers, "drawn": found.drawn, "is_partial": found.is_partial}
    tables = {"sample_strata": found.strata} if found.is_partial else {}
    return Result(found, tables, notes=found.notes, facts={"sample": facts})


def definitions(config: Config, canonical: Canonical, anchors: ibis.Table, sample: Sample, plan: Plan) -> pa.Table:
    """Who was high-value in the test window by other definitions; empty without a test window."""
    table = INTERMEDIATE["definitions"]
    tests = [fold.predict for fold in plan.folds(plan.horizon) if fold.role == "test"]
    if not tests:
        return table.empty()
    found = other_definitions(
        canonical.activity, canonical.outcomes, anchors, tests[0], plan.horizon, config.high_value_share
    )
    return table.conform(sample.of(found).to_pyarrow())


@dataclass(frozen=True)
class Scoring:
    """Scores of every anchor of the sample, the windows whose scales were cached, and each window's formulas.

    Parameters
    ----------
    scored : Scored
        Contracts SCORES and SCORE_PARTS, and the scales.
    cached : frozenset of str
        Windows whose scales an earlier run learned.
    formulas : mapping
        Fingerprint of what each past window's scores depend on besides its signals; none in a plain run.
    """

    scored: scores.Scored
    cached: frozenset[str]
    formulas: Mapping[str, str]


def scoring(
    config: Config,
    warehouse: Warehouse,
    signal_table: ibis.Table,
    outcomes: Labels,
    sample: Sample,
    informative: Informative,
    plan: Plan,
    comparison: Comparison | None,
) -> Result[Scoring]:
    """Every score at every anchor of the sample, measured against everybody.

    Scores measure customers against all of a window, so its scales are cached whole or learned.
    """
    folds, both = plan.folds(plan.horizon), informative.past & informative.today
    correlated = scores.correlations(
        sample.of_by_id(signal_table), sample.of_by_id(outcomes.table), folds, both, plan.horizon
    )
    known: dict[str, Any] = {}
    formulas: Mapping[str, str] = {}
    stand = frozenset[str]()
    if comparison is not None:
        formulas = cached.formulas(config, informative, correlated, plan)
        windows = cached.unchanged(comparison, formulas)
        stand = frozenset(cached.ids(windows))
        held_scales = cached.scales(warehouse, comparison, windows) if windows else None
        known = {"windows": frozenset(cached.ids(plan.windows)) - stand, "cached_scales": held_scales}
    found = scores.score_all(
        signal_table,
        outcomes.table,
        correlated=correlated,
        folds=folds,
        horizon=plan.horizon,
        informative_today=informative.today,
        informative_past=informative.past,
        share=config.high_value_share,
        weights=config.weights,
        of=sample.of,
        keep=warehouse.materialise,
        **known,
    )
    return Result(Scoring(found, stand, formulas), notes=found.notes)


def sampled_tables(
    signal_table: ibis.Table, outcomes: Labels, scoring: Scoring, canonical: Canonical, sample: Sample, plan: Plan
) -> dict[str, pa.Table]:
    """Materialise the customer-level tables of the sample, once."""
    # Narrowed first: an engine would make the months of everybody, and then take out those wanted.
    rows = ("activity", "member_activity", "product_usage", "ratings", "outcomes")
    narrowed = replace(canonical, **{name: sample.of(getattr(canonical, name)) for name in rows})
    theirs: dict[str, Any] = {
        "signals": sample.of(signal_table),
        "labels": sample.of(outcomes.table),
        "months": signals.months(narrowed.activity, plan.as_of, plan.data_start),
        "scores": scoring.scored.scores,
        "score_parts": scoring.scored.parts,
        **signals.watched(narrowed, plan.as_of),
    }
    if plan.windows_until != plan.as_of:
        theirs["months_back"] = signals.months(narrowed.activity, plan.windows_until, plan.data_start)
    found = {name: INTERMEDIATE[name].conform(table.to_pyarrow()) for name, table in theirs.items()}
    found.setdefault("months_back", found["months"])
    pairs = sample.of(canonical.customers.select("customer_id", "account_id"))
    found["accounts"] = pairs.to_pyarrow().sort_by("customer_id")
    return found
