"""Forecast every customer by every method and horizon, with what earlier windows taught about each method's errors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pyarrow as pa

from valuecast.contracts import INTERMEDIATE, Note, distinct_notes
from valuecast.trends import notes
from valuecast.trends.classes import trend_names
from valuecast.trends.gbm import Boosted
from valuecast.trends.health_blend import HealthBlend
from valuecast.trends.intermittent import Intermittent
from valuecast.trends.last_period_slope import LastPeriodSlope
from valuecast.trends.method import Case, Method, answer
from valuecast.trends.persistence import Persistence
from valuecast.trends.schedule import schedule
from valuecast.trends.selection import Choice, as_table, choose
from valuecast.trends.snapshot import Panel, lay_out
from valuecast.trends.uncertainty import Uncertainty, learn
from valuecast.windows import Fold, Window, whole_months

TRIALS = 3
"""Most history windows that a method which learns is tried on: the latest."""


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
    notes : tuple of Note
        What was left out or could not be learned.
    """

    trends: pa.Table
    chosen_method: dict[int, str]
    choices: pa.Table
    notes: tuple[Note, ...]


def methods(*, up: float, down: float, signals: Sequence[str], seed: int) -> tuple[Method, ...]:
    """All methods, the simplest first.

    Parameters
    ----------
    up, down : float
        Bounds of the written rule.
    signals : sequence of str
        Signals that have data in every window, for the method that learns.
    """
    learned = Boosted(up=up, down=down, signals=tuple(sorted(signals)), seed=seed)
    return (Persistence(), LastPeriodSlope(), Intermittent(), HealthBlend(), learned)


