"""Early warnings: who to look at now, what was seen, and how sure it is."""

from __future__ import annotations

from typing import Any

from valuecast.report.blocks import Block, Grid, Section, Text, figures
from valuecast.report.charts import alerts as charts
from valuecast.report.results import Results
from valuecast.report.sections.missing import cannot
from valuecast.wording.names import ALERTS
from valuecast.wording.numbers import UNKNOWN, amount, count, day, percent, plural, sentence

SHOWN = 12
"""Warnings that are open on the page; up to `LISTED` more are below them, closed."""
LISTED = 100


def section(results: Results) -> Section:
    """Early warnings."""
    title = "Early warnings"
    rows = sorted(results.rows("alerts"), key=lambda row: row["rank"])
    if not rows:
        watched = charts.active(results)
        said = f"None of the {plural(watched, f'active {results.grain}')} gave cause for a warning."
        quiet = "alerts" not in results.absent and watched
        return Section("alerts", title, (Text(said) if quiet else cannot(results, "No early warning could be given."),))
    blocks: list[Block] = [Text(_said(results, rows)), *figures(charts.by_kind(results))]
    blocks.append(_grid(results, rows[:SHOWN], "The most urgent warnings"))
    if rows[SHOWN:]:
        more = rows[SHOWN : SHOWN + LISTED]
        blocks.append(_grid(results, more, f"The next {count(len(more))} of {count(len(rows))} warnings", "alerts"))
    return Section("alerts", title, tuple(blocks))


def _said(results: Results, rows: list[dict[str, Any]]) -> str:
    who = len({row["customer_id"] for row in rows})
    fit = len({row["customer_id"] for row in rows if row["within_capacity"]})
    budget = results.get("config", "alert_capacity")
    room = f"the team can look at {count(budget)}" if budget else "the stated capacity"
    return (
        f"A warning compares {results.grain}s with their own past, not with others. "
        f"{plural(who, results.grain)} stand out; {room}, so {count(fit)} of them fit. The most severe "
        f"come first, and within a severity those with most {results.value_name} in the past window. A warning "
        "says that something changed, not why: look before acting."
    )


def _grid(results: Results, rows: list[dict[str, Any]], caption: str, file: str = "") -> Grid:
    rated = charts.carried_over(charts.kinds(results)) is not None
    cells = tuple(
        (
            count(row["rank"]),
            row["customer_id"],
            ALERTS.get(row["kind"], row["kind"].replace("_", " ")),
            day(row["since"]),
            sentence(row["evidence"]),
            row["severity"],
            amount(row["past_value"]),
            percent(row["false_alarm_rate"], 1) if rated else UNKNOWN,
            "yes" if row["within_capacity"] else "no",
        )
        for row in rows
    )
    header = (
        "rank",
        results.grain,
        "warning",
        "since",
        "what was seen",
        "severity",
        results.value_name,
        "false alarms",
        "fits",
    )
    return Grid(caption, header, cells, frozenset({0, 6, 7}), file)
