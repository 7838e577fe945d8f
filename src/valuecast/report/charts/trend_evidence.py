"""The chart of how well each trend method tells Up, Flat and Down apart."""

from __future__ import annotations

from valuecast.report import measured
from valuecast.report.charts.chart import Chart, finished
from valuecast.report.charts.estimates import Estimate, plot
from valuecast.report.results import Results
from valuecast.wording.numbers import percent, percent_interval


def trend_methods(results: Results) -> Chart | None:
    """How well each trend method tells Up, Flat and Down apart."""
    rows, words = [], []
    for horizon in sorted({r["horizon_months"] for r in results.rows("backtest_metrics") if r["task"] == "trend"}):
        found = measured.figures(results, "macro_f1", task="trend", horizon=horizon)
        chosen = (results.get("choices", "trend_method") or {}).get(str(horizon))
        rows += [
            Estimate(
                f"{horizon} months: {results.name_of(f.method)}",
                f.value,
                f.low,
                f.high,
                percent_interval(f.value, f.low, f.high),
                _trend_kind(results, f.method, chosen),
            )
            for f in found
        ]
        lead = measured.of(found, chosen)
        words += [f"at {horizon} months {percent(lead.value)} for {results.named(lead.method)}"] if lead else []
    if not rows:
        return None
    title = (
        f"How well Up, Flat and Down are told apart: {', '.join(words)}"
        if words
        else "How well Up, Flat and Down are told apart"
    )
    reading = (
        "Macro F1 on test months: the mean over the three classes of how well each is found and how often a call is "
        "right; 100 % is perfect. “Guessing by past shares” names each class as often as it happened before: what "
        "chance alone gets. Bars are 95 % intervals."
    )
    return finished("trend_methods", plot(rows, axis="macro F1 on the test months [%]"), title, reading)


def _trend_kind(results: Results, method: str, chosen: str | None) -> str:
    kind = measured.kind(results, method, chosen)
    return kind if kind in ("chosen", "simple rule") else "other method"
