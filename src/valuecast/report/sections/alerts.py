"""Early warnings: who to look at now, what was seen, and how sure it is."""

from __future__ import annotations

from typing import Any

from valuecast.report.blocks import Block, Section, Text, figures
from valuecast.report.charts import alerts as charts
from valuecast.report.grids import grid
from valuecast.report.results import Results
from valuecast.report.sections.missing import cannot
from valuecast.wording import Claim, Sentence, say
from valuecast.wording.numbers import UNKNOWN
from valuecast.wording.report import alerts as words

SHOWN = 12
"""Warnings that are open on the page; up to `LISTED` more are below them, closed."""
LISTED = 100


def section(results: Results) -> Section:
    """Early warnings."""
    rows = sorted(results.rows("alerts"), key=lambda row: row["rank"])
    if not rows:
        return Section("alerts", words.TITLE, (_none(results),))
    rated = charts.carried_over(charts.kinds(results)) is not None
    cells = [{**row, "false_alarms": _rate(results, row) if rated else UNKNOWN} for row in rows]
    first, following = cells[:SHOWN], cells[SHOWN : SHOWN + LISTED]
    n, total = len(following), results.count("alerts", len(rows))
    blocks: list[Block] = [
        Text(_reading(results, rows)),
        *figures(charts.by_kind(results)),
        *grid(results, words.URGENT, "alerts", first, words.COLUMNS),
        *grid(results, words.NEXT, "alerts", following, words.COLUMNS, file="alerts", n=n, all=total),
    ]
    return Section("alerts", words.TITLE, tuple(blocks))


def _none(results: Results) -> Text:
    watched = charts.active(results)
    if "alerts" in results.absent or not watched:
        return cannot(results, words.NONE)
    return Text(results.say(words.QUIET, n=results.count("value_scores", watched, active=True)))


def _rate(results: Results, row: dict[str, Any]) -> Sentence:
    return say(words.FALSE_ALARMS, **results.claims("alerts", row))


def _reading(results: Results, rows: list[dict[str, Any]]) -> Sentence:
    warned = len({row["customer_id"] for row in rows})
    fit = len({row["customer_id"] for row in rows if row["within_capacity"]})
    budget = results.setting("config", "alert_capacity")
    return results.say(
        words.READING,
        warned=Claim(warned, "alerts", "customer_id", rule="distinct"),
        fit=Claim(fit, "alerts", "customer_id", {"within_capacity": True}, "distinct"),
        room=say(words.ROOM, n=budget) if budget.value else words.STATED_ROOM,
    )
