"""The output of dbt_pendo, with the traps of that package."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from valuecast import signals
from valuecast.config import EventsMapping
from valuecast.contracts import CANONICAL, SIGNAL_CATALOGUE
from valuecast.engines import Warehouse, connect
from valuecast.errors import ConfigurationError
from valuecast.simulate import Simulated
from valuecast.sources import Source, open_source
from valuecast.windows import Window

pytestmark = pytest.mark.slow

D1, D2, D3 = date(2024, 1, 1), date(2024, 1, 2), date(2024, 1, 3)
BUILD = datetime(2024, 6, 30, 12)  # noqa: DTZ001
DAILY = ("account_id", "date_day", "sum_minutes", "sum_events", "count_event_records", "count_active_visitors")


def table(names: tuple[str, ...], *rows: tuple[Any, ...]) -> pa.Table:
    """Rows as a table; a column of nothing but null is text."""
    made = pa.Table.from_pylist([dict(zip(names, row, strict=True)) for row in rows])
    for i, field in enumerate(made.schema):
        if pa.types.is_null(field.type):
            made = made.set_column(i, field.name, made[field.name].cast(pa.string()))
    return made


@pytest.fixture
def read(folder_of: Callable[..., Path]) -> Iterator[Callable[..., Source]]:
    """A Pendo source over these tables."""
    opened: list[Warehouse] = []

    def make(**tables: pa.Table) -> Source:
        opened.append(connect(str(folder_of(**tables))))
        return open_source("pendo", opened[-1], EventsMapping())

    yield make
    for warehouse in opened:
        warehouse.close()


def rows(source: Source, name: str, grain: str = "account") -> list[tuple[Any, ...]]:
    """A canonical table as sorted tuples, in its declared shape."""
    declared = CANONICAL[name]
    found = declared.conform(getattr(source.canonical(grain), name).to_pyarrow().select(declared.names))
    return sorted((tuple(row.values()) for row in found.to_pylist()), key=str)


def daily(*given: tuple[Any, ...]) -> pa.Table:
    """A daily table of accounts."""
    return table(DAILY, *given)


VISITORS = table(
    ("visitor_id", "account_id", "first_visit_at", "last_visit", "latest_nps_rating"),
    ("v1", "a", "2023-12-01", "2024-06-29", 9),
    ("v2", "b", None, "2024-03-01", None),
)


def test_days_without_activity_are_left_out(read: Callable[..., Source]) -> None:
    """Calendar rows of nulls or zeros are no activity; a record without minutes is."""
    source = read(
        pendo__account_daily_metrics=daily(
            ("a", D1, 5, 2, 2, 3), ("a", D2, None, None, None, None), ("a", D3, 0, 0, 0, 0), ("b", D1, 0, 0, 1, 1)
        )
    )
    assert rows(source, "activity") == [("a", D1, 5.0, 2.0, None, 3.0), ("b", D1, 0.0, 0.0, None, 1.0)]


@pytest.mark.parametrize("name", ["date_day", "occurred_on", "DATE_DAY", "Day"])
def test_either_name_of_the_day(read: Callable[..., Source], name: str) -> None:
    """Both names that the package has used for the day are known, in any case."""
    source = read(Pendo__Account_Daily_Metrics=daily(("a", D1, 5, 2, 2, 1)).rename_columns({"date_day": name}))
    assert [row[:3] for row in rows(source, "activity")] == [("a", D1, 5.0)]


def test_repeated_keys_count_once(read: Callable[..., Source]) -> None:
    """Copies of a key count once, with their largest values."""
    source = read(
        pendo__account_daily_metrics=daily(("a", D1, 5, 2, 2, 1), ("a", D1, 5, 2, 2, 1), ("a", D1, 3, 9, 1, 1))
    )
    assert rows(source, "activity") == [("a", D1, 5.0, 9.0, None, 1.0)]


def test_negative_minutes_are_missing(read: Callable[..., Source]) -> None:
    """A value below zero is no value; the day stays, if anything else happened."""
    source = read(pendo__account_daily_metrics=daily(("a", D1, -5, 2, 2, 1), ("b", D1, -5, 0, 0, 1)))
    assert rows(source, "activity") == [("a", D1, None, 2.0, None, 1.0)]


def test_blank_and_missing_ids_are_left_out(read: Callable[..., Source]) -> None:
    """Rows without a customer belong to nobody."""
    source = read(
        pendo__account_daily_metrics=daily(("", D1, 5, 2, 2, 1), (" ", D1, 5, 2, 2, 1), (None, D1, 5, 2, 2, 1))
    )
    assert rows(source, "activity") == []


def with_relation(made: pa.Table, *relations: str) -> pa.Table:
    """The table with its source_relation."""
    return made.append_column("source_relation", pa.array(relations))


def test_two_relations_keep_the_same_id_apart(read: Callable[..., Source]) -> None:
    """Where there is more than one relation, ids are spelt with it, in every table."""
    days = daily(("a", D1, 5, 2, 2, 1), ("a", D1, 7, 2, 2, 1))
    source = read(
        pendo__account_daily_metrics=with_relation(days, "eu", "us"),
        pendo__visitor=with_relation(VISITORS, "eu", "us"),
    )
    assert [row[:3] for row in rows(source, "activity")] == [("eu:a", D1, 5.0), ("us:a", D1, 7.0)]
    assert [row[:2] for row in rows(source, "customers", "visitor")] == [("eu:v1", "eu:a"), ("us:v2", "us:b")]


def test_one_relation_or_none_changes_no_id(read: Callable[..., Source]) -> None:
    """Older versions have no source_relation; one relation needs no prefix."""
    source = read(pendo__account_daily_metrics=with_relation(daily(("a", D1, 5, 2, 2, 1)), "only"))
    assert rows(source, "activity")[0][0] == "a"


def test_account_days_from_visitors(read: Callable[..., Source]) -> None:
    """Without the table of account days, those of visitors are added up by their account."""
    days = table(
        ("visitor_id", "date_day", "sum_minutes", "sum_events"), ("v1", D1, 5, 2), ("v2", D1, 3, 1), ("v9", D1, 9, 9)
    )
    source = read(
        pendo__visitor_daily_metrics=days, pendo__visitor=VISITORS.set_column(1, "account_id", pa.array(["a", "a"]))
    )
    assert rows(source, "activity") == [("a", D1, 8.0, 3.0, None, 2.0)]
    assert [row[1] for row in rows(source, "member_activity")] == ["v1", "v2"]
    assert [row[0] for row in rows(source, "activity", "visitor")] == ["v1", "v2", "v9"]


TOTALS = table(
    ("visitor_id", "feature_id", "first_click_at", "last_click_at", "sum_clicks", "sum_minutes"),
    ("v1", "f1", datetime(2024, 2, 1, 9), BUILD, 50, 20),  # noqa: DTZ001
    ("v1", "f2", datetime(2024, 5, 1, 9), datetime(2024, 5, 2), 4, 1),  # noqa: DTZ001
    ("v2", "f1", datetime(2024, 3, 1, 9), datetime(2024, 3, 2), 7, 2),  # noqa: DTZ001
)


def at(source: Source, *days: date) -> list[dict[str, dict[str, Any]]]:
    """Signals of each account at each of these days."""
    tables = source.canonical("account")
    tables = replace(tables, activity=tables.activity.mutate(value=tables.activity.minutes))
    windows = tuple(Window(f"W{i}", day - timedelta(days=150), day) for i, day in enumerate(days))
    found = signals.assemble(
        tables, signals.anchors(tables, windows), windows, frozenset(SIGNAL_CATALOGUE)
    ).to_pyarrow()
    listed = found.drop_columns(["active"]).sort_by("customer_id").to_pylist()
    return [{r["customer_id"]: r for r in listed if r["window_id"] == w.window_id} for w in windows]


def test_totals_of_the_build_are_seen_by_nobody_before_it(read: Callable[..., Source]) -> None:
    """Clicks of all time and the latest NPS answer carry the day of the build, so no earlier anchor sees them."""
    source = read(
        pendo__account_daily_metrics=daily(("a", D1, 5, 2, 2, 1), ("b", D1, 5, 2, 2, 1)),
        pendo__visitor=VISITORS,
        pendo__visitor_feature=TOTALS,
    )
    assert {row[2] for row in rows(source, "product_usage")} == {BUILD.date()}
    assert rows(source, "ratings") == [("a", "v1", date(2024, 6, 29), 9.0)]
    answered, before, after = at(source, date(2024, 6, 29), BUILD.date(), BUILD.date() + timedelta(days=1))
    assert (before["a"]["feature_clicks"], after["a"]["feature_clicks"]) == (0.0, 54.0)
    assert (before["b"]["feature_clicks"], after["b"]["feature_clicks"]) == (0.0, 7.0)
    assert answered["a"]["latest_rating"] is None
    assert after["a"]["latest_rating"] == 9.0


def test_first_use_dates_adoption_and_last_use_dates_nothing(read: Callable[..., Source]) -> None:
    """Adoption is seen from the day after first use on; another day of last use changes no earlier signal."""
    tables = {"pendo__account_daily_metrics": daily(("a", D1, 5, 2, 2, 1)), "pendo__visitor": VISITORS}
    source = read(**tables, pendo__visitor_feature=TOTALS)
    assert rows(source, "adoption") == [
        ("a", "f1", date(2024, 2, 1)),
        ("a", "f2", date(2024, 5, 1)),
        ("b", "f1", date(2024, 3, 1)),
    ]
    days = (date(2024, 2, 1), date(2024, 2, 2), date(2024, 5, 2), date(2024, 6, 30))
    seen = at(source, *days)
    assert [signal["a"]["features_adopted"] for signal in seen] == [0.0, 1.0, 2.0, 2.0]
    later = TOTALS.set_column(3, "last_click_at", pa.array([BUILD, datetime(2024, 6, 1), None]))  # noqa: DTZ001
    assert at(read(**tables, pendo__visitor_feature=later), *days) == seen


EVENTS = table(
    ("visitor_id", "account_id", "feature_id", "occurred_at", "num_events", "num_minutes"),
    ("v1", None, "f1", datetime(2024, 2, 1, 9), 3, 1),  # noqa: DTZ001
    ("v1", "b", "f1", datetime(2024, 2, 1, 18), 2, 1),  # noqa: DTZ001
    ("v1", "a", "f1", datetime(2024, 2, 1, 19), 4, 0),  # noqa: DTZ001
    ("v9", None, "f1", datetime(2024, 2, 1, 19), 4, 0),  # noqa: DTZ001
)


def test_dated_clicks_replace_totals(read: Callable[..., Source]) -> None:
    """Where clicks are dated, totals date adoption only; a row's own account comes before the visitor's latest."""
    source = read(pendo__visitor=VISITORS, pendo__feature_event=EVENTS, pendo__visitor_feature=TOTALS)
    assert rows(source, "product_usage") == [
        ("a", "f1", date(2024, 2, 1), 7.0, 1.0),
        ("b", "f1", date(2024, 2, 1), 2.0, 1.0),
    ]
    assert ("b", "f1", date(2024, 2, 1)) in rows(source, "adoption")
    assert [row[0] for row in rows(source, "product_usage", "visitor")] == ["v1", "v9"]


def test_nps_answers(read: Callable[..., Source]) -> None:
    """Dated answers to NPS polls, 0 to 10, replace the latest answer; other polls are left out."""
    answers = table(
        ("visitor_id", "account_id", "poll_id", "poll_response", "occurred_at"),
        ("v1", "a", "nps", "9", "2024-02-01 10:00:00"),
        ("v1", "a", "nps", "11", "2024-02-02 10:00:00"),
        ("v1", "a", "nps", "great", "2024-02-03 10:00:00"),
        ("v2", None, "nps", "0", "2024-02-04 10:00:00"),
        ("v2", None, "open", "5", "2024-02-05 10:00:00"),
    )
    polls = table(("poll_id", "attribute_type"), ("nps", "NPSRating"), ("open", "FreeForm"))
    source = read(pendo__visitor=VISITORS, stg_pendo__poll_event=answers, stg_pendo__poll=polls)
    assert rows(source, "ratings") == [("a", "v1", date(2024, 2, 1), 9.0), ("b", "v2", date(2024, 2, 4), 0.0)]


def test_product_features(read: Callable[..., Source]) -> None:
    """One row a feature; core where any copy says so, and not where none does."""
    features = table(
        ("feature_id", "product_area_name", "is_core_event"),
        ("f1", "buy", True),
        ("f1", "buy", None),
        ("f2", None, None),
        (None, "x", True),
    )
    source = read(pendo__visitor=VISITORS, pendo__feature=features)
    assert rows(source, "product_features") == [("f1", "buy", True), ("f2", None, False)]


def test_customers_known_and_unknown(read: Callable[..., Source]) -> None:
    """Customers of the account table, and those that are active without being in it, once each."""
    accounts = table(
        ("account_id", "first_visit_at", "first_event_on"), ("a", "2023-05-01", D2), ("a", None, D1), ("c", None, D3)
    )
    source = read(
        pendo__account=accounts, pendo__account_daily_metrics=daily(("a", D1, 5, 2, 2, 1), ("z", D1, 5, 2, 2, 1))
    )
    assert rows(source, "customers") == [("a", "a", date(2023, 5, 1)), ("c", "c", D3), ("z", "z", None)]


def test_missing_column_makes_a_table_unusable(read: Callable[..., Source]) -> None:
    """A required column that is absent is named for the audit, and the table counts as absent, not as zero."""
    source = read(pendo__account_daily_metrics=daily(("a", D1, 5, 2, 2, 1)).drop_columns(["sum_minutes"]))
    found = {t.name: t for t in source.inputs()}
    assert found["pendo__account_daily_metrics"].missing == ("sum_minutes",)
    assert found["pendo__visitor"].table is None
    assert rows(source, "activity") == []
    assert source.joins() == ()


@pytest.mark.parametrize("grain", ["account", "visitor"])
def test_empty_tables_give_empty_tables(read: Callable[..., Source], company: Simulated, grain: str) -> None:
    """Every table of the package without a row: every canonical table without a row, of the declared types."""
    import pyarrow.parquet as pq

    empty = {n: pq.read_table(p).slice(0, 0) for n, p in company.paths.items() if "truth" not in p.parts}
    source = read(**empty)
    for name in CANONICAL:
        assert rows(source, name, grain) == []


@pytest.mark.parametrize("grain", ["account", "visitor"])
def test_simulated_company_fits_the_contracts(pendo: Source, grain: str) -> None:
    """Canonical tables of a whole company have the declared columns, keys and no null where none may be."""
    for name in CANONICAL:
        if (grain, name) not in (("visitor", "member_activity"), ("visitor", "outcomes")):
            assert rows(pendo, name, grain), name


def test_no_table_of_the_package(read: Callable[..., Source]) -> None:
    """Tables of something else are named, with what to do."""
    with pytest.raises(ConfigurationError) as met:
        read(orders=VISITORS)
    assert met.value.what == "no table of the dbt_pendo package was found"
    assert met.value.got == "'orders'"
    assert "kind: events" in str(met.value.hint)
