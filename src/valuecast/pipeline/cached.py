"""What an earlier run computed and still holds: windows of its state, read where they lie."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence

import ibis

from valuecast import scores
from valuecast.config import Config
from valuecast.engines import Warehouse
from valuecast.pipeline.cache import dates_of, digest, windows_of
from valuecast.pipeline.comparing import Comparison
from valuecast.scores import Scales
from valuecast.signals import Informative
from valuecast.windows import Plan, Window, months_after

SCALES = ("parameters", "distributions", "thresholds")


def anchors(warehouse: Warehouse, comparison: Comparison) -> Iterator[ibis.Table]:
    """Who was assessed in windows that are cached, by window."""
    for window in comparison.cached:
        rows = rows_of(warehouse, comparison, window, "signals")
        yield rows.select(
            window_id=ibis.literal(window.window_id),
            customer_id=rows.customer_id,
            as_of=ibis.literal(window.as_of),
            past_start=ibis.literal(window.past_start),
            active=rows.active,
        )


def signals(warehouse: Warehouse, comparison: Comparison) -> Iterator[ibis.Table]:
    """The signals of windows that are cached, by window."""
    for window in comparison.cached:
        rows = rows_of(warehouse, comparison, window, "signals")
        yield rows.select(window_id=ibis.literal(window.window_id), **{n: rows[n] for n in rows.columns})


def labelled(comparison: Comparison, plan: Plan, horizons: Sequence[int]) -> frozenset[tuple[str, int]]:
    """Pairs of window and horizon whose labels are what they were."""
    return frozenset((w.window_id, h) for w in comparison.cached for h in horizons if _holds(comparison, plan, w, h))


def labels(warehouse: Warehouse, comparison: Comparison, pairs: Collection[tuple[str, int]]) -> Iterator[ibis.Table]:
    """Labels of some pairs of window and horizon, by window."""
    for window in comparison.cached:
        horizons = sorted(h for name, h in pairs if name == window.window_id)
        if horizons:
            rows = rows_of(warehouse, comparison, window, "labels")
            rows = rows.filter(rows.horizon_months.isin(horizons))
            yield rows.select(window_id=ibis.literal(window.window_id), **{n: rows[n] for n in rows.columns})


def formulas(
    config: Config, informative: Informative, correlated: Mapping[str, Mapping[str, float]], plan: Plan
) -> dict[str, str]:
    """Fingerprint of what each past window's scores depend on besides its signals."""
    learned = sorted({signal for each in correlated.values() for signal in each})
    found = {}
    for window in plan.windows:
        own = correlated.get(window.window_id)
        parts = [
            sorted(scores.fingerprints().items()),
            sorted(informative.past),
            learned,
            own and sorted(own.items()),
            config.high_value_share,
            config.weights,
        ]
        found[window.window_id] = digest(json.dumps(parts, sort_keys=True).encode())
    return found


def unchanged(comparison: Comparison, now: Mapping[str, str]) -> tuple[Window, ...]:
    """Cached windows whose formulas are what they were."""
    before = {(each["past_start"], each["as_of"]): each.get("formula") for each in windows_of(comparison.state)}
    return tuple(w for w in comparison.cached if before.get(dates_of(w)) == now[w.window_id])


def scales(warehouse: Warehouse, comparison: Comparison, windows: Sequence[Window]) -> Scales:
    """What customers of some windows were measured against."""
    found = {}
    for what in SCALES:
        parts = []
        for window in windows:
            rows = rows_of(warehouse, comparison, window, what)
            parts.append(rows.mutate(window_id=ibis.literal(window.window_id)))
        found[what] = warehouse.union_view(f"cached_{what}", parts)
    return Scales(**found)


def rows_of(warehouse: Warehouse, comparison: Comparison, window: Window, what: str) -> ibis.Table:
    """Rows of a window in the state."""
    if comparison.state is None:
        raise ValueError("a window was cached without a state")
    return warehouse.load(f"cached_{what}_{window.window_id}", comparison.state.file(place(window, what)))


def place(window: Window, what: str) -> str:
    """Where a state holds rows of a window."""
    return f"windows/{window.past_start}_{window.as_of}/{what}.parquet"


def is_known(plan: Plan, window: Window, horizon: int) -> bool:
    """Whether a window's future is known, as `labels` has it."""
    return window.future_end(horizon) <= plan.as_of and months_after(window.as_of, -horizon) >= plan.data_start


def ids(windows: Sequence[Window]) -> list[str]:
    """What windows are called in this run."""
    return [window.window_id for window in windows]


def _holds(comparison: Comparison, plan: Plan, window: Window, horizon: int) -> bool:
    """Whether a pair of window and horizon is what it was: as much of its future is known, and nothing changed."""
    facts = {(each["past_start"], each["as_of"]): each for each in windows_of(comparison.state)}
    was = facts[dates_of(window)]["known"].get(str(horizon))
    if was is None or was != is_known(plan, window, horizon):
        return False
    end = window.future_end(horizon) if was else window.as_of
    return not any(day < end for day in comparison.activity_days)
