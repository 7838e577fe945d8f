"""Charts of what goes with value: high-value against the rest, importances, and how the signals move together."""

from __future__ import annotations

from typing import Any

import altair as alt

from valuecast.contracts import DIMENSIONS, SIGNAL_CATALOGUE
from valuecast.report.charts.chart import INK, Chart, data, finished
from valuecast.report.charts.estimates import Estimate, Reference, plot
from valuecast.report.results import Results
from valuecast.wording.numbers import amount, distinguishable, known, listed, multiple, percent, plural

EDGE = 20.0
"""Ratios beyond it, or below one divided by it, are drawn at the edge: one of them would squeeze all others."""
CORRELATED = 22
"""Most signals in the chart of correlations; the table holds them all."""
SHOWN = 16
"""Most importances in a chart; the table holds them all."""


def compared_signals(results: Results) -> list[dict[str, Any]]:
    """High-value against the rest, furthest apart first.

    Value itself is left out where a signal of its own name says the same.
    """
    rows = results.rows("high_value_comparison")
    twice = any(row["signal"] == results.value_name for row in rows)
    kept = [row for row in rows if not (twice and row["signal"] == "value")]
    return sorted(kept, key=lambda r: (-(r["multiple"] if known(r["multiple"]) else float("-inf")), r["signal"]))


def multiples(results: Results) -> Chart | None:
    """How many times as much high-value customers have of each signal."""
    rows = [r for r in compared_signals(results) if known(r["multiple"]) and r["multiple"] > 0]
    if not rows:
        return None
    shown = [
        Estimate(
            r["signal"].replace("_", " "),
            _drawn(r["multiple"]),
            _drawn(r["low"]),
            _drawn(r["high"]),
            f"{multiple(r['multiple'])}  ({amount(r['high_value_mean'])} against {amount(r['rest_mean'])})",
            _side(r["low"], r["high"]),
        )
        for r in rows
    ]
    told = [r for r in rows if _side(r["low"], r["high"]) == "higher"][:3]
    leads = listed(f"{multiple(r['multiple'])} the {_said(r['signal'])}" for r in told)
    title = (
        f"{high_value(results)} have {leads}"
        if told
        else (f"No signal sets high-value {results.grain}s apart beyond chance")
    )
    n, rest = max(r["high_value_n"] for r in rows), max(r["rest_n"] for r in rows)
    reading = (
        f"{_called(results)} Mean of {plural(n, f'such {results.grain}')} over the mean of the other {rest:,}, "
        "with 95 % intervals; right of the line they have more of it, grey may be chance. Ratios beyond 20 times, or "
        "below a twentieth, are drawn at the edge. What goes with value need not cause it."
    )
    axis = "mean of the high-value over the mean of the rest [times, log scale]"
    chart = plot(shown, axis=axis, references=[Reference(1.0, "the same")], look="times")
    return finished("high_value_multiples", chart, title, reading)


def high_value(results: Results) -> str:
    """Who is compared with the rest: those named by the chosen model, else those high by the weighted score."""
    return (
        f"Likely high-value {results.grain}s"
        if results.has("hv_predictions_today")
        else f"{results.grain.capitalize()}s high by the weighted score"
    )


def _called(results: Results) -> str:
    if results.has("hv_predictions_today"):
        return f"High-value is whom {results.named(results.model or 'the model')} names today."
    return (
        f"No model was chosen, so high-value is the top {percent(results.share)} by the weighted score today: a "
        "description of the past."
    )


def importances(results: Results) -> Chart | None:
    """How much worse the chosen model ranks without each signal."""
    rows = [r for r in results.rows("feature_importances") if known(r["importance"])]
    if not rows:
        return None
    rows.sort(key=lambda r: (-r["importance"], r["signal"]))
    shown = [
        Estimate(
            r["signal"].replace("_", " "),
            r["importance"],
            r["low"],
            r["high"],
            f"{100 * r['importance']:.1f} points".replace("-", "−"),
            _zero(r),
        )
        for r in rows[:SHOWN]
    ]
    some = [r for r in rows if _zero(r) == "higher"]
    title = (
        f"{listed(_said(r['signal']) for r in some[:2]).capitalize()} matter most to the model; "
        f"{len(some)} of {len(rows)} signals {'matters' if len(some) == 1 else 'matter'} beyond chance"
        if some
        else f"None of {len(rows)} signals matters to the model beyond chance"
    )
    model = f" ({results.name_of(results.model)})" if results.model else ""
    reading = (
        f"Points of average precision that the chosen model{model} loses on the test months when the signal's "
        "values are "
        "shuffled. Signals that say the same share the loss, so a small figure does not mean that a signal is useless."
    )
    axis = "loss of average precision when shuffled [points]"
    chart = plot(shown, axis=axis, look="loss", references=[Reference(0.0, "no loss")])
    return finished("importances", chart, title, reading)


