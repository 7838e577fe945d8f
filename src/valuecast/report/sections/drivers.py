"""What the prediction rests on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from valuecast.report.blocks import Block, Section, Text, figures
from valuecast.report.charts import dimensions
from valuecast.report.charts import drivers as charts
from valuecast.report.grids import grid
from valuecast.report.results import Results
from valuecast.report.sections.missing import cannot
from valuecast.wording import say
from valuecast.wording.numbers import UNKNOWN, distinguishable, known
from valuecast.wording.report import drivers as words


def section(results: Results) -> Section:
    """Drivers."""
    blocks: list[Block] = []
    if results.has("feature_importances"):
        blocks += [*figures(charts.importances(results)), *_signals(results)]
        blocks += [*figures(dimensions.importances(results), dimensions.ablation(results)), *_dimensions(results)]
    else:
        blocks.append(cannot(results, words.NOT_MEASURED))
    correlations = figures(charts.correlations(results))
    blocks += [*correlations, *([Text(words.CORRELATED, "small")] if correlations else [])]
    return Section("drivers", words.TITLE, tuple(blocks))


def _dimensions(results: Results) -> list[Block]:
    """Each dimension shuffled, and left out from the start, in one table."""
    without = {row["left_out"]: results.claims("ablation", row) for row in dimensions.without(results)}
    shuffled = {row["dimension"]: results.claims("dimension_importances", row) for row in dimensions.shuffled(results)}
    rows = [
        _dimension(name, shuffled.get(name, {}), without.get(name, {})) for name in dict.fromkeys([*shuffled, *without])
    ]
    name = "dimension_importances"
    return [*grid(results, words.DIMENSIONS, name, rows, words.DIMENSION_COLUMNS, file=name)]


def _dimension(name: str, shuffled: Mapping[str, Any], without: Mapping[str, Any]) -> dict[str, Any]:
    def cell(form: str, figures: Mapping[str, Any], column: str) -> str:
        return say(form, x=figures[column]) if figures else UNKNOWN

    return {
        "dimension": name,
        "shuffled": cell(words.LOSS, shuffled, "importance"),
        "part": cell(words.SHARE, shuffled, "share"),
        "without": cell(words.LOSS, without, "difference"),
        "left": cell(words.AMOUNT, without, "average_precision"),
        "signals": str(shuffled["signals"].value).replace("_", " ") if shuffled else UNKNOWN,
    }


def _signals(results: Results) -> list[Block]:
    rows = [
        {**row, "matters": words.MATTERS if distinguishable(row["low"], row["high"]) else words.MAY_NOT}
        for row in results.rows("feature_importances")
        if known(row["importance"])
    ]
    rows.sort(key=lambda row: (-row["importance"], row["signal"]))
    name = "feature_importances"
    return [*grid(results, words.SIGNALS, name, rows, words.SIGNAL_COLUMNS, file=name)]
