"""The sentence of every note that a step gives: one module a room, one entry a code.

An entry is a template for `valuecast.wording.say`, or a function of the note's figures where they decide on the words.

>>> from valuecast.contracts import note
>>> str(sentence(note("trend_windows_left_out", horizon=3, windows=("W1",))))
'The 3-month trend leaves out W1: the data do not cover 3 months on both sides of it.'
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from valuecast.contracts import Finding, Note, as_plain
from valuecast.wording.figures import Figures, Wording, worded
from valuecast.wording.notes import (
    actions,
    customer360,
    evidence,
    identification,
    plan,
    sampling,
    scores,
    segments,
    trends,
)
from valuecast.wording.sentences import Sentence

SENTENCES: Mapping[str, Wording] = {
    **plan.SENTENCES,
    **sampling.SENTENCES,
    **scores.SENTENCES,
    **segments.SENTENCES,
    **identification.SENTENCES,
    **trends.SENTENCES,
    **evidence.SENTENCES,
    **actions.SENTENCES,
    **customer360.SENTENCES,
}


def sentence(note: Note) -> Sentence:
    """What a note says; a note with a code of an outsider brings its template along.

    Raises
    ------
    KeyError
        When neither the code has an entry nor the note a template.
    """
    figures = Figures(note.figures, "manifest", {"code": note.code}, "notes_as_data.figures")
    return worded(note.template or SENTENCES[note.code], figures)


def as_data(note: Note) -> dict[str, Any]:
    """A note as it stands in the manifest, with its sentence."""
    figures = {name: _plain(value) for name, value in note.figures.items()}
    template = {"template": note.template} if note.template else {}
    return {"code": note.code, "figures": figures, **template, "text": str(sentence(note))}


def _plain(value: Any) -> Any:
    if isinstance(value, Finding):
        return {"code": value.code, "table": value.table, "column": value.column, "count": value.count}
    return as_plain(value)
