"""A small company and one whole run of it, made once; and the command line as a user types it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from valuecast.cli import main
from valuecast.simulate import Company, simulate

Tables = dict[str, pa.Table]


@dataclass(frozen=True)
class Ran:
    """What a command left on the screen, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> str:
        """Everything that was printed, with runs of blanks made one."""
        return " ".join((self.out + " " + self.err).split())


Command = Callable[..., Ran]


@pytest.fixture
def valuecast(capsys: pytest.CaptureFixture[str]) -> Command:
    """Run the command line in this process; a traceback anywhere fails the test."""

    def run(*arguments: object) -> Ran:
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            main([str(argument) for argument in arguments])
        shown = capsys.readouterr()
        ran = Ran(int(left.value.code or 0), shown.out, shown.err)
        assert "Traceback" not in ran.out + ran.err
        assert "unexpected failure" not in ran.err, ran.err
        return ran

    return run


def start(*arguments: object, cwd: Path, **environment: str) -> subprocess.Popen[str]:
    """The command line in a process of its own, interruptible even where this process ignores SIGINT."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return subprocess.Popen(
            [sys.executable, "-m", "valuecast", *(str(argument) for argument in arguments)],
            cwd=cwd,
            env={**os.environ, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
    finally:
        signal.signal(signal.SIGINT, before)


@pytest.fixture(scope="session")
def typed() -> Command:
    """Run the command line in a process of its own."""

    def run(*arguments: object, cwd: Path) -> Ran:
        process = start(*arguments, cwd=cwd)
        out, err = process.communicate(timeout=200)
        assert "Traceback" not in out + err
        return Ran(process.returncode, out, err)

    return run


@pytest.fixture(scope="session")
def company(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of 150 accounts over 14 months."""
    folder = tmp_path_factory.mktemp("company") / "tables"
    simulate(Company(accounts=150, visitors=600, months=14, end=date(2024, 10, 31), seed=3), folder)
    return folder


@pytest.fixture(scope="session")
def results(company: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The results of one whole run, by ``valuecast run``."""
    out = tmp_path_factory.mktemp("results") / "first"
    with pytest.raises(SystemExit) as left:
        main(["run", "--source", str(company), "--out", str(out), "--quiet"])
    assert not left.value.code
    return out


@pytest.fixture(scope="session")
def repository() -> Path:
    """The folder that holds this repository's files."""
    return Path(__file__).resolve().parents[2]


def small_tables(accounts: int = 6, days: int = 200, end: date = date(2024, 6, 30)) -> Tables:
    """A handful of accounts with one visitor each, active every third day, as dbt_pendo would leave them."""
    ids = [f"a{i}" for i in range(accounts)]
    people = [f"v{i}" for i in range(accounts)]
    dates = [end - timedelta(days=n) for n in range(0, days, 3)]
    rows = [(i, day, float(10 + 7 * i + n % 5)) for i in range(accounts) for n, day in enumerate(dates)]
    daily = {
        "occurred_on": [day for _, day, _ in rows],
        "sum_minutes": [minutes for *_, minutes in rows],
        "sum_events": [2.0 * minutes for *_, minutes in rows],
        "count_event_records": [3.0 for _ in rows],
    }
    first = [dates[-1]] * accounts
    return {
        "pendo__account": pa.table({"account_id": ids, "first_visit_at": first, "sum_minutes": [90.0] * accounts}),
        "pendo__visitor": pa.table({"visitor_id": people, "account_id": ids, "first_visit_at": first}),
        "pendo__account_daily_metrics": pa.table({"account_id": [ids[i] for i, *_ in rows], **daily}),
        "pendo__visitor_daily_metrics": pa.table({"visitor_id": [people[i] for i, *_ in rows], **daily}),
    }


def write_tables(folder: Path, tables: Tables) -> Path:
    """Write each table as Parquet."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in tables.items():
        pq.write_table(table, folder / f"{name}.parquet")
    return folder


def with_column(table: pa.Table, name: str, values: object) -> pa.Table:
    """The table with other values in one column."""
    return table.set_column(table.column_names.index(name), name, pa.array(values))


def write_log(path: Path, customers: list[str], months: int = 14, *, alike: bool = False) -> Path:
    """A log of weekly purchases, one CSV file: customer, day, amount."""
    start_day = date(2023, 1, 2)
    weeks = [start_day + timedelta(days=7 * n) for n in range(int(months * 4.35))]
    rows = [
        (customer, day, 10.0 if alike else float(5 + (13 * i + 7 * n) % 29 + i % 11))
        for i, customer in enumerate(customers)
        for n, day in enumerate(weeks)
        if alike or (i + n) % (1 + i % 3) == 0
    ]
    quoted = ['"' + customer.replace('"', '""') + '"' for customer, *_ in rows]
    lines = [f"{who},{day},{amount}" for who, (_, day, amount) in zip(quoted, rows, strict=True)]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(["customer_id,occurred_on,amount", *lines]) + "\n", encoding="utf-8")
    return path
