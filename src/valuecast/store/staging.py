"""Write beside, then exchange: a folder of ours is whole or not there, and what is not ours is never replaced."""

from __future__ import annotations

import os
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from valuecast.errors import OutputError
from valuecast.store import scratch
from valuecast.store.exchange import exchange, sync, sync_all
from valuecast.store.ownership import Kind, foreign, sign

MANIFEST = "manifest.json"
_SHOWN = 3


@contextmanager
def staged(out: Path, kind: Kind = "results") -> Iterator[Path]:
    """A folder beside ``out`` to write into, which takes its place when the block ends well.

    An earlier folder of the kind is replaced at that moment, in one step, and not before; after an error, an
    interruption or a kill it is untouched. A folder into which nothing was written takes nobody's place. What is
    written is on the disk, and signed as ours, before it takes its place.

    Raises
    ------
    OutputError
        When the folder cannot be written, or holds a file of which we cannot prove that we wrote it.
    """
    out = out.expanduser().absolute()
    check_writable(out, kind)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        beside = scratch.Scratch(out)
    except OSError as error:
        raise _refused(out, error, kind) from None
    try:
        yield beside.new
        if any(beside.new.iterdir()):
            sign(beside.new, kind)
            sync_all(beside.new)
            _replace(beside, out, kind)
    except OSError as error:
        raise _refused(out, error, kind) from error
    except OutputError as error:
        if error.where == str(beside.new) and isinstance(error.__cause__, OSError):
            raise _refused(out, error.__cause__, kind) from error  # nobody knows the folder beside, and it is gone
        raise
    finally:
        beside.close()


def write_text(path: Path, text: str) -> None:
    """Write one file beside, then rename; a link is not followed and not replaced.

    Raises
    ------
    OutputError
        When it cannot be written.
    """
    if path.is_symlink():
        raise OutputError("the file is a link", where=str(path), got=str(path.readlink()), hint="name the file itself")
    beside = path.with_name(f".{path.name[:100]}.{secrets.token_hex(8)}.partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("x", encoding="utf-8") as file:
            file.write(text)
        sync(beside)
        beside.replace(path)
        sync(path.parent)
    except OSError as error:
        raise OutputError("the file cannot be written", where=str(path), got=error.strerror or str(error)) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def check_writable(out: Path, kind: Kind = "results") -> None:
    """Refuse early, before any work is done; first put back what a run that was killed had taken away.

    Raises
    ------
    OutputError
        When ``out`` is a file or a link, cannot be written, or holds a file of which we cannot prove that we wrote it.
    """
    out = out.expanduser().absolute()
    scratch.recover(out)
    if out.is_symlink():
        raise OutputError(
            "the output is a link",
            where=str(out),
            got=os.fspath(out.readlink()),
            expected="a folder, new, empty, or written by valuecast",
            hint=f"name the folder that it leads to with {_option(kind)}",
        )
    if out.exists() and not out.is_dir():
        raise OutputError(
            "the output is a file", where=str(out), expected="a folder, new, empty, or written by valuecast"
        )
    try:
        if out.is_dir():
            _check_ours(out, out, kind)
        if out.parent.is_dir():
            scratch.Scratch(out).close()
        else:
            nearest = next(parent for parent in out.parents if parent.exists())
            Path(tempfile.mkdtemp(prefix=".valuecast.", dir=nearest)).rmdir()
    except OSError as error:
        raise _refused(out, error, kind) from None


def check_apart(out: Path, state: Path) -> None:
    """Refuse folders of which one lies in the other, before any work is done: each is replaced as a whole.

    Raises
    ------
    OutputError
        When they are the same, or one holds the other.
    """
    results, kept = out.expanduser().resolve(), state.expanduser().resolve()
    if results == kept or results in kept.parents or kept in results.parents:
        raise OutputError(
            "the results and the state need folders of their own",
            where=str(out),
            got=str(state),
            expected="two folders, neither of them within the other",
            hint="name another folder with --state, or leave it out: the state then lies beside the results",
        )


def _replace(beside: scratch.Scratch, out: Path, kind: Kind) -> None:
    """Put the new folder where the old one is; what came into the old one meanwhile brings it back."""
    if not out.exists():
        beside.new.rename(out)
    else:
        _check_ours(out, out, kind)
        if exchange(beside.new, out):
            try:
                _check_ours(beside.new, out, kind)
            except OutputError:
                exchange(beside.new, out)
                raise
        else:
            out.rename(beside.old)
            beside.new.rename(out)
    sync(out.parent)


def _check_ours(folder: Path, out: Path, kind: Kind) -> None:
    """Refuse to replace a folder that holds anything which we did not write, naming it."""
    others = foreign(folder, kind)
    if others:
        more = f" and {len(others) - _SHOWN} more" if len(others) > _SHOWN else ""
        raise OutputError(
            "the output folder holds something else",
            where=str(out),
            got=", ".join(others[:_SHOWN]) + more,
            expected=f"a folder that is new, empty, or holds {_EARLIER[kind]}, unchanged",
            hint=f"name another folder with {_option(kind)}, or move what is named; nothing was written or deleted",
        )


_EARLIER: dict[Kind, str] = {
    "results": "earlier results",
    "state": "the state of an earlier refresh",
    "company": "an earlier simulation",
}


def _option(kind: Kind) -> str:
    """By which option a folder of a kind is named."""
    return "--state" if kind == "state" else "--out"


def _refused(out: Path, error: OSError, kind: Kind) -> OutputError:
    return OutputError(
        "the folder of the state cannot be written" if kind == "state" else "the output folder cannot be written",
        where=str(out),
        got=error.strerror or str(error),
        hint=f"make room there, or name another folder with {_option(kind)}; what was there before is unchanged",
    )
