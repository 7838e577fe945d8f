"""How the values of each column of text are written: told by all of its rows, never by one value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import ibis
import ibis.expr.datatypes as dt
import ibis.expr.types as ir

from valuecast.engines import portable, written, zones
from valuecast.engines.written import DecimalMark
from valuecast.sources.causes import CLEAR

_MARKS: tuple[DecimalMark, ...] = (".", ",")
_THREE = r"^.*[.,][0-9]{3}[^0-9.,]*$"
"""Ends in a mark and three digits: the mark may stand between thousands."""
_UNITS = 20
"""Most different signs and letters beside numbers that are listed."""


@dataclass(frozen=True)
class Way:
    """How a column is written, where that is not the plain way.

    Parameters
    ----------
    form : str
        One of ``written.FORMS``, for a column of days.
    mark : {"", ".", ","}
        The decimal mark, for a column of numbers; empty where every value is plain.
    undecided : bool
        Whether nothing says which mark is the decimal one; such values count as missing.
    units : tuple of str
        Signs and letters beside the numbers.
    zone : str
        The zone in which instants are counted as days, where it was said.
    span : tuple of int
        Between which instants the column lies [seconds since 1970].
    both : bool
        Whether some values can only be read with a point and others only with a comma.
    """

    form: str = ""
    mark: DecimalMark | None = None
    undecided: bool = False
    units: tuple[str, ...] = ()
    both: bool = False
    zone: str = ""
    span: tuple[int, int] = (0, 0)

    def day_text(self, column: ir.Column, instants: ir.IntegerColumn | None = None) -> ir.StringValue:
        """Days as ISO text where they have this form, or are ``instants`` of a zone; the others as they are."""
        plain = not isinstance(column.type(), dt.String | dt.Numeric)
        text = column.cast("date").cast("string") if plain else written.as_text(column)
        found = [written.iso_day(text, self.form)] if self.form else []
        if instants is not None:
            found = [zones.local_day(instants, self.zone, *self.span), *found]
        return ibis.coalesce(*found, text)

    def number(self, column: ir.StringColumn) -> ir.FloatingValue:
        """Numbers as float64; null where nothing says what they are."""
        number = written.as_number(column, self.mark or ".")
        if self.undecided:
            unclear = written.unclear(column, ".") | written.unclear(column, ",")
            number = ibis.ifelse(unclear.fill_null(False), ibis.null("float64"), number)
        return number


PLAIN = Way()


def of_days(table: ibis.Table, columns: Sequence[str], form: str | None) -> dict[str, Way]:
    """Of columns of text or numbers, those that hold days of one of ``written.FORMS``; ``form`` where it was said."""
    if form in written.FORMS:
        return {column: Way(form=form) for column in columns}
    if form is not None or not columns:
        return {}
    plain = {}
    for place, column in enumerate(columns):
        text = written.as_text(table[column]).strip()
        plain[f"present_{place}"] = table.count(where=~portable.is_blank(text))
        plain[f"plain_{place}"] = table.count(where=text.re_search(portable.ISO) | text.re_search(portable.COMPACT))
    counted = table.aggregate(**plain).to_pyarrow().to_pylist()[0]
    odd = [(place, c) for place, c in enumerate(columns) if counted[f"plain_{place}"] < counted[f"present_{place}"]]
    if not odd:
        return {}
    looks = {
        f"{form}_{place}": table.count(where=written.shows(written.as_text(table[column]), form))
        for place, column in odd
        for form in written.FORMS
    }
    shown = table.aggregate(**looks).to_pyarrow().to_pylist()[0]
    ways = {}
    for place, column in odd:
        best = max(written.FORMS, key=lambda form: (shown[f"{form}_{place}"], form))
        count, readable = shown[f"{best}_{place}"], counted[f"plain_{place}"]
        if count > readable and count + readable >= CLEAR * counted[f"present_{place}"]:
            ways[column] = Way(form=best)
    return ways


def in_zone(table: ibis.Table, ways: dict[str, Way], columns: Sequence[str], zone: str) -> dict[str, Way]:
    """Of columns of days, those that hold instants: their days are those of a zone."""
    looks: dict[str, ir.Scalar] = {}
    times = table.select(
        **{f"t_{place}": zones.seconds(table[c], ways.get(c, PLAIN).form) for place, c in enumerate(columns)}
    )
    for place, _ in enumerate(columns):
        instants = times[f"t_{place}"]
        looks |= {f"first_{place}": instants.min(), f"last_{place}": instants.max()}
    if not looks:
        return {}
    found = times.aggregate(**looks).to_pyarrow().to_pylist()[0]
    return {
        column: replace(ways.get(column, PLAIN), zone=zone, span=(found[f"first_{place}"], found[f"last_{place}"]))
        for place, column in enumerate(columns)
        if found[f"first_{place}"] is not None
    }


def of_numbers(table: ibis.Table, columns: Sequence[str], mark: DecimalMark | None) -> dict[str, Way]:
    """Of columns of text, those whose numbers are not all written plainly; ``mark`` is the decimal one, if said."""
    if not columns:
        return {}
    plain = {}
    for place, column in enumerate(columns):
        text = table[column]
        plain[f"present_{place}"] = table.count(where=~portable.is_blank(text))
        plain[f"plain_{place}"] = table.count(where=portable.is_number(text))
        plain[f"three_{place}"] = table.count(where=text.re_search(_THREE))
    counted = table.aggregate(**plain).to_pyarrow().to_pylist()[0]
    odd = [
        (place, column)
        for place, column in enumerate(columns)
        if counted[f"plain_{place}"] < counted[f"present_{place}"] or counted[f"three_{place}"] or mark == ","
    ]
    if not odd:
        return {}
    looks = {}
    for place, column in odd:
        for name, each in (("point", _MARKS[0]), ("comma", _MARKS[1])):
            looks[f"says_{name}_{place}"] = table.count(where=written.says(table[column], each))
            looks[f"unclear_{name}_{place}"] = table.count(where=written.unclear(table[column], each))
    shown = table.aggregate(**looks).to_pyarrow().to_pylist()[0]
    ways = {}
    for place, column in odd:
        says = {name: shown[f"says_{name}_{place}"] for name in ("point", "comma")}
        unclear = {name: shown[f"unclear_{name}_{place}"] for name in ("point", "comma")}
        chosen, undecided = _mark(says, unclear, mark)
        ways[column] = Way(
            mark=chosen,
            undecided=undecided,
            units=_units(table, column),
            both=mark is None and bool(says["point"] and says["comma"]),
        )
    return ways


def _mark(says: dict[str, int], unclear: dict[str, int], given: DecimalMark | None) -> tuple[DecimalMark, bool]:
    """The decimal mark, and whether values are left of which nothing says what they are."""
    if given is not None:
        return given, False
    if says["point"] and says["comma"]:
        return ("." if says["point"] >= says["comma"] else ","), bool(unclear["point"] or unclear["comma"])
    if says["comma"]:
        return ",", False
    if says["point"] or not unclear["point"]:
        return ".", False
    return ".", True


def _units(table: ibis.Table, column: str) -> tuple[str, ...]:
    units = table.select(unit=written.unit(table[column])).distinct()
    rows = units.filter(units.unit != "").order_by("unit").limit(_UNITS)
    return tuple(rows.to_pyarrow()["unit"].to_pylist())
