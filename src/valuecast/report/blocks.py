"""What a section is made of: plain words, lists, tables and figures, without any markup.

``html`` and ``markdown`` each render these same blocks, so that the two files cannot say different things. Words are
sentences of ``wording``, which keep the claims of their figures: `claims_of` gathers them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from valuecast.report.charts.chart import Chart
from valuecast.wording import Claim, claims_in

Tone = Literal["plain", "verdict", "caution", "small"]


@dataclass(frozen=True)
class Text:
    """A paragraph; ``tone`` says whether it is a verdict, a caution or small print."""

    words: str
    tone: Tone = "plain"
    kind: Literal["text"] = "text"


@dataclass(frozen=True)
class Heading:
    """A heading inside a section."""

    words: str
    kind: Literal["heading"] = "heading"


@dataclass(frozen=True)
class Item:
    """One entry of a list: a short lead in bold, then the words."""

    lead: str
    words: str


@dataclass(frozen=True)
class Bullets:
    """A list of entries."""

    items: tuple[Item, ...]
    kind: Literal["bullets"] = "bullets"


@dataclass(frozen=True)
class Grid:
    """A table of texts: a caption that says what it shows, a header, rows, and which columns hold numbers.

    A long one names the output table that holds it all in ``file``: it is closed until asked for on the page, and
    cut short in Markdown.
    """

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: frozenset[int] = frozenset()
    file: str = ""
    kind: Literal["grid"] = "grid"


@dataclass(frozen=True)
class Figure:
    """A chart; its title is in the picture, ``chart.reading`` says below it how to read it."""

    chart: Chart
    kind: Literal["figure"] = "figure"


Block = Text | Heading | Bullets | Grid | Figure


@dataclass(frozen=True)
class Section:
    """One part of the report, with the anchor that the table of contents points to."""

    anchor: str
    title: str
    blocks: tuple[Block, ...]


def bullets(pairs: Sequence[tuple[str, str]]) -> tuple[Bullets, ...]:
    """A list from (lead, words) pairs; nothing at all when there is no pair.

    >>> bullets([("Asked.", "Who is valuable?")])[0].items[0].lead
    'Asked.'
    >>> bullets([])
    ()
    """
    return (Bullets(tuple(Item(lead, words) for lead, words in pairs)),) if pairs else ()


def figures(*charts: Chart | None) -> tuple[Figure, ...]:
    """Figures for the charts that could be drawn."""
    return tuple(Figure(chart) for chart in charts if chart is not None)


def figures_of(blocks: Sequence[Section]) -> tuple[Chart, ...]:
    """Every chart of a report, in reading order."""
    return tuple(block.chart for section in blocks for block in section.blocks if isinstance(block, Figure))


def texts_of(section: Section) -> Iterator[str]:
    """Every text of a section in reading order: sentences, cells, and what stands with charts."""
    for block in section.blocks:
        if isinstance(block, Bullets):
            yield from (text for item in block.items for text in (item.lead, item.words))
        elif isinstance(block, Grid):
            yield from (block.caption, *block.header, *(cell for row in block.rows for cell in row))
        elif isinstance(block, Figure):
            yield from (block.chart.title, block.chart.reading)
        else:
            yield block.words


def claims_of(sections: Sequence[Section]) -> tuple[Claim, ...]:
    """The claim behind each figure of a report, in reading order."""
    return tuple(claim for section in sections for text in texts_of(section) for claim in claims_in(text))
