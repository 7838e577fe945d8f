"""Whatever is given: an exit code, a message that names the place and the value, and never a traceback."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq
import pytest

from .conftest import Command, Tables, small_tables, with_column, write_log, write_tables

DAILY = "pendo__account_daily_metrics"


def findings(command: Command, source: Path, *more: object, code: int = 3) -> list[dict[str, object]]:
    """What the audit finds, by way of its JSON."""
    ran = command("audit", "--source", source, "--json", *more)
    assert ran.code == code, ran.out
    assert ran.err == ""
    found: list[dict[str, object]] = json.loads(ran.out)["findings"]
    return found


def one(found: list[dict[str, object]], code: str, table: str = "", column: str = "") -> dict[str, object]:
    """The finding of this code in this place; it must say what it means and what to do."""
    fitting = [f for f in found if f["code"] == code and table in str(f["table"]) and column in str(f["column"])]
    assert fitting, sorted({(str(f["code"]), str(f["table"]), str(f["column"])) for f in found})
    assert fitting[0]["evidence"]
    assert fitting[0]["consequence"]
    assert fitting[0]["remedy"]
    return fitting[0]


def refused(command: Command, *arguments: object, words: tuple[str, ...]) -> None:
    """Exit code 2, and one explanation with these words in it, for a person and for a machine."""
    ran = command(*arguments)
    assert ran.code == 2, ran.said
    assert "error: " in ran.err
    for word in words:
        assert word in ran.err, ran.err
    machine = command(*arguments, "--json")
    assert machine.code == 2
    assert json.loads(machine.out)["what"]
    assert machine.err == ""


# Places


@pytest.mark.parametrize("name", ["copy.csv", "new.parquet", "notes"])
def test_results_into_a_file_of_another_kind(valuecast: Command, tmp_path: Path, name: str) -> None:
    """A file that is no database, or by its name would be none, is refused before anything is computed."""
    log = write_log(tmp_path / "log.csv", [f"c{n}" for n in range(9)])
    place = tmp_path / name
    if name != "new.parquet":
        place.write_text("customer_id,occurred_on\na,2024-01-01\n")
    before = place.read_bytes() if place.exists() else None
    ran = valuecast("run", "--source", log, "--out", tmp_path / "out", "--write-to", place)
    assert ran.code == 2, ran.said
    assert "results cannot be written into a file of this kind" in ran.said
    assert "results.duckdb" in ran.said
    assert (place.read_bytes() if place.exists() else None) == before
    assert not (tmp_path / "out").exists()


def test_a_schema_without_an_engine(valuecast: Command, tmp_path: Path) -> None:
    """A schema to write to is refused where nothing is written to an engine."""
    log = write_log(tmp_path / "log.csv", [f"c{n}" for n in range(9)])
    refused(valuecast, "run", "--source", log, "--write-schema", "kept", words=("--write-to", "kept"))


def test_two_logs_in_one_folder(valuecast: Command, tmp_path: Path) -> None:
    """Which of two tables of the same columns is the log is asked, not guessed; said, it is obeyed."""
    for name in ("east", "west"):
        write_log(tmp_path / "logs" / f"{name}.csv", [f"c{n}" for n in range(9)])
    refused(valuecast, "audit", "--source", tmp_path / "logs", words=("east", "west", "--map table="))
    assert valuecast("audit", "--source", tmp_path / "logs", "--map", "table=east").code in (0, 3)


def test_two_months_in_one_folder(valuecast: Command, tmp_path: Path) -> None:
    """Files that differ by their month alone are one log, and it is said."""
    for name in ("may", "june"):
        write_log(tmp_path / "logs" / f"{name}.csv", [f"c{n}" for n in range(9)])
    ran = valuecast("audit", "--source", tmp_path / "logs")
    assert ran.code in (0, 3)
    assert "2 files, june.csv to may.csv, are read as one table" in ran.said


# Tables


def test_a_missing_table(valuecast: Command, tmp_path: Path) -> None:
    """A table that is not there is named, with what it costs."""
    tables = small_tables()
    del tables["pendo__visitor"]
    found = findings(valuecast, write_tables(tmp_path / "in", tables))
    assert one(found, "table_missing", "pendo__visitor")["severity"] != "note"


def test_a_missing_column(valuecast: Command, tmp_path: Path) -> None:
    """A required column that is not there is named, and its table."""
    tables = small_tables()
    tables[DAILY] = tables[DAILY].drop_columns(["sum_minutes"])
    found = findings(valuecast, write_tables(tmp_path / "in", tables))
    assert "sum_minutes" in str(one(found, "column_missing", DAILY))


def test_an_empty_table(valuecast: Command, tmp_path: Path) -> None:
    """A table without rows is named."""
    tables = small_tables()
    tables["pendo__visitor_daily_metrics"] = tables["pendo__visitor_daily_metrics"].slice(0, 0)
    found = findings(valuecast, write_tables(tmp_path / "in", tables))
    one(found, "table_empty", "pendo__visitor_daily_metrics")


def test_all_tables_empty(valuecast: Command, tmp_path: Path) -> None:
    """Nothing in any table: exit code 3, the reason first, and a report all the same."""
    source = write_tables(tmp_path / "in", {name: table.slice(0, 0) for name, table in small_tables().items()})
    ran = valuecast("run", "--source", source, "--out", tmp_path / "out")
    assert ran.code == 3
    assert "no_activity" in ran.out
    assert "nobody can be assessed" in ran.out
    assert (tmp_path / "out" / "report.html").stat().st_size > 0
    told = pyarrow.csv.read_csv(tmp_path / "out" / "findings.csv")
    assert "no_activity" in told["code"].to_pylist()


# Values


@pytest.mark.parametrize("bad_rows", [3, None])
def test_dates_that_cannot_be_read(valuecast: Command, tmp_path: Path, bad_rows: int | None) -> None:
    """Text that is no date is counted and shown; when there is nothing else, nobody can be assessed."""
    tables = small_tables()
    table = tables[DAILY]
    days = [str(day) for day in table["occurred_on"].to_pylist()]
    bad = len(days) if bad_rows is None else bad_rows
    tables[DAILY] = with_column(table, "occurred_on", ["31/31/2024"] * bad + days[bad:])
    if bad_rows is None:
        del tables["pendo__visitor_daily_metrics"]
    found = findings(valuecast, write_tables(tmp_path / "in", tables))
    told = one(found, "dates_unreadable", DAILY, "occurred_on")
    assert told["count"] == bad
    assert "31/31/2024" in str(told["evidence"])
    assert any(f["code"] == "no_activity" for f in found) == (bad_rows is None)


def test_negative_minutes(valuecast: Command, tmp_path: Path) -> None:
    """Minutes below zero are counted, and not used."""
    tables = small_tables()
    minutes = tables[DAILY]["sum_minutes"].to_pylist()
    tables[DAILY] = with_column(tables[DAILY], "sum_minutes", [-5.0, -7.0, *minutes[2:]])
    found = findings(valuecast, write_tables(tmp_path / "in", tables))
    assert one(found, "negative_values", DAILY, "sum_minutes")["count"] == 2


def test_not_a_number_and_infinity(valuecast: Command, tmp_path: Path) -> None:
    """NaN and infinities are counted, and not used."""
    tables = small_tables()
    minutes = tables[DAILY]["sum_minutes"].to_pylist()
    odd = [float("nan"), float("inf"), float("-inf")]
    tables[DAILY] = with_column(tables[DAILY], "sum_minutes", [*odd, *minutes[3:]])
    found = findings(valuecast, write_tables(tmp_path / "in", tables))
    assert one(found, "not_finite", DAILY, "sum_minutes")["count"] == 3


def test_repeated_keys(valuecast: Command, tmp_path: Path) -> None:
    """Rows beyond the first of their key are counted."""
    tables = small_tables()
    tables[DAILY] = pa.concat_tables([tables[DAILY], tables[DAILY].slice(0, 4)])
    found = findings(valuecast, write_tables(tmp_path / "in", tables))
    assert one(found, "duplicate_keys", DAILY)["count"] == 4


# Companies that are hardly companies


def test_a_single_customer(valuecast: Command, tmp_path: Path) -> None:
    """One customer is scored and listed, without evidence: exit code 3."""
    log = write_log(tmp_path / "log.csv", ["only"])
    ran = valuecast("run", "--source", log, "--out", tmp_path / "out", "--quiet")
    assert ran.code == 3
    assert "too_few_customers" in ran.out
    assert pyarrow.csv.read_csv(tmp_path / "out/tables/value_scores.csv")["customer_id"].to_pylist() == ["only"]
    assert (tmp_path / "out" / "report.html").stat().st_size > 0


def test_all_customers_alike(valuecast: Command, tmp_path: Path) -> None:
    """Copies of one customer come out with one and the same score, and the run ends in words."""
    log = write_log(tmp_path / "log.csv", [f"c{i:03}" for i in range(120)], alike=True)
    ran = valuecast("run", "--source", log, "--out", tmp_path / "out")
    assert ran.code in (0, 3)
    scored = pyarrow.csv.read_csv(tmp_path / "out/tables/value_scores.csv")
    assert scored.num_rows == 120
    for name in ("weighted", "rfm", "duration_frequency"):
        assert len(set(scored[name].to_pylist())) == 1, name
    assert (tmp_path / "out" / "report.html").stat().st_size > 0


# Settings


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """A log of three customers."""
    return write_log(tmp_path / "in" / "log.csv", ["a", "b", "c"], months=4)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("source: log.csv\nhorizon_month: 3\n", ("horizon_month", "did you mean 'horizon_months'", "valuecast.yaml")),
        ("source: log.csv\ngrain: acount\n", ("grain", "'acount'", "'account' or 'visitor'")),
        ("source: log.csv\nhigh_value_share: 2\n", ("high_value_share", "2", "less than 1")),
        ("source: log.csv\nkind: evens\n", ("unknown kind of source", "'evens'", "did you mean 'events'")),
        ("source: log.csv\nevents: {customer: a}\n", ("events.customer", "customer_id")),
        (
            "source: log.csv\nkind: events\nevents: {time: occurred_on}\nweights: {wieghted: {duration: 1}}\n",
            ("wieghted", "did you mean 'weighted'"),
        ),
        ("kind: events\n", ("setting 'source' is missing",)),
        ("- source\n", ("not a mapping", "valuecast.yaml")),
        ("source: [\n", ("not YAML", "valuecast.yaml")),
        ("", ("empty", "valuecast.yaml")),
    ],
)
def test_a_wrong_configuration(
    valuecast: Command, log: Path, monkeypatch: pytest.MonkeyPatch, text: str, words: tuple[str, ...]
) -> None:
    """The setting, the value met and what is allowed are named."""
    monkeypatch.chdir(log.parent)
    Path("valuecast.yaml").write_text(text, encoding="utf-8")
    refused(valuecast, "run", words=words)
    assert not Path("results").exists()


def test_no_source_at_all(valuecast: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without source and configuration, the demo is named as a start."""
    monkeypatch.chdir(tmp_path)
    refused(valuecast, "run", words=("no source was given", "valuecast.yaml", "valuecast demo"))


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--map", "customer_id=cliënt"), ("cliënt", "events.customer_id, table log", "customer_id, occurred_on")),
        (("--map", "time=occured_on"), ("events.time", "did you mean 'occurred_on'")),
        (("--map", "custmer_id=a"), ("--map", "custmer_id=a", "did you mean 'customer_id'")),
        (("--map", "customer_id"), ("--map", "role=column", "--map customer_id=COLUMN")),
        (("--map", "date_format"), ("--map date_format=%m/%d/%Y",)),
        (("--map", "customer_id=zzz"), ("'zzz'", "customer_id=COLUMN")),
        (("--grain", "visitor"), ("visitor", "member_id")),
        (("--kind", "pendo"), ("no table of the dbt_pendo package", "log", "kind: events")),
    ],
)
def test_options_that_do_not_fit_the_source(
    valuecast: Command, log: Path, options: tuple[str, ...], words: tuple[str, ...]
) -> None:
    """A mapping to a column that is not there, a grain or kind that the source lacks."""
    refused(valuecast, "audit", "--source", log, *options, words=words)


