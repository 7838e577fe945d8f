"""Put a new folder in the place of an old one so that at no instant neither is there.

Linux and macOS exchange two names in one step. Where the file system cannot, `staging` renames twice; what a process
that is killed between the two leaves, `scratch` puts back.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

_HERE = -100
"""AT_FDCWD: paths are taken as they are written."""
_EXCHANGE = 2
"""RENAME_EXCHANGE of renameat2(2), and RENAME_SWAP of renamex_np(2)."""
_CANNOT = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM})
"""What a system answers that does not know the call, or whose file system does not."""


def exchange(one: Path, other: Path) -> bool:
    """Exchange two names in one step; False, with nothing done, where the system or the file system cannot.

    Raises
    ------
    OSError
        When one of them is not there, or may not be renamed.
    """
    call = _system_call()
    if call is None:
        return False
    if call(os.fsencode(one), os.fsencode(other)) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))


def sync(path: Path) -> None:
    """Have the system write a file or a folder's list of names to the disk.

    A file system that cannot do that for a folder is left to itself.
    """
    try:
        opened = os.open(path, os.O_RDONLY)
    except OSError:
        if path.is_dir():
            return  # Windows opens no folders
        raise
    try:
        os.fsync(opened)
    except OSError:
        if path.is_file():
            raise
    finally:
        os.close(opened)


def sync_all(folder: Path) -> None:
    """Have the system write everything below a folder to the disk, and the folder itself."""
    for path in folder.rglob("*"):
        if not path.is_symlink():
            sync(path)
    sync(folder)


def _system_call() -> Callable[[bytes, bytes], int] | None:
    """The call that exchanges two names; None where the C library has none."""
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            swap = library.renamex_np
            return lambda one, other: int(swap(one, other, _EXCHANGE))
        rename = library.renameat2
    except (AttributeError, OSError, TypeError):
        return None
    return lambda one, other: int(rename(_HERE, one, _HERE, other, _EXCHANGE))
