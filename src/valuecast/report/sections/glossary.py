"""The words of the report, each with its meaning."""

from __future__ import annotations

from valuecast.contracts import DIMENSIONS
from valuecast.report.blocks import Section, bullets
from valuecast.report.results import Results
from valuecast.wording.report import glossary as words


def section(results: Results) -> Section:
    """Words used."""
    meanings = [
        (f"{word}:", results.say(meaning, rest=1 - results.share, dimensions=DIMENSIONS))
        for word, meaning in words.MEANINGS.items()
    ]
    return Section("words", words.TITLE, bullets(meanings))
