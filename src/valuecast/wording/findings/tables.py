"""Findings on tables and the types of their columns."""

from __future__ import annotations

from collections.abc import Mapping

from valuecast.wording.figures import Figures
from valuecast.wording.findings.entry import Entry
from valuecast.wording.sentences import Sentence, joined, say


def example_and_cause(f: Figures, between: str = ": ") -> Sentence:
    """An unreadable value, and what such values look like where that is known."""
    return f.say(", for example {example:quoted}" + (f"{between}{{cause}}" if f["cause"] else ""))


def own_remedy(f: Figures, otherwise: str) -> Sentence:
    """What would mend the values of this column, where that is known."""
    return Sentence(f["remedy"] or otherwise)


def _lost(f: Figures) -> Sentence:
    return f.say("{dimensions:listed} may be left without data" if f["dimensions"] else "nothing else is lost")


def _converted(f: Figures) -> Sentence:
    each = zip(f["columns"], f["types"], f["wanted"], strict=True)
    return joined((say("{c}: {t} read as {w}", c=column, t=kind, w=wanted) for column, kind, wanted in each), "; ")


def _unreadable(f: Figures) -> Sentence:
    return f.say("{count:plural value} cannot be read as {wanted}{examples}", examples=example_and_cause(f))


def _kind(meaning: str, remedy: str, consequence: str) -> Entry:
    return Entry(meaning, consequence, remedy, _unreadable, mend=lambda f: own_remedy(f, remedy))


_MISSING = "these values count as missing"
_DIMENSIONS = "the dimensions that rest on it may be left without data"

ENTRIES: Mapping[str, Entry] = {
    "table_missing": Entry(
        "A table is not there.",
        _DIMENSIONS,
        "export the table",
        "the table is not there",
        here=_lost,
        mend="export {table}: {purpose}",
    ),
    "table_empty": Entry(
        "A table holds no rows.",
        _DIMENSIONS,
        "fill the table, or accept that its dimensions are left out",
        "0 rows",
        here=_lost,
        mend="fill {table}: {purpose}",
    ),
    "column_missing": Entry(
        "A table lacks a column that it cannot be read without.",
        "the table cannot be used",
        "export the column, or name it as the package does (case does not matter)",
        "the table has no column {columns:listed}",
        here=lambda f: f.say("the table cannot be used: {lost}", lost=_lost(f)),
    ),
    "types_converted": Entry(
        "Columns were of another type and could be converted whole.",
        "none: every value could be converted",
        "none needed",
        _converted,
    ),
    "dates_unreadable": _kind(
        "Values are no dates, or of an order that cannot be told.",
        "write them as 2024-01-31, 2024-01-31 10:00:00 or 20240131",
        f"{_MISSING}; a row without its date is left out",
    ),
    "numbers_unreadable": _kind("Values are no numbers.", "write them as a finite number", _MISSING),
    "not_finite": _kind(
        "Numbers are NaN or infinite.",
        "write them as a finite number; a division by zero is the usual cause",
        _MISSING,
    ),
    "duplicate_keys": Entry(
        "Rows repeat the key of another row.",
        "each key counts once, with its largest values",
        "make the key unique where the table is built",
        "{count:count} of {rows:count} rows repeat the key of another row",
    ),
    "keys_missing": Entry(
        "Rows name no customer or person.",
        "they are counted, and left out of every figure by customer",
        "fill the key",
        "{count:count} of {rows:plural row} ({share:percent 1}) name no {key}",
    ),
}
