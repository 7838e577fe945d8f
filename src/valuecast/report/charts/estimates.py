"""Figures with their intervals in one column each: the plot behind every comparison of the report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import altair as alt

from valuecast.report.charts.chart import (
    BLUE,
    GREY,
    INK,
    ORANGE,
    PER_CENT,
    PLOT,
    PURPLE,
    VERMILION,
    colours,
    data,
    legend,
    names_axis,
)
from valuecast.wording.numbers import known

KINDS = {
    "chosen": VERMILION,
    "other model": ORANGE,
    "other method": ORANGE,
    "score": BLUE,
    "2-D score": INK,
    "simple rule": GREY,
    "higher": BLUE,
    "lower": PURPLE,
    "more of it, more value": BLUE,
    "more of it, less value": PURPLE,
    "changed sign": VERMILION,
    "may be chance": GREY,
    "no difference": GREY,
}


Look = Literal["percent", "points", "loss", "times", "rho"]

_TIMES = [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20]
_LOOKS: dict[Look, dict[str, Any]] = {
    "percent": {"tickCount": 6, **PER_CENT},
    "points": {"tickCount": 6, "labelExpr": "datum.value == 0 ? '0' : format(datum.value * 100, '+.3~r')"},
    "loss": {"tickCount": 6, "labelExpr": "format(datum.value * 100, '.3~r')"},
    "rho": {"tickCount": 6, "labelExpr": "datum.value == 0 ? '0' : replace(format(datum.value, '+.1f'), '-', '−')"},
    "times": {"values": _TIMES, "labelExpr": "format(datum.value, '~g') + '×'"},
}


@dataclass(frozen=True)
class Estimate:
    """One figure with its interval, and the words beside it."""

    label: str
    value: float
    low: float | None
    high: float | None
    words: str
    kind: str


@dataclass(frozen=True)
class Reference:
    """A line across all figures, and what it stands for."""

    at: float
    words: str


def plot(
    rows: Sequence[Estimate],
    *,
    axis: str,
    look: Look = "percent",
    references: Sequence[Reference] = (),
) -> alt.LayerChart:
    """Points and intervals, a row each, in the order given; ``look`` says how the axis shows its numbers."""
    values = data([_row(row, place) for place, row in enumerate(rows)])
    y = alt.Y("label:N", sort=[row.label for row in rows], axis=names_axis())
    scale = (
        alt.Scale(type="log", nice=False, padding=12)
        if look == "times"
        else alt.Scale(zero=False, nice=True, padding=8)
    )
    along = alt.Axis(title=axis, labelOverlap=True, **_LOOKS[look])
    x = alt.X("value:Q", scale=scale, axis=along)
    kinds = [kind for kind in KINDS if any(row.kind == kind for row in rows)]
    colour = alt.Color("kind:N", scale=colours(kinds, KINDS), legend=legend() if len(kinds) > 1 else None)
    base = alt.Chart(values).encode(y=y)
    layers = [
        base.mark_rule(strokeWidth=2.5, opacity=0.75).encode(
            x=alt.X("low:Q", scale=scale, axis=along), x2="high:Q", color=colour
        ),
        base.mark_point(filled=True, size=80, opacity=1).encode(x=x, color=colour),
        base.mark_text(align="left").encode(x=alt.value(PLOT + 14), text="words:N"),
    ]
    chart = alt.layer(*_lines(references), *layers)
    return chart.properties(width=PLOT, height=alt.Step(24))


def _row(row: Estimate, place: int) -> dict[str, object]:
    low, high = row.low if known(row.low) else row.value, row.high if known(row.high) else row.value
    return {
        "label": row.label,
        "value": row.value,
        "low": low,
        "high": high,
        "words": row.words,
        "kind": row.kind,
        "place": place,
    }


def _lines(references: Sequence[Reference]) -> list[alt.Chart]:
    lines: list[alt.Chart] = []
    for place, reference in enumerate(references):
        base = alt.Chart(data([{"at": reference.at, "words": reference.words}]))
        lines.append(base.mark_rule(strokeDash=[4, 3], color="#666666").encode(x="at:Q"))
        text = base.mark_text(align="center", baseline="bottom", color="#555555", fontSize=11)
        lines.append(text.encode(x="at:Q", y=alt.value(-4 - 14 * place), text="words:N"))
    return lines
