"""The end of the flow: all findings in one list, all results in one assessment."""

from __future__ import annotations

from dataclasses import dataclass

import ibis

from valuecast import actions, audit, identification, scores, segments, signals, trends
from valuecast.config import Config
from valuecast.contracts import INTERMEDIATE, SIGNAL_CATALOGUE, Canonical, Finding, Note
from valuecast.pipeline import auditing, outputs
from valuecast.pipeline.assessing import Patterns, Planned, Valued, plan_of
from valuecast.pipeline.assessment import Assessment
from valuecast.pipeline.auditing import Leaks
from valuecast.pipeline.concluding import Evidence, Tables
from valuecast.pipeline.everyone import Everyone
from valuecast.pipeline.following import Followed
from valuecast.pipeline.manifest import manifest_of
from valuecast.pipeline.sampling import Sample
from valuecast.signals import Usable
from valuecast.sources import Source


def judge(
    source: Source,
    usable: Usable | None,
    planned: Planned,
    inspection: audit.Inspection,
    leaks: Leaks | None,
    brought: Tables | None,
    changed: tuple[Finding, ...],
) -> tuple[Finding, ...]:
    """All findings, worst first, those on dimensions, leaks and missing answers included."""
    lost: tuple[Finding, ...] = ()
    if usable is not None and leaks is not None and brought is not None:
        supervised = plan_of(planned).supervised
        unsure = auditing.uncertainties(brought, usable.today)["score_uncertainty"]
        lost = (
            *audit.dimension_findings(usable.today, usable.past, source.inputs(), supervised),
            *(auditing.leak_findings(leaks, usable.today) if supervised else ()),
            *audit.uncertainty_findings(unsure),
        )
    return tuple(sorted((*inspection.findings, *planned.findings, *changed, *lost), key=audit.severity_order))


def assess(
    config: Config,
    inspection: audit.Inspection,
    planned: Planned,
    valued: Valued,
    findings: tuple[Finding, ...],
    usable: Usable | None,
    patterns: Patterns | None,
    leaks: Leaks | None,
    brought: Tables | None,
    sample: Sample | None,
    scored: scores.Scored | None,
    segmented: segments.Segmented | None,
    identified: identification.Identified | None,
    scored_all: Everyone | None,
    forecasted: trends.Forecast | None,
    evidence: Evidence | None,
    warned: actions.Alerted | None,
    followed: Followed | None,
    acted: actions.Acted | None,
) -> Assessment:
    """Everything that the run found out; without anybody to assess, the audit."""
    if followed:
        findings = tuple(sorted((*findings, *followed.findings), key=audit.severity_order))
    if sample and sample.is_partial and evidence:
        told = audit.few_drawn(evidence.windows, config.high_value_share)
        findings = tuple(sorted((*findings, *told), key=audit.severity_order))
    tables = outputs.audit_tables(inspection, planned, findings)
    notes: list[Note | str] = []
    if brought and usable and leaks:
        tables |= {"leak_map": leaks.map} | auditing.uncertainties(brought, usable.today)
    if patterns and patterns.weights.num_rows:
        tables["use_patterns"] = patterns.weights
    if (
        brought
        and usable
        and scored
        and segmented
        and identified
        and scored_all
        and forecasted
        and evidence
        and warned
        and followed
        and acted
    ):
        tables |= followed.tables | {"alerts": warned.alerts}
        tables |= outputs.today_tables(config, brought, usable, segmented, forecasted, acted, planned, identified)
        tables |= outputs.evidence_tables(brought, identified, evidence, planned) | scored_all.tables
        steps = (scored_all, scored, segmented, identified, forecasted, evidence, warned, followed, acted)
        notes = [note for step in steps for note in step.notes]
    manifest = manifest_of(config, inspection, planned, valued, usable, sample, identified, forecasted, evidence, notes)
    return Assessment(manifest, tables, findings)


GLANCE_ROWS = 3_000_000
"""Rows of all tables up to which the audit looks at today's signals; beyond, that takes longer than all the rest."""
GLANCED = ("customers_of_one_day", "dimension_without_data", "step_change", "value_of_zero")
"""Findings that rest on today's signals: the audit gives them up to ``GLANCE_ROWS``."""
RUN_ONLY = ("dimension_only_today", "satisfaction_uncertain", "signals_as_of_build")
"""Findings that rest on past windows or on scores, which the audit does not compute."""


def is_quick(inspection: audit.Inspection) -> bool:
    """Whether the tables are small enough for the audit to look at today's signals."""
    rows: int = sum(inspection.inventory["rows"].to_pylist())
    return rows <= GLANCE_ROWS


@dataclass(frozen=True)
class Glanced:
    """What today's signals say: which of them speak, and findings."""

    usable: Usable
    findings: tuple[Finding, ...]


def glance(source: Source, tables: Canonical, signal_table: ibis.Table, planned: Planned) -> Glanced:
    """The findings of a run that need no past window: dimensions without data, single days, value of zero, steps."""
    plan = plan_of(planned)
    usable = signals.usable(signal_table, frozenset(SIGNAL_CATALOGUE))
    today = signal_table.select("window_id", "active", "active_days", "value").to_pyarrow()
    months = INTERMEDIATE["months"].conform(signals.months(tables.activity, plan.as_of, plan.data_start).to_pyarrow())
    lost = audit.dimension_findings(usable.today, usable.past, source.inputs(), supervised=False)
    return Glanced(usable, (*lost, *trends.interruptions(months, today, as_of=plan.as_of)))


def audited(
    config: Config, inspection: audit.Inspection, planned: Planned, valued: Valued, glanced: Glanced | None
) -> Assessment:
    """The audit, the plan, and what a glance at today's signals tells."""
    usable, seen = (glanced.usable, glanced.findings) if glanced else (None, ())
    findings = tuple(sorted((*inspection.findings, *planned.findings, *seen), key=audit.severity_order))
    manifest = manifest_of(config, inspection, planned, valued, usable, None, None, None, None, ())
    return Assessment(manifest, outputs.audit_tables(inspection, planned, findings), findings)
