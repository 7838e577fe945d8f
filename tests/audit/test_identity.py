"""Who the customers of a log are: look-alikes, placeholders, sums, programs, copies; each with its share."""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from valuecast.audit import inspect, missing, spellings
from valuecast.config import EventsMapping, configure
from valuecast.contracts import Finding
from valuecast.engines import connect
from valuecast.errors import SourceError
from valuecast.pipeline import flow
from valuecast.sources import Ids, open_source
from valuecast.wording.findings import message

DAY = date(2024, 1, 1)
Row = tuple[str, date, float | str]


def plain(customers: int = 40, visits: int = 6) -> list[Row]:
    """Customers who buy some times, for something else each time."""
    dice = random.Random(3)
    return [
        (f"c{i:03}", DAY + timedelta(days=dice.randrange(120)), dice.randrange(100, 9999) / 100)
        for i in range(customers)
        for _ in range(visits)
    ]


def inspected(tmp_path: Path, rows: Iterable[Row], ids: Ids | None = None, **mapping: str) -> dict[str, Finding]:
    """Findings on a log, by code."""
    text = "customer_id,day,amount\n" + "".join(f"{who},{day},{amount}\n" for who, day, amount in rows)
    (tmp_path / "log.csv").write_text(text)
    warehouse = connect(str(tmp_path / "log.csv"))
    try:
        inputs = open_source(
            "events", warehouse, EventsMapping(time="day", amount="amount", **mapping), ids or Ids()
        ).inputs()
        found = (*inspect(inputs, ()).findings, *(f for table in inputs for f in missing(table, {"amount"})))
        return {each.code: each for each in found}
    finally:
        warehouse.close()


OURS = {
    "ids_spelt_differently",
    "placeholder_ids",
    "total_row",
    "ids_unlike_others",
    "one_id_has_most",
    "one_row_each",
    "rows_repeated",
    "running_total",
    "money_given_back",
    "value_missing",
    "values_too_fine",
}


def test_a_plain_log_gives_none(tmp_path: Path) -> None:
    """Nothing is said where there is nothing to say."""
    assert not OURS & inspected(tmp_path, plain()).keys()


def test_one_customer_in_several_spellings(tmp_path: Path) -> None:
    """Case, outer blanks and leading zeros, with examples; told how many customers they are, and mended when asked."""
    rows = plain()
    rows += [("C001", DAY, 10.0), ("c002 ", DAY, 5.0), ("007", DAY, 1.0), ("7", DAY, 2.0)]
    found = inspected(tmp_path, rows)["ids_spelt_differently"]
    assert (found.count, found.figures["customers"], found.figures["steps"]) == (6, 3, ("blanks", "case", "zeros"))
    assert "'C001' and 'c001'" in str(message(found).evidence)
    warehouse = connect(str(tmp_path / "log.csv"))
    mapping = EventsMapping(time="day", amount="amount")
    steps = spellings(open_source("events", warehouse, mapping).inputs())
    warehouse.close()
    assert steps == {"customer": ("blanks", "case")}
    again = inspected(tmp_path, rows, Ids(steps))["ids_spelt_differently"]
    assert (again.figures["steps"], again.count) == (("zeros",), 2)


@pytest.mark.parametrize(
    "who", ["null", "None", "NaN", "undefined", "guest", "0", "-1", "N/A", "unknown", "test", "test@x.com", "00000000"]
)
def test_ids_that_stand_for_nobody(tmp_path: Path, who: str) -> None:
    """A placeholder is named with its share of rows and value, and can be left out."""
    rows = plain() + [(who, DAY + timedelta(days=i), 7.25 + i) for i in range(10)]
    found = inspected(tmp_path, rows)["placeholder_ids"]
    assert (found.count, found.figures["examples"], found.figures["rows"]) == (1, (who,), 10)
    assert "placeholder_ids" not in inspected(tmp_path, rows, Ids(exclude=(who.upper(),)))


def test_a_sum_below_the_rows(tmp_path: Path) -> None:
    """By its word, or because it is as much as all others together."""
    rows = plain()
    whole = round(sum(float(amount) for _, _, amount in rows), 2)
    for who in ("Grand Total", "zz9"):
        found = inspected(tmp_path, [*rows, (who, DAY, whole)])["total_row"]
        assert found.figures["examples"] == (who,)
        assert found.figures["share"] == pytest.approx(0.5)


