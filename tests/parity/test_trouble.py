"""PostgreSQL in trouble: what is said, what is left behind, and that the next run works."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from valuecast import pipeline
from valuecast.cli import main
from valuecast.config import configure
from valuecast.errors import EngineError, SourceError, ValuecastError
from valuecast.sources import connect

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


def at(step: str, act: Callable[[], Any]) -> Callable[[str], None]:
    """Progress that does something when a step begins."""
    says = {s.name: s.says for s in pipeline.STEPS}[step]

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
        pipeline.audit(config, at("value", drop))
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
        hold = at("audit", lambda: holder.execute("LOCK TABLE pendo__account IN ACCESS EXCLUSIVE MODE"))
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

    def grow() -> None:
        with psycopg.connect(loaded) as admin:
            admin.execute("INSERT INTO pendo__account_daily_metrics SELECT * FROM pendo__account_daily_metrics LIMIT 7")

    def shrink() -> None:
        with psycopg.connect(loaded) as admin:
            admin.execute(
                "DELETE FROM pendo__account_daily_metrics WHERE ctid IN (SELECT ctid FROM (SELECT ctid, row_number()"
                " OVER (PARTITION BY m::text) AS n FROM pendo__account_daily_metrics m) AS again WHERE n > 1)"
            )

    config = configure(source=loaded, grain="account", horizon_months=1, trend_months=[1])
    board: dict[str, Any] = {"config": config}
    from valuecast.pipeline import flow

    steps = {s.name: s for s in flow.STEPS}
    try:
        for name in ("connect", "read", "spell", "reread", "value", "span", "audit"):
            board[steps[name].writes] = steps[name].work(*(board[read] for read in steps[name].reads))
        assert steps["recheck"].work(*(board[read] for read in steps["recheck"].reads)) == ()
        grow()
        told = steps["recheck"].work(*(board[read] for read in steps["recheck"].reads))
    finally:
        shrink()
        board["warehouse"].close()
    assert [(f.code, f.table, f.count) for f in told] == [("input_changed", "pendo__account_daily_metrics", 7)]
