"""Open an address as Ibis does, for any engine that needs nothing of its own."""

from __future__ import annotations

from typing import Any

import ibis

from valuecast.engines.redaction import first_line, redacted
from valuecast.engines.warehouse import Warehouse
from valuecast.errors import SourceError


def open_address(source: str, memory_limit_gb: float) -> Warehouse:
    """All tables behind an address; the engine there sees to its own memory, so the limit is not looked at.

    Raises
    ------
    SourceError
        When the address is refused, or holds no table; the message shows no secret of the address.
    """
    connection: Any = None
    try:
        connection = ibis.connect(source)
        tables = {name: connection.table(name) for name in sorted(connection.list_tables())}
    except Exception as error:
        if connection is not None:
            connection.disconnect()
        raise SourceError(
            "the address cannot be opened",
            where=redacted(source),
            got=first_line(error, source),
            hint="check host, user and password, and that the driver is installed, such as valuecast[postgres]",
        ) from None
    if not tables:
        connection.disconnect()
        raise SourceError(
            "the source holds no table",
            where=redacted(source),
            hint="name the schema in the address, and see whether the role may read its tables",
        )
    return Warehouse(connection, redacted(source), tables)
