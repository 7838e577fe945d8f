"""What a refresh does in place of a run's steps: takes over what `comparing` found to stand, and computes the rest.

Everything after signals, labels and scores goes on as in any run, so its results are those of a full run.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa
import pyarrow.parquet as pq

from valuecast import scores, signals, store
from valuecast.config import Config
from valuecast.contracts import Canonical
from valuecast.engines import Warehouse
from valuecast.labels import labels
from valuecast.pipeline import auditing, changes, signalling
from valuecast.pipeline.assessing import Patterns, Planned, correlate, plan_of
from valuecast.pipeline.auditing import Leaks
from valuecast.pipeline.comparing import DAYS, FEATURES, RECENT, Compared, together
from valuecast.pipeline.remembering import Left, Memory, Refreshed, about, dates_of, digest, windows_of
from valuecast.pipeline.sampling import Sample
from valuecast.scores import Scales
from valuecast.signals import Usable
from valuecast.windows import Plan, Window, months_after

SCALES = ("lines", "ladders", "thresholds")
_ORDER = ("customer_id", "horizon_months", "score", "signal", "met")


def anchor(warehouse: Warehouse, tables: Canonical, compared: Compared) -> ibis.Table:
    """Who is assessed, when: computed where something changed, from the state elsewhere."""
    parts = [warehouse.materialise("anchors_new", signals.anchors(tables, compared.new))]
    if compared.mended and compared.narrowed is not None:
        parts.append(warehouse.materialise("anchors_mended", signals.anchors(compared.narrowed, compared.mended)))
    for window in (*compared.whole, *compared.mended):
        rows = _stored(warehouse, compared, window, "signals").select("customer_id", "active")
        parts.append(
            rows.select(
                window_id=ibis.literal(window.window_id),
                customer_id=rows.customer_id,
                as_of=ibis.literal(window.as_of),
                past_start=ibis.literal(window.past_start),
                active=rows.active,
            )
        )
    return warehouse.union_view("anchors", parts)


def signal(
    warehouse: Warehouse, tables: Canonical, anchors: ibis.Table, patterns: Patterns, compared: Compared
) -> ibis.Table:
    """The signals at every anchor: computed where something changed, from the state elsewhere."""
    fresh = warehouse.materialise("anchors_of_new", anchors.filter(anchors.window_id.isin(_ids(compared.new))))
    measured, axes = compared.measured, patterns.axes
    parts = [signalling.kept(warehouse, "signals_new", tables, fresh, compared.new, measured, axes)]
    if compared.mended and compared.narrowed is not None and compared.touched is not None:
        theirs = anchors.filter(anchors.window_id.isin(_ids(compared.mended))).semi_join(
            compared.touched, "customer_id"
        )
        theirs = warehouse.materialise("anchors_touched", theirs)
        mended = signalling.kept(
            warehouse, "signals_mended", compared.narrowed, theirs, compared.mended, measured, axes
        )
        parts.append(mended)
    for window in (*compared.whole, *compared.mended):
        rows = _stored(warehouse, compared, window, "signals")
        parts.append(rows.select(window_id=ibis.literal(window.window_id), **{n: rows[n] for n in rows.columns}))
    return warehouse.union_view("signals", parts)


@dataclass(frozen=True)
class Labelled:
    """Labels of every anchor, and which pairs of window and horizon were taken over."""

    table: ibis.Table
    kept: frozenset[tuple[str, int]]
    pairs: frozenset[tuple[str, int]]


def label(
    config: Config,
    warehouse: Warehouse,
    tables: Canonical,
    anchors: ibis.Table,
    planned: Planned,
    compared: Compared,
) -> Labelled:
    """What happened after every anchor: computed for pairs of window and horizon in which something changed.

    Who was high-value depends on everybody in the window, so a pair is taken over whole or computed whole.
    """
    plan = plan_of(planned)
    horizons = sorted({plan.horizon, *config.trend_months})
    kept = {(w.window_id, h) for w in compared.whole for h in horizons if _label_stands(compared, plan, w, h)}
    new = []
    for horizon in horizons:
        asked = [w for w in (*plan.windows, plan.today) if (w.window_id, horizon) not in kept]
        who = anchors.filter(anchors.window_id.isin(_ids(asked)))
        new.append(labels(tables.activity, who, asked, [horizon], plan.data_start, plan.as_of, config.high_value_share))
    parts = [warehouse.materialise("labels_new", together(new))]
    for window in compared.whole:
        mine = [h for h in horizons if (window.window_id, h) in kept]
        if mine:
            rows = _stored(warehouse, compared, window, "labels")
            rows = rows.filter(rows.horizon_months.isin(mine))
            parts.append(rows.select(window_id=ibis.literal(window.window_id), **{n: rows[n] for n in rows.columns}))
    found = warehouse.union_view("labels", parts)
    pairs = frozenset((w.window_id, h) for w in plan.windows for h in horizons)
    return Labelled(found, frozenset(kept), pairs)


def label_table(labelled: Labelled) -> ibis.Table:
    """The labels alone, as the steps of a run read them."""
    return labelled.table


@dataclass(frozen=True)
class Ranked:
    """Scores of every anchor, the windows whose scales were taken over, and a mark of each window's formulas."""

    scored: scores.Scored
    kept: frozenset[str]
    formulas: Mapping[str, str]

    @property
    def tables(self) -> Mapping[str, ibis.Table]:
        """What the next refresh can measure customers against; none where a score keeps no threshold."""
        found = {name: getattr(self.scored.scales, name) for name in SCALES}
        return {name: table for name, table in found.items() if table is not None}


