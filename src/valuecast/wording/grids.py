"""The columns of a table in the report: what each is called, and how it shows a row of an output table."""

from __future__ import annotations

from dataclasses import dataclass

from valuecast.wording.sentences import Template


@dataclass(frozen=True)
class Column:
    """One column of a table.

    Parameters
    ----------
    title : str
        A template for `say`.
    cell : str
        A template whose fields are columns of the output table; each figure keeps its claim.
    number : bool
        Whether it holds numbers, which stand at the right.
    needs : str
        A column without which the cell is a dash.
    """

    title: Template
    cell: Template
    number: bool = False
    needs: str = ""


def text(title: Template, cell: Template, needs: str = "") -> Column:
    """A column of words."""
    return Column(title, cell, False, needs)


def number(title: Template, cell: Template, needs: str = "") -> Column:
    """A column of numbers."""
    return Column(title, cell, True, needs)
