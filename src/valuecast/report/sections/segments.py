"""The segments: how large, how much they are worth, what they mean and what to do."""

from __future__ import annotations

from valuecast.report.blocks import Block, Grid, Heading, Section, Text, figures
from valuecast.report.charts import coverage
from valuecast.report.charts import segments as charts
from valuecast.report.results import Results
from valuecast.report.sections.missing import cannot
from valuecast.wording.names import SEGMENTATIONS
from valuecast.wording.numbers import amount, count, sentence

_EXPLAINED = {
    "tier": "Tiers are three groups by K-Means (a method that puts like customers together) on six measures of "
    "use and satisfaction.",
    "cluster": "Clusters are groups of like customers over all signals, named from their own profile.",
    "usage_band": "Usage bands cut customers by how much they use the product in the past window.",
    "lifecycle_stage": "Lifecycle stages follow tenure: the days since the first use.",
    "rfm_tier": "RFM tiers rate recency, frequency and monetary value from 1 to 5 and cut their mean into five bands.",
}


def section(results: Results) -> Section:
    """Segments."""
    blocks: list[Block] = []
    for segmentation, name in SEGMENTATIONS.items():
        if charts.profiles(results, segmentation):
            blocks += [Heading(name), Text(_EXPLAINED[segmentation]), *figures(charts.shares(results, segmentation))]
            blocks += [_grid(results, segmentation), *_more(results, segmentation)]
    if not blocks:
        blocks.append(cannot(results, f"No {results.grain} could be put into a segment."))
    blocks += figures(coverage.recency(results))
    return Section("segments", "Segments", tuple(blocks))


def _grid(results: Results, segmentation: str) -> Grid:
    rows = tuple(
        (
            row["segment"],
            count(row["customers"]),
            amount(row["value"]),
            sentence(row["profile"]),
            sentence(row["meaning"]),
            sentence(row["recommendation"]),
        )
        for row in charts.profiles(results, segmentation)
    )
    header = (
        "segment",
        f"{results.grain}s",
        results.value_name,
        "profile",
        "what it means",
        "what to do",
    )
    return Grid(f"{SEGMENTATIONS[segmentation]}, most valuable or earliest first", header, rows, frozenset({1, 2}))


def _more(results: Results, segmentation: str) -> tuple[Block, ...]:
    if segmentation == "tier":
        return figures(charts.usage_frequency(results), charts.rating_by_tier(results), charts.health_by_tier(results))
    return figures(charts.lifecycle_value(results)) if segmentation == "lifecycle_stage" else ()
