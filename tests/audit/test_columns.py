"""What the audit says of how columns were read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from valuecast.audit import inspect, worthless
from valuecast.config import EventsMapping
from valuecast.contracts import Finding
from valuecast.engines import connect
from valuecast.sources import open_source
from valuecast.wording.findings import message


def inspected(source: Path, **mapping: str) -> dict[str, Finding]:
    """Findings on a log, by code."""
    warehouse = connect(str(source))
    try:
        inputs = open_source("events", warehouse, EventsMapping(**mapping)).inputs()
        found = (*inspect(inputs, ()).findings, *worthless(inputs, {"amount"}))
        return {each.code: each for each in found}
    finally:
        warehouse.close()


def log(tmp_path: Path, days: list[str], amounts: list[str], **more: list[str]) -> Path:
    """A log of three customers."""
    names = ["customer_id", "day", "amount", *more]
    rows = zip(["a", "b", "c"], days, amounts, *more.values(), strict=True)
    text = [";".join(names), *(";".join(row) for row in rows)]
    (tmp_path / "log.csv").write_text("\n".join(text) + "\n")
    return tmp_path / "log.csv"


PLAIN = ["2024-01-01", "2024-01-02", "2024-01-03"]


@pytest.mark.parametrize(
    ("code", "days", "amounts", "says"),
    [
        ("days_read_as", ["1 Jan 2024", "2 Jan 2024", "3 Jan 2024"], ["1", "2", "3"], "name of the month"),
        ("days_of_instants", [f"{day}T10:00:00Z" for day in PLAIN], ["1", "2", "3"], "days as they are written"),
        ("numbers_read_as", PLAIN, ["1,5", "2", "3"], "3 values read with a decimal comma"),
        ("decimal_marks_mixed", PLAIN, ["1,5", "2.5", "3"], "some can only be read with a point"),
        ("units_mixed", PLAIN, ["$1.50", "€2.50", "3"], "$, €"),
        ("value_unreadable", PLAIN, ["1.500", "2", "3"], "may be a decimal point or stand between thousands"),
    ],
)
def test_how_a_column_was_read_is_said(
    tmp_path: Path, code: str, days: list[str], amounts: list[str], says: str
) -> None:
    """Whatever is not plain is told, with what was made of it."""
    found = inspected(log(tmp_path, days, amounts), time="day", amount="amount")
    assert says in str(message(found[code]).evidence)
    assert found[code].stops == (code == "value_unreadable")


@pytest.mark.parametrize("form", [None, "%d/%m/%Y"])
def test_days_that_a_spreadsheet_exchanged_stop_a_run(tmp_path: Path, form: str | None) -> None:
    """Known by their pattern: the days that it took for its own are all early in the month, the others all late."""
    days = [date(2024, 1, 1) + timedelta(days=i) for i in range(90)]
    text = [f"{d.year}-{d.day:02}-{d.month:02}" if d.day <= 12 else f"{d:%d/%m/%Y}" for d in days]
    rows = "".join(f"c{i % 7},{day},1.5\n" for i, day in enumerate(text))
    (tmp_path / "log.csv").write_text("customer_id,day,amount\n" + rows)
    mapping = {"time": "day", "amount": "amount"} | ({"date_format": form} if form else {})
    assert inspected(tmp_path / "log.csv", **mapping)["days_exchanged"].stops
    sound = "".join(f"c{i % 7},{day},1.5\n" for i, day in enumerate(days))
    (tmp_path / "log.csv").write_text("customer_id,day,amount\n" + sound)
    assert "days_exchanged" not in inspected(tmp_path / "log.csv", time="day", amount="amount")


def test_plain_text_is_not_worth_a_word(tmp_path: Path) -> None:
    """A file of text whose days and numbers are plain gives no finding on how it was read."""
    found = inspected(log(tmp_path, PLAIN, ["1.5", "2", "3"]), time="day", amount="amount")
    assert not {"types_converted", "numbers_read_as", "days_read_as"} & found.keys()


def test_rows_left_out_by_a_condition_are_counted(tmp_path: Path) -> None:
    """How many, and by which condition."""
    path = log(tmp_path, PLAIN, ["1.5", "2", "3"], status=["paid", "failed", "paid"])
    found = inspected(path, time="day", amount="amount", where="status = 'paid'")
    assert str(message(found["rows_left_out"]).evidence) == "1 of 3 rows do not fulfil status = 'paid'"


@pytest.mark.parametrize("ids", [[100.1, 2.0, 3.0], [1e17, 2.0, 3.0], [float("nan"), 2.0, 3.0]])
def test_ids_that_floating_point_cannot_hold_stop_a_run(tmp_path: Path, ids: list[float]) -> None:
    """Nobody is assessed where two customers may be one."""
    rows: Mapping[str, list[object]] = {"customer_id": [*ids], "day": [*PLAIN], "amount": [1.0, 2.0, 3.0]}
    pq.write_table(pa.table(rows), tmp_path / "log.parquet")
    found = inspected(tmp_path / "log.parquet", time="day", amount="amount")["ids_lossy"]
    assert (found.count, found.stops, found.severity) == (1, True, "error")
    assert "1 of 3 ids (float64)" in str(message(found).evidence)