def forecast(
    labels: pa.Table,
    scores: pa.Table,
    predictions: pa.Table,
    *,
    propensity: str,
    folds_by_horizon: Mapping[int, Sequence[Fold]],
    today: Window,
    up: float,
    down: float,
    signals: pa.Table,
    months: pa.Table,
    methods: Sequence[Method],
    months_back: pa.Table | None = None,
    counted_from: date | None = None,
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
    propensity : str
        Model whose raw output is the propensity. It must have learned each window's from windows that had ended,
        and have no setting: what is chosen on validation windows would carry their future into earlier forecasts.
    folds_by_horizon : mapping of int to sequence of Fold
        From `windows.folds`; empty where the data give no evidence for a horizon, and then today's forecasts
        have neither bands nor probabilities.
    today : Window
    up, down : float
        Bounds of the written rule.
    signals : pyarrow.Table
        SIGNALS of all windows; ``active`` and the signals that the methods read are used.
    months : pyarrow.Table
        MONTHS: value by whole month before today's as_of.
    methods : sequence of Method
        The simplest first.
    months_back : pyarrow.Table, optional
        MONTHS before ``counted_from``, the day from which the windows other than today are counted back; where it is
        today's as_of, both may be left out.

    Notes
    -----
    Role ``test`` is the test window of the horizon, ``history`` those whose future had ended by the test window's
    as_of. Labelled windows between the two overlap the test window's future; they teach today's bands
    and are not reported. A window whose labels give no future value at this horizon is left out, with a note.
    """
    wanted = tuple(dict.fromkeys(name for method in methods for name in method.signals))
    horizons = tuple(folds_by_horizon)
    windows = _windows(folds_by_horizon, today)
    until = counted_from or today.as_of
    ages = {w.window_id: 0 if w.window_id == today.window_id else whole_months(w.as_of, until) for w in windows}
    panel = lay_out(
        labels,
        scores,
        predictions,
        signals,
        months,
        windows=ages,
        horizons=horizons,
        propensity=propensity,
        wanted=wanted,
        today=today.window_id,
        months_back=months if months_back is None else months_back,
    )
    runs: list[_Run] = []
    for length in sorted(horizons):
        judged_at = tuple(_opened(folds_by_horizon[h], today) for h in sorted(horizons) if h >= length)
        nearest = runs[-1].winner_by(judged_at[0]) if runs else None
        task = _Task(length, folds_by_horizon[length], today, windows, up, down, nearest, judged_at)
        runs.append(_one_horizon(panel, task, methods))
    contract = INTERMEDIATE["trends"]
    trends = pa.concat_tables([contract.empty(), *(part for run in runs for part in run.parts)])
    choices = [choice for run in runs for choice in run.choices]
    return Forecast(
        trends=contract.conform(trends),
        chosen_method={choice.horizon_months: choice.method for choice in choices if choice.chosen},
        choices=as_table(choices),
        notes=distinct_notes(note for run in runs for note in run.notes),
    )


@dataclass(frozen=True)
class _Run:
    """One horizon's answers; ``ends`` says when the future of each history window in ``history`` had ended."""

    horizon: int
    parts: list[pa.Table]
    choices: tuple[Choice, ...]
    notes: tuple[Note, ...]
    history: Mapping[str, Sequence[Case]]
    ends: Mapping[str, date]

    def winner_by(self, day: date) -> str | None:
        """The method that did best on windows whose future had ended by a day; None where none had."""
        known = {n: [c for c in cases if self.ends[c.snapshot.window_id] <= day] for n, cases in self.history.items()}
        if not any(known.values()):
            return None
        return next(choice.method for choice in choose(self.horizon, known) if choice.chosen)


@dataclass(frozen=True)
class _Task:
    """One horizon.

    ``nearest`` is the method that did best at the next shorter horizon, by windows that had ended when this
    horizon's test window began; ``judged_at`` holds the days on which the test windows of this and of each longer
    horizon begin: what is chosen for them must have ended by then.
    """

    horizon: int
    folds: Sequence[Fold]
    today: Window
    windows: Sequence[Window]
    up: float
    down: float
    nearest: str | None
    judged_at: tuple[date, ...]


def _opened(folds: Sequence[Fold], today: Window) -> date:
    """The day on which a horizon's test window begins; today's, without one."""
    return next((fold.predict.as_of for fold in folds if fold.role == "test"), today.as_of)


def _windows(folds_by_horizon: Mapping[int, Sequence[Fold]], today: Window) -> list[Window]:
    every = [window for folds in folds_by_horizon.values() for fold in folds for window in (*fold.train, fold.predict)]
    distinct = {window.window_id: window for window in (*every, today)}
    return sorted(distinct.values(), key=lambda window: window.as_of)


def _one_horizon(panel: Panel, task: _Task, methods: Sequence[Method]) -> _Run:
    today, horizon = task.today.window_id, task.horizon
    plan = schedule(task.folds, task.today, horizon, panel.known(horizon), task.windows)
    snapshots = {window.window_id: panel.snapshot(window.window_id, horizon) for window in task.windows}
    ends = {window.window_id: window.future_end(horizon) for window in task.windows}
    past = [key for key, role in plan.roles.items() if role == "history"]
    trials = {key for day in task.judged_at for key in [k for k in past if ends[k] <= day][-TRIALS:]}
    tried = [key for key in plan.before if plan.roles.get(key, "") in ("test", "today") or key in trials]
    parts: list[pa.Table] = []
    history: dict[str, list[Case]] = {}
    on_methods: list[Note] = []
    for method in methods:
        asked = tried if method.learns else list(plan.before)
        answers = {
            key: answer(
                method,
                snapshots[key],
                [snapshots[w] for w in plan.seen[key]],
                ended=plan.before[key],
                up=task.up,
                down=task.down,
            )
            for key in asked
        }
        cases = {key: case for key, case in answers.items() if case is not None}
        reported = [key for key in plan.roles if key in cases]
        for key in reported:
            uncertainty = learn(cases[key], [cases[w] for w in plan.before[key] if w in cases])
            parts.append(_rows(cases[key], uncertainty, method.name, plan.roles[key]))
        history[method.name] = [cases[key] for key in reported if plan.roles[key] == "history"]
        on_methods += notes.on_method(method.name, horizon, [cases[key] for key in reported], today)
        if today not in cases:
            history.pop(method.name)
    choices = choose(horizon, history, nearest=task.nearest)
    known = len(plan.before[today])
    found = (*notes.on_horizon(horizon, known, plan.left_out, choices), *on_methods)
    return _Run(horizon, parts, choices, found, history, ends)


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
