"""PostgreSQL in trouble: what is said, what is left behind, and that the next run works."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow.csv
import pytest

from valuecast import pipeline, store
from valuecast.cli import main
from valuecast.config import configure
from valuecast.engines import connect
from valuecast.errors import EngineError, SourceError, ValuecastError
from valuecast.pipeline.auditing import recheck
from valuecast.pipeline.runner import board
from valuecast.pipeline.step import until

psycopg = pytest.importorskip("psycopg", reason="the driver psycopg is not installed")
pytestmark = pytest.mark.postgres
PASSWORD = "s3cret-of-ana"


@pytest.fixture(scope="module")
def locked(loaded: str) -> Iterator[str]:
    """The address of a role that must give its password, and may read and make temporary tables."""
    with psycopg.connect(loaded, autocommit=True) as admin:
        admin.execute(f"CREATE ROLE ana LOGIN PASSWORD '{PASSWORD}'")
        admin.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO ana")
        rules = Path(admin.execute("SHOW hba_file").fetchone()[0])
        rules.write_text("host all ana 127.0.0.1/32 scram-sha-256\n" + rules.read_text())
        admin.execute("SELECT pg_reload_conf()")
    yield loaded.replace("postgres@", f"ana:{PASSWORD}@")
    with psycopg.connect(loaded, autocommit=True) as admin:
        admin.execute("DROP OWNED BY ana")
        admin.execute("DROP ROLE ana")


def typed(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    """Exit code and everything printed."""
    with pytest.raises(SystemExit) as left:
        main([*words, "--quiet"])
    told = capsys.readouterr()
    return int(left.value.code or 0), told.out + told.err


def typed_while(address: str, table: str, act: Callable[[Any], object], *words: str) -> tuple[int, str]:
    """Exit code and everything printed of a process of its own, after an act when it has made a temporary table."""
    made = "SELECT oid FROM pg_class WHERE relname = %s AND relpersistence = 't'"
    with psycopg.connect(address, autocommit=True) as admin:
        of_others = set(admin.execute(made, [table]).fetchall())
        process = subprocess.Popen(
            [sys.executable, "-m", "valuecast", *words, "--quiet"],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        while process.poll() is None and not set(admin.execute(made, [table]).fetchall()) - of_others:
            time.sleep(0.01)
        assert process.poll() is None, process.communicate()[0]
        act(admin)
    told, _ = process.communicate(timeout=300)
    assert "Traceback" not in told
    assert PASSWORD not in told
    return process.returncode, told


HALF_WAY = "valuecast_anchors"
"""What is made just before the signals, the work that takes longest."""
MORE = "INSERT INTO pendo__account_daily_metrics SELECT * FROM pendo__account_daily_metrics LIMIT 7"
NO_MORE = (
    "DELETE FROM pendo__account_daily_metrics WHERE ctid IN (SELECT ctid FROM (SELECT ctid, row_number()"
    " OVER (PARTITION BY m::text) AS n FROM pendo__account_daily_metrics m) AS again WHERE n > 1)"
)
"""Rows come in, and go again."""


def at(step: str, act: Callable[[], Any]) -> Callable[[str], None]:
    """Progress that does something when a step begins."""
    says = {s.name: s.says for s in pipeline.RUN}[step]

    def progress(text: str) -> None:
        if text == says:
            act()

    return progress


def chain(error: BaseException) -> str:
    """Whatever a traceback would show of the errors themselves."""
    shown, at_error = "", error
    while at_error is not None:
        shown += str(at_error)
        at_error = at_error.__cause__ or (None if at_error.__suppress_context__ else at_error.__context__)  # type: ignore[assignment]
    return shown


@pytest.mark.parametrize("wrong", ["wrong-pass", "p@ss/w:rd"])
def test_a_wrong_password(locked: str, wrong: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2, the password not shown, no folder made."""
    address = locked.replace(PASSWORD, wrong)
    code, told = typed(capsys, "run", "--source", address, "--kind", "pendo", "--out", str(tmp_path / "out"))
    assert code == 2
    assert "the address cannot be opened" in told
    assert wrong not in told
    assert not (tmp_path / "out").exists()


def test_a_dropped_connection(locked: str, loaded: str) -> None:
    """A connection that the server ends in the middle is told as that, with exit code 1; a rerun works."""

    def drop() -> None:
        with psycopg.connect(loaded) as admin:
            admin.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'ana'")

    config = configure(source=locked, grain="account")
    with pytest.raises(EngineError) as met:
        pipeline.audit(config, at("activity", drop))
    assert met.value.what == "the connection to the engine was lost"
    assert met.value.exit_code == 1
    assert PASSWORD not in chain(met.value)
    again = pipeline.audit(config)
    assert PASSWORD not in str(again.manifest)
    assert again.findings


def test_a_time_limit(locked: str, loaded: str) -> None:
    """A table that stays locked longer than the role may wait is told as a time limit."""
    with psycopg.connect(loaded, autocommit=True) as admin:
        admin.execute("ALTER ROLE ana SET lock_timeout = '100ms'")
    holder = psycopg.connect(loaded)
    try:
        hold = at("inspection", lambda: holder.execute("LOCK TABLE pendo__account IN ACCESS EXCLUSIVE MODE"))
        with pytest.raises(EngineError) as met:
            pipeline.audit(configure(source=locked), hold)
    finally:
        holder.close()
    assert met.value.what == "the engine ran into a time limit"
    assert PASSWORD not in chain(met.value)


