"""What a step tells as data: a code and its figures; the sentence is made from them in ``wording``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from valuecast.contracts.findings import Finding

Scalar: TypeAlias = str | int | float | bool | date | None
"""One value of a table or of a plan."""
Value: TypeAlias = "Scalar | tuple[Scalar, ...] | tuple[tuple[str, Scalar], ...] | Finding"
"""A scalar, several of them in their order, pairs of a name and its scalar, or a finding that a note rests on."""


@dataclass(frozen=True)
class Note:
    """One thing that a reader should know about how a result came to be.

    Parameters
    ----------
    code : str
        Stable name; ``wording`` holds its sentence.
    figures : mapping of str to Value
        What the sentence needs, unrounded, in the units of the tables.
    template : str
        The sentence of a code that ``wording`` does not know: an outsider's score brings its own along.

    >>> Note("no_customers") == Note("no_customers", {})
    True
    """

    code: str
    figures: Mapping[str, Value] = field(default_factory=dict)
    template: str = ""


def note(code: str, /, **figures: Value) -> Note:
    """A note with its figures by name.

    >>> note("no_customers") == Note("no_customers")
    True
    """
    return Note(code, figures)


def as_plain(value: object) -> object:
    """A figure as it is written beside its sentence: numbers to nine digits, on which all engines agree; days as text.

    >>> as_plain((0.1 + 0.2, 3, date(2024, 1, 31), None))
    [0.3, 3, '2024-01-31', None]
    """
    if isinstance(value, float):
        return float(f"{value:.9g}")
    if isinstance(value, list | tuple):
        return [as_plain(each) for each in value]
    return value if value is None or isinstance(value, bool | int | str) else str(value)


def row_note(code: str, /, **figures: object) -> str:
    """What a step tells of one row, in a text column of a table: a code and its figures, as JSON.

    >>> row_note("tickets", now=4.0, usual=0.75)
    '{"code": "tickets", "now": 4.0, "usual": 0.75}'
    """
    return json.dumps({"code": code, **figures}, ensure_ascii=False, default=str)


def distinct_notes(notes: Iterable[Note]) -> tuple[Note, ...]:
    """Each note once, at its first place.

    >>> len(distinct_notes([note("no_customers"), note("no_customers")]))
    1
    """
    kept: list[Note] = []
    for each in notes:
        if each not in kept:
            kept.append(each)
    return tuple(kept)
