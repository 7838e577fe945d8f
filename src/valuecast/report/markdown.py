"""The same words in Markdown, with links to the charts; every text is escaped."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from valuecast.report.blocks import Bullets, Figure, Grid, Heading, Section, Text
from valuecast.wording.numbers import clean

FIRST = 5
"""Rows of a long table that Markdown shows; the rest are in the file that it names."""

_SPECIAL = re.compile(r"([\\`*_{}\[\]#|~$&!])")
_LEADS = {"verdict": "**Verdict.** ", "caution": "**Mind.** "}


def page(title: str, subtitle: str, sections: Sequence[Section]) -> str:
    """Render the sections, charts as links into ``charts/``."""
    contents = [f"- [{escaped(section.title)}](#{section.anchor})" for section in sections]
    parts = [f"# {escaped(title)}", escaped(subtitle), "\n".join(contents)]
    for section in sections:
        parts += [f'<a id="{section.anchor}"></a>\n\n## {escaped(section.title)}']
        parts += [_WRITERS[type(block)](block) for block in section.blocks]
    return "\n\n".join(part for part in parts if part) + "\n"


def escaped(text: str) -> str:
    r"""Text that Markdown shows as it is.

    >>> print(escaped("<b>a_b</b> | c"))
    &lt;b&gt;a\_b&lt;/b&gt; \| c
    """
    return _SPECIAL.sub(r"\\\1", clean(text)).replace("<", "&lt;").replace(">", "&gt;")


def _text(block: Text) -> str:
    return _LEADS.get(block.tone, "") + escaped(block.words)


def _heading(block: Heading) -> str:
    return f"### {escaped(block.words)}"


def _bullets(block: Bullets) -> str:
    return "\n".join(
        f"- **{escaped(item.lead)}** {escaped(item.words)}" if item.lead else f"- {escaped(item.words)}"
        for item in block.items
    )


def _grid(block: Grid) -> str:
    rule = ["---:" if place in block.numeric else ":---" for place in range(len(block.header))]
    shown = block.rows[:FIRST] if block.file else block.rows
    rows = [block.header, tuple(rule), *shown]
    lines = ["| " + " | ".join(cell if row is rows[1] else escaped(cell) for cell in row) + " |" for row in rows]
    cut = len(block.rows) - len(shown)
    more = f"\n\n{cut:,} more of {len(block.rows):,} rows: see tables/{escaped(block.file)}.csv." if cut else ""
    return f"*{escaped(block.caption)}*\n\n" + "\n".join(lines) + more


def _figure(block: Figure) -> str:
    chart = block.chart
    return f"![{escaped(chart.title)}](charts/{chart.name}.png)\n\n**{escaped(chart.title)}.** {escaped(chart.reading)}"


_WRITERS: dict[type, Callable[[Any], str]] = {
    Text: _text,
    Heading: _heading,
    Bullets: _bullets,
    Grid: _grid,
    Figure: _figure,
}
