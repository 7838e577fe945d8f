"""The report as one page that needs no network and no script; every text is escaped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from valuecast.report.blocks import Section
from valuecast.wording.numbers import clean

LONGEST_WORD = 34
"""A word with more letters may be broken anywhere, so that no table outgrows the page."""

SHORT = 24
"""A single word of so many letters or fewer is never broken, hyphen or not."""


def page(title: str, subtitle: str, sections: Sequence[Section], pictures: Mapping[str, str]) -> str:
    """Render the sections; ``pictures`` holds the SVG of each chart by name."""
    environment = Environment(
        loader=PackageLoader("valuecast.report"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    environment.filters["clean"] = clean
    environment.globals["cell_class"] = _cell_class
    style = environment.get_template("report.css").render()
    trusted = {name: Markup(svg) for name, svg in pictures.items()}  # noqa: S704  our own renderer escapes its texts
    return environment.get_template("report.html.j2").render(
        title=title,
        subtitle=subtitle,
        sections=sections,
        pictures=trusted,
        style=Markup(style),  # noqa: S704  a file of this package
    )


def _cell_class(cell: str, numeric: bool) -> str:
    longest = max((len(word) for word in cell.split()), default=0)
    if longest > LONGEST_WORD:
        return "long"
    return "number" if numeric else "short" if longest == len(cell) <= SHORT else "words"
