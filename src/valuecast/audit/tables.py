"""The figures of one input table, and the findings that follow from them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass

from valuecast import portable
from valuecast.contracts import Coercion, Finding, InputTable, Severity


@dataclass(frozen=True)
class Figures:
    """Row count, key and date figures of a table (``row``, contract ``inventory``) and counts by column."""

    row: dict[str, object]
    negatives: dict[str, int]
    fingerprint: str


def measure(table: InputTable) -> Figures:
    """One aggregate over the table, and one over its key."""
    row: dict[str, object] = {
        "table": table.name,
        "purpose": table.purpose,
        "present": table.table is not None,
        "rows": 0,
        "key": ", ".join(table.key),
        "repeated_keys": 0,
        "first_day": None,
        "last_day": None,
    }
    if table.table is None:
        return Figures(row, {}, "absent")
    t = table.table
    measures = [m for m in table.measures if m in t.columns]
    figures = t.aggregate(
        rows=t.count(),
        **({"first_day": t[table.day].min(), "last_day": t[table.day].max()} if table.day else {}),
        **{f"{m}__negative": t.count(where=t[m] < 0) for m in table.non_negative if m in t.columns},
        **{f"{m}__sum": portable.exact_sum(t[m]) for m in measures},
    )
    found = figures.to_pyarrow().to_pylist()[0]
    row["rows"] = int(found["rows"])
    for name in ("first_day", "last_day"):
        row[name] = str(found[name]) if found.get(name) is not None else None
    row["repeated_keys"] = _repeated(table)
    text = json.dumps({k: str(v) for k, v in sorted((found | row).items())}, sort_keys=True)
    negatives = {m: int(found[f"{m}__negative"]) for m in table.non_negative if f"{m}__negative" in found}
    return Figures(row, negatives, hashlib.sha256(text.encode()).hexdigest()[:16])


def findings(table: InputTable, figures: Figures) -> Iterator[Finding]:
    """What the figures of one table mean."""
    if table.table is None or table.missing or not figures.row["rows"]:
        yield from _absent(table)
        return
    yield from _converted(table)
    for column, count in figures.negatives.items():
        if count:
            yield Finding(
                "negative_values",
                "warning",
                table.name,
                column,
                f"{count:,} rows below zero",
                "these values count as missing",
                "find out what writes them; nothing below zero is possible here",
                count,
            )
    repeated = int(str(figures.row["repeated_keys"]))
    if repeated:
        yield Finding(
            "duplicate_keys",
            "warning",
            table.name,
            ", ".join(table.key),
            f"{repeated:,} of {figures.row['rows']:,} rows repeat the key of another row",
            "each key counts once, with its largest values",
            "make the key unique where the table is built",
            repeated,
        )


def _repeated(table: InputTable) -> int:
    if table.table is None or not table.key:
        return 0
    known = table.table.filter([table.table[k].notnull() for k in table.key[-1:]])
    every = known.group_by(list(table.key)).aggregate(n=known.count())
    figures = every.aggregate(rows=every.n.sum(), keys=every.count()).to_pyarrow().to_pylist()[0]
    return int(figures["rows"] or 0) - int(figures["keys"])


def _absent(table: InputTable) -> Iterator[Finding]:
    lost = f"{_words(table.dimensions)} may be left without data" if table.dimensions else "nothing else is lost"
    severity: Severity = "warning" if table.dimensions or table.required else "note"
    if table.table is None and table.name.startswith("("):
        return
    if table.table is None:
        yield Finding(
            "table_missing",
            severity,
            table.name,
            "",
            "the table is not there",
            lost,
            f"export {table.name}: {table.purpose}",
            dimensions=table.dimensions,
        )
    elif table.missing:
        yield Finding(
            "column_missing",
            "error",
            table.name,
            ", ".join(table.missing),
            f"the table has no column {_words(table.missing)}",
            f"the table cannot be used: {lost}",
            "export the column, or name it as the package does (case does not matter)",
            len(table.missing),
            dimensions=table.dimensions,
        )
    else:
        yield Finding(
            "table_empty",
            severity,
            table.name,
            "",
            "0 rows",
            lost,
            f"fill {table.name}: {table.purpose}",
            dimensions=table.dimensions,
        )


def _converted(table: InputTable) -> Iterator[Finding]:
    for change in table.coercions:
        if change.failed:
            yield _unreadable(change)
    quiet = [c for c in table.coercions if not c.failed]
    if quiet:
        yield Finding(
            "types_converted",
            "note",
            table.name,
            ", ".join(c.column for c in quiet),
            "; ".join(f"{c.column}: {c.found} read as {c.wanted}" for c in quiet),
            "none: every value could be converted",
            "none needed",
            len(quiet),
        )


def _unreadable(change: Coercion) -> Finding:
    number = change.wanted == "float64"
    finite = number and change.found.startswith("float")
    code = "not_finite" if finite else "numbers_unreadable" if number else "dates_unreadable"
    expected = {"date": "2024-01-31, 2024-01-31 10:00:00 or 20240131", "float64": "a finite number"}.get(
        change.wanted, change.wanted
    )
    return Finding(
        code,
        "warning",
        change.table,
        change.column,
        f"{change.failed:,} values cannot be read as {change.wanted}, for example {change.example!r}",
        "these values count as missing; a row without its date is left out",
        f"write them as {expected}",
        change.failed,
    )


def _words(names: tuple[str, ...]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else list(names))
