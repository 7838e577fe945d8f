"""Tables with a row a customer and a column a month: turned into a log with a row for each month with an amount."""

from __future__ import annotations

import re
from collections.abc import Sequence

import ibis

from valuecast.config import EventsMapping
from valuecast.engines import portable
from valuecast.errors import ConfigurationError

LEAST = 3
"""Fewest columns of months that make a table one of this kind."""
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMBERED = re.compile(r"(?:[a-z]+[_ ])?(19[0-9]{2}|20[0-9]{2})[-_/. ]?(0[1-9]|1[0-2])")
_TURNED = re.compile(r"(0?[1-9]|1[0-2])[-_/. ](19[0-9]{2}|20[0-9]{2})")
_NAMED = re.compile(r"([a-z]{3,9})[-_/. ,]*(19[0-9]{2}|20[0-9]{2}|[0-9]{2})")
_DAY, _AMOUNT = "month", "amount"


def month_of(name: str) -> str:
    """The first day of the month that a column is named after; empty where it is no month.

    >>> month_of("2024-01"), month_of("Jan 24"), month_of("mrr_202401"), month_of("amount")
    ('2024-01-01', '2024-01-01', '2024-01-01', '')
    """
    text = name.strip().lower()
    if found := _NUMBERED.fullmatch(text):
        return f"{found[1]}-{found[2]}-01"
    if found := _TURNED.fullmatch(text):
        return f"{found[2]}-{int(found[1]):02}-01"
    if (found := _NAMED.fullmatch(text)) and found[1][:3] in _NAMES:
        year = found[2] if len(found[2]) == 4 else f"20{found[2]}"
        return f"{year}-{_NAMES.index(found[1][:3]) + 1:02}-01"
    return ""


def columns_of(names: Sequence[str]) -> dict[str, str]:
    """Columns that are named after months, with the first day of each; none where there are too few."""
    found = {name: month for name in names if (month := month_of(name))}
    return found if len(found) >= LEAST else {}


def as_rows(table: ibis.Table, name: str, mapping: EventsMapping) -> tuple[ibis.Table, EventsMapping]:
    """The table as a log, and the mapping that reads it; months without an amount, or with none but zero, have no row.

    Raises
    ------
    ConfigurationError
        When the table has no columns of months, or two of one month.
    """
    found = columns_of(table.columns)
    if not found or len(set(found.values())) < len(found):
        raise ConfigurationError(
            "no columns are named after months" if not found else "two columns are named after one month",
            where=f"events.months_in_columns, table {name}",
            got=", ".join(found or table.columns[:12]),
            expected=f"{LEAST} columns or more such as 2024-01, Jan 2024 or mrr_202401, each month once",
        )
    others = [column for column in table.columns if column not in found]
    taken = {column.lower() for column in others}
    day, amount = (each if each not in taken else f"{each}__" for each in (_DAY, _AMOUNT))
    texts = table.select(*others, **{month: portable.as_text(table[column]) for column, month in found.items()})
    rows = texts.pivot_longer(list(found.values()), names_to=day, values_to=amount)
    rows = rows.filter(~portable.is_blank(rows[amount]), (portable.as_number(rows[amount]) != 0).fill_null(True))
    return rows, mapping.model_copy(update={"time": day, "amount": amount, "months_in_columns": False})
