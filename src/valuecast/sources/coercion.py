"""Name and type the columns of an input table as its source expects them, and say what was converted."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

import ibis
import ibis.expr.datatypes as dt
import ibis.expr.types as ir

from valuecast.contracts import Coercion
from valuecast.contracts.table import Type
from valuecast.engines import identifiers, portable, written, zones
from valuecast.engines.written import DecimalMark
from valuecast.sources import causes
from valuecast.sources.writing import PLAIN, Way, in_zone, of_days, of_numbers

Normalisation = Mapping[str, Collection[str]]
"""Steps of `valuecast.engines.identifiers` by what the ids are of, such as ``account``."""


@dataclass(frozen=True)
class Ids:
    """What is done to ids: steps that write them alike, by kind, and whose rows are left out.

    ``exclude`` holds ids, patterns such as ``test-*``, and domains of e-mail such as ``@valuecast.io``; the case of
    letters is no matter.
    """

    steps: Normalisation = field(default_factory=dict)
    exclude: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is done."""
        return bool(self.steps or self.exclude)


AS_THEY_ARE = Ids()
"""No id is changed, nobody left out."""

SAMPLE = 5000
"""Unreadable values that are looked at for their cause."""
_KNOWN = (dt.String, dt.Numeric, dt.Boolean, dt.Date, dt.Timestamp, dt.UUID)
"""Types of columns that are read as they are; any other is read as text."""
_DAY_MONTH = r"^([0-9]{1,2})[/.-]([0-9]{1,2})[/.-][0-9]{2,4}"
_MONTHS = 12
_ENOUGH = 10
"""Fewest days of either writing for a pattern."""
_PEOPLE = ("customer", "account", "visitor")
"""Kinds of ids of those who can be excluded."""
_WHOLE = float(2**53)
"""Below it every whole number has a floating-point number of its own."""
_COUNTS = (
    "iso",
    "iso_late",
    "other",
    "other_early",
    "failed",
    "example",
    "present",
    "beyond",
    "largest",
    "unclear",
    "offsets",
    "with_offset",
)
_CONVERT: dict[Type, Callable[[ir.Value], ir.Value]] = {
    "string": portable.as_text,
    "float64": portable.as_number,
    "bool": portable.as_flag,
}
_NATIVE: dict[Type, tuple[type[dt.DataType], ...]] = {
    "string": (dt.String,),
    "date": (dt.Date, dt.Timestamp),
    "float64": (dt.Integer, dt.Floating),
    "bool": (dt.Boolean,),
}


@dataclass(frozen=True)
class Wanted:
    """A column that a source reads: its name here, its type, and the other names it goes by.

    ``ids`` names what the column's ids are of, such as ``account``; empty where it holds none that are joined.
    ``is_id`` says that it names somebody or something all the same.
    """

    name: str
    type: Type
    aliases: tuple[str, ...] = ()
    required: bool = False
    ids: str = ""
    is_id: bool = False


@dataclass(frozen=True)
class Shaped:
    """An input table with exactly the wanted columns.

    A wanted column that is absent is all null; required ones that are absent are named in ``missing``.
    """

    table: ibis.Table
    missing: tuple[str, ...]
    absent: tuple[str, ...]
    coercions: tuple[Coercion, ...]


def shape(
    table: ibis.Table,
    name: str,
    wanted: Sequence[Wanted],
    ids: Ids = AS_THEY_ARE,
    date_format: str | None = None,
    decimal_mark: DecimalMark | None = None,
    *,
    time_zone: str | None = None,
    can_say: bool = False,
    from_text: bool = False,
) -> Shaped:
    """Match columns without regard to case, convert them, and count the values that could not be.

    Values that cannot be converted, NaN, infinities and numbers beyond ``portable.BOUND`` become null. Ids of a kind
    that ``ids`` names are normalised by its steps, and rows of those whom it excludes are left out. ``date_format``
    and ``decimal_mark`` say how days and numbers are written as text, where nothing in the column says so, and
    ``can_say`` whether the user has a setting to say it. Of a table ``from_text`` nothing is said of columns that were
    read as what they look like.
    """
    table = _readable(table)
    there = {column.lower(): column for column in table.columns}
    found = {w.name: next((there[a.lower()] for a in (w.name, *w.aliases) if a.lower() in there), None) for w in wanted}
    pairs = [(w, column) for w in wanted if (column := found[w.name]) is not None]
    given = None if date_format in written.FORMS else date_format
    ways = _ways(table, pairs, date_format, decimal_mark)
    if time_zone is not None:
        ways |= in_zone(table, ways, [c for w, c in pairs if w.type == "date"], time_zone)
    read = _without(_with_iso_days(table, ways), pairs, ids.exclude)
    columns = {w.name: ibis.null(w.type) for w in wanted} | {
        w.name: _normalised(read[column], w, ways.get(column, PLAIN), ids.steps, given) for w, column in pairs
    }
    absent = tuple(w.name for w in wanted if found[w.name] is None)
    met = {column: str(kind) for column, kind in table.schema().items()}
    coercions = _Count(name, read, met, ways, given, can_say=can_say, from_text=from_text)
    return Shaped(
        read.select(**{w.name: columns[w.name] for w in wanted}),
        tuple(w.name for w in wanted if w.required and w.name in absent),
        absent,
        coercions.of(pairs),
    )