def test_programs_among_people(tmp_path: Path) -> None:
    """Ids with many more rows a day than others are named, not judged."""
    robot = [("bot", DAY + timedelta(days=i // 200), i / 100) for i in range(400)]
    found = inspected(tmp_path, plain() + robot)["ids_unlike_others"]
    assert (found.figures["examples"], found.figures["rate"]) == (("bot",), 200.0)


def test_one_customer_with_most_of_the_value(tmp_path: Path) -> None:
    """It is named, and the others stay."""
    rows = plain() + [("whale", DAY + timedelta(days=i), 90_000.0 + i) for i in range(5)]
    assert inspected(tmp_path, rows)["one_id_has_most"].figures["examples"] == ("whale",)


def test_a_list_of_customers(tmp_path: Path) -> None:
    """Where nobody has a second row, nothing can be tested."""
    found = inspected(tmp_path, plain(visits=1))["one_row_each"]
    assert (found.count, found.stops) == (40, True)


def test_a_month_loaded_twice(tmp_path: Path) -> None:
    """The cause is named: copies, and in which months."""
    rows = plain()
    february = [row for row in rows if row[1].month == 2]
    found = inspected(tmp_path, rows + february)["rows_repeated"]
    assert (found.count, found.figures["first"], found.figures["last"]) == (len(february), "2024-02", "2024-02")


def test_running_totals(tmp_path: Path) -> None:
    """Amounts that only ever rise are told; with the setting, each row counts what it adds."""
    rows = [(f"c{i}", DAY + timedelta(days=7 * k), 10.0 * (k + 1) + i) for i in range(30) for k in range(6)]
    assert inspected(tmp_path, rows)["running_total"].count == 150
    warehouse = connect(str(tmp_path / "log.csv"))
    mapping = EventsMapping(time="day", amount="amount", amount_is="running_total")
    days = open_source("events", warehouse, mapping).canonical("account").activity
    sums = days.group_by("customer_id").aggregate(amount=days.amount.sum(), days=days.count()).to_pyarrow()
    warehouse.close()
    assert set(sums["amount"].to_pylist()) == {50.0}
    assert set(sums["days"].to_pylist()) == {6}


def test_refunds_are_no_visits(tmp_path: Path) -> None:
    """Money given back lowers the value of its day, which is no day of use."""
    rows = [*plain(), ("c000", DAY + timedelta(days=200), -5.0)]
    found = inspected(tmp_path, rows)["money_given_back"]
    assert (found.count, found.severity) == (1, "note")
    warehouse = connect(str(tmp_path / "log.csv"))
    days = open_source("events", warehouse, EventsMapping(time="day", amount="amount")).canonical("account").activity
    last = days.filter(days.customer_id == "c000", days.day == DAY + timedelta(days=200)).to_pyarrow().to_pylist()
    warehouse.close()
    assert [(row["amount"], row["events"], row["active_members"]) for row in last] == [(-5.0, 0.0, 0.0)]


def test_different_money_is_never_added(tmp_path: Path) -> None:
    """A currency beside the amounts stops the run where there are several; one is kept by a condition."""
    rows = plain()
    text = "".join(f"{who},{day},{amount},{'usd' if i % 3 else 'EUR'}\n" for i, (who, day, amount) in enumerate(rows))
    (tmp_path / "log.csv").write_text("customer_id,occurred_at,amount,currency\n" + text)

    def codes(**mapping: str) -> dict[str, Finding]:
        warehouse = connect(str(tmp_path / "log.csv"))
        inputs = open_source("events", warehouse, EventsMapping(amount="amount", **mapping)).inputs()
        found = {each.code: each for each in inspect(inputs, ()).findings}
        warehouse.close()
        return found

    found = codes()["currencies_mixed"]
    assert (found.stops, found.figures["currencies"]) == (True, ("USD", "EUR"))
    assert "currencies_mixed" not in codes(where="currency = 'usd'")


@pytest.mark.parametrize("code", ["currencies_mixed", "one_row_each", "days_exchanged", "ids_lossy"])
def test_what_stops_the_evidence_is_in_the_plan(tmp_path: Path, code: str) -> None:
    """A finding that stops a run leaves no window to test on, and is told once."""
    dice = random.Random(5)
    days = [DAY + timedelta(days=dice.randrange(500)) for _ in range(4000)]
    rows = {
        "customer_id": [f"c{dice.randrange(150):03}" for _ in days],
        "occurred_at": [day.isoformat() for day in days],
        "amount": [dice.randrange(100, 9999) / 100 for _ in days],
    }
    if code == "currencies_mixed":
        rows["currency"] = ["EUR", "USD"] * 2000
    elif code == "one_row_each":
        rows["customer_id"] = [f"c{i:04}" for i in range(4000)]
    elif code == "days_exchanged":
        text = [f"{d.year}-{d.day:02}-{d.month:02}" if d.day <= 12 else f"{d:%d/%m/%Y}" for d in days]
        rows["occurred_at"] = text
    else:
        rows["customer_id"] = [float(name[1:]) + 0.5 * (i == 0) for i, name in enumerate(rows["customer_id"])]
    pq.write_table(pa.table(rows), tmp_path / "log.parquet")
    events = {"amount": "amount", "date_format": "%d/%m/%Y" if code == "days_exchanged" else None}
    source = str(tmp_path / "log.parquet")
    assessment = flow.audit(configure(source=source, kind="events", events=events))
    assert [each.stops for each in assessment.findings if each.code == code] == [True]
    assert assessment.manifest["plan"]["supervised"] is False
    assert not assessment.supported


def test_rows_without_a_day(tmp_path: Path) -> None:
    """A line with a sum and no day is left out, and it is said what it held."""
    rows = plain()
    text = "".join(f"{who},{day},{amount}\n" for who, day, amount in rows)
    total = round(sum(float(amount) for _, _, amount in rows), 2)
    (tmp_path / "log.csv").write_text(f"customer_id,occurred_at,amount\n{text}Total,,{total}\n")
    warehouse = connect(str(tmp_path / "log.csv"))
    inputs = open_source("events", warehouse, EventsMapping(amount="amount")).inputs()
    found = {each.code: each for each in inspect(inputs, ()).findings}["days_missing"]
    warehouse.close()
    assert (found.count, found.figures["rows"]) == (1, 241)
    assert found.figures["value_share"] == pytest.approx(0.5)


def test_rows_without_value(tmp_path: Path) -> None:
    """How many, and how many customers have none at all."""
    rows = [*plain(), *(("lost", DAY + timedelta(days=i), "") for i in range(30))]
    found = inspected(tmp_path, rows)["value_missing"]
    assert (found.count, found.figures["without"], found.figures["ids"]) == (30, 1, 41)


def test_amounts_that_thousandths_lose(tmp_path: Path) -> None:
    """Amounts below a thousandth of the unit are told, with what rounding makes of their sum."""
    found = inspected(tmp_path, [(who, day, float(amount) / 1e5) for who, day, amount in plain()])["values_too_fine"]
    assert found.figures["lost"] > 0.01


def test_values_beyond_all_sums_are_refused(tmp_path: Path) -> None:
    """No overflow, no wrong sum: what is too large is refused, with what would help."""
    rows = "".join(f"c{i % 50},{DAY + timedelta(days=i % 90)},900000000000\n" for i in range(12_000))
    (tmp_path / "log.csv").write_text("customer_id,occurred_at,amount\n" + rows)
    with pytest.raises(SourceError, match="too large to be added up exactly"):
        flow.audit(configure(source=str(tmp_path / "log.csv"), kind="events", events={"amount": "amount"}))


def test_who_is_excluded_is_counted_before_and_after(tmp_path: Path) -> None:
    """Ids, patterns and domains; the finding gives customers and value on both sides."""
    rows = [*plain(), ("me@ours.io", DAY, 50.0), ("test-1", DAY, 25.0), ("test-2", DAY, 25.0)]
    text = "customer_id,occurred_at,amount\n" + "".join(f"{who},{day},{amount}\n" for who, day, amount in rows)
    (tmp_path / "log.csv").write_text(text)
    settings = {"kind": "events", "events": {"amount": "amount"}, "exclude": ["@ours.io", "test-*", "c000"]}
    found = {f.code: f for f in flow.audit(configure(source=str(tmp_path / "log.csv"), **settings)).findings}
    excluded = found["customers_excluded"]
    assert excluded.count == 4
    assert str(excluded.evidence).startswith("4 of 43 customers left out")
