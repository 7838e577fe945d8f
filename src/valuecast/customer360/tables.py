"""What the analysis of a snapshot writes, and the two shapes that most of it has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyarrow as pa

from valuecast.contracts import OUTPUTS


def table(name: str, rows: Sequence[dict[str, Any]]) -> pa.Table:
    """Rows as the declared output table."""
    return OUTPUTS[name].conform(pa.Table.from_pylist(list(rows), schema=OUTPUTS[name].empty().schema))
