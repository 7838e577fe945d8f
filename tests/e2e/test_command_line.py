"""The command line as a user types it: what it prints, writes and answers."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.csv
import pytest

from valuecast import engines
from valuecast.cli.exits import interruptible

from .conftest import Command, Ran, start, write_log

ALWAYS = (
    "value_scores",
    "segments",
    "hv_predictions_testset",
    "value_trends_all_accounts",
    "feature_importances",
    "backtest_windows",
    "backtest_metrics",
    "actions",
)
COMMANDS = ("demo", "init", "audit", "run", "refresh", "backtest", "simulate")


def is_whole(results: Path, *, supported: bool = True) -> None:
    """Every output that is promised is there and not empty."""
    for name in ("report.html", "report.md", "manifest.json", "findings.csv"):
        assert (results / name).stat().st_size > 0, name
    for name in ALWAYS if supported else ("value_scores", "segments", "actions"):
        assert pyarrow.csv.read_csv(results / "tables" / f"{name}.csv").num_rows > 0, name
        assert (results / "tables" / f"{name}.parquet").is_file(), name
    charts = results / "charts"
    drawn = {path.stem for path in charts.glob("*.svg")}
    assert drawn
    assert drawn == {path.stem for path in charts.glob("*.png")} == {path.stem for path in charts.glob("*.json")}


ASIDE = (".valuecast", ".partial")
"""How the names of folders and files end in which a run writes before they take their place."""


def leftovers(folder: Path) -> list[str]:
    """Hidden folders that a run should have taken away."""
    return [path.name for path in folder.iterdir() if path.name.startswith(".") and path.name.endswith(ASIDE)]


def same_files(one: Path, other: Path, pattern: str) -> None:
    """Both folders hold the same files of this kind, byte for byte."""
    names = sorted(str(path.relative_to(one)) for path in one.glob(pattern))
    assert names
    assert names == sorted(str(path.relative_to(other)) for path in other.glob(pattern))
    differing = [name for name in names if (one / name).read_bytes() != (other / name).read_bytes()]
    assert not differing


@pytest.fixture(scope="module")
def repeated(company: Path, typed: Command, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ran, Ran]:
    """``init`` and ``run`` typed in a new folder, with the configuration that init wrote."""
    folder = tmp_path_factory.mktemp("typed")
    began = typed("init", "--source", company, cwd=folder)
    return folder, began, typed("run", "--json", cwd=folder)


def test_demo_needs_nothing(typed: Command, tmp_path: Path) -> None:
    """The demo simulates a company, assesses it and names the report, which is there."""
    ran = typed("demo", "--accounts", 130, cwd=tmp_path)
    assert ran.code == 0
    assert "demo/results/report.html" in ran.out
    assert "…" not in ran.out, "a figure or a name is cut"
    assert ran.err == ""
    is_whole(tmp_path / "demo" / "results")
    assert (tmp_path / "demo" / "company" / "pendo__account.parquet").is_file()
    assert not leftovers(tmp_path / "demo")


def test_init_then_run(repeated: tuple[Path, Ran, Ran], company: Path) -> None:
    """The file that init writes runs as it is, and says what comes next."""
    folder, began, ran = repeated
    assert began.code == 0
    assert "next: valuecast audit --config valuecast.yaml" in began.out
    written = (folder / "valuecast.yaml").read_text(encoding="utf-8")
    assert f"source: {company}" in written.replace("'", "")
    assert "kind: pendo" in written
    assert ran.code == 0
    is_whole(folder / "results")


def test_run_json_is_one_object(repeated: tuple[Path, Ran, Ran]) -> None:
    """With --json, standard output is one JSON object and standard error is empty."""
    _, _, ran = repeated
    told = json.loads(ran.out)
    assert ran.err == ""
    assert told["supported"] is True
    assert told["out"] == "results"
    assert told["plan"]["supervised"] is True
    assert {row["task"] for row in told["metrics"]} == {"identification", "trend"}


def test_same_input_same_bytes(repeated: tuple[Path, Ran, Ran], results: Path) -> None:
    """Two runs of the same tables, in two processes, give the same tables, report and charts, byte for byte."""
    again = repeated[0] / "results"
    for pattern in ("*.csv", "tables/*", "report.*", "charts/*", "manifest.json"):
        same_files(results, again, pattern)


def test_init_keeps_a_file_that_is_there(
    valuecast: Command, company: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An existing configuration is replaced with --force only."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "valuecast.yaml").write_text("source: mine\n", encoding="utf-8")
    ran = valuecast("init", "--source", company)
    assert ran.code == 2
    assert "the file exists" in ran.err
    assert "--force" in ran.err
    assert (tmp_path / "valuecast.yaml").read_text(encoding="utf-8") == "source: mine\n"
    assert valuecast("init", "--source", company, "--force").code == 0
    assert "kind: pendo" in (tmp_path / "valuecast.yaml").read_text(encoding="utf-8")
    assert not leftovers(tmp_path)


def test_audit_from_the_written_file(
    valuecast: Command, repeated: tuple[Path, Ran, Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Audit reads valuecast.yaml of the folder it is typed in, and writes nothing."""
    folder = repeated[0]
    monkeypatch.chdir(folder)
    before = sorted(path.name for path in folder.iterdir())
    told = json.loads(valuecast("audit", "--json").out)
    assert told["supported"] is True
    assert told["plan"]["horizon"] == 3
    assert sorted(path.name for path in folder.iterdir()) == before


