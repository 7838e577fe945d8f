"""A log of one's own: days and numbers as people write them, and what is said where they cannot be read."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from valuecast.config import EventsMapping, parse
from valuecast.engines import connect
from valuecast.errors import ConfigurationError
from valuecast.sources import open_source

pytestmark = pytest.mark.slow

MAPPING = {"customer_id": "client", "time": "bought", "amount": "spent"}


def read(path: Path, **settings: Any) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """The log as it is read, and what was converted, by column."""
    warehouse = connect(str(path))
    try:
        (log, *_) = open_source("events", warehouse, EventsMapping(**MAPPING, **settings)).inputs()
        assert log.table is not None
        return log.table.select("customer_id", "day", "amount").to_pyarrow().to_pylist(), {
            c.column: c for c in log.coercions
        }
    finally:
        warehouse.close()


def written(tmp_path: Path, *rows: tuple[str, str]) -> Path:
    """A CSV file of days and amounts."""
    path = tmp_path / "shop.csv"
    path.write_text("\n".join(["client;bought;spent", *(f"c;{day};{amount}" for day, amount in rows)]) + "\n")
    return path


def test_days_that_could_be_either_are_not_guessed(tmp_path: Path) -> None:
    """01/05/2024 is the fifth of January or the first of May: unreadable, with both ways to say which."""
    rows, told = read(written(tmp_path, ("01/05/2024", "1"), ("02/06/2024", "2")))
    assert [row["day"] for row in rows] == [None, None]
    assert (told["day"].failed, told["day"].present) == (2, 2)
    assert "%m/%d/%Y or %d/%m/%Y" in told["day"].cause
    assert "--map date_format=%m/%d/%Y or --map date_format=%d/%m/%Y" in told["day"].remedy


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("%m/%d/%Y", "01/05/2024"),
        ("%m/%d/%Y", "1/5/2024 10:30"),
        ("%d.%m.%Y", "5.1.2024"),
        ("%d-%m-%y", "05-01-24"),
        ("%Y.%m.%d", "2024.01.05"),
        ("%d%m%Y", "05012024"),
        ("%m/%d/%Y", "2024-01-05"),
        ("%m/%d/%Y %H:%M", "01/05/2024 23:59"),
    ],
)
def test_days_are_read_as_the_setting_says(tmp_path: Path, form: str, text: str) -> None:
    """The parts are taken in the order of the format; ISO days beside them stay readable."""
    rows, _ = read(written(tmp_path, (text, "1")), date_format=form)
    assert rows[0]["day"] == date(2024, 1, 5)


def test_days_of_another_format_are_unreadable(tmp_path: Path) -> None:
    """What does not fit the format set is counted, no calendar day of it is made up, and the right format is named."""
    rows, told = read(written(tmp_path, ("31/01/2024", "1"), ("30/02/2024", "1")), date_format="%m/%d/%Y")
    assert [row["day"] for row in rows] == [None, None]
    assert told["day"].failed == 2
    rows, told = read(written(tmp_path, ("31/01/2024", "1"), ("29/02/2024", "1")), date_format="%m/%d/%Y")
    assert told["day"].cause == "days written as %d/%m/%Y"


@pytest.mark.parametrize("form", ["%m/%d", "%m/%d/%Y'; DROP", "mm/dd/yyyy", "%d/%d/%Y", "%Y-%d-%m", "%m;%d;%Y", ""])
def test_formats_that_are_none(form: str) -> None:
    """A format without year, month and day, each once, is refused in words."""
    with pytest.raises(ConfigurationError) as met:
        parse({"source": "x", "events": {"date_format": form}})
    assert "%m/%d/%Y" in str(met.value.expected)


def test_iso_days_of_a_file_stay_days(tmp_path: Path) -> None:
    """ISO days and instants of a CSV file are read; a time with an offset counts on the day written in it."""
    given = ("2024-01-05", "2024-01-05 10:00:00", "2024-01-05T23:30:00+05:00", "20240105")
    for text in given:
        assert read(written(tmp_path, (text, "1")))[0][0]["day"] == date(2024, 1, 5), text


@pytest.mark.parametrize(
    ("amount", "cause"),
    [
        ("1.234", "a point with three digits after it, which may be a decimal point or stand between thousands"),
        ("abc", "no numbers at all"),
    ],
)
def test_the_likely_cause_of_unreadable_numbers(tmp_path: Path, amount: str, cause: str) -> None:
    """What the unreadable values look like is said, with one of them."""
    _, told = read(written(tmp_path, ("2024-01-05", amount), ("2024-01-06", amount)))
    assert (told["amount"].failed, told["amount"].example, told["amount"].cause) == (2, amount, cause)
    assert told["amount"].remedy


@pytest.mark.parametrize("amount", ["-1e308", "1e308", "9" * 80, "2000000000000"])
def test_numbers_beyond_the_bound_are_missing(tmp_path: Path, amount: str) -> None:
    """A number larger than any measure is missing and counted apart, whether read as a number or as text."""
    rows, told = read(written(tmp_path, ("2024-01-05", amount), ("2024-01-06", "5")))
    assert [row["amount"] for row in rows] == [None, 5.0]
    assert (told["amount"].beyond, told["amount"].failed) == (1, 0)


def test_columns_are_shown_by_the_users_name(tmp_path: Path) -> None:
    """A mapped column is known by its own name too, where the two differ."""
    warehouse = connect(str(written(tmp_path, ("2024-01-05", "1"))))
    (log, *_) = open_source("events", warehouse, EventsMapping(**MAPPING)).inputs()
    assert (log.shown("amount"), log.shown("day")) == ("spent (amount)", "bought (day)")
    (plain, *_) = open_source("events", warehouse, EventsMapping(customer_id="client", time="bought")).inputs()
    assert plain.shown("customer_id") == "client (customer_id)"
    assert pa.types.is_floating(log.table.to_pyarrow().schema.field("amount").type) if log.table is not None else False
    warehouse.close()
