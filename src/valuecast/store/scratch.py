"""The folder beside an output in which it is written: private, unpredictable, cleared by the next run after a kill."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from valuecast.store.ownership import MARK, signed_content

try:
    import fcntl
except ImportError:  # Windows: whether a process still holds a scratch folder cannot be known, so none is cleared
    fcntl = None  # type: ignore[assignment]

_SUFFIX = ".valuecast"
_LOCK = "lock"


class Scratch:
    """A private folder beside ``out``, held by this process until it is closed.

    ``new`` is the folder to write into, with the permissions that the user's umask gives; ``old`` is where the folder
    that is replaced stays meanwhile, where the system cannot exchange two folders in one step.
    """

    def __init__(self, out: Path) -> None:
        self.out = out
        self.folder = Path(tempfile.mkdtemp(prefix=_prefix(out), suffix=_SUFFIX, dir=out.parent))
        self.new, self.old = self.folder / "new", self.folder / "old"
        self.lock = os.open(self.folder / _LOCK, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
        if fcntl is not None:
            fcntl.flock(self.lock, fcntl.LOCK_EX)
        self.new.mkdir()

    def close(self) -> None:
        """Put back what was taken away without a successor, then remove the folder."""
        try:
            _clear(self.folder, self.out)
        finally:
            os.close(self.lock)


def recover(out: Path) -> None:
    """Clear the scratch folders that killed runs left beside ``out``; what they had taken away is put back first."""
    if fcntl is None:
        return
    for folder in sorted(out.parent.iterdir() if out.parent.is_dir() else ()):
        if folder.name.startswith(_prefix(out)) and folder.name.endswith(_SUFFIX):
            with suppress(OSError):  # held by another process, or not what we make
                _clear_if_left(folder, out)


def _prefix(out: Path) -> str:
    """How the name of a scratch folder begins: as the output's, with a digest where that is cut short."""
    return f".{out.name[:80]}.{hashlib.sha256(os.fsencode(out.name)).hexdigest()[:8]}."


def _clear_if_left(folder: Path, out: Path) -> None:
    """Clear a scratch folder that no process holds; raise OSError where one does, or it is none of ours."""
    if not _is_private(folder):
        return
    if not any(folder.iterdir()):
        folder.rmdir()
        return
    lock = os.open(folder / _LOCK, os.O_RDWR | os.O_NOFOLLOW)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        _clear(folder, out)
    finally:
        os.close(lock)


def _clear(folder: Path, out: Path) -> None:
    old = folder / "old"
    if old.exists() and not out.exists():
        old.rename(out)
    known = {path.name for path in folder.iterdir()} <= {_LOCK, "new", "old"}
    if known and all(_is_ours(folder / name) for name in ("new", "old")):
        shutil.rmtree(folder, ignore_errors=True)


def _is_ours(folder: Path) -> bool:
    """Whether a folder may go: it is still being written, or it holds what we signed and nothing else."""
    return not (folder / MARK).exists() or signed_content(folder)


def _is_private(folder: Path) -> bool:
    """Whether a folder is one that we could have made: ours alone, and no link."""
    found = folder.lstat()
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o077