def _readable(table: ibis.Table) -> ibis.Table:
    """The table with lists, objects and other values that no role can hold as text."""
    odd = {name: table[name].cast("string") for name, kind in table.schema().items() if not isinstance(kind, _KNOWN)}
    return table.mutate(**odd) if odd else table


def _ways(
    table: ibis.Table,
    pairs: Sequence[tuple[Wanted, str]],
    date_format: str | None,
    decimal_mark: DecimalMark | None,
) -> dict[str, Way]:
    """How columns are written, where that is not the plain way."""
    days = [c for w, c in pairs if w.type == "date" and isinstance(table[c].type(), dt.String | dt.Numeric)]
    numbers = [c for w, c in pairs if w.type == "float64" and isinstance(table[c].type(), dt.String)]
    return of_days(table, days, date_format) | of_numbers(table, numbers, decimal_mark)


def _without(table: ibis.Table, pairs: Sequence[tuple[Wanted, str]], exclude: Sequence[str]) -> ibis.Table:
    """The table without the rows that name somebody who is excluded."""
    for w, column in pairs:
        if exclude and (w.ids in _PEOPLE or w.is_id):
            text = _as_id(table[column])
            table = table.filter(~identifiers.among(text, exclude).fill_null(False))
    return table


def _with_iso_days(table: ibis.Table, ways: Mapping[str, Way]) -> ibis.Table:
    """The table with its days written in ISO, where their form is known by its look."""
    chosen = {column: way for column, way in ways.items() if way.form or way.zone}
    if not chosen:
        return table
    instants = {c: zones.seconds(table[c], way.form) for c, way in chosen.items() if way.zone}
    staged = table.mutate(**{f"{column}__instant": each for column, each in instants.items()})
    days = {c: way.day_text(staged[c], staged[f"{c}__instant"] if c in instants else None) for c, way in chosen.items()}
    return staged.mutate(**days).select(*table.columns)


def _converted(column: ir.Column, wanted: Wanted, way: Way, date_format: str | None) -> ir.Value:
    if wanted.type == "date":
        return portable.as_date(column, date_format)
    if wanted.type == "float64" and (way.mark or way.undecided) and isinstance(column.type(), dt.String):
        return way.number(column)
    return _CONVERT[wanted.type](column)


def _normalised(
    column: ir.Column, wanted: Wanted, way: Way, normalisation: Normalisation, date_format: str | None
) -> ir.Value:
    value = _as_id(column) if wanted.ids or wanted.is_id else _converted(column, wanted, way, date_format)
    steps = normalisation.get(wanted.ids, ()) if wanted.ids else ()
    return identifiers.normalise(value, steps) if steps else value


def _as_id(column: ir.Column) -> ir.StringValue:
    """An id as text: of a column of floating-point numbers, whole ones without a point, others not at all."""
    if not isinstance(column.type(), dt.Floating):
        return portable.as_text(column)
    exact = ~lossy(column)
    return ibis.ifelse(exact, column, ibis.null("float64")).cast("int64").cast("string")


def lossy(column: ir.FloatingColumn) -> ir.BooleanValue:
    """Whether a floating-point number cannot be told from another id: a fraction, NaN, or 2**53 and beyond."""
    whole = ((column - column) == 0) & (column.abs() < _WHOLE)
    return ~(whole & (ibis.ifelse(whole, column, 0.0).floor() == column)).fill_null(False) & column.notnull()


