"""Private folders among the temporary files: unpredictable, for their owner alone, swept after a kill."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows: whether a process still holds a folder cannot be known, so none is swept
    fcntl = None  # type: ignore[assignment]

_PREFIX = "valuecast-"
_LOCK = ".valuecast-lock"
_held: dict[str, int] = {}


def make(purpose: str) -> Path:
    """A new private folder, held by this process; what killed processes of the same user left is taken away first.

    Raises
    ------
    OSError
        When nothing can be written among the temporary files.
    """
    _sweep(Path(tempfile.gettempdir()))
    folder = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{purpose}-"))
    lock = os.open(folder / _LOCK, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
    if fcntl is not None:
        fcntl.flock(lock, fcntl.LOCK_EX)
    _held[str(folder)] = lock
    return folder


def remove(folder: Path) -> None:
    """Take a folder away, and whatever is in it."""
    shutil.rmtree(folder, ignore_errors=True)
    lock = _held.pop(str(folder), None)
    if lock is not None:
        with suppress(OSError):
            os.close(lock)


def _sweep(among: Path) -> None:
    """Take away the folders that bear our mark, are this user's alone, and are held by no process."""
    if fcntl is None:
        return
    for folder in sorted(among.glob(f"{_PREFIX}*")):
        with suppress(OSError):
            lock = os.open(folder / _LOCK, os.O_RDWR | os.O_NOFOLLOW)
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                if _is_private(folder):
                    shutil.rmtree(folder, ignore_errors=True)
            finally:
                os.close(lock)


def _is_private(folder: Path) -> bool:
    """Whether it is a folder, no link, of this user and for nobody else."""
    found = folder.lstat()
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o077
