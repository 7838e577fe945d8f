"""Who the customers of a log are: ids that look alike, stand for nobody, are unlike all others; rows that are copies.

None of it is decided here: each is told with its share of the value, and a setting mends it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import ibis
import ibis.expr.datatypes as dt
import ibis.expr.types as ir
from ibis import _

from valuecast.contracts import Finding, InputTable, finding
from valuecast.engines import identifiers, portable

STEPS = ("blanks", "case", "zeros")
"""Ways in which one id is spelt in several ways within one log; each is tried by itself."""
MENDED = ("blanks", "case")
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
_FINE = 10**9
"""Steps of a unit in which small amounts are added up, to see what is lost in thousandths."""
FEW = 20
"""Fewest rows or customers to say anything of."""
RISING = 0.98
"""Share of the steps from row to row that do not fall, from which on a measure is a running total."""


@dataclass(frozen=True)
class Ids:
    """Rows, days and value of every id of a log."""

    each: ibis.Table
    rows: int
    ids: int
    value: float


def findings(table: InputTable) -> Iterator[Finding]:
    """What there is to say of the ids of a log; nothing of other tables."""
    if table.table is None or table.missing or not table.identity:
        return
    yield from _dayless(table)
    ids = _ids(table)
    if not ids.ids:
        return
    column = table.shown(table.whose[0])
    yield from _spellings(table, ids, column)
    yield from _placeholders(table, ids, column)
    sums = tuple(_totals(table, ids, column))
    yield from sums
    yield from _unlike(table, ids, column)
    if not sums:
        yield from _one_has_most(table, ids, column)
    yield from _one_row_each(table, ids, column)
    yield from _copies(table)
    yield from _running_totals(table)
    yield from _given_back(table)
    yield from _currencies(table)
    yield from _too_fine(table)


def spellings(inputs: Sequence[InputTable]) -> dict[str, tuple[str, ...]]:
    """Steps that write the ids of a log alike, by kind of id, where some ids are spelt in several ways."""
    found = {}
    for table in inputs:
        if table.table is not None and not table.missing and table.identity:
            steps = tuple(step for step in MENDED if _merged(_ids(table), (step,))["ids"])
            if steps:
                found[table.identity] = steps
    return found


def _ids(table: InputTable) -> Ids:
    t = table.table
    assert t is not None and table.day is not None
    name = table.whose[0]
    measure = next((column for column in table.gives.values() if column not in table.absent), None)
    known = t.filter(~portable.is_blank(t[name]), t[table.day].notnull())
    value = portable.exact_sum(known[measure]).fill_null(0.0) if measure else known.count().cast("float64")
    each = known.group_by(id=known[name]).aggregate(
        rows=known.count(), days=known[table.day].nunique(), value=value, amount=value
    )
    whole = each.aggregate(rows=each.rows.sum(), ids=each.count(), value=portable.exact_sum(each.value))
    row = whole.to_pyarrow().to_pylist()[0]
    return Ids(each, int(row["rows"] or 0), int(row["ids"]), float(row["value"] or 0.0))


def _share(value: Any, whole: float) -> float:
    return float(value or 0.0) / whole if whole > 0 else 0.0


def _merged(ids: Ids, steps: Sequence[str]) -> Mapping[str, Any]:
    """Ids that become one with another, the customers that they are, their rows and value."""
    alike = _alike(ids, steps)
    figures = alike.aggregate(
        ids=alike.ids.sum(), customers=alike.count(), rows=alike.rows.sum(), value=alike.value.sum()
    )
    return {name: value or 0 for name, value in figures.to_pyarrow().to_pylist()[0].items()}


def _alike(ids: Ids, steps: Sequence[str]) -> ibis.Table:
    keyed = ids.each.mutate(alike=identifiers.normalise(ids.each.id, steps))
    groups = keyed.group_by("alike").aggregate(
        ids=keyed.count(),
        rows=keyed.rows.sum(),
        value=portable.exact_sum(keyed.value),
        one=keyed.id.min(),
        other=keyed.id.max(),
    )
    return groups.filter(groups.ids > 1)


def _spellings(table: InputTable, ids: Ids, column: str) -> Iterator[Finding]:
    steps = tuple(step for step in STEPS if _merged(ids, (step,))["ids"])
    if not steps:
        return
    merged = _merged(ids, steps)
    shown = _alike(ids, steps).order_by(ibis.desc("rows"), "alike").limit(EXAMPLES).to_pyarrow().to_pylist()
    yield finding(
        "ids_spelt_differently",
        table.name,
        column,
        count=int(merged["ids"]),
        ids=ids.ids,
        customers=int(merged["customers"]),
        share=_share(merged["value"], ids.value),
        steps=steps,
        examples=tuple(f"{row['one']!r} and {row['other']!r}" for row in shown),
    )


def _matching(ids: Ids, pattern: str) -> list[dict[str, Any]]:
    """Ids of a form, those with most value first."""
    form = ids.each.filter(ids.each.id.strip().lower().re_search(pattern))
    rows = form.order_by(ibis.desc("value"), "id").limit(1000).to_pyarrow().to_pylist()
    return [dict(row) for row in rows]


def _placeholders(table: InputTable, ids: Ids, column: str) -> Iterator[Finding]:
    found = _matching(ids, PLACEHOLDER)
    if found:
        yield _of(found, "placeholder_ids", table, ids, column)


def _totals(table: InputTable, ids: Ids, column: str) -> Iterator[Finding]:
    """An id that is a word for a sum, or one row of one id that is the sum of all others."""
    found = _matching(ids, TOTAL)
    if not found and ids.ids >= FEW and ids.value > 0:
        alone = ids.each.filter((ids.each.rows == 1) & ((ids.each.value * 2 - ids.value).abs() <= 1e-6 * ids.value))
        found = [dict(row) for row in alone.limit(1).to_pyarrow().to_pylist()]
    if found:
        yield _of(found, "total_row", table, ids, column)


def _unlike(table: InputTable, ids: Ids, column: str) -> Iterator[Finding]:
    """Ids with many more rows a day of use than others."""
    if ids.ids < FEW:
        return
    rated = ids.each.mutate(rate=ids.each.rows / ids.each.days)
    ordered = rated.order_by(ibis.desc("rate"), "id")
    usual = ordered.limit(1, offset=ids.ids // 20).to_pyarrow()["rate"].to_pylist()[0]
    most = [dict(row) for row in ordered.limit(100).to_pyarrow().to_pylist()]
    busy = [row for row in most if row["rate"] >= max(UNLIKE * usual, BUSY)]
    if busy:
        yield _of(busy, "ids_unlike_others", table, ids, column, rate=float(busy[0]["rate"]), usual=float(usual))


def _one_has_most(table: InputTable, ids: Ids, column: str) -> Iterator[Finding]:
    """One customer whose value is as much as that of all others."""
    if ids.ids < FEW:
        return
    richest = dict(ids.each.order_by(ibis.desc("value"), "id").limit(1).to_pyarrow().to_pylist()[0])
    if _share(richest["value"], ids.value) >= MUCH:
        yield _of([richest], "one_id_has_most", table, ids, column)


def _of(
    found: Sequence[Mapping[str, Any]],
    code: str,
    table: InputTable,
    ids: Ids,
    column: str,
    rate: float = 0.0,
    usual: float = 0.0,
) -> Finding:
    return finding(
        code,
        table.name,
        column,
        count=len(found),
        ids=ids.ids,
        rows=sum(int(row["rows"]) for row in found),
        rows_share=_share(sum(int(row["rows"]) for row in found), float(ids.rows)),
        share=_share(sum(float(row["value"] or 0.0) for row in found), ids.value),
        examples=tuple(str(row["id"]) for row in found[:EXAMPLES]),
        rate=rate,
        usual=usual,
    )


def _one_row_each(table: InputTable, ids: Ids, column: str) -> Iterator[Finding]:
    """A table in which nobody has a second row is a list, not a log."""
    if ids.ids >= FEW and ids.rows == ids.ids:
        yield finding("one_row_each", table.name, column, count=ids.ids, stops=True)


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


def _given_back(table: InputTable) -> Iterator[Finding]:
    """Rows of money given back: they lower value, and are no visit."""
    t = table.table
    assert t is not None
    column = table.gives.get("amount")
    if column is None or column in table.absent:
        return
    figures = t.aggregate(
        rows=t.count(),
        back=t.count(where=t[column] < 0),
        sum_back=portable.exact_sum(t[column], where=t[column] < 0),
        sum_given=portable.exact_sum(t[column], where=t[column] > 0),
    )
    row = figures.to_pyarrow().to_pylist()[0]
    if row["back"]:
        yield finding(
            "money_given_back",
            table.name,
            table.shown(column),
            count=int(row["back"]),
            rows=int(row["rows"]),
            share=_share(-float(row["sum_back"]), float(row["sum_given"] or 0.0)),
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


def _dayless(table: InputTable) -> Iterator[Finding]:
    """Rows that say who and perhaps how much, but not when."""
    t, day = table.table, table.day
    assert t is not None
    if day is None or _unread(table, day):
        return
    measure = next((column for column in table.gives.values() if column not in table.absent), None)
    value = t[measure].abs() if measure else portable.constant(1.0)
    rows = t.select(value=value, lacking=t[day].isnull())
    figures = rows.aggregate(
        rows=rows.count(),
        lacking=rows.count(where=rows.lacking),
        value=portable.exact_sum(rows.value),
        lost=portable.exact_sum(rows.value, where=rows.lacking),
    )
    row = figures.to_pyarrow().to_pylist()[0]
    if row["lacking"]:
        yield finding(
            "days_missing",
            table.name,
            table.shown(day),
            count=int(row["lacking"]),
            severity="error" if row["lacking"] >= MUCH * row["rows"] else None,
            rows=int(row["rows"]),
            share=row["lacking"] / row["rows"],
            value_share=_share(row["lost"], float(row["value"] or 0.0)),
        )


def _too_fine(table: InputTable) -> Iterator[Finding]:
    """Amounts of a row so small that the whole thousandths in which rows are added up lose a part of them."""
    t = table.table
    assert t is not None
    for column in table.gives.values():
        if column in table.absent:
            continue
        small = ibis.ifelse(t[column].abs() < 1, t[column].abs(), ibis.null("float64"))
        figures = t.aggregate(
            exact=portable.steps(small, _FINE).sum().cast("float64") / _FINE,
            rounded=portable.exact_sum(small),
            all=portable.exact_sum(t[column].abs()),
        )
        row = {name: float(value or 0.0) for name, value in figures.to_pyarrow().to_pylist()[0].items()}
        lost = abs(row["rounded"] - row["exact"])
        whole = row["all"] - row["rounded"] + row["exact"]
        if whole > 0 and lost > 0.01 * whole:
            yield finding(
                "values_too_fine",
                table.name,
                table.shown(column),
                rounded=row["all"],
                exact=whole,
                lost=lost / whole,
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
