"""Every row note that a step leaves in a table has its sentence, and every sentence a step that leaves it."""

from __future__ import annotations

import inspect

import pytest
from tests.wording.calls import calls_of

from valuecast.wording.rows import SENTENCES


@pytest.mark.parametrize(("code", "figures", "place"), [pytest.param(*c, id=c[2]) for c in calls_of("row_note")])
def test_a_row_note_gives_what_its_sentence_takes(code: str, figures: frozenset[str], place: str) -> None:
    """The figures that a step gives are the parameters of the sentence."""
    assert figures == set(inspect.signature(SENTENCES[code]).parameters), place


def test_no_sentence_is_left_without_a_step() -> None:
    """An entry whose code no step gives is dead."""
    assert set(SENTENCES) == {code for code, _, _ in calls_of("row_note")}
