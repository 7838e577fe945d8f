"""``valuecast run`` as a user types it, on each engine: the same results folder."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.csv
import pyarrow.parquet as pq
import pytest
import yaml

from valuecast.simulate import Simulated

from .conftest import SETTINGS
from .test_engines import same

SOURCES = {"duckdb": "folder_address", "postgres": "loaded", "spark": "cluster_address"}
WORDED = {"inventory": ["sql", "key_sql"], "joins": ["sql"]}
"""Columns with a statement by which to check a figure, in the words of the engine that is to run it."""
OWN = {"source", "config", "config_hash", "outputs"}
"""Parts of the manifest that name the source, or are made from its name."""

Results = Callable[[str], Path]


@pytest.fixture(scope="module")
def folder_address(company: Simulated) -> str:
    """The small company as a folder of Parquet."""
    return str(company.folder)


@pytest.fixture(scope="module")
def results(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Results:
    """The results folder of one run on an engine, made by a process of its own."""
    home = tmp_path_factory.mktemp("end_to_end")
    settings = home / "settings.yaml"
    settings.write_text(yaml.safe_dump({"kind": "pendo", "source": "given by --source", **SETTINGS}))
    made: dict[str, Path] = {}

    def run(engine: str) -> Path:
        if engine not in made:
            address = request.getfixturevalue(SOURCES[engine])
            words = ["run", "--source", address, "--config", str(settings), "--out", str(home / engine)]
            ran = subprocess.run(
                [sys.executable, "-m", "valuecast", *words],
                cwd=home,
                capture_output=True,
                text=True,
                timeout=900,
                check=False,
            )
            assert ran.returncode == 0, ran.stderr[-3000:]
            assert "Traceback" not in ran.stderr
            made[engine] = home / engine
        return made[engine]

    return run


def test_the_same_tables(engine: str, results: Results) -> None:
    """Every table has the same columns and rows, as Parquet and as CSV, floating point to nine digits."""
    one, other = results("duckdb") / "tables", results(engine) / "tables"
    names = {path.name for path in one.iterdir()}
    assert names == {path.name for path in other.iterdir()}
    assert {"value_scores.csv", "backtest_metrics.csv", "value_trends_all_accounts.csv", "actions.csv"} <= names
    for path in sorted(one.glob("*.parquet")):
        plain = [pq.read_table(side / path.name).drop_columns(WORDED.get(path.stem, [])) for side in (one, other)]
        assert plain[0].schema == plain[1].schema, path.name
        same(*plain, where=path.name, empty=True)
        texts = [_texts(side / f"{path.stem}.csv", WORDED.get(path.stem, [])) for side in (one, other)]
        assert texts[0][0] == texts[1][0], path.name
        numbers = {f.name for f in plain[0].schema if str(f.type) == "double"}
        for row, (a, b) in enumerate(zip(*(rows for _, rows in texts), strict=True)):
            for name in texts[0][0]:
                assert _alike(a[name], b[name], number=name in numbers), f"{path.stem}.csv, {name}, row {row}"


def _texts(path: Path, left_out: list[str]) -> tuple[list[str], list[dict[str, str]]]:
    """Columns and rows of a CSV file as they are written."""
    csv.field_size_limit(10**8)
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        rows = [{name: cell for name, cell in row.items() if name not in left_out} for row in reader]
        return [name for name in reader.fieldnames or [] if name not in left_out], rows


def _alike(one: str, other: str, *, number: bool) -> bool:
    if number and one and other:
        return float(one) == pytest.approx(float(other), rel=1e-9, abs=1e-9)
    return one == other


def test_the_same_report_and_charts(engine: str, results: Results) -> None:
    """Report, charts, findings and manifest say the same, save for the name of the source."""
    one, other = results("duckdb"), results(engine)
    files = [sorted(str(p.relative_to(side)) for p in side.rglob("*") if p.is_file()) for side in (one, other)]
    assert files[0] == files[1]
    drawn = [name for name in files[0] if name.startswith("charts/")]
    assert drawn
    assert [name for name in drawn if (one / name).read_bytes() != (other / name).read_bytes()] == []
    assert (one / "findings.csv").read_bytes() == (other / "findings.csv").read_bytes()
    said = [_manifest(side) for side in (one, other)]
    assert said[0]["config"] | {"source": ""} == said[1]["config"] | {"source": ""}
    for part in set(said[0]) - OWN:
        assert said[0][part] == said[1][part], part
    differing = [
        name for name, table in said[0]["outputs"].items() if table != said[1]["outputs"][name] and name not in WORDED
    ]
    assert differing == []
    lines = [[*_report(side, manifest)] for side, manifest in zip((one, other), said, strict=True)]
    assert lines[0] == lines[1]


def _manifest(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return found


def _report(folder: Path, manifest: dict[str, Any]) -> list[str]:
    """The report's lines without the title, which names the source, and the hash of the settings."""
    text = (folder / "report.md").read_text(encoding="utf-8").replace(manifest["config_hash"], "HASH")
    lines = text.splitlines()
    assert "data before" in lines[2]
    return lines[:2] + lines[3:]


def test_statements_can_be_run(engine: str, results: Results, request: pytest.FixtureRequest) -> None:
    """The statement beside each input table, pasted into the engine, gives the number of rows beside it."""
    connection = request.getfixturevalue(engine).connection
    listed = pyarrow.csv.read_csv(
        results(engine) / "tables" / "inventory.csv", parse_options=pyarrow.csv.ParseOptions(newlines_in_values=True)
    ).to_pylist()
    asked = [row for row in listed if row["sql"]]
    assert asked
    for row in asked:
        if engine == "spark":
            answer = connection._session.sql(row["sql"]).first()[0]
        else:
            answer = connection.con.execute(row["sql"]).fetchone()[0]
        assert answer == row["rows"], row["table"]
