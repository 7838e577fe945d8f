"""How today's signals go together."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from valuecast.contracts import OUTPUTS
from valuecast.metrics import spearman_score
from valuecast.segments.population import Floats, population

_FEWEST = 3


def signal_correlations(signals: pa.Table, informative: frozenset[str]) -> pa.Table:
    """Spearman's ρ between every two informative signals, over active customers who have both.

    Mid-ranks for equals. Null where fewer than three customers have both, or where one does not vary among them.

    Returns
    -------
    pyarrow.Table
        Contract SIGNAL_CORRELATIONS: every ordered pair, each signal with itself included.
    """
    people = population(signals)
    names = people.present(informative)
    columns = {name: people.column(name)[people.active] for name in names}
    found: list[tuple[str, str, float | None, int]] = []
    for i, name in enumerate(names):
        for other in names[i:]:
            rho, n = _pair(columns[name], columns[other])
            found += [(name, other, rho, n)] if name == other else [(name, other, rho, n), (other, name, rho, n)]
    table = pa.table(
        {
            "signal": pa.array([row[0] for row in found], pa.string()),
            "other": pa.array([row[1] for row in found], pa.string()),
            "correlation": pa.array([row[2] for row in found], pa.float64()),
            "n": pa.array([row[3] for row in found], pa.int64()),
        }
    )
    return OUTPUTS["signal_correlations"].conform(table)


def _pair(first: Floats, second: Floats) -> tuple[float | None, int]:
    known = np.isfinite(first) & np.isfinite(second)
    rho = spearman_score(first[known], second[known])
    n = int(known.sum())
    return (float(np.clip(rho, -1.0, 1.0)) if n >= _FEWEST and np.isfinite(rho) else None), n
