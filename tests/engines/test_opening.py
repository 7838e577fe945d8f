"""Opening what a team has: files, folders, addresses; and what cannot be opened."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import ibis
import pyarrow as pa
import pyarrow.compute
import pyarrow.csv
import pytest

from valuecast.engines import connect, redacted
from valuecast.errors import SourceError

LOG = pa.table({"customer_id": ["a", "b"], "day": ["2024-01-01", "2024-01-02"], "amount": [1.5, 2.0]})


def opened(path: Path | str) -> dict[str, list[dict[str, object]]]:
    """Rows of every table."""
    warehouse = connect(str(path))
    try:
        return {name: table.to_pyarrow().to_pylist() for name, table in warehouse.tables.items()}
    finally:
        warehouse.close()


def refused(source: Path | str) -> SourceError:
    """The error that opening meets."""
    with pytest.raises(SourceError) as met:
        connect(str(source))
    return met.value


def test_duckdb_file(tmp_path: Path) -> None:
    """Tables and views of every schema; the main schema wins over another; the file is not written to."""
    path = tmp_path / "warehouse.duckdb"
    with duckdb.connect(str(path)) as file:
        file.sql("CREATE TABLE log AS SELECT 'a' AS customer_id, 1 AS n")
        file.sql("CREATE SCHEMA raw")
        file.sql("CREATE TABLE raw.log AS SELECT 'other' AS customer_id")
        file.sql("CREATE VIEW raw.seen AS SELECT 2 AS n")
    before = path.read_bytes()
    assert opened(path) == {"log": [{"customer_id": "a", "n": 1}], "seen": [{"n": 2}]}
    assert path.read_bytes() == before


def test_sqlite_file(tmp_path: Path) -> None:
    """SQLite types values, not columns: whole numbers, numbers, or else text."""
    path = tmp_path / "app.db"
    with sqlite3.connect(path) as file:
        file.execute('CREATE TABLE "my log" (id TEXT, n INTEGER, x, mixed, none_at_all)')
        file.executemany(
            'INSERT INTO "my log" VALUES (?, ?, ?, ?, ?)', [("a", 1, 1.5, 1, None), ("b", None, 2, "two", None)]
        )
    file.close()
    assert opened(path) == {
        "my log": [
            {"id": "a", "n": 1, "x": 1.5, "mixed": "1", "none_at_all": None},
            {"id": "b", "n": None, "x": 2.0, "mixed": "two", "none_at_all": None},
        ]
    }


def test_folder_of_parquet_with_folders(folder_of: Callable[..., Path]) -> None:
    """Files one level down are read too; a name that is there twice gets its folder; other files are passed over."""
    folder = folder_of(log=LOG)
    (folder / "deeper").mkdir()
    pyarrow.csv.write_csv(LOG.slice(0, 1), folder / "deeper" / "LOG.csv")
    pyarrow.csv.write_csv(LOG.slice(0, 1), folder / "deeper" / "other.csv")
    (folder / "README.md").write_text("not a table")
    found = opened(folder)
    assert {name: len(rows) for name, rows in found.items()} == {"log": 2, "deeper/LOG": 1, "other": 1}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("log.csv", "customer_id,n\n01,2\nb,3\n"),
        ("log.csv", "customer_id;n\n01;2\nb;3\n"),
        ("log.tsv", "customer_id\tn\n01\t2\nb\t3\n"),
        ("log.txt", "customer_id|n\n01|2\nb|3\n"),
    ],
)
def test_single_text_file(tmp_path: Path, name: str, text: str) -> None:
    """The separator is found; the table is named after the file; every value is text, as it is written."""
    path = tmp_path / name
    path.write_text(text)
    assert opened(path) == {"log": [{"customer_id": "01", "n": "2"}, {"customer_id": "b", "n": "3"}]}


def test_text_separated_by_blanks(tmp_path: Path) -> None:
    """Columns padded with blanks are text, zeros kept."""
    path = tmp_path / "CDNOW.txt"
    path.write_text(" customer_id  date value\n 00001 19970101  11.77\n 00002 19970112   7.00\n")
    assert opened(path)["CDNOW"] == [
        {"customer_id": "00001", "date": "19970101", "value": "11.77"},
        {"customer_id": "00002", "date": "19970112", "value": "7.00"},
    ]


def test_addresses_of_files(tmp_path: Path) -> None:
    """A database file may be named as an address too, and is not written to either way."""
    path = tmp_path / "w.duckdb"
    with duckdb.connect(str(path)) as file:
        file.sql("CREATE TABLE log AS SELECT 1 AS n")
    assert opened(f"duckdb://{path}") == {"log": [{"n": 1}]}
    with sqlite3.connect(tmp_path / "w.db") as small:
        small.execute("CREATE TABLE log AS SELECT 1 AS n")
    small.close()
    assert opened(f"sqlite://{tmp_path / 'w.db'}") == {"log": [{"n": 1}]}


def test_find_and_require(folder_of: Callable[..., Path]) -> None:
    """Tables are found without regard to case; one that is not there is named beside those that are."""
    warehouse = connect(str(folder_of(Pendo__Account=LOG)))
    assert warehouse.find("pendo__account") is not None
    assert warehouse.find("nothing", "PENDO__ACCOUNT") is not None
    with pytest.raises(SourceError) as met:
        warehouse.require("pendo__acount")
    assert met.value.what == "table 'pendo__acount' was not found"
    assert met.value.expected == "one of Pendo__Account"
    assert met.value.hint == "did you mean 'Pendo__Account'?"
    warehouse.close()


def test_what_is_materialised_is_computed_once(folder_of: Callable[..., Path]) -> None:
    """What is kept stays as it was, and may be kept again under the same name."""
    warehouse = connect(str(folder_of(log=LOG)))
    first = warehouse.materialise("x", warehouse.require("log"))
    assert first.count().to_pyarrow().as_py() == 2
    again = warehouse.materialise("x", warehouse.require("log").limit(1))
    assert again.count().to_pyarrow().as_py() == 1
    warehouse.close()


def test_rows_stream_in_batches_and_through_work(folder_of: Callable[..., Path]) -> None:
    """Rows leave the engine so many at a time, all of them, and any work is done batch by batch on the way."""
    opened = connect(str(folder_of(t=pa.table({"n": list(range(250_000))}))))
    try:
        table = opened.require("t")
        sizes = [batch.num_rows for batch in opened.stream(table)]
        assert sum(sizes) == 250_000 and max(sizes) <= 100_000

        def doubled(incoming: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
            for batch in incoming:
                yield pa.record_batch({"twice": pa.compute.multiply(batch.column("n"), 2)})

        found = pa.Table.from_batches(opened.map_batches(table, doubled, pa.schema([("twice", pa.int64())])))
        assert sorted(found["twice"].to_pylist()) == list(range(0, 500_000, 2))
    finally:
        opened.close()


def test_nothing_there(tmp_path: Path) -> None:
    """A path that does not exist, an empty folder, a database without tables."""
    error = refused(tmp_path / "absent")
    assert error.what == "the source does not exist"
    assert error.got == repr(str(tmp_path / "absent"))
    (tmp_path / "exports").mkdir()
    assert refused(tmp_path / "export").hint == "did you mean 'exports'?"
    assert "there is no folder" in str(refused(tmp_path / "gone" / "log.csv").hint)
    assert refused(tmp_path).what == "the source holds no table"
    duckdb.connect(str(tmp_path / "empty.duckdb")).close()
    assert refused(tmp_path / "empty.duckdb").what == "the source holds no table"


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("t.parquet", b"PAR1 but no more", "the file cannot be read"),
        ("t.parquet", b"", "the file is empty"),
        ("t.csv", b"", "the file is empty"),
        ("t.csv", b" \n\n", "the file is empty"),
        ("t.csv", b"a,b\n1,2\n3\n", "the file cannot be read"),
        ("t.csv.gz", b"no gzip at all", "the file cannot be read"),
        ("t.jsonl", b'{"a": 1}\n{"a":\n', "the file cannot be read"),
        ("t.jsonl", b"[1, 2]\n", "the file cannot be read"),
        ("t.sqlite", b"SQLite format 3\x00" + b"broken" * 50, "the source cannot be read"),
        ("t.duckdb", b"12345678DUCK" + b"broken" * 500, "the source cannot be read"),
        ("t.xlsx", b"PK", "the file cannot be read"),
        ("t.duckdb", b"random bytes" * 99, "the file is not a DuckDB file, though its name says so"),
        ("t.sqlite", b"random bytes" * 99, "the file is not an SQLite file, though its name says so"),
        ("noname", b"text", "the file is of an unknown kind"),
    ],
)
def test_unreadable_files(tmp_path: Path, name: str, content: bytes, what: str) -> None:
    """A file that is not what it claims to be is named, in one line, with what could be read."""
    path = tmp_path / name
    path.write_bytes(content)
    error = refused(path)
    assert error.what == what
    assert str(path) in str(error.where)
    assert error.expected
    assert "\n" not in str(error.got)


def test_lines_that_end_in_two_ways_are_told(tmp_path: Path) -> None:
    """A CSV file put together on two systems is refused with the cause, not with the reader's own words alone."""
    (tmp_path / "log.csv").write_bytes(b"customer,day,amount\r\n1,2024-01-01,3\n2,2024-01-02,4\r\n")
    assert "lines end in" in str(refused(tmp_path / "log.csv").hint)


