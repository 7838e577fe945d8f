"""What an engine meets on the way, told in our words and without the address's secrets."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from valuecast.errors import EngineError, SourceError, ValuecastError
from valuecast.sources.redaction import first_line, redacted

_DRIVERS = ("duckdb", "_duckdb", "psycopg", "pyspark", "py4j", "grpc")
_KINDS: tuple[tuple[tuple[str, ...], type[ValuecastError], str, str], ...] = (
    (
        ("permission denied", "insufficientprivilege", "read-only transaction", "insufficient_permissions"),
        SourceError,
        "the role lacks a right",
        "it needs to read the tables and to make temporary ones",
    ),
    (
        ("no space left", "disk full", "diskfull", "could not extend file", "could not write", "failed to offload"),
        EngineError,
        "the disk of the engine is full",
        "make room where it keeps temporary files (for files and folders: TMPDIR), or raise memory_limit_gb; run again",
    ),
    (
        ("outofmemory", "out of memory", "java heap space", "exceeds limit"),
        EngineError,
        "the engine has not enough memory",
        "give it more: memory_limit_gb, or the settings of its server",
    ),
    (
        ("statement timeout", "lock timeout", "querycanceled", "locknotavailable", "canceling statement", "timed out"),
        EngineError,
        "the engine ran into a time limit",
        "raise the limit of the role, or run when the tables are not locked",
    ),
    (
        (
            "closed the connection",
            "connection is closed",
            "connection is lost",
            "terminating connection",
            "adminshutdown",
            "connection reset",
            "connection refused",
            "unavailable",
            "py4jnetworkerror",
            "sparkcontext was shut down",
            "stopped sparkcontext",
            "server unexpectedly",
        ),
        EngineError,
        "the connection to the engine was lost",
        "run again: nothing was written",
    ),
    (
        ("does not exist", "undefinedtable", "table_or_view_not_found", "no files found", "path_not_found"),
        EngineError,
        "a table or file went away while it was read",
        "run again when nothing is being loaded",
    ),
)


@contextmanager
def telling(source: str) -> Iterator[None]:
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
        told = _told(error, source)
        if told is None:
            raise
        raise told from None


def _told(error: Exception, source: str) -> ValuecastError | None:
    if type(error).__module__.partition(".")[0] not in _DRIVERS and not isinstance(error, OSError):
        return None
    text = f"{type(error).__name__} {error}".lower()
    for marks, kind, what, hint in _KINDS:
        if any(mark in text for mark in marks):
            return kind(what, where=redacted(source), got=first_line(error, source), hint=hint)
    return None
