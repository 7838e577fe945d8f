"""The months gone by: who moved between tiers, and how those who were high-value fared since."""

from __future__ import annotations

from datetime import date
from typing import Any

from valuecast.report.blocks import Block, Section, Text, bullets, figures
from valuecast.report.charts import history as charts
from valuecast.report.grids import grid
from valuecast.report.results import Results
from valuecast.report.sections.missing import cannot
from valuecast.wording import Claim
from valuecast.wording.report import history as words


def section(results: Results) -> Section:
    """Who moved, and how the valuable fared."""
    blocks: list[Block] = [*figures(charts.migration(results)), *_moves(results)]
    blocks += [*figures(charts.cohorts(results)), *_cohorts(results)]
    if not blocks:
        return Section("history", words.TITLE, (cannot(results, words.NOT_FOLLOWED),))
    return Section("history", words.TITLE, (Text(results.say(words.READING)), *blocks))


def _moves(results: Results) -> list[Block]:
    sentences = []
    for months in charts.spans(results):
        were, left, came = charts.in_and_out(results, months)
        gone = [
            row["customers"]
            for row in charts.moves(results, months)
            if row["from_tier"] == "High" and row["to_tier"] == "Dormant"
        ]
        to_dormant: dict[str, Any] = {"months": months, "from_tier": "High", "to_tier": "Dormant"}
        dormant = Claim(sum(gone), "tier_migration", "customers", to_dormant, "sum")
        message = results.say(words.MOVES, were=were, left=left, came=came, dormant=dormant)
        sentences.append((results.say(words.WITHIN, months=months), message))
    return list(bullets(sentences))


def _cohorts(results: Results) -> list[Block]:
    ends: dict[date, dict[str, Any]] = {}
    for row in sorted(results.rows("high_value_cohorts"), key=lambda row: (row["cohort"], row["as_of"])):
        ends[row["cohort"]] = row
    rows = [row for row in ends.values() if row["as_of"] != row["cohort"]]
    columns, name = words.COHORT_COLUMNS, "high_value_cohorts"
    return [*grid(results, words.COHORTS, name, rows, columns, file=name)]
