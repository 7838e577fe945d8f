"""What the audit adds to reading where the tables are small: today's signals, for the findings that rest on them."""

from __future__ import annotations

from dataclasses import replace

import ibis

from valuecast import audit, signals, trends
from valuecast.contracts import INTERMEDIATE, SIGNAL_CATALOGUE, Canonical
from valuecast.pipeline.auditing import dimension_facts
from valuecast.pipeline.reading import Planning
from valuecast.pipeline.step import Result
from valuecast.sources import Source
from valuecast.windows import Plan

GLANCE_ROWS = 3_000_000
"""Rows of all tables up to which the audit looks at today's signals; beyond, that takes longer than all the rest."""
GLANCED = ("customers_of_one_day", "dimension_without_data", "step_change", "value_of_zero")
"""Findings that rest on today's signals: the audit gives them up to ``GLANCE_ROWS``."""
RUN_ONLY = ("dimension_only_today", "satisfaction_uncertain", "signals_as_of_build")
"""Findings that rest on past windows or on scores, which the audit does not compute."""


def plan(planning: Planning, inspection: audit.Inspection) -> Plan | None:
    """Today alone, without past windows; None, so that nothing more is computed, where the tables are large."""
    rows: int = sum(inspection.inventory["rows"].to_pylist())
    return replace(planning.plan, windows=()) if planning.plan and rows <= GLANCE_ROWS else None


def glance(source: Source, canonical: Canonical, signal_table: ibis.Table, plan: Plan) -> Result[None]:
    """The findings of a run that need no past window: dimensions without data, single days, value of zero, steps."""
    informative = signals.informative(signal_table, frozenset(SIGNAL_CATALOGUE))
    today = signal_table.select("window_id", "active", "active_days", "value").to_pyarrow()
    by_month = signals.months(canonical.activity, plan.as_of, plan.data_start)
    months = INTERMEDIATE["months"].conform(by_month.to_pyarrow())
    lost = audit.dimension_findings(informative.today, informative.past, source.inputs(), supervised=False)
    seen = trends.interruptions(months, today, as_of=plan.as_of)
    return Result(None, findings=(*lost, *seen), facts=dimension_facts(informative))
