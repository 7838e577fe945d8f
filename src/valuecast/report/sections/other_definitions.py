"""The same rankings, judged by other definitions of high-value."""

from __future__ import annotations

from valuecast.contracts import baselines
from valuecast.report.blocks import Block, Grid, Text
from valuecast.report.results import Results
from valuecast.wording.numbers import count, percent_interval, points, points_interval

MEANINGS = {
    "several_measures": "in the top share by at least two of days of use, minutes, events and money",
    "renewed_or_expanded": "renewed or expanded, and neither shrank nor left",
}


def other_definitions(results: Results) -> list[Block]:
    """A table for each definition that could be judged: the chosen model beside the 2-D score and the last period."""
    rows = [row for row in results.rows("other_definitions") if row["metric"] == "r_precision"]
    if not rows:
        return []
    blocks: list[Block] = [
        Text(
            "High-value is a matter of definition. Nothing was chosen or trained for the ones below; the same rankings "
            f"are judged by them on the same test months. Value by use is no promise about contracts: where a list of "
            f"{results.grain}s that renew is wanted, read the second."
        )
    ]
    shown = (results.model, *baselines("identification"))
    for name in dict.fromkeys(row["definition"] for row in rows):
        mine = sorted(
            (row for row in rows if row["definition"] == name and row["method"] in shown), key=lambda r: -r["value"]
        )
        cells = tuple(
            (
                results.name_of(row["method"]),
                percent_interval(row["value"], row["low"], row["high"]),
                ""
                if row["difference"] is None
                else f"{points(row['difference'])} ({points_interval(row['difference_low'], row['difference_high'])})",
            )
            for row in mine
        )
        title = (
            f"High-value meaning {MEANINGS.get(name, name)}: {count(mine[0]['high_value'])} of {count(mine[0]['n'])} "
            f"{results.grain}s"
        )
        blocks.append(Grid(title, ("method", "right names", "points over the 2-D score"), cells, frozenset({1, 2})))
    return blocks
