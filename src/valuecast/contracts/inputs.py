"""What a source says about the tables it read, and what the audit says about them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

import ibis
import ibis.expr.types as ir

from valuecast.contracts.findings import Finding


@dataclass(frozen=True)
class Coercion:
    """A column that was not of the expected type and was converted.

    ``failed`` counts the values that were present and could not be converted, ``beyond`` the numbers that are larger
    than any measure can be; both count as missing, and ``present`` is how many values there were. ``cause`` says in
    words what the unreadable ones look like, ``remedy`` what to do about it; both are empty where that is not known.
    ``way`` is the form of days or the decimal mark by which text was read; ``unclear`` counts the failed numbers whose
    one mark may be the decimal one or stand between thousands, ``units`` lists the signs and letters beside numbers,
    and ``both`` says whether some numbers have a decimal point and others a decimal comma. ``instants`` names the zone
    in which instants were counted as days, or says that each day is the one written; empty where there is none.
    ``exchanged`` says that a spreadsheet seems to have exchanged day and month in the days that it knew.
    Of text with an offset from UTC, ``offsets`` says how many different ones there are, and ``with_offset`` in how
    many rows.
    """

    table: str
    column: str
    found: str
    wanted: str
    failed: int
    example: str | None
    offsets: int = 0
    with_offset: int = 0
    present: int = 0
    beyond: int = 0
    largest: str | None = None
    cause: str = ""
    remedy: str = ""
    way: str = ""
    unclear: int = 0
    units: tuple[str, ...] = ()
    both: bool = False
    instants: str = ""
    exchanged: bool = False


Timing = Literal["key", "dated", "dated by proof", "as of build"]
"""What may be concluded about when a value was true.

``key``: an identifier; ``dated``: the row carries the day on which it happened; ``dated by proof``: true from a day
that the row itself names, or shown by other columns never to have changed; ``as of build``: true when the table was
built, and nobody knows since when.
"""


@dataclass(frozen=True)
class Proof:
    """Rows that show when a column's value was true.

    Parameters
    ----------
    column : str
        The column whose value is to be dated.
    because : str
        Why such a row proves it, in words.
    holds : callable or None
        From the table, and the day before which it is to be true, to whether each row proves it; None where the
        column needs no rows to prove it, such as a day of first use.
    """

    column: str
    because: str
    holds: Callable[[ibis.Table, date], ir.BooleanValue] | None = None


@dataclass(frozen=True)
class Total:
    """A column of totals that should be the sum of a daily table's column by the same key.

    ``last`` is the column with the last day that the totals cover, where there is one.
    """

    column: str
    key: str
    daily: str
    daily_key: str
    daily_column: str
    last: str | None = None


@dataclass(frozen=True)
class Membership:
    """Columns that say which account a person belongs to: ``several`` counts the accounts a person ever had."""

    member: str
    owner: str
    owners: str
    several: str | None = None


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
    dates : tuple of str
        Date columns other than ``day``.
    ranges : mapping of str to (float, float)
        Least and greatest possible value by column.
    counts_of_people : tuple of (str, str)
        Columns that sum daily distinct counts, each with the column that counts people, or ``""``.
    timing : mapping of str to Timing
        Class of each column, before any proof is checked.
    proofs : tuple of Proof
        How an ``as of build`` column may be shown to be dated.
    totals, membership
        What can be reconciled, and who belongs to whom.
    repeated : int or None
        Rows beyond the first of their key, where the source has counted them.
    absent : tuple of str
        Columns that the source reads but the table lacks.
    whose : tuple of str
        Columns that name the customer or person of a row; a row without one counts for nobody.
    gives : mapping of str to str
        Measures that may count as value (``minutes``, ``events``, ``amount``), each with the column it is summed from.
    written : mapping of str to str
        The user's own name of a column, where it differs from the name here.
    findings : tuple of Finding
        What the source itself decided about its rows.
    identity : str
        What the first column of ``whose`` names, such as ``customer``, in a log whose ids are to be looked at.
    raw : ibis.Table or None
        The rows of a log with every column that they have, to find copies.
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
    dates: tuple[str, ...] = ()
    ranges: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    counts_of_people: tuple[tuple[str, str], ...] = ()
    timing: Mapping[str, Timing] = field(default_factory=dict)
    proofs: tuple[Proof, ...] = ()
    totals: tuple[Total, ...] = ()
    membership: Membership | None = None
    repeated: int | None = None
    absent: tuple[str, ...] = ()
    whose: tuple[str, ...] = ()
    gives: Mapping[str, str] = field(default_factory=dict)
    written: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    identity: str = ""
    raw: ibis.Table | None = None

    def shown(self, column: str) -> str:
        """A column as a reader knows it: by the user's own name, and in brackets what it is used as.

        >>> InputTable("log", "a log", None, written={"amount": "spent"}).shown("amount")
        'spent (amount)'
        """
        own = self.written.get(column, column)
        return column if own == column else f"{own} ({column})"


@dataclass(frozen=True)
class Join:
    """A join that the source relies on: ``left.column`` is looked up in ``right.column``.

    ``kind`` names what the ids are of, such as ``account``: where ids are spelt alike, all of a kind are.
    """

    left: str
    right: str
    left_column: str
    right_column: str
    dimensions: tuple[str, ...] = ()
    kind: str = ""
