"""The steps for a snapshot without dated rows (customer360): read, audit, describe; nothing can be tested."""

from __future__ import annotations

from valuecast import audit, customer360
from valuecast.config import Config
from valuecast.pipeline import outputs
from valuecast.pipeline.assessing import Planned, Valued
from valuecast.pipeline.assessment import Assessment
from valuecast.pipeline.manifest import manifest_of
from valuecast.sources.customer360 import Customer360

_NOBODY = Planned(None, (), None)


def describe(config: Config, source: Customer360) -> customer360.Analysed:
    """Bring the tables out of the engine, sorted, and describe them."""
    given = {name: None if table is None else table.to_pyarrow() for name, table in source.tables().items()}
    return customer360.analyse(given, config.seed)


def assess(config: Config, inspection: audit.Inspection, analysed: customer360.Analysed) -> Assessment:
    """The audit and the description; never any evidence."""
    findings = tuple(sorted((*inspection.findings, *analysed.findings), key=audit.severity_order))
    tables = outputs.audit_tables(inspection, _NOBODY, findings) | analysed.tables
    manifest = manifest_of(
        config, inspection, _NOBODY, Valued({}, {}, "lifetime value"), None, None, None, None, None, analysed.notes
    )
    return Assessment(manifest, tables, findings)
