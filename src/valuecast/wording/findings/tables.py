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

_FORMS = {
    "epoch": "seconds since 1970, days in UTC",
    "epoch_ms": "milliseconds since 1970, days in UTC",
    "epoch_us": "microseconds since 1970, days in UTC",
    "epoch_ns": "nanoseconds since 1970, days in UTC",
    "spreadsheet": "day numbers of a spreadsheet",
    "month": "months, each as its first day",
    "month_names": "days with the name of the month",
}


def _as_days(f: Figures) -> Sentence:
    return f.say("{count:plural value} read as {form}", form=_FORMS[f["form"]])


def _as_numbers(f: Figures) -> Sentence:
    mark = "a decimal comma" if f["mark"] == "," else "a decimal point"
    beside = ", {units:commas} beside them left out" if f["units"] else ""
    return f.say("{count:plural value} read with {mark}" + beside, mark=mark)


def _parts(f: Figures) -> Sentence:
    folders = "; the folders give {partitions:commas}" if f["partitions"] else ""
    return f.say("{count:count} files, {first} to {last}, are read as one table" + folders)


ENTRIES: Mapping[str, Entry] = {
    "files_as_one_table": Entry(
        "Files of the same columns were read as one table.",
        "a row that is in two of them counts twice",
        "name one file as the source if the others are no parts of the same log",
        _parts,
    ),
    "lines_above_names": Entry(
        "A file has lines above the names of its columns.",
        "these lines are left out",
        "none needed, if the names are right",
        "{count:plural line} of {file} left out; the columns are {columns:commas}",
    ),
    "encoding_guessed": Entry(
        "A file is not UTF-8 and names no other encoding.",
        "letters with accents may be read wrongly, and so may ids that have any",
        "save the file as UTF-8",
        "{file} is read as {encoding}",
    ),
    "rows_left_out": Entry(
        "Rows were left out by a condition of the settings.",
        "no figure of this run counts them",
        "none needed, if the condition is right",
        "{count:count} of {rows:count} rows do not fulfil {condition}",
    ),
    "days_read_as": Entry(
        "Days are not written as days of the calendar.",
        "none: every value has this look",
        "none needed; events.date_format says another form",
        _as_days,
    ),
    "days_of_instants": Entry(
        "Rows carry instants, whose day depends on a time zone.",
        "evenings and nights may count on the day before or after",
        "set events.time_zone to the zone of your customers",
        lambda f: f.say(
            "days as they are written, each with its own offset" if f["zone"] == "as written" else "days in {zone}"
        ),
    ),
    "days_exchanged": Entry(
        "A spreadsheet seems to have exchanged day and month in some of the days.",
        "these rows lie in the wrong month, so nobody is assessed by them",
        "export the days again, as text or as 2024-01-31, without a spreadsheet in between",
        "of {count:plural value}, no day written as 2024-01-31 is later than the 12th of its month, and every day "
        "written otherwise is",
    ),
    "numbers_read_as": Entry(
        "Numbers are not written plainly.",
        "none: the values show which mark is the decimal one",
        "none needed; events.decimal_mark says another",
        _as_numbers,
    ),
    "decimal_marks_mixed": Entry(
        "Some numbers of a column have a decimal point, others a decimal comma.",
        "a value that could be either is left out",
        "find out which exports the column was put together from, and write its numbers in one way",
        "{count:plural value}, of which some can only be read with a point and others only with a comma",
    ),
    "units_mixed": Entry(
        "The numbers of a column stand beside different signs.",
        "unlike amounts are added up as if they were alike",
        "convert the amounts first, or keep the rows of one sign",
        "{count:count} signs or letters beside the numbers: {units:commas}",
    ),
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
