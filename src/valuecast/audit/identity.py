"""Who the customers of a log are: ids that look alike, stand for nobody, are unlike all others; rows that are copies.

None of it is decided here: each is told with its share of the value, and a setting mends it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import ibis
import ibis.expr.datatypes as dt
import ibis.expr.types as ir
import pandas as pd
from ibis import _

from valuecast.contracts import Finding, InputTable, finding
from valuecast.engines import portable

STEPS = ("blanks", "case", "zeros")
"""Ways in which one id is spelt in several ways within one log; each is tried by itself."""
EVENED_OUT = ("blanks", "case")
"""Those that ``ids: normalise`` evens out within one log: 007 and 7 may be two customers."""
PLACEHOLDER = (
    r"^(null|none|nan|nil|n/?a|na|undefined|unknown|unbekannt|guest|anonymous|anon|test|tester|testing|dummy|default|"
    r"missing|blank|empty|example|no[-_ ]?(id|name|customer)|not[-_ ]?(set|available|provided)|\(not set\)|\(none\)|"
    r"-+|\?+|\.+|0+|-1|9{4,}|x{2,}|0{8}-0{4}-0{4}-0{4}-0{12}|(test|guest|demo|example|nobody)@.*|.*@(test|example)\..*)$"
)
"""Ids that stand for nobody, in small letters and without blanks around them."""
TOTAL = r"^(grand[-_ ]?)?(sub)?(total|sum|summe|gesamt|insgesamt|totaal|totale)s?:?$"
EXAMPLES = 5
UNLIKE = 20.0
"""Times as many rows a day of use as 19 of 20 customers have, from which on a customer is unlike all others."""
BUSY = 50.0
"""Fewest rows a day of use for that [rows]."""
MUCH = 0.5
"""Share of all value from which on one customer is named."""
TWICE = 0.45
"""Share of a month's rows that repeat another row, from which on the month was loaded twice."""
SHOWN = 200
"""More different values than there is money are no currencies."""
_MONEY = re.compile(r"(^|[^a-z])(currency|curr|ccy|waehrung|währung|devise|moneda)([^a-z]|$)", re.IGNORECASE)
_ALL = "beginning to end"
SAME = 1e-6
"""Relative difference within which one value is the sum of the others."""
LOST = 0.01
"""Share of the values from which on what rounding loses is told."""
_FINE = 10**9
"""Steps of a unit in which small amounts are added up, to see what is lost in thousandths."""
FEW = 20
"""Fewest rows or customers to say anything of."""
RISING = 0.98
"""Share of the steps from row to row that do not fall, from which on a measure is a running total."""


@dataclass(frozen=True)
class Ids:
    """Rows, days, value and rows with a value of every id of a log, as pandas; ``id`` ascends."""

    each: pd.DataFrame
    rows: int
    value: float


def findings(table: InputTable) -> Iterator[Finding]:
    """What there is to say of the ids of a log; nothing of other tables."""
    if table.table is None or table.missing or not table.identity:
        return
    yield from _rows(table)
    ids = _ids(table)
    if ids.each.empty:
        return
    column = table.shown(table.whose[0])
    yield from _spellings(table, ids, column)
    found = _matching(ids, PLACEHOLDER)
    if not found.empty:
        yield _of(found, "placeholder_ids", table, ids, column)
    sums = _sums(ids)
    if not sums.empty:
        yield _of(sums, "total_row", table, ids, column)
    yield from _unlike(table, ids, column)
    if sums.empty:
        yield from _one_has_most(table, ids, column)
    if len(ids.each) >= FEW and ids.rows == len(ids.each):
        yield finding("one_row_each", table.name, column, count=len(ids.each), stops=True)
    yield from _copies(table)
    yield from _running_totals(table)
    yield from _currencies(table)


def spellings(inputs: Sequence[InputTable]) -> dict[str, tuple[str, ...]]:
    """Steps that write the ids of a log alike, by kind of id, where some ids are spelt in several ways."""
    found = {}
    for table in inputs:
        if table.table is not None and not table.missing and table.identity:
            each = _ids(table).each
            steps = tuple(step for step in EVENED_OUT if _several(each.id, (step,)).any())
            if steps:
                found[table.identity] = steps
    return found