def test_truncated_duckdb_file(tmp_path: Path) -> None:
    """A database cut short is an error, not an empty one."""
    path = tmp_path / "w.duckdb"
    with duckdb.connect(str(path)) as file:
        file.sql("CREATE TABLE log AS SELECT range AS n FROM range(100000)")
    path.write_bytes(path.read_bytes()[:9000])
    assert refused(path).what == "the source cannot be read"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path: Path) -> None:
    """A file that may not be read is named."""
    path = tmp_path / "w.duckdb"
    path.write_bytes(b"12345678DUCK")
    path.chmod(0)
    assert refused(path).what == "the file cannot be read"


@pytest.mark.parametrize(
    "address",
    [
        "nosuchengine://ana:s3cret@host/db",
        "postgres://ana:s3cret@127.0.0.1:1/db?connect_timeout=1",
        "postgres://ana:s3cret@127.0.0.1:1/db?connect_timeout=1&password=s3cret",
    ],
)
def test_a_password_is_never_shown(address: str) -> None:
    """An address that cannot be opened is told without its password, in the message and in its causes."""
    error = refused(address)
    assert error.what == "the address cannot be opened"
    assert "s3cret" not in str(error)
    assert "s3cret" not in str(error.as_dict())
    assert error.__cause__ is None
    assert error.__suppress_context__
    assert "ana" in str(error.where)


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("postgres://ana:p@ss:w/rd@h/db", "postgres://ana:***@h/db"),
        ("postgres://t0ken@h/db", "postgres://***@h/db"),
        ("postgres:/u:PW@h", "postgres:/u:***@h"),
        ("u:PW@h:5432/db", "u:***@h:5432/db"),
        ("host=h user=u password='s3 cret'", "host=h user=u password=***"),
        ("SC://h/;token=PW", "SC://h"),
        ("snowflake://u:p@acc/db?token=t", "snowflake://u:***@acc/db"),
        ("postgres://:secret@h/db", "postgres://:***@h/db"),
        ("/data/what?.duckdb", "/data/what?.duckdb"),
    ],
)
def test_redacted(address: str, shown: str) -> None:
    """Passwords and queries go; paths stay, whatever they look like."""
    assert redacted(address) == shown


def test_memory_tables_can_be_kept(folder_of: Callable[..., Path]) -> None:
    """Tables made in memory live beside those of the source."""
    warehouse = connect(str(folder_of(log=LOG)))
    kept = warehouse.materialise("m", ibis.memtable(LOG))
    assert kept.count().to_pyarrow().as_py() == 2
    warehouse.close()