def test_an_option_wins_over_the_file(
    valuecast: Command, repeated: tuple[Path, Ran, Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is typed outranks what is written."""
    monkeypatch.chdir(repeated[0])
    ran = valuecast("audit", "--grain", "visitor")
    assert ran.code == 0
    assert "evidence is possible" in ran.out
    assert "assessed by visitor" in ran.out


def test_backtest_prints_the_evidence_alone(valuecast: Command, company: Path, results: Path, tmp_path: Path) -> None:
    """Backtest gives the figures of the run, writes the tables of evidence only, and no report."""
    ran = valuecast("backtest", "--source", company, "--out", tmp_path / "evidence", "--json")
    assert ran.code == 0
    assert ran.err == ""
    told = json.loads(ran.out)
    methods = {row["method"] for row in told["metrics"] if row["task"] == "identification"}
    assert {"duration_frequency", "weighted", "rfm", "logistic_2d"} <= methods
    written = {path.stem for path in (tmp_path / "evidence" / "tables").glob("*.csv")}
    assert "backtest_metrics" in written
    assert "actions" not in written
    assert not (tmp_path / "evidence" / "report.html").exists()
    here = (tmp_path / "evidence" / "tables" / "backtest_metrics.csv").read_bytes()
    assert here == (results / "tables" / "backtest_metrics.csv").read_bytes()


def test_simulate_with_faults(valuecast: Command, tmp_path: Path) -> None:
    """A simulated company carries the faults that are asked for, and the audit finds them."""
    options = ("--accounts", 12, "--visitors", 40, "--months", 3, "--quiet")
    faults = ("--fault", "negative_minutes", "--fault", "duplicate_keys")
    ran = valuecast("simulate", "--out", tmp_path / "company", *options, *faults)
    assert ran.code == 0
    assert ran.err == ""
    assert "next: valuecast run --source" in ran.out
    found = valuecast("audit", "--source", tmp_path / "company", "--json")
    assert found.code == 3
    codes = {finding["code"]: finding for finding in json.loads(found.out)["findings"]}
    assert codes["duplicate_keys"]["count"] > 0
    assert codes["negative_values"]["column"]


def test_simulate_lists_its_faults(valuecast: Command, tmp_path: Path) -> None:
    """Every fault is listed with what it does, and an unknown one names them."""
    listed = valuecast("simulate", "--fault", "list")
    assert listed.code == 0
    assert "duplicate_keys" in listed.out
    ran = valuecast("simulate", "--out", tmp_path / "company", "--fault", "duplicate_key")
    assert ran.code == 2
    assert "did you mean 'duplicate_keys'" in ran.err
    assert not (tmp_path / "company").exists()


@pytest.mark.parametrize("command", COMMANDS)
def test_help_teaches_by_example(valuecast: Command, command: str) -> None:
    """Each command's help ends with a line that can be typed."""
    ran = valuecast(command, "--help")
    assert ran.code == 0
    assert f"Example: valuecast {command}" in ran.out
    assert "--out" in ran.out or command == "audit"


def test_help_of_the_whole_says_where_to_start(valuecast: Command) -> None:
    """The first help names every command and the first thing to type."""
    ran = valuecast("--help")
    assert ran.code == 0
    assert "Start with: valuecast demo" in ran.said
    assert all(command in ran.out for command in COMMANDS)


@pytest.mark.parametrize(
    ("typed_words", "named"),
    [
        (("runn",), "runn"),
        (("run", "--sorce", "x"), "--sorce"),
        (("run", "--as-of", "yesterday"), "yesterday"),
        (("demo", "--accounts", "many"), "'many'"),
        (("demo", "--accounts=-3"), "'-3'"),
        (("demo", "--acounts", "3"), "--acounts"),
        (("demo", "--accounts", "0"), "--accounts"),
    ],
)
def test_a_slip_of_the_keyboard_is_named(valuecast: Command, typed_words: tuple[str, ...], named: str) -> None:
    """What cannot be understood is quoted, with exit code 2, and with --json as one object."""
    ran = valuecast(*typed_words)
    assert ran.code == 2
    assert named in ran.err
    assert "hint" in ran.err
    machine = valuecast(*typed_words, "--json")
    assert machine.code == 2
    assert json.loads(machine.out)["exit_code"] == 2
    assert machine.err == ""


def test_a_day_is_asked_for_in_plain_words(valuecast: Command) -> None:
    """What a day must look like is said as a person would."""
    assert "expected: a day as YYYY-MM-DD" in valuecast("run", "--as-of", "yesterday").err


def test_the_bare_command_shows_its_help(valuecast: Command) -> None:
    """Nothing typed is no error: the help is shown, and nothing else."""
    ran = valuecast()
    assert ran.code == 2
    assert "Start with: valuecast demo" in ran.said
    assert "error" not in ran.err


def test_findings_keep_to_the_width_that_is_asked_for(
    valuecast: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """COLUMNS bounds the list of findings; one finding is one finding."""
    monkeypatch.setenv("COLUMNS", "70")
    log = write_log(tmp_path / "log.csv", ["a", "b"], months=4)
    ran = valuecast("audit", "--source", log)
    findings = ran.out.partition("plan:")[0].splitlines()
    assert any(line.startswith("  remedy: ") for line in findings)
    assert max(map(len, findings)) <= 70
    assert "1 findings" not in ran.out


def test_what_breaks_after_an_interruption_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once interrupted, exceptions from destructors are not printed; before, they are."""
    monkeypatch.setattr(sys, "unraisablehook", sys.__unraisablehook__)
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt), interruptible():
            assert sys.unraisablehook is sys.__unraisablehook__
            signal.raise_signal(signal.SIGINT)
    finally:
        signal.signal(signal.SIGINT, before)
    assert sys.unraisablehook is not sys.__unraisablehook__
    assert sys.unraisablehook(None) is None  # type: ignore[arg-type]


@pytest.mark.parametrize("asked", [["--help"], ["--version"], ["run", "--help"], ["refresh", "--help"]])
def test_help_loads_nothing_heavy(asked: list[str]) -> None:
    """Help is quick: no engine, no table and no model is loaded before a command begins to work."""
    heavy = ("duckdb", "ibis", "lightgbm", "numpy", "pandas", "pyarrow", "scipy", "sklearn", "vl_convert")
    code = (
        "import sys\nfrom valuecast.__main__ import main\nsys.argv[1:] = " + repr(asked) + "\n"
        "try: main()\nexcept SystemExit as left: assert not left.code\n"
        f"found = [name for name in {heavy} if name in sys.modules]\nassert not found, found"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert "valuecast" in ran.stdout


def test_ctrl_c_leaves_nothing(company: Path, results: Path, tmp_path: Path) -> None:
    """Interrupted in the middle: exit code 130, one line, earlier results untouched, nothing half-written."""
    out = tmp_path / "results"
    shutil.copytree(results, out)
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    process = start("run", "--source", company, "--out", out, cwd=tmp_path)
    for _ in range(600):
        if any(tmp_path.glob(".*.valuecast/new/*")) or process.poll() is not None:
            break
        time.sleep(0.1)
    assert process.poll() is None, process.communicate()
    process.send_signal(signal.SIGINT)
    said, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "interrupted; no results were written" in told
    assert "Traceback" not in said + told
    assert not leftovers(tmp_path)
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM])
def test_interrupted_while_the_engine_works(by: signal.Signals, company: Path, tmp_path: Path) -> None:
    """Interrupted or told to end before anything is written: exit code 130, no folder, no temporary file left."""
    settings, aside = tmp_path / "settings.yaml", tmp_path / "aside"
    os.mkfifo(settings)
    aside.mkdir()
    process = start("run", "--config", settings, "--out", "new", cwd=tmp_path, TMPDIR=str(aside))
    settings.write_text(f"source: {company}\n", encoding="utf-8")  # waits until the program is up and reads
    for _ in range(600):
        if any(aside.iterdir()) or process.poll() is not None:
            break
        time.sleep(0.1)
    time.sleep(1)
    process.send_signal(by)
    said, told = process.communicate(timeout=60)
    assert process.returncode == 130, told
    assert "interrupted" in told
    assert "Traceback" not in said + told
    assert sorted(path.name for path in tmp_path.iterdir()) == ["aside", "settings.yaml"]
    assert not list(aside.iterdir())


def test_real_purchases(valuecast: Command, repository: Path, tmp_path: Path) -> None:
    """Every twentieth customer of the CDNOW log: exit code 0, roles told from the column names, all outputs there."""
    source = repository.parent / "shared" / "data" / "cdnow" / "CDNOW_master.txt"
    if not source.is_file():
        pytest.skip("the CDNOW purchase log is not beside the repository")
    header, *lines = source.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if int(line.split()[0]) % 20 == 0]
    log = tmp_path / "purchases.txt"
    log.write_text("\n".join([header, *kept]) + "\n", encoding="utf-8")
    ran = valuecast("run", "--source", log, "--out", tmp_path / "results")
    assert ran.code == 0
    assert "customer_id is customer_id, time is date, amount is dollar_value" in ran.said
    is_whole(tmp_path / "results")
    assert pyarrow.csv.read_csv(tmp_path / "results/tables/value_scores.csv").num_rows == 23_570 // 20


def test_real_tables_of_the_package(valuecast: Command, repository: Path, tmp_path: Path) -> None:
    """The package's own tiny tables cannot hold evidence: exit code 3 in plain words, five active accounts scored."""
    source = repository.parent / "shared" / "data" / "dbt_pendo_built"
    if not source.is_dir():
        pytest.skip("the tables built by dbt_pendo are not beside the repository")
    ran = valuecast("run", "--source", source, "--out", tmp_path / "results", "--quiet")
    assert ran.code == 3
    assert ran.err == ""
    assert "no evidence is possible: scores for today only" in ran.said
    assert "needed: at least 100 customers" in ran.said
    is_whole(tmp_path / "results", supported=False)
    scored = pyarrow.csv.read_csv(tmp_path / "results/tables/value_scores.csv").to_pylist()
    assert sum(row["active"] for row in scored) == 5
    assert all((row["weighted"] is not None) == row["active"] for row in scored)


def test_customers_named_by_mischief(valuecast: Command, tmp_path: Path) -> None:
    """Names of customers with markup, quotes, line breaks and formulas come out as they went in."""
    odd = [
        "<script>alert(1)</script>",
        '"quoted" & <b>bold</b>',
        "comma, semicolon; tab\tend",
        "two\nlines",
        "=1+1",
        "@SUM(A1)",
        "Ünïcødé 顧客 🚀",
        "[red]markup[/red]",
        "*star* _under_ | pipe `tick`",
        "${7*7} {{7*7}}",
    ]
    log = write_log(tmp_path / "log.csv", [*odd, *(f"c{i:03}" for i in range(110))], months=13)
    ran = valuecast("run", "--source", log, "--out", tmp_path / "results")
    assert ran.code == 0
    options = pyarrow.csv.ParseOptions(newlines_in_values=True)
    for name in ("value_scores", "segments", "hv_predictions_today", "value_trends_all_accounts"):
        told = pyarrow.csv.read_csv(tmp_path / "results/tables" / f"{name}.csv", parse_options=options)
        assert set(odd) <= set(told["customer_id"].to_pylist()), name
    page = (tmp_path / "results/report.html").read_text(encoding="utf-8")
    assert "<script>alert(1)" not in page
    assert "<b>bold</b>" not in page
    assert "49" not in [word.strip("${}") for word in page.split() if "7*7" in word]


@pytest.mark.parametrize("command", ["audit", "backtest"])
def test_a_source_is_opened_once(
    command: str, tmp_path: Path, valuecast: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nobody says the kind, the tables that it is told from are those that are then read."""
    opened: list[str] = []
    connect = engines.connect
    monkeypatch.setattr(engines, "connect", lambda source, **more: opened.append(source) or connect(source, **more))
    log = write_log(tmp_path / "log.csv", [f"c{i}" for i in range(5)])
    valuecast(command, "--source", log, "--quiet")
    assert opened == [str(log)]
