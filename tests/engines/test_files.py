"""Files as users have them: encodings, marks, notes above the names, many files of one log; nothing passed over."""

from __future__ import annotations

import gzip
import json
import zipfile
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from valuecast.contracts import Finding
from valuecast.engines import connect
from valuecast.errors import SourceError

ROWS = "customer_id,day,amount\n007,2024-01-31,1.50\n1e2,2024-02-01,2\n"
READ = [
    {"customer_id": "007", "day": "2024-01-31", "amount": "1.50"},
    {"customer_id": "1e2", "day": "2024-02-01", "amount": "2"},
]


def opened(path: Path | str) -> tuple[dict[str, list[dict[str, Any]]], dict[str, Finding]]:
    """Rows of every table, and what was decided, by code."""
    warehouse = connect(str(path))
    try:
        rows = {name: table.to_pyarrow().to_pylist() for name, table in warehouse.tables.items()}
        return rows, {each.code: each for each in warehouse.findings}
    finally:
        warehouse.close()


def test_ids_are_read_as_they_are_written(tmp_path: Path) -> None:
    """No id is taken for a number, whatever it looks like."""
    ids = ["12345678901234567890", "100.1", "100.10", "1e2", "100", "0x10", "16", "-0", "0", "nan", "true", "007", "7"]
    text = "customer_id,amount\n" + "".join(f"{each},1\n" for each in ids)
    (tmp_path / "log.csv").write_text(text)
    rows, _ = opened(tmp_path / "log.csv")
    assert [row["customer_id"] for row in rows["log"]] == ids


@pytest.mark.parametrize(
    ("encoding", "guessed"), [("utf-8-sig", False), ("utf-16", False), ("utf-16-le", True), ("cp1252", True)]
)
def test_encodings(tmp_path: Path, encoding: str, guessed: bool) -> None:
    """A mark at the beginning says the encoding; without one it is UTF-8, or a guess that is told."""
    (tmp_path / "log.csv").write_bytes("Größe;Betrag\nJosé;12,50\n".encode(encoding))
    rows, told = opened(tmp_path / "log.csv")
    assert rows == {"log": [{"Größe": "José", "Betrag": "12,50"}]}
    assert ("encoding_guessed" in told) == guessed


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_marks_between_values_and_inside_them(tmp_path: Path, mark: str) -> None:
    """A mark inside quotation marks is a part of the value, and so is a line end."""
    (tmp_path / "log.csv").write_text(f'id{mark}says\na{mark}"x{mark}""y""\nz"\n{mark}\n')
    assert opened(tmp_path / "log.csv")[0]["log"] == [{"id": "a", "says": f'x{mark}"y"\nz'}, {"id": None, "says": None}]


def test_lines_above_the_names(tmp_path: Path) -> None:
    """A title, a note and a blank line above the names are left out, and it is said."""
    (tmp_path / "log.csv").write_text("Orders of 2024\nmade on Monday\n\n" + ROWS)
    rows, told = opened(tmp_path / "log.csv")
    assert rows["log"] == READ
    assert (told["lines_above_names"].count, told["lines_above_names"].figures["file"]) == (3, "log.csv")


@pytest.mark.parametrize(("line", "says"), [("a,2024-01-01", "2 values"), ("a,b,c,d", "4 values")])
def test_a_short_or_long_line_is_named_by_its_number(tmp_path: Path, line: str, says: str) -> None:
    """A broken line stops the reading: nothing is guessed."""
    (tmp_path / "log.csv").write_text(ROWS + line + "\n" + "x,2024-03-01,9\n")
    with pytest.raises(SourceError) as met:
        opened(tmp_path / "log.csv")
    assert f"line 4 has {says}, the line of names has 3" in str(met.value.got)


@pytest.mark.parametrize("packed", ["gz", "zst"])
def test_packed_files(tmp_path: Path, packed: str) -> None:
    """A packed file is read as it is; the table bears the name without either ending."""
    path = tmp_path / f"log.csv.{packed}"
    if packed == "gz":
        path.write_bytes(gzip.compress(ROWS.encode()))
    else:
        with pa.CompressedOutputStream(pa.OSFile(str(path), "wb"), "zstd") as out:
            out.write(ROWS.encode())
    assert opened(path)[0] == {"log": READ}


def test_json_lines(tmp_path: Path) -> None:
    """Numbers stay as they are written; objects inside objects become columns of their own."""
    lines = ['{"id": 100.10, "properties": {"plan": {"name": "pro"}, "tags": ["a"]}}', '{"id": 1e2, "late": true}']
    (tmp_path / "log.jsonl").write_text("\n".join(lines) + "\n")
    first, second = opened(tmp_path / "log.jsonl")[0]["log"]
    assert first == {"id": "100.10", "properties.plan.name": "pro", "properties.tags": json.dumps(["a"]), "late": None}
    assert second == {"id": "1e2", "properties.plan.name": None, "properties.tags": None, "late": "true"}


def test_files_that_differ_by_month_or_number_are_one_log(tmp_path: Path) -> None:
    """Parts of one log are read as one table, all of them; a column that only later parts have is null before."""
    for month in (1, 2, 3):
        (tmp_path / f"orders_2024_{month:02}.csv").write_text(ROWS)
    (tmp_path / "orders_2024_04.csv").write_text("customer_id,day,amount,coupon\nb,2024-04-01,3,yes\n")
    (tmp_path / "customers.csv").write_text("customer_id,name\n007,Bond\n")
    rows, told = opened(tmp_path)
    assert {name: len(each) for name, each in rows.items()} == {"orders": 7, "customers": 1}
    assert sorted(row["coupon"] or "" for row in rows["orders"]) == [""] * 6 + ["yes"]
    assert (told["files_as_one_table"].count, told["files_as_one_table"].table) == (4, "orders")


