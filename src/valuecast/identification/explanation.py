"""Why: which signals the chosen model leans on, and which weigh most for each customer today."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from valuecast.contracts import OUTPUTS, SIGNAL_CATALOGUE
from valuecast.identification.candidates import Fitted
from valuecast.identification.observations import Observations
from valuecast.identification.phrases import phrase
from valuecast.metrics import Bools, Floats, average_precision_score, spearman_score

REPEATS = 20
MOST_ROWS = 4000
REASONS = 3
_NEGLIGIBLE = 1e-9


def permutation_importances(
    fitted: Fitted, names: Sequence[str], rows: Observations, rng: np.random.Generator
) -> pa.Table:
    """Loss of average precision on the test window when a signal is shuffled among customers (Breiman, 2001).

    Mean and 2.5 to 97.5 % quantiles over 20 shuffles, on at most 4,000 customers drawn at random. A signal that
    another one can stand in for shows little loss, however useful it is. Empty when the window has one class.

    Returns
    -------
    pyarrow.Table
        Contract ``feature_importances``, a row for each signal of the model.
    """
    if len(rows.y) > MOST_ROWS:
        kept = np.zeros(len(rows.y), dtype=np.bool_)
        kept[rng.choice(len(rows.y), MOST_ROWS, replace=False)] = True
        rows = rows.rows(kept)
    if rows.one_class:
        return OUTPUTS["feature_importances"].empty()
    x, actual = rows.columns(names), rows.actual
    full = average_precision_score(actual, fitted.predict(x))
    losses = {name: np.zeros(REPEATS) for name in names}
    for repeat in range(REPEATS):
        order = rng.permutation(len(x))
        for column, name in enumerate(names):
            shuffled = x.copy()
            shuffled[:, column] = x[order, column]
            losses[name][repeat] = full - average_precision_score(actual, fitted.predict(shuffled))
    return _importances(losses)


def reasons(fitted: Fitted, names: Sequence[str], rows: Observations) -> pa.Table:
    """The three kinds of signal that weigh most in each customer's probability today, in words.

    Contributions are taken against the usual one (the median of today's active customers) and added up by
    dimension, because signals of one dimension say much the same; the three weightiest dimensions are named by
    their weightiest signal of the same direction. A signal that only corrects another (its contributions
    fall where the probability rises) is never named: "more minutes speak against it" would mislead.

    Returns
    -------
    pyarrow.Table
        ``customer_id``, ``reasons``; a row for each active customer.
    """
    x = rows.columns(names)
    added = fitted.contributions(x)
    named = _agrees(added)
    added = added - np.median(added, axis=0) if len(added) else added
    dimensions = np.array([SIGNAL_CATALOGUE[n].dimension if n in SIGNAL_CATALOGUE else n for n in names])
    groups = [np.flatnonzero(dimensions == dimension) for dimension in dict.fromkeys(dimensions.tolist())]
    total = np.column_stack([added[:, group].sum(axis=1) for group in groups])
    usual = [_median(column) for column in x.T]
    texts = []
    for row, weights in enumerate(total):
        picked = [_weightiest(added[row], groups[g], named, weights[g]) for g in _by_weight(weights)]
        words = [
            (_in_words(names[signal], x[row, signal], usual[signal]), added[row, signal])
            for signal in [signal for signal in picked if signal is not None][:REASONS]
        ]
        texts.append(_sentence([w for w, weight in words if weight > 0], [w for w, weight in words if weight < 0]))
    return pa.table(
        {"customer_id": pa.array(rows.customer.tolist(), pa.string()), "reasons": pa.array(texts, pa.string())}
    )


def _agrees(added: Floats) -> Bools:
    """Which signals' contributions do not run against the whole, (signals,)."""
    whole = added.sum(axis=1)
    return np.array([not spearman_score(column, whole) < 0 for column in added.T], dtype=np.bool_)


def _by_weight(weights: Floats) -> list[int]:
    order: list[int] = np.argsort(-np.abs(weights), kind="stable").tolist()
    return order


def _weightiest(added: Floats, group: np.ndarray, named: Bools, weight: float) -> int | None:
    """The signal of a dimension that moves the probability most in the dimension's direction, if one may be named."""
    strength = np.where(named[group], added[group] * np.sign(weight), 0.0)
    best = int(np.argmax(strength))
    return int(group[best]) if strength[best] > _NEGLIGIBLE else None


def _in_words(name: str, value: float, usual: float) -> str:
    meaning = SIGNAL_CATALOGUE[name].meaning if name in SIGNAL_CATALOGUE else name
    return phrase(name, meaning, float(value), usual)


def _sentence(raised: Sequence[str], lowered: Sequence[str]) -> str:
    parts = [("Speaks for it: " + ", ".join(raised)) if raised else "", _against(lowered)]
    return ". ".join(part for part in parts if part) or "Nothing sets this customer apart"


def _against(lowered: Sequence[str]) -> str:
    return "Speaks against it: " + ", ".join(lowered) if lowered else ""


def _median(column: Floats) -> float:
    known = column[~np.isnan(column)]
    return float(np.median(known)) if len(known) else float("nan")


def _importances(losses: dict[str, Floats]) -> pa.Table:
    names = list(losses)
    known = [SIGNAL_CATALOGUE.get(name) for name in names]
    return OUTPUTS["feature_importances"].conform(
        pa.table(
            {
                "signal": names,
                "dimension": [signal.dimension if signal else name for signal, name in zip(known, names, strict=True)],
                "importance": [float(losses[name].mean()) for name in names],
                "low": [float(np.quantile(losses[name], 0.025)) for name in names],
                "high": [float(np.quantile(losses[name], 0.975)) for name in names],
                "meaning": [signal.meaning if signal else name for signal, name in zip(known, names, strict=True)],
            }
        )
    )
