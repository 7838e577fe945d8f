"""The end of every flow: what its steps gave, in one assessment."""

from __future__ import annotations

from valuecast import audit
from valuecast.config import Config
from valuecast.contracts import worst_first
from valuecast.pipeline import outputs
from valuecast.pipeline.assessment import Assessment
from valuecast.pipeline.manifest import manifest_of
from valuecast.pipeline.step import Results
from valuecast.wording.findings import message


def assessment(config: Config, inspection: audit.Inspection, results: Results) -> Assessment:
    """Everything that the steps found out; without anybody to assess, the audit."""
    findings = tuple(message(finding) for finding in worst_first(results.findings))
    tables = {"findings": outputs.findings_table(findings)} | results.tables
    return Assessment(manifest_of(config, inspection, results), tables, findings)
