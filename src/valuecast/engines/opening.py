"""Open an engine by its address: to read the tables in it, or to write results to it."""

from __future__ import annotations

from valuecast.engines.addresses import open_address
from valuecast.engines.redaction import first_line, redacted
from valuecast.engines.register import ENGINES, engine_of
from valuecast.engines.warehouse import Warehouse
from valuecast.engines.writing import Destination, check_schema
from valuecast.errors import OutputError, SourceError


def connect(source: str, *, memory_limit_gb: float = 3.5) -> Warehouse:
    """Open a source for reading: a file or folder, or any address that Ibis opens.

    Files are read through the embedded engine, which never writes to them. An address with ``://`` keeps the work in
    the engine that it names.

    Raises
    ------
    SourceError
        When it does not exist, cannot be read, holds no table, or the address is refused.
    """
    engine = engine_of(source)
    return (engine.read if engine else open_address)(source, memory_limit_gb)


def open_destination(address: str, schema: str) -> Destination:
    """A schema or database that may be written to; a DuckDB file that does not exist is made.

    Raises
    ------
    OutputError
        When the name of the schema cannot be used, the engine cannot be opened, or results cannot be written to it.
    """
    check_schema(schema)
    name, engine = redacted(address), engine_of(address)
    if engine is None or engine.writing is None:
        raise _refused(OutputError("results cannot be written there"), name)
    try:
        connection = engine.writing.open(address)
    except OutputError as error:
        raise _refused(error, name) from None
    except SourceError as error:
        raise OutputError(error.what, where=name, expected=error.expected, hint=error.hint) from None
    except Exception as error:
        raise OutputError(
            "the engine to write to cannot be opened",
            where=name,
            got=first_line(error, address),
            hint="check host, user and password, and that nobody else has the file open",
        ) from None
    return Destination(connection, name, schema, engine.writing.writer(connection, schema))


def _refused(error: OutputError, name: str) -> OutputError:
    """A place that takes no results, with those that do."""
    embedded, *others = (engine.name for engine in ENGINES if engine.writing)
    expected = f"a {embedded} file, or an address of {' or '.join(others)}"
    return OutputError(error.what, where="--write-to", got=name, expected=expected, hint=error.hint)