def test_a_source_of_several_tables(valuecast: Command, log: Path) -> None:
    """Where the log is one of several tables, the option that names it is shown."""
    write_log(log.parent / "other.csv", ["a"])
    refused(valuecast, "audit", "--source", log.parent, "--kind", "events", words=("--map table=log",))


def test_init_without_a_log(valuecast: Command, tmp_path: Path) -> None:
    """Tables without a day cannot be a log: exit code 2, what was seen, and no file."""
    source = write_tables(tmp_path / "in", {"products": pa.table({"product": ["a"], "price": [1.0]})})
    ran = valuecast("init", "--source", source, "--out", tmp_path / "y.yaml")
    assert ran.code == 2
    assert "no table can be a log" in ran.err
    assert "products: product [string], price [float64]" in ran.err
    assert not (tmp_path / "y.yaml").exists()


def test_init_says_what_is_not_known(valuecast: Command, tmp_path: Path) -> None:
    """A column that could not be told is a placeholder, and the last words say which to replace."""
    source = write_tables(tmp_path / "in", {"log": pa.table({"x": ["a", "b"], "day": [date(2024, 1, 1)] * 2})})
    ran = valuecast("init", "--source", source, "--out", tmp_path / "y.yaml")
    assert ran.code == 0
    assert "not known: events.customer_id. Replace PUT_THE_COLUMN_HERE" in ran.said
    refused(valuecast, "audit", "--config", tmp_path / "y.yaml", words=("PUT_THE_COLUMN_HERE", "x, day"))


