"""Every fault does what it says, and says how much it touched."""

from __future__ import annotations

import json

import pytest

from valuecast.simulate import FAULTS, Company, simulate
from valuecast.simulate.schemas import SCHEMAS, TRUTH_SCHEMAS

from .conftest import Rows

CLICKS = ("pendo__visitor_feature", "pendo__feature_event")
DAILY = ("pendo__account_daily_metrics", "pendo__visitor_daily_metrics")


def _counts(rows: Rows, fault: str) -> dict[str, tuple[int, int]]:
    written = json.loads((rows.simulated.truth / "faults.json").read_text("utf-8"))
    assert written == rows.simulated.faults
    assert written[fault]["description"] == FAULTS[fault].description
    return {table: (count["rows"], count["keys"]) for table, count in written[fault]["tables"].items()}


def test_join_matches_nothing(spoilt):
    """No visitor of the click tables is in pendo__visitor; all of their rows are counted."""
    rows = spoilt("join_matches_nothing")
    counts = _counts(rows, "join_matches_nothing")
    for table in CLICKS:
        assert rows.one(f"select count(*) from {{{table}}} semi join {{pendo__visitor}} using (visitor_id)") == 0
        assert rows.all(f"select count(*), count(distinct visitor_id) from {{{table}}}") == [counts[table]]


def test_ids_spelt_differently(spoilt):
    """Some accounts of pendo__visitor match nothing as written, all of them once trimmed and in lower case."""
    rows = spoilt("ids_spelt_differently")
    lost = rows.all(
        "select count(*), count(distinct account_id) from {pendo__visitor} "
        "where account_id not in (select account_id from {pendo__account})"
    )
    assert lost == [_counts(rows, "ids_spelt_differently")["pendo__visitor"]]
    known = "select account_id from {pendo__account}"
    assert rows.one(f"select count(*) from {{pendo__visitor}} where lower(trim(account_id)) not in ({known})") == 0


def test_empty_table(spoilt, small):
    """The click tables keep their columns and lose all rows, which are counted."""
    rows = spoilt("empty_table")
    counts = _counts(rows, "empty_table")
    for table in CLICKS:
        assert rows.simulated.rows[table] == 0
        assert rows.one(f"select count(*) from (describe select * from {{{table}}})") == len(SCHEMAS[table].names)
        assert counts[table][0] == small.simulated.rows[table]


def test_activity_stops(spoilt, small):
    """From one day on, the stopped accounts have no activity anywhere, and the truth still expects some of them."""
    rows = spoilt("activity_stops")
    stopped = rows.one("select count(*) from {account_truth} where activity_stopped")
    assert stopped == rows.simulated.faults["activity_stops"]["world"]["accounts"]
    assert 0.7 < stopped / rows.simulated.rows["account_truth"] < 0.97
    active = "select count(*), sum({minutes}) from {{{table}}} semi join (select * from {{account_truth}} where "
    active += "activity_stopped) using (account_id) where {day} >= '2024-09-01' and {minutes} is not null"
    for table, day, minutes in (
        ("pendo__account_daily_metrics", "date_day", "sum_minutes"),
        ("pendo__feature_event", "occurred_at", "num_minutes"),
    ):
        assert rows.all(active.format(table=table, day=day, minutes=minutes)) == [(0, None)]
    assert rows.one("select sum(expected_minutes_3m) from {account_truth} where activity_stopped") > 0
    assert small.simulated.rows[DAILY[1]] > rows.simulated.rows[DAILY[1]]


def test_duplicate_keys(spoilt, small):
    """The spoilt tables have as many more rows than keys as were counted, and each of those rows is a true copy."""
    rows = spoilt("duplicate_keys")
    for table, (touched, keys) in _counts(rows, "duplicate_keys").items():
        assert rows.simulated.rows[table] == small.simulated.rows[table] + touched
        assert rows.one(f"select count(*) from (select distinct * from {{{table}}})") == small.simulated.rows[table]
        day = "" if table == "pendo__account" else ", date_day"
        key = "visitor_id" if "visitor" in table else "account_id"
        twice = f"select {key} from {{{table}}} group by {key}{day} having count(*) = 2"
        assert rows.all(f"select count(*), count(distinct {key}) from ({twice})") == [(touched, keys)]


def test_totals_leak(spoilt, small):
    """Daily rows are as without the fault; totals include later days, for as many customers as counted."""
    rows = spoilt("totals_leak")
    for table in DAILY:
        assert rows.all(f"select * from {{{table}}} order by all") == small.all(
            f"select * from {{{table}}} order by all"
        )
    world = rows.simulated.faults["totals_leak"]["world"]
    for grain in ("account", "visitor"):
        later = rows.one(f"select count(*) from {{pendo__{grain}}} where last_event_on > '2024-10-31'")
        assert later == world[f"{grain}s"] > 0
    assert rows.one("select max(last_event_on) > '2024-12-31' from {pendo__account}")
    assert rows.one("select max(last_click_at) > '2024-11-30' from {pendo__visitor_feature}")
    assert rows.one("select max(occurred_at) < '2024-11-01' from {pendo__feature_event}")
    more = "select sum(sum_minutes) from {pendo__account}"
    assert rows.one(more) > small.one(more)


