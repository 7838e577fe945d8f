"""The months gone by: who moved between tiers, and how those called high-value fared since."""

from __future__ import annotations

from datetime import date
from typing import Any

from valuecast.report.blocks import Block, Grid, Section, Text, bullets, figures
from valuecast.report.charts import history as charts
from valuecast.report.results import Results
from valuecast.report.sections.missing import cannot
from valuecast.wording.numbers import count, day, percent, plural


def section(results: Results) -> Section:
    """Who moved, and how the valuable fared."""
    title = "Who moved between tiers, and how the valuable fared"
    blocks: list[Block] = [*figures(charts.migration(results)), *_moves(results)]
    blocks += [*figures(charts.cohorts(results)), *_cohorts(results)]
    if not blocks:
        return Section("history", title, (cannot(results, "No move between tiers could be followed."),))
    said = (
        "Facts, not forecasts: what has happened since. Tiers in this section are by value alone (High is the top "
        f"{percent(results.share)}, Medium the rest above the median, Low the others with value, Dormant is without "
        "value in the past window), so "
        "that they mean the same in every month."
    )
    return Section("history", title, (Text(said), *blocks))


def _moves(results: Results) -> list[Block]:
    said = []
    for months in charts.spans(results):
        were, left, came = charts.in_and_out(results, months)
        gone = [
            row["customers"]
            for row in charts.moves(results, months)
            if row["from_tier"] == "High" and row["to_tier"] == "Dormant"
        ]
        said.append(
            (
                f"Within {plural(months, 'month')}:",
                f"of {plural(were, f'High {results.grain}')} {count(left)} left the tier ({count(sum(gone))} of them "
                f"are Dormant now) and {count(came)} came into it.",
            )
        )
    return list(bullets(said))


def _cohorts(results: Results) -> list[Block]:
    ends: dict[date, dict[str, Any]] = {}
    for row in sorted(results.rows("high_value_cohorts"), key=lambda row: (row["cohort"], row["as_of"])):
        ends[row["cohort"]] = row
    rows = tuple(
        (
            day(row["cohort"]),
            count(row["customers"]),
            percent(row["still_high"]),
            percent(row["dormant"]),
            percent(row["value_kept"]),
        )
        for row in ends.values()
        if row["as_of"] != row["cohort"]
    )
    header = ("High on", f"{results.grain}s", "High now", "Dormant now", f"{results.value_name} kept")
    caption = "Those who were High at each month's end, today"
    return [Grid(caption, header, rows, frozenset({1, 2, 3, 4}), "high_value_cohorts")] if rows else []
