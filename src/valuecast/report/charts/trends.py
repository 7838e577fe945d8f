"""Charts of the trend: how many go where, and who rises and falls most."""

from __future__ import annotations

from typing import Any

import altair as alt
import pyarrow.compute as pc

from valuecast.report.charts.chart import (
    CLASSES,
    GREEN,
    INK,
    PLOT,
    VERMILION,
    Chart,
    colours,
    data,
    finished,
    legend,
    names_axis,
)
from valuecast.report.names import name_of
from valuecast.report.results import Results
from valuecast.report.words import count, percent, shortened, signed_points


def sizes(results: Results, horizon: int) -> dict[str, int]:
    """How many customers go Up, stay Flat and go Down, by the method chosen for this horizon."""
    classes = results.chosen_trends(horizon)["trend_class"].to_pylist()
    return {name: classes.count(name) for name in CLASSES}


def classes(results: Results) -> Chart | None:
    """Up, Flat and Down at each horizon."""
    horizons = results.trend_horizons
    if not horizons:
        return None
    rows: list[dict[str, Any]] = []
    told = []
    for horizon in horizons:
        found = sizes(results, horizon)
        total = sum(found.values()) or 1
        before = 0
        for place, (name, n) in enumerate(found.items()):
            words = f"{name} {count(n)} ({percent(n / total)})" if n / total > 0.13 else ""
            rows.append(
                {
                    "horizon": f"in {horizon} months",
                    "class": name,
                    "n": n,
                    "place": place,
                    "middle": before + n / 2,
                    "words": words,
                }
            )
            before += n
        told.append(
            f"in {horizon} months {count(found['Up'])} up, {count(found['Flat'])} flat and {count(found['Down'])} down"
        )
    order = [f"in {horizon} months" for horizon in horizons]
    base = alt.Chart(data(rows)).encode(y=alt.Y("horizon:N", sort=order, axis=names_axis(minExtent=90, maxExtent=90)))
    x = alt.X("n:Q", stack="zero", axis=alt.Axis(title=f"{results.grain}s", tickCount=8))
    chart = alt.layer(
        base.mark_bar(size=34).encode(
            x=x, order="place:Q", color=alt.Color("class:N", scale=colours(list(CLASSES), CLASSES), legend=legend())
        ),
        base.mark_text(align="center", fontSize=11).encode(
            x="middle:Q",
            text="words:N",
            color=alt.condition("datum.class == 'Flat'", alt.value(INK), alt.value("white")),
        ),
    ).properties(width=620, height=alt.Step(48))
    methods = results.get("choices", "trend_method") or {}
    chosen = {h: name_of(str(methods[str(h)])) for h in horizons if str(h) in methods}
    same = len(set(chosen.values())) == 1
    by = next(iter(chosen.values())) if same else ", ".join(f"{name} at {h} months" for h, name in chosen.items())
    reading = f"Every {results.grain}, the dormant too. Method: {by or 'the first there is, as none was chosen'}."
    return finished("trend_classes", chart, f"Where value goes: {'; '.join(told)}", reading)


def movers(results: Results, horizon: int, each: int = 10) -> tuple[list[dict[str, Any]], str | None]:
    """The customers who rise and fall most, and the method that says so.

    The chosen method comes first; where it moves nobody, the first other method that moves someone.
    """
    chosen = results.chosen_trends(horizon)
    table = results.trends.filter(pc.equal(results.trends["horizon_months"], horizon))
    first = chosen["method"].to_pylist()[:1]
    for method in [*first, *sorted(set(table["method"].to_pylist()) - set(first))]:
        rows = table.filter(pc.equal(table["method"], method))
        moved = rows.filter(pc.fill_null(pc.not_equal(rows["delta"], 0.0), False))
        if moved.num_rows:
            rising = moved.filter(pc.greater(moved["delta"], 0.0))
            falling = moved.filter(pc.less(moved["delta"], 0.0))
            up = rising.sort_by([("delta", "descending"), ("customer_id", "ascending")]).slice(0, each).to_pylist()
            down = falling.sort_by([("delta", "ascending"), ("customer_id", "ascending")]).slice(0, each).to_pylist()
            return [*up, *reversed(down)], method
    return [], None


def movers_chart(results: Results) -> Chart | None:
    """Who rises and falls most at the first horizon."""
    if not results.trend_horizons:
        return None
    horizon = results.trend_horizons[0]
    rows, method = movers(results, horizon)
    if not rows:
        return None
    bars = [
        {
            "customer": f"{shortened(r['customer_id'], 26)}",
            "delta": r["delta"],
            "end": max(r["delta"], 0.0),
            "words": signed_points(r["delta"]),
        }
        for r in rows
    ]
    seen: dict[str, int] = {}
    for bar in bars:
        seen[bar["customer"]] = seen.get(bar["customer"], 0) + 1
        bar["customer"] += f" #{seen[bar['customer']]}" if seen[bar["customer"]] > 1 else ""
    y = alt.Y("customer:N", sort=[bar["customer"] for bar in bars], axis=names_axis())
    base = alt.Chart(data(bars)).encode(y=y)
    x = alt.X(
        "delta:Q",
        scale=alt.Scale(nice=True, padding=34),
        axis=alt.Axis(title=f"predicted value score in {horizon} months minus today's [points of 100]", tickCount=8),
    )
    chart = alt.layer(
        base.mark_bar().encode(x=x, color=alt.condition(alt.datum.delta > 0, alt.value(GREEN), alt.value(VERMILION))),
        base.mark_text(align="left", dx=5, fontSize=11).encode(x="end:Q", text="words:N"),
    ).properties(width=PLOT + 60, height=alt.Step(20))
    high, low = max(rows, key=lambda r: r["delta"]), min(rows, key=lambda r: r["delta"])
    parts = (
        [f"{shortened(high['customer_id'], 24)} rises most, {signed_points(high['delta'])} points"]
        if high["delta"] > 0
        else []
    )
    parts += (
        [f"{shortened(low['customer_id'], 24)} falls most, {signed_points(low['delta'])}"] if low["delta"] < 0 else []
    )
    reading = (
        f"By {name_of(method or '')}; value scores run from 0 to 100. A forecast, not a fact: its test is "
        "in the chart of trend methods."
    )
    return finished("trend_movers", chart, f"In {horizon} months {' and '.join(parts)}", reading)
