"""The sentence of every note that a step gives: one module a room, one entry a code.

An entry is a template for `valuecast.wording.say`, or a function of the note's figures where they decide on the words.

>>> from valuecast.contracts import note
>>> str(sentence(note("trend_windows_left_out", horizon=3, windows=("W1",))))
'The 3-month trend leaves out W1: the data do not cover 3 months on both sides of it.'
"""

from __future__ import annotations

from collections.abc import Mapping

from valuecast.contracts import Note
from valuecast.wording.notes import plan, trends
from valuecast.wording.notes.entry import Entry
from valuecast.wording.sentences import Sentence, say

SENTENCES: Mapping[str, Entry] = {**plan.SENTENCES, **trends.SENTENCES}


def sentence(note: Note) -> Sentence:
    """What a note says; a note with a code of an outsider brings its template along.

    Raises
    ------
    KeyError
        When neither the code has an entry nor the note a template.
    """
    entry = note.template or SENTENCES[note.code]
    return say(entry, **note.figures) if isinstance(entry, str) else entry(**note.figures)
