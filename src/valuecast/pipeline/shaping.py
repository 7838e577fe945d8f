"""The canonical tables at the grain of the plan, and what is learned from them before anything else."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

import ibis
import pyarrow as pa

from valuecast import signals
from valuecast.contracts import Canonical
from valuecast.engines import Warehouse
from valuecast.pipeline.reading import Activity
from valuecast.pipeline.step import Result
from valuecast.sources import Source
from valuecast.windows import Plan


@dataclass(frozen=True)
class Embedding:
    """The components along which customers' mixes of product features differ: to read, and kept in the engine."""

    weights: pa.Table
    components: ibis.Table


def canonical(warehouse: Warehouse, source: Source, activity: Activity, plan: Plan) -> Canonical:
    """The canonical tables at the chosen grain, kept in the engine."""
    tables = source.canonical(plan.grain)
    kept = {
        field.name: warehouse.materialise(field.name, getattr(tables, field.name))
        for field in fields(Canonical)
        if field.name not in ("activity", "outcomes")
    }
    return replace(tables, **kept, activity=activity.tables[plan.grain])


def embedding(warehouse: Warehouse, canonical: Canonical, plan: Plan) -> Result[Embedding]:
    """Which product features go together, from days before the oldest window's as_of."""
    weights = signals.learn(canonical, min((*plan.windows, plan.today), key=lambda window: window.as_of))
    components = warehouse.materialise("use_patterns", ibis.memtable(signals.across(weights)))
    return Result(Embedding(weights, components), {"use_patterns": weights} if weights.num_rows else {})
