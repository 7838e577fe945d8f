"""The sentences that stand in tables, one a row: why this customer, what was seen, what sets a group apart.

A step leaves a row note there (`valuecast.contracts.row_note`): a code and figures as JSON. What is put in its place
when tables are delivered is made here, by plain functions, because there can be as many of them as customers.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

import pyarrow as pa

from valuecast.wording.rows import actions, audit, customer360, identification, segments

SENTENCES: Mapping[str, Callable[..., str]] = {
    **identification.SENTENCES,
    **segments.SENTENCES,
    **actions.SENTENCES,
    **audit.SENTENCES,
    **customer360.SENTENCES,
}


def sentence(row_note: str | None) -> str | None:
    """What a row note says; an empty one stays empty.

    >>> from valuecast.contracts import row_note
    >>> sentence(row_note("tickets", now=4.0, usual=0.75))
    '4 tickets in 28 days, usually 0.8'
    """
    if not row_note:
        return row_note
    figures = json.loads(row_note)
    return SENTENCES[figures.pop("code")](**figures)


def in_words(table: pa.Table, *columns: str) -> pa.Table:
    """A table with the row notes of these columns in words."""
    for name in columns:
        words = [sentence(each) for each in table[name].to_pylist()]
        table = table.set_column(table.column_names.index(name), name, pa.array(words, pa.string()))
    return table
