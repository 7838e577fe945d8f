"""Where data come from: connect to the tables a team has, and turn them into the canonical tables.

``connect`` opens a file, folder or address; ``coercion`` names and types columns; ``pendo`` and ``events`` know
their tables. Sources register under the entry point group ``valuecast.sources``.
"""

from valuecast.sources.connect import connect
from valuecast.sources.destination import destination
from valuecast.sources.detection import Detected, detect
from valuecast.sources.redaction import redacted
from valuecast.sources.source import Source, known_sources, open_source
from valuecast.sources.trouble import telling
from valuecast.sources.warehouse import Warehouse

__all__ = [
    "Detected",
    "Source",
    "Warehouse",
    "connect",
    "destination",
    "detect",
    "known_sources",
    "open_source",
    "redacted",
    "telling",
]