# Dates


@pytest.mark.parametrize("as_of", ["2020-01-01", "2023-01-02", "2026-01-01"])
def test_as_of_outside_the_data(valuecast: Command, log: Path, as_of: str) -> None:
    """A day with no data before it, or long after the last: the span of the data is told."""
    refused(valuecast, "audit", "--source", log, "--as-of", as_of, words=("as_of", as_of, "2023-01-02", "2023-04-25"))


def test_as_of_in_the_middle(valuecast: Command, log: Path) -> None:
    """A day within the data is kept to."""
    ran = valuecast("audit", "--source", log, "--as-of", "2023-03-01")
    assert "data before 2023-03-01 are used" in ran.said


# Files


def corrupt_parquet(folder: Path) -> Path:
    """A Parquet file whose end is garbage."""
    path = folder / f"{DAILY}.parquet"
    pq.write_table(small_tables()[DAILY], path)
    path.write_bytes(path.read_bytes()[:-60] + b"x" * 60)
    return path


def no_parquet(folder: Path) -> Path:
    """Text with the name of a Parquet file."""
    path = folder / "log.parquet"
    path.write_text("customer_id,occurred_on\n", encoding="utf-8")
    return path


def corrupt_csv(folder: Path) -> Path:
    """Bytes with the name of a CSV file."""
    path = folder / "log.csv"
    path.write_bytes(b"customer_id,occurred_on\n" + bytes(range(128, 256)) * 40)
    return path