def test_months_by_name_and_packed_parts(tmp_path: Path) -> None:
    """Names of months count as numbers do; where nothing else is in the names, the folder names the table."""
    folder = tmp_path / "sales"
    folder.mkdir()
    (folder / "january.csv").write_text(ROWS)
    (folder / "february.csv").write_text(ROWS)
    assert {name: len(each) for name, each in opened(folder)[0].items()} == {"sales": 4}


def test_files_that_may_be_copies_are_not_put_together(tmp_path: Path) -> None:
    """A second download or a backup of the same columns stays a table of its own."""
    for name in ("orders.csv", "orders (1).csv", "orders_old.csv"):
        (tmp_path / name).write_text(ROWS)
    assert sorted(opened(tmp_path)[0]) == ["orders", "orders (1)", "orders_old"]


def test_partitioned_folders(tmp_path: Path) -> None:
    """All parts of a partitioned tree are read; folders give a column only where the files have none of that name."""
    for year in (2022, 2023, 2024):
        part = tmp_path / "orders" / f"year={year}" / "region=eu"
        part.mkdir(parents=True)
        pq.write_table(pa.table({"id": [f"c{year}"], "region": ["own"]}), part / "part-0.parquet")
    rows, _ = opened(tmp_path)
    assert sorted((row["id"], row["year"], row["region"]) for row in rows["orders"]) == [
        ("c2022", "2022", "own"),
        ("c2023", "2023", "own"),
        ("c2024", "2024", "own"),
    ]
    assert sorted(row["id"] for row in opened(tmp_path / "orders")[0]["orders"]) == ["c2022", "c2023", "c2024"]


def test_files_far_below_are_read_and_our_own_results_are_not(tmp_path: Path) -> None:
    """Every folder is looked into, but for hidden ones and those that bear our mark."""
    for place in ("eu/2024/q1", "results/tables", ".hidden"):
        (tmp_path / place).mkdir(parents=True)
        (tmp_path / place / "orders.csv").write_text(ROWS)
    (tmp_path / "results" / ".valuecast.json").write_text('{"kind": "results"}')
    (tmp_path / ".valuecast.json").write_text('{"kind": "company"}')
    assert {name: len(rows) for name, rows in opened(tmp_path)[0].items()} == {"orders": 2}


def test_a_pattern_is_asked_for_and_a_path_is_a_path(tmp_path: Path) -> None:
    """Marks in a file's own name are no pattern; a pattern that names no path is one."""
    (tmp_path / "a[1].csv").write_text("id\nown\n")
    (tmp_path / "a1.csv").write_text("id\nother\n")
    assert opened(tmp_path / "a[1].csv")[0] == {"a[1]": [{"id": "own"}]}
    (tmp_path / "b_1.csv").write_text("id\nx\n")
    (tmp_path / "b_2.csv").write_text("id\ny\n")
    rows, _ = opened(tmp_path / "b_*.csv")
    assert sorted(row["id"] for row in rows["b"]) == ["x", "y"]
    (tmp_path / "b_3.csv").write_text("other,columns\n1,2\n")
    with pytest.raises(SourceError, match="different columns"):
        opened(tmp_path / "b_*.csv")


def test_parts_of_different_kinds_and_types(tmp_path: Path) -> None:
    """An id that is a number in one part and text in another is text in all."""
    pq.write_table(pa.table({"id": pa.array([1, 2]), "n": ["x", "y"]}), tmp_path / "log_1.parquet")
    pq.write_table(pa.table({"id": ["02", "b"], "n": ["x", "y"]}), tmp_path / "log_2.parquet")
    rows, _ = opened(tmp_path)
    assert sorted(row["id"] for row in rows["log"]) == ["02", "1", "2", "b"]


def test_workbooks(tmp_path: Path) -> None:
    """Every sheet is a table; days are ISO, whole numbers have no point."""
    pytest.importorskip("python_calamine")
    path = tmp_path / "book.xlsx"
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        '<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c>'
        '<c r="B1" t="inlineStr"><is><t>amount</t></is></c></row>'
        '<row r="2"><c r="A2" t="inlineStr"><is><t>007</t></is></c><c r="B2"><v>12</v></c></row>'
        '<row r="3"><c r="A3" t="inlineStr"><is><t>b</t></is></c><c r="B3"><v>2.5</v></c></row>'
        "</sheetData></worksheet>"
    )
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    packages = "http://schemas.openxmlformats.org/package/2006"
    with zipfile.ZipFile(path, "w") as book:
        book.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{packages}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/></Types>',
        )
        book.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{packages}/relationships"><Relationship Id="r1" '
            f'Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        book.writestr(
            "xl/workbook.xml",
            '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
            f'xmlns:r="{relations}"><sheets><sheet name="orders" sheetId="1" r:id="r1"/></sheets></workbook>',
        )
        book.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{packages}/relationships"><Relationship Id="r1" '
            f'Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        )
        book.writestr("xl/worksheets/sheet1.xml", sheet)
    assert opened(path)[0] == {"book": [{"id": "007", "amount": "12"}, {"id": "b", "amount": "2.5"}]}
