"""The few expressions on which engines disagree, or in which the order of rows would show.

Sums of floating-point numbers depend on the order in which an engine adds them. ``exact_sum`` adds whole
thousandths instead, so that the same rows in any order give the same bytes.
"""

from __future__ import annotations

import re

import ibis
import ibis.expr.datatypes as dt
import ibis.expr.types as ir

RESOLUTION = 1000
"""Measures are added in steps of one thousandth of their unit."""

FIRST, LAST = "0001-01-01", "9999-12-31"
"""Days that every calendar knows: what lies beyond, such as infinity, is no day."""
BOUND = 1e12
"""No measure of one row is larger than this, either way [its unit]: what is, is a slip of a writer, or an id."""

NUMBER = r"^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?$"
_CASTABLE = r"^[+-]?([0-9]{1,60}\.?[0-9]{0,60}|\.[0-9]{1,60})([eE][+-]?[0-9]{1,2})?$"
ISO = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])([ T].*)?$"
COMPACT = r"^[12][0-9]{3}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])$"


def steps(values: ir.NumericValue, per_unit: int) -> ir.IntegerValue:
    """A measure in whole steps of 1/per_unit, as int64; null where it is null.

    A half is rounded up, in every engine: DuckDB's own rounding takes it away from zero, PostgreSQL's to even.
    """
    return (values.cast("float64") * per_unit + 0.5).floor().cast("int64")


def thousandths(values: ir.NumericValue) -> ir.IntegerValue:
    """A measure in whole thousandths, as int64; null where it is null."""
    return steps(values, RESOLUTION)


def only(values: ir.Value | int, where: ir.BooleanValue | None) -> ir.Column:
    """Values where a condition holds, null elsewhere, for an aggregate to skip; all of them without a condition.

    What ``where=`` of an aggregate says as well, at two thirds of the cost in DuckDB.
    """
    column = ibis.literal(values) if isinstance(values, int) else values
    return column if where is None else ibis.ifelse(where, column, ibis.null(column.type()))


def flag_number(flags: ir.BooleanValue) -> ir.IntegerValue:
    """1, 0 or null for true, false or null; PostgreSQL has no cast from booleans to most numbers."""
    return ibis.cases((flags, 1), (~flags, 0), else_=ibis.null("int64")).cast("int64")


def exact_sum(values: ir.NumericColumn, where: ir.BooleanValue | None = None) -> ir.FloatingScalar:
    """Sum to the nearest thousandth per row, whatever the order of rows; null when there is no row."""
    return only(thousandths(values), where).sum().cast("float64") / RESOLUTION


def exact_mean(values: ir.NumericColumn, where: ir.BooleanValue | None = None) -> ir.FloatingScalar:
    """Mean of the values that are not null, whatever the order of rows; null when there is none."""
    known = values.notnull() if where is None else values.notnull() & where
    return exact_sum(values, where=where) / values.count(where=known).nullif(0).cast("float64")


def finite(values: ir.NumericValue) -> ir.FloatingValue:
    """As float64, with NaN, the infinities and what lies beyond ``BOUND`` turned to null."""
    number = values.cast("float64")
    if isinstance(values.type(), dt.Floating):
        # DuckDB 2.0 takes isnan for false wherever a Parquet file's statistics, which leave NaN out, look finite.
        return ibis.ifelse(((number - number) == 0) & (number.abs() <= BOUND), number, ibis.null("float64"))
    return ibis.ifelse(number.abs() <= BOUND, number, ibis.null("float64")) if _wide(values.type()) else number


def beyond(values: ir.Value) -> ir.BooleanValue:
    """Whether a value is a number, but larger than ``BOUND`` either way; never for NaN and the infinities."""
    if isinstance(values.type(), dt.String):
        return values.strip().re_search(NUMBER) & as_number(values).isnull()
    if not _wide(values.type()):
        return ibis.literal(False)
    number = values.cast("float64")
    return ((number - number) == 0) & (number.abs() > BOUND)


def _wide(kind: dt.DataType) -> bool:
    """Whether a column of numbers can hold one beyond ``BOUND``."""
    return isinstance(kind, dt.Floating | dt.Decimal | dt.Int64 | dt.UInt64)


def constant(value: float) -> ir.FloatingScalar:
    """A number as float64: a bare 1.0 is a decimal to PostgreSQL and Spark, and a column of it stays one."""
    return ibis.literal(repr(float(value))).cast("float64")


def at_least(values: ir.NumericValue, least: ir.NumericValue) -> ir.NumericValue:
    """The larger of two numbers, null where the first is: of a null, engines make either null or the other number."""
    return ibis.cases((values > least, values), (values <= least, least))


def at_most(values: ir.NumericValue, most: ir.NumericValue) -> ir.NumericValue:
    """The smaller of two numbers, null where the first is."""
    return ibis.cases((values < most, values), (values >= most, most))


def days_between(later: ir.DateValue, earlier: ir.DateValue) -> ir.IntegerValue:
    """Calendar days from one date to another."""
    return later.delta(earlier, unit="day").cast("int64")


def as_text(values: ir.Value) -> ir.StringValue:
    """As text; whole numbers without a decimal point."""
    return values if isinstance(values.type(), dt.String) else values.cast("string")


_SPACE = " \t\n\r\v\f"
_INK = f"[{_SPACE}]*[^{_SPACE}][^\x01]*"
"""What surrounds the first letter is for Snowflake, which matches whole texts, and lines with a dot."""


