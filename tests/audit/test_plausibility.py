"""What the audit says of implausible values, days, totals and people: every finding's message."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import ibis
import numpy as np
import pyarrow as pa

from valuecast.audit import inspect
from valuecast.audit.calendar import odd_days, span_of, stale
from valuecast.audit.coverage import activity_stops
from valuecast.audit.months import Months
from valuecast.contracts import Coercion, Finding, InputTable, Membership, Total
from valuecast.wording.findings import message

START = date(2024, 1, 1)


def table(name: str, rows: dict[str, Any], **settings: Any) -> InputTable:
    """An input table made by hand."""
    return InputTable(name, "for a test", ibis.memtable(pa.table(rows)), **settings)


def said(*tables: InputTable) -> dict[str, Finding]:
    """Findings on the tables by code."""
    return {f.code: f for f in inspect(tables, ()).findings}


def test_message_of_impossible_values() -> None:
    """Values outside the range of their unit are counted; those below zero are counted as that alone."""
    found = said(table("t", {"m": [-5.0, 10.0, 1441.0, 9000.0]}, ranges={"m": (0, 1440)}, non_negative=("m",)))
    assert message(found["impossible_values"]).evidence == "2 rows outside 0 to 1440, the greatest 9000"
    assert message(found["negative_values"]).evidence == "1 row below zero, the least -5"


def test_message_of_constant_and_missing_columns() -> None:
    """Columns that never vary, and columns that are mostly missing, are named together."""
    found = said(table("t", {"a": [1.0, 1.0, 1.0], "b": [None, None, 2.0]}))
    assert message(found["constant_column"]).evidence == "a is always 1"
    assert message(found["missing_values"]).evidence == "missing: b 67\u00a0%"


def test_message_of_missing_that_depends_on_activity() -> None:
    """Where those without a value are much less active than those with one, the means of both are told."""
    active = np.r_[np.full(100, 10.0), np.full(100, 100.0)] + np.arange(200) % 5
    rating = pa.array([None if a < 50 else 7.0 for a in active])
    settings: dict[str, Any] = {"key": ("id",), "measures": ("minutes",), "timing": {"rating": "as of build"}}
    ids = [str(i) for i in range(200)]
    found = said(table("t", {"id": ids, "minutes": active, "rating": rating}, **settings))
    finding = found["missing_depends_on_activity"]
    assert message(finding).evidence == "100 of 200 are missing; mean minutes is 12 where missing and 102 where known"
    shuffled = np.random.default_rng(0).permutation(active)
    other = said(table("t", {"id": ids, "minutes": shuffled, "rating": rating}, **settings))
    assert "missing_depends_on_activity" not in other


def test_message_of_mixed_time_zones() -> None:
    """Two offsets in one column are told, one is not."""
    rows = {"at": pa.array([START] * 3)}
    mixed = Coercion("t", "at", "string", "date", 0, None, offsets=2, with_offset=3)
    found = said(table("t", rows, coercions=(mixed,)))
    assert message(found["mixed_time_zones"]).evidence == "3 times carry 2 different offsets from UTC"
    one = Coercion("t", "at", "string", "date", 0, None, offsets=1, with_offset=3)
    assert "mixed_time_zones" not in said(table("t", rows, coercions=(one,)))


def days(n: int, each: int = 40) -> list[tuple[date, int]]:
    """So many days with as many rows each."""
    return [(START + timedelta(days=i), each) for i in range(n)]


def test_message_of_dead_days_and_spikes() -> None:
    """A day far below or above the same weekdays around it is told; an ordinary series tells nothing."""
    rows = dict(days(70))
    assert not list(odd_days("t", sorted(rows.items()), START, START + timedelta(days=70)))
    rows[START + timedelta(days=30)] = 1
    rows[START + timedelta(days=40)] = 400
    found = {f.code: f for f in odd_days("t", sorted(rows.items()), START, START + timedelta(days=70))}
    assert message(found["dead_days"]).evidence == "1 day: 2024-01-31: 1, usually 40"
    assert message(found["spike_days"]).evidence == "1 day: 2024-02-10: 400, usually 40"


def test_message_of_a_gap() -> None:
    """Three weeks without anybody are a gap."""
    rows = [*days(30), *((day + timedelta(days=60), n) for day, n in days(30))]
    (finding,) = (f for f in odd_days("t", rows, START, START + timedelta(days=90)) if f.code == "activity_gap")
    assert message(finding).evidence == "nobody was active on the 30 days between 2024-01-30 and 2024-03-01"


def test_message_of_a_stale_table() -> None:
    """A table that ends long before the others is told, unless it is always that sparse."""
    end = START + timedelta(days=120)
    (finding,) = stale("t", "day", days(40), end)
    assert finding.code == "stale_table"
    assert message(finding).evidence == "its last row is of 2024-02-09, 80 days before the end of the data"
    sparse = [(START - timedelta(days=60 * i), 1) for i in range(25)][::-1]
    assert not list(stale("t", "day", sparse, end))


def lived(seen: list[list[bool]]) -> Months:
    """Months of customers by who was there when, the latest month first."""
    days = np.array(seen, dtype=np.int64)
    return Months(date(2024, 7, 1), date(2024, 1, 1), days, days, days.sum(axis=1))


def test_message_of_activity_that_stops() -> None:
    """A month after which most of its customers are silent, who usually come back, is told; ordinary churn is not."""
    stopped = [[False] * 2 + [True] * 4] * 84 + [[True] * 6] * 14 + [[False] * 5 + [True]] * 2
    (finding,) = activity_stops("account", lived(stopped), "activity")
    assert (finding.code, finding.count) == ("activity_stops", 84)
    assert message(finding).evidence == (
        "84 of 98 accounts active in the month from 2024-04-01 are silent from 2024-05-01 on (86\u00a0%); "
        "usually 0\u00a0% are silent for so long"
    )
    churn = [[False] * i + [True] * (6 - i) for i in range(6) for _ in range(20)]
    assert not list(activity_stops("account", lived(churn), "activity"))


def test_shoppers_who_rarely_come_back_have_not_stopped() -> None:
    """Where 70 % of each month's buyers do not buy in the next anyway, nothing has stopped; where all do, it has."""
    rng = np.random.default_rng(5)
    usual = rng.random((2000, 12)) < 0.3
    assert not list(activity_stops("account", lived(usual.tolist()), "activity"))
    usual[:, :3] = False
    usual[:40, :3] = True
    (finding,) = activity_stops("account", lived(usual.tolist()), "activity")
    assert "are silent from 2024-04-01 on" in message(finding).evidence


