"""The end of the flow: all findings in one list, all results in one assessment."""

from __future__ import annotations

from valuecast import actions, audit, identification, scores, segments, trends
from valuecast.config import Config
from valuecast.contracts import Finding
from valuecast.pipeline import auditing, outputs
from valuecast.pipeline.assessing import Planned, Valued, plan_of
from valuecast.pipeline.assessment import Assessment
from valuecast.pipeline.auditing import Leaks
from valuecast.pipeline.concluding import Evidence, Tables
from valuecast.pipeline.following import Followed
from valuecast.pipeline.manifest import manifest_of
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
    leaks: Leaks | None,
    brought: Tables | None,
    scored: scores.Scored | None,
    segmented: segments.Segmented | None,
    identified: identification.Identified | None,
    forecasted: trends.Forecast | None,
    evidence: Evidence | None,
    warned: actions.Alerted | None,
    followed: Followed | None,
    acted: actions.Acted | None,
) -> Assessment:
    """Everything that the run found out; without anybody to assess, the audit."""
    if followed:
        findings = tuple(sorted((*findings, *followed.findings), key=audit.severity_order))
    tables = outputs.audit_tables(inspection, planned, findings)
    notes: tuple[str, ...] = ()
    if brought and usable and leaks:
        tables |= {"leak_map": leaks.map} | auditing.uncertainties(brought, usable.today)
    if (
        brought
        and usable
        and scored
        and segmented
        and identified
        and forecasted
        and evidence
        and warned
        and followed
        and acted
    ):
        tables |= followed.tables | {"alerts": warned.alerts}
        tables |= outputs.today_tables(config, brought, usable, segmented, forecasted, acted, planned)
        tables |= outputs.evidence_tables(brought, identified, evidence, planned)
        notes = tuple(
            dict.fromkeys(
                n
                for part in (scored, segmented, identified, forecasted, evidence, warned, followed, acted)
                for n in part.notes
            )
        )
    manifest = manifest_of(config, inspection, planned, valued, usable, identified, forecasted, evidence, notes)
    return Assessment(manifest, tables, findings)


def audited(config: Config, inspection: audit.Inspection, planned: Planned, valued: Valued) -> Assessment:
    """The audit and the plan alone."""
    findings = tuple(sorted((*inspection.findings, *planned.findings), key=audit.severity_order))
    manifest = manifest_of(config, inspection, planned, valued, None, None, None, None, ())
    return Assessment(manifest, outputs.audit_tables(inspection, planned, findings), findings)