def correlations(results: Results) -> Chart | None:
    """Spearman correlation between today's signals."""
    rows = [r for r in results.rows("signal_correlations") if known(r["correlation"])]
    names = _told_apart(results, {r["signal"] for r in rows})
    rows = [r for r in rows if {r["signal"], r["other"]} <= names]
    if len(names) < 2:
        return None
    order = sorted(names, key=_by_dimension)
    place = {name: i for i, name in enumerate(order)}
    cells = [r for r in rows if place[r["signal"]] > place.get(r["other"], len(order))]
    pairs = sorted(cells, key=lambda r: (-abs(r["correlation"]), r["signal"], r["other"]))
    if not pairs:
        return None
    values = data(
        [
            {
                "signal": _label(r["signal"]),
                "other": _label(r["other"]),
                "rho": r["correlation"],
                "words": _hundredths(r["correlation"]),
            }
            for r in cells
        ]
    )
    labels = [_label(name) for name in order]
    step = min(34, 590 / (len(order) - 1))
    axis = {"title": None, "labelFontSize": 11, "ticks": False, "domain": False, "grid": False}
    base = alt.Chart(values).encode(
        x=alt.X("other:N", sort=labels[:-1], axis=alt.Axis(labelAngle=-55, **axis)),
        y=alt.Y("signal:N", sort=labels[1:], axis=alt.Axis(**axis)),
    )
    scale = alt.Scale(domain=[-1, 0, 1], range=["#D55E00", "#FFFFFF", "#0072B2"], interpolate="rgb")
    bar = alt.Legend(title="Spearman's ρ", orient="right", gradientLength=160, tickCount=5)
    chart = alt.layer(
        base.mark_rect(stroke="#EEEEEE").encode(color=alt.Color("rho:Q", scale=scale, legend=bar)),
        base.mark_text(fontSize=9).encode(
            text="words:N",
            color=alt.condition("abs(datum.rho) > 0.6", alt.value("white"), alt.value(INK)),
        ),
    ).properties(width=alt.Step(step), height=alt.Step(min(step, 24)))
    first = pairs[0]
    title = (
        f"{_said(first['signal']).capitalize()} and {_said(first['other'])} move together most closely "
        f"(ρ = {first['correlation']:.2f})"
    )
    reading = (
        f"Rank correlation of today's {len(order)} signals that matter most, in hundredths; below 30 left blank. "
        "Blue: together; orange: opposite."
    )
    return finished("signal_correlations", chart, title, reading)


def _told_apart(results: Results, names: set[str]) -> set[str]:
    """As many signals as a page can show, those that matter most to the model first; value not told twice."""
    twice = {"value"} if results.value_name in names and results.value_name != "value" else set()
    worth = {r["signal"]: r["importance"] for r in results.rows("feature_importances") if known(r["importance"])}
    return set(sorted(names - twice, key=lambda name: (-worth.get(name, 0.0), _by_dimension(name)))[:CORRELATED])


def _by_dimension(name: str) -> tuple[int, int, str]:
    signal = SIGNAL_CATALOGUE.get(name)
    if signal is None:
        return (len(DIMENSIONS), 0, name)
    return (DIMENSIONS.index(signal.dimension), list(SIGNAL_CATALOGUE).index(name), name)


def _label(name: str) -> str:
    return name.replace("_", " ")


def _said(signal: str) -> str:
    return "NPS answer" if signal.endswith("_rating") else signal.replace("_", " ")


def _hundredths(rho: float) -> str:
    return f"{100 * rho:.0f}".replace("-", "−") if abs(rho) >= 0.3 else ""


def _drawn(ratio: float) -> float:
    return min(max(ratio, 1 / EDGE), EDGE) if known(ratio) else ratio


def _side(low: float | None, high: float | None) -> str:
    if low is None or high is None or not (known(low) and known(high)) or low <= 1 <= high:
        return "no difference"
    return "higher" if low > 1 else "lower"


def _zero(row: dict[str, float]) -> str:
    return "higher" if distinguishable(row["low"], row["high"]) and row["importance"] > 0 else "no difference"
