"""Charts of a snapshot without dated rows: what each segment is worth, and how health spreads within it."""

from __future__ import annotations

from typing import Any

import altair as alt

from valuecast.report.charts.chart import BLUE, INK, PER_CENT, PLOT, Chart, data, finished, legend, names_axis
from valuecast.report.results import Results
from valuecast.wording import joined, say
from valuecast.wording.names import spaced
from valuecast.wording.numbers import amount, known, percent
from valuecast.wording.report.charts import snapshot as words


def segments(results: Results, segmentation: str) -> list[dict[str, Any]]:
    """The segments of one segmentation, in their order."""
    rows = [row for row in results.rows("customer360_segments") if row["segmentation"] == segmentation]
    return sorted(rows, key=lambda row: (row["position"], row["segment"]))


def worth(results: Results, segmentation: str) -> Chart | None:
    """Each segment's share of customers beside its share of lifetime value."""
    rows = [row for row in segments(results, segmentation) if known(row["ltv_share"]) and known(row["share"])]
    if not rows:
        return None
    kinds = (words.OF_CUSTOMERS, words.OF_VALUE)
    bars = [
        {
            "segment": say(words.SEGMENT, segment=row["segment"], n=row["customers"]),
            "kind": kind,
            "share": share,
            "words": percent(share),
        }
        for row in rows
        for kind, share in zip(kinds, (row["share"], row["ltv_share"]), strict=True)
    ]
    lead = max(rows, key=lambda row: (row["ltv_share"] - row["share"], row["segment"]))
    title = results.say(words.WORTH, **results.claims("customer360_segments", lead))
    order = list(dict.fromkeys(bar["segment"] for bar in bars))
    base = alt.Chart(data(bars)).encode(
        y=alt.Y("segment:N", sort=order, axis=names_axis(), scale=alt.Scale(paddingInner=0.25)),
        yOffset=alt.YOffset("kind:N", sort=list(kinds)),
    )
    x = alt.X("share:Q", axis=alt.Axis(title=words.SHARE_AXIS, tickCount=6, **PER_CENT))
    colour = alt.Color("kind:N", scale=alt.Scale(domain=list(kinds), range=["#B8B8B8", BLUE]), legend=legend())
    chart = alt.layer(
        base.mark_bar().encode(x=x, color=colour),
        base.mark_text(align="left", dx=5, fontSize=11).encode(x="share:Q", text="words:N"),
    ).properties(width=PLOT + 40, height=alt.Step(17))
    return finished(f"snapshot_{segmentation}", chart, title, words.WORTH_READING)


def boxes(results: Results, measure: str) -> Chart | None:
    """How a measure spreads within each segment: median, quartiles, whiskers."""
    rows = [row for row in results.rows("customer360_boxes") if row["measure"] == measure and known(row["median"])]
    if not rows:
        return None
    values = [
        {**row, "label": say(words.SEGMENT, segment=row["segment"], n=row["n"]), "words": amount(row["median"])}
        for row in rows
    ]
    values.sort(key=lambda row: (row["segmentation"], -row["median"], row["segment"]))
    best = max(rows, key=lambda row: (row["median"], row["segment"]))
    least = min(rows, key=lambda row: (row["median"], row["segment"]))
    ends = (say(words.END, **results.claims("customer360_boxes", row)) for row in (best, least))
    title = say(words.BOXES, measure=measure, ends=joined(ends, ", "))
    y = alt.Y("label:N", sort=[row["label"] for row in values], axis=names_axis())
    base = alt.Chart(data(values)).encode(y=y)
    axis = alt.Axis(title=spaced(measure), tickCount=6)
    chart = alt.layer(
        base.mark_rule(color="#777777").encode(x=alt.X("whisker_low:Q", axis=axis), x2="whisker_high:Q"),
        base.mark_bar(color=BLUE, opacity=0.75, size=13).encode(x=alt.X("q1:Q", axis=axis), x2="q3:Q"),
        base.mark_tick(color=INK, thickness=2.5, size=15).encode(x=alt.X("median:Q", axis=axis)),
        base.mark_text(align="left").encode(x=alt.value(PLOT + 14), text="words:N"),
    ).properties(width=PLOT, height=alt.Step(24))
    return finished(f"snapshot_{measure}", chart, title, words.BOXES_READING)
