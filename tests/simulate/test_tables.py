"""The tables that a simulated company consists of."""

from __future__ import annotations

import re
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from valuecast.simulate.schemas import SCHEMAS, TRUTH_SCHEMAS

REAL = Path(__file__).parents[3] / "shared" / "data" / "dbt_pendo_built" / "COLUMNS.md"
COMPARABLE = {
    "VARCHAR": "string",
    "BIGINT": "int64",
    "HUGEINT": "int64",
    "INTEGER": "int32",
    "DOUBLE": "double",
    "BOOLEAN": "bool",
    "DATE": "date32[day]",
    "TIMESTAMP": "timestamp[us]",
}


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_files_have_the_declared_columns(small, name):
    """Each file holds exactly the columns and types declared for it, text as plain text."""
    assert pq.read_schema(small.simulated.paths[name]).equals(SCHEMAS[name])


@pytest.mark.parametrize("name", sorted(TRUTH_SCHEMAS))
def test_truth_has_the_declared_columns(small, name):
    """Each truth file holds exactly the columns and types declared for it."""
    assert pq.read_schema(small.simulated.paths[name]).equals(TRUTH_SCHEMAS[name])


@pytest.mark.parametrize("name", sorted(name for name in SCHEMAS if "pendo" in name))
def test_columns_are_those_of_the_real_package(name):
    """Names, order and types of the Pendo tables are those of dbt_pendo 1.4.0, built for real."""
    if not REAL.is_file():
        pytest.skip("the built dbt_pendo tables are not on this machine")
    section = re.search(rf"^## {name} \(.*?\n(.*?)(?=^## |\Z)", REAL.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert section is not None
    real = re.findall(r"^- (\w+): (\w+)", section.group(1), re.MULTILINE)
    assert [(field.name, str(field.type)) for field in SCHEMAS[name]] == [
        (column, COMPARABLE[kind]) for column, kind in real
    ]


def test_daily_columns_by_heart():
    """The columns that everything rests on, written out, for machines without the package."""
    assert SCHEMAS["pendo__account_daily_metrics"].names == [
        "source_relation",
        "date_day",
        "account_id",
        "count_active_visitors",
        "sum_minutes",
        "sum_events",
        "count_event_records",
        "count_pages_viewed",
        "count_features_clicked",
        "count_page_viewing_visitors",
        "count_feature_clicking_visitors",
    ]
    assert SCHEMAS["outcomes"].names == ["customer_id", "occurred_on", "kind", "amount"]


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ("pendo__account", "account_id"),
        ("pendo__visitor", "visitor_id"),
        ("pendo__feature", "feature_id"),
        ("pendo__account_daily_metrics", "(account_id, date_day)"),
        ("pendo__visitor_daily_metrics", "(visitor_id, date_day)"),
        ("pendo__visitor_feature", "(visitor_id, feature_id)"),
        ("pendo__feature_event", "feature_event_key"),
        ("stg_pendo__poll_event", "poll_event_key"),
        ("account_month_truth", "(account_id, month)"),
    ],
)
def test_keys_are_unique(small, table, key):
    """No key occurs twice in an unspoilt table, and none is null."""
    total, distinct = small.all(f"select count(*), count(distinct {key}) from {{{table}}}")[0]
    assert total == distinct > 0


def test_account_totals_are_sums_of_daily_rows(small):
    """Every total of pendo__account is the sum over its daily rows; visitor counts are visitor-days."""
    measures = [
        "count_active_visitors",
        "sum_minutes",
        "sum_events",
        "count_event_records",
        "count_page_viewing_visitors",
        "count_feature_clicking_visitors",
    ]
    sums = ", ".join(f"coalesce(sum({name}), 0)" for name in measures)
    rest = "count(sum_minutes), count(distinct date_trunc('month', date_day)) filter (sum_minutes is not null)"
    days = "min(date_day) filter (sum_minutes is not null), max(date_day) filter (sum_minutes is not null)"
    daily = small.all(
        f"select account_id, {sums}, {rest}, {days} from {{pendo__account_daily_metrics}} group by 1 order by 1"
    )
    totals = small.all(
        f"select account_id, {', '.join(measures)}, count_active_days, count_active_months, first_event_on, "
        "last_event_on from {pendo__account} where count_active_days > 0 order by 1"
    )
    assert daily == totals


