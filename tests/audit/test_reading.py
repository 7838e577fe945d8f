"""What the data can support, through the front door: findings that stop a run, and those that do not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pyarrow as pa
import pytest

from valuecast.cli import views
from valuecast.cli.console import Console
from valuecast.config import configure
from valuecast.pipeline import RUN_ONLY, flow
from valuecast.simulate import Simulated
from valuecast.wording.findings import Message

pytestmark = pytest.mark.slow


def audited(source: Path, **settings: object) -> dict[str, Message]:
    """Findings by code."""
    assessment = flow.audit(configure(source=str(source), **settings))
    return {finding.code: finding for finding in assessment.findings}


def log(customers: int, days: int, **columns: list[object]) -> pa.Table:
    """Every customer active on every day, by one to five events."""
    start = date(2024, 1, 1)
    rows = [(f"c{i:03d}", start + timedelta(days=d), float(i % 5 + 1)) for i in range(customers) for d in range(days)]
    return pa.table(dict(zip(("customer_id", "occurred_at", "amount"), zip(*rows, strict=True), strict=True)) | columns)


EVENTS = {"kind": "events", "events": {"amount": "amount"}}


def test_company_that_can_be_assessed(company: Simulated) -> None:
    """Nothing stops a run on a company of 120 accounts and twelve months."""
    assert not [code for code, row in audited(company.folder).items() if row.stops]


def test_too_few_customers(folder_of: Callable[..., Path]) -> None:
    """Evidence on a handful of customers is not given; the number is."""
    found = audited(folder_of(log=log(12, 400)), **EVENTS)["too_few_customers"]
    assert (found.severity, found.stops, found.count) == ("error", True, 12)
    assert "12" in found.evidence


def test_too_short_a_history(folder_of: Callable[..., Path]) -> None:
    """Two months cannot hold a past and three futures."""
    found = audited(folder_of(log=log(150, 60)), **EVENTS)["history_too_short"]
    assert (found.severity, found.stops) == ("error", True)


def test_identical_customers(folder_of: Callable[..., Path]) -> None:
    """Customers who do not differ cannot be ranked."""
    same = log(150, 400).drop_columns(["amount"])
    found = audited(folder_of(log=same), kind="events")["customers_identical"]
    assert (found.severity, found.stops) == ("error", True)


def test_value_of_zero_throughout(folder_of: Callable[..., Path]) -> None:
    """Where nothing was ever paid, there is no evidence, and the reason is said in plain words."""
    free = log(120, 150)
    found = audited(folder_of(log=free.set_column(2, "amount", pa.array([0.0] * len(free)))), **EVENTS)
    assert (found["no_value"].severity, found["no_value"].stops) == ("error", True)
    assert found["no_value"].evidence == "the value of every account is zero on every day"


def test_the_audit_finds_what_a_run_would(folder_of: Callable[..., Path]) -> None:
    """Dimensions without data, customers of one day and customers without value are told without a run, and the plan
    names the dimensions that scores can use.
    """
    rows = log(110, 150).to_pylist()
    late = max(row["occurred_at"] for row in rows)
    rows = [row for row in rows if row["customer_id"] != "c001" or row["occurred_at"] == late]
    rows = [row | {"amount": 0.0} if row["customer_id"] == "c002" else row for row in rows]
    source = folder_of(log=pa.Table.from_pylist(rows))
    assessment = flow.audit(configure(source=str(source), **EVENTS))
    found = {f.code: f for f in assessment.findings}
    assert found["customers_of_one_day"].count == 1
    assert found["value_of_zero"].count == 1
    lost = {d for f in assessment.findings if f.code == "dimension_without_data" for d in f.dimensions}
    assert {"reach", "breadth", "depth", "satisfaction"} <= lost
    assert not lost & set(assessment.manifest["plan"]["score_dimensions"])
    assert "intensity" in assessment.manifest["plan"]["score_dimensions"]


def test_the_audit_of_large_tables_stays_quick(
    folder_of: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Beyond a number of rows the audit does without today's signals, and says which findings are left to a run."""
    assessment = flow.audit(configure(source=str(folder_of(log=log(8, 40))), **EVENTS))
    views.left_to_run(Console(), assessment)
    assert capsys.readouterr().out == f"only a run can find: {', '.join(RUN_ONLY)}\n"
    monkeypatch.setattr("valuecast.pipeline.glancing.GLANCE_ROWS", 100)
    monkeypatch.setattr("valuecast.cli.views.GLANCE_ROWS", 100)
    assessment = flow.audit(configure(source=str(folder_of(log=log(8, 40))), **EVENTS))
    assert "dimension_without_data" not in {f.code for f in assessment.findings}
    views.left_to_run(Console(), assessment)
    assert "dimension_without_data" in capsys.readouterr().out


