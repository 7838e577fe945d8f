"""What became of each window since the last run: taken over for everybody, for all but a few customers, or not at all.

A window's signals are made from rows before its ``as_of`` alone, each customer's from its own rows. So a window that is
in the state can be taken over for every customer whose rows before its ``as_of`` are what they were.
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

DAYS, RECENT, FEATURES = "days.parquet", "recent.parquet", "features.parquet"


@dataclass(frozen=True)
class Comparison:
    """What is taken over from the state, and what is computed.

    Parameters
    ----------
    state : State or None
        What windows are taken over from.
    whole, partly, new : tuple of Window
        Windows cached for everybody; for all but ``changed``; and computed for everybody.
    changed : ibis.Table or None
        ``customer_id`` of those who are computed again in ``partly``.
    customers : int
        How many those are.
    narrowed : Canonical or None
        The canonical tables with the rows of ``changed`` alone.
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
    whole: tuple[Window, ...]
    partly: tuple[Window, ...]
    new: tuple[Window, ...]
    changed: ibis.Table | None
    customers: int
    narrowed: Canonical | None
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
    fresh = Comparison(None, (), (), every, None, 0, None, (), now, measured, components, messages)
    if state is None:
        return fresh
    reason = _unlike(state, plan, measured, components)
    if reason:
        return replace(fresh, messages=(reason,))
    return _found_again(fresh, state, warehouse, canonical, every, config.lateness_days)


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


def _found_again(
    fresh: Comparison,
    state: State,
    warehouse: Warehouse,
    tables: Canonical,
    every: Sequence[Window],
    lateness: int,
) -> Comparison:
    """Sort windows by what became of their rows."""
    known = {(each["past_start"], each["as_of"]) for each in windows_of(state)}
    stored = [w for w in every if w.window_id != TODAY and dates_of(w) in known]
    days = changes.changed_days(pq.read_table(state.file(DAYS)), fresh.now.days)
    since, until = (date.fromisoformat(day) for day in state.facts["recent"])
    differ, core = changes.changed_features(pq.read_table(state.file(FEATURES)), fresh.now.features)
    messages: list[str] = []
    if core:
        return replace(fresh, messages=("product features became core, or none is any more: every signal is computed",))
    late = sorted({day for each in days.values() for day in each if day < until})
    deep = [day for day in late if day < since]
    if deep:
        messages.append(
            f"{len(deep)} day{'s' if len(deep) != 1 else ''} from {deep[0]} on changed, more than {lateness} days "
            "back: windows that end later are computed in full"
        )
        stored = [w for w in stored if w.as_of <= deep[0]]
    changed, first = _changed(state, warehouse, tables, [d for d in late if d >= since], (since, until), differ)
    partly = tuple(w for w in stored if first is not None and w.as_of > first)
    customers = 0 if not partly or changed is None else int(changed.count().to_pyarrow().as_py())
    whole = tuple(w for w in stored if w not in partly)
    return replace(
        fresh,
        state=state,
        whole=whole,
        partly=partly,
        new=tuple(w for w in every if w not in stored),
        changed=changed if partly else None,
        customers=customers,
        narrowed=_narrowed(warehouse, tables, changed) if partly and changed is not None else None,
        activity_days=days.get("activity", ()),
        messages=tuple(messages),
    )


def _changed(
    state: State,
    warehouse: Warehouse,
    tables: Canonical,
    late: Sequence[date],
    recent: tuple[date, date],
    features: frozenset[str],
) -> tuple[ibis.Table | None, date | None]:
    """Customers with a late change, kept in the engine, and the first day of one; None where there is none."""
    found, first = [], []
    if late:
        before = warehouse.load("recent", state.file(RECENT))
        found.append(changes.changed_customers(before, changes.by_customer(tables, *recent)))
        first.append(late[0])
    if features:
        users = warehouse.materialise("feature_users", changes.users_of(tables, features, recent[1]))
        earliest = users["first"].min().to_pyarrow().as_py()
        if earliest is not None:
            found.append(users.select("customer_id"))
            first.append(earliest)
    if not found:
        return None, None
    return warehouse.materialise("changed", together(found).distinct()), min(first)


def _narrowed(warehouse: Warehouse, tables: Canonical, changed: ibis.Table) -> Canonical:
    """The rows of some customers, kept in the engine."""
    kept = {
        name: warehouse.materialise(f"changed_{name}", getattr(tables, name).semi_join(changed, "customer_id"))
        for name in changes.DATED
    }
    return replace(tables, **kept)


def together(parts: Sequence[ibis.Table]) -> ibis.Table:
    """All rows of some tables of equal columns."""
    return parts[0] if len(parts) == 1 else ibis.union(*parts)
