"""Charts of what each whole dimension is worth to the model: shuffled together, and learned without."""

from __future__ import annotations

from typing import Any

from valuecast.report import measured
from valuecast.report.charts.chart import Chart, finished
from valuecast.report.charts.estimates import Estimate, Reference, plot
from valuecast.report.results import Results
from valuecast.wording.numbers import known, listed, percent, points, points_interval

TOP = 3
"""Dimensions whose joint share is told."""


def shuffled(results: Results) -> list[dict[str, Any]]:
    """The dimensions that matter most first."""
    rows = [row for row in results.rows("dimension_importances") if known(row["importance"])]
    return sorted(rows, key=lambda row: (-row["importance"], row["dimension"]))


def without(results: Results) -> list[dict[str, Any]]:
    """The dimensions whose absence costs most first."""
    rows = [row for row in results.rows("ablation") if known(row["difference"])]
    return sorted(rows, key=lambda row: (row["difference"], row["left_out"]))


def importances(results: Results) -> Chart | None:
    """How much worse the model ranks when all signals of a dimension are shuffled together."""
    rows = shuffled(results)
    if not rows:
        return None
    first = rows[:TOP]
    joint = sum(row["share"] for row in first if known(row["share"]))
    names = listed(row["dimension"] for row in first).capitalize()
    title = f"{names} {'carry' if len(first) > 1 else 'carries'} {percent(joint)} of what the model rests on"
    shown = [
        Estimate(
            row["dimension"],
            row["importance"],
            row["low"],
            row["high"],
            f"{points(row['importance'], 1).lstrip('+')} points, {percent(row['share'])} of all",
            measured.side(row["importance"], row["low"], row["high"]),
        )
        for row in rows
    ]
    reading = (
        "Points of average precision lost on the test months when all signals of a dimension are shuffled together, so "
        "that signals which say the same cannot stand in for one another; shares are of all dimensions' losses."
    )
    axis = "loss of average precision when the dimension is shuffled [points]"
    chart = plot(shown, axis=axis, look="loss", references=[Reference(0.0, "no loss")])
    return finished("dimension_importances", chart, title, reading)


def ablation(results: Results) -> Chart | None:
    """What the model would lose had it learned without a dimension."""
    rows = without(results)
    if not rows:
        return None
    sides = [measured.side(r["difference"], r["difference_low"], r["difference_high"]) for r in rows]
    missed = [row["left_out"] for row, side in zip(rows, sides, strict=True) if side == "lower"]
    title = (
        f"Learned without {listed(missed, 'or')} the model would be worse beyond chance"
        if missed
        else "No single dimension is missed beyond chance: the others stand in for it"
    )
    shown = [
        Estimate(
            f"without {row['left_out']}",
            row["difference"],
            row["difference_low"],
            row["difference_high"],
            f"{points(row['difference'], 1)} ({_span(row)})",
            side,
        )
        for row, side in zip(rows, sides, strict=True)
    ]
    reading = (
        "The chosen model learned anew without the dimension, minus the model with everything, on the same customers "
        "of the test months, with paired 95 % intervals. Left of the line, the dimension is missed; grey may be chance."
    )
    axis = "average precision without the dimension minus with everything [points]"
    chart = plot(shown, axis=axis, look="points", references=[Reference(0.0, "no difference")])
    return finished("ablation", chart, title, reading)


def _span(row: dict[str, Any]) -> str:
    if not (known(row["difference_low"]) and known(row["difference_high"])):
        return "no interval"
    low, high = row["difference_low"], row["difference_high"]
    small = max(abs(low), abs(high)) < 0.095
    return f"{points(low, 1)} to {points(high, 1)}" if small else points_interval(low, high)
