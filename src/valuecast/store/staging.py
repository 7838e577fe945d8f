"""Write beside, then rename: a results folder is either whole or not there."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from valuecast.errors import OutputError

MANIFEST = "manifest.json"


@contextmanager
def staged(out: Path, mark: str = MANIFEST) -> Iterator[Path]:
    """A folder beside ``out`` to write into, which takes its place when the block ends well.

    An earlier folder of the kind (one with the file ``mark``) is replaced at that moment and not before; after an
    error or an interruption it is untouched, and what was written is removed. A folder into which nothing was written
    takes nobody's place.

    Raises
    ------
    OutputError
        When the folder cannot be written, or holds something that is not results.
    """
    out = out.expanduser().absolute()
    check_writable(out, mark)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=f".{out.name}.", suffix=".partial", dir=out.parent))
    except OSError as error:
        raise _refused(out, error, mark) from None
    try:
        yield beside
        beside.chmod(0o755)
        if any(beside.iterdir()):
            _replace(beside, out)
    except OSError as error:
        raise _refused(out, error, mark) from error
    except OutputError as error:
        if error.where == str(beside) and isinstance(error.__cause__, OSError):
            raise _refused(out, error.__cause__, mark) from error  # nobody knows the folder beside, and it is gone
        raise
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def write_text(path: Path, text: str) -> None:
    """Write one file beside, then rename.

    Raises
    ------
    OutputError
        When it cannot be written.
    """
    beside = path.with_name(f".{path.name}.partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)
    except OSError as error:
        raise OutputError("the file cannot be written", where=str(path), got=error.strerror or str(error)) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def check_writable(out: Path, mark: str = MANIFEST) -> None:
    """Refuse early, before any work is done.

    Raises
    ------
    OutputError
        When ``out`` is a file, holds something that is not results, or cannot be written.
    """
    if out.exists() and not out.is_dir():
        raise OutputError(
            "the output is a file", where=str(out), expected="a folder, new, empty, or of earlier results"
        )
    if out.is_dir() and any(out.iterdir()) and not (out / mark).is_file():
        raise OutputError(
            "the output folder holds something else",
            where=str(out),
            expected="a folder that is new, empty, or holds earlier results",
            hint=f"name another folder with {_option(mark)}",
        )
    nearest = next(parent for parent in (out, *out.parents) if parent.exists())
    try:
        Path(tempfile.mkdtemp(prefix=f".{out.name}.", suffix=".partial", dir=nearest)).rmdir()
    except OSError as error:
        raise _refused(out, error, mark) from None


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


def _replace(beside: Path, out: Path) -> None:
    if not out.exists():
        beside.rename(out)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{out.name}.", suffix=".old", dir=out.parent))
    try:
        out.rename(old / out.name)
        try:
            beside.rename(out)
        except OSError:
            (old / out.name).rename(out)
            raise
    finally:
        shutil.rmtree(old, ignore_errors=True)


def _option(mark: str) -> str:
    """By which option a folder with this file is named."""
    return "--out" if mark == MANIFEST else "--state"


def _refused(out: Path, error: OSError, mark: str) -> OutputError:
    return OutputError(
        "the output folder cannot be written" if mark == MANIFEST else "the folder of the state cannot be written",
        where=str(out),
        got=error.strerror or str(error),
        hint=f"make room there, or name another folder with {_option(mark)}; what was there before is unchanged",
    )