def _ids(table: InputTable) -> Ids:
    """One row an id leaves the engine: what an audit looks at by name."""
    t = table.table
    assert t is not None and table.day is not None
    name, measure = table.whose[0], _measure(table)
    known = t.filter(~portable.is_blank(t[name]), t[table.day].notnull())
    value = portable.exact_sum(known[measure]).fill_null(0.0) if measure else known.count().cast("float64")
    each = known.group_by(id=known[name]).aggregate(
        rows=known.count(), days=known[table.day].nunique(), value=value.cast("float64")
    )
    frame = each.order_by("id").to_pyarrow().to_pandas()
    frame = frame.astype({"rows": "int64", "days": "int64", "value": "float64"})
    return Ids(frame, int(frame.rows.sum()), float(round(frame.value.sum(), 3)))


def _measure(table: InputTable) -> str | None:
    """The column that most likely is the value: money before time and counts."""
    columns = [table.gives[name] for name in sorted(table.gives)]
    return next((column for column in columns if column not in table.absent), None)


def _share(value: Any, whole: float) -> float:
    return float(value or 0.0) / whole if whole > 0 else 0.0


_EVENED: Mapping[str, Callable[[pd.Series], pd.Series]] = {
    "blanks": lambda ids: ids.str.strip(" \t\n\r\v\f\u00a0\u200b\ufeff"),
    "case": lambda ids: ids.str.lower(),
    "zeros": lambda ids: ids.str.lstrip("0").where(lambda left: left != "", ids),
}
"""As `identifiers.normalise` does it in an engine."""


def _alike(ids: pd.Series, steps: Sequence[str]) -> pd.Series:
    for step in steps:
        ids = _EVENED[step](ids)
    return ids


def _several(ids: pd.Series, steps: Sequence[str]) -> pd.Series:
    """Whether each id becomes one with another."""
    return _alike(ids, steps).duplicated(keep=False)


def _spellings(table: InputTable, ids: Ids, column: str) -> Iterator[Finding]:
    steps = tuple(step for step in STEPS if _several(ids.each.id, (step,)).any())
    if not steps:
        return
    several = ids.each[_several(ids.each.id, steps)]
    groups = several.groupby(_alike(several.id, steps))
    shown = groups.agg(one=("id", "min"), other=("id", "max"), rows=("rows", "sum"))
    shown = shown.sort_values("rows", ascending=False, kind="stable").head(EXAMPLES)
    yield finding(
        "ids_spelt_differently",
        table.name,
        column,
        count=len(several),
        ids=len(ids.each),
        customers=groups.ngroups,
        share=_share(several.value.sum(), ids.value),
        steps=steps,
        examples=tuple(f"{one!r} and {other!r}" for one, other in zip(shown.one, shown.other, strict=True)),
    )


def _matching(ids: Ids, pattern: str) -> pd.DataFrame:
    """Ids of a form, those with most value first."""
    form = ids.each[ids.each.id.str.strip().str.lower().str.match(pattern)]
    return form.sort_values("value", ascending=False, kind="stable")


def _sums(ids: Ids) -> pd.DataFrame:
    """Ids that are a word for a sum, or one row of one id that is the sum of all others."""
    found = _matching(ids, TOTAL)
    if found.empty and len(ids.each) >= FEW and ids.value > 0:
        each = ids.each
        found = each[(each.rows == 1) & ((each.value * 2 - ids.value).abs() <= SAME * ids.value)].head(1)
    return found


