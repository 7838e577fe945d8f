"""The sections of the report in reading order: each takes the results and chooses words, tables and figures."""

from __future__ import annotations

from collections.abc import Callable

from valuecast.report.blocks import Section
from valuecast.report.results import Results
from valuecast.report.sections import (
    asked,
    computed,
    drivers,
    evidence,
    glossary,
    headline,
    limits,
    segments,
    support,
    trends,
    valuable,
    worklist,
)

SECTIONS: tuple[Callable[[Results], Section], ...] = (
    headline.section,
    asked.section,
    support.section,
    valuable.section,
    evidence.section,
    segments.section,
    trends.section,
    drivers.section,
    worklist.section,
    computed.section,
    limits.section,
    glossary.section,
)


def sections(results: Results) -> tuple[Section, ...]:
    """Every section; one that lacks its data says what could not be done, and why."""
    return tuple(write(results) for write in SECTIONS)


def title(results: Results) -> str:
    """The report's title."""
    return f"Customer value: which {results.grain}s are valuable, which will be, and what to do"


__all__ = ["SECTIONS", "sections", "title"]
