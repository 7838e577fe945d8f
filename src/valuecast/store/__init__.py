"""Results, whole or not there: a folder that report and service read back, or a schema of an engine."""

from valuecast.store.described import describe
from valuecast.store.published import MODES, Place, check_place, publish, run_id
from valuecast.store.results import Stored, read, write
from valuecast.store.spool import Spooled, in_memory, spooled
from valuecast.store.staging import MANIFEST, check_apart, check_writable, staged, write_text
from valuecast.store.state import STATE, State, mark_of_all, read_state, take_over, write_state

__all__ = [
    "MANIFEST",
    "MODES",
    "STATE",
    "Place",
    "Spooled",
    "State",
    "Stored",
    "check_apart",
    "check_place",
    "check_writable",
    "describe",
    "in_memory",
    "mark_of_all",
    "publish",
    "read",
    "read_state",
    "run_id",
    "spooled",
    "staged",
    "take_over",
    "write",
    "write_state",
    "write_text",
]
