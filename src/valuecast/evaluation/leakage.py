"""Is a figure too good to be true? Dates, each signal alone, and labels shuffled.

An AUC above 0.99 is rarely earned: more often the label was built from the model's own inputs, or the inputs
look past their date. It sets off an investigation whose outcome is printed beside the figure.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from valuecast.contracts import Note, note
from valuecast.metrics import Bools, Floats, auc_score
from valuecast.windows import Fold

TRIP_WIRE = 0.99
"""AUC above which a result is investigated."""
FEW_CUSTOMERS = 50
"""With fewer, an AUC above the trip-wire is no ground for suspicion by itself."""


@dataclass(frozen=True)
class Permutation:
    """What the model's AUC becomes when it learns from shuffled labels.

    ``p_value`` is the share of shuffles, the true labels among them, that did at least as well.
    ``at_chance`` is whether the shuffled AUCs lie about 0.5, as they must unless labels reach the test rows
    by another way.
    """

    auc: float
    shuffled: Floats
    p_value: float
    at_chance: bool


@dataclass(frozen=True)
class Leakage:
    """The outcome: whether the trip-wire was touched, whether something was found, and what was looked at."""

    tripped: bool
    suspected: bool
    notes: tuple[Note, ...]


def overlapping_folds(folds: Sequence[Fold], horizon: int) -> tuple[Note, ...]:
    """Training windows whose future had not ended when the prediction was made: there must be none.

    Parameters
    ----------
    folds : sequence of Fold
        For ``horizon`` [months].

    Returns
    -------
    tuple of Note
        One for each overlap.
    """
    return tuple(
        note(
            "future_overlaps",
            window=fold.predict.window_id,
            as_of=fold.predict.as_of,
            training=window.window_id,
            future_end=window.future_end(horizon),
        )
        for fold in folds
        for window in fold.train
        if window.future_end(horizon) > fold.predict.as_of
    )


def signals_alone(signals: pa.Table, labels: pa.Table, window_id: str, *, horizon: int) -> dict[str, float]:
    """AUC of each signal by itself in one window, whichever way it points, best first.

    Parameters
    ----------
    signals, labels : pyarrow.Table
        Contracts SIGNALS and LABELS. A customer whose signal is null counts as lying below all others.

    Returns
    -------
    dict of str to float
        At least 0.5; a signal that is entirely null, or a window with one class, is left out.
    """
    known = labels.filter(pc.and_(pc.equal(labels["horizon_months"], horizon), pc.is_valid(labels["high_value"])))
    names = [name for name in signals.column_names if name not in ("window_id", "customer_id", "active")]
    subset = signals.filter(pc.equal(signals["window_id"], window_id))
    key = ["window_id", "customer_id"]
    both = subset.join(known.select([*key, "high_value"]), key, join_type="inner").sort_by("customer_id")
    actual = both["high_value"].to_numpy(zero_copy_only=False).astype(np.bool_)
    found = {}
    for name in names:
        values = both[name].cast(pa.float64()).to_numpy()
        auc = auc_score(actual, np.where(np.isnan(values), -np.inf, values))
        if not np.isnan(values).all() and not np.isnan(auc):
            found[name] = max(auc, 1 - auc)
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def permutation_test(
    learn: Callable[[Bools], Floats],
    train_actual: Bools,
    test_actual: Bools,
    train_window: np.ndarray,
    *,
    permutations: int,
    rng: np.random.Generator,
) -> Permutation:
    """Learn again from labels shuffled within each training window (Ojala and Garriga, 2010).

    Parameters
    ----------
    learn : callable
        Takes labels of the training rows, gives the ranking of the test rows.
    train_actual, test_actual : ndarray of bool
        True labels.
    train_window : ndarray (n,)
        Window of each training row.
    permutations : int
        Shuffles.
    """
    auc = auc_score(test_actual, learn(train_actual))
    shuffled = np.array(
        [auc_score(test_actual, learn(_shuffled(train_actual, train_window, rng))) for _ in range(permutations)]
    )
    p_value = (1 + int((shuffled >= auc).sum())) / (permutations + 1)
    low, high = np.quantile(shuffled, [0.025, 0.975]) if permutations else (0.5, 0.5)
    return Permutation(auc, shuffled, p_value, bool(low <= 0.5 <= high))


def investigate(
    signals: pa.Table,
    labels: pa.Table,
    folds: Sequence[Fold],
    metrics: pa.Table,
    *,
    horizon: int,
    chosen: str | None,
    shuffle: Callable[[], Permutation] | None = None,
) -> Leakage:
    """Check the dates always, and the rest when an AUC of the test window touches the trip-wire.

    Parameters
    ----------
    signals, labels : pyarrow.Table
        Contracts SIGNALS and LABELS.
    folds : sequence of Fold
        For ``horizon`` [months].
    metrics : pyarrow.Table
        Contract ``backtest_metrics``.
    chosen : str or None
        The chosen model.
    shuffle : callable, optional
        Runs `permutation_test` on the chosen model; called only when the trip-wire is touched.
    """
    if not folds:
        return Leakage(False, False, (note("nothing_to_doubt"),))
    overlaps = overlapping_folds(folds, horizon)
    notes = list(overlaps) or [note("futures_had_ended")]
    tests = [fold.predict.window_id for fold in folds if fold.role == "test"]
    high = _too_good(metrics, horizon)
    if not high:
        return Leakage(False, bool(overlaps), (*notes, note("no_high_auc", limit=TRIP_WIRE)))
    notes += [note("high_auc", method=name, auc=auc, limit=TRIP_WIRE) for name, auc, _ in high]
    alone = signals_alone(signals, labels, tests[0], horizon=horizon) if tests else {}
    suspects = tuple((name, auc) for name, auc in alone.items() if auc > TRIP_WIRE)
    few = high[0][2] < FEW_CUSTOMERS
    if few:
        notes.append(note("high_auc_of_few", customers=high[0][2]))
    if suspects:
        notes.append(note("high_auc_of_signals", signals=suspects))
    elif alone:
        name = next(iter(alone))
        notes.append(note("high_auc_unexplained", signal=name, auc=alone[name]))
    shuffled = shuffle() if shuffle and chosen else None
    if shuffled:
        notes.append(_on_shuffles(shuffled))
    suspected = bool(overlaps or (suspects and not few) or (shuffled and not shuffled.at_chance))
    return Leakage(True, suspected, tuple(notes))


def _shuffled(actual: Bools, window: np.ndarray, rng: np.random.Generator) -> Bools:
    mixed = actual.copy()
    for one in np.unique(window):
        mixed[window == one] = rng.permutation(actual[window == one])
    return mixed


def _too_good(metrics: pa.Table, horizon: int) -> list[tuple[str, float, int]]:
    rows = [
        (row["method"], row["value"], row["n"])
        for row in metrics.to_pylist()
        if (row["task"], row["horizon_months"], row["split"], row["metric"])
        == ("identification", horizon, "test", "auc")
    ]
    return sorted((row for row in rows if row[1] > TRIP_WIRE), key=lambda row: (-row[1], row[0]))


def _on_shuffles(found: Permutation) -> Note:
    mean = float(found.shuffled.mean()) if len(found.shuffled) else None
    return note("high_auc_of_shuffled_labels", mean=mean, shuffles=len(found.shuffled), at_chance=found.at_chance)
