"""``valuecast refresh`` as a user types it: the results of a run, with less work."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from valuecast import report
from valuecast.store import STATE

from .conftest import Command, Ran, write_log
from .test_command_line import leftovers, same_files

EVIDENCE = (
    "backtest_windows",
    "backtest_metrics",
    "backtest_differences",
    "hv_predictions_testset",
    "ablation",
    "calibration",
    "feature_importances",
)
SETTINGS = """
kind: events
events: {customer_id: customer_id, time: occurred_on, amount: amount}
horizon_months: 1
trend_months: [1]
past_months: 2
bootstrap: 100
backtest_from: month
"""


def settings(folder: Path, log: Path) -> Path:
    """A configuration that leaves little to compute."""
    path = folder / "valuecast.yaml"
    path.write_text(f"source: {log}\n{SETTINGS}", encoding="utf-8")
    return path


def append(log: Path, *rows: str) -> None:
    """Further lines of the log."""
    log.write_text(log.read_text(encoding="utf-8") + "".join(f"{row}\n" for row in rows), encoding="utf-8")


def content(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@dataclass(frozen=True)
class Day:
    """A first refresh, one after a further day, one after nothing, and a full run of the same log."""

    folder: Path
    said: tuple[str, ...]
    codes: tuple[int, ...]


@pytest.fixture(scope="module")
def day(typed: Command, tmp_path_factory: pytest.TempPathFactory) -> Day:
    """All of them, each in a process of its own."""
    folder = tmp_path_factory.mktemp("refresh")
    log = write_log(folder / "log.csv", [f"c{i}" for i in range(110)], months=8)
    asked = ("refresh", "--config", settings(folder, log), "--out", folder / "out")
    first = typed(*asked, cwd=folder)
    append(log, *(f"c{i},2023-08-29,{7 + i}.0" for i in range(30)), "newcomer,2023-08-29,55.0")
    second, third = typed(*asked, cwd=folder), typed(*asked, cwd=folder)
    full = typed("run", "--config", folder / "valuecast.yaml", "--out", folder / "full", cwd=folder)
    ran = (first, second, third, full)
    return Day(folder, tuple(each.said for each in ran), tuple(each.code for each in ran))


def test_a_refresh_writes_what_a_run_writes(day: Day) -> None:
    """After a further day, past windows are taken over, and every file of the results is a run's, byte for byte."""
    assert day.codes == (0, 0, 0, 0)
    assert "there is no state of an earlier run" in day.said[0]
    assert "0 of 4 past windows taken over" in day.said[0]
    assert "4 of 4 past windows taken over; 4 of 4 of their outcomes" in day.said[1]
    same_files(day.folder / "out", day.folder / "full", "**/*.*")
    assert leftovers(day.folder) == []


def test_without_a_change_results_stand(day: Day) -> None:
    """Where nothing changed, nothing is computed: the results in place are said to stand."""
    assert "nothing changed since the last run; its results stand" in day.said[2]
    assert "findings" not in day.said[2]


def test_windows_that_stay_give_the_evidence_of_their_month(day: Day, typed: Command) -> None:
    """Counted back from the first of the month, windows see no later day: the evidence is what it was on that first."""
    today = day.folder / "today.yaml"
    today.write_text(
        (day.folder / "valuecast.yaml").read_text(encoding="utf-8").replace("backtest_from: month", ""),
        encoding="utf-8",
    )
    out = day.folder / "first"
    assert typed("run", "--config", today, "--as-of", "2023-08-01", "--out", out, cwd=day.folder).code == 0
    for name in EVIDENCE:
        here, there = (folder / "tables" / f"{name}.csv" for folder in (day.folder / "full", out))
        assert here.read_bytes() == there.read_bytes(), name


@pytest.fixture
def little(tmp_path: Path) -> tuple[Path, Path, Path]:
    """A log too small for evidence, its configuration, and where results go."""
    log = write_log(tmp_path / "log.csv", [f"c{i}" for i in range(12)], months=5)
    return log, settings(tmp_path, log), tmp_path / "out"


def test_unchanged_results_keep_their_exit_code(valuecast: Command, little: tuple[Path, Path, Path]) -> None:
    """Results without evidence stay at exit code 3 when nothing changed; changed results are made again."""
    _, config, out = little
    assert valuecast("refresh", "--config", config, "--out", out).code == 3
    unchanged = valuecast("refresh", "--config", config, "--out", out)
    assert unchanged.code == 3
    assert "nothing changed" in unchanged.said
    whole = content(out)
    (out / "report.html").unlink()
    _made_again(valuecast("refresh", "--config", config, "--out", out), out, whole)


