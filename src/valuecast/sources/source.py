"""What a source is, and the sources that are installed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from importlib.metadata import EntryPoint, entry_points
from typing import Protocol, runtime_checkable

from valuecast.config import EventsMapping
from valuecast.contracts import Canonical, InputTable, Join
from valuecast.engines import Warehouse
from valuecast.errors import ConfigurationError, nearest
from valuecast.sources.coercion import NO_SPELLING


@runtime_checkable
class Source(Protocol):
    """Turns one kind of tables into the canonical ones."""

    kind: str
    grains: tuple[str, ...]
    default_value: Mapping[str, float]

    def inputs(self) -> tuple[InputTable, ...]:
        """The tables it read, typed, for the audit."""
        ...

    def joins(self) -> tuple[Join, ...]:
        """The joins it relies on, for the audit."""
        ...

    def canonical(self, grain: str) -> Canonical:
        """The canonical tables at one grain."""
        ...


def known_sources() -> dict[str, EntryPoint]:
    """The installed kinds of source by name."""
    return {point.name: point for point in sorted(entry_points(group="valuecast.sources"), key=lambda p: p.name)}


def open_source(
    kind: str, warehouse: Warehouse, mapping: EventsMapping, spelling: Mapping[str, Collection[str]] = NO_SPELLING
) -> Source:
    """Read a warehouse as one kind of source; ``spelling`` says how ids are spelt alike, by what they are of.

    Raises
    ------
    ConfigurationError
        When the kind is unknown, or a mapped table or column is not there.
    """
    known = known_sources()
    if kind not in known:
        raise ConfigurationError(
            "unknown kind of source",
            where="kind",
            got=kind,
            expected="one of " + ", ".join(known),
            hint=nearest(kind, known),
        )
    open_it = known[kind].load().open
    source: Source = open_it(warehouse, mapping, spelling) if spelling else open_it(warehouse, mapping)
    return source