def truncated_duckdb(folder: Path) -> Path:
    """A DuckDB file cut in half."""
    path = folder / "warehouse.duckdb"
    connection = duckdb.connect(str(path))
    connection.execute("CREATE TABLE pendo__account AS SELECT range::TEXT AS account_id FROM range(50000)")
    connection.close()
    path.write_bytes(path.read_bytes()[:9000])
    return path


def truncated_sqlite(folder: Path) -> Path:
    """The first bytes of an SQLite file, and no more."""
    path = folder / "warehouse.sqlite"
    path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 500)
    return path


def unknown_kind(folder: Path) -> Path:
    """A file that is no table at all."""
    path = folder / "notes.docx"
    path.write_bytes(b"PK\x03\x04 nothing")
    return path


def empty_folder(folder: Path) -> Path:
    """A folder without files."""
    return folder


def nothing_there(folder: Path) -> Path:
    """A path that does not exist."""
    return folder / "absent.duckdb"


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (corrupt_parquet, ("the file cannot be read", "a readable Parquet file")),
        (no_parquet, ("the file cannot be read", "a readable Parquet file")),
        (corrupt_csv, ("log", "expected")),
        (truncated_duckdb, ("the source cannot be read", "DuckDB")),
        (truncated_sqlite, ("the source cannot be read",)),
        (unknown_kind, ("unknown kind", ".docx")),
        (empty_folder, ("holds no table",)),
        (nothing_there, ("does not exist", "Parquet, CSV or JSON lines")),
    ],
)
def test_a_source_that_cannot_be_read(
    valuecast: Command, tmp_path: Path, make: Callable[[Path], Path], words: tuple[str, ...]
) -> None:
    """The file is named, with what was expected in its place; no results are begun."""
    (tmp_path / "in").mkdir()
    source = make(tmp_path / "in")
    refused(valuecast, "run", "--source", source, "--out", tmp_path / "out", words=(str(source), *words))
    assert not (tmp_path / "out").exists()
    assert valuecast("init", "--source", source, "--out", tmp_path / "y.yaml").code == 2
    assert not (tmp_path / "y.yaml").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_source_that_may_not_be_read(valuecast: Command, log: Path) -> None:
    """A file without permission is named."""
    log.chmod(0)
    refused(valuecast, "audit", "--source", log, words=(str(log), "cannot be read"))


