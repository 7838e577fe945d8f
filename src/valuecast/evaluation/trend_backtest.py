"""How well each trend method said who would go up, stay or go down, and by how much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
from threadpoolctl import threadpool_limits

from valuecast import metrics
from valuecast.contracts import OUTPUTS, baselines
from valuecast.contracts.streams import stream
from valuecast.evaluation.intervals import Weights, ratio, resamples
from valuecast.evaluation.ranks import resampled_spearman
from valuecast.evaluation.rows import Backtest, Stage, difference_rows, metric_rows
from valuecast.metrics import Floats

PERSISTENCE = "persistence"
MOST_FREQUENT = "most_frequent"
CHANCE = "chance"
TREND_BASELINES = baselines("trend")
CLASSES = ("Up", "Flat", "Down")
_SPLITS = {"validation": "history", "test": "test"}
_ROW = ["window_id", "customer_id"]
_ODDS = ["p_up", "p_flat", "p_down"]
_BINS = 10


@dataclass(frozen=True)
class _Answers:
    """One method on the rows of a split; what is None the method does not give.

    ``called`` has shape (n, 3): 1 at the class that was called, or the share of times that guessing calls each.
    """

    name: str
    called: Floats
    forecast: Floats | None = None
    low: Floats | None = None
    high: Floats | None = None
    odds: Floats | None = None


@dataclass(frozen=True)
class _Split:
    """Rows ascend by window, then customer; ``windows`` are the slices of rows that lie together."""

    customer: np.ndarray
    windows: tuple[slice, ...]
    actual: np.ndarray
    future: Floats
    methods: tuple[_Answers, ...]


def evaluate_trends(trends: pa.Table, *, bootstrap: int, seed: int) -> Backtest:
    """Measure every trend method on the history windows (split ``validation``) and on the test window.

    Classes, errors and coverage are counted over all windows of a split; Spearman's ρ is measured in each window
    and averaged. Three baselines stand beside the methods: ``persistence`` (no change; always Flat), made here
    where the table lacks it; ``most_frequent``, which calls everyone the commonest class of the windows whose
    future had ended by then; and ``chance``, which guesses each class as often as it happened in those windows (what
    is given is the mean over all guesses). The last two are left out of a split that has a window without any before.
    A split holds the windows that every method with a forecast in it has answered. A future below zero (more refunded
    than bought) counts as nothing, as it does for the classes and in every forecast.

    ``ece`` is the expected calibration error of the class probabilities: over ten equally wide bins, mean of the
    three classes.

    Parameters
    ----------
    trends : pyarrow.Table
        Contract TRENDS. Rows without ``actual_class`` or ``future_value``, and role ``today``, do not count.
    bootstrap, seed : int
        Resamples of customers, and their seed.

    Returns
    -------
    Backtest
        Contract ``backtest_metrics``, task ``trend``, with differences against ``persistence``; and contract
        ``backtest_differences`` against each of the three baselines.
    """
    frame = trends.to_pandas()
    known = frame[frame["actual_class"].notna() & frame["future_value"].notna()].sort_values(["method", *_ROW])
    parts, paired = [OUTPUTS["backtest_metrics"].empty()], [OUTPUTS["backtest_differences"].empty()]
    with threadpool_limits(1, user_api="blas"):
        for horizon in sorted(known["horizon_months"].unique()):
            subset = known[known["horizon_months"] == horizon]
            for place, (name, role) in enumerate(_SPLITS.items()):
                split = _lay_out(subset, role, int(horizon))
                if split is not None:
                    rng = stream("trend_intervals", seed, int(horizon), place)
                    stage = Stage("trend", int(horizon), name, int(split.customer.max()) + 1, PERSISTENCE)
                    measured = {method.name: _measured(method, split) for method in split.methods}
                    drawn = _resampled(split, bootstrap, rng)
                    parts.append(metric_rows(stage, measured, drawn))
                    paired.append(difference_rows(stage, TREND_BASELINES, measured, drawn))
    return Backtest(
        OUTPUTS["backtest_metrics"].conform(pa.concat_tables(parts)),
        OUTPUTS["backtest_differences"].conform(pa.concat_tables(paired)),
    )


def _lay_out(known: pd.DataFrame, role: str, horizon: int) -> _Split | None:
    subset = _answered_by_all(known[known["role"] == role])
    population = subset.drop_duplicates(_ROW).sort_values(_ROW)
    if population.empty:
        return None
    rows = pd.MultiIndex.from_frame(population[_ROW])
    methods = []
    for name, answers in subset.groupby("method", sort=True):
        placed = answers.set_index(_ROW).reindex(rows)
        if placed["forecast"].notna().all():
            methods.append(_answers(str(name), placed))
    if all(method.name != PERSISTENCE for method in methods):
        past = np.maximum(population["past_value"].to_numpy(np.float64), 0.0)
        methods.append(_Answers(PERSISTENCE, _one_hot(np.full(len(rows), "Flat", dtype=object)), past))
    shares = _earlier_shares(known, population["window_id"].to_numpy(), horizon)
    if shares is not None:
        methods.append(_Answers(MOST_FREQUENT, np.eye(3)[shares.argmax(axis=1)]))
        methods.append(_Answers(CHANCE, shares))
    starts = np.flatnonzero(np.diff(pd.factorize(population["window_id"])[0], prepend=-1))
    return _Split(
        customer=pd.factorize(population["customer_id"], sort=True)[0],
        windows=tuple(slice(a, b) for a, b in zip(starts, [*starts[1:], len(rows)], strict=True)),
        actual=population["actual_class"].to_numpy(dtype=object),
        future=np.maximum(population["future_value"].to_numpy(np.float64), 0.0),
        methods=tuple(methods),
    )


def _answered_by_all(rows: pd.DataFrame) -> pd.DataFrame:
    every = rows["method"].nunique()
    answered = rows.groupby("window_id")["method"].nunique()
    return rows[rows["window_id"].isin(answered.index[answered == every])]


def _answers(name: str, placed: pd.DataFrame) -> _Answers:
    forecast, low, high = (
        placed[column].to_numpy(np.float64, na_value=np.nan) for column in ("forecast", "low", "high")
    )
    odds = placed[_ODDS].to_numpy(np.float64, na_value=np.nan)
    called = _one_hot(placed["predicted_class"].to_numpy(dtype=object))
    return _Answers(name, called, forecast, low, high, None if np.isnan(odds).any() else odds)


def _one_hot(called: np.ndarray) -> Floats:
    return np.stack([called == kind for kind in CLASSES], axis=1).astype(np.float64)


def _earlier_shares(known: pd.DataFrame, windows: np.ndarray, horizon: int) -> Floats | None:
    """Share of each class among history windows at least ``horizon`` before (windows are one month apart)."""
    history = known[known["role"] == "history"].drop_duplicates(_ROW)
    number = history["window_id"].str.removeprefix("W").astype(int)
    shares = np.empty((len(windows), len(CLASSES)))
    for window in np.unique(windows.astype(str)):
        before = history.loc[number <= int(window.removeprefix("W")) - horizon, "actual_class"]
        if before.empty:
            return None
        counts = before.value_counts()
        shares[windows == window] = np.array([float(counts.get(kind, 0)) for kind in CLASSES]) / len(before)
    return shares


def _measured(method: _Answers, split: _Split) -> dict[str, float]:
    counted = _from_sums(_columns(method, split).sum(axis=0)[:, None])
    found = {name: float(value[0]) for name, value in counted.items() if name in _counted(method)}
    if method.forecast is not None:
        found["mae"] = metrics.mae_loss(split.future, method.forecast)
        found["bias_percent"] = metrics.bias_percent(split.future, method.forecast)
        each = [metrics.spearman_score(split.future[w], method.forecast[w]) for w in split.windows]
        known = [value for value in each if not np.isnan(value)]
        found["spearman"] = float(np.mean(known)) if known else float("nan")
    return found


def _counted(method: _Answers) -> set[str]:
    """Metrics that follow from sums over customers, and that the method can be measured by."""
    names = {"accuracy", "macro_f1", "coverage_80"} if method.low is not None else {"accuracy", "macro_f1"}
    names |= {f"{figure}_{kind.lower()}" for figure in ("precision", "recall") for kind in CLASSES}
    return names | {"ece"} if method.odds is not None else names


def _resampled(split: _Split, draws: int, rng: np.random.Generator) -> dict[str, dict[str, Floats]]:
    columns = {method.name: _columns(method, split) for method in split.methods}
    blocks: dict[str, list[dict[str, Floats]]] = {method.name: [] for method in split.methods}
    for weights in resamples(int(split.customer.max()) + 1, draws, rng):
        sums = {name: np.zeros((of.shape[1], weights.shape[1])) for name, of in columns.items()}
        correlations: dict[str, list[Floats]] = {name: [] for name in columns}
        for window, drawn in _each_window(split, weights):
            exact = drawn.astype(np.float64)
            for name, of in columns.items():
                sums[name] += of[window].T @ exact
            forecasts = {m.name: m.forecast[window] for m in split.methods if m.forecast is not None}
            for name, rho in resampled_spearman(split.future[window], forecasts, drawn).items():
                correlations[name].append(rho)
        for name in columns:
            blocks[name].append(_from_sums(sums[name]) | _averaged(correlations[name]))
    return {name: {m: np.concatenate([b[m] for b in found]) for m in found[0]} for name, found in blocks.items()}


def _each_window(split: _Split, weights: Weights) -> Iterator[tuple[slice, Weights]]:
    for window in split.windows:
        yield window, weights[split.customer[window]]


def _columns(method: _Answers, split: _Split) -> Floats:
    """What is summed over customers: nine cells of the confusion table, errors, totals, coverage, gaps of odds."""
    cells = [(split.actual == a) * method.called[:, c] for a in CLASSES for c in range(len(CLASSES))]
    nothing = np.zeros(len(split.future))
    forecast = method.forecast if method.forecast is not None else nothing
    low = method.low if method.low is not None else nothing * np.nan
    high = method.high if method.high is not None else nothing * np.nan
    banded = ~np.isnan(low) & ~np.isnan(high)
    within = banded & (low <= split.future) & (split.future <= high)
    sums = [np.abs(forecast - split.future), forecast, split.future, within, banded]
    return np.column_stack([*cells, *sums, *_gaps(method, split)]).astype(np.float64)


def _gaps(method: _Answers, split: _Split) -> list[Floats]:
    """Probability less outcome, of each class in each bin of its probability."""
    if method.odds is None:
        return [np.zeros(len(split.future))] * (_BINS * len(CLASSES))
    place = np.minimum((method.odds * _BINS).astype(np.int64), _BINS - 1)
    gap = method.odds - _one_hot(split.actual)
    return [np.where(place[:, c] == b, gap[:, c], 0.0) for c in range(len(CLASSES)) for b in range(_BINS)]


def _from_sums(sums: Floats) -> dict[str, Floats]:
    cells = sums[:9].reshape(3, 3, -1)
    error, forecast, future, within, banded = sums[9:14]
    n = cells.sum(axis=(0, 1))
    hits = np.stack([cells[i, i] for i in range(3)])
    happened, called = cells.sum(axis=1), cells.sum(axis=0)
    f1 = ratio(2 * hits, happened + called)
    known = ~np.isnan(f1)
    found = {
        "accuracy": ratio(hits.sum(axis=0), n),
        "macro_f1": ratio(np.where(known, f1, 0.0).sum(axis=0), known.sum(axis=0)),
        "mae": ratio(error, n),
        "bias_percent": 100 * ratio(forecast - future, future),
        "coverage_80": ratio(within, banded),
        "ece": ratio(np.abs(sums[14:]).sum(axis=0) / len(CLASSES), n),
    }
    for i, kind in enumerate(CLASSES):
        found[f"precision_{kind.lower()}"] = ratio(hits[i], called[i])
        found[f"recall_{kind.lower()}"] = ratio(hits[i], happened[i])
    return found


def _averaged(correlations: Sequence[Floats]) -> dict[str, Floats]:
    if not correlations:
        return {}
    stacked = np.stack(correlations)
    known = ~np.isnan(stacked)
    return {"spearman": ratio(np.where(known, stacked, 0.0).sum(axis=0), known.sum(axis=0))}
