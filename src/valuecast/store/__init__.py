"""The results folder: written whole or not at all, and read back by the report and the service."""

from valuecast.store.results import Results, read, write
from valuecast.store.staging import check_writable, staged, write_text

__all__ = ["Results", "check_writable", "read", "staged", "write", "write_text"]
