"""What a run asks of Snowflake, run through an emulator, gives what DuckDB gives.

The emulator (fakesnow) understands Snowflake's words and types and computes with DuckDB: what is tested is that the
text means what we think it means, not how Snowflake itself rounds, sorts or plans.
"""

from __future__ import annotations

import math
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import ibis
import ibis.expr.operations as ops
import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.golden.statements import audited, expressions, raw_statement

from valuecast.config import EventsMapping
from valuecast.contracts import CANONICAL, SIGNAL_CATALOGUE, Canonical
from valuecast.engines import Warehouse, identifiers, portable
from valuecast.scores import installed
from valuecast.simulate import Simulated
from valuecast.sources import open_source

from .conftest import Computed

pytestmark = pytest.mark.snowflake
RUNNER = Path(__file__).with_name("emulated.py")
KEPT = {
    "anchors": "valuecast_anchors",
    "signals": "valuecast_signals",
    "odds": "valuecast_odds",
    "scales_bounds": "valuecast_bounds",
    "scales_lines": "valuecast_lines",
    "scales_ladders": "valuecast_ladders",
}
"""What later statements read, and the name under which they read it."""
TEXTS = [
    *("12", " 1.5 ", "-3e2", ".5", "1,5", "abc", "", "1e999", "1e13", "12.", "1.0.0", "yes", " No ", "T", "0", None),
    *("2024-01-31", "2024-02-30", "20240229", "2024-01-31T10:20:30+05:30", "2024-01-31 10:20Z", "2024-01-31T1"),
    *("Acct-0012.0", "acct_00-12@Prod", "0000", "a\tb", "x'y\"\\z"),
]
UNABLE = {
    "a_day_of_a_form": (
        "No function matches the given name and argument types 'lpad(VARCHAR, BIGINT, STRING_LITERAL)'",
        "the emulator gives LPAD a length of 64 bits, which DuckDB refuses; Snowflake takes any number",
    ),
    "trimmed_of_tabs": (
        "differs",
        "the emulator leaves out the second argument of TRIM, the characters; Snowflake has it",
    ),
}
"""What the emulator cannot do and Snowflake can: what it says (or that it gives other rows), and why."""


@dataclass(frozen=True)
class Both:
    """What DuckDB gives, and what the emulator gives or says, by statement."""

    expected: dict[str, pa.Table]
    found: dict[str, pa.Table]
    refused: dict[str, str]


@pytest.fixture(scope="module")
def both(
    computed: Callable[[str], Computed],
    warehouse: Warehouse,
    company: Simulated,
    emulator: str,
    tmp_path_factory: pytest.TempPathFactory,
) -> Both:
    """Every statement, run by DuckDB and by the emulator on the same tables."""
    folder = tmp_path_factory.mktemp("snowflake")
    parts = [
        _of_texts(folder / "texts"),
        _of_the_source(folder / "source", warehouse, company),
        _written_down(folder / "canonical", computed("duckdb").board),
    ]
    found, refused = {}, {}
    for place in (folder / "texts", folder / "source", folder / "canonical"):
        words = [emulator, str(RUNNER), str(place)]
        ran = subprocess.run(words, capture_output=True, text=True, timeout=300, check=False)
        assert ran.returncode == 0, ran.stderr[-2000:]
        found |= {file.stem: pq.read_table(file) for file in (place / "found").glob("*.parquet")}
        refused |= {file.stem: file.read_text(encoding="utf-8") for file in (place / "found").glob("*.error")}
    return Both({name: table for part in parts for name, table in part.items()}, found, refused)


def _written_down(folder: Path, board: Mapping[str, Any]) -> dict[str, pa.Table]:
    """The statements of ``tests/golden``, over the small company's canonical tables."""
    duckdb = ibis.duckdb.connect()
    tables = folder / "tables"
    tables.mkdir(parents=True)

    def put(name: str, table: pa.Table) -> None:
        duckdb.create_table(name, table)
        pq.write_table(table, tables / f"{name}.parquet")

    for part in fields(Canonical):
        names = [*CANONICAL[part.name].names, *(["value"] if part.name == "activity" else [])]
        put(part.name, getattr(board["canonical"], part.name).select(names).to_pyarrow())
    put("axes", board["embedding"].components.to_pyarrow())
    expected = {}
    for name, expression in expressions().items():
        expected[name] = duckdb.to_pyarrow(expression)
        if name in KEPT:
            put(KEPT[name], expected[name])
        _state(folder, name, expression)
    duckdb.disconnect()
    return expected


def _of_the_source(folder: Path, warehouse: Warehouse, company: Simulated) -> dict[str, pa.Table]:
    """The canonical tables by either grain and the audit's look at every table, over the tables of the source."""
    (folder / "tables").mkdir(parents=True)
    for path in company.paths.values():
        if "truth" not in path.parts:
            pq.write_table(pq.read_table(path), folder / "tables" / path.name)
    source = open_source("pendo", warehouse, EventsMapping())
    asked = {f"audit_of_{table.name}": audited(table) for table in source.inputs()}
    for grain in source.grains:
        tables = source.canonical(grain)
        for part in fields(Canonical):
            asked[f"{part.name}_by_{grain}"] = getattr(tables, part.name).select(CANONICAL[part.name].names)
    expected = {name: expression.to_pyarrow() for name, expression in asked.items()}
    for name, expression in asked.items():
        _state(folder, name, expression.unbind())
    return expected


