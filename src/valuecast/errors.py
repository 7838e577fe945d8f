"""Every error a user can meet, in one voice: what, where, the value met, what was expected, a hint.

The tree, with the exit code of the command line beside each branch::

    ValuecastError                  1   something went wrong that we can name
    ├── UsageError                  2   the request cannot be carried out as written
    │   ├── ConfigurationError      2   a setting is unknown, missing or out of range
    │   ├── SourceError             2   a file, folder or address cannot be read
    │   └── OutputError             2   the output folder cannot be written
    ├── EngineError                 1   the engine broke off in the middle; the same call may work
    ├── DataError                   3   the data cannot support what was asked
    └── LeakError                   1   a signal knows what it cannot have known: nothing may be tested with it

>>> print(ConfigurationError("unknown setting", where="valuecast.yaml", got="horizont",
...                          expected="one of grain, horizons_months", hint=nearest("horizont", ["horizons_months"])))
unknown setting
  where:    valuecast.yaml
  got:      'horizont'
  expected: one of grain, horizons_months
  hint:     did you mean 'horizons_months'?
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence

_NOTHING = object()


class ValuecastError(Exception):
    """An error that a user can act on.

    Parameters
    ----------
    what : str
        What went wrong, in one line, without a full stop.
    where : str, optional
        File, table, column or setting in which it went wrong.
    got : object, optional
        The value met; shown with ``repr``.
    expected : str, optional
        What would have been right.
    hint : str, optional
        What to do next.
    also : sequence of ValuecastError
        What else is wrong with the same thing, so that all of it can be put right at once.
    """

    exit_code = 1

    def __init__(
        self,
        what: str,
        *,
        where: str | None = None,
        got: object = _NOTHING,
        expected: str | None = None,
        hint: str | None = None,
        also: Sequence[ValuecastError] = (),
    ) -> None:
        self.what = what
        self.where = where
        self.got = None if got is _NOTHING else repr(got)
        self.expected = expected
        self.hint = hint
        self.also: tuple[ValuecastError, ...] = tuple(also)
        super().__init__(what)

    def __str__(self) -> str:
        rows = [("where", self.where), ("got", self.got), ("expected", self.expected), ("hint", self.hint)]
        message = "\n".join([self.what, *(f"  {name + ':':<9} {text}" for name, text in rows if text)])
        return "\n".join([message, *(f"also: {other}" for other in self.also)])

    def as_dict(self) -> dict[str, object]:
        """The same five parts for a machine, with the exit code; what else is wrong under ``also``."""
        message: dict[str, object] = {
            "error": type(self).__name__,
            "what": self.what,
            "where": self.where,
            "got": self.got,
            "expected": self.expected,
            "hint": self.hint,
            "exit_code": self.exit_code,
        }
        return message | ({"also": [other.as_dict() for other in self.also]} if self.also else {})


class UsageError(ValuecastError):
    """The request cannot be carried out as written."""

    exit_code = 2


class ConfigurationError(UsageError):
    """A setting is unknown, missing or out of range."""


class SourceError(UsageError):
    """A file, folder or address cannot be read."""


class OutputError(UsageError):
    """The output folder cannot be written."""


class EngineError(ValuecastError):
    """The engine that runs the queries broke off: lost connection, time limit, no memory, full disk."""


class DataError(ValuecastError):
    """The data cannot support what was asked."""

    exit_code = 3


class LeakError(ValuecastError):
    """A signal knows what it cannot have known at its anchor; refused before anything is trained or tested."""


def nearest(met: str, known: Iterable[str]) -> str | None:
    """A hint naming the known word nearest to the one met, or None when none is near.

    >>> nearest("visiter", ["account", "visitor"])
    "did you mean 'visitor'?"
    """
    match = difflib.get_close_matches(met.lower(), list(known), n=1, cutoff=0.5)
    return f"did you mean '{match[0]}'?" if match else None
