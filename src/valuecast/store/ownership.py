"""Which files are ours: a folder that we wrote says so, and names every file in it with its hash.

Nothing is replaced or deleted on the strength of a file name: only a file that is still, byte for byte, what we wrote.
"""

from __future__ import annotations

import hashlib
import json
import os
from importlib.metadata import version
from pathlib import Path
from typing import Literal, get_args

MARK = ".valuecast.json"
"""The file by which a folder of ours is known."""
FORMAT = 1
Kind = Literal["results", "state", "company"]
"""What we write folders of: results of a run, the state of a refresh, a simulated company."""
KINDS: tuple[Kind, ...] = get_args(Kind)
_BY_THE_SYSTEM = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What a file manager leaves in a folder that was looked at; nobody's work."""


def sign(folder: Path, kind: Kind) -> None:
    """Write down that we wrote this folder, what it holds (``results``, ``state``, ``company``), and every file."""
    files = {name: "" if name.endswith("/") else hash_of(folder / name) for name in _contents(folder)}
    facts = {"written_by": "valuecast", "version": version("valuecast"), "format": FORMAT, "kind": kind, "files": files}
    (folder / MARK).write_text(json.dumps(facts, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def foreign(folder: Path, kind: Kind) -> list[str]:
    """What a folder holds that we cannot prove to have written, by its path below the folder, sorted.

    Everything counts in a folder without our mark or of another kind; a file that was changed since counts too, and so
    does anything that is neither a file nor a folder.
    """
    ours = _signed(folder, kind)
    return [name for name in _contents(folder) if name not in ours or not _unchanged(folder / name, ours[name])]


def signed_content(folder: Path) -> bool:
    """Whether a folder with our mark, of whatever kind, holds what was signed and nothing else."""
    return any(not foreign(folder, kind) for kind in KINDS)


def hash_of(file: Path) -> str:
    """SHA-256 of a file's bytes, in hexadecimal digits."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _unchanged(path: Path, written: str) -> bool:
    if path.is_symlink():
        return False
    return path.is_dir() if not written else path.is_file() and hash_of(path) == written


def _signed(folder: Path, kind: Kind) -> dict[str, str]:
    """The files of a folder that we signed; none where there is no mark that can be read."""
    path = folder / MARK
    try:
        facts = {} if path.is_symlink() else json.loads(path.read_text(encoding="utf-8"))
        signed = facts["written_by"] == "valuecast" and facts["kind"] == kind
        return {str(name): str(digest) for name, digest in facts["files"].items()} if signed else {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _contents(folder: Path) -> list[str]:
    """Everything below a folder, folders with a stroke at their end, but for our mark and what the system leaves."""
    found = []
    for parent, folders, files in os.walk(folder):
        below = Path(parent).relative_to(folder)
        found += [(below / name).as_posix() for name in files if name not in _BY_THE_SYSTEM]
        for name in folders:
            link = (Path(parent) / name).is_symlink()
            found.append((below / name).as_posix() + ("" if link else "/"))
    return sorted(name for name in found if name != MARK)
