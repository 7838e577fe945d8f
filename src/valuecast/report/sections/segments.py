"""The segments: how large, how much they are worth, what they mean and what to do."""

from __future__ import annotations

from valuecast.report.blocks import Block, Heading, Section, Text, figures
from valuecast.report.charts import coverage
from valuecast.report.charts import segments as charts
from valuecast.report.grids import grid
from valuecast.report.results import Results
from valuecast.report.sections.missing import cannot
from valuecast.wording.names import SEGMENTATIONS
from valuecast.wording.report import segments as words


def section(results: Results) -> Section:
    """Segments."""
    blocks: list[Block] = []
    for segmentation, name in SEGMENTATIONS.items():
        rows = charts.profiles(results, segmentation)
        if rows:
            blocks += [Heading(name), Text(words.EXPLAINED[segmentation])]
            blocks += figures(charts.shares(results, segmentation))
            blocks += grid(results, words.CAPTION, "segment_profiles", rows, words.COLUMNS, name=name)
            blocks += _more(results, segmentation)
    if not blocks:
        blocks.append(cannot(results, results.say(words.NONE)))
    blocks += figures(coverage.recency(results))
    return Section("segments", words.TITLE, tuple(blocks))


def _more(results: Results, segmentation: str) -> tuple[Block, ...]:
    if segmentation == "tier":
        return figures(charts.usage_frequency(results), charts.rating_by_tier(results), charts.health_by_tier(results))
    return figures(charts.lifecycle_value(results)) if segmentation == "lifecycle_stage" else ()
