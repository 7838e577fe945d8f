"""What the prediction rests on."""

from __future__ import annotations

from valuecast.report.blocks import Block, Grid, Section, Text, figures
from valuecast.report.charts import dimensions
from valuecast.report.charts import drivers as charts
from valuecast.report.results import Results
from valuecast.report.sections.missing import cannot
from valuecast.wording.names import signal_name
from valuecast.wording.numbers import UNKNOWN, amount, distinguishable, known, percent


def section(results: Results) -> Section:
    """Drivers."""
    blocks: list[Block] = []
    if results.has("feature_importances"):
        blocks += [*figures(charts.importances(results)), _grid(results)]
        blocks += [*figures(dimensions.importances(results), dimensions.ablation(results)), *_dimensions(results)]
    else:
        blocks.append(
            cannot(results, "Which signals matter to the prediction was not measured: there is no tested model.")
        )
    correlations = figures(charts.correlations(results))
    blocks += correlations
    if correlations:
        said = (
            "Signals that move together tell much the same story, so a model can do without one of them. None "
            "of this shows "
            "cause: that a valuable customer uses more product features does not prove that more features make value."
        )
        blocks.append(Text(said, "small"))
    return Section("drivers", "What drives the prediction", tuple(blocks))


def _dimensions(results: Results) -> list[Block]:
    """Each dimension shuffled, and left out from the start, in one table."""
    without = {row["left_out"]: row for row in dimensions.without(results)}
    shuffled = {row["dimension"]: row for row in dimensions.shuffled(results)}
    rows = tuple(
        (
            name,
            _loss(shuffled[name]["importance"]) if name in shuffled else UNKNOWN,
            percent(shuffled[name]["share"]) if name in shuffled else UNKNOWN,
            _loss(without[name]["difference"]) if name in without else UNKNOWN,
            amount(without[name]["average_precision"]) if name in without else UNKNOWN,
            shuffled[name]["signals"].replace("_", " ") if name in shuffled else UNKNOWN,
        )
        for name in [*shuffled, *(name for name in without if name not in shuffled)]
    )
    header = ("dimension", "loss when shuffled [points]", "share", "without it [points]", "leaves", "signals")
    caption = "Each dimension shuffled, and left out of learning: average precision on the test months"
    return [Grid(caption, header, rows, frozenset({1, 2, 3, 4}), "dimension_importances")] if rows else []


def _grid(results: Results) -> Grid:
    rows = sorted(
        (r for r in results.rows("feature_importances") if known(r["importance"])),
        key=lambda r: (-r["importance"], r["signal"]),
    )
    cells = tuple(
        (
            signal_name(r["signal"]),
            r["dimension"],
            r["meaning"],
            _loss(r["importance"]),
            f"{_loss(r['low'])} to {_loss(r['high'])}" if known(r["low"]) else UNKNOWN,
            "yes" if distinguishable(r["low"], r["high"]) else "not distinguishable from none",
        )
        for r in rows
    )
    header = ("signal", "dimension", "what it is", "loss when shuffled [points]", "95 % of repeats", "matters?")
    return Grid(
        "Importance of each signal to the chosen model, on the test months",
        header,
        cells,
        frozenset({3, 4}),
        "feature_importances",
    )


def _loss(share: float) -> str:
    return f"{round(100 * share, 1) + 0.0:.1f}".replace("-", "−")
