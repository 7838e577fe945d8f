"""Numbers and days as people and programs write them in text, where that is not the plain way.

A number may have a sign of a currency beside it, marks between thousands, a comma for its point, brackets for less
than zero. Which mark is the decimal one is told by evidence within the column, never by one value: ``1.234`` alone may
be either.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import ibis
import ibis.expr.datatypes as dt
import ibis.expr.types as ir

from valuecast.engines import portable

DecimalMark = Literal[".", ","]

_UNIT = "([A-Za-z]{3}|kr|Kr|Rs|Fr|RM|zł|[$€£¥₹])"
_MULTIPLES = "^.*(mio|mrd|bln|mil|tsd).*$"
"""Letters that say thousands or millions: such numbers are not read."""
_SPACES = "[\u00a0\u202f\u2009' _]"
_FORM = rf"^\(?[+-]?{_UNIT}?[+-]?[0-9.,]*[0-9][0-9.,]*{_UNIT}?[+-]?\)?$"
_GROUPED: Mapping[DecimalMark, str] = {
    ".": r"^([0-9]{1,3}(,[0-9]{2,3})*,[0-9]{3}|[0-9]{1,60})(\.[0-9]{0,60})?$|^\.[0-9]{1,60}$",
    ",": r"^([0-9]{1,3}(\.[0-9]{2,3})*\.[0-9]{3}|[0-9]{1,60})(,[0-9]{0,60})?$|^,[0-9]{1,60}$",
}
_SAYS: Mapping[DecimalMark, str] = {
    ".": r"^[0-9,]*\.([0-9]{0,2}|[0-9]{4,})$|^0?\.[0-9]*$|^[0-9]{4,}\.[0-9]*$"
    r"|^[0-9]{1,3}(,[0-9]{2,3})*,[0-9]{3}\.[0-9]*$|^[0-9]{1,3}(,[0-9]{2,3})+,[0-9]{3}$",
    ",": r"^[0-9.]*,([0-9]{0,2}|[0-9]{4,})$|^0?,[0-9]*$|^[0-9]{4,},[0-9]*$"
    r"|^[0-9]{1,3}(\.[0-9]{2,3})*\.[0-9]{3},[0-9]*$|^[0-9]{1,3}(\.[0-9]{2,3})+\.[0-9]{3}$",
}
_UNCLEAR: Mapping[DecimalMark, str] = {".": r"^[1-9][0-9]{0,2}\.[0-9]{3}$", ",": r"^[1-9][0-9]{0,2},[0-9]{3}$"}


def _bare(text: ir.StringValue) -> ir.StringValue:
    """The digits and marks of an amount."""
    return text.re_replace(r"[^0-9.,]", "")


def _tight(values: ir.StringValue) -> ir.StringValue:
    """Without blanks and the marks that stand between thousands only."""
    return values.strip().re_replace(_SPACES, "").replace("\u2212", "-")


def is_amount(values: ir.StringValue) -> ir.BooleanValue:
    """Whether text is an amount, in whichever way it is written."""
    tight = _tight(values)
    return tight.re_search(_FORM) & ~tight.lower().re_search(_MULTIPLES)


def says(values: ir.StringValue, mark: DecimalMark) -> ir.BooleanValue:
    """Whether an amount can only be read with this decimal mark."""
    return is_amount(values) & _bare(_tight(values)).re_search(_SAYS[mark])


def unclear(values: ir.StringValue, mark: DecimalMark) -> ir.BooleanValue:
    """Whether the one mark of an amount may be the decimal one or stand between thousands: ``1.234``."""
    return is_amount(values) & _bare(_tight(values)).re_search(_UNCLEAR[mark])


def unit(values: ir.StringValue) -> ir.StringValue:
    """The letters or the sign beside an amount, such as ``EUR`` or ``$``; empty where there are none."""
    return ibis.ifelse(is_amount(values), _tight(values).re_replace(r"[-+0-9.,()]", ""), "").upper()


def as_number(values: ir.StringValue, mark: DecimalMark) -> ir.FloatingValue:
    """An amount as float64, read with this decimal mark; null where that cannot be."""
    tight = _tight(values)
    digits = _bare(tight)
    other = "," if mark == "." else "."
    plain = digits.replace(other, "")
    if mark == ",":
        plain = plain.replace(",", ".")
    known = is_amount(values) & digits.re_search(_GROUPED[mark])
    number = ibis.ifelse(known, plain, ibis.null("string")).cast("float64")
    below_zero = tight.re_search(r"^(\(.*\)|.*-.*)$")
    signed = ibis.ifelse(below_zero, -number, number)
    written_plainly = portable.as_number(values)
    return ibis.coalesce(portable.finite(signed), written_plainly)


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = (
    (r"^([0-9]{1,2})(?:st|nd|rd|th)?[-/. ]+([A-Za-z]{3,9})[-/., ]+([0-9]{4}|[0-9]{2})([ T,].*)?$", (1, 2, 3)),
    (r"^([A-Za-z]{3,9})[-/. ]+([0-9]{1,2})(?:st|nd|rd|th)?[-/., ]+([0-9]{4}|[0-9]{2})([ T,].*)?$", (2, 1, 3)),
    (r"^([0-9]{4})[-/. ]+([A-Za-z]{3,9})[-/. ]+([0-9]{1,2})([ T,].*)?$", (3, 2, 1)),
)
_MONTH_ONLY = (
    (r"^([12][0-9]{3})[-/. ]?(0[1-9]|1[0-2])$", (1, 2)),
    (r"^(0?[1-9]|1[0-2])[-/.]([12][0-9]{3})$", (2, 1)),
)
_MONTH_NAMED = (
    (r"^([A-Za-z]{3,9})[-/. ,]+([12][0-9]{3})$", (2, 1)),
    (r"^([12][0-9]{3})[-/. ,]+([A-Za-z]{3,9})$", (1, 2)),
)
PER_DAY = {"epoch": 86_400, "epoch_ms": 86_400_000, "epoch_us": 86_400_000_000, "epoch_ns": 86_400_000_000_000}
_DIGITS = {
    "epoch": r"^[0-9]{9,10}(\.[0-9]*)?$",
    "epoch_ms": "^[0-9]{12,13}$",
    "epoch_us": "^[0-9]{15,16}$",
    "epoch_ns": "^[0-9]{18,19}$",
}
_SERIAL = r"^[2-7][0-9]{4}([.,][0-9]*)?$"
_SERIAL_OF_1970 = 25_569
LOOKS: Mapping[str, tuple[str, ...]] = {
    "month_names": tuple(pattern for pattern, _ in _NAMED),
    "month": tuple(pattern for pattern, _ in (*_MONTH_ONLY, *_MONTH_NAMED)),
    **{form: (pattern,) for form, pattern in _DIGITS.items()},
    "spreadsheet": (_SERIAL,),
}
"""Ways to write days that are known by their look: with the name of the month, a month alone, seconds since 1970."""
FORMS = tuple(LOOKS)


def as_text(column: ir.Column) -> ir.StringValue:
    """A column of text or numbers as text; whole numbers without a point."""
    if isinstance(column.type(), dt.Floating | dt.Decimal):
        column = column.cast("int64")
    return portable.as_text(column)


def shows(values: ir.StringValue, form: str) -> ir.BooleanValue:
    """Whether text has the look of one of ``FORMS``."""
    text = values.strip()
    first, *others = LOOKS[form]
    found = text.re_search(first)
    for pattern in others:
        found |= text.re_search(pattern)
    return found


def iso_day(values: ir.StringValue, form: str) -> ir.StringValue:
    """The ISO day of text of one of ``FORMS``, as text; null where it has another look. Instants count in UTC."""
    text = values.strip()
    nothing = ibis.null("string")
    if form == "month_names":
        return _first([_with_month(text, pattern, groups) for pattern, groups in _NAMED])
    if form == "month":
        plain = [
            ibis.ifelse(
                text.re_search(pattern),
                text.re_extract(pattern, year) + "-" + text.re_extract(pattern, month).lpad(2, "0") + "-01",
                nothing,
            )
            for pattern, (year, month) in _MONTH_ONLY
        ]
        named = []
        for pattern, (year, month) in _MONTH_NAMED:
            number = _month_number(text.re_extract(pattern, month))
            named.append(
                ibis.ifelse(text.re_search(pattern), text.re_extract(pattern, year) + "-" + number + "-01", nothing)
            )
        return _first([*plain, *named])
    number = ibis.ifelse(shows(text, form), text.replace(",", "."), nothing).cast("float64")
    days = (number - _SERIAL_OF_1970 if form == "spreadsheet" else number / PER_DAY[form]).floor().cast("int32")
    return (ibis.literal("1970-01-01").cast("date") + days.as_interval("D")).cast("date").cast("string")


def _with_month(text: ir.StringValue, pattern: str, groups: tuple[int, int, int]) -> ir.StringValue:
    day, month, year = (text.re_extract(pattern, group) for group in groups)
    century = ibis.ifelse(year < "69", "20", "19")
    whole = ibis.ifelse(year.length() == 2, century + year, year)
    iso = whole + "-" + _month_number(month) + "-" + day.lpad(2, "0")
    return ibis.ifelse(text.re_search(pattern), iso, ibis.null("string"))


def _month_number(name: ir.StringValue) -> ir.StringValue:
    short = name.lower().substr(0, 3)
    known = tuple((short == month, f"{at:02d}") for at, month in enumerate(_MONTHS, start=1))
    return ibis.cases(*known, else_=ibis.null("string"))


def _first(values: list[ir.StringValue]) -> ir.StringValue:
    return ibis.coalesce(*values)