def test_a_few_strays_years_ahead_do_not_move_the_end() -> None:
    """Two rows ten years later are stray even where they are more than one in a hundred."""
    span = span_of([*days(60, 1), (date(2034, 1, 1), 2)])
    assert span is not None
    assert span.end == START + timedelta(days=60)
    assert span.after_end == 2


def test_default_dates_do_not_move_the_end() -> None:
    """One row in twenty dated 2099-01-01, as many programs write for never, is stray; so is one of 1900-01-01."""
    span = span_of([(date(1900, 1, 1), 60), *days(60, 40), (date(2099, 1, 1), 130)])
    assert span is not None
    assert (span.start, span.end) == (START, START + timedelta(days=60))
    assert (span.after_end, span.last_stray) == (130, date(2099, 1, 1))


def test_what_is_no_use_may_follow_the_last_use_by_a_year() -> None:
    """A contract that ends months after its customer's last day is no date in the future; one after years is."""
    used = daily([10.0, 20.0] * 60)
    for later, told in ((200, False), (2000, True)):
        ends = pa.array([START, START + timedelta(days=later)], pa.date32())
        found = said(used, table("outcomes", {"occurred_on": ends}, day="occurred_on"))
        assert ("dates_after_end" in found) == told, later


def test_freshness_and_gaps_use_the_end_of_the_activity() -> None:
    """With the span of all activity given, stray rows of a table make it neither stale nor full of gaps."""
    rows = {"day": pa.array([d for d, _ in days(60) for _ in range(30)] + [date(2099, 1, 1)] * 400, pa.date32())}
    log = table("log", rows, day="day", dimensions=("intensity",))
    span = span_of(days(60))
    found = {f.code: f for f in inspect((log,), (), calendar=span).findings}
    assert found["dates_after_end"].count == 400
    assert not {"stale_table", "activity_gap", "dead_days"} & set(found)


