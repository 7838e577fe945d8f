"""Charts of the trend: how many go where, and who rises and falls most."""

from __future__ import annotations

from typing import Any

import altair as alt

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
from valuecast.report.names import name_of, named
from valuecast.report.results import Results
from valuecast.report.words import amount, count, percent, shortened

EACH = 10
"""Customers of each direction in the chart."""


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


def movers(results: Results, horizon: int, direction: str) -> list[dict[str, Any]]:
    """Those who rise or fall most by the chosen method, the furthest first."""
    rows = results.rows("trend_movers")
    mine = [row for row in rows if (row["horizon_months"], row["direction"]) == (horizon, direction)]
    return sorted(mine, key=lambda row: row["rank"])


def movers_chart(results: Results) -> Chart | None:
    """Who rises and falls most at the first horizon."""
    if not results.trend_horizons:
        return None
    horizon = results.trend_horizons[0]
    rising = movers(results, horizon, "rising")[:EACH]
    falling = movers(results, horizon, "falling")[:EACH]
    rows = [*rising, *reversed(falling)]
    if not rows:
        return None
    bars = [
        {
            "customer": shortened(r["customer_id"], 26),
            "change": r["change"],
            "end": max(r["change"], 0.0),
            "words": signed(r["change"]),
        }
        for r in rows
    ]
    seen: dict[str, int] = {}
    for bar in bars:
        seen[bar["customer"]] = seen.get(bar["customer"], 0) + 1
        bar["customer"] += f" #{seen[bar['customer']]}" if seen[bar["customer"]] > 1 else ""
    base = alt.Chart(data(bars)).encode(
        y=alt.Y("customer:N", sort=[bar["customer"] for bar in bars], axis=names_axis())
    )
    axis = alt.Axis(
        title=f"{results.value_name} forecast for {horizon} months minus the {horizon} months before",
        tickCount=6,
        labelExpr="replace(format(datum.value, ',.3~r'), '-', '−')",
    )
    x = alt.X("change:Q", scale=alt.Scale(nice=True, padding=40), axis=axis)
    chart = alt.layer(
        base.mark_bar().encode(x=x, color=alt.condition(alt.datum.change > 0, alt.value(GREEN), alt.value(VERMILION))),
        base.mark_text(align="left", dx=5, fontSize=11).encode(x="end:Q", text="words:N"),
    ).properties(width=PLOT + 60, height=alt.Step(20))
    parts = [f"{shortened(r[0]['customer_id'], 24)} rises most, {signed(r[0]['change'])}" for r in [rising] if r]
    parts += [f"{shortened(r[0]['customer_id'], 24)} falls most, {signed(r[0]['change'])}" for r in [falling] if r]
    reading = (
        f"By {named(rows[0]['method'])}, in {results.value_name}. A forecast, not a fact: its test is in the chart of "
        "trend methods."
    )
    return finished("trend_movers", chart, f"In {horizon} months {' and '.join(parts)}", reading)


def signed(number: float | None) -> str:
    """A change of value with its sign.

    >>> signed(1234.5), signed(-20)
    ('+1,230', '−20')
    """
    return f"+{amount(number)}" if number is not None and number > 0 else amount(number)
