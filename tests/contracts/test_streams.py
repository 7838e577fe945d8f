"""Everything random is drawn from a registered stream."""

from __future__ import annotations

import ast
from pathlib import Path

import numpy as np
import pytest

import valuecast
from valuecast.contracts.streams import STREAMS, stream

SOURCE = Path(valuecast.__file__).parent


def _calls(file: Path, name: str) -> list[ast.Call]:
    found = [node for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    return [node for node in found if getattr(node.func, "attr", getattr(node.func, "id", "")) == name]


def test_nobody_else_makes_a_generator() -> None:
    """Only the register does; the simulator and the check of a score, which draw worlds, have streams of their own."""
    files = (file for file in SOURCE.rglob("*.py") if file.parent.name != "simulate" and file.name != "testing.py")
    made = {file.relative_to(SOURCE).as_posix() for file in files if _calls(file, "default_rng")}
    assert made == {"contracts/streams.py"}


def test_every_stream_is_drawn_from_and_none_is_unknown() -> None:
    """The names in the code are those of the register."""
    asked = {call.args[0] for file in SOURCE.rglob("*.py") for call in _calls(file, "stream") if len(call.args) > 1}
    assert {name.value for name in asked if isinstance(name, ast.Constant)} == set(STREAMS)


@pytest.mark.parametrize("name", STREAMS)
def test_a_stream_is_made_of_the_seed_alone(name: str) -> None:
    """The same seed gives the same numbers, another seed others, and it says what it is for."""
    one, again, other = (stream(name, seed).random(4) for seed in (5, 5, 6))
    assert np.array_equal(one, again)
    assert not np.array_equal(one, other)
    assert STREAMS[name].purpose
