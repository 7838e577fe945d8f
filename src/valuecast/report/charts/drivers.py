"""Charts of what goes with value: high-value against the rest, importances, and how the signals move together."""

from __future__ import annotations

from typing import Any

import altair as alt

from valuecast.contracts import DIMENSIONS, SIGNAL_CATALOGUE
from valuecast.report.charts.chart import INK, Chart, data, finished
from valuecast.report.charts.estimates import Estimate, Reference, plot
from valuecast.report.results import Results
from valuecast.wording import Claim, Sentence, listed, say
from valuecast.wording.names import lead, spaced
from valuecast.wording.numbers import distinguishable, known
from valuecast.wording.report.charts import drivers as words

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
            spaced(r["signal"]),
            _within_edges(r["multiple"]),
            _within_edges(r["low"]),
            _within_edges(r["high"]),
            say(words.BESIDE, ratio=r["multiple"], high=r["high_value_mean"], rest=r["rest_mean"]),
            _side(r["low"], r["high"]),
        )
        for r in rows
    ]
    some = [r for r in rows if _side(r["low"], r["high"]) == "higher"][:3]
    leads = listed(say(words.LEAD, ratio=_multiple(results, r), signal=r["signal"]) for r in some)
    title = (
        results.say(words.MULTIPLES, who_high=high_value(results), leads=leads)
        if some
        else results.say(words.NO_MULTIPLE)
    )
    n, rest = (
        Claim(max(r[name] for r in rows), "high_value_comparison", name, rule="most")
        for name in ("high_value_n", "rest_n")
    )
    reading = results.say(words.MULTIPLES_READING, called=_called(results), n=n, rest=rest)
    chart = plot(shown, axis=words.MULTIPLES_AXIS, references=[Reference(1.0, words.THE_SAME)], look="times")
    return finished("high_value_multiples", chart, title, reading)


def high_value(results: Results) -> Sentence:
    """Who is compared with the rest: those named by the chosen model, else those high by the weighted score."""
    return results.say(words.LIKELY_HIGH if results.has("hv_predictions_today") else words.HIGH_BY_SCORE)


def _called(results: Results) -> Sentence:
    if results.has("hv_predictions_today"):
        return results.say(words.BY_MODEL, model=results.named(results.model) if results.model else words.THE_MODEL)
    return results.say(words.BY_SCORE)


def _multiple(results: Results, row: dict[str, Any]) -> object:
    return results.claims("high_value_comparison", row)["multiple"]


def importances(results: Results) -> Chart | None:
    """How much worse the chosen model ranks without each signal."""
    rows = [r for r in results.rows("feature_importances") if known(r["importance"])]
    if not rows:
        return None
    rows.sort(key=lambda r: (-r["importance"], r["signal"]))
    shown = [
        Estimate(
            spaced(r["signal"]),
            r["importance"],
            r["low"],
            r["high"],
            say(words.LOSS, loss=r["importance"]),
            _zero(r),
        )
        for r in rows[:SHOWN]
    ]
    some = [r for r in rows if _zero(r) == "higher"]
    n = results.count("feature_importances", len(rows))
    first = listed(lead(r["signal"]) for r in some[:2])
    title = (
        results.say(words.IMPORTANCES, first=first, some=len(some), n=n)
        if some
        else results.say(words.NO_IMPORTANCE, n=n)
    )
    model = results.say(words.MODEL, name=results.name_of(results.model)) if results.model else ""
    reading = results.say(words.IMPORTANCES_READING, model=model)
    chart = plot(shown, axis=words.LOSS_AXIS, look="loss", references=[Reference(0.0, words.NO_LOSS)])
    return finished("importances", chart, title, reading)


def correlations(results: Results) -> Chart | None:
    """Spearman correlation between today's signals."""
    rows = [r for r in results.rows("signal_correlations") if known(r["correlation"])]
    names = _distinct(results, {r["signal"] for r in rows})
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
                "signal": spaced(r["signal"]),
                "other": spaced(r["other"]),
                "rho": r["correlation"],
                "words": _hundredths(r["correlation"]),
            }
            for r in cells
        ]
    )
    labels = [spaced(name) for name in order]
    step = min(34, 590 / (len(order) - 1))
    axis = {"title": None, "labelFontSize": 11, "ticks": False, "domain": False, "grid": False}
    base = alt.Chart(values).encode(
        x=alt.X("other:N", sort=labels[:-1], axis=alt.Axis(labelAngle=-55, **axis)),
        y=alt.Y("signal:N", sort=labels[1:], axis=alt.Axis(**axis)),
    )
    scale = alt.Scale(domain=[-1, 0, 1], range=["#D55E00", "#FFFFFF", "#0072B2"], interpolate="rgb")
    bar = alt.Legend(title=words.RHO_LEGEND, orient="right", gradientLength=160, tickCount=5)
    chart = alt.layer(
        base.mark_rect(stroke="#EEEEEE").encode(color=alt.Color("rho:Q", scale=scale, legend=bar)),
        base.mark_text(fontSize=9).encode(
            text="words:N",
            color=alt.condition("abs(datum.rho) > 0.6", alt.value("white"), alt.value(INK)),
        ),
    ).properties(width=alt.Step(step), height=alt.Step(min(step, 24)))
    first = pairs[0]
    rho = results.claims("signal_correlations", first)["correlation"]
    title = results.say(words.CORRELATIONS, one=first["signal"], other=first["other"], rho=rho)
    reading = results.say(words.CORRELATIONS_READING, n=len(order))
    return finished("signal_correlations", chart, title, reading)


def _distinct(results: Results, names: set[str]) -> set[str]:
    """As many signals as a page can show, those that matter most to the model first; value not shown twice."""
    twice = {"value"} if results.value_name in names and results.value_name != "value" else set()
    worth = {r["signal"]: r["importance"] for r in results.rows("feature_importances") if known(r["importance"])}
    return set(sorted(names - twice, key=lambda name: (-worth.get(name, 0.0), _by_dimension(name)))[:CORRELATED])


def _by_dimension(name: str) -> tuple[int, int, str]:
    signal = SIGNAL_CATALOGUE.get(name)
    if signal is None:
        return (len(DIMENSIONS), 0, name)
    return (DIMENSIONS.index(signal.dimension), list(SIGNAL_CATALOGUE).index(name), name)


def _hundredths(rho: float) -> str:
    return f"{100 * rho:.0f}".replace("-", "−") if abs(rho) >= 0.3 else ""


def _within_edges(ratio: float) -> float:
    return min(max(ratio, 1 / EDGE), EDGE) if known(ratio) else ratio


def _side(low: float | None, high: float | None) -> str:
    if low is None or high is None or not (known(low) and known(high)) or low <= 1 <= high:
        return "no difference"
    return "higher" if low > 1 else "lower"


def _zero(row: dict[str, float]) -> str:
    return "higher" if distinguishable(row["low"], row["high"]) and row["importance"] > 0 else "no difference"
