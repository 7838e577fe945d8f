"""A second opinion: do the same rankings find customers that are high-value by another definition?"""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa
import pyarrow.compute as pc

from valuecast.contracts import OUTPUTS, Note, note
from valuecast.evaluation.backtest import evaluate_identification
from valuecast.windows import Fold

LEAST = 10
"""Fewest customers on either side for a definition to be judged."""
METRICS = ("r_precision", "auc")


def evaluate_other_definitions(
    definitions: pa.Table,
    scores: pa.Table,
    predictions: pa.Table,
    labels: pa.Table,
    folds: Sequence[Fold],
    *,
    horizon: int,
    share: float,
    bootstrap: int,
    seed: int,
) -> tuple[pa.Table, tuple[Note, ...]]:
    """Measure every ranking on the test window by each other definition; nothing is chosen from it.

    Parameters
    ----------
    definitions : pyarrow.Table
        Contract DEFINITIONS, for the test window.
    scores, predictions, labels, folds, horizon, share, bootstrap, seed
        As for `evaluate_identification`.

    Returns
    -------
    tuple of pyarrow.Table and tuple of Note
        Contract ``other_definitions``, and a note for each definition with fewer than `LEAST` customers on a side.
    """
    table, notes = OUTPUTS["other_definitions"], list[Note]()
    parts = [table.empty()]
    base = labels.filter(pc.equal(labels["horizon_months"], horizon)).drop_columns(["high_value"])
    for name in sorted(set(definitions["definition"].to_pylist())):
        subset = definitions.filter(pc.equal(definitions["definition"], name)).drop_columns(["definition"])
        high = int(pc.sum(subset["high_value"]).as_py() or 0)
        if min(high, subset.num_rows - high) < LEAST:
            notes.append(note("definition_not_judged", definition=name, high=high, customers=subset.num_rows))
            continue
        other = base.join(subset, ["window_id", "customer_id"], join_type="inner", use_threads=False)
        measured = evaluate_identification(
            scores, predictions, other, folds, horizon=horizon, chosen=None, share=share, bootstrap=bootstrap, seed=seed
        ).metrics
        kept = measured.filter(pc.is_in(measured["metric"], pa.array(METRICS, pa.string())))
        kept = kept.drop_columns(["task", "horizon_months", "split"])
        count = kept.num_rows
        kept = kept.append_column("definition", pa.array([name] * count, pa.string()))
        parts.append(table.conform(kept.append_column("high_value", pa.array([high] * count, pa.int64()))))
    return table.conform(pa.concat_tables(parts)), tuple(notes)
