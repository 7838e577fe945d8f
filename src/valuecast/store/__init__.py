"""Results, whole or not there: a folder that report and service read back, or a schema of an engine."""

from valuecast.store.described import describe
from valuecast.store.published import MODES, Place, check_place, publish, run_id
from valuecast.store.results import Stored, read, write
from valuecast.store.spool import Spooled, in_memory, spooled
from valuecast.store.staging import check_writable, staged, write_text

__all__ = [
    "MODES",
    "Place",
    "Spooled",
    "Stored",
    "check_place",
    "check_writable",
    "describe",
    "in_memory",
    "publish",
    "read",
    "run_id",
    "spooled",
    "staged",
    "write",
    "write_text",
]