def test_visitor_totals_are_sums_of_daily_rows(small):
    """Every total of pendo__visitor is the sum over that person's daily rows."""
    daily = small.all(
        "select visitor_id, sum(sum_minutes), sum(sum_events), sum(count_event_records), count(*), "
        "count(distinct date_trunc('month', date_day)), min(date_day), max(date_day) "
        "from {pendo__visitor_daily_metrics} group by 1 order by 1"
    )
    totals = small.all(
        "select visitor_id, sum_minutes, sum_events, count_event_records, count_active_days, count_active_months, "
        "first_event_on, last_event_on from {pendo__visitor} where count_active_days > 0 order by 1"
    )
    assert daily == totals


def test_account_days_are_sums_of_visitor_days(small):
    """An account's day adds up the days of its people."""
    people = small.all(
        "select account_id, date_day, count(*), sum(d.sum_minutes), sum(d.sum_events) "
        "from {pendo__visitor_daily_metrics} d join {pendo__visitor} using (visitor_id) group by 1, 2 order by 1, 2"
    )
    accounts = small.all(
        "select account_id, date_day, count_active_visitors, sum_minutes, sum_events "
        "from {pendo__account_daily_metrics} where sum_minutes is not null order by 1, 2"
    )
    assert people == accounts


def test_distinct_features_and_pages_of_a_day_agree_with_the_clicks(small):
    """count_features_clicked counts the distinct features of that day's events, for people and for accounts."""
    for grain, table in (
        ("visitor_id", "pendo__visitor_daily_metrics"),
        ("account_id", "pendo__account_daily_metrics"),
    ):
        differ = small.one(
            f"with clicks as (select {grain}, occurred_at::date date_day, count(distinct feature_id) n, "
            "count(distinct page_id) p from {pendo__feature_event} group by 1, 2) "
            f"select count(*) from {{{table}}} d left join clicks using ({grain}, date_day) "
            "where d.sum_minutes is not null and (d.count_features_clicked <> coalesce(n, 0) "
            "or d.count_pages_viewed < coalesce(p, 0) or d.count_pages_viewed > coalesce(p, 0) + 1)"
        )
        assert differ == 0


def test_visitor_feature_agrees_with_the_events(small):
    """pendo__visitor_feature holds the totals of pendo__feature_event by person and feature."""
    events = small.all(
        "select visitor_id, feature_id, min(occurred_at), max(occurred_at), sum(num_events), sum(num_minutes), "
        "count(distinct occurred_at::date), count(*) from {pendo__feature_event} group by 1, 2 order by 1, 2"
    )
    totals = small.all(
        "select visitor_id, feature_id, first_click_at, last_click_at, sum_clicks, sum_minutes, count_active_days, "
        "count_click_events from {pendo__visitor_feature} order by 1, 2"
    )
    assert events == totals


def test_feature_totals_agree_with_the_events(small):
    """pendo__feature holds the totals of pendo__feature_event by feature, over all blocks."""
    events = small.all(
        "select feature_id, count(distinct visitor_id), count(distinct account_id), sum(num_events), count(*), "
        "min(occurred_at), max(occurred_at) from {pendo__feature_event} group by 1 order by 1"
    )
    totals = small.all(
        "select feature_id, count_visitors, count_accounts, sum_clicks, count_click_events, first_click_at, "
        "last_click_at from {pendo__feature} where count_visitors is not null order by 1"
    )
    assert events == totals


