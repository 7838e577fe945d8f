"""The chart of the signals that lead: which of them went with what value did afterwards."""

from __future__ import annotations

from typing import Any

from valuecast.report.charts.chart import Chart, finished
from valuecast.report.charts.estimates import Estimate, Reference, plot
from valuecast.report.results import Results
from valuecast.wording import say
from valuecast.wording.numbers import distinguishable, known
from valuecast.wording.report.charts import indicators as words

SHOWN = 14
"""Most signals in the chart; the table holds them all."""


def latest(results: Results, horizon: int, target: str) -> list[dict[str, Any]]:
    """Each signal in the last window, the strongest first, with how it did in all windows.

    ``clear`` counts the windows whose interval leaves out zero, ``windows`` all of them, and ``turned`` names
    those in which the sign changed.
    """
    rows = [
        row
        for row in results.rows("trend_indicators")
        if (row["horizon_months"], row["target"]) == (horizon, target) and known(row["correlation"])
    ]
    by_signal: dict[str, list[dict[str, Any]]] = {}
    for row in sorted(rows, key=lambda row: _number(row["window_id"])):
        by_signal.setdefault(row["signal"], []).append(row)
    found = [
        {
            **subset[-1],
            "windows": len(subset),
            "clear": sum(bool(distinguishable(row["low"], row["high"])) for row in subset),
            "turned": [row["window_id"] for row in subset if row["sign_changed"]],
        }
        for subset in by_signal.values()
    ]
    return sorted(found, key=lambda row: (-abs(row["correlation"]), row["signal"]))


def leading(results: Results) -> Chart | None:
    """Which signals went with a rise or fall of value in the last window with a known future."""
    horizons = sorted({row["horizon_months"] for row in results.rows("trend_indicators")})
    rows = latest(results, horizons[0], "change") if horizons else []
    if not rows:
        return None
    shown = [
        Estimate(
            row["signal"].replace("_", " "),
            row["correlation"],
            row["low"],
            row["high"],
            say(words.ROW, rho=row["correlation"], low=row["low"], high=row["high"]),
            kind(row),
        )
        for row in rows[:SHOWN]
    ]
    clear = [row for row in rows if distinguishable(row["low"], row["high"])]
    turned = [row for row in rows if row["turned"]]
    first = results.claims("trend_indicators", clear[0] if clear else rows[0])
    lead = (
        results.say(words.LEADS, signal=first["signal"].value, rho=first["correlation"])
        if clear
        else results.say(words.NOTHING_LEADS, months=horizons[0])
    )
    signs = results.say(words.CHANGED_SIGN, n=len(turned)) if turned else words.NONE_CHANGED
    title = results.say(words.TITLE, lead=lead, signs=signs)
    reading = results.say(words.READING, months=horizons[0], n=results.claims("trend_indicators", rows[0])["n"])
    chart = plot(shown, axis=words.AXIS, look="rho", references=[Reference(0.0, words.NO_RELATION)])
    return finished("leading_signals", chart, title, reading)


def kind(row: dict[str, Any]) -> str:
    """How a signal leads: it changed sign, goes up or down with value, or may be chance."""
    if row["turned"]:
        return "changed sign"
    if not distinguishable(row["low"], row["high"]):
        return "may be chance"
    return "more of it, more value" if row["correlation"] > 0 else "more of it, less value"


def _number(window: str) -> tuple[int, str]:
    digits = "".join(letter for letter in window if letter.isdigit())
    return (int(digits) if digits else 0, window)
