"""Tables of the report from rows of an output table: each cell keeps the claims of the figures that it shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from valuecast.report.blocks import Grid
from valuecast.report.results import Results
from valuecast.wording import Sentence
from valuecast.wording.grids import Column
from valuecast.wording.numbers import UNKNOWN, known
from valuecast.wording.sentences import Template, say


def grid(
    results: Results,
    caption: Template,
    table: str,
    rows: Sequence[Mapping[str, Any]],
    columns: Sequence[Column],
    *,
    file: str = "",
    **facts: object,
) -> list[Grid]:
    """Rows as a table; none where there is no row.

    Parameters
    ----------
    results : Results
    caption : str
        A template, which may ask for the settings of the run and for ``facts``, as titles of columns may.
    table : str
        The output table that the rows are of; what a row holds beside its columns is shown without a claim, unless
        it brings one.
    rows : sequence of mapping
    columns : sequence of Column
    file : str, optional
        Where all of it is, for a long one.
    **facts
        Figures for caption and titles.
    """
    if not rows:
        return []
    header = tuple(results.say(column.title, **facts) for column in columns)
    cells = tuple(tuple(_cell(results.claims(table, row), row, column) for column in columns) for row in rows)
    numeric = frozenset(place for place, column in enumerate(columns) if column.number)
    return [Grid(results.say(caption, **facts), header, cells, numeric, file)]


def _cell(figures: Mapping[str, Any], row: Mapping[str, Any], column: Column) -> Sentence:
    if column.needs and (not known(row[column.needs]) or row[column.needs] == ""):
        return Sentence(UNKNOWN)
    return say(column.cell, **figures) or Sentence(UNKNOWN)
