"""Private words that were replaced by the terms of the field do not come back into names."""

from __future__ import annotations

import io
import re
import tokenize
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "src" / "valuecast"
REPLACED = {
    "brought": "customer tables",
    "contest": "cross-window training",
    "lessons": "training rows",
    "leaving": "exit handling",
    "marked": "fingerprints",
    "mended": "partly recomputed",
    "mine": "own, subset",
    "rehearsal": "refit",
    "rehearse": "refit",
    "said": "sentences",
    "spool": "disk table",
    "taught": "training rows",
    "tilt": "prior adjustment",
    "told": "message, what it is",
    "twins": "percentile-transformed signals",
    "usable": "informative",
    "wish": "target, request",
}


def _words(file: Path) -> set[str]:
    """The words that names in a file, and its own, are made of."""
    with io.StringIO(file.read_text(encoding="utf-8")) as text:
        names = {token.string for token in tokenize.generate_tokens(text.readline) if token.type == tokenize.NAME}
    return {word.lower() for name in (*names, file.stem) for word in re.findall(r"[A-Z]?[a-z]+", name)}


@pytest.mark.parametrize("file", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_private_words_stay_away(file: Path) -> None:
    """A name with such a word says what the field would call it."""
    met = {word: REPLACED[word] for word in _words(file) & REPLACED.keys()}
    assert not met, f"{file.name}: {met}"
