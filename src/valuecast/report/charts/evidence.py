"""Charts of what was measured: methods side by side, differences, calibration, and how long a list may be."""

from __future__ import annotations

import altair as alt
import numpy as np

from valuecast.report import measured
from valuecast.report.charts.chart import BLUE, GREY, INK, PER_CENT, VERMILION, Chart, data, finished
from valuecast.report.charts.estimates import Estimate, Reference, plot
from valuecast.report.results import Results
from valuecast.report.words import (
    count,
    distinguishable,
    known,
    name_of,
    named,
    percent,
    percent_interval,
    plural,
    points,
    points_interval,
    sentence,
)


def r_precision(results: Results) -> Chart | None:
    """Every method's list, as long as there are high-value customers: which share of it is right."""
    found = measured.figures(results, "r_precision")
    if not found:
        return None
    chosen = measured.strongest_score(results)
    lead = _of(found, results.model) or _of(found, chosen) or found[0]
    base = _of(found, measured.BASELINE)
    against = f", the 2-D score {percent(base.value)}" if base and base is not lead else ""
    horizon = "quarter" if results.horizon == 3 else f"{results.horizon} months"
    title = sentence(
        f"{named(lead.method)} finds {percent(lead.value)} of the next {horizon}'s high-value {results.grain}s{against}"
    ).rstrip(".")
    ceiling = results.ceiling
    lines = [Reference(ceiling[0], f"noise ceiling {percent(ceiling[0])}")] if ceiling else []
    rows = _estimates(found, results)
    axis = f"right names on a list as long as there are high-value {results.grain}s [%]"
    reading = (
        f"Test months, {plural(found[0].n, results.grain)}; bars are 95 % intervals. "
        "Where two bars overlap much, the next chart says whether the difference is real."
    )
    return finished("methods_r_precision", plot(rows, axis=axis, references=lines), title, reading)


def precision(results: Results) -> Chart | None:
    """Of the customers that each method calls high-value by its own rule: how many were."""
    found = measured.figures(results, "precision")
    if not found:
        return None
    lead = _of(found, results.model) or found[0]
    verdict = {"met": "reaches", "not certain": "reaches, but not for certain,", "not met": "misses"}
    wish = measured.wish(lead, results.target)
    title = sentence(
        f"of those that {named(lead.method)} names, {percent(lead.value)} were high-value: it "
        f"{verdict[wish]} the {percent(results.target)} wish"
    ).rstrip(".")
    rows = _estimates(found, results)
    lines = [Reference(results.target, f"wish {percent(results.target)}")]
    reading = (
        "Precision at each method's own rule: scores name their top share, models those above the threshold chosen on "
        "validation months; “top share” is the chosen model naming as many as the scores do. A method that names fewer "
        "can be right more often; see recall in the table."
    )
    axis = f"share of the named {results.grain}s that turned out high-value [%]"
    return finished("methods_precision", plot(rows, axis=axis, references=lines), title, reading)


def differences(results: Results) -> Chart | None:
    """Each method minus the 2-D score on the same customers."""
    found = [f for f in measured.figures(results, "r_precision") if f.difference is not None and f.method != f.baseline]
    if not found:
        return None
    found.sort(key=lambda f: (-(f.difference or 0.0), f.method))
    rows = [
        Estimate(name_of(f.method), f.difference or 0.0, f.difference_low, f.difference_high, _gap(f), _told(f))
        for f in found
    ]
    better = [row.label for row in rows if row.kind == "higher"]
    lower = sum(row.kind == "lower" for row in rows)
    worse = f", {count(lower)} worse" if lower else ""
    other = name_of(found[0].baseline or measured.BASELINE)
    title = (
        f"{count(len(better))} of {len(rows)} methods do better than the {other} beyond chance{worse}"
        if better
        else f"No method is distinguishable from the {other} for the better{worse}"
    )
    reading = "Paired difference on the same customers with its 95 % interval; grey means that it may be chance."
    chart = plot(
        rows,
        axis=f"R-precision minus that of the {other} [points]",
        look="points",
        references=[Reference(0.0, "no difference")],
    )
    return finished("methods_difference", chart, title, reading)


def calibration(results: Results) -> Chart | None:
    """Predicted probability against what happened."""
    rows = [r for r in results.rows("calibration") if known(r["predicted"]) and known(r["observed"]) and r["n"]]
    if not rows:
        return None
    weight = np.array([r["n"] for r in rows], float)
    gap = np.array([abs(r["predicted"] - r["observed"]) for r in rows])
    off = plural(round(100 * float((weight * gap).sum() / weight.sum())), "point")
    title = f"A stated probability is off by {off} on average"
    values = data([{**r, "low": _or(r["low"], r["observed"]), "high": _or(r["high"], r["observed"])} for r in rows])
    percent_axis = {"tickCount": 6, **PER_CENT}
    base = alt.Chart(values).encode(
        x=alt.X(
            "predicted:Q",
            scale=alt.Scale(domain=[0, 1]),
            axis=alt.Axis(title="probability that was stated [%]", **percent_axis),
        )
    )
    y_axis = alt.Axis(title="share that turned out high-value [%]", **percent_axis)
    layers = [
        alt.Chart(data([{"a": 0, "b": 0}, {"a": 1, "b": 1}]))
        .mark_line(strokeDash=[4, 3], color=GREY)
        .encode(x="a:Q", y="b:Q"),
        base.mark_rule(strokeWidth=2, opacity=0.6, color=BLUE).encode(y=alt.Y("low:Q"), y2="high:Q"),
        base.mark_point(filled=True, size=80, color=BLUE, opacity=1).encode(
            y=alt.Y("observed:Q", scale=alt.Scale(domain=[0, 1]), axis=y_axis)
        ),
    ]
    total = plural(int(weight.sum()), results.grain)
    reading = (
        f"Test months, {total} in {len(rows)} groups of like probability; on the dashed line, statement and outcome "
        "agree. Bars are 95 % Wilson intervals."
    )
    return finished("calibration", alt.layer(*layers).properties(width=520, height=300), title, reading)