def test_future_dates(spoilt):
    """As many rows as counted lie years after the end."""
    rows = spoilt("future_dates")
    for table, count in _counts(rows, "future_dates").items():
        day = "occurred_at" if table == "pendo__feature_event" else "date_day"
        key = "account_id" if table == DAILY[0] else "visitor_id"
        late = f"select count(*), count(distinct {key}) from {{{table}}} where {day} > '2030-01-01'"
        assert rows.all(late) == [count]


def test_mixed_time_zones(spoilt, small):
    """Times are text with several offsets, and each is the instant that it was without the fault."""
    rows = spoilt("mixed_time_zones")
    counts = _counts(rows, "mixed_time_zones")
    for table, key in (("pendo__feature_event", "feature_event_key"), ("stg_pendo__poll_event", "poll_event_key")):
        assert counts[table][0] == rows.simulated.rows[table]
        offsets = rows.all(f"select distinct right(occurred_at, 6) from {{{table}}}")
        assert {offset for (offset,) in offsets} <= {"+00:00", "-05:00", "+05:30", "+09:00"}
        assert len(offsets) > 1
        shown = f"select {key}, epoch(occurred_at::timestamptz)::bigint from {{{table}}} order by 1"
        plain = f"select {key}, epoch(occurred_at::timestamp)::bigint from {{{table}}} order by 1"
        assert rows.all(shown) == small.all(plain)


def test_negative_minutes(spoilt):
    """As many daily rows as counted have minutes below zero."""
    rows = spoilt("negative_minutes")
    for table, count in _counts(rows, "negative_minutes").items():
        key = "account_id" if table == DAILY[0] else "visitor_id"
        assert rows.all(f"select count(*), count(distinct {key}) from {{{table}}} where sum_minutes < 0") == [count]
        assert count[0] > 0


def test_not_finite(spoilt):
    """As many averages as counted are NaN or infinite."""
    rows = spoilt("not_finite")
    for table, (touched, _) in _counts(rows, "not_finite").items():
        column = "avg_daily_minutes" if table == "pendo__visitor_feature" else "average_daily_minutes"
        assert rows.one(f"select count(*) from {{{table}}} where not isfinite({column})") == touched > 0


def test_unparseable_dates(spoilt):
    """As many first visits as counted are text that cannot be read as a time."""
    rows = spoilt("unparseable_dates")
    for table, (touched, _) in _counts(rows, "unparseable_dates").items():
        unread = "first_visit_at is not null and try_cast(first_visit_at as timestamp) is null"
        bad = f"select count(*) from {{{table}}} where {unread}"
        assert rows.one(bad) == touched > 0


def test_one_customer(spoilt):
    """There is one account, with about as many people as an account had."""
    rows = spoilt("one_customer")
    assert rows.simulated.rows["pendo__account"] == 1
    assert rows.simulated.faults["one_customer"]["world"] == {"accounts": 1}


def test_identical_customers(spoilt):
    """Every account has the same daily rows as every other."""
    rows = spoilt("identical_customers")
    accounts = rows.simulated.rows["pendo__account"]
    assert rows.simulated.faults["identical_customers"]["world"] == {"accounts": accounts}
    differ = "select count(distinct (sum_minutes, count_associated_visitors, first_event_on)) from {pendo__account}"
    assert rows.one(differ) == 1
    times = rows.all(
        "select distinct count(*) from {pendo__account_daily_metrics} group by date_day, sum_minutes, sum_events"
    )
    assert times == [(accounts,)]


@pytest.mark.parametrize("fault", sorted(name for name, fault in FAULTS.items() if fault.spoil))
def test_truth_is_never_spoilt_by_table_faults(spoilt, small, fault):
    """A fault of the tables leaves the truth tables as they were."""
    rows = spoilt(fault)
    for table in TRUTH_SCHEMAS:
        assert rows.simulated.paths[table].read_bytes() == small.simulated.paths[table].read_bytes()


def test_all_faults_at_once(tmp_path):
    """Faults combine, in any order given, with the same result."""
    settings = {"accounts": 4, "months": 3, "visitors": 80}
    forward = simulate(Company(**settings, faults=tuple(FAULTS)), tmp_path / "a")
    backward = simulate(Company(**settings, faults=tuple(reversed(FAULTS))), tmp_path / "b")
    assert forward.faults == backward.faults
    assert set(forward.faults) == set(FAULTS)
    assert forward.rows == backward.rows


def test_every_fault_is_described():
    """A fault has one sentence or more that says what a reader of the data would find, and does something."""
    for fault in FAULTS.values():
        assert fault.description.endswith(".")
        assert fault.spoil or fault.reshape or fault.replan
        assert set(fault.tables) <= set(SCHEMAS)
