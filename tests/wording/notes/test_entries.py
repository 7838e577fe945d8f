"""Every note that a step gives has its sentence, and every sentence a step that gives it."""

from __future__ import annotations

import pytest
from tests.wording.calls import asked, calls_of

from valuecast.contracts import Note, note
from valuecast.wording.notes import SENTENCES, as_data, sentence


@pytest.mark.parametrize(("code", "figures", "place"), [pytest.param(*call, id=call[2]) for call in calls_of("note")])
def test_a_note_gives_what_its_sentence_needs(code: str, figures: frozenset[str], place: str) -> None:
    """A sentence asks for no figure that the step does not give."""
    assert "**" in figures or asked(SENTENCES[code]) <= figures, place


def test_no_sentence_is_left_without_a_step() -> None:
    """An entry whose code no step gives is dead."""
    assert set(SENTENCES) == {code for code, _, _ in calls_of("note")}


def test_an_outsider_brings_its_sentence() -> None:
    """A code that is not ours is filled from the note's own template; without one it is an error."""
    mine = Note("mine", {"n": 2}, "{n:plural rule} {n:verb was were} skipped.")
    assert str(sentence(mine)) == "2 rules were skipped."
    assert as_data(mine)["template"] == mine.template
    with pytest.raises(KeyError):
        sentence(note("mine", n=2))


def test_figures_keep_their_place_in_the_manifest() -> None:
    """Each number of a note says where it is written down."""
    told = sentence(note("tier_by_thirds", different=9, needed=15))
    assert [(claim.value, claim.column) for claim in told.claims] == [
        (9, "notes_as_data.figures.different"),
        (15, "notes_as_data.figures.needed"),
    ]
