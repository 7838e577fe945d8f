"""Nothing is replaced or deleted but what we can prove that we wrote, at whatever instant a process ends."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from valuecast.errors import OutputError
from valuecast.store import check_writable, exchange, staged, staging, write_text
from valuecast.store.ownership import MARK, Kind, foreign

KINDS: tuple[tuple[Kind, str], ...] = (("results", "manifest.json"), ("state", "state.json"), ("company", "truth"))


def ours(folder: Path, text: str = "old", kind: Kind = "results") -> Path:
    """A folder as we leave it."""
    with staged(folder, kind) as beside:
        (beside / "tables").mkdir()
        (beside / "tables" / "one.csv").write_text(text)
        (beside / "manifest.json").write_text(text)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize(("kind", "name"), KINDS)
def test_a_folder_with_a_file_of_a_familiar_name_is_not_ours(tmp_path: Path, kind: Kind, name: str) -> None:
    """A manifest of a web extension, a state of another tool: left whole, and named."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / name).write_text('{"name": "my extension"}')
    (tmp_path / "out" / "thesis.doc").write_text("years of work")
    before = contents(tmp_path)
    for attempt in (check_writable, lambda path, kind: staged(path, kind).__enter__()):
        with pytest.raises(OutputError, match="holds something else") as met:
            attempt(tmp_path / "out", kind)
        assert name in str(met.value.got)
        assert "thesis.doc" in str(met.value.got)
    assert contents(tmp_path) == before


def _add_file(out: Path) -> None:
    (out / "tables" / "mine.csv").write_text("mine")


def _edit(out: Path) -> None:
    (out / "tables" / "one.csv").write_text("mine")


def _add_folder(out: Path) -> None:
    (out / "mine").mkdir()


def _link(out: Path) -> None:
    (out / "tables" / "link").symlink_to(out / "manifest.json")


def _put_link_for_file(out: Path) -> None:
    (out / "manifest.json").rename(out.parent / "kept.json")
    (out / "manifest.json").symlink_to(out.parent / "kept.json")


def _forge(out: Path) -> None:
    (out / MARK).write_text('{"written_by": "valuecast"}')


CHANGES: tuple[Callable[[Path], None], ...] = (_add_file, _edit, _add_folder, _link, _put_link_for_file, _forge)


@pytest.mark.parametrize("change", CHANGES)
def test_what_came_into_a_folder_of_ours_stops_the_next(tmp_path: Path, change: Callable[[Path], None]) -> None:
    """Added, edited, linked, or with a mark that says nothing: refused before and at the moment of replacing."""
    out = ours(tmp_path / "out")
    with pytest.raises(OutputError, match="holds something else"), staged(out) as beside:
        (beside / "manifest.json").write_text("new")
        change(out)
    before = contents(tmp_path)
    assert before["out/tables/one.csv"] in (b"old", b"mine")
    with pytest.raises(OutputError, match="holds something else"):
        check_writable(out)
    assert contents(tmp_path) == before


def test_a_kind_is_not_replaced_by_another(tmp_path: Path) -> None:
    """Results are not in the way of a state."""
    with pytest.raises(OutputError, match="holds something else"):
        check_writable(ours(tmp_path / "out"), "state")


def test_what_a_file_manager_leaves_is_nobodys(tmp_path: Path) -> None:
    """A folder that was looked at is still ours; a file that was taken away is no obstacle."""
    out = ours(tmp_path / "out")
    (out / ".DS_Store").write_bytes(b"\0")
    (out / "tables" / "one.csv").unlink()
    assert foreign(out, "results") == []
    assert contents(ours(out, "new"))["tables/one.csv"] == b"new"


