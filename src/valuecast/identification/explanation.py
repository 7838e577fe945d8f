"""Why: which signals the chosen model leans on, which weigh most for each customer, and what would change its tier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from valuecast.contracts import OUTPUTS, SIGNAL_CATALOGUE, Note, note, row_note
from valuecast.contracts.streams import stream
from valuecast.identification import changes, importance
from valuecast.identification.candidates import Fitted
from valuecast.identification.cross_window import Run
from valuecast.identification.observations import Observations, signal_of
from valuecast.identification.thresholds import Tiers
from valuecast.metrics import Bools, Floats, spearman_score
from valuecast.windows import Fold

REASONS = 3
_NEGLIGIBLE = 1e-9
_REASONS_SCHEMA = pa.schema([(name, pa.string()) for name in ("customer_id", "tier", "reasons", "would_change")])
NO_REASONS = _REASONS_SCHEMA.empty_table()


@dataclass(frozen=True)
class Explained:
    """The parts of `Identified` that explain; ``notes`` says what could not be."""

    importances: pa.Table
    dimension_importances: pa.Table
    reasons_today: pa.Table
    contributions_today: pa.Table
    notes: tuple[Note, ...]


def explain(
    run: Run, rows: Observations, folds: Sequence[Fold], predictions: pa.Table, cut: Tiers, seed: int
) -> Explained:
    """Explain the chosen model: on the test window as a whole, and today customer by customer."""
    by_role = {fold.role: fold.predict.window_id for fold in folds}
    signals, dimensions = OUTPUTS["feature_importances"].empty(), OUTPUTS["dimension_importances"].empty()
    why, parts = NO_REASONS, OUTPUTS["hv_contributions_today"].empty()
    if "test" in by_role:
        test = rows.of([by_role["test"]], labelled=True)
        fitted = run.fitted[by_role["test"]]
        signals, dimensions = importance.permuted(fitted, run.names, test, stream("importances", seed))
    if "today" in by_role:
        fitted, subset = run.fitted[by_role["today"]], rows.of([by_role["today"]])
        probability = _probability(predictions, run.name, by_role["today"])
        reasoned = reasons(fitted, run.names, subset)
        why = reasoned.append_column("tier", pa.array(cut.of(probability), pa.string())).append_column(
            "would_change", pa.array(changes.next_tier(fitted, run.names, subset, probability, cut), pa.string())
        )
        why = why.select(_REASONS_SCHEMA.names)
        parts = contributions(fitted, run.names, subset)
    return Explained(signals, dimensions, why, parts, () if signals.num_rows else (note("importances_unknown"),))


def contributions(fitted: Fitted, names: Sequence[str], rows: Observations) -> pa.Table:
    """What each signal adds to each customer's prediction; with ``base`` it sums to ``prediction``.

    ``prediction`` is that sum: the model's output on its scale, before a probability is kept a millionth away from 0
    and 1.

    Returns
    -------
    pyarrow.Table
        Contract ``hv_contributions_today``.
    """
    x = rows.columns(names)
    added = fitted.contributions(x)
    count = len(rows.customer)
    columns = {
        "customer_id": pa.array(rows.customer.tolist(), pa.string()),
        "scale": pa.array([fitted.scale] * count, pa.string()),
        "base": np.full(count, fitted.base),
        "prediction": fitted.base + added.sum(axis=1),
    }
    by_signal = {signal_of(name): added[:, place] for place, name in enumerate(names)}
    return OUTPUTS["hv_contributions_today"].conform(pa.table(columns | by_signal))


def _dimension(signal: str) -> str:
    return SIGNAL_CATALOGUE[signal].dimension if signal in SIGNAL_CATALOGUE else signal


def _probability(predictions: pa.Table, model: str, window: str) -> Floats:
    """Calibrated probabilities of one window, in the order of its customers."""
    subset = predictions.to_pandas().query("model == @model and window_id == @window").sort_values("customer_id")
    probability: Floats = subset["probability"].to_numpy(dtype=np.float64)
    return probability


def reasons(fitted: Fitted, names: Sequence[str], rows: Observations) -> pa.Table:
    """The three kinds of signal that weigh most in each customer's probability today.

    Contributions are taken against the usual one (the median of today's active customers) and added up by
    dimension, because signals of one dimension say much the same; the three weightiest dimensions are named by
    their weightiest signal of the same direction. A signal that only corrects another (its contributions
    fall where the probability rises) is never named: "more minutes speak against it" would mislead.

    Returns
    -------
    pyarrow.Table
        ``customer_id``, ``reasons`` (row notes); a row for each active customer.
    """
    added = fitted.contributions(rows.columns(names))
    names = [signal_of(name) for name in names]
    x = rows.columns(names)
    may_name = _agrees(added)
    added = added - np.median(added, axis=0) if len(added) else added
    dimensions = np.array([_dimension(name) for name in names])
    groups = [np.flatnonzero(dimensions == dimension) for dimension in dict.fromkeys(dimensions.tolist())]
    total = np.column_stack([added[:, group].sum(axis=1) for group in groups])
    usual = [_median(column) for column in x.T]
    picked = np.column_stack([_weightiest(added, group, may_name, total[:, g]) for g, group in enumerate(groups)])
    order = np.argsort(-np.abs(total), axis=1, kind="stable")
    texts = []
    for row, ranked in enumerate(np.take_along_axis(picked, order, axis=1).tolist()):
        named = [signal for signal in ranked if signal >= 0][:REASONS]
        reasoned = [(names[s], float(x[row, s]), usual[s], added[row, s]) for s in named]
        texts.append(
            row_note(
                "reasons",
                raise_it=[reason for *reason, weight in reasoned if weight > 0],
                lower_it=[reason for *reason, weight in reasoned if weight < 0],
            )
        )
    return pa.table(
        {"customer_id": pa.array(rows.customer.tolist(), pa.string()), "reasons": pa.array(texts, pa.string())}
    )


def _agrees(added: Floats) -> Bools:
    """Which signals' contributions do not run against the whole, (signals,)."""
    whole = added.sum(axis=1)
    return np.array([not spearman_score(column, whole) < 0 for column in added.T], dtype=np.bool_)


def _weightiest(added: Floats, group: np.ndarray, named: Bools, weight: Floats) -> np.ndarray:
    """Of a dimension's signals the one that moves each probability most in the dimension's direction, (n,).

    -1 where none may be named.
    """
    strength = np.where(named[group], added[:, group] * np.sign(weight)[:, None], 0.0)
    best = strength.argmax(axis=1)
    most = np.take_along_axis(strength, best[:, None], axis=1)[:, 0]
    return np.where(most > _NEGLIGIBLE, group[best], -1)


def _median(column: Floats) -> float:
    known = column[~np.isnan(column)]
    return float(np.median(known)) if len(known) else float("nan")
