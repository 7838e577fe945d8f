"""The same rankings, judged by other definitions of high-value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from valuecast.contracts import baselines
from valuecast.report.blocks import Block, Text
from valuecast.report.grids import grid
from valuecast.report.results import Results
from valuecast.wording import Claim
from valuecast.wording.report import evidence as words


def other_definitions(results: Results) -> list[Block]:
    """A table for each definition that could be judged: the chosen model beside the baselines."""
    rows = [row for row in results.rows("other_definitions") if row["metric"] == "r_precision"]
    if not rows:
        return []
    blocks: list[Block] = [Text(results.say(words.OTHER_DEFINITIONS))]
    shown = (results.model, *baselines("identification"))
    for name in dict.fromkeys(row["definition"] for row in rows):
        subset = [row for row in rows if row["definition"] == name and row["method"] in shown]
        best_first = sorted(subset, key=lambda row: -row["value"])
        cells = [_row(results, row) for row in best_first]
        first = results.claims("other_definitions", best_first[0])
        blocks += grid(
            results,
            words.OTHER_DEFINITION,
            "other_definitions",
            cells,
            words.OTHER_COLUMNS,
            meaning=words.MEANINGS.get(name, name),
            high=first["high_value"],
            n=first["n"],
        )
    return blocks


def _row(results: Results, row: Mapping[str, Any]) -> dict[str, Any]:
    where = {name: row[name] for name in ("definition", "method", "metric")}

    def span(*columns: str) -> Claim:
        return Claim(tuple(row[name] for name in columns), "other_definitions", columns, where)

    return {
        **row,
        "label": results.name_of(row["method"]),
        "right": span("value", "low", "high"),
        "gap": span("difference", "difference_low", "difference_high"),
    }
