"""Forecast every customer by every method and horizon, with what earlier windows taught about each method's errors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from valuecast.contracts import INTERMEDIATE
from valuecast.trends import notes
from valuecast.trends.classes import trend_names
from valuecast.trends.health_blend import HealthBlend
from valuecast.trends.method import Case, Method, answer
from valuecast.trends.persistence import Persistence
from valuecast.trends.schedule import schedule
from valuecast.trends.selection import Choice, as_table, choose
from valuecast.trends.snapshot import Panel, lay_out
from valuecast.trends.uncertainty import Uncertainty, learn
from valuecast.windows import Fold, Window

METHODS: tuple[Method, ...] = (Persistence(), HealthBlend())


@dataclass(frozen=True)
class Forecast:
    """What `forecast` found.

    Parameters
    ----------
    trends : pyarrow.Table
        By the contract TRENDS: all customers for today, the active ones for the backtest windows.
    chosen_method : dict of int to str
        Method to believe, by horizon [months].
    choices : pyarrow.Table
        horizon_months, method, windows, n, macro_f1, chosen: how each method did on history windows.
    notes : tuple of str
        What was left out or could not be learned, in sentences.
    """

    trends: pa.Table
    chosen_method: dict[int, str]
    choices: pa.Table
    notes: tuple[str, ...]


def forecast(
    labels: pa.Table,
    scores: pa.Table,
    predictions: pa.Table,
    *,
    chosen: str | None,
    folds_by_horizon: Mapping[int, Sequence[Fold]],
    today: Window,
    up: float,
    down: float,
    signals: pa.Table,
    methods: Sequence[Method] = METHODS,
) -> Forecast:
    """Forecast value and its trend for every horizon that is a key of ``folds_by_horizon``.

    Parameters
    ----------
    labels : pyarrow.Table
        LABELS, with rows for ``today`` too; each customer with such a row is forecast.
    scores : pyarrow.Table
        SCORES; ``percentile_index`` is the value index, ``health`` the health score.
    predictions : pyarrow.Table
        PREDICTIONS; where a window has none, the blend does without propensity.
    chosen : str or None
        Model whose predictions are the propensity.
    folds_by_horizon : mapping of int to sequence of Fold
        From `windows.folds`; empty where the data give no evidence for a horizon, and then today's forecasts
        have neither bands nor probabilities.
    today : Window
    up, down : float
        Bounds of the written rule.
    signals : pyarrow.Table
        SIGNALS of all windows; ``active`` and the signals that the methods read are used.
    methods : sequence of Method
        The simplest first.

    Notes
    -----
    Role ``test`` is the test window of the horizon, ``history`` those whose future had ended by the test window's
    as_of. Labelled windows between the two overlap the test window's future; they teach today's bands
    and are not reported. A window whose labels give no future value at this horizon is left out, with a note.
    """
    wanted = tuple(dict.fromkeys(name for method in methods for name in method.signals))
    horizons = tuple(folds_by_horizon)
    windows = _window_ids(folds_by_horizon, today)
    panel = lay_out(
        labels, scores, predictions, signals, windows=windows, horizons=horizons, chosen=chosen, wanted=wanted
    )
    runs = [
        _one_horizon(panel, months, folds_by_horizon[months], today, methods, up=up, down=down) for months in horizons
    ]
    contract = INTERMEDIATE["trends"]
    trends = pa.concat_tables([contract.empty(), *(part for run in runs for part in run.parts)])
    choices = [choice for run in runs for choice in run.choices]
    return Forecast(
        trends=contract.conform(trends),
        chosen_method={choice.horizon_months: choice.method for choice in choices if choice.chosen},
        choices=as_table(choices),
        notes=tuple(dict.fromkeys(note for run in runs for note in run.notes)),
    )


@dataclass(frozen=True)
class _Run:
    parts: list[pa.Table]
    choices: tuple[Choice, ...]
    notes: tuple[str, ...]


def _window_ids(folds_by_horizon: Mapping[int, Sequence[Fold]], today: Window) -> list[str]:
    every = [window for folds in folds_by_horizon.values() for fold in folds for window in (*fold.train, fold.predict)]
    return list(dict.fromkeys(window.window_id for window in (*every, today)))


def _one_horizon(
    panel: Panel,
    horizon: int,
    folds: Sequence[Fold],
    today: Window,
    methods: Sequence[Method],
    *,
    up: float,
    down: float,
) -> _Run:
    plan = schedule(folds, today, horizon, panel.known(horizon))
    snapshots = {key: panel.snapshot(key, horizon) for key in plan.before}
    parts: list[pa.Table] = []
    history: dict[str, list[Case]] = {}
    said: list[str] = []
    for method in methods:
        cases = {
            key: answer(method, snapshots[key], [snapshots[w] for w in earlier], up=up, down=down)
            for key, earlier in plan.before.items()
        }
        for key, role in plan.roles.items():
            uncertainty = learn(cases[key], [cases[w] for w in plan.before[key]])
            parts.append(_rows(cases[key], uncertainty, method.name, role))
        history[method.name] = [cases[key] for key, role in plan.roles.items() if role == "history"]
        said += notes.on_method(method.name, [cases[key] for key in plan.roles], today.window_id)
    choices = choose(horizon, history)
    known = len(plan.before[today.window_id])
    return _Run(parts, choices, (*notes.on_horizon(horizon, known, plan.left_out, choices), *said))


def _rows(case: Case, uncertainty: Uncertainty, method: str, role: str) -> pa.Table:
    now, outlook = case.snapshot, case.outlook
    keep = np.ones(now.active.shape, dtype=bool) if role == "today" else now.active
    size = int(keep.sum())
    p_up, p_flat, p_down = uncertainty.probabilities[keep].T
    numbers = {
        "past_value": now.past[keep],
        "forecast": outlook.forecast[keep],
        "low": uncertainty.low[keep],
        "high": uncertainty.high[keep],
        "value_index": now.value_index[keep],
        "health_score": now.health[keep],
        "predicted_score": outlook.predicted_score[keep],
        "p_up": p_up,
        "p_flat": p_flat,
        "p_down": p_down,
        "future_value": now.future[keep],
    }
    words = {
        "window_id": pa.repeat(now.window_id, size),
        "customer_id": pa.array(now.customers[keep], pa.string()),
        "horizon_months": pa.array(np.full(size, now.horizon), pa.int64()),
        "method": pa.repeat(method, size),
        "role": pa.repeat(role, size),
        "predicted_class": pa.array(trend_names(case.predicted[keep]), pa.string()),
        "actual_class": pa.array(trend_names(case.actual[keep]), pa.string()),
    }
    columns = words | {name: pa.array(values, pa.float64(), from_pandas=True) for name, values in numbers.items()}
    return pa.table({name: columns[name] for name in INTERMEDIATE["trends"].names})
