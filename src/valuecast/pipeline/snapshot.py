"""The steps for a snapshot without dated rows (customer360): read, audit, describe; nothing can be tested."""

from __future__ import annotations

from valuecast import audit, customer360
from valuecast.config import Config
from valuecast.pipeline.reading import IdNormalisation, inspected
from valuecast.pipeline.step import Result
from valuecast.sources.customer360 import Customer360
from valuecast.wording.rows import in_words

_IN_WORDS = {
    "customer360_questions": ("why_not",),
    "customer360_keys": ("changes",),
    "customer360_strategy": ("normal", "yellow", "red"),
    "customer360_verdicts": ("why",),
}
"""Columns in which the analysis leaves row notes."""


def inspection(source: Customer360, id_normalisation: IdNormalisation) -> Result[audit.Inspection]:
    """Look at every table and join once; what is not dated has no span."""
    return inspected(source.inputs(), source.joins(), id_normalisation, audit.whole(()))


def description(config: Config, source: Customer360) -> Result[None]:
    """Bring the tables out of the engine, sorted, and describe them."""
    given = {name: None if table is None else table.to_pyarrow() for name, table in source.tables().items()}
    found = customer360.analyse(given, config.seed)
    tables = {name: in_words(table, *_IN_WORDS.get(name, ())) for name, table in found.tables.items()}
    return Result(None, tables, found.findings, found.notes, {"value_name": "lifetime value"})
