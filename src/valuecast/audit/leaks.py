"""When each column's value was true, and the guard that lets only dated values into a test on the past.

The class of a column says when its value was true; the lineage of a signal, read off its expression, says which
columns it is made of. A signal that is made of a column known *as of the build* only is kept out of models and
evidence; one that is made of anything outside the canonical tables is refused outright.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date

import ibis
import pyarrow as pa

from valuecast.audit.lineage import Origin, origins
from valuecast.contracts import OUTPUTS, SIGNAL_CATALOGUE, Canonical, Finding, InputTable, Timing, finding, row_note
from valuecast.errors import LeakError

PROVED = 0.99
"""Least share of rows that must prove a column for it to count as dated."""
_KEYS = ("window_id", "customer_id", "active")


@dataclass(frozen=True)
class ColumnTiming:
    """The class of one column of an input table, what it rests on (a row note), and the stored columns behind it."""

    table: str
    column: str
    timing: Timing
    because: str
    stored: frozenset[Origin]

    @property
    def may_enter(self) -> bool:
        """Whether a signal made of it may be used on the past."""
        return self.timing != "as of build"


def timings(inputs: Sequence[InputTable], before: date) -> tuple[ColumnTiming, ...]:
    """The class of every column that is read, proofs checked against the rows.

    Parameters
    ----------
    before : date
        The ``as_of`` of the oldest window: what was unchanged since then is dated for every window.
    """
    return tuple(timing for table in inputs for timing in _of_table(table, before))


def _of_table(table: InputTable, before: date) -> Iterator[ColumnTiming]:
    t = table.table
    if t is None or table.missing:
        return
    stored = origins(t)
    shares = _proofs(table, before)
    reasons = {proof.column: proof.because for proof in table.proofs}
    for column in t.columns:
        if column in table.absent:
            continue
        declared: Timing = table.timing.get(column, "dated" if table.day else "as of build")
        if column not in reasons:
            because = row_note("dated_as_declared", timing=declared)
            yield ColumnTiming(table.name, column, declared, because, stored[column])
        elif column not in shares:
            because = row_note("dated_by_proof", reason=reasons[column], share=None)
            yield ColumnTiming(table.name, column, "dated by proof", because, stored[column])
        else:
            share = shares[column]
            proved: Timing = "dated by proof" if share >= PROVED else "as of build"
            because = row_note("dated_by_proof", reason=reasons[column], share=share)
            yield ColumnTiming(table.name, column, proved, because, stored[column])


def _proofs(table: InputTable, before: date) -> dict[str, float]:
    t = table.table
    assert t is not None
    checked = {proof.column: proof.holds for proof in table.proofs if proof.holds is not None}
    if not checked:
        return {}
    figures = t.aggregate(
        rows=t.count(), **{name: t.count(where=holds(t, before).fill_null(False)) for name, holds in checked.items()}
    )
    row = figures.to_pyarrow().to_pylist()[0]
    return {name: row[name] / row["rows"] if row["rows"] else 0.0 for name in checked}


def lineage(
    signals: ibis.Table, kept: Canonical, built: Canonical, *, learned: ibis.Table | None = None
) -> dict[str, frozenset[Origin]]:
    """The stored columns of the source that each signal is made of.

    Parameters
    ----------
    signals : ibis.Table
        The assembled signals, not yet computed, over ``kept`` and the anchors.
    kept, built : Canonical
        The canonical tables as the signals read them, and as the source builds them.
    learned : ibis.Table, optional
        A table learned from canonical tables before the oldest anchor; its columns are no origins of their own.

    Raises
    ------
    LeakError
        When a signal is not in the catalogue, or reads anything but canonical tables and anchors.
    """
    strangers = [name for name in signals.columns if name not in SIGNAL_CATALOGUE and name not in _KEYS]
    if strangers:
        raise LeakError("a column among the signals is not a signal", got=strangers, expected="names of the catalogue")
    canonical = _canonical_origins(kept, built)
    every = origins(signals)
    anchors = {table for table, column in every["window_id"] if column == "window_id"}
    anchors |= set() if learned is None else {table for columns in origins(learned).values() for table, _ in columns}
    own = {
        signal: {origin for origin in columns if origin[0] not in anchors}
        for signal, columns in every.items()
        if signal not in _KEYS
    }
    outside = sorted({origin for columns in own.values() for origin in columns if origin not in canonical})
    if outside:
        raise LeakError(
            "signals read a table that carries no day",
            got=", ".join(f"{table}.{column}" for table, column in outside),
            expected="columns of the canonical tables, which are cut off at each anchor",
        )
    return {signal: frozenset().union(*(canonical[origin] for origin in columns)) for signal, columns in own.items()}


def admissible(traced: Mapping[str, Collection[Origin]], classes: Collection[ColumnTiming]) -> frozenset[str]:
    """Signals made of dated and proved columns only."""
    barred = {origin for c in classes if not c.may_enter for origin in c.stored}
    return frozenset(signal for signal, columns in traced.items() if not barred & set(columns))


def guard(used: Collection[str], columns: Collection[str], allowed: Collection[str]) -> None:
    """Refuse to test on the past with anything but admissible signals.

    Parameters
    ----------
    used : collection of str
        Signals that models and evidence use.
    columns : collection of str
        Columns of the signals table that they are taken from.

    Raises
    ------
    LeakError
        When a used signal is not admissible, or the table has a column that is no signal.
    """
    strangers = sorted(name for name in columns if name not in SIGNAL_CATALOGUE and name not in _KEYS)
    if strangers:
        raise LeakError("a column among the signals is not a signal", got=strangers, expected="names of the catalogue")
    barred = sorted(set(used) - set(allowed))
    if barred:
        raise LeakError(
            "a signal known as of the build only is used on the past",
            got=barred,
            expected="signals made of dated columns, or of columns that rows prove to be dated",
        )


def same_past(whole: pa.Table, cut: pa.Table, window: str) -> None:
    """Refuse signals that change when the future is taken away.

    Parameters
    ----------
    whole, cut : pyarrow.Table
        Contract ``signals`` for one window, from all rows and from rows before its ``as_of`` only.

    Raises
    ------
    LeakError
        Names the signals that differ.
    """
    a, b = (t.sort_by("customer_id").combine_chunks() for t in (whole, cut))
    if not a["customer_id"].equals(b["customer_id"]):
        raise LeakError("who is assessed depends on the future", where=window)
    changed = [name for name in a.column_names if name not in _KEYS and not a[name].equals(b[name])]
    if changed:
        raise LeakError(
            "signals change when the future is taken away: they look ahead",
            where=window,
            got=changed,
            expected="the same values from rows before as_of alone",
        )


def leak_map(classes: Sequence[ColumnTiming], traced: Mapping[str, Collection[Origin]]) -> pa.Table:
    """Contract ``leak_map``."""
    rows = [
        {
            "table": c.table,
            "column": c.column,
            "timing": c.timing,
            "because": c.because,
            "may_enter_backtest": c.may_enter,
            "signals": ", ".join(s for s in SIGNAL_CATALOGUE if c.stored & set(traced.get(s, ()))),
        }
        for c in classes
    ]
    return OUTPUTS["leak_map"].conform(pa.Table.from_pylist(rows, schema=OUTPUTS["leak_map"].empty().schema))


def barred_findings(
    today: Collection[str],
    allowed: Collection[str],
    classes: Sequence[ColumnTiming],
    traced: Mapping[str, Collection[Origin]],
) -> Iterator[Finding]:
    """A note on the signals with data today that rest on columns known as of the build only."""
    barred = [name for name in SIGNAL_CATALOGUE if name in today and name not in allowed]
    if barred:
        read = {origin for name in barred for origin in traced.get(name, ())}
        guilty = [f"{c.table}.{c.column}" for c in classes if not c.may_enter and c.stored & read]
        yield finding(
            "signals_as_of_build",
            ", ".join(dict.fromkeys(name.split(".")[0] for name in guilty)) or "the source",
            ", ".join(dict.fromkeys(name.split(".")[1] for name in guilty)),
            count=len(barred),
            signals=tuple(barred),
            columns=tuple(guilty),
        )


def _canonical_origins(kept: Canonical, built: Canonical) -> dict[Origin, frozenset[Origin]]:
    """Stored columns of the source behind each column of the canonical tables, as the signals read them."""
    behind: dict[Origin, frozenset[Origin]] = {}
    for field in fields(Canonical):
        read, made = origins(getattr(kept, field.name)), origins(getattr(built, field.name))
        for column, stored in read.items():
            for origin in stored:
                sources = made.get(column, stored)
                # A table that is read as it is built leads to the stored columns themselves.
                behind[origin] = behind.get(origin, frozenset()) | ({origin} if origin in sources else sources)
    return behind
