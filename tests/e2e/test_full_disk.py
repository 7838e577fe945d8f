"""Disks that fill, really: a clear error, nothing half-written, earlier results untouched, a rerun that works."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pytest
import yaml

from .conftest import Ran, write_log

Limit = Callable[[], None]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 MB of its own."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", str(place)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("no disk can be mounted here: that takes root")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def run(*words: object, cwd: Path, limit: Limit | None = None, **environment: str) -> Ran:
    """The command line in a process of its own, on two cores: how much memory work takes depends on their number."""

    def begin() -> None:
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:2])
        if limit is not None:
            limit()

    done = subprocess.run(
        [sys.executable, "-m", "valuecast", *(str(word) for word in words)],
        cwd=cwd,
        env={**os.environ, **environment},
        preexec_fn=begin,
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )
    assert "Traceback" not in done.stdout + done.stderr
    assert "unexpected failure" not in done.stderr, done.stderr
    return Ran(done.returncode, done.stdout, done.stderr)


def files_of_at_most(size: int) -> Limit:
    """No file may become larger: what a quota does, without a disk of one's own."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def fill(disk: Path, room: int) -> Path:
    """Leave so much room [bytes]; the file that takes the rest."""
    free = os.statvfs(disk)
    taken = disk / "taken"
    taken.write_bytes(b"\0" * (free.f_bavail * free.f_frsize - room))
    return taken


def contents(folder: Path) -> dict[str, bytes]:
    """Every file with its bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_disk_that_fills(disk: Path, tmp_path: Path) -> None:
    """A run that does not fit is refused with the place and a remedy; what it wrote is gone, what was there is not."""
    log = write_log(tmp_path / "log.csv", [f"c{i}" for i in range(5)])
    words = ["run", "--source", log, "--out", disk / "out", "--quiet"]
    first = run(*words, "--seed", 1, cwd=tmp_path)
    before = contents(disk)
    assert before
    for room in (20_000, 600_000):  # for some tables; for the tables, not for the report
        taken = fill(disk, room)
        refused = run(*words, "--seed", 2, cwd=tmp_path)
        assert refused.code == 2
        assert "the output folder cannot be written" in refused.said
        assert "No space left" in refused.said
        assert f"{disk / 'out'} " in refused.said
        assert "make room" in refused.said
        taken.unlink()
        assert contents(disk) == before
    again = run(*words, "--seed", 2, cwd=tmp_path)
    assert again.code == first.code
    assert [path.name for path in disk.iterdir()] == ["out"]
    assert contents(disk)["out/manifest.json"] != before["out/manifest.json"]


def test_a_file_that_may_not_grow(tmp_path: Path) -> None:
    """Where a quota ends a file, nothing of the run stays, and earlier results are as they were."""
    log = write_log(tmp_path / "log.csv", [f"c{i}" for i in range(5)])
    words = ["run", "--source", log, "--out", "out", "--quiet"]
    run(*words, "--seed", 1, cwd=tmp_path)
    before = contents(tmp_path)
    kept, out = "nothing can be kept in the folder for temporary files", "the output folder cannot be written"
    for size, code, told in ((2_000, 1, kept), (150_000, 2, out)):  # too little for the engine; for the report
        refused = run(*words, "--seed", 2, cwd=tmp_path, limit=files_of_at_most(size))
        assert refused.code == code
        assert told in refused.said
        assert "File too large" in refused.said
        assert contents(tmp_path) == before


def test_a_file_of_results_on_a_full_disk(disk: Path, tmp_path: Path) -> None:
    """The tables of an earlier run stay whole in a DuckDB file that cannot grow, and no results folder appears."""
    log = write_log(tmp_path / "log.csv", [f"c{i}" for i in range(5)])
    words = ["run", "--source", log, "--write-to", disk / "w.duckdb", "--quiet"]
    run(*words, "--seed", 1, "--out", tmp_path / "one", cwd=tmp_path)
    before = _published(disk / "w.duckdb")
    taken = fill(disk, 8_000)
    refused = run(*words, "--seed", 2, "--out", tmp_path / "two", cwd=tmp_path)
    assert refused.code == 2
    assert "the results cannot be written to the engine" in refused.said
    assert "make room there" in refused.said
    assert not (tmp_path / "two").exists()
    taken.unlink()
    assert _published(disk / "w.duckdb") == before
    run(*words, "--seed", 2, "--out", tmp_path / "two", cwd=tmp_path)
    assert len(_published(disk / "w.duckdb")["runs"]) == 1
    assert _published(disk / "w.duckdb")["runs"] != before["runs"]


def _published(file: Path) -> dict[str, list[object]]:
    with duckdb.connect(file, read_only=True) as opened:
        return {
            name: sorted(opened.execute(f"SELECT DISTINCT run_id FROM valuecast.{name}").fetchall())
            for name in ("runs", "value_scores", "segments", "actions")
        }


@pytest.fixture(scope="module")
def larger_than_memory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the configuration of a log of which some 130 MB do not fit the memory it may take."""
    folder = tmp_path_factory.mktemp("large")
    (folder / "log").mkdir()
    duckdb.sql(
        "SELECT 'c' || (n % 300000) AS customer_id, DATE '2023-01-01' + ((n * 7919) % 600)::INT AS day,"
        " (n % 97)::DOUBLE AS amount, 'f' || (n % 50) AS feature FROM range(3000000) rows(n)"
    ).write_parquet(str(folder / "log" / "log.parquet"))
    roles = {"customer_id": "customer_id", "time": "day", "amount": "amount", "product_feature": "feature"}
    settings = {"source": str(folder / "log"), "kind": "events", "events": roles, "memory_limit_gb": 0.2}
    (folder / "valuecast.yaml").write_text(yaml.safe_dump(settings))
    return folder