def score(
    config: Config,
    warehouse: Warehouse,
    signal_table: ibis.Table,
    label_table: ibis.Table,
    sample: Sample,
    usable: Usable,
    planned: Planned,
    compared: Compared,
) -> Ranked:
    """Every score at every anchor of those drawn, against scales that are learned where a signal or a formula changed.

    Scores measure customers against all of a window, so its scales are taken over whole; a score that keeps none is
    computed for every window.
    """
    plan = plan_of(planned)
    rho = correlate(signal_table, label_table, sample, usable, planned)
    formulas = {w.window_id: _formula(config, usable, rho, w) for w in plan.windows}
    known = {(each["past_start"], each["as_of"]): each.get("formula") for each in windows_of(compared.state)}
    stand = [w for w in compared.whole if known.get(dates_of(w)) == formulas[w.window_id]]
    kept = frozenset(_ids(stand))
    scored = scores.score_all(
        signal_table,
        label_table,
        folds=plan.folds(plan.horizon),
        horizon=plan.horizon,
        usable_today=usable.today,
        usable_past=usable.past,
        share=config.high_value_share,
        weights=config.weights,
        correlated=rho,
        windows=frozenset(_ids(plan.windows)) - kept,
        held=_held(warehouse, compared, stand) if stand else None,
        of=sample.of,
        keep=warehouse.materialise,
    )
    return Ranked(scored, kept, formulas)


def _held(warehouse: Warehouse, compared: Compared, windows: Sequence[Window]) -> Scales:
    """The scales of some windows, from the state."""
    found = {}
    for what in SCALES:
        parts = []
        for window in windows:
            rows = _stored(warehouse, compared, window, what)
            parts.append(rows.mutate(window_id=ibis.literal(window.window_id)))
        found[what] = warehouse.union_view(f"held_{what}", parts)
    return Scales(**found)


def scored(ranked: Ranked) -> scores.Scored:
    """The scores alone, as the steps of a run read them."""
    return ranked.scored


def _formula(config: Config, usable: Usable, rho: Mapping[str, Mapping[str, float]], window: Window) -> str:
    """Mark of what a window's scores depend on besides its signals."""
    learned = sorted({signal for each in rho.values() for signal in each})
    own = rho.get(window.window_id)
    told = [
        sorted(scores.fingerprints().items()),
        sorted(usable.past),
        learned,
        own and sorted(own.items()),
        config.high_value_share,
        config.weights,
    ]
    return digest(json.dumps(told, sort_keys=True).encode())


def guard(
    planned: Planned,
    tables: Canonical,
    drawn: dict[str, pa.Table],
    usable: Usable,
    leaks: Leaks,
    sample: Sample,
    compared: Compared,
) -> dict[str, pa.Table]:
    """As in any run; an oldest window that is taken over passed when it was computed, by this program."""
    plan = plan_of(planned)
    auditing.guard(plan, tables, drawn, usable.past, leaks, sample, held=plan.windows[:1] == compared.whole[:1])
    return drawn


