"""What the audit says about the faults of the simulator, and about a company without any."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from valuecast.audit import inspect
from valuecast.config import EventsMapping
from valuecast.contracts import FINDINGS, Finding, InputTable, worst_first
from valuecast.engines import connect
from valuecast.simulate import Simulated
from valuecast.sources import open_source
from valuecast.wording.findings import message

pytestmark = pytest.mark.slow


def inspected(folder: Path) -> dict[tuple[str, str], Finding]:
    """Findings on a folder of dbt_pendo tables, by code and table."""
    warehouse = connect(str(folder))
    try:
        source = open_source("pendo", warehouse, EventsMapping())
        return {(f.code, f.table): f for f in worst_first(inspect(source.inputs(), source.joins()).findings)}
    finally:
        warehouse.close()


def test_clean_company_has_no_error(company: Simulated) -> None:
    """A company with nothing wrong gets no error, and none of the findings that the faults below provoke."""
    found = inspected(company.folder)
    assert not [f for f in found.values() if f.severity == "error"]
    assert not {code for code, _ in found} & {wanted[0] for wanted in FAULTY}


FAULTY = [
    ("duplicate_keys", "duplicate_keys", "pendo__account_daily_metrics", "warning"),
    ("duplicate_keys", "duplicate_keys", "pendo__visitor_daily_metrics", "warning"),
    ("negative_values", "negative_minutes", "pendo__account_daily_metrics", "warning"),
    ("not_finite", "not_finite", "pendo__visitor_feature", "warning"),
    ("dates_unreadable", "unparseable_dates", "pendo__visitor", "warning"),
    ("dates_after_end", "future_dates", "pendo__account_daily_metrics", "warning"),
    ("join_matches_nothing", "join_matches_nothing", "pendo__visitor_feature", "error"),
    ("table_empty", "empty_table", "pendo__feature_event", "warning"),
]
"""Code, the fault that provokes it, the table and the severity."""


TOGETHER = (
    "duplicate_keys",
    "negative_minutes",
    "not_finite",
    "unparseable_dates",
    "future_dates",
    "join_matches_nothing",
)

"""Faults that can be put into one company; an empty table needs another."""


@pytest.fixture(scope="module")
def spoilt(faulty: Callable[..., Path]) -> dict[str, dict[tuple[str, str], Finding]]:
    """Findings on the two spoilt companies, by fault."""
    together = inspected(faulty(*TOGETHER))
    return {**dict.fromkeys(TOGETHER, together), "empty_table": inspected(faulty("empty_table"))}


@pytest.mark.parametrize(("code", "fault", "table", "severity"), FAULTY)
def test_faults_are_found(
    spoilt: dict[str, dict[tuple[str, str], Finding]], code: str, fault: str, table: str, severity: str
) -> None:
    """Each fault has its finding on the table it touched, with its severity, a count and what to do."""
    found = spoilt[fault]
    assert (code, table) in found, sorted(found)
    finding = found[code, table]
    assert (finding.severity, finding.stops) == (severity, False)
    assert finding.code in FINDINGS
    assert all((message(finding).evidence, message(finding).consequence, message(finding).remedy))
    if code != "table_empty":
        assert finding.count > 0


def test_worst_comes_first(spoilt: dict[str, dict[tuple[str, str], Finding]]) -> None:
    """Errors before warnings before notes."""
    ranks = [("error", "warning", "note").index(f.severity) for f in spoilt["join_matches_nothing"].values()]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) > 1


def test_absent_and_incomplete_tables() -> None:
    """A table that is not there, one without a required column: each says what is lost."""
    absent = InputTable("gone", "who answers", None, dimensions=("satisfaction",))
    found = {(f.code, f.table): f for f in inspect([absent], []).findings}
    finding = found["table_missing", "gone"]
    assert finding.severity == "warning"
    assert "satisfaction" in message(finding).consequence
    assert "gone" in message(finding).remedy


def test_every_code_is_documented() -> None:
    """A registered kind of finding has a severity, and a name that is its key."""
    for code, kind in FINDINGS.items():
        assert code == code.lower().replace(" ", "_")
        assert kind.severity in ("error", "warning", "note")
        assert not kind.stops or kind.severity == "error", code
