"""A results folder is whole or not there, and says the same whatever the order of rows."""

from __future__ import annotations

import csv
import hashlib
import json
import os
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest

from valuecast.errors import OutputError, SourceError
from valuecast.store import check_writable, read, staged, write, write_text

SCORES = pa.table(
    {
        "customer_id": ["b", "a"],
        "account_id": ["b", None],
        "as_of": pa.array([date(2024, 1, 1)] * 2),
        "active": [True, False],
        "past_value": [1.00000049, -1e-9],
        "rfm": [3.3333333333, None],
        "rfm_high_value": [True, None],
    }
)


def names(folder: Path) -> list[str]:
    """Everything below a folder."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def filled(folder: Path, text: str = "{}") -> Path:
    """A results folder of an earlier run."""
    with staged(folder) as beside:
        (beside / "manifest.json").write_text(text)
    return folder


def test_written_and_read_back(tmp_path: Path) -> None:
    """Tables in their declared shape as Parquet and CSV; a manifest with a fingerprint of each."""
    write(tmp_path, {"value_scores": SCORES}, {"as_of": date(2024, 1, 1)})
    found = read(tmp_path)
    assert found.tables["value_scores"].to_pydict()["customer_id"] == ["a", "b"]
    text = (tmp_path / "tables" / "value_scores.csv").read_bytes()
    assert found.manifest == {
        "as_of": "2024-01-01",
        "outputs": {"value_scores": {"rows": 2, "sha256": hashlib.sha256(text).hexdigest()}},
    }


def test_numbers_are_rounded_to_six_decimals(tmp_path: Path) -> None:
    """Six decimals, no minus before a zero, and nothing for null."""
    write(tmp_path, {"value_scores": SCORES}, {})
    with (tmp_path / "tables" / "value_scores.csv").open(newline="") as file:
        first, second = csv.DictReader(file)
    assert (first["customer_id"], first["past_value"], first["rfm"]) == ("a", "0", "")
    assert (second["past_value"], second["rfm"]) == ("1", "3.333333")


def test_order_of_rows_changes_no_byte(tmp_path: Path) -> None:
    """Permuted rows give the same files."""
    for name, table in (("one", SCORES), ("other", SCORES.take([1, 0]))):
        write(tmp_path / name, {"value_scores": table}, {"x": 1})
    for file in names(tmp_path / "one"):
        if (tmp_path / "one" / file).is_file():
            assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "other" / file).read_bytes(), file


@pytest.mark.parametrize("name", ["=1+1", 'say "hi"', "a,b", "two\nlines", "<b>bold</b>", "Ünïcode 客户"])
def test_any_customer_id_survives(tmp_path: Path, name: str) -> None:
    """Ids with separators, quotes, new lines or tags read back from CSV as they were."""
    table = SCORES.slice(0, 1).set_column(0, "customer_id", pa.array([name]))
    write(tmp_path, {"value_scores": table}, {})
    with (tmp_path / "tables" / "value_scores.csv").open(newline="", encoding="utf-8") as file:
        assert [row["customer_id"] for row in csv.DictReader(file)] == [name]
    assert read(tmp_path).tables["value_scores"]["customer_id"].to_pylist() == [name]


@pytest.mark.parametrize("name", ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\tx", "-acme"])
def test_a_spreadsheet_runs_no_cell(tmp_path: Path, name: str) -> None:
    """The exact file stays; beside it lies a copy in which what would be a formula is text; numbers are no formulas."""
    write(tmp_path, {"value_scores": SCORES.set_column(0, "customer_id", pa.array([name, "-12.5"]))}, {})
    found = []
    for place in ("tables", "spreadsheet"):
        with (tmp_path / place / "value_scores.csv").open(newline="") as file:
            found.append({row["customer_id"] for row in csv.DictReader(file)})
    exact, safe = found
    assert exact == {name, "-12.5"}
    assert safe == {f"'{name}", "-12.5"}


def test_harmless_tables_have_no_second_copy(tmp_path: Path) -> None:
    """Most runs need none."""
    write(tmp_path, {"value_scores": SCORES}, {})
    assert not (tmp_path / "spreadsheet").exists()


def test_undeclared_tables_are_not_written(tmp_path: Path) -> None:
    """Nothing is written that no contract declares; a declared one out of shape is refused."""
    write(tmp_path, {"secret": SCORES}, {})
    assert names(tmp_path) == ["manifest.json", "tables"]
    with pytest.raises(ValueError, match="missing columns"):
        write(tmp_path, {"actions": SCORES}, {})


def test_a_folder_without_manifest_is_no_result(tmp_path: Path) -> None:
    """Reading says what a results folder is."""
    with pytest.raises(SourceError) as met:
        read(tmp_path)
    assert met.value.what == "this is not a results folder"
    assert met.value.expected == "a folder with manifest.json"


def test_staged_appears_whole(tmp_path: Path) -> None:
    """What is written stands beside until the block ends; then only the result is there."""
    out = tmp_path / "new" / "out"
    with staged(out) as beside:
        (beside / "manifest.json").write_text("{}")
        assert not out.exists()
    assert names(tmp_path) == ["new", "new/out", "new/out/.valuecast.json", "new/out/manifest.json"]
    assert out.stat().st_mode & 0o777 == 0o755


def test_staged_replaces_earlier_results(tmp_path: Path) -> None:
    """Earlier results go whole when later ones are whole, and not before."""
    out = filled(tmp_path / "out", "old")
    with staged(out) as beside:
        (beside / "manifest.json").write_text("new")
        assert (out / "manifest.json").read_text() == "old"
    assert names(tmp_path) == ["out", "out/.valuecast.json", "out/manifest.json"]
    assert (out / "manifest.json").read_text() == "new"


@pytest.mark.parametrize("failure", [ValueError, KeyboardInterrupt, SystemExit, OSError])
def test_staged_leaves_nothing_after_a_failure(tmp_path: Path, failure: type[BaseException]) -> None:
    """After an error or an interruption, earlier results are untouched and nothing else is left."""
    out = filled(tmp_path / "out", "old")
    expected = OutputError if failure is OSError else failure
    with pytest.raises(expected), staged(out) as beside:
        (beside / "half.csv").write_text("x")
        raise failure
    assert names(tmp_path) == ["out", "out/.valuecast.json", "out/manifest.json"]
    assert (out / "manifest.json").read_text() == "old"


def test_what_is_no_place_for_results(tmp_path: Path) -> None:
    """A file, a folder of other things, and a file in the way are refused before any work."""
    (tmp_path / "file").write_text("x")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "thesis.doc").write_text("x")
    for out, what in (
        (tmp_path / "file", "the output is a file"),
        (tmp_path / "full", "the output folder holds something else"),
        (tmp_path / "file" / "below", "the output folder cannot be written"),
    ):
        for attempt in (check_writable, lambda path: staged(path).__enter__()):
            with pytest.raises(OutputError) as met:
                attempt(out)
            assert met.value.what == what
            assert met.value.where == str(out)
    assert (tmp_path / "full" / "thesis.doc").read_text() == "x"


def test_empty_folders_and_earlier_results_are_welcome(tmp_path: Path) -> None:
    """Nothing is created by looking."""
    (tmp_path / "empty").mkdir()
    for out in (tmp_path / "empty", tmp_path / "not" / "yet", filled(tmp_path / "earlier")):
        check_writable(out)
    assert not (tmp_path / "not").exists()


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder that nobody can write to")
def test_a_folder_that_cannot_be_written() -> None:
    """The system's own words are given."""
    with pytest.raises(OutputError, match="the output folder cannot be written"), staged(Path("/proc/valuecast-out")):
        raise AssertionError("not reached")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission(tmp_path: Path) -> None:
    """A folder that may not be written to is refused early."""
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError, match="the output folder cannot be written"):
        check_writable(tmp_path / "out")
    tmp_path.chmod(0o700)


def test_write_text(tmp_path: Path) -> None:
    """One file, whole, with its folders; an error leaves nothing beside it."""
    write_text(tmp_path / "a" / "valuecast.yaml", "source: é\n")
    assert (tmp_path / "a" / "valuecast.yaml").read_text(encoding="utf-8") == "source: é\n"
    with pytest.raises(OutputError, match="the file cannot be written"):
        write_text(tmp_path / "a" / "valuecast.yaml" / "b", "x")
    with pytest.raises(OutputError):
        write_text(tmp_path / "a", "x")
    assert names(tmp_path) == ["a", "a/valuecast.yaml"]


def test_manifest_is_readable_by_machines(tmp_path: Path) -> None:
    """Plain JSON, order kept."""
    write(tmp_path, {}, {"b": 1, "a": "é"})
    text = (tmp_path / "manifest.json").read_text(encoding="utf-8")
    assert list(json.loads(text)) == ["b", "a", "outputs"]
    assert "é" in text
