"""Kinds of tables: what a team has, turned into the canonical tables.

``detection`` tells which kind it is; ``coercion`` names and types columns and counts what could not be converted;
``pendo``, ``events`` and ``customer360`` know their tables. Sources register under the entry point group
``valuecast.sources``.
"""

from valuecast.sources.coercion import Ids
from valuecast.sources.detection import Detected, detect, only_a_list
from valuecast.sources.source import Source, known_sources, open_source

__all__ = ["Detected", "Ids", "Source", "detect", "known_sources", "only_a_list", "open_source"]
