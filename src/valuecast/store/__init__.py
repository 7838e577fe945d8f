"""The results folder: written whole or not at all, and read back by the report and the service."""

from valuecast.store.results import Stored, read, write
from valuecast.store.staging import check_writable, staged, write_text

__all__ = ["Stored", "check_writable", "read", "staged", "write", "write_text"]
