"""Charts of the list that a model gives: how far its probabilities are off, and how long it may be."""

from __future__ import annotations

import altair as alt
import numpy as np

from valuecast.report.charts.chart import BLUE, GREY, INK, PER_CENT, VERMILION, Chart, data, finished
from valuecast.report.results import Results
from valuecast.wording import Claim, say
from valuecast.wording.numbers import known
from valuecast.wording.report.charts import lists as words

_LISTED = ("hv_predictions_testset", ("probability", "actual_high_value"))


def calibration(results: Results) -> Chart | None:
    """Predicted probability against what happened."""
    rows = [r for r in results.rows("calibration") if known(r["predicted"]) and known(r["observed"]) and r["n"]]
    if not rows:
        return None
    weight = np.array([r["n"] for r in rows], float)
    gap = np.array([abs(r["predicted"] - r["observed"]) for r in rows])
    off = Claim(
        round(100 * float((weight * gap).sum() / weight.sum())), "calibration", rule="mean distance weighted by n"
    )
    title = results.say(words.CALIBRATION, off=off)
    values = data([{**r, "low": _or(r["low"], r["observed"]), "high": _or(r["high"], r["observed"])} for r in rows])
    percent_axis = {"tickCount": 6, **PER_CENT}
    base = alt.Chart(values).encode(
        x=alt.X(
            "predicted:Q",
            scale=alt.Scale(domain=[0, 1]),
            axis=alt.Axis(title=words.STATED_AXIS, **percent_axis),
        )
    )
    y_axis = alt.Axis(title=words.HAPPENED_AXIS, **percent_axis)
    layers = [
        alt.Chart(data([{"a": 0, "b": 0}, {"a": 1, "b": 1}]))
        .mark_line(strokeDash=[4, 3], color=GREY)
        .encode(x="a:Q", y="b:Q"),
        base.mark_rule(strokeWidth=2, opacity=0.6, color=BLUE).encode(y=alt.Y("low:Q"), y2="high:Q"),
        base.mark_point(filled=True, size=80, color=BLUE, opacity=1).encode(
            y=alt.Y("observed:Q", scale=alt.Scale(domain=[0, 1]), axis=y_axis)
        ),
    ]
    n = Claim(int(weight.sum()), "calibration", "n", rule="sum")
    reading = results.say(words.CALIBRATION_READING, n=n, groups=results.count("calibration", len(rows)))
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
    longest = (
        results.say(words.LONGEST, names=Claim(int(enough[-1]), *_LISTED, rule="longest list at the target"))
        if enough.size
        else results.say(words.NO_LIST)
    )
    high = int(actual.sum())
    right_of_all = float(np.interp(high, [0, *sizes], [0, *hits])) / max(high, 1)
    every = results.count("hv_predictions_testset", high, actual_high_value=True)
    of_all = Claim(right_of_all, *_LISTED, rule="share right among as many as there are")
    title = results.say(words.OF_ALL, longest=longest, all=every, right=of_all)
    x = alt.X("names:Q", axis=alt.Axis(title=results.say(words.NAMES_AXIS), format=",d"))
    y = alt.Y(
        "right:Q",
        scale=alt.Scale(domain=[0, 1]),
        axis=alt.Axis(title=words.RIGHT_AXIS, tickCount=6, **PER_CENT),
    )
    marks = [
        {"at": high, "words": say(words.AS_MANY, all=high)},
        {
            "at": int(table["predicted_high_value"].to_numpy(zero_copy_only=False).sum()),
            "words": words.AT_THRESHOLD,
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
    return finished("list_length", alt.layer(*layers).properties(width=640, height=300), title, words.LENGTH_READING)


def _or(value: float | None, other: float) -> float:
    return value if value is not None and known(value) else other
