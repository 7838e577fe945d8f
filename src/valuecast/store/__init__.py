"""Results folders, whole or not there, that report and service read back; and what a run leaves for the next."""

from valuecast.store.described import describe
from valuecast.store.results import Stored, read, write
from valuecast.store.staging import MANIFEST, check_apart, check_writable, staged, write_text
from valuecast.store.state import STATE, State, fingerprint_of_all, read_state, take_over, write_state

__all__ = [
    "MANIFEST",
    "STATE",
    "State",
    "Stored",
    "check_apart",
    "check_writable",
    "describe",
    "fingerprint_of_all",
    "read",
    "read_state",
    "staged",
    "take_over",
    "write",
    "write_state",
    "write_text",
]