def test_previous_feature_is_the_one_before(small):
    """previous_feature_* repeat the event before, of the same person, in time."""
    differ = small.one(
        "with e as (select *, lag(feature_id) over w f, lag(occurred_at) over w t, lag(num_minutes) over w m "
        "from {pendo__feature_event} window w as (partition by visitor_id order by feature_event_key)) "
        "select count(*) from e where previous_feature_id is distinct from f or occurred_at < t "
        "or previous_feature_event_at is distinct from t or previous_feature_num_minutes is distinct from m"
    )
    assert differ == 0


def test_ratings_agree_with_the_answers(small):
    """The latest rating of a person, and the range of an account's latest ratings, come from the dated answers."""
    latest = small.all(
        "select visitor_id, arg_max(poll_response::int, occurred_at) from {stg_pendo__poll_event} group by 1"
    )
    known = small.all("select visitor_id, latest_nps_rating from {pendo__visitor} where latest_nps_rating is not null")
    assert sorted(latest) == sorted(known)
    ranges = small.all(
        "select account_id, min(latest_nps_rating), max(latest_nps_rating), round(avg(latest_nps_rating), 9) "
        "from {pendo__visitor} where latest_nps_rating is not null group by 1 order by 1"
    )
    assert ranges == small.all(
        "select account_id, min_nps_rating, max_nps_rating, round(avg_nps_rating, 9) from {pendo__account} "
        "where avg_nps_rating is not null order by 1"
    )


def test_inactive_days_are_null_rows_for_accounts_and_absent_for_visitors(small):
    """An account has a row for every day from its first event to the end, null when empty; a visitor has none."""
    gaps = small.one(
        "select count(*) from (select account_id, count(*) n, max(date_day) - min(date_day) + 1 span, max(date_day) e "
        "from {pendo__account_daily_metrics} group by 1) where n <> span or e <> date '2024-10-31'"
    )
    nulls = small.one("select count(*) from {pendo__account_daily_metrics} where sum_minutes is null")
    assert gaps == 0
    assert nulls > 0
    assert small.one("select count(*) from {pendo__visitor_daily_metrics} where sum_minutes is null") == 0


def test_no_day_has_more_minutes_than_a_day(large):
    """Minutes of a person and day lie between 1 and 1440, and clicks use no more minutes than the day had."""
    low, high = large.all("select min(sum_minutes), max(sum_minutes) from {pendo__visitor_daily_metrics}")[0]
    assert low >= 1
    assert high <= 1440
    over = large.one(
        "select count(*) from (select visitor_id, occurred_at::date date_day, sum(num_minutes) m from "
        "{pendo__feature_event} group by 1, 2) join {pendo__visitor_daily_metrics} using (visitor_id, date_day) "
        "where m > sum_minutes"
    )
    assert over == 0


def test_features_launched_within_the_period_are_not_clicked_before(large):
    """No feature has an event before the day it was created."""
    assert large.one("select count(*) from {pendo__feature} where first_click_at < created_at") == 0


def test_outcomes_are_of_known_kinds_and_dates(small):
    """Outcomes are renewals, churn, expansion, contraction and tickets of known accounts, within the period."""
    kinds = small.all("select distinct kind from {outcomes}")
    assert {kind for (kind,) in kinds} <= {"renewal", "churn", "expansion", "contraction", "ticket"}
    assert small.one("select count(*) from {outcomes} where (amount is null) <> (kind = 'ticket')") == 0
    assert small.one("select count(*) from {outcomes} where occurred_on not between '2024-03-01' and '2024-10-31'") == 0
    strangers = "select count(*) from {outcomes} where customer_id not in (select account_id from {pendo__account})"
    assert small.one(strangers) == 0


def test_churned_accounts_are_silent(large):
    """A churned account has no activity in that month, and a churn outcome marks its first day."""
    assert large.one("select sum(minutes) from {account_month_truth} where state = 'churned'") == 0
    marked = large.one(
        "select count(*) from {account_truth} t where churned_on is not null and not exists "
        "(select 1 from {outcomes} where customer_id = account_id and kind = 'churn' and occurred_on = churned_on)"
    )
    assert marked == 0
