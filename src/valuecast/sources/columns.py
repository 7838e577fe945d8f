"""What the columns of a table look like, by their names and by what is in them."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import ibis
import ibis.expr.datatypes as dt

from valuecast.engines import portable, written
from valuecast.sources import causes

LOOKED_AT = 5000
"""Rows of a table whose values are looked at; counts are of all rows."""
DATED = 0.9
"""Share of the values that must be days, or numbers, for a column of text to be one of them."""
SAMPLES = 3
_COUNTED = 60
"""Most columns whose values are counted."""
_KEY = 0.98
"""From this share of different values on, in at least ``_ROWS`` rows, a column names the row."""
_ROWS = 20
_TIME_WORDS = re.compile(r"date|day|time|stamp|when|datum|fecha|created|seen|month|(^|_)(at|on|ts)$", re.IGNORECASE)


@dataclass(frozen=True)
class Look:
    """One column: its name in words, a part of its values, and what they are.

    Parameters
    ----------
    name : str
    place : int
        Among the columns of its table.
    kind : ibis data type
    words : frozenset of str
        The name taken apart: ``customer`` and ``id`` of ``customerId``.
    samples : tuple of str
        Some values, each once.
    rows, distinct : int
        Values that are there, and different ones.
    days : str or None
        Empty for days that need no format, the format of others, None where the values are no days.
    number : bool
        Whether nearly all values are numbers.
    whole : bool
        Whether nearly all of them are whole ones.
    """

    name: str
    place: int
    kind: dt.DataType
    words: frozenset[str]
    samples: tuple[str, ...]
    rows: int
    distinct: int
    days: str | None
    number: bool
    whole: bool

    @property
    def names_the_row(self) -> bool:
        """Whether (almost) every row has a value of its own."""
        return self.rows >= _ROWS and self.distinct >= _KEY * self.rows

    @property
    def described(self) -> str:
        """Name and type."""
        return f"{self.name} [{self.kind}]"

    @property
    def counted(self) -> str:
        """How many values it has, each on how many rows, in words, with some of them."""
        each = self.rows / max(self.distinct, 1)
        on = "each on one row" if each < 1.05 else f"each on {each:.0f} rows" if each >= 2 else f"on {self.rows:,} rows"
        shown = ", ".join(sample[:40] for sample in self.samples)
        return f"{self.distinct:,} value{'s' if self.distinct != 1 else ''}, {on}, such as {shown}"


def look(table: ibis.Table) -> tuple[Look, ...]:
    """What the columns of a table look like."""
    schema = table.schema()
    head = table.limit(LOOKED_AT).to_pyarrow()
    counts = _counts(table)
    return tuple(
        _look(name, place, schema[name], head[name].to_pylist(), counts) for place, name in enumerate(table.columns)
    )


def words_of(name: str) -> frozenset[str]:
    """A name taken apart.

    >>> sorted(words_of("customerId")), sorted(words_of("Amount (EUR)"))
    (['customer', 'id'], ['amount', 'eur'])
    """
    apart = re.sub(r"([a-z0-9])([A-Z])", r"\1 \2", name)
    return frozenset(each for each in re.split(r"[^a-z0-9äöüß]+", apart.lower()) if each)


def _counts(table: ibis.Table) -> Mapping[str, int]:
    wanted: dict[str, Any] = {}
    for place, name in enumerate(table.columns[:_COUNTED]):
        if not isinstance(table[name].type(), dt.Struct | dt.Array | dt.Map | dt.JSON | dt.Binary):
            wanted |= {f"n_{place}": table[name].count(), f"d_{place}": table[name].nunique()}
    if not wanted:
        return {}
    found = table.aggregate(**wanted).to_pyarrow().to_pylist()[0]
    return {name: int(value) for name, value in found.items()}


def _look(name: str, place: int, kind: dt.DataType, values: Sequence[Any], counts: Mapping[str, int]) -> Look:
    texts = [text for value in values if value is not None and (text := str(value).strip())]
    known = sorted(set(texts))
    number = isinstance(kind, dt.Numeric) or (isinstance(kind, dt.String) and _share(texts, _is_number) >= DATED)
    return Look(
        name,
        place,
        kind,
        words_of(name),
        tuple(dict.fromkeys(texts))[:SAMPLES],
        counts.get(f"n_{place}", len(texts)),
        counts.get(f"d_{place}", len(known)),
        _days(name, kind, texts),
        number,
        number and _share(texts, lambda text: re.fullmatch(r"[+-]?[0-9]+(\.0+)?", text) is not None) >= DATED,
    )


def _share(texts: Collection[str], holds: Any) -> float:
    return sum(bool(holds(text)) for text in texts) / len(texts) if texts else 0.0


def _is_number(text: str) -> bool:
    return re.fullmatch(
        r"\(?[+-]?\s?([A-Za-z]{1,3}|[$€£¥₹])?\s?[+-]?[0-9.,]*[0-9][0-9.,' ]*\s?([A-Za-z]{1,3}|[$€£¥₹])?\)?", text
    ) is not None or (re.fullmatch(portable.NUMBER, text) is not None)


def _days(name: str, kind: dt.DataType, texts: Sequence[str]) -> str | None:
    """The format of a column of days: empty where it needs none, None where it holds no days."""
    if isinstance(kind, dt.Date | dt.Timestamp):
        return ""
    if not texts or not isinstance(kind, dt.String | dt.Numeric):
        return None
    if _share(texts, lambda text: re.search(portable.ISO, text) or re.search(portable.COMPACT, text)) >= DATED:
        return ""
    named = bool(_TIME_WORDS.search(name))
    forms = written.LOOKS if named else ("month_names",)
    if any(_share(texts, re.compile("|".join(written.LOOKS[form])).search) >= DATED for form in forms):
        return ""
    if not isinstance(kind, dt.String):
        return None
    cause = causes.of_dates(sorted(set(texts)))
    return cause.form if cause.says else None
