"""How the command line ends: every outcome becomes an exit code and, at worst, one explanation; never a traceback."""

from __future__ import annotations

import errno
import os
import signal
import sys
import threading
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from typer.exceptions import Abort, TyperException

from valuecast.cli import streams
from valuecast.cli.console import Console, as_json
from valuecast.errors import UsageError, ValuecastError

INTERRUPTED = 130
_DAYS = ("--as-of", "--end")
_A_DAY = "a day as YYYY-MM-DD, such as 2024-01-31"


def leave(app: Callable[..., object], commands: Collection[str], given: list[str]) -> None:
    """Run an application on a command line, and end the process with what came of it."""
    machine = "--json" in given
    streams.prepare()
    try:
        with interruptible():
            code = app(args=given, prog_name="valuecast", standalone_mode=False)
        streams.finish()
        sys.exit(code if isinstance(code, int) else 0)
    except ValuecastError as error:
        _report(error.as_dict(), str(error), machine)
        sys.exit(error.exit_code)
    except (Abort, KeyboardInterrupt):
        _report({"error": "Interrupted", "exit_code": INTERRUPTED}, "interrupted; no results were written", machine)
        sys.exit(INTERRUPTED)
    except TyperException as error:
        if not given:
            sys.exit(2)  # the help has been shown: it is all there is to say
        misused = _usage(error, commands, given)
        _report(misused.as_dict(), str(misused), machine)
        sys.exit(2)
    except MemoryError:
        _report(
            {"error": "MemoryError", "exit_code": 1},
            "there is not enough memory\n  hint:     lower memory_limit_gb",
            machine,
        )
        sys.exit(1)
    except Exception as error:
        if isinstance(error, OSError) and streams.unwritable(error):
            streams.abandon()
            _report({}, f"standard output cannot be written: {error.strerror}", machine=False)
            sys.exit(2)
        if isinstance(error, OSError) and error.filename is not None and error.errno == errno.ENAMETOOLONG:
            name = os.fsdecode(error.filename)
            long = UsageError("a name is too long", where=f"{name[:60]}...", got=f"{len(name)} letters")
            _report(long.as_dict(), str(long), machine)
            sys.exit(2)
        what = f"{type(error).__name__}: {error}".splitlines()[0]
        _report({"error": "Unexpected", "what": what, "exit_code": 1}, _unexpected(error, what), machine)
        sys.exit(1)


def _usage(error: TyperException, commands: Collection[str], given: list[str]) -> UsageError:
    """A command line that cannot be read, with the option and the value that was met."""
    explain = getattr(error, "format_message", None)
    message = explain() if explain else str(error)
    names = (*getattr(getattr(error, "param", None), "opts", ()),)
    at = next((i for i, word in enumerate(given) if word.partition("=")[0] in names), None)
    command = given[0] if given and not given[0].startswith("-") else ""
    hint = " ".join(word for word in ("valuecast", command if command in commands else "", "--help") if word)
    if at is None:
        return UsageError(message, hint=hint)
    _, equals, value = given[at].partition("=")
    reason = str(getattr(error, "message", message)).removeprefix("Value error, ")
    reason = _A_DAY if names[0] in _DAYS else reason
    got = value if equals else given[at + 1] if at + 1 < len(given) else ""
    return UsageError("the value of an option cannot be used", where=names[0], got=got, expected=reason, hint=hint)


@contextmanager
def interruptible() -> Iterator[None]:
    """Ctrl-C, and being told to end, stay an interruption where an engine would tell them as an error of its own.

    What lies among the temporary files is taken away then too. A signal that is ignored stays so.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    asked = False

    def ask(*_: object) -> None:
        nonlocal asked
        asked = True
        quiet_ending()
        raise KeyboardInterrupt

    heard = [each for each in (signal.SIGINT, signal.SIGTERM) if signal.getsignal(each) is not signal.SIG_IGN]
    before = {each: signal.signal(each, ask) for each in heard}
    try:
        yield
    except Exception as error:
        if asked:
            raise KeyboardInterrupt from error
        raise
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
    if asked:
        raise KeyboardInterrupt


def quiet_ending() -> None:
    """After an interruption, what breaks while objects are taken apart is no news: the interruption has been told."""
    sys.unraisablehook = lambda _: None


def _report(facts: dict[str, Any], text: str, machine: bool) -> None:
    from valuecast.engines import redacted_text  # loaded only where there is something to hide

    if machine:
        as_json({name: redacted_text(value) if isinstance(value, str) else value for name, value in facts.items()})
    else:
        Console().error(redacted_text(text))


def _unexpected(error: BaseException, what: str) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "unknown"
    return f"unexpected failure: {what}\n  where:    {where}\n  hint:     this is a defect of ours: please report it"
