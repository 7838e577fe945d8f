"""Temporary folders: private, unpredictable, held while they are used, swept after a kill."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from valuecast.engines import connect, temporary

KILLED = """
import os, signal, sys
from valuecast.engines import temporary
print(temporary.make("kept"), flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


def test_private_and_removed(place: Path) -> None:
    """Nobody else can look into it, its name cannot be foreseen, and it goes."""
    folder, other = temporary.make("kept"), temporary.make("kept")
    assert folder.parent == place and folder.name != other.name
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    temporary.remove(folder)
    temporary.remove(other)
    assert not list(place.iterdir())


def test_what_a_killed_process_left_is_swept(place: Path) -> None:
    """The folder of a process that is gone goes with the next one; what is held, or not ours, stays."""
    environment = os.environ | {"TMPDIR": str(place)}
    killed = subprocess.run(
        [sys.executable, "-c", KILLED], env=environment, capture_output=True, text=True, check=False
    )
    left = Path(killed.stdout.strip())
    assert left.is_dir()
    held = temporary.make("kept")
    (place / "valuecast-mine").mkdir()
    again = temporary.make("rows")
    assert not left.exists()
    assert held.is_dir() and (place / "valuecast-mine").is_dir()
    temporary.remove(held)
    temporary.remove(again)


def test_the_engine_keeps_and_spills_there(place: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """All that the embedded engine writes lies in one private folder, which goes with it."""
    source = tmp_path_factory.mktemp("source") / "log.csv"
    source.write_text("id\na\n")
    warehouse = connect(str(source))
    (folder,) = place.iterdir()
    spill = warehouse.connection.raw_sql("SELECT current_setting('temp_directory')").fetchone()[0]
    assert Path(spill).parent == folder
    warehouse.close()
    assert not list(place.iterdir())
