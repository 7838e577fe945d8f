"""The Makefile finds a Python that is new enough, and says what is needed when there is none."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NEW = f'exec "{sys.executable}" "$@"'
OLD = f'exec "{sys.executable}" -c "import sys; sys.version_info = (3, 10, 13); $2"'
BROKEN = "exit 127"


def _make(folder: Path, pythons: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    """Run make in a folder that holds the Makefile, where these are the only commands that can be found."""
    commands = folder / "commands"
    commands.mkdir()
    for name, body in pythons.items():
        (commands / name).write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        (commands / name).chmod(0o755)
    for name in ("Makefile", "pyproject.toml", "constraints.txt"):
        shutil.copy(ROOT / name, folder)
    make = shutil.which("make")
    assert make, "the project is made with make"
    return subprocess.run(
        [make, "--eval", "chosen: ; @: $(info $(PYTHON))", *words],
        cwd=folder,
        env={"PATH": str(commands)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("pythons", "chosen"),
    [
        ({"python3.14": NEW, "python3.11": NEW, "python3": NEW}, "python3.14"),
        ({"python3.14": BROKEN, "python3.12": NEW}, "python3.12"),
        ({"python3": NEW}, "python3"),
        ({"python3": OLD, "python": NEW}, "python"),
        ({"python3": OLD, "python": BROKEN}, ""),
    ],
)
def test_python_is_found_by_name_and_version(tmp_path: Path, pythons: dict[str, str], chosen: str) -> None:
    """The newest name that is there, works and is 3.11 or later is taken; an older one never is."""
    assert _make(tmp_path, pythons, "chosen").stdout.strip() == chosen


def test_python_that_is_named_wins(tmp_path: Path) -> None:
    """PYTHON=... on the command line is taken before any other."""
    assert _make(tmp_path, {"python3.14": NEW, "mine": NEW}, "chosen", "PYTHON=mine").stdout.strip() == "mine"


@pytest.mark.parametrize(
    ("words", "pythons", "said"),
    [
        ([], {"python3": OLD}, "none of python3.14"),
        (["PYTHON=ours"], {"ours": OLD}, "ours is not Python 3.11 or later"),
        (["PYTHON=missing"], {"python3": NEW}, "missing is not Python 3.11 or later"),
    ],
)
def test_no_python_is_told(tmp_path: Path, words: list[str], pythons: dict[str, str], said: str) -> None:
    """Without a Python that is new enough, make stops before it installs, and says what to do."""
    done = _make(tmp_path, pythons, "setup", *words)
    assert done.returncode != 0
    assert said in done.stderr
    assert "make PYTHON=" in done.stderr
    assert not (tmp_path / ".venv").exists()
