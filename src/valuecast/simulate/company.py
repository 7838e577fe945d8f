"""What may be asked of a simulated company, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from valuecast.errors import ConfigurationError

VISITORS_PER_ACCOUNT = 40
_LONGEST = 240


@dataclass(frozen=True)
class Company:
    """The settings of a simulated company.

    Parameters
    ----------
    accounts : int
        Accounts that exist at any time in the period.
    visitors : int, optional
        About how many people are ever seen, over all accounts; 40 an account when not given.
    months : int
        Calendar months of daily data; the last may be cut short by ``end``.
    end : date
        Last day with data, inclusive.
    seed : int
        Same settings and seed, same bytes.
    faults : tuple of str
        Names from `FAULTS`; applied in the order of `FAULTS`, whatever the order here.

    Raises
    ------
    ConfigurationError
        When a setting is out of range.

    Examples
    --------
    >>> Company(accounts=3).expected_visitors
    120
    """

    accounts: int = 1000
    visitors: int | None = None
    months: int = 18
    end: date = date(2024, 10, 31)
    seed: int = 7
    faults: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _within("accounts", self.accounts, 1, 10_000_000)
        _within("months", self.months, 1, _LONGEST)
        _within("seed", self.seed, 0, 2**63 - 1)
        if not isinstance(self.end, date):
            raise ConfigurationError("end is not a date", where="simulate.end", got=self.end, expected="a calendar day")
        if self.visitors is not None:
            _within("visitors", self.visitors, self.accounts, 1_000_000_000)

    @property
    def expected_visitors(self) -> int:
        """The number of people asked for, or its default."""
        return self.accounts * VISITORS_PER_ACCOUNT if self.visitors is None else self.visitors


@dataclass(frozen=True)
class Simulated:
    """What `simulate` wrote: table name to path and to row count, and what each fault touched."""

    folder: Path
    paths: dict[str, Path]
    rows: dict[str, int]
    faults: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def truth(self) -> Path:
        """The folder with what a real company would not have."""
        return self.folder / "truth"


def _within(name: str, value: int, low: int, high: int) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise ConfigurationError(
            f"{name} is out of range",
            where=f"simulate.{name}",
            got=value,
            expected=f"a whole number from {low:,} to {high:,}",
        )
