"""The whole of identification in reading order: learn, choose, calibrate, set the threshold, explain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from threadpoolctl import threadpool_limits

from valuecast.contracts import INTERMEDIATE, OUTPUTS, Note, note
from valuecast.contracts.streams import stream
from valuecast.identification import calibration, cross_window, explanation, selection, thresholds
from valuecast.identification.candidates import CANDIDATES, Candidate
from valuecast.identification.observations import Observations, observe
from valuecast.identification.scorer import Scorer, scorer_of
from valuecast.metrics import Bools, Floats
from valuecast.windows import Fold

FEW_POSITIVES = 30
"""With fewer high-value customers than this in the validation windows, a note warns the reader."""


@dataclass(frozen=True)
class Identified:
    """Who is likely to be high-value, by every model, and why.

    Parameters
    ----------
    predictions : pyarrow.Table
        Contract PREDICTIONS, every model on validation, test and today; empty when nothing could be learned.
    chosen : str or None
        The model chosen on validation windows.
    setting : float or None
        Its setting.
    threshold : float or None
        Calibrated probability from which the chosen model calls a customer high-value.
    threshold_met : bool
        Whether that threshold reached the target precision on validation windows; ``threshold_note`` says it in words.
    broad_threshold : float or None
        Probability from which on 85 % of the high-value customers of validation windows were found;
        ``broad_note`` says what that cost in precision.
    settings : dict
        Setting of every model; None for the blend.
    curves : dict
        Calibration curve of every model, and the Brier score of each curve on validation rows it had not seen.
    importances, dimension_importances : pyarrow.Table
        Contracts ``feature_importances`` and ``dimension_importances``, on the test window.
    reasons_today : pyarrow.Table
        ``customer_id``, ``tier``, ``reasons``, ``would_change``.
    contributions_today : pyarrow.Table
        Contract ``hv_contributions_today``: what each signal adds; it sums to the prediction.
    selection : pyarrow.Table
        model, setting, mean_average_precision, shortfall, shortfall_se, chosen.
    scorers : dict
        The chosen model ready to score further customers, by window: the test window and today.
    notes : tuple of Note
        What the reader must know: what was left out, what stood in for what.
    """

    predictions: pa.Table
    chosen: str | None
    setting: float | None
    threshold: float | None
    threshold_met: bool
    threshold_note: Note
    broad_threshold: float | None
    broad_note: Note | None
    settings: dict[str, float | None]
    curves: dict[str, dict[str, object]]
    importances: pa.Table
    dimension_importances: pa.Table
    reasons_today: pa.Table
    contributions_today: pa.Table
    selection: pa.Table
    scorers: dict[str, Scorer]
    notes: tuple[Note, ...]


def identify(
    signals: pa.Table,
    labels: pa.Table,
    folds: tuple[Fold, ...],
    *,
    horizon: int,
    informative: frozenset[str],
    target_precision: float,
    share: float,
    seed: int,
    candidates: Sequence[Candidate] = CANDIDATES,
) -> Identified:
    """Learn on earlier windows, choose on validation windows, predict the test window and today.

    Parameters
    ----------
    signals, labels : pyarrow.Table
        Contracts SIGNALS (all windows) and LABELS; only active rows take part.
    folds : tuple of Fold
        For ``horizon``; empty when there is no evidence.
    horizon : int
        Length of the future window [months].
    informative : frozenset of str
        Signals that have data in every backtest window.
    target_precision, share : float
        Precision that the threshold is chosen for; share of customers that counts as high-value [0 to 1].
    seed : int
        Seed of everything random.
    candidates : sequence of Candidate, optional
        The models that compete, simplest first.
    """
    with threadpool_limits(1, user_api="blas"):
        rows = observe(signals, labels, horizon=horizon, informative=informative)
        folds, notes = cross_window.trainable(folds, rows)
        if not folds:
            return _nothing(notes or [note("nothing_to_learn_from")])
        runs: list[cross_window.Run] = []
        for candidate in candidates:
            names = candidate.signals(rows.names)
            if names:
                runs.append(cross_window.run(candidate, names, rows, folds, seed))
            else:
                notes.append(note("model_without_signals", model=candidate.name))
        if not runs:
            return _nothing(notes)
        blend = cross_window.blended(runs, rows)
        runs += [blend] if blend else []
        return _conclude(runs, rows, folds, target_precision, share, seed, notes)


def _conclude(
    runs: Sequence[cross_window.Run],
    rows: Observations,
    folds: Sequence[Fold],
    target: float,
    share: float,
    seed: int,
    notes: list[Note],
) -> Identified:
    validation = sorted(f.predict.window_id for f in folds if f.role == "validation")
    shown = rows.of(validation, labelled=True)
    pooled = {run.name: cross_window.pooled(run, validation, rows) for run in runs}
    entries = [selection.Entry(run.name, run.setting, pooled[run.name]) for run in runs]
    picked = selection.select(entries, shown, stream("model_choice", seed))
    notes += _warnings(shown, share)
    tables, cuts, made_curves = [], {}, {}
    curves: dict[str, dict[str, object]] = {}
    for run in runs:
        made = calibration.calibrate(
            pooled[run.name], shown.actual, shown.window, shown.customer, stream("calibration_parts", seed)
        )
        if len(made.brier) <= 1:
            notes.append(note("model_uncalibrated", model=run.name))
        curves[run.name] = {"curve": made.curve.name, "validation_brier": made.brier}
        made_curves[run.name] = made.curve
        cuts[run.name] = thresholds.tiers(made.out_of_fold, shown.actual, target)
        tables.append(_predictions(run, rows, folds, (shown, made.out_of_fold), made.curve, cuts[run.name].precise))
    chosen = next(run for run in runs if run.name == picked.chosen)
    cut = cuts[picked.chosen]
    predictions = INTERMEDIATE["predictions"].conform(pa.concat_tables(tables))
    explained = explanation.explain(chosen, rows, folds, predictions, cut, seed)
    return Identified(
        predictions=predictions,
        chosen=picked.chosen,
        setting=chosen.setting,
        threshold=cut.precise.value,
        threshold_met=cut.precise.met,
        threshold_note=cut.precise.note,
        broad_threshold=cut.broad,
        broad_note=cut.note,
        settings={run.name: run.setting for run in runs},
        curves=curves,
        importances=explained.importances,
        dimension_importances=explained.dimension_importances,
        reasons_today=explained.reasons_today,
        contributions_today=explained.contributions_today,
        selection=picked.table,
        scorers=_scorers(chosen, rows, folds, made_curves[picked.chosen], cut),
        notes=(*notes, *explained.notes),
    )


def _scorers(
    run: cross_window.Run,
    rows: Observations,
    folds: Sequence[Fold],
    curve: calibration.Calibrator,
    cut: thresholds.Tiers,
) -> dict[str, Scorer]:
    """The model of a run for the test window and for today, as `_predictions` applies it there."""
    windows = [fold.predict.window_id for fold in folds if fold.role in ("test", "today")]
    cuts = (cut.precise.value, cut.broad)
    return {
        window: scorer_of(run.name, run.names, run.fitted[window], run.raw[window], curve, cuts, rows.of([window]))
        for window in windows
    }


def _predictions(
    run: cross_window.Run,
    rows: Observations,
    folds: Sequence[Fold],
    validated: tuple[Observations, Floats],
    curve: calibration.Calibrator,
    cut: thresholds.Threshold,
) -> pa.Table:
    tables = []
    for fold in folds:
        window = fold.predict.window_id
        subset = rows.of([window])
        probability = curve.apply(run.raw[window]).copy()
        if fold.role == "validation":
            shown, out_of_fold = validated
            probability[~np.isnan(subset.y)] = out_of_fold[shown.window == window]
        tables.append(_prediction_rows(run, fold, subset, probability, probability >= cut.value))
    return pa.concat_tables(tables)


def _prediction_rows(
    run: cross_window.Run, fold: Fold, subset: Observations, probability: Floats, called: Bools
) -> pa.Table:
    count = len(subset.customer)
    return pa.table(
        {
            "window_id": pa.array([fold.predict.window_id] * count, pa.string()),
            "customer_id": pa.array(subset.customer.tolist(), pa.string()),
            "model": pa.array([run.name] * count, pa.string()),
            "role": pa.array([fold.role] * count, pa.string()),
            "raw": run.raw[fold.predict.window_id],
            "probability": probability,
            "high_value": called,
        }
    )


def _warnings(shown: Observations, share: float) -> list[Note]:
    if not len(shown.y):
        return [note("no_validation_window")]
    positives = int(shown.actual.sum())
    if positives >= FEW_POSITIVES:
        return []
    return [note("few_validation_positives", positives=positives, share=share, customers=len(shown.y))]


def _nothing(notes: Sequence[Note]) -> Identified:
    return Identified(
        predictions=INTERMEDIATE["predictions"].empty(),
        chosen=None,
        setting=None,
        threshold=None,
        threshold_met=False,
        threshold_note=note("threshold_unlearned"),
        broad_threshold=None,
        broad_note=None,
        settings={},
        curves={},
        importances=OUTPUTS["feature_importances"].empty(),
        dimension_importances=OUTPUTS["dimension_importances"].empty(),
        reasons_today=explanation.NO_REASONS,
        contributions_today=OUTPUTS["hv_contributions_today"].empty(),
        selection=selection.empty(),
        scorers={},
        notes=tuple(notes),
    )
