"""Local days of instants, by arithmetic alone, held against Python's own zones."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import ibis
import pyarrow as pa
import pytest

from valuecast.sources.coercion import Wanted, shape

ZONES = ["America/New_York", "Asia/Kolkata"]
INSTANTS = [datetime(2023, 1, 1, tzinfo=UTC) + timedelta(hours=7 * i, minutes=13 * i) for i in range(2000)]


def days(column: pa.Array, zone: str | None) -> list[object]:
    """The days of a column."""
    table = ibis.memtable(pa.table({"t": column}))
    return shape(table, "t", [Wanted("t", "date")], time_zone=zone).table.to_pyarrow()["t"].to_pylist()


@pytest.mark.parametrize("zone", ZONES)
def test_instants_of_every_type_have_one_rule(zone: str) -> None:
    """Timestamps with a zone, text with an offset or Z, and seconds since 1970 count on the same local day."""
    expected = [each.astimezone(ZoneInfo(zone)).date() for each in INSTANTS]
    elsewhere = [each.astimezone(ZoneInfo("Asia/Tokyo")) for each in INSTANTS]
    assert days(pa.array(INSTANTS, pa.timestamp("us", "UTC")), zone) == expected
    assert days(pa.array([each.isoformat() for each in elsewhere]), zone) == expected
    assert days(pa.array([f"{each:%Y-%m-%dT%H:%M:%SZ}" for each in INSTANTS]), zone) == expected
    assert days(pa.array([str(int(each.timestamp())) for each in INSTANTS]), zone) == expected


def test_days_without_a_zone_stay_as_they_are() -> None:
    """What says no zone is local already."""
    assert days(pa.array(["2024-01-31 23:30:00"]), "Asia/Tokyo") == [datetime(2024, 1, 31).date()]  # noqa: DTZ001
    naive = pa.array([datetime(2024, 1, 31, 23, 30)], pa.timestamp("us"))  # noqa: DTZ001
    assert days(naive, "Asia/Tokyo") == [datetime(2024, 1, 31).date()]  # noqa: DTZ001


def test_without_the_setting_it_is_said_which_day_counts() -> None:
    """UTC for instants, the day written for text with an offset."""
    given = {
        "UTC": pa.array(INSTANTS[:2], pa.timestamp("us", "UTC")),
        "as written": pa.array(["2024-01-31T23:30:00-05:00"]),
    }
    for zone, column in given.items():
        found = shape(ibis.memtable(pa.table({"t": column})), "t", [Wanted("t", "date")])
        assert [each.instants for each in found.coercions] == [zone]
