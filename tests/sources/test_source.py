"""Kinds of source: registered as outsiders register theirs, each by one name."""

from __future__ import annotations

from importlib.metadata import EntryPoint

import pytest

from valuecast.config import EventsMapping
from valuecast.engines import Warehouse
from valuecast.errors import ConfigurationError
from valuecast.sources import known_sources, open_source, source


def test_ours_are_registered_as_anybody_s() -> None:
    """The three kinds of ours come through the entry points."""
    assert {"pendo", "events", "customer360"} <= set(known_sources())


def test_an_unknown_kind_is_named(warehouse: Warehouse) -> None:
    """With the nearest that is known."""
    with pytest.raises(ConfigurationError) as met:
        open_source("pando", warehouse, EventsMapping())
    assert met.value.hint == "did you mean 'pendo'?"


def test_two_sources_of_one_name_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Which of them would read the tables would be left to chance."""
    points = [EntryPoint("pendo", f"package_{n}:Pendo", source.GROUP) for n in (1, 2)]
    monkeypatch.setattr(source, "entry_points", lambda group: points)
    with pytest.raises(ConfigurationError) as met:
        known_sources()
    assert met.value.what == "two installed sources have one name"
    assert met.value.got == "'pendo'"
