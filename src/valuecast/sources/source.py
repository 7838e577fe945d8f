"""What a source is, and the sources that are installed."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import EntryPoint, entry_points
from itertools import pairwise
from typing import Protocol, runtime_checkable

from valuecast.config import EventsMapping
from valuecast.contracts import Canonical, InputTable, Join
from valuecast.engines import Warehouse
from valuecast.errors import ConfigurationError, nearest
from valuecast.sources.coercion import AS_THEY_ARE, Ids

GROUP = "valuecast.sources"


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
    """Every kind of source registered under the entry point group ``valuecast.sources``; ours come the same way.

    Raises
    ------
    ConfigurationError
        When two installed sources have one name.
    """
    points = sorted(entry_points(group=GROUP), key=lambda point: point.name)
    repeated = next((one.name for one, other in pairwise(points) if one.name == other.name), None)
    if repeated is not None:
        raise ConfigurationError("two installed sources have one name", where=GROUP, got=repeated)
    return {point.name: point for point in points}


def open_source(kind: str, warehouse: Warehouse, mapping: EventsMapping, ids: Ids = AS_THEY_ARE) -> Source:
    """Read a warehouse as one kind of source; ``ids`` says how to write its ids alike, and whose rows to leave out.

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
    source: Source = open_it(warehouse, mapping, ids) if ids else open_it(warehouse, mapping)
    return source
