"""What became of each window since the last run: taken over whole, or computed.

A window's signals are made from rows before its ``as_of`` alone. So a window that is in the state can be taken over
where all rows before its ``as_of`` are what they were.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import ibis
import pyarrow.parquet as pq

from valuecast import signals
from valuecast.config import Config
from valuecast.contracts import Canonical
from valuecast.engines import Warehouse
from valuecast.pipeline import changes
from valuecast.pipeline.cache import Loaded, dates_of, digest, windows_of
from valuecast.pipeline.shaping import Embedding
from valuecast.store import State
from valuecast.windows import TODAY, Plan, Window

DAYS, FEATURES = "days.parquet", "features.parquet"


@dataclass(frozen=True)
class Comparison:
    """What is taken over from the state, and what is computed.

    Parameters
    ----------
    state : State or None
        What windows are taken over from.
    cached, new : tuple of Window
        Windows taken over, and windows that are computed.
    activity_days : tuple of date
        Days on which activity changed.
    now : changes.Fingerprints
        Of the canonical tables as they are now.
    measured : frozenset of str
        Signals that the source measures.
    components : str
        Fingerprint of the components of use.
    messages : tuple of str
        What was found, in sentences.
    """

    state: State | None
    cached: tuple[Window, ...]
    new: tuple[Window, ...]
    activity_days: tuple[date, ...]
    now: changes.Fingerprints
    measured: frozenset[str]
    components: str
    messages: tuple[str, ...]


def comparison(
    config: Config,
    earlier: Loaded,
    warehouse: Warehouse,
    canonical: Canonical,
    embedding: Embedding,
    plan: Plan,
) -> Comparison:
    """Find what changed since the state was written, and with it what is cached."""
    state, now = earlier.state, changes.fingerprints(canonical)
    measured = signals.measured(canonical, plan.as_of)
    components = digest(str(sorted(embedding.weights.to_pylist(), key=str)).encode())
    every = (*plan.windows, plan.today)
    messages = (earlier.reason,) if earlier.reason else ()
    fresh = Comparison(None, (), every, (), now, measured, components, messages)
    if state is None:
        return fresh
    reason = _unlike(state, plan, measured, components)
    if reason:
        return replace(fresh, messages=(reason,))
    return _found_again(fresh, state, canonical, every)


def _unlike(state: State, plan: Plan, measured: frozenset[str], components: str) -> str:
    """Why no window of a state can be taken over; empty when some may be."""
    facts = state.facts
    if "windows" not in facts:
        return "the earlier run could assess nobody"
    if facts["grain"] != plan.grain:
        return f"the earlier run assessed by {facts['grain']}, this one by {plan.grain}"
    if frozenset(facts["measured"]) != measured:
        return "the source measures other signals than before"
    if facts["components"] != components:
        return "which product features go together is learned from days that changed"
    return ""


def _found_again(fresh: Comparison, state: State, tables: Canonical, every: Sequence[Window]) -> Comparison:
    """Sort windows by what became of their rows."""
    known = {(each["past_start"], each["as_of"]) for each in windows_of(state)}
    stored = [w for w in every if w.window_id != TODAY and dates_of(w) in known]
    days = changes.changed_days(pq.read_table(state.file(DAYS)), fresh.now.days)
    differ, core = changes.changed_features(pq.read_table(state.file(FEATURES)), fresh.now.features)
    if core:
        return replace(fresh, messages=("product features became core, or none is any more: every signal is computed",))
    changed = [day for each in days.values() for day in each]
    used = changes.first_use(tables, differ) if differ else None
    first = min([*changed, *([used] if used else [])], default=None)
    cached = tuple(w for w in stored if first is None or w.as_of <= first)
    messages = () if len(cached) == len(stored) else (f"rows of {first} changed: windows that end later are computed",)
    return replace(
        fresh,
        state=state,
        cached=cached,
        new=tuple(w for w in every if w not in cached),
        activity_days=days.get("activity", ()),
        messages=messages,
    )


def together(parts: Sequence[ibis.Table]) -> ibis.Table:
    """All rows of some tables of equal columns."""
    return parts[0] if len(parts) == 1 else ibis.union(*parts)