@dataclass(frozen=True)
class _Count:
    """Counts what could not be converted, in one pass over the table."""

    name: str
    table: ibis.Table
    met: Mapping[str, str]
    ways: Mapping[str, Way]
    date_format: str | None
    can_say: bool
    from_text: bool

    def of(self, pairs: Sequence[tuple[Wanted, str]]) -> tuple[Coercion, ...]:
        """One coercion for each column that was not as expected."""
        counted = [(w, c) for w, c in pairs if _can_fail(w, self.table[c].type())]
        aggregates = {
            f"{what}_{place}": expression
            for place, (w, c) in enumerate(counted)
            for what, expression in self._aggregates(w, c).items()
        }
        figures = self.table.aggregate(**aggregates).to_pyarrow().to_pylist()[0] if aggregates else {}
        place = {c: at for at, (_, c) in enumerate(counted)}
        found = []
        for w, c in pairs:
            own = {what: figures.get(f"{what}_{place.get(c)}") for what in _COUNTS}
            each = self._coercion(w, c, own)
            if each is not None:
                found.append(each)
        return tuple(found)

    def _aggregates(self, w: Wanted, column: str) -> dict[str, ir.Scalar]:
        values = self.table[column]
        text = isinstance(values.type(), dt.String)
        lost = self._lost(w, column)
        wanted: dict[str, ir.Scalar] = {}
        if w.type == "float64":
            beyond = portable.beyond(values).fill_null(False)
            wanted |= {
                "beyond": self.table.count(where=beyond),
                "largest": portable.as_text(values).max(where=beyond),
            }
            lost &= ~beyond
            if text and self.ways.get(column, PLAIN).undecided:
                unclear = (written.unclear(values, ".") | written.unclear(values, ",")).fill_null(False)
                wanted["unclear"] = self.table.count(where=unclear)
        wanted |= {
            "failed": self.table.count(where=lost),
            "example": portable.as_text(values).max(where=lost),
            "present": self.table.count(where=~portable.is_blank(values)) if text else values.count(),
        }
        if w.type == "date" and text:
            offset = portable.time_offset(values)
            wanted |= _exchanges(self.table, values)
            wanted |= {
                "with_offset": self.table.count(where=offset != ""),
                "offsets": offset.nunique(where=offset != ""),
            }
        return wanted

    def _coercion(self, w: Wanted, column: str, figures: Mapping[str, object]) -> Coercion | None:
        def count(what: str) -> int:
            return int(str(figures[what] or 0))

        way = self.ways.get(column, PLAIN)
        failed, beyond = count("failed"), count("beyond")
        exchanged = min(count("iso"), count("other")) >= _ENOUGH and not count("iso_late") and not count("other_early")
        native = isinstance(self.table.schema()[column], _NATIVE[w.type]) or (self.from_text and way == PLAIN)
        native = native and not (w.type == "date" and _instants(self.met[column], way, 0))
        if native and not exchanged and not failed and not beyond and not count("offsets"):
            return None
        cause = self._cause(column, w) if failed else causes.UNKNOWN
        example = figures["example"]
        return Coercion(
            self.name,
            column,
            self.met[column],
            w.type,
            failed,
            cause.example or (None if example is None else str(example)),
            count("offsets"),
            count("with_offset"),
            count("present"),
            beyond,
            str(figures["largest"]) if beyond else None,
            cause.says,
            cause.remedy if self.can_say or w.type != "date" else "",
            way=way.form or (way.mark or ""),
            unclear=count("unclear"),
            units=way.units,
            both=way.both,
            instants=_instants(self.met[column], way, count("offsets")),
            exchanged=exchanged,
        )

    def _cause(self, column: str, wanted: Wanted) -> causes.Cause:
        """What the unreadable values of a column of text look like."""
        if not isinstance(self.table[column].type(), dt.String) or wanted.type not in ("date", "float64"):
            return causes.UNKNOWN
        if self.ways.get(column, PLAIN).undecided:
            return causes.unclear(can_say=self.can_say)
        lost = self.table.filter(self._lost(wanted, column)).select(text=self.table[column].strip()).distinct()
        seen = lost.order_by("text").limit(SAMPLE).to_pyarrow()["text"].to_pylist()
        return causes.of_dates(seen, self.date_format) if wanted.type == "date" else causes.of_numbers(seen)

    def _lost(self, wanted: Wanted, column: str) -> ir.BooleanValue:
        """Whether a value is there and cannot be converted."""
        values = self.table[column]
        if wanted.ids or wanted.is_id:
            return lossy(values)
        read = _converted(values, wanted, self.ways.get(column, PLAIN), self.date_format)
        lost = values.notnull() & read.isnull()
        return lost & ~portable.is_blank(values) if isinstance(values.type(), dt.String) else lost


def _exchanges(table: ibis.Table, values: ir.StringValue) -> dict[str, ir.Scalar]:
    """Days as a spreadsheet leaves them that took the 4th of May for the 5th of April, and kept the 14th as text."""
    text = values.strip()
    iso, other = text.re_search(portable.ISO), text.re_search(_DAY_MONTH)
    parts = [ibis.ifelse(other, text.re_extract(_DAY_MONTH, at), "99").cast("int64") for at in (1, 2)]
    early = other & (parts[0] <= _MONTHS) & (parts[1] <= _MONTHS)
    late = iso & (text.substr(8, 2) > str(_MONTHS))
    return {
        "iso": table.count(where=iso),
        "iso_late": table.count(where=late),
        "other": table.count(where=other),
        "other_early": table.count(where=early),
    }


def _instants(met: str, way: Way, offsets: int) -> str:
    """In which zone the instants of a column of days are counted; empty where it holds none."""
    if way.zone:
        return way.zone
    if way.form in written.PER_DAY or (met.startswith("timestamp(") and "'" in met):
        return "UTC"
    return "as written" if offsets else ""


def _can_fail(wanted: Wanted, met: dt.DataType) -> bool:
    if wanted.type == "string":
        return bool(wanted.ids or wanted.is_id) and isinstance(met, dt.Floating)
    if wanted.type == "date":
        return True
    if wanted.type == "bool":
        return not isinstance(met, dt.Boolean)
    return isinstance(met, dt.String | dt.Floating | dt.Decimal | dt.Int64 | dt.UInt64)
