"""How far the trend can be believed: methods side by side on test months, and where a simple rule does better."""

from __future__ import annotations

import numpy as np

from valuecast.report import measured
from valuecast.report.blocks import Block, Grid, Text, figures
from valuecast.report.charts import trend_evidence as charts
from valuecast.report.charts.chart import CLASSES
from valuecast.report.results import Results
from valuecast.report.sections.missing import why
from valuecast.wording.numbers import UNKNOWN, amount, count, listed, percent, percent_interval, plural


def tested(results: Results) -> list[Block]:
    """The chart and table of trend methods, and where another guide than the chosen one is the better."""
    rows = []
    for horizon in sorted({r["horizon_months"] for r in results.rows("backtest_metrics") if r["task"] == "trend"}):
        chosen = (results.get("choices", "trend_method") or {}).get(str(horizon))
        rows += [
            _row(results, found, horizon, chosen)
            for found in measured.figures(results, "macro_f1", task="trend", horizon=horizon)
        ]
    if not rows:
        return [Text(f"None of these forecasts could be tested on a known future. {why(results)}", "caution")]
    header = (
        "months",
        "method",
        "macro F1",
        "right class",
        f"error of the {results.value_name} forecast",
        "total bias",
        "held by 8 in 10",
        "against guessing by past shares",
        "points over “no change”",
    )
    told = (
        "Right class is the share of customers whose class came true; the error is the mean distance between "
        "forecast and "
        "outcome; bias is how far the total is off; an 8-in-10 interval should hold 80 %."
    )
    grid = Grid("Trend methods on the test months", header, tuple(rows), frozenset({0, 2, 3, 4, 5, 6, 8}))
    cautions = [Text(text, "caution") for text in (*_outdone(results), *_unlikely(results), *_untested(results))]
    return [*cautions, *figures(charts.trend_methods(results)), Text(told), grid]


def _row(results: Results, found: measured.Figure, horizon: int, chosen: str | None) -> tuple[str, ...]:
    def other(metric: str) -> measured.Figure | None:
        return measured.figure(results, found.method, metric, task="trend", horizon=horizon)

    accuracy, mae, bias, coverage = (other(m) for m in ("accuracy", "mae", "bias_percent", "coverage_80"))
    return (
        str(horizon),
        results.name_of(found.method) + (" (chosen)" if found.method == chosen else ""),
        percent_interval(found.value, found.low, found.high),
        percent_interval(accuracy.value, accuracy.low, accuracy.high) if accuracy else UNKNOWN,
        amount(mae.value) if mae else UNKNOWN,
        percent(bias.value / 100) if bias else UNKNOWN,
        percent(coverage.value) if coverage else UNKNOWN,
        _against_guessing(results, found, horizon),
        measured.gap(found) if found.method != found.baseline else UNKNOWN,
    )


def _against_guessing(results: Results, found: measured.Figure, horizon: int) -> str:
    """In a word whether a method beats guessing, with the paired difference in points where the run has it."""
    told, better = measured.over_chance(results, found.method, horizon)
    if not told:
        return UNKNOWN
    paired = measured.paired_difference(results, found, horizon, "chance")
    return ("better" if better else "no better") + (f", {measured.gap(paired)}" if paired else "")


def _outdone(results: Results) -> list[str]:
    """Where a simple rule does better than the chosen method on another count."""
    said = []
    for horizon in results.trend_horizons:
        chosen = (results.get("choices", "trend_method") or {}).get(str(horizon))
        f1, right, error = (_of(results, chosen, metric, horizon) for metric in ("macro_f1", "accuracy", "mae"))
        told, better = measured.over_chance(results, f1.method, horizon) if f1 else ("", True)
        if f1 and told and not better:
            said.append(f"At {horizon} months {results.named(f1.method)} tells the three classes apart poorly: {told}.")
        common, still = _of(results, "most_frequent", "accuracy", horizon), _of(results, "persistence", "mae", horizon)
        if right and common and common.value > right.value:
            said.append(
                f"At {horizon} months always naming the commonest class is right more often "
                f"({percent(common.value)}) than {results.named(right.method)} ({percent(right.value)})."
            )
        if error and still and error.method != still.method and still.value < error.value:
            said.append(
                f"At {horizon} months “no change” errs less on {results.value_name} ({amount(still.value)} on average) "
                f"than {results.named(error.method)} ({amount(error.value)})."
            )
    return [" ".join(said)] if said else []


def _unlikely(results: Results) -> list[str]:
    """How many customers are put in a class that is not the likeliest by the stated chances."""
    said = []
    for horizon in results.trend_horizons:
        table = results.chosen_trends(horizon)
        chances = np.column_stack([table[f"p_{name.lower()}"].to_numpy(zero_copy_only=False) for name in CLASSES])
        known_ones = ~np.isnan(chances.astype(float)).any(axis=1)
        if known_ones.any():
            named_at = np.array([list(CLASSES).index(name) for name in table["trend_class"].to_pylist()])[known_ones]
            best = chances[known_ones]
            other = int((best[np.arange(len(best)), named_at] < best.max(axis=1)).sum())
            said += [f"{count(other)} of {plural(len(best), results.grain)} at {horizon} months"] if other else []
    if not said:
        return []
    return [
        "The class that the method names is not the one that came true most often after such a forecast for "
        f"{listed(said)}: "
        "there the chances are the better guide."
    ]


def _untested(results: Results) -> list[str]:
    """Horizons at which nothing could be tested, and those at which the chosen method could not."""
    tested_ones = {r["horizon_months"] for r in results.rows("backtest_metrics") if r["task"] == "trend"}
    horizons = listed(str(h) for h in results.trend_horizons if h not in tested_ones)
    said = (
        [
            f"The forecast at {horizons} months could not be tested: the history is too short for a known "
            "future of that length."
        ]
        if horizons
        else []
    )
    for horizon in results.trend_horizons:
        chosen = (results.get("choices", "trend_method") or {}).get(str(horizon))
        if horizon in tested_ones and chosen and _of(results, chosen, "macro_f1", horizon) is None:
            said.append(
                f"At {horizon} months {results.named(chosen)} was chosen for how it did over a shorter "
                f"time, and could not be "
                f"tested itself; of those that could, {_best(results, horizon)} did best."
            )
    return said


def _best(results: Results, horizon: int) -> str:
    found = measured.figures(results, "macro_f1", task="trend", horizon=horizon)
    return f"{results.named(found[0].method)} ({percent(found[0].value)})" if found else "none"


def _of(results: Results, method: str | None, metric: str, horizon: int) -> measured.Figure | None:
    return measured.figure(results, method, metric, task="trend", horizon=horizon) if method else None
