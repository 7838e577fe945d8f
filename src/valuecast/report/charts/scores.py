"""Charts of the scores today: their spread with the line of high-value, their overlap, and what made them up."""

from __future__ import annotations

from typing import Any

import altair as alt
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from valuecast.report.charts.chart import (
    BLUE,
    GREY,
    INK,
    ORANGE,
    PLOT,
    VERMILION,
    Chart,
    colours,
    data,
    finished,
    legend,
    names_axis,
)
from valuecast.report.measured import BASELINE
from valuecast.report.results import Results, beside
from valuecast.wording import Claim, say
from valuecast.wording.names import spaced
from valuecast.wording.numbers import in_one_style, shortened
from valuecast.wording.report.charts import scores as words

BINS = 24


def names(results: Results) -> tuple[str, ...]:
    """The scores given today to at least one customer, the 2-D score first."""
    table = results.table("value_scores")
    found = [c.removesuffix("_high_value") for c in table.column_names if c.endswith("_high_value")]
    given = [name for name in found if name in table.column_names and table[name].null_count < table.num_rows]
    return tuple(sorted(given, key=lambda name: name != BASELINE))


def high_value(results: Results, score: str) -> np.ndarray:
    """Whom a score calls high-value today, by its own rule."""
    column = results.table("value_scores")[f"{score}_high_value"]
    return np.asarray(pc.fill_null(column, False).to_numpy(zero_copy_only=False), bool)


def distributions(results: Results) -> Chart | None:
    """Each score's spread, with the line from which its own rule says high-value."""
    scores = names(results)
    if not scores:
        return None
    sizes = [int(high_value(results, score).sum()) for score in scores]
    panels = [_panel(results, score) for score in scores]
    chart = alt.concat(*panels, columns=2, spacing={"row": 18, "column": 26})
    low, high = min(sizes), max(sizes)
    ends = [Claim(size, "value_scores", rule=rule) for size, rule in ((low, "least list"), (high, "longest list"))]
    predicted = (
        results.say(words.ALIKE, n=ends[1]) if low == high else results.say(words.BETWEEN, low=ends[0], high=ends[1])
    )
    title = results.say(words.SPREAD, scores=len(scores), predicted=predicted)
    return finished("score_distributions", chart, title, words.SPREAD_READING)


def overlap(results: Results) -> Chart | None:
    """How many names each method shares with the 2-D score's list: agreement, not precision."""
    scores = names(results)
    if BASELINE not in scores:
        return None
    old = high_value(results, BASELINE)
    lists = {score: high_value(results, score) for score in scores if score != BASELINE}
    predictions = results.table("hv_predictions_today")
    if predictions.num_rows:
        found = beside(results.table("value_scores"), predictions, ["predicted_high_value"])["predicted_high_value"]
        lists[results.model or "model"] = pc.fill_null(found, False).to_numpy(zero_copy_only=False).astype(bool)
    if not lists or not old.any():
        return None
    shared = {name: int((old & new).sum()) for name, new in lists.items()}
    order = sorted(lists, key=lambda name: (-shared[name], name))
    parts = (words.ON_BOTH, words.ONLY_2D, words.ONLY_OTHER)
    rows: list[dict[str, Any]] = []
    for name in order:
        numbers = (shared[name], int(old.sum()) - shared[name], int((lists[name] & ~old).sum()))
        rows += [
            {"method": results.name_of(name), "part": p, "place": i, "n": n}
            for i, (p, n) in enumerate(zip(parts, numbers, strict=True))
        ]
    ends = [
        {
            "method": results.name_of(name),
            "words": say(words.SHARED, n=shared[name], all=int(old.sum()), share=shared[name] / old.sum()),
        }
        for name in order
    ]
    y = alt.Y("method:N", sort=[results.name_of(name) for name in order], axis=names_axis())
    bars = (
        alt.Chart(data(rows))
        .mark_bar()
        .encode(
            y=y,
            x=alt.X("n:Q", stack="zero", axis=alt.Axis(title=f"{results.grain}s", tickCount=6)),
            order="place:Q",
            color=alt.Color("part:N", scale=alt.Scale(domain=list(parts), range=[BLUE, GREY, ORANGE]), legend=legend()),
        )
    )
    text = alt.Chart(data(ends)).mark_text(align="left").encode(y=y, x=alt.value(PLOT + 14), text="words:N")
    lead = "weighted" if "weighted" in shared else order[0]
    share = Claim(float(shared[lead] / old.sum()), "value_scores", f"{BASELINE}_high_value", rule=f"shared with {lead}")
    title = results.say(words.OVERLAP, method=results.named(lead), share=share)
    chart = alt.layer(bars, text).properties(width=PLOT, height=alt.Step(26))
    return finished("score_overlap", chart, title, words.OVERLAP_READING)