@pytest.mark.parametrize("odd", ["1.234", "12.5.1", "abc"])
def test_value_that_cannot_be_read(folder_of: Callable[..., Path], odd: str) -> None:
    """Value that is no number stops the evidence as that, and is not also called zero."""
    spent = log(120, 150)
    found = audited(folder_of(log=spent.set_column(2, "amount", pa.array([odd] * len(spent)))), **EVENTS)
    assert (found["value_unreadable"].severity, found["value_unreadable"].stops) == ("error", True)
    assert odd in found["value_unreadable"].evidence
    assert "no_value" not in found


def test_days_read_in_the_wrong_order(folder_of: Callable[..., Path]) -> None:
    """American days read as European ones stop the evidence: of what is left, day and month are exchanged."""
    sold = log(120, 400)
    days = pa.array([f"{day:%m/%d/%Y}" for day in sold["occurred_at"].to_pylist()])
    wrong = {"kind": "events", "events": {"amount": "amount", "date_format": "%d/%m/%Y"}}
    found = audited(folder_of(log=sold.set_column(1, "occurred_at", days)), **wrong)
    assert (found["days_unreadable"].severity, found["days_unreadable"].stops) == ("error", True)
    assert "%m/%d/%Y" in found["days_unreadable"].evidence + found["days_unreadable"].remedy
    right = {"kind": "events", "events": {"amount": "amount", "date_format": "%m/%d/%Y"}}
    found = audited(folder_of(log=sold.set_column(1, "occurred_at", days)), **right)
    assert not {"days_unreadable", "dates_unreadable"} & found.keys()


@pytest.mark.parametrize("huge", [-1e308, 1e308])
def test_values_beyond_all_measure(folder_of: Callable[..., Path], huge: float) -> None:
    """One absurd amount is missing and told, not the end of the run; large ones within the bound are used."""
    spent = log(120, 150)
    amounts = spent["amount"].to_pylist()
    amounts[7], amounts[8] = huge, 9e11
    found = audited(folder_of(log=spent.set_column(2, "amount", pa.array(amounts))), **EVENTS)
    assert found["impossible_values"].count == 1
    assert "missing" in found["impossible_values"].consequence
    assert "value_unreadable" not in found


def test_dates_of_2099(folder_of: Callable[..., Path]) -> None:
    """One row in a hundred dated 2099-01-01 is told as that, and makes nothing stale, dead or full of gaps."""
    spent = log(120, 150)
    days = [date(2099, 1, 1) if i % 97 == 0 else day for i, day in enumerate(spent["occurred_at"].to_pylist())]
    found = audited(folder_of(log=spent.set_column(1, "occurred_at", pa.array(days))), **EVENTS)
    assert found["dates_after_end"].count == 186
    assert not {"stale_table", "activity_gap", "dead_days"} & set(found)


@pytest.mark.parametrize("table", [log(3, 3).slice(0, 0), log(3, 3).set_column(1, "occurred_at", pa.array(["?"] * 9))])
def test_nobody_was_ever_active(folder_of: Callable[..., Path], table: pa.Table) -> None:
    """An empty log, or one without a readable date, stops a run in words."""
    found = audited(folder_of(log=table), **EVENTS)["no_activity"]
    assert (found.severity, found.stops) == ("error", True)
