"""What a source says about the tables it read, and what the audit says about them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import ibis

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True)
class Coercion:
    """A column that was not of the expected type and was converted.

    ``failed`` counts the values that were present and could not be converted; they count as missing.
    """

    table: str
    column: str
    found: str
    wanted: str
    failed: int
    example: str | None


@dataclass(frozen=True)
class InputTable:
    """One input table as the source reads it, columns named and typed as the source expects them.

    Parameters
    ----------
    name, purpose : str
        Its name in the warehouse, and what it is used for.
    table : ibis.Table or None
        None when the table is absent.
    key : tuple of str
        Columns that should be unique together.
    day : str or None
        Date column of a dated table; None for totals as of the build.
    measures : tuple of str
        Numeric columns that must be finite; ``non_negative`` names those that must not be below zero.
    required : bool
        Whether a run is impossible without it.
    missing : tuple of str
        Required columns that the table lacks.
    dimensions : tuple of str
        The dimensions that are lost when the table is absent or empty.
    """

    name: str
    purpose: str
    table: ibis.Table | None
    key: tuple[str, ...] = ()
    day: str | None = None
    measures: tuple[str, ...] = ()
    non_negative: tuple[str, ...] = ()
    required: bool = False
    missing: tuple[str, ...] = ()
    dimensions: tuple[str, ...] = ()
    coercions: tuple[Coercion, ...] = ()


@dataclass(frozen=True)
class Join:
    """A join that the source relies on: ``left.column`` is looked up in ``right.column``."""

    left: str
    right: str
    left_column: str
    right_column: str
    dimensions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Finding:
    """One thing that the audit found.

    ``severity``: an ``error`` costs part of the assessment, or, with ``stops``, all of its evidence;
    a ``warning`` weakens it; a ``note`` is for the reader to know.
    """

    code: str
    severity: Severity
    table: str
    column: str
    evidence: str
    consequence: str
    remedy: str
    count: int = 0
    stops: bool = False
    dimensions: tuple[str, ...] = field(default=())
