"""Time is cut in one place: tables say which column is their day, and `before` takes the future away."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import ibis
import pyarrow as pa
import pytest

import valuecast
from valuecast.contracts import CANONICAL, Canonical

DAY = date(2024, 6, 1)
SOURCE = Path(valuecast.__file__).parent
LOOKS_AHEAD = {"labels.py"}
"""What becomes of customers lies ahead: labels are made of it, and of nothing else is anything made there."""


def _rows(name: str, days: list[date | None]) -> pa.Table:
    """One row a day; every other column holds a value of its type."""
    values = {"string": "x", "date": DAY, "int64": 1, "float64": 1.0, "bool": True}
    table = CANONICAL[name]
    columns = {c.name: [values[c.type]] * len(days) for c in table.columns if c.name != table.day}
    return pa.table(columns | ({table.day: pa.array(days, pa.date32())} if table.day else {}))


@pytest.mark.parametrize("name", CANONICAL)
def test_every_table_says_which_column_is_its_day(name: str) -> None:
    """The day is a declared date; the list of product features alone has none, since it holds no event."""
    table = CANONICAL[name]
    assert (table.types[table.day] == "date") if table.day else name == "product_features"


def test_before_takes_the_future_away_everywhere() -> None:
    """Of rows from the day before, on and after a day, the first alone is left; who was never dated stays."""
    days: list[date | None] = [DAY - timedelta(days=1), DAY, DAY + timedelta(days=1)]
    unknown = {name: table.is_nullable(table.day) for name, table in CANONICAL.items() if table.day}
    tables = {name: _rows(name, days + [None] * unknown.get(name, False)) for name in CANONICAL}
    past = Canonical(**{name: ibis.memtable(rows) for name, rows in tables.items()}).before(DAY)
    left = {name: getattr(past, name).to_pyarrow().num_rows for name in CANONICAL}
    assert left == {name: 3 if not table.day else 1 + unknown[name] for name, table in CANONICAL.items()}


def test_no_other_module_compares_days_with_an_as_of() -> None:
    """Nothing but `contracts.canonical.earlier` decides whether a row is past."""
    day = r"(?:\.day|\[day\]|\.\w+_on|\[\"first\"\])"
    cut = re.compile(rf"{day}\s*(?:<=?|>=?)\s*[\w.()]*as_of(?!\s*-)|as_of\)?\s*(?:<=?|>=?)\s*\w+{day}")
    found = {
        file.relative_to(SOURCE).as_posix()
        for file in SOURCE.rglob("*.py")
        if cut.search(file.read_text(encoding="utf-8"))
    }
    assert found == LOOKS_AHEAD | {"contracts/canonical.py"}
