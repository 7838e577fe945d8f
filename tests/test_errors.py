"""Errors speak in one voice."""

from __future__ import annotations

import pytest

from valuecast import errors
from valuecast.errors import (
    ConfigurationError,
    DataError,
    OutputError,
    SourceError,
    UsageError,
    ValuecastError,
    nearest,
)


def test_message_names_all_five_parts() -> None:
    """What, where, the value met, what was expected and a hint, each on a line of its own, in this order."""
    error = ValuecastError("it failed", where="t.c", got=3, expected="4", hint="try 4")
    assert str(error) == "it failed\n  where:    t.c\n  got:      3\n  expected: 4\n  hint:     try 4"


def test_parts_that_are_not_given_are_not_shown() -> None:
    """A bare message is one line; a value of None that was met is shown."""
    assert str(ValuecastError("it failed")) == "it failed"
    assert str(ValuecastError("it failed", got=None)) == "it failed\n  got:      None"


def test_value_met_is_shown_as_written() -> None:
    """Text keeps its quotes, so that blanks can be seen."""
    assert "got:      ' a '" in str(ValuecastError("it failed", got=" a "))


@pytest.mark.parametrize(
    ("kind", "code", "above"),
    [
        (ValuecastError, 1, Exception),
        (UsageError, 2, ValuecastError),
        (ConfigurationError, 2, UsageError),
        (SourceError, 2, UsageError),
        (OutputError, 2, UsageError),
        (DataError, 3, ValuecastError),
    ],
)
def test_tree_and_exit_codes(kind: type[ValuecastError], code: int, above: type[Exception]) -> None:
    """The tree and the exit codes are those that the module's docstring draws."""
    assert issubclass(kind, above)
    assert kind("x").exit_code == code
    row = next(line for line in (errors.__doc__ or "").splitlines() if f" {kind.__name__} " in f" {line.strip()} ")
    assert row.split(kind.__name__)[1].split()[0] == str(code)


def test_what_else_is_wrong() -> None:
    """Several errors of one kind are told at once, each with its parts, for a person and for a machine."""
    error = ValuecastError("one", got=1, also=(ValuecastError("two", hint="try 2"),))
    assert str(error) == "one\n  got:      1\nalso: two\n  hint:     try 2"
    told = error.as_dict()["also"]
    assert isinstance(told, list)
    assert told[0]["what"] == "two"


def test_for_a_machine() -> None:
    """The same parts as a dictionary, with class and exit code; what is not given is None."""
    assert DataError("no", got=1).as_dict() == {
        "error": "DataError",
        "what": "no",
        "where": None,
        "got": "1",
        "expected": None,
        "hint": None,
        "exit_code": 3,
    }


@pytest.mark.parametrize(
    ("met", "hint"),
    [("GRAIN", "did you mean 'grain'?"), ("graim", "did you mean 'grain'?"), ("zzzz", None), ("", None)],
)
def test_nearest(met: str, hint: str | None) -> None:
    """The nearest known word, without regard to case; nothing when none is near."""
    assert nearest(met, ["grain", "source"]) == hint