def _of_texts(folder: Path) -> dict[str, pa.Table]:
    """Ids, days and numbers written as text, as a log in a warehouse has them."""
    (folder / "tables").mkdir(parents=True)
    rows = pa.table({"n": range(len(TEXTS)), "text": pa.array(TEXTS, pa.string())})
    pq.write_table(rows, folder / "tables" / "texts.parquet")
    pq.write_table(pa.table({"n": [1], "text": ["\n7\r"]}), folder / "tables" / "tabs.parquet")
    table, tabs = (ibis.table({"n": "int64", "text": "string"}, name) for name in ("texts", "tabs"))
    text = table.text
    asked = {
        "as_other_types": table.select(
            "n", a=portable.as_number(text), b=portable.as_flag(text), c=portable.as_date(text)
        ),
        "looked_at": table.select("n", a=portable.beyond(text), b=portable.time_offset(text)),
        "spelt_alike": table.select("n", **{step: identifiers.normalise(text, (step,)) for step in identifiers.STEPS}),
        "spelt_alike_in_every_way": table.select("n", a=identifiers.normalise(text, identifiers.STEPS)),
        "a_day_of_a_form": table.select("n", a=portable.as_date(text, "%m/%d/%Y")),
        "trimmed_of_tabs": tabs.select("n", a=portable.as_number(tabs.text)),
    }
    duckdb = ibis.duckdb.connect()
    for name in ("texts", "tabs"):
        duckdb.create_table(name, pq.read_table(folder / "tables" / f"{name}.parquet"))
    expected = {name: duckdb.to_pyarrow(expression) for name, expression in asked.items()}
    duckdb.disconnect()
    for name, expression in asked.items():
        _state(folder, name, expression)
    return expected


def _state(folder: Path, name: str, expression: ir.Table) -> None:
    """Write the statement down, and the tables in memory that it reads."""
    for ours in expression.op().find(ops.InMemoryTable):
        pq.write_table(ours.data.to_pyarrow(ours.schema), folder / "tables" / f"{ours.name}.parquet")
    (folder / "statements").mkdir(exist_ok=True)
    text = raw_statement(expression, "snowflake")
    (folder / "statements" / f"{name}.sql").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("name", list(expressions()))
def test_what_is_written_down(name: str, both: Both) -> None:
    """A statement of ``tests/golden`` gives the same columns and rows, floating point to nine digits."""
    assert _differences(name, both) == ""
    assert both.expected[name].num_rows > 0


def test_what_is_asked_of_the_source(both: Both) -> None:
    """Tables of the source become the same canonical rows, and the audit counts the same in them."""
    names = [name for name in both.expected if name.startswith("audit_of_") or "_by_" in name]
    told = {name: text for name in names if (text := _differences(name, both))}
    assert told == {}
    assert {f"{part.name}_by_{grain}" for part in fields(Canonical) for grain in ("account", "visitor")} < set(names)


@pytest.mark.parametrize("name", ["as_other_types", "looked_at", "spelt_alike", "spelt_alike_in_every_way"])
def test_text(name: str, both: Both) -> None:
    """Numbers, days, words and ids written as text are read alike."""
    assert _differences(name, both) == ""


@pytest.mark.parametrize("name", list(UNABLE))
def test_what_the_emulator_cannot_do(name: str, both: Both) -> None:
    """A gap of the emulator is still one; when it no longer is, its line goes."""
    assert UNABLE[name][0] in both.refused.get(name, "") or (UNABLE[name][0] == "differs" and _differences(name, both))


def test_everything_is_among_the_statements(both: Both) -> None:
    """Every signal speaks for somebody, every score is among what was compared, and labels of each kind."""
    signals = both.expected["signals"]
    assert all(signals[name].null_count < signals.num_rows for name in SIGNAL_CATALOGUE)
    assert {f"score_{score.name}" for score in installed()} <= set(both.expected)
    assert {True, False} <= set(both.expected["labels"]["high_value"].to_pylist())
    assert any(both.expected["definitions"]["high_value"].to_pylist())


def _differences(name: str, both: Both) -> str:
    """What differs first, in words; empty where nothing does."""
    if name in both.refused:
        return both.refused[name][:2000]
    expected, found = both.expected[name], both.found[name]
    if (expected.column_names, expected.num_rows) != (found.column_names, found.num_rows):
        return f"{found.num_rows} rows of {found.column_names}"
    numbers = {f.name for f in expected.schema if pa.types.is_floating(f.type)}
    for row, (a, b) in enumerate(zip(_in_order(expected, numbers), _in_order(found, numbers), strict=True)):
        for column in expected.column_names:
            if not _alike(a[column], b[column]):
                return f"{column}, row {row}: {a[column]!r} and {b[column]!r}"
    return ""


def _in_order(table: pa.Table, numbers: set[str]) -> list[dict[str, Any]]:
    """Rows by what is no floating-point number first, for these differ in their last digits."""
    plain = [{name: _plain(value) for name, value in row.items()} for row in table.to_pylist()]
    return sorted(
        plain,
        key=lambda row: (
            [str(value) for name, value in row.items() if name not in numbers],
            [-math.inf if row[name] is None else round(row[name], 6) for name in table.column_names if name in numbers],
        ),
    )


def _plain(value: Any) -> Any:
    """As Python has it: the emulator gives whole numbers as decimals, and some days as instants at midnight."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.date() if isinstance(value, datetime) and value.time() == time() else value


def _alike(one: Any, other: Any) -> bool:
    if isinstance(one, float) and isinstance(other, int | float):
        return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)
    return type(one) is type(other) and one == other
