"""What it cost that only some customers were brought out of the engine."""

from __future__ import annotations

from valuecast.report.blocks import Block, Grid, Heading, Text
from valuecast.report.results import Results
from valuecast.wording.names import METRICS
from valuecast.wording.numbers import UNKNOWN, count, in_points, known, percent, percent_interval

_POINTS = frozenset({"auc", "average_precision", "r_precision", "precision", "recall"})


def drawn(results: Results) -> list[Block]:
    """The chosen model on those drawn, on everybody, and learned from half; nothing where everybody was brought out."""
    rows = sorted(results.rows("sample_effect"), key=lambda row: list(METRICS).index(row["metric"]))
    if not rows:
        return []
    who = f"{results.grain}s"
    said = (
        f"In the test window {count(rows[0]['customers_drawn'])} of {count(rows[0]['customers'])} {who} were drawn. "
        f"The chosen model gave a probability to all of them, so that what it got right among those drawn can be held "
        f"against what it got right among all. It also learned again from half of the {who} drawn: what that costs "
        "bounds what drawing twice as many would gain."
    )
    cells = tuple(
        (
            METRICS[row["metric"]],
            _interval(row["metric"], row["drawn"], row["low"], row["high"]),
            _figure(row["metric"], row["everybody"]),
            f"{in_points(row['half_difference'])} ({in_points(row['half_low'])} to {in_points(row['half_high'])})"
            if known(row["half_difference"]) and known(row["half_low"])
            else UNKNOWN,
        )
        for row in rows
    )
    header = ("measure", f"{who} drawn", f"all {who}", "learned from half of those drawn")
    return [
        Heading("What drawing customers did to these figures"),
        Text(said),
        Grid("The chosen model on those drawn and on all", header, cells, frozenset({1, 2, 3}), "sample_effect"),
    ]


def _figure(metric: str, value: float | None) -> str:
    if value is None or not known(value):
        return UNKNOWN
    return percent(value) if metric in _POINTS else f"{value:.3f}"


def _interval(metric: str, value: float | None, low: float | None, high: float | None) -> str:
    return percent_interval(value, low, high) if metric in _POINTS else _figure(metric, value)