def contributions(results: Results, score: str, customers: int = 12) -> Chart | None:
    """What each part added to the highest scores."""
    table = results.table("score_parts")
    table = table.filter(pc.equal(table["score"], score))
    if not table.num_rows or score not in names(results):
        return None
    best = top(results, score, customers)
    order = best["customer_id"].to_pylist()
    parts = table.filter(pc.is_in(table["customer_id"], value_set=pa.array(order, pa.string()))).to_pylist()
    kinds = list(dict.fromkeys(row["part"] for row in sorted(parts, key=lambda r: (-(r["weight"] or 0.0), r["part"]))))
    labels = _labels(order)
    rows = [
        {
            "customer": labels[r["customer_id"]],
            "part": spaced(r["part"]),
            "place": kinds.index(r["part"]),
            "n": r["contribution"] or 0.0,
        }
        for r in parts
    ]
    shown = in_one_style(best[score].to_pylist())
    ends = [{"customer": labels[c], "words": each} for c, each in zip(order, shown, strict=True)]
    y = alt.Y("customer:N", sort=[labels[c] for c in order], axis=names_axis())
    bars = (
        alt.Chart(data(rows))
        .mark_bar()
        .encode(
            y=y,
            x=alt.X("n:Q", stack="zero", axis=alt.Axis(title=words.POINTS_AXIS, tickCount=6)),
            order="place:Q",
            color=alt.Color("part:N", scale=colours([spaced(k) for k in kinds]), legend=legend(columns=4)),
        )
    )
    text = alt.Chart(data(ends)).mark_text(align="left").encode(y=y, x=alt.value(PLOT + 14), text="words:N")
    most = max(kinds, key=lambda kind: sum(r["contribution"] or 0.0 for r in parts if r["part"] == kind))
    title = results.say(words.MADE_OF, n=len(order), part=most, score=results.named(score))
    chart = alt.layer(bars, text).properties(width=PLOT, height=alt.Step(24))
    return finished("score_contributions", chart, title, words.MADE_OF_READING)


def top(results: Results, score: str, customers: int) -> pa.Table:
    """The customers with the highest score, ties by name."""
    table = results.table("value_scores")
    given = table.filter(pc.is_valid(table[score]))
    return given.sort_by([(score, "descending"), ("customer_id", "ascending")]).slice(0, customers)


def _panel(results: Results, score: str) -> alt.LayerChart:
    table = results.table("value_scores")
    values = np.asarray(table[score].to_numpy(zero_copy_only=False), float)
    given = np.isfinite(values)
    values, high = values[given], high_value(results, score)[given]
    low, top_value = float(values.min()), float(values.max())
    edges = np.linspace(low, top_value if top_value > low else low + 1.0, BINS + 1)
    place = np.clip(np.searchsorted(edges, values, side="right") - 1, 0, BINS - 1)
    rows = [
        {
            "from": float(edges[b]),
            "to": float(edges[b + 1]),
            "n": int(((place == b) & (high == flag)).sum()),
            "kind": words.HIGH if flag else words.REST,
        }
        for b in range(BINS)
        for flag in (False, True)
        if ((place == b) & (high == flag)).any()
    ]
    layers: list[alt.Chart] = [
        alt.Chart(data(rows))
        .mark_bar(binSpacing=1)
        .encode(
            x=alt.X("from:Q", bin="binned", axis=alt.Axis(title=None, tickCount=5)),
            x2="to:Q",
            y=alt.Y("n:Q", stack="zero", axis=alt.Axis(title=f"{results.grain}s", tickCount=3, minExtent=34)),
            color=alt.Color(
                "kind:N", scale=alt.Scale(domain=[words.REST, words.HIGH], range=["#A9C4DA", ORANGE]), legend=None
            ),
        )
    ]
    name = results.name_of(score)
    caption = say(words.NONE_HIGH, score=name)
    if high.any():
        least = float(values[high].min())
        caption = say(words.HIGH_FROM, score=name, least=least, n=int(high.sum()))
        layers.append(alt.Chart(data([{"at": least}])).mark_rule(color=VERMILION, strokeWidth=1.5).encode(x="at:Q"))
    title = alt.TitleParams(caption, fontSize=12, fontWeight="normal", color=INK, offset=4, frame="group")
    return alt.layer(*layers).properties(width=310, height=84, title=title)


def _labels(customers: list[str]) -> dict[str, str]:
    short = {c: shortened(c, 28) for c in customers}
    twice = {label for label in short.values() if list(short.values()).count(label) > 1}
    return {c: f"{label} #{i}" if label in twice else label for i, (c, label) in enumerate(short.items(), start=1)}
