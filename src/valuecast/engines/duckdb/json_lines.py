"""Files of JSON lines: one object a line, nested objects as columns such as ``properties.plan``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from valuecast.engines.duckdb import text
from valuecast.errors import SourceError

DEEPEST = 4
"""Objects inside objects that become columns of their own; what lies deeper stays JSON."""
MOST = 500
"""Columns."""


def paths(file: Path) -> dict[str, tuple[str, ...]]:
    """The columns of a file: name and path, over all lines, in the order in which they are met.

    Raises
    ------
    SourceError
        When a line is not an object; it is named by its number.
    """
    found: dict[str, tuple[str, ...]] = {}
    for row in rows(file):
        for path in _leaves(row, ()):
            found.setdefault(".".join(path), path)
    if not found:
        raise SourceError("the file is empty", where=str(file), got="no object", expected="one JSON object a line")
    return dict(list(found.items())[:MOST])


def rows(file: Path) -> Iterator[dict[str, Any]]:
    """The objects, one after the other, numbers as they are written."""
    with text.opened(file) as content:
        number = 0
        try:
            for line in iter(content.readline, b""):
                number += 1
                if line.strip():
                    row = json.loads(line, parse_float=str, parse_int=str, parse_constant=str)
                    if not isinstance(row, dict):
                        raise ValueError("no object")
                    yield row
        except (OSError, ValueError, RecursionError) as error:
            raise SourceError(
                "the file cannot be read",
                where=f"{file}, line {number:,}",
                got=str(error).splitlines()[0],
                expected="one JSON object a line",
            ) from error


def value_of(row: dict[str, Any], path: tuple[str, ...]) -> str | None:
    """A value as text; None where it is null or not there, and JSON where it is a list or lies too deep."""
    here: Any = row
    for name in path:
        if not isinstance(here, dict):
            return None
        here = here.get(name)
    if here is None or isinstance(here, str):
        return here
    return json.dumps(here, ensure_ascii=False) if not isinstance(here, bool) else str(here).lower()


def _leaves(row: dict[str, Any], above: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for name, value in row.items():
        if isinstance(value, dict) and value and len(above) < DEEPEST:
            yield from _leaves(value, (*above, name))
        else:
            yield (*above, name)