def remember(
    config: Config,
    memory: Memory,
    marks: Mapping[str, Any],
    warehouse: Warehouse,
    tables: Canonical | None,
    planned: Planned,
    compared: Compared | None,
    signal_table: ibis.Table | None,
    labelled: Labelled | None,
    ranked: Ranked | None,
) -> Left:
    """Write what the next refresh can take over."""
    plan, folder, taken = planned.plan, memory.after, dict[str, str]()
    facts: dict[str, Any] = {"about": about(config, warehouse), "marks": dict(marks)}
    if plan is None or tables is None or compared is None or signal_table is None or labelled is None or ranked is None:
        return Left(facts, taken)
    pq.write_table(compared.marked.days, folder / DAYS)
    pq.write_table(compared.marked.features, folder / FEATURES)
    until = max((w.as_of for w in plan.windows), default=plan.as_of)
    since = plan.as_of - timedelta(days=config.lateness_days)
    warehouse.save(changes.by_customer(tables, min(since, until), until), folder / RECENT)
    for window in plan.windows:
        taken |= _write_window(folder, warehouse, compared, window, (signal_table, labelled, ranked))
    facts |= {
        "grain": plan.grain,
        "measured": sorted(compared.measured),
        "axes": compared.axes,
        "recent": [min(since, until).isoformat(), until.isoformat()],
        "windows": [
            {
                "past_start": w.past_start.isoformat(),
                "as_of": w.as_of.isoformat(),
                "known": _known(plan, w, labelled),
                "formula": ranked.formulas[w.window_id],
            }
            for w in plan.windows
        ],
    }
    return Left(facts, taken)


def refreshed(
    planned: Planned, compared: Compared | None, labelled: Labelled | None, ranked: Ranked | None
) -> Refreshed:
    """How much was taken over."""
    if planned.plan is None or compared is None or labelled is None or ranked is None:
        return Refreshed(told=("nobody was ever active: nothing can be taken over",))
    return Refreshed(
        windows=len(planned.plan.windows),
        whole=len(compared.whole),
        mended=len(compared.mended),
        customers=compared.customers,
        labels=len(labelled.pairs),
        labels_kept=len(labelled.kept),
        scores_kept=len(ranked.kept),
        told=compared.told,
    )


def _stored(warehouse: Warehouse, compared: Compared, window: Window, what: str) -> ibis.Table:
    """Rows of a window in the state, without those of customers that are computed again."""
    if compared.state is None:
        raise ValueError("a window was taken over without a state")
    rows = warehouse.load(f"stored_{what}_{window.window_id}", compared.state.file(_place(window, what)))
    if window in compared.mended and compared.touched is not None:
        rows = rows.anti_join(compared.touched, "customer_id")
    return rows


def _label_stands(compared: Compared, plan: Plan, window: Window, horizon: int) -> bool:
    """Whether a pair of window and horizon is what it was: as much of its future is known, and nothing changed."""
    facts = {(each["past_start"], each["as_of"]): each for each in windows_of(compared.state)}
    was = facts[dates_of(window)]["known"].get(str(horizon))
    if was is None or was != _is_known(plan, window, horizon):
        return False
    end = window.future_end(horizon) if was else window.as_of
    return not any(day < end for day in compared.activity_days)


def _known(plan: Plan, window: Window, labelled: Labelled) -> dict[str, bool]:
    return {str(h): _is_known(plan, window, h) for name, h in sorted(labelled.pairs) if name == window.window_id}


def _is_known(plan: Plan, window: Window, horizon: int) -> bool:
    """As `labels` has it."""
    return window.future_end(horizon) <= plan.as_of and months_after(window.as_of, -horizon) >= plan.data_start


def _write_window(
    folder: Path, warehouse: Warehouse, compared: Compared, window: Window, found: tuple[ibis.Table, Labelled, Ranked]
) -> dict[str, str]:
    """What is known of one window: taken over as it lies where nothing changed. Gives the marks of those files."""
    signal_table, labelled, ranked = found
    mine = {pair for pair in labelled.pairs if pair[0] == window.window_id}
    whole = {
        "signals": window in compared.whole,
        "labels": mine <= labelled.kept,
        **dict.fromkeys(SCALES, window.window_id in ranked.kept),
    }
    tables = {"signals": signal_table, "labels": labelled.table, **ranked.tables}
    taken: dict[str, str] = {}
    for what, table in tables.items():
        place = _place(window, what)
        if whole[what] and compared.state is not None:
            taken[place] = store.take_over(compared.state, place, folder)
            continue
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        rows = table.filter(table.window_id == window.window_id).drop("window_id")
        keys = [name for name in _ORDER if name in rows.columns]
        rows = rows.order_by(*keys) if keys else rows
        warehouse.save(rows, folder / place)
    return taken


def _place(window: Window, what: str) -> str:
    return f"windows/{window.past_start}_{window.as_of}/{what}.parquet"


def _ids(windows: Sequence[Window]) -> list[str]:
    return [window.window_id for window in windows]
