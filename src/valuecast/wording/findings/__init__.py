"""What every finding says: one module a subject, one entry a code.

>>> from valuecast.contracts import finding
>>> message(finding("duplicate_keys", "log", "id", count=2, rows=1000)).evidence
'2 of 1,000 rows repeat the key of another row'
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from valuecast.contracts import Finding, Severity, as_plain
from valuecast.wording.figures import Figures, worded
from valuecast.wording.findings import customer360, dates, dimensions, ids, support, tables, values
from valuecast.wording.findings.entry import Entry
from valuecast.wording.sentences import Sentence

ENTRIES: Mapping[str, Entry] = {
    **support.ENTRIES,
    **tables.ENTRIES,
    **dates.ENTRIES,
    **values.ENTRIES,
    **ids.ENTRIES,
    **dimensions.ENTRIES,
    **customer360.ENTRIES,
}


@dataclass(frozen=True)
class Message:
    """A finding with its sentences.

    Parameters
    ----------
    code, severity, table, column, count, stops, dimensions
        As of `Finding`.
    evidence : Sentence
        What was seen, in numbers.
    consequence : Sentence
        What it does to this assessment.
    remedy : Sentence
        What to do about it.
    figures : str
        The figures behind the sentences, as JSON.
    """

    code: str
    severity: Severity
    table: str
    column: str
    count: int
    stops: bool
    dimensions: tuple[str, ...]
    evidence: Sentence
    consequence: Sentence
    remedy: Sentence
    figures: str


def message(finding: Finding) -> Message:
    """A finding in words.

    Raises
    ------
    KeyError
        When the code has no entry, or its sentence a figure that the finding lacks.
    """
    entry = ENTRIES[finding.code]
    place = {"table": finding.table, "column": finding.column}
    values = {**place, "count": finding.count, "dimensions": finding.dimensions, **finding.figures}
    figures = Figures(values, "findings", {"code": finding.code, **place})
    return Message(
        finding.code,
        finding.severity,
        finding.table,
        finding.column,
        finding.count,
        finding.stops,
        finding.dimensions,
        worded(entry.evidence, figures),
        worded(entry.here, figures) if entry.here else Sentence(entry.consequence),
        worded(entry.mend, figures) if entry.mend else Sentence(entry.remedy),
        json.dumps({name: as_plain(value) for name, value in finding.figures.items()}, ensure_ascii=False),
    )
