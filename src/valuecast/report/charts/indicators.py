"""The chart of the signals that lead: which of them went with what value did afterwards."""

from __future__ import annotations

from typing import Any

from valuecast.report.charts.chart import Chart, finished
from valuecast.report.charts.estimates import Estimate, Reference, plot
from valuecast.report.results import Results
from valuecast.wording.numbers import distinguishable, known, plural

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
            f"{rho(row['correlation'])} ({rho(row['low'])} to {rho(row['high'])})",
            kind(row),
        )
        for row in rows[:SHOWN]
    ]
    clear = [row for row in rows if distinguishable(row["low"], row["high"])]
    turned = [row for row in rows if row["turned"]]
    lead = (
        f"“{clear[0]['signal'].replace('_', ' ')}” goes most with how value then changes (ρ = "
        f"{rho(clear[0]['correlation'])})"
        if clear
        else f"No signal led the change of value over {horizons[0]} months beyond chance"
    )
    signs = f"{plural(len(turned), 'signal')} changed sign" if turned else "none changed sign from window to window"
    title = f"{lead}; {signs}"
    reading = (
        f"Spearman's ρ between each signal and the change of value over the {horizons[0]} months that followed, in the "
        f"last window with a known future ({rows[0]['n']:,} {results.grain}s), with 95 % intervals. Left of the line: "
        "the more of it, the more value fell. A signal whose sign changed cannot be relied on."
    )
    axis = "rank correlation with the change of value that followed"
    chart = plot(shown, axis=axis, look="rho", references=[Reference(0.0, "no relation")])
    return finished("leading_signals", chart, title, reading)


def kind(row: dict[str, Any]) -> str:
    """How a signal leads: it changed sign, goes up or down with value, or may be chance."""
    if row["turned"]:
        return "changed sign"
    if not distinguishable(row["low"], row["high"]):
        return "may be chance"
    return "more of it, more value" if row["correlation"] > 0 else "more of it, less value"


def rho(number: float | None) -> str:
    """A rank correlation with its sign.

    >>> rho(-0.423), rho(0.0)
    ('−0.42', '0.00')
    """
    if number is None or not known(number):
        return "–"
    text = f"{number:+.2f}".replace("-", "−")
    return text if text[1:] != "0.00" else "0.00"


def _number(window: str) -> tuple[int, str]:
    digits = "".join(letter for letter in window if letter.isdigit())
    return (int(digits) if digits else 0, window)