def test_results_that_somebody_changed_are_not_replaced(valuecast: Command, little: tuple[Path, Path, Path]) -> None:
    """A file that is no longer what we wrote is the user's: the run ends before it begins, and names it."""
    _, config, out = little
    assert valuecast("refresh", "--config", config, "--out", out).code == 3
    (out / "manifest.json").write_text("{}", encoding="utf-8")
    for command in ("refresh", "run"):
        refused = valuecast(command, "--config", config, "--out", out)
        assert refused.code == 2
        assert "the output folder holds something else" in refused.said
        assert "manifest.json" in refused.said
    assert (out / "manifest.json").read_text(encoding="utf-8") == "{}"


def _made_again(ran: Ran, out: Path, whole: dict[str, bytes]) -> None:
    assert ran.code == 3
    assert "nothing changed" not in ran.said
    assert content(out) == whole


@pytest.mark.parametrize("state", ["out", "out/state", "."])
def test_a_state_within_the_results_is_refused(
    state: str, valuecast: Command, little: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    """Results and state replace folders as a whole, so neither may lie in the other; nothing is written then."""
    _, config, out = little
    before = content(tmp_path)
    refused = valuecast("refresh", "--config", config, "--out", out, "--state", tmp_path / state)
    assert refused.code == 2
    assert "the results and the state need folders of their own" in refused.said
    assert "--state" in refused.said
    assert content(tmp_path) == before


def test_an_interrupted_refresh_leaves_everything(
    valuecast: Command, little: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Interrupted while it writes, a refresh leaves the results and the state of before; the next one goes on."""
    log, config, out = little
    valuecast("refresh", "--config", config, "--out", out)
    results, state = content(out), content(tmp_path / "out.state")
    append(log, "c1,2023-06-09,9.0")

    def interrupted(_: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(report, "write", interrupted)
        stopped = valuecast("refresh", "--config", config, "--out", out)
    assert stopped.code == 130
    assert (content(out), content(tmp_path / "out.state")) == (results, state)
    assert leftovers(tmp_path) == []
    assert valuecast("refresh", "--config", config, "--out", out).code == 3
    assert content(out) != results


def test_a_damaged_state_is_told_and_not_used(
    valuecast: Command, little: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    """A state without one of its files is named, everything is computed, and the next refresh has one again."""
    _, config, out = little
    valuecast("refresh", "--config", config, "--out", out)
    results, state = content(out), content(tmp_path / "out.state")
    lost = sorted((tmp_path / "out.state").rglob("*.parquet"))[0]
    lost.unlink()
    damaged = valuecast("refresh", "--config", config, "--out", out)
    assert damaged.code == 3
    assert f"the state is damaged: {lost}" in damaged.said
    assert content(out) == results
    assert content(tmp_path / "out.state").keys() == state.keys()
    assert "nothing changed" in valuecast("refresh", "--config", config, "--out", out).said


def test_a_changed_state_is_not_replaced(valuecast: Command, little: tuple[Path, Path, Path], tmp_path: Path) -> None:
    """A file that is no longer what we wrote may be somebody's work: it is named, and nothing is written."""
    _, config, out = little
    valuecast("refresh", "--config", config, "--out", out)
    state = tmp_path / "out.state" / STATE
    state.write_text(state.read_text(encoding="utf-8").replace('"supported": false', '"supported": true'))
    before = content(out), content(tmp_path / "out.state")
    refused = valuecast("refresh", "--config", config, "--out", out)
    assert refused.code == 2
    assert "the output folder holds something else" in refused.said
    assert STATE in refused.said
    assert (content(out), content(tmp_path / "out.state")) == before


def test_a_full_refresh_takes_nothing_over(valuecast: Command, little: tuple[Path, Path, Path]) -> None:
    """With --full everything is computed although nothing changed, and the state is left for the next refresh."""
    _, config, out = little
    valuecast("refresh", "--config", config, "--out", out)
    full = valuecast("refresh", "--config", config, "--out", out, "--full")
    assert full.code == 3
    assert "nothing is taken over, as asked" in full.said
    assert "nothing changed" in valuecast("refresh", "--config", config, "--out", out).said


def test_a_folder_that_is_no_state_is_refused(
    valuecast: Command, little: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    """A folder with something else in it is never replaced by a state."""
    _, config, out = little
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear", encoding="utf-8")
    refused = valuecast("refresh", "--config", config, "--out", out, "--state", tmp_path / "mine")
    assert refused.code == 2
    assert "the output folder holds something else" in refused.said
    assert (tmp_path / "mine" / "letter.txt").is_file()


def test_a_snapshot_cannot_be_refreshed(valuecast: Command, tmp_path: Path) -> None:
    """Tables without dated rows have no past to take over, and are told so."""
    (tmp_path / "one.csv").write_text("customer_id\nc1\n", encoding="utf-8")
    refused = valuecast("refresh", "--source", tmp_path / "one.csv", "--kind", "customer360", "--out", tmp_path / "out")
    assert refused.code == 2
    assert "a snapshot cannot be refreshed" in refused.said
