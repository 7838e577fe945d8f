"""The sections of the report in reading order: each takes the results and chooses words, tables and figures."""

from __future__ import annotations

from collections.abc import Callable

from valuecast.report.blocks import Section
from valuecast.report.results import Results
from valuecast.report.sections import (
    alerts,
    asked,
    computed,
    drivers,
    evidence,
    glossary,
    headline,
    history,
    limits,
    segments,
    snapshot,
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
    history.section,
    trends.section,
    drivers.section,
    alerts.section,
    worklist.section,
    computed.section,
    limits.section,
    glossary.section,
)
SNAPSHOT: tuple[Callable[[Results], Section], ...] = (
    snapshot.section,
    support.section,
    computed.section,
    limits.section,
)
"""The sections of a snapshot without dated rows: there is no future, and so neither evidence nor trend."""


def sections(results: Results) -> tuple[Section, ...]:
    """Every section; one that lacks its data says what could not be done, and why."""
    described = results.has("customer360_customers")
    return tuple(write(results) for write in (SNAPSHOT if described else SECTIONS))


def title(results: Results) -> str:
    """The report's title."""
    if results.has("customer360_customers"):
        return "Customer value: what a snapshot of the customers says, and what it cannot say"
    return f"Customer value: which {results.grain}s are valuable, which will be, and what to do"


__all__ = ["SECTIONS", "sections", "title"]
