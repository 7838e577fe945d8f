"""Every kind of finding has its words, and its figures keep their place."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest
from tests.wording.calls import asked, calls_of

from valuecast.contracts import FINDINGS, finding
from valuecast.wording.findings import ENTRIES, message


def test_every_kind_has_its_words() -> None:
    """The register of kinds and that of words hold the same codes in the same order of subjects."""
    assert ENTRIES.keys() == FINDINGS.keys()
    for code, entry in ENTRIES.items():
        assert re.fullmatch(r"[A-Z(].*\.", entry.meaning), code
        assert not entry.consequence.endswith("."), code
        assert not entry.remedy.endswith("."), code


ALWAYS = {"table", "column", "count", "dimensions"}
"""Figures that every finding has."""


@pytest.mark.parametrize(
    ("code", "figures", "place"), [pytest.param(*call, id=call[2]) for call in calls_of("finding")]
)
def test_a_finding_gives_what_its_sentences_need(code: str, figures: frozenset[str], place: str) -> None:
    """Sentences ask for no figure that the step does not give."""
    if code not in ENTRIES:
        return
    entry = ENTRIES[code]
    needed = set().union(*(asked(each) for each in (entry.evidence, entry.here, entry.mend) if each))
    assert needed <= figures | ALWAYS, place


def test_figures_keep_their_place() -> None:
    """Each figure of a sentence says under which name of which finding it stands."""
    told = message(finding("stale_table", "log", "day", count=80, last=date(2024, 2, 9)))
    assert told.evidence == "its last row is of 2024-02-09, 80 days before the end of the data"
    (claim,) = told.evidence.claims
    assert (claim.value, claim.table, claim.column) == (80, "findings", "figures.count")
    assert claim.where == {"code": "stale_table", "table": "log", "column": "day"}
    share = message(finding("keys_missing", "log", "id", count=2, rows=8, share=0.25, key="id")).evidence
    assert share.replace("\u00a0", " ") == "2 of 8 rows (25.0 %) name no id"
    assert [claim.column for claim in share.claims] == ["figures.count", "figures.rows", "figures.share"]


def test_figures_are_written_as_data() -> None:
    """A machine reads the figures beside the sentence."""
    told = message(finding("activity_gap", "log", count=30, before=date(2024, 1, 30), after=date(2024, 3, 1)))
    assert json.loads(told.figures) == {"before": "2024-01-30", "after": "2024-03-01"}
    assert (told.code, told.severity, told.count, told.stops) == ("activity_gap", "warning", 30, False)
