"""One chart: a name, a title that states the finding, a Vega-Lite specification, and its look on the page."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt
import vl_convert

from valuecast.wording.numbers import clean

BLUE, SKY, ORANGE, GREEN = "#0072B2", "#56B4E9", "#E69F00", "#009E73"
VERMILION, PURPLE, YELLOW, GREY, INK = "#D55E00", "#CC79A7", "#F0E442", "#8A8A8A", "#222222"
"""The colours of Okabe and Ito, which colour-blind readers can tell apart."""

PALETTE = (BLUE, ORANGE, GREEN, PURPLE, SKY, VERMILION, YELLOW, GREY)
TIERS = {"High": BLUE, "Medium": SKY, "Low": ORANGE, "Dormant": GREY}
CLASSES = {"Up": GREEN, "Flat": "#B8B8B8", "Down": VERMILION}
PER_CENT = {"labelExpr": "format(datum.value * 100, '.3~r') + '\u00a0%'"}
"""How an axis shows shares of one."""
LABELS = 200
"""Room for the names on the left [px]."""
PLOT = 420
"""Width of the plot between the names and the figures on the right [px]."""

_FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
_OWN_IDS = re.compile(r'(id="|url\(#|href="#)((?:clip|gradient)[\w-]*)')


@dataclass(frozen=True)
class Chart:
    """A chart before it is drawn.

    Parameters
    ----------
    name : str
        Stem of its files.
    title : str
        The finding, in words, with its number.
    reading : str
        How to read it, and what it stands on.
    spec : dict
        The Vega-Lite specification, data included.
    """

    name: str
    title: str
    reading: str
    spec: dict[str, Any]


@dataclass(frozen=True)
class Drawn:
    """A chart as files: the picture twice, and the specification."""

    svg: str
    png: bytes
    json: str


def finished(name: str, chart: alt.TopLevelMixin, title: str, reading: str) -> Chart:
    """Give a chart its title and the look that all charts share."""
    text = _balanced(title)
    titled = chart.properties(title=alt.TitleParams(text if len(text) > 1 else title))
    styled = (
        titled.configure(
            font=_FONT, background="white", aria=False, padding={"left": 0, "top": 4, "right": 8, "bottom": 4}
        )
        .configure_title(
            anchor="start", frame="bounds", fontSize=14, fontWeight="bold", color=INK, lineHeight=18, offset=12
        )
        .configure_axis(
            labelFontSize=12,
            titleFontSize=12,
            titleFontWeight="normal",
            titleColor="#444444",
            labelColor="#333333",
            gridColor="#E8E8E8",
            domainColor="#BBBBBB",
            tickColor="#BBBBBB",
            labelLimit=LABELS - 8,
            titlePadding=8,
        )
        .configure_legend(
            labelFontSize=12,
            titleFontSize=12,
            titleFontWeight="normal",
            orient="bottom",
            labelLimit=240,
            columnPadding=18,
            symbolStrokeWidth=0,
        )
        .configure_view(stroke=None)
        .configure_text(fontSize=12, color=INK)
        .configure_header(labelFontSize=12, titleFontSize=12)
    )
    return Chart(name, title, reading, styled.to_dict(validate=False))


def draw(chart: Chart) -> Drawn:
    """The picture as SVG and PNG, and the specification, the same bytes each time."""
    text = json.dumps(chart.spec, indent=1, sort_keys=True, ensure_ascii=False)
    svg = _own_ids(vl_convert.vegalite_to_svg(text), chart.name)
    return Drawn(svg, vl_convert.svg_to_png(svg, scale=2), text + "\n")


def data(rows: Sequence[dict[str, Any]]) -> alt.Data:
    """Rows as inline data, with texts that XML can hold."""
    return alt.Data(values=[{k: clean(v) if isinstance(v, str) else v for k, v in row.items()} for row in rows])


def _own_ids(svg: str, name: str) -> str:
    """Number the picture's ids from 0 under its own name: the renderer counts on from picture to picture."""
    places: dict[str, int] = {}
    return _OWN_IDS.sub(lambda found: f"{found[1]}{name}-{places.setdefault(found[2], len(places))}", svg)


def _balanced(title: str, longest: int = 98) -> list[str]:
    lines = len(textwrap.wrap(title, longest))
    widths = range(len(title) // max(lines, 1), longest + 1)
    return next((found for width in widths if len(found := textwrap.wrap(title, max(width, 1))) <= lines), [title])


def names_axis(**more: object) -> alt.Axis:
    """The axis of names on the left, of one width, so that charts line up."""
    options: dict[str, Any] = {"title": None, "minExtent": LABELS, "maxExtent": LABELS, "ticks": False, "domain": False}
    return alt.Axis(**{**options, "labelPadding": 8, **more})


def legend(title: str | None = None, columns: int = 5) -> alt.Legend:
    """A legend below the plot."""
    return alt.Legend(title=title, orient="bottom", columns=columns)


def colours(names: Sequence[str], table: dict[str, str] | None = None) -> alt.Scale:
    """A fixed colour for each name."""
    known = table or dict(zip(names, PALETTE, strict=False))
    return alt.Scale(domain=list(names), range=[known.get(name, GREY) for name in names])
