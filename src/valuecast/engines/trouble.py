"""What an engine meets on the way, told in our words and without the address's secrets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from valuecast.engines.engine import Trouble
from valuecast.engines.redaction import first_line, redacted
from valuecast.engines.register import ENGINES
from valuecast.errors import EngineError, SourceError, ValuecastError


@dataclass(frozen=True)
class _Message:
    """What is said of one kind of trouble, and by which words of any engine's it is known."""

    kind: type[ValuecastError]
    what: str
    hint: str
    known_by: tuple[str, ...]


_MESSAGES: Mapping[Trouble, _Message] = {
    "rights": _Message(
        SourceError,
        "the role lacks a right",
        "it needs to read the tables and to make temporary ones",
        ("permission denied",),
    ),
    "disk": _Message(
        EngineError,
        "the disk of the engine is full",
        "make room where it keeps temporary files (for files and folders: TMPDIR), or raise memory_limit_gb; run again",
        ("no space left", "disk full", "could not write"),
    ),
    "memory": _Message(
        EngineError,
        "the engine has not enough memory",
        "give it more: memory_limit_gb, or the settings of its server",
        ("outofmemory", "out of memory"),
    ),
    "time": _Message(
        EngineError,
        "the engine ran into a time limit",
        "raise the limit of the role, or run when the tables are not locked",
        ("timed out",),
    ),
    "connection": _Message(
        EngineError,
        "the connection to the engine was lost",
        "run again: nothing was written",
        ("connection reset", "connection refused"),
    ),
    "missing": _Message(
        EngineError,
        "a table or file went away while it was read",
        "run again when nothing is being loaded",
        ("does not exist",),
    ),
}
_DRIVERS = frozenset(driver for engine in ENGINES for driver in engine.drivers)


@contextmanager
def translate_errors(source: str) -> Iterator[None]:
    """Turn trouble of the engine behind ``source`` into an error of ours; any other error passes as it is.

    Raises
    ------
    EngineError
        A lost connection, a time limit, no memory, a full disk, a table that went away.
    SourceError
        A right that is missing.
    """
    try:
        yield
    except ValuecastError:
        raise
    except Exception as error:
        translated = _translated(error, source)
        if translated is None:
            raise
        raise translated from None


def _translated(error: Exception, source: str) -> ValuecastError | None:
    if type(error).__module__.partition(".")[0] not in _DRIVERS and not isinstance(error, OSError):
        return None
    text = f"{type(error).__name__} {error}".lower()
    for trouble, message in _MESSAGES.items():
        words = (*message.known_by, *(word for engine in ENGINES for word in engine.messages.get(trouble, ())))
        if any(word in text for word in words):
            return message.kind(message.what, where=redacted(source), got=first_line(error, source), hint=message.hint)
    return None
