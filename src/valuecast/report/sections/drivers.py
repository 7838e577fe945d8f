"""What the prediction rests on."""

from __future__ import annotations

from valuecast.report.blocks import Block, Grid, Section, Text, figures
from valuecast.report.charts import drivers as charts
from valuecast.report.names import signal_name
from valuecast.report.results import Results
from valuecast.report.sections.missing import cannot
from valuecast.report.words import UNKNOWN, distinguishable, known


def section(results: Results) -> Section:
    """Drivers."""
    blocks: list[Block] = []
    if results.has("feature_importances"):
        blocks += [*figures(charts.importances(results)), _grid(results)]
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
    return Grid("Importance of each signal to the chosen model, on the test months", header, cells, frozenset({3, 4}))


def _loss(share: float) -> str:
    return f"{round(100 * share, 1) + 0.0:.1f}".replace("-", "−")