def _unlike(table: InputTable, ids: Ids, column: str) -> Iterator[Finding]:
    """Ids with many more rows a day of use than others."""
    if len(ids.each) < FEW:
        return
    rated = ids.each.assign(rate=ids.each.rows / ids.each.days)
    rated = rated.sort_values("rate", ascending=False, kind="stable")
    usual = float(rated.rate.iloc[len(rated) // 20])
    busy = rated[rated.rate >= max(UNLIKE * usual, BUSY)]
    if not busy.empty:
        rate = float(busy.rate.iloc[0])
        yield _of(busy, "ids_unlike_others", table, ids, column, rate=rate, usual=usual)


def _one_has_most(table: InputTable, ids: Ids, column: str) -> Iterator[Finding]:
    """One customer whose value is as much as that of all others."""
    richest = ids.each.sort_values("value", ascending=False, kind="stable").head(1)
    if len(ids.each) >= FEW and _share(richest.value.iloc[0], ids.value) >= MUCH:
        yield _of(richest, "one_id_has_most", table, ids, column)


def _of(
    found: pd.DataFrame, code: str, table: InputTable, ids: Ids, column: str, rate: float = 0.0, usual: float = 0.0
) -> Finding:
    return finding(
        code,
        table.name,
        column,
        count=len(found),
        ids=len(ids.each),
        rows=int(found.rows.sum()),
        rows_share=_share(found.rows.sum(), float(ids.rows)),
        share=_share(found.value.sum(), ids.value),
        examples=tuple(found.id.head(EXAMPLES)),
        rate=rate,
        usual=usual,
    )


def _copies(table: InputTable) -> Iterator[Finding]:
    """Rows that are there twice, month by month, in every column that the table has."""
    raw, day = table.raw, table.day
    if raw is None or day is None or any(_odd(kind) for kind in raw.schema().values()):
        return
    whole = raw.group_by(list(raw.columns)).aggregate(copies__=raw.count())
    written = {column.lower(): column for column in raw.columns}.get(table.written.get(day, day).lower())
    month = ibis.literal(_ALL)
    if written is not None:
        text = portable.as_text(whole[written]).strip()
        month = ibis.ifelse(text.re_search(portable.ISO), text.substr(0, 7), _ALL)
    each = whole.group_by(month__=month).aggregate(rows=whole.copies__.sum(), different=whole.count())
    months = [dict(row) for row in each.to_pyarrow().to_pylist()]
    double = sorted(
        row["month__"] for row in months if row["rows"] >= FEW and row["rows"] - row["different"] >= TWICE * row["rows"]
    )
    rows = sum(int(row["rows"]) for row in months)
    copies = sum(int(row["rows"]) - int(row["different"]) for row in months if row["month__"] in set(double))
    if double:
        yield finding(
            "rows_repeated",
            table.name,
            count=copies,
            rows=rows,
            first=double[0],
            last=double[-1],
        )


def _odd(kind: dt.DataType) -> bool:
    """Whether an engine may not be able to compare values of a type."""
    return isinstance(kind, dt.JSON | dt.Struct | dt.Array | dt.Map | dt.Binary | dt.Unknown)


def _running_totals(table: InputTable) -> Iterator[Finding]:
    """A measure that never falls from one day of a customer to the next is a running total."""
    t = table.table
    assert t is not None
    for measure, column in table.gives.items():
        if column in table.absent or measure == "events" or not table.day:
            continue
        days = t.filter(t[table.whose[0]].notnull(), t[table.day].notnull(), t[column].notnull())
        days = days.group_by(id=days[table.whose[0]], day=days[table.day]).aggregate(
            least=days[column].min(), most=days[column].max()
        )
        last = days.most.lag().over(group_by=days.id, order_by=days.day)
        steps = days.mutate(last=last)
        known = steps.last.notnull()
        figures = steps.aggregate(
            steps=steps.count(where=known),
            rising=steps.count(where=known & (steps.least > steps.last)),
            kept=steps.count(where=known & (steps.least >= steps.last)),
        )
        row = figures.to_pyarrow().to_pylist()[0]
        if row["steps"] >= FEW and row["kept"] >= RISING * row["steps"] and row["rising"] >= MUCH * row["steps"]:
            yield finding(
                "running_total", table.name, table.shown(column), count=int(row["steps"]), rising=int(row["kept"])
            )


def _currencies(table: InputTable) -> Iterator[Finding]:
    """A column beside the amounts that names more than one money."""
    raw = table.raw
    if raw is None or "amount" not in table.gives or table.gives["amount"] in table.absent:
        return
    for name in raw.columns:
        if not _MONEY.search(name) or not isinstance(raw[name].type(), dt.String):
            continue
        code = raw[name].strip().upper()
        each = raw.select(code=code).filter(_.code != "").group_by("code").aggregate(rows=_.count())
        found = each.order_by(ibis.desc("rows"), "code").limit(SHOWN + 1).to_pyarrow()["code"].to_pylist()
        if 1 < len(found) <= SHOWN:
            yield finding(
                "currencies_mixed",
                table.name,
                name,
                count=len(found),
                stops=True,
                currencies=tuple(found),
                currency=name,
                first=found[0],
            )


def _rows(table: InputTable) -> Iterator[Finding]:
    """Rows without a day, rows of money given back, and amounts too small to be added up: one look at every row."""
    t, day, column = table.table, table.day, _measure(table)
    assert t is not None and day is not None
    amount = t[column] if column else portable.constant(1.0)
    rows = t.select(amount=amount.cast("float64"), lacking=t[day].isnull())
    size = rows.amount.abs()
    small = ibis.ifelse(size < 1, size, ibis.null("float64"))
    figures = rows.aggregate(
        rows=rows.count(),
        lacking=rows.count(where=rows.lacking),
        size=portable.exact_sum(size),
        lost=portable.exact_sum(size, where=rows.lacking),
        back=rows.count(where=rows.amount < 0),
        sum_back=portable.exact_sum(size, where=rows.amount < 0),
        fine=portable.steps(small, _FINE).sum().cast("float64") / _FINE,
        rounded=portable.exact_sum(small),
    )
    row = {name: float(value or 0.0) for name, value in figures.to_pyarrow().to_pylist()[0].items()}
    if row["lacking"] and not _unread(table, day):
        yield finding(
            "days_missing",
            table.name,
            table.shown(day),
            count=int(row["lacking"]),
            severity="error" if row["lacking"] >= MUCH * row["rows"] else None,
            rows=int(row["rows"]),
            share=row["lacking"] / row["rows"],
            value_share=_share(row["lost"], row["size"]),
        )
    if column is None:
        return
    if row["back"] and table.gives.get("amount") == column:
        yield finding(
            "money_given_back",
            table.name,
            table.shown(column),
            count=int(row["back"]),
            rows=int(row["rows"]),
            share=_share(row["sum_back"], row["size"] - row["sum_back"]),
        )
    whole = row["size"] - row["rounded"] + row["fine"]
    lost = abs(row["rounded"] - row["fine"])
    if whole > 0 and lost > LOST * whole:
        yield finding(
            "values_too_fine", table.name, table.shown(column), rounded=row["size"], exact=whole, lost=lost / whole
        )


def _unread(table: InputTable, column: str) -> bool:
    """Whether values of a column are there and could not be read, which is another finding."""
    return any(change.column.lower().partition("__")[0] == column and change.failed for change in table.coercions)


def missing(table: InputTable, measures: Collection[str]) -> Iterator[Finding]:
    """Rows without a value of a measure that counts as value: how many, and customers who have none at all."""
    t = table.table
    if t is None or table.missing or not table.identity:
        return
    for measure, column in table.gives.items():
        if measure not in measures or column in table.absent or _unread(table, column):
            continue
        name = table.whose[0]
        known = t.filter(~portable.is_blank(t[name]))
        each = known.group_by(id=known[name]).aggregate(rows=known.count(), there=known[column].count())
        lacking: ir.BooleanValue = each.there == 0
        figures = each.aggregate(
            rows=each.rows.sum(), there=each.there.sum(), ids=each.count(), without=each.count(where=lacking)
        )
        row = {key: int(value or 0) for key, value in figures.to_pyarrow().to_pylist()[0].items()}
        gone = row["rows"] - row["there"]
        if gone and (gone >= 0.01 * row["rows"] or row["without"]):
            yield finding(
                "value_missing",
                table.name,
                table.shown(column),
                count=gone,
                severity="error" if gone >= MUCH * row["rows"] else None,
                rows=row["rows"],
                share=gone / row["rows"],
                without=row["without"],
                ids=row["ids"],
            )
