"""The engines that hold the tables: open, materialise, stream and write, one file or folder an engine.

``connect`` opens a file, folder or address and gives a `Warehouse`; ``open_destination`` opens one to write to, and
``publish`` writes a run's tables to it. ``register`` lists the engines with what they can do, what they do differently,
and by which words their errors are known. ``portable``, ``identifiers`` and ``fingerprints`` hold the expressions that
every engine evaluates alike.
"""

from valuecast.engines import fingerprints, identifiers, portable
from valuecast.engines.disk_table import DiskTable, in_memory, sort_to_disk
from valuecast.engines.opening import connect, open_destination
from valuecast.engines.publishing import MODES, as_written, check_destination, publish, run_id
from valuecast.engines.redaction import redacted, redacted_text
from valuecast.engines.register import ENGINES
from valuecast.engines.trouble import translate_errors
from valuecast.engines.warehouse import Warehouse
from valuecast.engines.writing import Destination

__all__ = [
    "ENGINES",
    "MODES",
    "Destination",
    "DiskTable",
    "Warehouse",
    "as_written",
    "check_destination",
    "connect",
    "fingerprints",
    "identifiers",
    "in_memory",
    "open_destination",
    "portable",
    "publish",
    "redacted",
    "redacted_text",
    "run_id",
    "sort_to_disk",
    "translate_errors",
]
