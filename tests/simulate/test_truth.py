"""What the truth says, and whether it is true."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from valuecast.simulate import FAULTS, Company
from valuecast.simulate.block import live
from valuecast.simulate.notes import COLUMN_NOTES
from valuecast.simulate.parameters import Parameters, describe
from valuecast.simulate.plan import make_plan
from valuecast.simulate.schemas import TRUTH_SCHEMAS


def test_expected_minutes_are_calibrated(large):
    """Over many accounts and months, what happened is what was expected of it, within 3 %."""
    ratio = large.one(
        "select sum(minutes) / sum(expected_minutes) from {account_month_truth} where expected_minutes is not null"
    )
    assert ratio == pytest.approx(1, abs=0.03)


@pytest.mark.parametrize(("months", "tolerance"), [(1, 0.03), (3, 0.04), (6, 0.06)])
def test_longer_horizons_are_calibrated(large, months, tolerance):
    """The sums over the next 1, 3 and 6 months are calibrated too, where those months were lived."""
    ratio = large.one(
        f"with t as (select sum(minutes) over w m, count(*) over w n, expected_minutes_next_{months}m e from "
        "{account_month_truth} window w as (partition by account_id order by month rows between 1 following and "
        f"{months} following)) select sum(m) / sum(e) from t where n = {months}"
    )
    assert ratio == pytest.approx(1, abs=tolerance)


def test_expectation_is_exact_for_one_account():
    """From one hidden state, the mean of many lives approaches the oracle's figure for all three horizons."""
    plan = make_plan(Company(accounts=1500, visitors=12_000, months=6, seed=3), Parameters())
    block = live(plan, 1500, np.random.SeedSequence(5))
    old = block.accounts["start"] < 0
    minutes = np.zeros(block.path.shape)
    month = (block.months["month"].astype("datetime64[M]") - plan.start.astype("datetime64[M]")).astype(int)
    minutes[block.months["account"], month] = block.months["minutes"]
    first = block.months["expected"][np.flatnonzero(month == 0)]
    assert minutes[old, 0].sum() == pytest.approx(np.nansum(first), rel=0.03)
    later = block.months["expected_3"][np.flatnonzero(month == 1)]
    there = block.accounts["start"] <= 1
    realised = minutes[there][:, 2:5].sum(axis=1)
    error = realised - later
    assert abs(error.mean()) < 4 * error.std() / np.sqrt(len(error))


def test_states_mean_what_they_say(large):
    """Growing accounts grow over the next three months, fading ones shrink, on median."""
    rows = dict(
        large.all(
            "with t as (select state, sum(minutes) over p past, sum(minutes) over f future, count(*) over f n "
            "from {account_month_truth} window p as (partition by account_id order by month rows between 2 preceding "
            "and current row), f as (partition by account_id order by month rows between 1 following and 3 following)) "
            "select state, median(future / past) from t where n = 3 and past > 0 group by 1"
        )
    )
    assert rows["grow"] > 1.1
    assert rows["fade"] < 0.9
    assert rows["churned"] == 0


def test_breadth_of_adoption_leads_growth(large):
    """Broad accounts are more often growing than narrow ones three months later."""
    rows = dict(
        large.all(
            "with t as (select adoption, lead(state, 3) over (partition by account_id order by month) later from "
            "{account_month_truth} where state <> 'churned') select adoption, avg((later = 'grow')::int) from t "
            "where later is not null group by 1"
        )
    )
    assert rows["broad"] > rows["narrow"] + 0.1


def test_the_world_looks_like_published_figures(large):
    """Stickiness, weekends, concentration of clicks and answers lie near the published figures cited as sources."""
    stickiness = large.one(
        "select avg(d / m) from (select count(*) / count(distinct date_day) d, count(distinct visitor_id) m from "
        "{pendo__visitor_daily_metrics} group by date_trunc('month', date_day))"
    )
    weekend = large.one("select avg((isodow(date_day) >= 6)::int) from {pendo__visitor_daily_metrics}")
    few = large.one(
        "select sum(sum_clicks) filter (place <= 7) / sum(sum_clicks) from "
        "(select sum_clicks, row_number() over (order by sum_clicks desc) place from {pendo__feature})"
    )
    promoters = large.one(
        "select avg((poll_response::int > 8)::int) - avg((poll_response::int < 7)::int) from {stg_pendo__poll_event}"
    )
    assert 0.10 < stickiness < 0.20
    assert 0.05 < weekend < 0.12
    assert 0.72 < few < 0.88
    assert 0.25 < promoters < 0.50


def test_every_truth_column_is_explained(small):
    """The README names every column of every truth table, and says nothing of columns that do not exist."""
    assert {table: list(notes) for table, notes in COLUMN_NOTES.items()} == {
        table: schema.names for table, schema in TRUTH_SCHEMAS.items()
    }
    text = (small.simulated.truth / "README.md").read_text("utf-8")
    assert all(f"`{name}`" in text for notes in COLUMN_NOTES.values() for name in notes)


def test_every_parameter_has_a_source(small):
    """parameters.json lists every parameter with unit, meaning and source, and the company that was simulated."""
    written = json.loads((small.simulated.truth / "parameters.json").read_text("utf-8"))
    assert [row["name"] for row in written["parameters"]] == [row["name"] for row in describe(Parameters())]
    assert all(row["unit"] and row["meaning"] and row["source"] for row in written["parameters"])
    assert written["company"]["accounts"] == 60
    assert written["company"]["end"] == "2024-10-31"


def test_minutes_of_the_truth_are_those_of_the_tables(small):
    """Minutes in the truth, by account and month, are the sums of the daily rows."""
    truth = small.all("select account_id, month, minutes from {account_month_truth} where minutes > 0 order by 1, 2")
    daily = small.all(
        "select account_id, date_trunc('month', date_day)::date, sum(sum_minutes) from {pendo__account_daily_metrics} "
        "where sum_minutes is not null group by 1, 2 order by 1, 2"
    )
    assert truth == daily


def test_the_page_about_the_simulator_is_complete():
    """docs/explanation/simulator.md lists every parameter with its source, and every fault with its description."""
    page = (Path(__file__).parents[2] / "docs" / "explanation" / "simulator.md").read_text("utf-8")
    for row in describe(Parameters()):
        assert f"| `{row['name']}` | " in page
        assert f"| {row['meaning']} | {row['source']} |" in page
    for name, fault in FAULTS.items():
        assert f"| `{name}` | {fault.description} |" in page
