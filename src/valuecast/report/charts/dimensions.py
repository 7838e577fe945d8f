"""Charts of what each whole dimension is worth to the model: shuffled together, and learned without."""

from __future__ import annotations

from typing import Any

from valuecast.report import measured
from valuecast.report.charts.chart import Chart, finished
from valuecast.report.charts.estimates import Estimate, Reference, plot
from valuecast.report.results import Results
from valuecast.wording import Claim, say
from valuecast.wording.numbers import known, listed
from valuecast.wording.report.charts import dimensions as words

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
    names = listed(row["dimension"] for row in first)
    carries = words.CARRY if len(first) > 1 else words.CARRIES
    share = Claim(joint, "dimension_importances", "share", rule=f"sum of the first {TOP}")
    title = results.say(words.IMPORTANCES, names=names, verb=carries, joint=share)
    shown = [
        Estimate(
            row["dimension"],
            row["importance"],
            row["low"],
            row["high"],
            say(words.LOSS, loss=row["importance"], share=row["share"]),
            measured.side(row["importance"], row["low"], row["high"]),
        )
        for row in rows
    ]
    chart = plot(shown, axis=words.LOSS_AXIS, look="loss", references=[Reference(0.0, words.NO_LOSS)])
    return finished("dimension_importances", chart, title, words.IMPORTANCES_READING)


def ablation(results: Results) -> Chart | None:
    """What the model would lose had it learned without a dimension."""
    rows = without(results)
    if not rows:
        return None
    sides = [measured.side(r["difference"], r["difference_low"], r["difference_high"]) for r in rows]
    missed = [row["left_out"] for row, side in zip(rows, sides, strict=True) if side == "lower"]
    title = results.say(words.MISSED, dimensions=listed(missed, "or")) if missed else words.NOT_MISSED
    shown = [
        Estimate(
            say(words.WITHOUT, dimension=row["left_out"]),
            row["difference"],
            row["difference_low"],
            row["difference_high"],
            say(words.GAP, difference=row["difference"], span=_span(row)),
            side,
        )
        for row, side in zip(rows, sides, strict=True)
    ]
    chart = plot(shown, axis=words.ABLATION_AXIS, look="points", references=[Reference(0.0, words.NO_DIFFERENCE)])
    return finished("ablation", chart, title, words.ABLATION_READING)


def _span(row: dict[str, Any]) -> str:
    low, high = row["difference_low"], row["difference_high"]
    if not (known(low) and known(high)):
        return words.NO_INTERVAL
    if max(abs(low), abs(high)) < 0.095:
        return say(words.NARROW, low=low, high=high)
    return say(words.WIDE, ends=(low, high))
