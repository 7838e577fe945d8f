"""What was read: the tables, how their ids join, what their columns hold, and which of them a test may see."""

from __future__ import annotations

from typing import Any

from valuecast.report.blocks import Block, Grid, Heading, Text
from valuecast.report.results import Results
from valuecast.wording.numbers import UNKNOWN, amount, count, day, known, listed, percent, plural

NAMED = 5
"""More signals than these are counted, not named."""
FOUND = 0.95
"""A join that finds a smaller share of its ids is told of [0 to 1]."""


def inputs(results: Results) -> list[Block]:
    """Tables, joins, columns, and the leak map."""
    blocks = [*_tables(results), *_joins(results), *_leaks(results), *_columns(results)]
    return [Heading("What was read"), *blocks] if blocks else []


def _tables(results: Results) -> list[Block]:
    rows = tuple(
        (
            row["table"],
            row["purpose"],
            count(row["rows"]) if row["present"] else "absent",
            row["key"] or UNKNOWN,
            count(row["repeated_keys"]),
            f"{day(row['first_day'])} to {day(row['last_day'])}" if row["first_day"] else UNKNOWN,
        )
        for row in results.rows("inventory")
    )
    header = ("table", "used for", "rows", "key", "repeated", "days")
    return [Grid("Tables that were read", header, rows, frozenset({2, 4}))] if rows else []


def _joins(results: Results) -> list[Block]:
    rows = sorted(results.rows("joins"), key=lambda row: (_known(row["match_rate"]), row["left"], row["right"]))
    if not rows:
        return []
    poor = [row for row in rows if _known(row["match_rate"]) < FOUND]
    said = (
        f"{count(len(poor))} of {plural(len(rows), 'join')} find fewer than {percent(FOUND)} of their ids."
        if poor
        else f"Each of {plural(len(rows), 'join')} finds {percent(FOUND)} of its ids or more."
    )
    said += "".join(_proposal(row) for row in rows)
    cells = tuple(
        (
            row["left"],
            row["right"],
            f"{count(row['matched_ids'])} of {count(row['left_ids'])} ({percent(row['match_rate'])})",
            percent(row["reverse_rate"]),
            percent(row["normalised_rate"]),
            _remark(row),
        )
        for row in rows
    )
    header = ("ids of", "looked up in", "found", "the other way", "spelt alike", "remark")
    caption = "Joins, the poorest first: how many ids are found as they are written, and when spelt alike"
    return [Text(said, "caution" if poor else "plain"), Grid(caption, header, cells, frozenset({2, 3, 4}))]


def _proposal(row: dict[str, Any]) -> str:
    if row["applied"] or row["merged_ids"] or _known(row["normalised_rate"]) <= _known(row["match_rate"]):
        return ""
    return (
        f" Proposed: spell the ids of {row['left']} and {row['right']} alike ({row['steps']}; ids: normalise), which "
        f"finds {percent(row['normalised_rate'])} instead of {percent(row['match_rate'])}."
    )


def _remark(row: dict[str, Any]) -> str:
    if row["applied"]:
        return f"spelt alike in this run: {row['steps']}"
    if row["merged_ids"]:
        return f"not proposed: {plural(row['merged_ids'], 'id')} would become one with another"
    return f"proposed: {row['steps']} ({row['examples']})" if _proposal(row) else UNKNOWN


def _leaks(results: Results) -> list[Block]:
    rows = sorted(results.rows("leak_map"), key=lambda row: (row["may_enter_backtest"], row["table"], row["column"]))
    if not rows:
        return []
    out = [row for row in rows if not row["may_enter_backtest"]]
    named = sorted({name.strip() for row in out for name in row["signals"].split(",") if name.strip()})
    cost = (
        f" Signals that are kept out of every test because they read one: {listed(n.replace('_', ' ') for n in named)}."
        if named
        else ""
    )
    said = (
        f"Of {plural(len(rows), 'column')} that are read, {count(len(rows) - len(out))} carry a date or need none and "
        f"may enter a test on the past; {count(len(out))} tell only how things stood when the table was built, and may "
        f"not: at an earlier date they would give the future away.{cost}"
    )
    cells = tuple(
        (
            f"{row['table']}.{row['column']}",
            row["timing"],
            row["because"],
            "yes" if row["may_enter_backtest"] else "no",
            _few(row["signals"]),
        )
        for row in rows
    )
    header = ("column", "when it was true", "because", "may enter a test", "signals that read it")
    return [Text(said), Grid("Leak map: which columns a test on the past may see", header, cells, file="leak_map")]


def _few(signals: str) -> str:
    names = [name.strip().replace("_", " ") for name in signals.split(",") if name.strip()]
    return f"{count(len(names))} signals" if len(names) > NAMED else ", ".join(names) or UNKNOWN


def _columns(results: Results) -> list[Block]:
    rows = sorted(
        results.rows("column_figures"), key=lambda row: (-_known(row["missing_share"]), row["table"], row["column"])
    )
    cells = tuple(
        (
            f"{row['table']}.{row['column']}",
            count(row["known"]),
            percent(row["missing_share"]),
            f"{row['least']} to {row['most']}" if row["least"] is not None else UNKNOWN,
            count(row["negative"]),
            count(row["impossible"]),
            f"{amount(row['activity_where_known'])} / {amount(row['activity_where_missing'])}"
            if known(row["activity_where_known"]) and known(row["activity_where_missing"])
            else UNKNOWN,
        )
        for row in rows
    )
    header = (
        "column",
        "known",
        "missing",
        "range",
        "impossible below 0",
        "other impossible",
        "activity where known / missing",
    )
    caption = "Columns, the emptiest first: what is missing, and whether missing goes with activity"
    return [Grid(caption, header, cells, frozenset({1, 2, 4, 5, 6}), "column_figures")] if rows else []


def _known(number: float | None) -> float:
    return float(number) if number is not None and known(number) else 0.0