# Outputs


def test_an_output_that_is_a_file(valuecast: Command, log: Path, tmp_path: Path) -> None:
    """A file is not overwritten."""
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    refused(valuecast, "run", "--source", log, "--out", tmp_path / "out", words=("the output is a file", "a folder"))
    assert (tmp_path / "out").read_text(encoding="utf-8") == "mine"


def test_an_output_folder_with_other_things(valuecast: Command, log: Path, tmp_path: Path) -> None:
    """A folder that holds something else is left as it is."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.tex").write_text("mine", encoding="utf-8")
    refused(valuecast, "run", "--source", log, "--out", tmp_path / "out", words=("holds something else", "--out"))
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["thesis.tex"]


def test_an_output_below_a_file(valuecast: Command, log: Path) -> None:
    """A folder cannot be made below a file."""
    refused(valuecast, "run", "--source", log, "--out", log / "out", words=("cannot be written", str(log / "out")))
    refused(valuecast, "backtest", "--source", log, "--out", log / "out", words=("cannot be written",))
    refused(valuecast, "demo", "--out", log / "out", words=("cannot be written",))


@pytest.mark.skipif(not Path("/proc/version").exists(), reason="there is no /proc here")
def test_an_output_where_nothing_can_be_written(valuecast: Command, log: Path) -> None:
    """A place that refuses files, root or not, is told before any work is done."""
    refused(valuecast, "run", "--source", log, "--out", "/proc/valuecast", words=("cannot be written", "/proc"))
    ran = valuecast("init", "--source", log, "--out", "/proc/valuecast/valuecast.yaml")
    assert ran.code == 2
    assert "cannot be written" in ran.err
    ran = valuecast("simulate", "--out", "/proc/valuecast", "--accounts", 3, "--months", 1)
    assert ran.code == 2
    assert "cannot be written" in ran.err


def test_rows_of_another_century(valuecast: Command, tmp_path: Path) -> None:
    """Rows dated far after the rest are told and not used."""
    tables = small_tables()
    days = tables[DAILY]["occurred_on"].to_pylist()
    tables[DAILY] = with_column(tables[DAILY], "occurred_on", [date(2199, 1, 1), *days[1:]])
    found = findings(valuecast, write_tables(tmp_path / "in", tables))
    assert "2199-01-01" in str(one(found, "dates_after_end")["evidence"])
    ran = valuecast("audit", "--source", tmp_path / "in")
    assert f"data before {date(2024, 6, 30) + timedelta(days=1)} are used" in ran.said


def test_a_grain_without_activity(valuecast: Command, tmp_path: Path) -> None:
    """Asked for visitors where no visitor was ever active: refused, not assessed by account in silence."""
    tables: Tables = small_tables()
    del tables["pendo__visitor_daily_metrics"]
    source = write_tables(tmp_path / "in", tables)
    refused(valuecast, "audit", "--source", source, "--grain", "visitor", words=("no visitor was ever active", "auto"))
