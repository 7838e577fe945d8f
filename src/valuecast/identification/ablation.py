"""What each dimension is worth: the chosen model learned again without it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pyarrow as pa
from threadpoolctl import threadpool_limits

from valuecast.contracts import SIGNAL_CATALOGUE
from valuecast.identification.candidates import CANDIDATES, Candidate
from valuecast.identification.cross_window import learned, training_rows
from valuecast.identification.observations import observe
from valuecast.windows import Fold

EVERYTHING = "(nothing)"


def ablate(
    signals: pa.Table,
    labels: pa.Table,
    fold: Fold,
    *,
    horizon: int,
    informative: frozenset[str],
    model: str,
    settings: Mapping[str, float | None],
    seed: int,
    candidates: Sequence[Candidate] = CANDIDATES,
) -> pa.Table:
    """Predict the fold's window with the chosen model, learned with every signal and without each dimension in turn.

    Parameters
    ----------
    signals, labels, horizon, informative, seed, candidates
        As for `identify`.
    fold : Fold
        The one whose predicted window is the test window.
    model, settings
        ``chosen`` and ``settings`` of `Identified`.

    Returns
    -------
    pyarrow.Table
        ``customer_id``, ``left_out`` (a dimension, or `EVERYTHING`), ``raw``. A dimension without which the
        model has no signal left is not there.
    """
    with threadpool_limits(1, user_api="blas"):
        rows = observe(signals, labels, horizon=horizon, informative=informative)
        train = training_rows(rows.of([window.window_id for window in fold.train], labelled=True), seed)
        test = rows.of([fold.predict.window_id], labelled=True)
        parts = []
        for left_out in (EVERYTHING, *dict.fromkeys(_dimension(name) for name in rows.names)):
            kept = [name for name in rows.names if _dimension(name) != left_out]
            if not kept or not len(test.y) or train.one_class or not _takes(model, kept, candidates):
                continue
            fitted, names = learned(model, settings, train, train.outcome, kept, seed, candidates)
            parts.append(_rows(test.customer, left_out, fitted.predict(test.columns(names))))
    return pa.concat_tables(parts) if parts else _rows(np.array([], dtype=object), "", np.zeros(0))


def _takes(model: str, kept: Sequence[str], candidates: Sequence[Candidate]) -> bool:
    named = [candidate for candidate in candidates if candidate.name == model]
    return not named or bool(named[0].signals(kept))


def _rows(customer: np.ndarray, left_out: str, raw: np.ndarray) -> pa.Table:
    return pa.table(
        {
            "customer_id": pa.array(customer.tolist(), pa.string()),
            "left_out": pa.array([left_out] * len(customer), pa.string()),
            "raw": pa.array(raw, pa.float64()),
        }
    )


def _dimension(signal: str) -> str:
    return SIGNAL_CATALOGUE[signal].dimension if signal in SIGNAL_CATALOGUE else signal
