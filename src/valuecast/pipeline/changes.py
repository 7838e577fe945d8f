"""What changed in the canonical tables since an earlier run, and on which days.

A fingerprint is the number of rows and two sums over them (`row_fingerprints`), so the order of rows does not matter.
Those by table and day say which days changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import ibis
import pyarrow as pa

from valuecast.contracts import CANONICAL, Canonical, InputTable
from valuecast.engines.fingerprints import row_fingerprints

DATED = ("activity", "member_activity", "product_usage", "adoption", "ratings", "customers")
"""The tables that signals and labels are made from."""
_SUMS = ("rows", "upper", "lower")
_LEFT_OUT = {"customers": ("account_id",), "activity": ("before",)}
"""Columns that no signal and no label is made from, or that follow from the customer's other rows."""
_Fingerprints = dict[tuple[str, date], tuple[int, int, int]]


@dataclass(frozen=True)
class Fingerprints:
    """Fingerprints of the canonical tables.

    Parameters
    ----------
    days : pyarrow.Table
        table, day, rows, upper, lower.
    features : pyarrow.Table
        The product features themselves.
    """

    days: pa.Table
    features: pa.Table


def fingerprints(tables: Canonical) -> Fingerprints:
    """Fingerprints by table and day: one pass over each table."""
    days = [_fingerprints(name, rows, ["day"]) for name, rows in _dated(tables)]
    features = tables.product_features.select("product_feature_id", "area", "is_core").to_pyarrow()
    return Fingerprints(pa.concat_tables([each.to_pyarrow() for each in days]), features.sort_by("product_feature_id"))


def changed_days(before: pa.Table, now: pa.Table) -> dict[str, tuple[date, ...]]:
    """Days by table on which rows came, went or changed.

    >>> day = date(2024, 1, 31)
    >>> was = pa.table({"table": ["activity"], "day": [day], "rows": [1], "upper": [5], "lower": [7]})
    >>> changed_days(was, was.slice(1))
    {'activity': (datetime.date(2024, 1, 31),)}
    """
    was, is_now = _by_key(before), _by_key(now)
    differ = {key for key in was.keys() | is_now.keys() if was.get(key) != is_now.get(key)}
    return {
        name: tuple(sorted(day for table, day in differ if table == name)) for name in sorted({t for t, _ in differ})
    }


def changed_features(before: pa.Table, now: pa.Table) -> tuple[frozenset[str], bool]:
    """Product features that came, went or changed, and whether one is core at all where none was, or the reverse."""
    was, is_now = ({row["product_feature_id"]: row for row in table.to_pylist()} for table in (before, now))
    core = [any(row["is_core"] for row in rows.values()) for rows in (was, is_now)]
    differ = {name for name in was.keys() | is_now.keys() if was.get(name) != is_now.get(name)}
    return frozenset(differ), core[0] != core[1]


def first_use(tables: Canonical, features: Collection[str]) -> date | None:
    """The first day on which one of some product features was used; None where none ever was."""
    asked = ibis.memtable(pa.table({"product_feature_id": pa.array(sorted(features), pa.string())}))
    found: date | None = tables.product_usage.semi_join(asked, "product_feature_id").day.min().to_pyarrow().as_py()
    return found


def fingerprints_of(inputs: Collection[InputTable]) -> dict[str, str]:
    """A fingerprint of each input table: of all the columns that are read, and of what was converted."""
    found = {}
    for each in inputs:
        text = repr([each.missing, each.absent, each.coercions, each.repeated, sorted(each.written.items())])
        if each.table is not None:
            row = each.table.aggregate(**_sums(each.table, each.table.columns)).to_pyarrow().to_pylist()[0]
            text += repr([each.table.columns, *(int(row[name] or 0) for name in _SUMS)])
        found[each.name] = hashlib.sha256(text.encode()).hexdigest()
    return found


def _dated(tables: Canonical) -> Iterator[tuple[str, ibis.Table]]:
    """Each dated table by name, its day under one name; a row without a day takes no part in any window."""
    for name in DATED:
        rows, day = getattr(tables, name), CANONICAL[name].day
        rows = rows.select(*(column for column in rows.columns if column not in _LEFT_OUT.get(name, ())))
        rows = rows if day == "day" else rows.rename(day=day)
        yield name, rows.filter(rows.day.notnull())


def _fingerprints(name: str, rows: ibis.Table, by: list[str]) -> ibis.Table:
    """Fingerprints of the rows of one table by some of its columns: table, those columns, rows, upper, lower."""
    found = rows.group_by(*by).aggregate(**_sums(rows, [c for c in rows.columns if c != "day"]))
    return found.select(table=ibis.literal(name), **{column: found[column] for column in (*by, *_SUMS)})


def _sums(rows: ibis.Table, columns: Collection[str]) -> dict[str, Any]:
    upper, lower = row_fingerprints([rows[name] for name in sorted(columns)])
    return {"rows": rows.count(), "upper": upper.sum().cast("int64"), "lower": lower.sum().cast("int64")}


def _by_key(table: pa.Table) -> _Fingerprints:
    return {(row["table"], row["day"]): tuple(row[name] for name in _SUMS) for row in table.to_pylist()}
