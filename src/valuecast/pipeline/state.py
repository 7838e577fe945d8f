"""What a refresh leaves for the next one: every past window, with fingerprints of the rows that it was made from."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import ibis
import pyarrow.parquet as pq

from valuecast import store
from valuecast.config import Config
from valuecast.contracts import Canonical
from valuecast.engines import Warehouse
from valuecast.pipeline import cached
from valuecast.pipeline.assessing import Labels, Scoring
from valuecast.pipeline.cache import Cache, Kept, Refreshed, about
from valuecast.pipeline.comparing import DAYS, FEATURES, Comparison
from valuecast.windows import Plan, Window

_ORDER = ("customer_id", "horizon_months", "score", "signal", "met")


def state(
    config: Config,
    cache: Cache,
    fingerprints: Mapping[str, Any],
    warehouse: Warehouse,
    canonical: Canonical | None,
    plan: Plan | None,
    comparison: Comparison | None,
    signal_table: ibis.Table | None,
    outcomes: Labels | None,
    scoring: Scoring | None,
) -> Kept:
    """Write what the next refresh can take over; without anybody to assess, only what this one depended on."""
    facts: dict[str, Any] = {"about": about(config, warehouse), "inputs": dict(fingerprints)}
    taken: dict[str, str] = {}
    if plan is None or canonical is None or comparison is None:
        return Kept(facts, taken)
    if signal_table is None or outcomes is None or scoring is None:
        return Kept(facts, taken)
    pq.write_table(comparison.now.days, cache.after / DAYS)
    pq.write_table(comparison.now.features, cache.after / FEATURES)
    for window in plan.windows:
        taken |= _write(cache.after, warehouse, comparison, window, signal_table, outcomes, scoring)
    facts |= {
        "grain": plan.grain,
        "measured": sorted(comparison.measured),
        "components": comparison.components,
        "windows": [_described(plan, w, outcomes, scoring) for w in plan.windows],
    }
    return Kept(facts, taken)


def refreshed(
    plan: Plan | None, comparison: Comparison | None, outcomes: Labels | None, scoring: Scoring | None
) -> Refreshed:
    """How much was cached."""
    if plan is None or comparison is None or outcomes is None or scoring is None:
        return Refreshed(messages=("nobody was ever active: nothing can be taken over",))
    return Refreshed(
        windows=len(plan.windows),
        cached=len(comparison.cached),
        labels=len(outcomes.pairs),
        labels_cached=len(outcomes.cached),
        scores_cached=len(scoring.cached),
        messages=comparison.messages,
    )


def _described(plan: Plan, window: Window, outcomes: Labels, scoring: Scoring) -> dict[str, Any]:
    horizons = sorted(h for name, h in outcomes.pairs if name == window.window_id)
    return {
        "past_start": window.past_start.isoformat(),
        "as_of": window.as_of.isoformat(),
        "known": {str(h): cached.is_known(plan, window, h) for h in horizons},
        "formula": scoring.formulas[window.window_id],
    }


def _write(
    folder: Path,
    warehouse: Warehouse,
    comparison: Comparison,
    window: Window,
    signal_table: ibis.Table,
    outcomes: Labels,
    scoring: Scoring,
) -> dict[str, str]:
    """Write one window, linking what was cached as it lies; gives the fingerprints of those files."""
    pairs = {pair for pair in outcomes.pairs if pair[0] == window.window_id}
    whole = {"signals": window in comparison.cached, "labels": pairs <= outcomes.cached}
    scales = {name: getattr(scoring.scored.scales, name) for name in cached.SCALES}
    taken: dict[str, str] = {}
    for what, table in {"signals": signal_table, "labels": outcomes.table, **scales}.items():
        if table is None:  # a score without a threshold of its own keeps none
            continue
        place = cached.place(window, what)
        if comparison.state is not None and whole.get(what, window.window_id in scoring.cached):
            taken[place] = store.take_over(comparison.state, place, folder)
            continue
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        rows = table.filter(table.window_id == window.window_id).drop("window_id")
        keys = [name for name in _ORDER if name in rows.columns]
        warehouse.save(rows.order_by(*keys) if keys else rows, folder / place)
    return taken