def test_a_role_that_may_make_nothing(locked: str, loaded: str) -> None:
    """A role that may not make temporary tables is told so, with exit code 2."""
    with psycopg.connect(loaded, autocommit=True) as admin:
        admin.execute("ALTER ROLE ana SET default_transaction_read_only = on")
    try:
        with pytest.raises(SourceError) as met:
            pipeline.run(configure(source=locked, grain="account"))
    finally:
        with psycopg.connect(loaded, autocommit=True) as admin:
            admin.execute("ALTER ROLE ana RESET default_transaction_read_only")
    assert met.value.what == "the role lacks a right"
    assert met.value.exit_code == 2


def test_a_role_that_may_not_read(loaded: str) -> None:
    """A role that may read nothing sees no table, and is told what to look at."""
    with psycopg.connect(loaded, autocommit=True) as admin:
        admin.execute("CREATE ROLE stranger LOGIN")
    with pytest.raises(ValuecastError) as met:
        pipeline.audit(configure(source=loaded.replace("postgres@", "stranger@")))
    assert met.value.what == "the source holds no table"
    assert "whether the role may read" in str(met.value.hint)


def test_a_server_that_is_down() -> None:
    """Nobody at the address: told at once, password not shown."""
    with pytest.raises(SourceError) as met:
        connect(f"postgres://ana:{PASSWORD}@127.0.0.1:1/db")
    assert met.value.what == "the address cannot be opened"
    assert PASSWORD not in chain(met.value)


def test_a_table_that_changes(loaded: str) -> None:
    """Rows that come in between the first look and the last are a finding."""

    def execute(statement: str) -> None:
        with psycopg.connect(loaded) as admin:
            admin.execute(statement)

    config = configure(source=loaded, grain="account", horizon_months=1, trend_months=[1])
    try:
        with board(config=config) as made:
            for step in until(pipeline.RUN, "inspection"):
                made.take(step)
            source, inspection = made["source"], made["inspection"]
            assert recheck(source, inspection).findings == ()
            execute(MORE)
            told = recheck(source, inspection).findings
    finally:
        execute(NO_MORE)
    assert [(f.code, f.table, f.count) for f in told] == [("input_changed", "pendo__account_daily_metrics", 7)]


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Settings of a run by account with few windows."""
    file = tmp_path_factory.mktemp("settings") / "settings.json"
    file.write_text(json.dumps({"source": "given", "grain": "account", "horizon_months": 1, "trend_months": [1]}))
    return str(file)


def test_a_run_that_is_cut_off(locked: str, loaded: str, settings: str, tmp_path: Path) -> None:
    """The server ends the connection half-way: exit code 1, earlier results as they were, and nothing beside them."""
    earlier = tmp_path / "out" / "manifest.json"
    with store.staged(earlier.parent) as beside:
        (beside / "manifest.json").write_text("{}")
    end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'ana'"
    words = ("run", "--config", settings, "--source", locked, "--out", str(tmp_path / "out"))
    code, told = typed_while(loaded, HALF_WAY, lambda admin: admin.execute(end), *words)
    assert code == 1
    assert "the connection to the engine was lost" in told
    assert "run again: nothing was written" in told
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert sorted(path.name for path in earlier.parent.iterdir()) == [".valuecast.json", "manifest.json"]
    assert earlier.read_text() == "{}"


def test_a_run_over_a_table_that_grows(locked: str, loaded: str, settings: str, tmp_path: Path) -> None:
    """Rows that come in while a run works are a finding of its results, with their number; the results are whole."""
    words = ("run", "--config", settings, "--source", locked, "--out", str(tmp_path / "out"))
    try:
        code, told = typed_while(loaded, HALF_WAY, lambda admin: admin.execute(MORE), *words)
    finally:
        with psycopg.connect(loaded, autocommit=True) as admin:
            admin.execute(NO_MORE)
    assert code == 0, told
    findings = pyarrow.csv.read_csv(tmp_path / "out" / "findings.csv").to_pylist()
    changed = [(f["table"], f["count"]) for f in findings if f["code"] == "input_changed"]
    assert changed == [("pendo__account_daily_metrics", 7)]
    assert "47,309 at the end" in (tmp_path / "out" / "report.md").read_text()
    assert pyarrow.csv.read_csv(tmp_path / "out" / "tables" / "value_scores.csv").num_rows > 0


def test_a_statement_that_takes_too_long(
    locked: str, loaded: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A role whose statements are limited is told of the limit, with exit code 1, and no folder is made."""
    with psycopg.connect(loaded, autocommit=True) as admin:
        admin.execute("ALTER ROLE ana SET statement_timeout = '150ms'")
        try:
            code, told = typed(capsys, "run", "--source", locked, "--out", str(tmp_path / "out"))
        finally:
            admin.execute("ALTER ROLE ana RESET statement_timeout")
    assert code == 1
    assert "the engine ran into a time limit" in told
    assert "statement timeout" in told
    assert PASSWORD not in told
    assert not (tmp_path / "out").exists()


def test_a_role_that_may_read_and_not_write(
    locked: str, loaded: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Results cannot go back to where the role may only read: exit code 2 before any work, and what is there stays."""
    with psycopg.connect(loaded, autocommit=True) as admin:
        admin.execute("CREATE SCHEMA kept CREATE TABLE notes (n integer)")
        admin.execute("GRANT USAGE ON SCHEMA kept TO ana")
        words = ["run", "--source", locked, "--kind", "pendo", "--out", str(tmp_path / "out"), "--write-to", locked]
        code, told = typed(capsys, *words, "--write-schema", "kept")
        tables = admin.execute("SELECT table_name FROM information_schema.tables WHERE table_schema = 'kept'")
        assert tables.fetchall() == [("notes",)]
        admin.execute("DROP SCHEMA kept CASCADE")
    assert code == 2
    assert "the results cannot be written to the engine" in told
    assert "permission denied" in told
    assert PASSWORD not in told
    assert not (tmp_path / "out").exists()
