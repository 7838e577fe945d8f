"""Every note that a step gives has its sentence, and every sentence a step that gives it."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import valuecast
from valuecast.contracts import Note, note
from valuecast.wording.notes import SENTENCES, sentence


def _calls() -> Iterator[tuple[str, frozenset[str], str]]:
    """Code, names of figures and place of every call of `note` in the package."""
    for path in sorted(Path(valuecast.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "note":
                code = node.args[0]
                assert isinstance(code, ast.Constant), f"{path}:{node.lineno}: a code is written where it is given"
                yield code.value, frozenset(k.arg or "**" for k in node.keywords), f"{path.name}:{node.lineno}"


@pytest.mark.parametrize(("code", "figures", "place"), [pytest.param(*call, id=call[2]) for call in _calls()])
def test_a_note_gives_what_its_sentence_needs(code: str, figures: frozenset[str], place: str) -> None:
    """A template names no figure that the step does not give; a function takes just those."""
    entry = SENTENCES[code]
    if isinstance(entry, str):
        asked = {name for _, name, _, _ in Formatter().parse(entry) if name}
        assert asked <= figures, place
    else:
        assert figures == set(inspect.signature(entry).parameters), place


def test_no_sentence_is_left_without_a_step() -> None:
    """An entry whose code no step gives is dead."""
    assert set(SENTENCES) == {code for code, _, _ in _calls()}


def test_an_outsider_brings_its_sentence() -> None:
    """A code that is not ours is filled from the note's own template; without one it is an error."""
    assert (
        str(sentence(Note("mine", {"n": 2}, "{n:plural rule} {n:verb was were} skipped."))) == "2 rules were skipped."
    )
    with pytest.raises(KeyError):
        sentence(note("mine", n=2))
