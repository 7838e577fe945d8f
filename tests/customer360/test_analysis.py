"""What a snapshot of customers says, and what it does not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest

from valuecast import pipeline
from valuecast.config import parse
from valuecast.contracts import CUSTOMER360_OUTPUTS, row_note
from valuecast.contracts.customer360 import ACTIVITY, CUSTOMER360, FUNNEL, KEY, VALUE
from valuecast.customer360 import Analysed, analyse, composite, consistency, customers_of, one_each
from valuecast.customer360.rfm import WEIGHTS
from valuecast.engines import connect
from valuecast.errors import ConfigurationError, DataError
from valuecast.simulate.customer360 import FAULTS_360, Snapshot, simulate_snapshot, snapshot_tables
from valuecast.sources import detect
from valuecast.sources.customer360 import Customer360
from valuecast.wording.findings import message

TABLES, _ = snapshot_tables(Snapshot(customers=200))


@pytest.fixture(scope="module")
def clean() -> Analysed:
    """Two hundred customers with nothing wrong."""
    return analyse(TABLES, 0)


@pytest.fixture(scope="module")
def faulty() -> tuple[Analysed, dict[str, int]]:
    """The same with every fault."""
    tables, touched = snapshot_tables(Snapshot(customers=200, faults=tuple(FAULTS_360)))
    return analyse(tables, 0), touched


def codes(found: Analysed) -> dict[str, Any]:
    """Findings by code and table."""
    return {(f.code, f.table): f for f in found.findings}


def test_columns_are_exactly_those_of_the_tables() -> None:
    """The generator writes 37, 51 and 41 columns, in their order; the same settings give the same rows."""
    assert [len(CUSTOMER360[name]) for name in (VALUE, ACTIVITY, FUNNEL)] == [37, 51, 41]
    assert {name: t.column_names for name, t in TABLES.items()} == {n: list(c) for n, c in CUSTOMER360.items()}
    assert snapshot_tables(Snapshot(customers=200))[0] == TABLES


def test_a_clean_snapshot_stops_and_nothing_else(clean: Analysed) -> None:
    """Nothing is wrong with it, but nothing can be tested either."""
    assert [f.code for f in clean.findings] == ["descriptions_only"]
    assert clean.findings[0].stops
    assert message(clean.findings[0]).evidence == "one snapshot of 200 customers, and no dated rows before it"
    assert set(clean.tables) == set(CUSTOMER360_OUTPUTS)


def test_faults_are_found_with_their_counts(faulty: tuple[Analysed, dict[str, int]]) -> None:
    """Empty tables, repeated and missing e-mails and wrong scores are found, each with the right count."""
    found, touched = faulty
    told = codes(found)
    assert message(told["questions_unanswerable", ACTIVITY]).evidence.startswith(
        "the table is empty: 5 questions stay open"
    )
    assert told["questions_unanswerable", FUNNEL].count == 6
    assert told["keys_missing", VALUE].count == touched["missing_emails"]
    assert 0 < told["repeated_customers", VALUE].count <= touched["repeated_emails"]
    assert 0 < told["rfm_disagrees", VALUE].count <= touched["rfm_off"]
    assert "by 0.50 at most" in message(told["rfm_disagrees", VALUE]).evidence


def test_open_questions_are_named_with_their_proxies(faulty: tuple[Analysed, dict[str, int]]) -> None:
    """Each question of an empty table stays open, says why, and names its proxy where there is one."""
    rows = {r["column"]: r for r in faulty[0].tables["customer360_questions"].to_pylist()}
    assert rows["revenue_velocity_monthly"]["why_not"] == row_note(
        "question_open", why="no rows", column="revenue_velocity_monthly"
    )
    assert rows["revenue_velocity_monthly"]["proxy"] == "ltv_velocity"
    assert rows["marketing_to_sales_days"]["proxy"] == ""
    assert rows["churn_probability"]["answered"]


def test_the_latest_snapshot_is_kept() -> None:
    """Of one e-mail the latest row is kept, then the one that sorts last; case and blanks do not make two."""
    rows = pa.table(
        {
            KEY: ["a@x", " A@X ", "a@x", "b@x", None, ""],
            "analysis_timestamp": ["2025-01-01", "2025-02-01", "2025-02-01", "2025-01-01", "2025-01-01", None],
            "estimated_customer_ltv": ["1", "2", "3", "4", "5", "6"],
        }
    )
    for order in (range(6), reversed(range(6))):
        kept = one_each(rows.take(list(order)), VALUE)
        assert kept.rows.select([KEY, "estimated_customer_ltv"]).to_pylist() == [
            {KEY: "a@x", "estimated_customer_ltv": "3"},
            {KEY: "b@x", "estimated_customer_ltv": "4"},
        ]
        assert (kept.missing, kept.repeated, kept.dropped, kept.most, kept.most_repeated) == (2, 1, 2, 3, "a@x")


@pytest.mark.parametrize("which", ["rule", "percentile", "cluster", "tier"])
def test_segments_add_up(clean: Analysed, which: str) -> None:
    """Within each segmentation, customers and lifetime value add up to all."""
    rows = [r for r in clean.tables["customer360_segments"].to_pylist() if r["segmentation"] == which]
    assert sum(r["customers"] for r in rows) == 200
    assert sum(r["ltv_share"] for r in rows) == pytest.approx(1)


def test_every_table_of_counts_adds_up(clean: Analysed) -> None:
    """The matrix and the bins of imbalance count every customer once."""
    for name in ("customer360_matrix", "customer360_imbalance"):
        assert pc.sum(clean.tables[name]["customers"]).as_py() == 200


def test_rfm_and_proxies_by_hand(clean: Analysed) -> None:
    """Each derived measure is what its formula says, for every customer."""
    for row in clean.tables["customer360_customers"].to_pylist():
        r, f, m = row["recency_score"], row["frequency_score"], row["monetary_score"]
        assert row["rfm"] == pytest.approx((r + f + m) / 3)
        assert abs(row["rfm_difference"]) <= 0.0051
        weights = WEIGHTS.get(row["segment"], WEIGHTS["equal"])
        assert row["rfm_by_segment"] == pytest.approx(float(np.dot(weights, (r, f, m))))
        assert row["consistency"] == pytest.approx(1 / (1 + np.var([r, f, m])))
        assert row["rfm_imbalance"] == pytest.approx(m - (r + f) / 2)
        assert row["activity_efficiency_proxy"] == pytest.approx(1 - row["inactivity_ratio"])
        health = 0.5 * row["health"] + 0.3 * (1 - row["churn"]) + 0.2 * min(row["ltv"] / 10_000, 1)
        assert row["composite_health"] == pytest.approx(health)


def test_missing_parts_stay_missing() -> None:
    """A customer without churn has no composite, and one without recency no consistency: missing is not zero."""
    value = TABLES[VALUE]
    for name in ("churn_probability", "recency_score"):
        values = pa.array([None, *value[name].to_pylist()[1:]], pa.float64())
        value = value.set_column(value.column_names.index(name), name, values)
    customers = customers_of(one_each(value, VALUE).rows)
    assert np.isnan(composite(customers)[0])
    assert not np.isnan(composite(customers)[1:]).any()
    assert np.isnan(consistency(customers.parts)[0])


def test_verdicts_follow_the_evidence() -> None:
    """Low consistency of the valuable supports the claim, high contradicts it, few customers say nothing."""
    for tail, verdict in (([1.0, 3.0, 5.0], "supports"), ([4.0, 4.0, 4.0], "contradicts")):
        value, rows = TABLES[VALUE], TABLES[VALUE].num_rows
        high = np.array([t in ("Gold", "Platinum") for t in value["customer_tier"].to_pylist()])
        for i, name in enumerate(("recency_score", "frequency_score", "monetary_score")):
            noise = np.where(np.arange(rows) % 2 == 0, 2.0, 3.0) + (i == 1)
            value = value.set_column(value.column_names.index(name), name, pa.array(np.where(high, tail[i], noise)))
        found = {r["evidence"]: r for r in analyse({VALUE: value}, 0).tables["customer360_verdicts"].to_pylist()}
        assert found["consistency: Gold and Platinum against the rest"]["verdict"] == verdict
    few = analyse({VALUE: TABLES[VALUE].slice(0, 8)}, 0).tables["customer360_verdicts"]
    assert set(few["verdict"].to_pylist()) == {"cannot tell"}


def test_boxes_are_in_order(clean: Analysed) -> None:
    """Least, whisker, quartiles, whisker and greatest never cross."""
    names = ("least", "whisker_low", "q1", "median", "q3", "whisker_high", "most")
    for row in clean.tables["customer360_boxes"].to_pylist():
        values = [row[name] for name in names if row[name] is not None]
        assert values[:1] + values[2:5] + values[-1:] == sorted(values[:1] + values[2:5] + values[-1:])
        assert row["n"] or not values


def test_unknown_tiers_are_counted_as_other() -> None:
    """A tier of another name is told, and its customers are in no named segment."""
    value = TABLES[VALUE]
    place = value.column_names.index("customer_tier")
    found = analyse({VALUE: value.set_column(place, "customer_tier", pa.array(["Diamond"] * 200))}, 0)
    assert message(codes(found)["categories_unknown", VALUE]).evidence.startswith("200 customers have Diamond")
    assert set(found.tables["customer360_customers"]["segment"].to_pylist()) == {"other"}


def test_without_customers_only_questions_are_left() -> None:
    """An empty value table leaves the questions and the keys, and says why."""
    found = analyse({VALUE: TABLES[VALUE].slice(0, 0), ACTIVITY: None, FUNNEL: TABLES[FUNNEL]}, 0)
    assert set(found.tables) == {"customer360_questions", "customer360_keys"}
    assert found.notes


def test_through_the_pipeline(tmp_path: Path) -> None:
    """A folder of customer360 tables is told for what it is, and run to a description that claims no evidence."""
    simulate_snapshot(Snapshot(customers=60, faults=("activity_table_empty",)), tmp_path / "snapshot")
    warehouse = connect(str(tmp_path / "snapshot"))
    assert detect(warehouse).kind == "customer360"
    with pytest.raises(DataError, match="cannot be turned into dated tables"):
        Customer360.open(warehouse, parse({"source": "x"}).events).canonical("account")
    warehouse.close()
    assessment = pipeline.run(parse({"source": str(tmp_path / "snapshot"), "kind": "customer360"}))
    assert not assessment.supported
    assert assessment.customer360_customers.num_rows == 60
    assert assessment.inventory.num_rows == 3
    assert {f.code for f in assessment.findings} >= {"descriptions_only", "table_empty", "questions_unanswerable"}


def test_unknown_faults_are_refused() -> None:
    """A fault that does not exist is refused, with the nearest name."""
    with pytest.raises(ConfigurationError, match="unknown fault") as refused:
        Snapshot(faults=("rfm_of",))
    assert refused.value.hint == "did you mean 'rfm_off'?"