@pytest.mark.parametrize("by", ["disk", "quota"])
def test_no_room_to_spill(by: str, larger_than_memory: Path, request: pytest.FixtureRequest) -> None:
    """Without a disk to put aside what exceeds memory, that is told, with what to do."""
    if by == "disk":
        place = request.getfixturevalue("disk")
        fill(place, 1_000_000)
        refused = run("audit", "--quiet", cwd=larger_than_memory, TMPDIR=str(place))
    else:
        refused = run("audit", "--quiet", cwd=larger_than_memory, limit=files_of_at_most(500_000))
    assert refused.code == 1
    assert "the disk of the engine is full" in refused.said
    assert "TMPDIR" in refused.said


def test_a_quotation_mark_in_a_path(tmp_path: Path) -> None:
    """Neither the folder of temporary files nor that of the source is taken for SQL."""
    place = tmp_path / "tm'p"
    place.mkdir()
    with duckdb.connect(str(place / "log.duckdb")) as made:
        made.execute(
            "CREATE TABLE log AS SELECT 'c' || n AS customer_id, DATE '2023-01-01' + n::INT AS day FROM range(9) t(n)"
        )
    done = run("audit", "--source", place / "log.duckdb", "--quiet", cwd=tmp_path, TMPDIR=str(place))
    assert "nothing can be kept" not in done.said
    assert done.code in (0, 3), done.said
    assert [path.name for path in place.iterdir()] == ["log.duckdb"]


def test_a_folder_for_temporary_files_that_is_not_there(tmp_path: Path) -> None:
    """Another one is used then, as by any program in Python, and that is said."""
    log = write_log(tmp_path / "log.csv", [f"c{n}" for n in range(9)])
    done = run("audit", "--source", log, cwd=tmp_path, TMPDIR=str(tmp_path / "nowhere"))
    assert done.code in (0, 3), done.said
    assert f"TMPDIR names {tmp_path / 'nowhere'}, where nothing can be written: temporary files go to" in done.said


def test_room_to_spill(larger_than_memory: Path, tmp_path: Path) -> None:
    """The same call works where there is room, and leaves nothing there."""
    assert run("audit", "--quiet", cwd=larger_than_memory, TMPDIR=str(tmp_path)).code == 0
    assert contents(tmp_path) == {}