def list_length(results: Results) -> Chart | None:
    """How right a list is as it grows, on the test months."""
    table = results.table("hv_predictions_testset")
    if table.num_rows < 20:
        return None
    probability = table["probability"].to_numpy()
    actual = table["actual_high_value"].to_numpy(zero_copy_only=False).astype(float)
    _, place = np.unique(-probability, return_inverse=True)
    sizes, hits = np.bincount(place).cumsum(), np.bincount(place, weights=actual).cumsum()
    shown = np.arange(10, min(len(actual), max(30, round(2.5 * actual.sum()))) + 1)
    right = np.interp(shown, [0, *sizes], [0, *hits]) / shown
    keep = np.unique(np.linspace(0, shown.size - 1, min(shown.size, 400)).round().astype(int))
    values = data([{"names": int(shown[i]), "right": float(right[i])} for i in keep])
    enough = shown[right >= results.target]
    said = (
        f"the longest list that is still {percent(results.target)} right has {count(enough[-1])} names"
        if enough.size
        else (f"no list of ten names or more is {percent(results.target)} right")
    )
    everyone = int(actual.sum())
    title = sentence(
        f"with hindsight, {said}; one of all {count(everyone)} is "
        f"{percent(float(np.interp(everyone, [0, *sizes], [0, *hits])) / max(everyone, 1))} "
        "right"
    ).rstrip(".")
    x = alt.X("names:Q", axis=alt.Axis(title=f"{results.grain}s on the list, most probable first", format=",d"))
    y = alt.Y(
        "right:Q",
        scale=alt.Scale(domain=[0, 1]),
        axis=alt.Axis(title="share that is right [%]", tickCount=6, **PER_CENT),
    )
    marks = [
        {"at": everyone, "words": f"as many as there are ({count(everyone)})"},
        {
            "at": int(table["predicted_high_value"].to_numpy(zero_copy_only=False).sum()),
            "words": "at the chosen threshold",
        },
    ]
    upright = alt.Chart(data([mark for mark in marks if 10 <= mark["at"] <= shown[-1]]))  # type: ignore[operator]
    layers = [
        alt.Chart(data([{"at": results.target}])).mark_rule(strokeDash=[4, 3], color=VERMILION).encode(y="at:Q"),
        upright.mark_rule(strokeDash=[2, 3], color="#666666").encode(x="at:Q"),
        upright.mark_text(align="left", baseline="bottom", dx=4, dy=-4, angle=270, fontSize=11, color="#555555").encode(
            x="at:Q", y=alt.value(300), text="words:N"
        ),
        alt.Chart(values).mark_line(color=INK, strokeWidth=2).encode(x=x, y=y),
    ]
    reading = (
        "Test months; the orange line is the wish. The length is read off with hindsight: no threshold was "
        "chosen from it. "
        "Customers with the same probability share their places evenly."
    )
    return finished("list_length", alt.layer(*layers).properties(width=640, height=300), title, reading)


def trend_methods(results: Results) -> Chart | None:
    """How well each trend method tells Up, Flat and Down apart."""
    rows, words = [], []
    for horizon in sorted({r["horizon_months"] for r in results.rows("backtest_metrics") if r["task"] == "trend"}):
        found = measured.figures(results, "macro_f1", task="trend", horizon=horizon)
        chosen = (results.get("choices", "trend_method") or {}).get(str(horizon))
        rows += [
            Estimate(
                f"{horizon} months: {name_of(f.method)}",
                f.value,
                f.low,
                f.high,
                _figure(f),
                _trend_kind(f.method, chosen),
            )
            for f in found
        ]
        lead = _of(found, chosen)
        words += [f"at {horizon} months {percent(lead.value)} for {named(lead.method)}"] if lead else []
    if not rows:
        return None
    title = (
        f"How well Up, Flat and Down are told apart: {', '.join(words)}"
        if words
        else "How well Up, Flat and Down are told apart"
    )
    reading = (
        "Macro F1 on test months: the mean over the three classes of how well each is found and how often a call is "
        "right; 100 % is perfect, and guessing evenly gets about 33 %, less where a class is rare. Bars are 95 "
        "% intervals."
    )
    return finished("trend_methods", plot(rows, axis="macro F1 on the test months [%]"), title, reading)


def _estimates(found: tuple[measured.Figure, ...], results: Results) -> list[Estimate]:
    return [
        Estimate(name_of(f.method), f.value, f.low, f.high, _figure(f), measured.kind(f.method, results.model))
        for f in found
    ]


def _trend_kind(method: str, chosen: str | None) -> str:
    kind = measured.kind(method, chosen)
    return "chosen" if kind == "chosen" else "simple rule" if kind == "simple rule" else "other method"


def _figure(found: measured.Figure) -> str:
    return percent_interval(found.value, found.low, found.high)


def _gap(found: measured.Figure) -> str:
    return f"{points(found.difference)} ({points_interval(found.difference_low, found.difference_high)})"


def _told(found: measured.Figure) -> str:
    if not distinguishable(found.difference_low, found.difference_high):
        return "no difference"
    return "higher" if (found.difference or 0.0) > 0 else "lower"


def _of(found: tuple[measured.Figure, ...] | list[measured.Figure], method: str | None) -> measured.Figure | None:
    return next((f for f in found if f.method == method), None)


def _or(value: float | None, other: float) -> float:
    return value if value is not None and known(value) else other
