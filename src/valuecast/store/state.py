"""What a run leaves for the next one: Parquet files and one file that says what they are; never code.

A state is used whole or not at all: every file is checked against the fingerprint that was written with it.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

STATE = "state.json"
FORMAT = 3


@dataclass(frozen=True)
class State:
    """A state that was read: its folder, what it says of itself, and the fingerprints of its files."""

    folder: Path
    facts: Mapping[str, Any]
    fingerprints: Mapping[str, str]

    def file(self, name: str) -> Path:
        """The path of one of its files."""
        return self.folder / name


def read_state(folder: Path) -> tuple[State | None, str]:
    """Read a state, checking every file; without one that can be used, None and the reason.

    Returns
    -------
    State or None, str
        The reason is empty where there is a state.
    """
    path = folder / STATE
    if not path.is_file():
        return None, f"there is no state of an earlier run in {folder}"
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
        if stored["format"] != FORMAT:
            return None, f"the state was written by another version: {path}"
        state = State(folder, dict(stored["facts"]), dict(stored["files"]))
        damaged = path if stored["fingerprint"] != _own_fingerprint(state) else _damaged(state)
    except (OSError, ValueError, KeyError, TypeError):
        damaged = path
    return (state, "") if damaged is None else (None, f"the state is damaged: {damaged}")


def _damaged(state: State) -> Path | None:
    """The first file that is not what was written; None when all are."""
    for name, fingerprint in state.fingerprints.items():
        file = state.file(name)
        if not file.is_file() or fingerprint_of(file) != fingerprint:
            return file
    return None


def write_state(folder: Path, facts: Mapping[str, Any], kept: Mapping[str, str]) -> None:
    """Say what the files of a folder are; ``kept`` holds the fingerprints of those that were taken over as they are."""
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.parquet"))
    state = State(folder, dict(facts), {name: kept.get(name) or fingerprint_of(folder / name) for name in names})
    stored = {
        "format": FORMAT,
        "facts": state.facts,
        "files": state.fingerprints,
        "fingerprint": _own_fingerprint(state),
    }
    (folder / STATE).write_text(json.dumps(stored, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def take_over(state: State, name: str, folder: Path) -> str:
    """Put a file of an earlier state into a new one, by a link or a copy; gives its fingerprint."""
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(state.file(name), target)
    except OSError:
        shutil.copy2(state.file(name), target)
    return state.fingerprints[name]


def fingerprint_of(file: Path) -> str:
    """The fingerprint of a file: SHA-256 of its bytes, in hexadecimal digits."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def fingerprint_of_all(folder: Path) -> str:
    """The fingerprint of all files of a folder together; empty where there is no such folder."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    stored = json.dumps({path.relative_to(folder).as_posix(): fingerprint_of(path) for path in files})
    return hashlib.sha256(stored.encode()).hexdigest() if files else ""


def _own_fingerprint(state: State) -> str:
    stored = json.dumps([dict(state.facts), dict(state.fingerprints)], sort_keys=True)
    return hashlib.sha256(stored.encode()).hexdigest()
