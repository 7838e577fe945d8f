"""One model through every fold: its setting chosen, its output kept, nothing of a window's own future seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from threadpoolctl import threadpool_limits

from valuecast.contracts import Note, note
from valuecast.contracts.streams import stream
from valuecast.identification import selection
from valuecast.identification.blending import BLEND, BLENDED, FittedBlend
from valuecast.identification.candidates import CANDIDATES, Candidate, Fitted
from valuecast.identification.observations import Observations, Outcome, observe, stretches
from valuecast.metrics import Bools, Floats
from valuecast.windows import Fold


@dataclass(frozen=True)
class Run:
    """One model through every fold: its output for the window's rows, and its fitted object, by window.

    A blend has no setting of its own.
    """

    name: str
    names: tuple[str, ...]
    setting: float | None
    raw: dict[str, Floats]
    fitted: dict[str, Fitted]


MOST_TAUGHT = 150_000
"""Most rows that a fold learns from; of more, so many are drawn at random. `identify` says so in a note."""


def training_rows(rows: Observations, seed: int) -> Observations:
    """The training rows themselves, or a random draw where there are more than `MOST_TAUGHT`."""
    if len(rows.y) <= MOST_TAUGHT:
        return rows
    kept = np.zeros(len(rows.y), dtype=np.bool_)
    kept[stream("training_rows", seed).choice(len(rows.y), MOST_TAUGHT, replace=False)] = True
    return rows.rows(kept)


def trainable(folds: Sequence[Fold], rows: Observations) -> tuple[tuple[Fold, ...], list[Note]]:
    """The folds whose training rows hold both classes; all of them need the one for today."""
    kept: list[Fold] = []
    notes: list[Note] = []
    for fold in folds:
        if rows.of(_ids(fold), labelled=True).one_class:
            notes.append(note("window_not_learned", window=fold.predict.window_id))
        elif len(rows.of([fold.predict.window_id]).y):
            kept.append(fold)
    most = max((len(rows.of(_ids(fold), labelled=True).y) for fold in kept), default=0)
    if most > MOST_TAUGHT:
        notes.append(note("training_rows_sampled", rows=most, used=MOST_TAUGHT))
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
    return Run(candidate.name, names, setting, raw, fitted)


def blended(runs: Sequence[Run], rows: Observations) -> Run | None:
    """The blend of those of `BLENDED` that ran on the same signals; None with fewer than two."""
    members = [run for run in runs if run.name in BLENDED]
    members = [run for run in members if run.names == members[0].names]
    if len(members) < 2:
        return None
    names = members[0].names
    fitted = {window: FittedBlend(tuple(run.fitted[window] for run in members)) for window in members[0].fitted}
    raw = {window: model.predict(rows.of([window]).columns(names)) for window, model in fitted.items()}
    return Run(BLEND, names, None, raw, dict(fitted))


def _learn(
    candidate: Candidate, names: tuple[str, ...], rows: Observations, fold: Fold, settings: Sequence[float], seed: int
) -> tuple[Fitted, ...]:
    known = training_rows(rows.of(_ids(fold), labelled=True), seed)
    return candidate.fit(known.columns(names), known.outcome, settings, seed=seed)


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
class Refit:
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


def refit(
    signals: pa.Table,
    labels: pa.Table,
    fold: Fold,
    *,
    horizon: int,
    informative: frozenset[str],
    settings: Mapping[str, float | None],
    model: str,
    seed: int,
    candidates: Sequence[Candidate] = CANDIDATES,
) -> Refit:
    """Make the chosen model ready to learn one fold again.

    Parameters
    ----------
    signals, labels, horizon, informative, seed, candidates
        As for `identify`.
    fold : Fold
        The one whose predicted window is the test window.
    model : str
        ``chosen`` of `Identified`.
    settings : mapping of str to float
        ``settings`` of `Identified`: a blend learns all its members again.
    """
    rows = observe(signals, labels, horizon=horizon, informative=informative)
    train = training_rows(rows.of(_ids(fold), labelled=True), seed)
    test = rows.of([fold.predict.window_id], labelled=True)

    def learn(actual: Bools) -> Floats:
        known = Outcome(actual, _along(train.value, train.actual, actual, train.window))
        with threadpool_limits(1, user_api="blas"):
            fitted, names = learned(model, settings, train, known, rows.names, seed, candidates)
            return fitted.predict(test.columns(names))

    return Refit(train.window, train.actual, test.actual, learn)


def from_half(
    signals: pa.Table,
    labels: pa.Table,
    fold: Fold,
    *,
    horizon: int,
    informative: frozenset[str],
    settings: Mapping[str, float | None],
    model: str,
    seed: int,
) -> Floats | None:
    """The chosen model learned again from half of the customers: its own output for the fold's labelled rows.

    Rows ascend by customer. None where half of the customers are too few to tell anything apart.

    Parameters
    ----------
    signals, labels, fold, horizon, informative, settings, model, seed
        As for `refit`.
    """
    rows = observe(signals, labels, horizon=horizon, informative=informative)
    known = rows.of(_ids(fold), labelled=True)
    everyone, place = np.unique(known.customer, return_inverse=True)
    subset = stream("sample_half", seed).permutation(len(everyone)) < len(everyone) // 2
    train = training_rows(known.rows(subset[place]), seed)
    if train.one_class:
        return None
    with threadpool_limits(1, user_api="blas"):
        fitted, names = learned(model, settings, train, train.outcome, rows.names, seed)
        return fitted.predict(rows.of([fold.predict.window_id], labelled=True).columns(names))


def learned(
    model: str,
    settings: Mapping[str, float | None],
    train: Observations,
    known: Outcome,
    informative: Sequence[str],
    seed: int,
    candidates: Sequence[Candidate] = CANDIDATES,
) -> tuple[Fitted, tuple[str, ...]]:
    """One model with its chosen setting on other rows, outcomes or signals than before; and the columns it takes."""
    wanted = [name for name in BLENDED if name in settings] if model == BLEND else [model]
    parts = [candidate for candidate in candidates if candidate.name in wanted]
    names = parts[0].signals(informative)
    x = train.columns(names)
    fitted = tuple(part.fit(x, known, (settings[part.name] or part.default,), seed=seed)[0] for part in parts)
    return (FittedBlend(fitted) if model == BLEND else fitted[0]), names


def _along(value: Floats, actual: Bools, shuffled: Bools, window: np.ndarray) -> Floats:
    """Move the values with the labels: the called customers of a window get the values of its high-value ones."""
    moved = value.copy()
    for rows in stretches(window):
        subset = np.arange(rows.start, rows.stop)
        for kind in (True, False):
            moved[subset[shuffled[subset] == kind]] = value[subset[actual[subset] == kind]]
    return moved