def daily(minutes: list[float]) -> InputTable:
    """Days of two accounts, alternating."""
    rows = {
        "account_id": ["a", "b"] * (len(minutes) // 2),
        "day": pa.array([START + timedelta(days=i // 2) for i in range(len(minutes))], pa.date32()),
        "minutes": minutes,
    }
    return table("daily", rows, day="day", measures=("minutes",), dimensions=("intensity",), repeated=0)


def accounts(total: list[float], last: list[date]) -> InputTable:
    """Totals of the two accounts."""
    rows = {"account_id": ["a", "b"], "minutes": total, "last": pa.array(last, pa.date32())}
    wanted = Total("minutes", "account_id", "daily", "account_id", "minutes", "last")
    return table("accounts", rows, key=("account_id",), totals=(wanted,))


def test_message_of_totals_that_disagree() -> None:
    """Totals that are not the sum of the daily rows are told with both sums; equal ones are not."""
    whole, end = daily([10.0, 20.0] * 30), START + timedelta(days=29)
    found = said(whole, accounts([300.0, 500.0], [end, end]))
    assert message(found["totals_disagree"]).evidence == (
        "1 of 2 account_id differ: 800 in total against 900 over the rows of daily, 100 apart"
    )
    assert "totals_disagree" not in said(whole, accounts([300.0, 600.0], [end, end]))


def test_message_of_totals_after_the_end() -> None:
    """Totals that reach past the last daily row leak, and are told as that alone."""
    later = START + timedelta(days=100)
    found = said(daily([10.0, 20.0] * 30), accounts([300.0, 900.0], [START, later]))
    assert message(found["totals_after_end"]).evidence == (
        "1 account_id have totals that reach past the last daily row, up to 2024-04-10"
    )
    assert "totals_disagree" not in found


def test_message_of_days_presented_as_people() -> None:
    """A count larger than the people there are counts something else."""
    found = said(
        table("accounts", {"active": [50.0, 3.0], "people": [5.0, 5.0]}, counts_of_people=(("active", "people"),))
    )
    assert found["person_days"].count == 1
    assert message(found["person_days"]).evidence.startswith(
        "1 rows count more active than people: up to 50, where nobody"
    )


def test_messages_on_membership() -> None:
    """Visitors of several accounts, visitors of none and accounts of nobody are counted."""
    visitors = table(
        "visitors",
        {"v": ["1", "1", "2", "3", "4"], "a": ["x", "y", "x", None, "x"], "ever": [1.0, 1.0, 1.0, 0.0, 2.0]},
        membership=Membership("v", "a", "accounts", "ever"),
    )
    found = said(visitors, table("accounts", {"a": ["x", "y", "z"]}))
    assert message(found["visitors_of_several_accounts"]).evidence == "2 v have had more than one a"
    assert message(found["visitors_without_account"]).evidence == "1 v have no a"
    assert message(found["accounts_without_visitors"]).evidence == "1 of 3 a occur in no row of visitors"


def test_the_sql_yields_the_figures(tmp_path: Any) -> None:
    """The statement beside a figure, pasted into the engine, gives the figure."""
    connection = ibis.duckdb.connect(str(tmp_path / "x.duckdb"))
    rows = pa.table({"id": ["a", "a", "b"], "day": pa.array([START] * 2 + [date(2024, 2, 1)], pa.date32())})
    made = connection.create_table("events", rows)
    (row,) = inspect((InputTable("events", "t", made, key=("id", "day"), day="day"),), ()).inventory.to_pylist()
    assert connection.raw_sql(row["sql"]).fetchall() == [(3, START, date(2024, 2, 1))]
    assert connection.raw_sql(row["key_sql"]).fetchall() == [(3, 2)]
    assert (row["rows"], row["repeated_keys"]) == (3, 1)
    connection.disconnect()