def is_blank(text: ir.StringValue) -> ir.BooleanValue:
    """Whether there is nothing but white space; null where there is no text. It costs a third of ``strip() == ""``."""
    return ~text.re_search(_INK)


def is_number(text: ir.StringValue) -> ir.BooleanValue:
    """Whether text is a number in the plain way: digits, at most a point, perhaps an exponent."""
    return text.strip().re_search(NUMBER)


def as_number(values: ir.Value) -> ir.FloatingValue:
    """As float64; text that is not a number, and what is not ``finite``, becomes null."""
    if isinstance(values.type(), dt.String):
        text = values.strip()
        return finite(ibis.ifelse(text.re_search(_CASTABLE), text, ibis.null("string")).cast("float64"))
    if isinstance(values.type(), dt.Boolean):
        return flag_number(values).cast("float64")
    return finite(values)


def as_flag(values: ir.Value) -> ir.BooleanValue:
    """As a boolean: text and numbers by the usual words; anything else is null."""
    if isinstance(values.type(), dt.Boolean):
        return values
    word = as_text(values).strip().lower()
    no = ibis.ifelse(word.isin(["false", "f", "no", "n", "0"]), False, ibis.null("boolean"))
    return ibis.ifelse(word.isin(["true", "t", "yes", "y", "1"]), True, no)


def as_date(values: ir.Value, form: str | None = None) -> ir.DateValue:
    """As a calendar day: dates, timestamps, ISO text, ``yyyymmdd`` as text or number; anything else is null.

    A timestamp's day is the one written in it: the offset of a text timestamp is not applied. Text of another order is
    never guessed at: ``form``, such as ``%m/%d/%Y``, says which part is which. With it, only days of that form are
    read, and beside them ISO days where the form does not begin with the year.
    """
    kind = values.type()
    if isinstance(kind, dt.Date | dt.Timestamp):
        day = values if isinstance(kind, dt.Date) else values.cast("date")
        return ibis.ifelse((day >= ibis.date(FIRST)) & (day <= ibis.date(LAST)), day, ibis.null("date"))
    if isinstance(kind, dt.Floating | dt.Decimal):
        values = values.cast("int64")
    text = as_text(values).strip()
    if form is not None:
        known = _day_of(text if isinstance(kind, dt.String) else text.lpad(8, "0"), form)
        if not form.startswith("%Y"):
            known = ibis.coalesce(known, ibis.ifelse(text.re_search(ISO), text, ibis.null("string")))
        text = known
    compact = text.re_search(COMPACT)
    iso = ibis.ifelse(
        compact, text.substr(0, 4) + "-" + text.substr(4, 2) + "-" + text.substr(6, 2), text.substr(0, 10)
    )
    shaped = compact | text.re_search(ISO)
    safe = ibis.ifelse(shaped, iso, ibis.null("string"))
    return ibis.ifelse(_is_calendar_day(safe), safe, ibis.null("string")).cast("date")


def _day_of(text: ir.StringValue, form: str) -> ir.StringValue:
    """The ISO day of text in this form; null where it has another. What follows a blank, a comma or a T is no day."""
    found = re.match(r"%([Yymd])([^%]*)%([Yymd])([^%]*)%([Yymd])", form)
    if found is None:
        raise ValueError(f"date format {form!r} was not checked")
    first, one, second, other, third = found.groups()
    digits = {"Y": "([0-9]{4})", "y": "([0-9]{2})", "m": "([0-9]{1,2})", "d": "([0-9]{1,2})"}
    if not one or not other:
        digits |= dict.fromkeys("md", "([0-9]{2})")
    marks = ["".join(f"[{mark}]" for mark in marks) for marks in (one, other)]
    pattern = f"^{digits[first]}{marks[0]}{digits[second]}{marks[1]}{digits[third]}([ T,].*)?$"
    part = {name: text.re_extract(pattern, i + 1) for i, name in enumerate((first, second, third))}
    year = part["Y"] if "Y" in part else ibis.ifelse(part["y"] < "69", "20", "19") + part["y"]
    iso = year + "-" + part["m"].lpad(2, "0") + "-" + part["d"].lpad(2, "0")
    return ibis.ifelse(text.re_search(pattern), iso, ibis.null("string"))


def time_offset(values: ir.StringValue) -> ir.StringValue:
    """The offset from UTC at the end of a time written as text, such as ``+05:30`` or ``Z``; empty when there is none.

    Only text with a time of day has one: the day in ``2024-01-31`` does not.
    """
    text = values.strip()
    timed = text.re_search(r"[T ][0-9]{2}:[0-9]{2}")
    offset = ibis.ifelse(timed, text.re_extract(r"([+-][0-9]{2}:?[0-9]{2}|Z)$", 1), "")
    return offset.fill_null("")


def _is_calendar_day(iso: ir.StringValue) -> ir.BooleanValue:
    year, month, day = (iso.substr(a, n).cast("int64") for a, n in ((0, 4), (5, 2), (8, 2)))
    leap = (year % 4 == 0) & ((year % 100 != 0) | (year % 400 == 0))
    longest = ibis.cases((month.isin([4, 6, 9, 11]), 30), ((month == 2) & leap, 29), (month == 2, 28), else_=31)
    return day <= longest
