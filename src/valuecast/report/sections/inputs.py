"""What was read: the tables, how their ids join, what their columns hold, and which of them a test may see."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from valuecast.report.blocks import Block, Heading, Text
from valuecast.report.grids import grid
from valuecast.report.results import Results
from valuecast.wording import Claim, Sentence, joined, say
from valuecast.wording.numbers import UNKNOWN, known
from valuecast.wording.report import inputs as words

NAMED = 5
"""More signals than these are counted, not named."""
FOUND = 0.95
"""A join that finds a smaller share of its ids is told of [0 to 1]."""


def inputs(results: Results) -> list[Block]:
    """Tables, joins, columns, and the leak map."""
    blocks = [*_tables(results), *_joins(results), *_leaks(results), *_columns(results)]
    return [Heading(words.TITLE), *blocks] if blocks else []


def _tables(results: Results) -> list[Block]:
    rows = [
        {**row, "counted": say(words.ROWS, **results.claims("inventory", row)) if row["present"] else words.ABSENT}
        for row in results.rows("inventory")
    ]
    return [*grid(results, words.TABLES, "inventory", rows, words.TABLE_COLUMNS)]


def _joins(results: Results) -> list[Block]:
    rows = sorted(results.rows("joins"), key=lambda row: (_known(row["match_rate"]), row["left"], row["right"]))
    if not rows:
        return []
    poor = [row for row in rows if _known(row["match_rate"]) < FOUND]
    n = Claim(len(poor), "joins", "match_rate", rule=f"count below {FOUND}")
    total = results.count("joins", len(rows))
    message = say(words.POOR if poor else words.GOOD, n=n, all=total, least=FOUND)
    proposals = [say(words.PROPOSAL, **results.claims("joins", row)) for row in rows if _is_proposed(row)]
    cells = [{**row, "remark": _remark(results, row)} for row in rows]
    return [
        Text(joined([message, *proposals]), "caution" if poor else "plain"),
        *grid(results, words.JOINS, "joins", cells, words.JOIN_COLUMNS),
    ]


def _is_proposed(row: Mapping[str, Any]) -> bool:
    better = _known(row["normalised_rate"]) > _known(row["match_rate"])
    return better and not row["applied"] and not row["merged_ids"]


def _remark(results: Results, row: Mapping[str, Any]) -> str:
    message = results.claims("joins", row)
    if row["applied"]:
        return say(words.APPLIED, **message)
    if row["merged_ids"]:
        return say(words.NOT_PROPOSED, **message)
    return say(words.PROPOSED, **message) if _is_proposed(row) else UNKNOWN


def _leaks(results: Results) -> list[Block]:
    rows = sorted(results.rows("leak_map"), key=lambda row: (row["may_enter_backtest"], row["table"], row["column"]))
    if not rows:
        return []
    cells = [{**row, "readers": _few(row["signals"])} for row in rows]
    columns = words.LEAK_COLUMNS
    return [Text(_leaky(results, rows)), *grid(results, words.LEAK_MAP, "leak_map", cells, columns, file="leak_map")]


def _leaky(results: Results, rows: Sequence[Mapping[str, Any]]) -> Sentence:
    out = [row for row in rows if not row["may_enter_backtest"]]
    signals = sorted({name for row in out for name in _signals(row["signals"])})
    return say(
        words.LEAKS,
        all=results.count("leak_map", len(rows)),
        dated=results.count("leak_map", len(rows) - len(out), may_enter_backtest=True),
        out=results.count("leak_map", len(out), may_enter_backtest=False),
        cost=say(words.COST, signals=signals) if signals else "",
    )


def _signals(written: str) -> list[str]:
    return [name.strip().replace("_", " ") for name in written.split(",") if name.strip()]


def _few(written: str) -> str:
    names = _signals(written)
    return say(words.MANY_SIGNALS, n=len(names)) if len(names) > NAMED else ", ".join(names) or UNKNOWN


def _columns(results: Results) -> list[Block]:
    rows = sorted(
        results.rows("column_figures"), key=lambda row: (-_known(row["missing_share"]), row["table"], row["column"])
    )
    cells = [{**row, "activity": _activity(results, row)} for row in rows]
    name = "column_figures"
    return [*grid(results, words.COLUMN_FIGURES, name, cells, words.COLUMN_COLUMNS, file=name)]


def _activity(results: Results, row: Mapping[str, Any]) -> str:
    both = known(row["activity_where_known"]) and known(row["activity_where_missing"])
    return say(words.ACTIVITY, **results.claims("column_figures", row)) if both else UNKNOWN


def _known(number: float | None) -> float:
    return float(number) if number is not None and known(number) else 0.0