def test_links_are_not_followed(tmp_path: Path) -> None:
    """Neither a folder nor a file is written through a link; what it leads to and the link stay."""
    (tmp_path / "precious").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / "precious")
    (tmp_path / "file").write_text("precious")
    (tmp_path / "valuecast.yaml").symlink_to(tmp_path / "file")
    with pytest.raises(OutputError, match="the output is a link"):
        check_writable(tmp_path / "out")
    with pytest.raises(OutputError, match="the file is a link"):
        write_text(tmp_path / "valuecast.yaml", "x")
    assert (tmp_path / "file").read_text() == "precious"
    assert (tmp_path / "out").is_symlink()


def test_permissions_follow_the_umask_and_what_lies_beside_is_private(tmp_path: Path) -> None:
    """What is half-written can be read by nobody else."""
    before = os.umask(0o027)
    try:
        with staged(tmp_path / "out") as beside:
            (beside / "manifest.json").write_text("{}")
            assert beside.parent.stat().st_mode & 0o777 == 0o700
        write_text(tmp_path / "valuecast.yaml", "x")
    finally:
        os.umask(before)
    assert (tmp_path / "out").stat().st_mode & 0o777 == 0o750
    assert (tmp_path / "valuecast.yaml").stat().st_mode & 0o777 == 0o640


WATCHED = ("open", "os.rename", "os.mkdir", "os.rmdir", "os.remove", "os.link", "shutil.rmtree", "ctypes.call")


def _die_at(operation: int, below: str) -> None:
    """End this process, as a power cut would, at the n-th operation on files below a folder."""
    seen = 0

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal seen
        if event in WATCHED and any(below in os.fsdecode(a) for a in arguments if isinstance(a, str | bytes | Path)):
            seen += 1
            if seen == operation:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("at_once", [True, False], ids=["exchanged", "renamed twice"])
def test_a_kill_at_any_file_operation_loses_nothing(
    tmp_path: Path, at_once: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Old or new results stand whole after the next run has looked; scratch folders are gone."""
    if not at_once:
        monkeypatch.setattr(staging, "exchange", lambda *_: False)
    for operation in range(1, 200):
        folder = tmp_path / str(operation)
        folder.mkdir()
        out = ours(folder / "out")
        child = os.fork()
        if child == 0:  # the process that is killed
            _die_at(operation, str(folder))
            ours(out, "new")
            os._exit(0)
        _, ended = os.waitpid(child, 0)
        if at_once or out.exists():  # with one exchange there is no instant without one of them
            assert contents(out)["manifest.json"] in (b"old", b"new")
        check_writable(out)
        assert foreign(out, "results") == []
        text = contents(out)["manifest.json"]
        assert contents(out)["tables/one.csv"] == text
        assert [path.name for path in folder.iterdir()] == ["out"], operation
        if os.WIFEXITED(ended):
            assert text == b"new"
            assert operation > 10, "the operations were not counted"
            return
    raise AssertionError("the child never ended by itself")


def test_a_scratch_folder_in_use_is_left_alone(tmp_path: Path) -> None:
    """A second run to the same place clears nothing of the first."""
    with staged(tmp_path / "out") as first:
        (first / "manifest.json").write_text("first")
        ours(tmp_path / "out", "second")
        assert (first / "manifest.json").read_text() == "first"
    assert contents(tmp_path / "out")["manifest.json"] == b"first"


def test_a_folder_that_only_looks_like_a_scratch_folder_stays(tmp_path: Path) -> None:
    """Names alone prove nothing."""
    with staged(tmp_path / "out") as beside:
        name = beside.parent.name
    for locked in (False, True):
        planted = tmp_path / name.replace(".valuecast", f"{locked}.valuecast")
        planted.mkdir(mode=0o700)
        (planted / "thesis.doc").write_text("x")
        if locked:
            (planted / "lock").touch()
        check_writable(tmp_path / "out")
        assert (planted / "thesis.doc").is_file()


def test_the_exchange_names_what_is_missing(tmp_path: Path) -> None:
    """An error of the system is told, not taken for a system that cannot exchange."""
    (tmp_path / "one").mkdir()
    with pytest.raises(FileNotFoundError):
        exchange.exchange(tmp_path / "one", tmp_path / "other")
