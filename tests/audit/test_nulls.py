"""What a missing value means, and what it costs a score; and ids spelt alike from end to end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pytest

from valuecast import pipeline
from valuecast.audit import null_policy, score_uncertainty, uncertainty_findings
from valuecast.config import parse
from valuecast.contracts import SIGNAL_CATALOGUE
from valuecast.wording.findings import message

pytestmark = pytest.mark.slow


@pytest.fixture
def today() -> pa.Table:
    """Four active customers and one who is not; three of the active gave no answer."""
    columns: dict[str, list[float | None]] = {name: [1.0, 2.0, 3.0, 4.0, None] for name in SIGNAL_CATALOGUE}
    columns |= {"latest_rating": [9.0, None, None, None, None], "mean_rating": [9.0, None, None, None, None]}
    typed = {name: pa.array(values, pa.float64()) for name, values in columns.items()}
    ids = ["a", "b", "c", "d", "e"]
    return pa.table({"window_id": ["today"] * 5, "customer_id": ids, "active": [True] * 4 + [False], **typed})


def test_policy_and_share_of_every_signal(today: pa.Table) -> None:
    """Each signal of the catalogue has its policy in words and the share missing among the active."""
    rows = {row["signal"]: row for row in null_policy(today).to_pylist()}
    assert set(rows) == set(SIGNAL_CATALOGUE)
    assert rows["latest_rating"]["missing_share"] == 0.75
    assert rows["value"]["missing_share"] == 0.0
    assert rows["value"]["means"] == "no activity means none of it: missing is 0"
    assert rows["latest_rating"]["null_policy"] == "unknown"


def test_uncertainty_of_a_score_is_half_the_range_of_its_part(today: pa.Table) -> None:
    """Customers without an answer could have any contribution of those who answered."""
    today = today.set_column(
        today.column_names.index("latest_rating"), "latest_rating", pa.array([9.0, 3.0, None, None, None])
    )
    parts = pa.table(
        {
            "customer_id": ["a", "b", "c", "d"],
            "score": ["weighted"] * 4,
            "dimension": ["satisfaction"] * 4,
            "contribution": [0.10, 0.04, 0.07, 0.07],
        }
    )
    scores = pa.table({"customer_id": ["a", "b", "c", "d"], "score": ["weighted"] * 4, "value": [1.0, 0.5, 0.2, 0.0]})
    (row,) = score_uncertainty(today, scores, parts, {"latest_rating", "value"}).to_pylist()
    assert (row["missing"], row["missing_share"], row["score_range"]) == (2, 0.5, 1.0)
    assert row["half_width"] == pytest.approx(0.03)
    assert row["mean_half_width"] == pytest.approx(0.015)


def test_message_of_uncertain_satisfaction() -> None:
    """Where most gave no answer, the note says how far the most affected score could move."""
    row = {
        "dimension": "satisfaction",
        "missing": 30,
        "missing_share": 0.75,
        "half_width": 0.05,
        "mean_half_width": 0.04,
    }
    rows = [row | {"score": "weighted", "score_range": 1.0}, row | {"score": "health", "score_range": 100.0}]
    (finding,) = uncertainty_findings(pa.Table.from_pylist(rows))
    assert finding.code == "satisfaction_uncertain"
    assert message(finding).evidence == (
        "30 active customers (75\u00a0%) have no answer: their weighted could lie 0.05 points higher or lower, "
        "of a range of 1"
    )
    few = [r | {"missing_share": 0.1} for r in rows]
    assert not list(uncertainty_findings(pa.Table.from_pylist(few)))


def test_ids_are_spelt_alike_only_when_asked(faulty: Callable[..., Path]) -> None:
    """As they are, ids that differ in spelling are told; with ids: normalise they match, and both rates are kept."""
    folder = str(faulty("ids_spelt_differently"))
    plain = pipeline.audit(parse({"source": folder}))
    told = {f.code: f for f in plain.findings}
    assert told["ids_spelt_differently"].count > 0
    fixed = pipeline.audit(parse({"source": folder, "ids": "normalise"}))
    after = {f.code: f for f in fixed.findings}
    assert "ids_spelt_differently" not in after
    assert after["ids_normalised"].count == told["ids_spelt_differently"].count
    rows = {row["left"]: row for row in fixed.tables["joins"].to_pylist()}
    joined = rows["pendo__visitor.account_id"]
    assert joined["applied"]
    assert joined["match_rate"] < 0.6
    assert joined["normalised_rate"] == 1.0
    assert joined["steps"] == "blanks, case"
