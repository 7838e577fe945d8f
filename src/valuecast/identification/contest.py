"""One model through every fold: its setting chosen, its output kept, nothing of a window's own future seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from valuecast.identification import selection
from valuecast.identification.candidates import CANDIDATES, Candidate, Fitted
from valuecast.identification.observations import Observations, observe
from valuecast.metrics import Bools, Floats
from valuecast.windows import Fold


@dataclass(frozen=True)
class Run:
    """One model through every fold: its output for the window's rows, and its fitted object, by window."""

    candidate: Candidate
    names: tuple[str, ...]
    setting: float
    raw: dict[str, Floats]
    fitted: dict[str, Fitted]


def teachable(folds: Sequence[Fold], rows: Observations) -> tuple[tuple[Fold, ...], list[str]]:
    """The folds whose training rows hold both classes; all of them need the one for today."""
    kept, notes = [], []
    for fold in folds:
        if rows.of(_ids(fold), labelled=True).one_class:
            notes.append(f"window {fold.predict.window_id} was left out: too little to learn from before it")
        elif len(rows.of([fold.predict.window_id]).y):
            kept.append(fold)
    return tuple(kept), notes


def run(candidate: Candidate, names: tuple[str, ...], rows: Observations, folds: Sequence[Fold], seed: int) -> Run:
    """Choose the setting on validation windows, then learn and predict every fold with it."""
    validation = [fold for fold in folds if fold.role == "validation"]
    tried = {f.predict.window_id: _learn(candidate, names, rows, f, candidate.settings, seed) for f in validation}
    place = _best_setting(tried, names, rows) if tried else candidate.settings.index(candidate.default)
    setting = candidate.settings[place]
    fitted = {window: models[place] for window, models in tried.items()}
    for fold in folds:
        if fold.predict.window_id not in fitted:
            fitted[fold.predict.window_id] = _learn(candidate, names, rows, fold, (setting,), seed)[0]
    raw = {window: model.predict(rows.of([window]).columns(names)) for window, model in fitted.items()}
    return Run(candidate, names, setting, raw, fitted)


def _learn(
    candidate: Candidate, names: tuple[str, ...], rows: Observations, fold: Fold, settings: Sequence[float], seed: int
) -> tuple[Fitted, ...]:
    known = rows.of(_ids(fold), labelled=True)
    return candidate.fit(known.columns(names), known.actual, settings, seed=seed)


def _best_setting(tried: dict[str, tuple[Fitted, ...]], names: tuple[str, ...], rows: Observations) -> int:
    """The setting with the highest mean average precision over validation windows; the simplest on a tie."""
    shown = rows.of(tried, labelled=True)
    means = []
    for models in zip(*(tried[window] for window in sorted(tried)), strict=True):
        raw = [
            model.predict(shown.of([window]).columns(names))
            for window, model in zip(sorted(tried), models, strict=True)
        ]
        means.append(selection.mean_average_precision(shown, np.concatenate(raw)))
    return int(np.nanargmax(means)) if not np.isnan(means).all() else 0


def pooled(entrant: Run, windows: Sequence[str], rows: Observations) -> Floats:
    """The model's output for the labelled rows of the validation windows, in the order of those rows."""
    parts = [entrant.raw[window][~np.isnan(rows.of([window]).y)] for window in windows]
    return np.concatenate(parts) if parts else np.zeros(0)


def _ids(fold: Fold) -> list[str]:
    return [window.window_id for window in fold.train]


@dataclass(frozen=True)
class Rehearsal:
    """A model ready to learn the test window's fold again from other labels, for the leak investigation.

    Parameters
    ----------
    train_window : ndarray of object (n,)
        Window of each training row: labels are shuffled within windows.
    train_actual, test_actual : ndarray of bool
        True labels of training and test rows.
    learn : callable
        Takes labels of the training rows, gives the ranking of the test rows.
    """

    train_window: np.ndarray
    train_actual: Bools
    test_actual: Bools
    learn: Callable[[Bools], Floats]


def rehearse(
    signals: pa.Table,
    labels: pa.Table,
    fold: Fold,
    *,
    horizon: int,
    usable: frozenset[str],
    model: str,
    setting: float,
    seed: int,
    candidates: Sequence[Candidate] = CANDIDATES,
) -> Rehearsal:
    """Make the chosen model ready to learn one fold again.

    Parameters
    ----------
    signals, labels, horizon, usable, seed, candidates
        As for `identify`.
    fold : Fold
        The one whose predicted window is the test window.
    model, setting : str, float
        ``chosen`` and ``setting`` of `Identified`.
    """
    rows = observe(signals, labels, horizon=horizon, usable=usable)
    candidate = next(c for c in candidates if c.name == model)
    names = candidate.signals(rows.names)
    train, test = rows.of(_ids(fold), labelled=True), rows.of([fold.predict.window_id], labelled=True)

    def learn(actual: Bools) -> Floats:
        fitted = candidate.fit(train.columns(names), actual, (setting,), seed=seed)[0]
        return fitted.predict(test.columns(names))

    return Rehearsal(train.window, train.actual, test.actual, learn)
