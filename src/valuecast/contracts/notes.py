"""What a step tells as data: a code and its figures; the sentence is made from them in ``wording``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

Scalar: TypeAlias = str | int | float | bool | date | None
"""One value of a table or of a plan."""
Value: TypeAlias = Scalar | tuple[Scalar, ...] | tuple[tuple[str, Scalar], ...]
"""A scalar, several of them in their order, or pairs of a name and its scalar."""


@dataclass(frozen=True)
class Note:
    """One thing that a reader should know about how a result came to be.

    Parameters
    ----------
    code : str
        Stable name; ``wording`` holds its sentence.
    figures : mapping of str to Value
        What the sentence needs, unrounded, in the units of the tables.

    >>> Note("no_customers") == Note("no_customers", {})
    True
    """

    code: str
    figures: Mapping[str, Value] = field(default_factory=dict)
