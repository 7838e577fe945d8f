"""Charts of the trend: how many go where, and who rises and falls most."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import altair as alt
import numpy as np
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
from valuecast.report.results import Results
from valuecast.wording.numbers import amount, count, percent, plural, shortened

EACH = 10
"""Customers of each direction in the chart."""
WIDE, NARROW = 0.16, 0.05
"""Shares from which a bar has room for its whole label, and for its number; a smaller one is labelled at the end."""


@dataclass(frozen=True)
class Outlook:
    """How many of the active customers go Up, stay Flat and go Down at one horizon.

    Parameters
    ----------
    expected : dict of str to int
        Sum of the probabilities of each class, rounded so that they add up to ``active``; a customer without
        probabilities counts as its class.
    called : dict of str to int
        Customers whose class it is.
    active, dormant : int
        Customers that are counted, and those that are not because they were not active in the past window.
    by_chance : bool
        Whether there are probabilities at all; without them ``expected`` is ``called``.
    """

    expected: dict[str, int]
    called: dict[str, int]
    active: int
    dormant: int
    by_chance: bool


def outlook(results: Results, horizon: int) -> Outlook:
    """The active customers by class, by the method chosen for this horizon."""
    table, scores = results.chosen_trends(horizon), results.table("value_scores")
    gone = pc.filter(scores["customer_id"], pc.invert(scores["active"])).combine_chunks()
    active = table.filter(pc.invert(pc.is_in(table["customer_id"], value_set=gone)))
    classes = np.array(active["trend_class"].to_pylist(), dtype=object)
    called = np.column_stack([classes == name for name in CLASSES]).astype(float)
    chances = np.column_stack([active[f"p_{name.lower()}"].to_numpy(zero_copy_only=False) for name in CLASSES])
    known = ~np.isnan(chances.astype(float)).any(axis=1)
    expected = np.where(known[:, None], chances, called).astype(float).sum(axis=0)
    return Outlook(
        dict(zip(CLASSES, _whole(expected, active.num_rows), strict=True)),
        {name: int(n) for name, n in zip(CLASSES, called.sum(axis=0), strict=True)},
        active.num_rows,
        table.num_rows - active.num_rows,
        bool(known.any()),
    )


def in_words(look: Outlook) -> str:
    """The three numbers.

    >>> in_words(Outlook({"Up": 1200, "Flat": 2, "Down": 3}, {}, 1205, 0, True))
    '1,200 up, 2 flat and 3 down'
    """
    return (
        f"{count(look.expected['Up'])} up, {count(look.expected['Flat'])} flat and {count(look.expected['Down'])} down"
    )


def classes(results: Results) -> Chart | None:
    """Up, Flat and Down at each horizon."""
    horizons = results.trend_horizons
    if not horizons:
        return None
    looks = {horizon: outlook(results, horizon) for horizon in horizons}
    rows: list[dict[str, Any]] = []
    ends = []
    for horizon, look in looks.items():
        rows += _bars(horizon, look)
        small = [row["full"] for row in rows if row["horizon"] == f"in {horizon} months" and not row["words"]]
        ends.append({"horizon": f"in {horizon} months", "words": ", ".join(small), "end": look.active})
    order = [f"in {horizon} months" for horizon in horizons]
    y = alt.Y("horizon:N", sort=order, axis=names_axis(minExtent=90, maxExtent=90))
    base = alt.Chart(data(rows)).encode(y=y)
    x = alt.X("n:Q", stack="zero", axis=alt.Axis(title=f"active {results.grain}s", tickCount=8))
    chart = alt.layer(
        base.mark_bar(size=34).encode(
            x=x, order="place:Q", color=alt.Color("class:N", scale=colours(list(CLASSES), CLASSES), legend=legend())
        ),
        base.mark_text(align="center", fontSize=11).encode(
            x="middle:Q",
            text="words:N",
            color=alt.condition("datum.class == 'Flat'", alt.value(INK), alt.value("white")),
        ),
        alt.Chart(data(ends))
        .mark_text(align="left", dx=6, fontSize=11)
        .encode(y=y, x=alt.X("end:Q", stack=None), text="words:N"),
    ).properties(width=560, height=alt.Step(48))
    told = [f"in {horizon} months {in_words(look)}" for horizon, look in looks.items()]
    title = f"Where value is expected to go: {'; '.join(told)}"
    return finished("trend_classes", chart, title, f"{counted(results)} Method: {_by(results)}.")


def counted(results: Results) -> str:
    """What the numbers of the chart and the table count, in sentences."""
    looks = [outlook(results, horizon) for horizon in results.trend_horizons]
    dormant = max(look.dormant for look in looks)
    left = (
        f" {plural(dormant, f'dormant {results.grain}')}, not active in the past window, are left out."
        if dormant
        else ""
    )
    if not any(look.by_chance for look in looks):
        return f"How many active {results.grain}s are called each; there are no probabilities.{left}"
    return (
        f"How many active {results.grain}s are expected to go each way: the sum of their probabilities, not a count of "
        f"classes.{left}"
    )


def _bars(horizon: int, look: Outlook) -> list[dict[str, Any]]:
    rows, before = [], 0
    total = look.active or 1
    for place, (name, n) in enumerate(look.expected.items()):
        full = f"{name} {count(n)} ({percent(n / total)})"
        words = full if n / total > WIDE else count(n) if n / total > NARROW else ""
        rows.append(
            {
                "horizon": f"in {horizon} months",
                "class": name,
                "n": n,
                "place": place,
                "middle": before + n / 2,
                "words": words,
                "full": full,
            }
        )
        before += n
    return rows


def _by(results: Results) -> str:
    methods = results.get("choices", "trend_method") or {}
    chosen = {h: results.name_of(str(methods[str(h)])) for h in results.trend_horizons if str(h) in methods}
    same = len(set(chosen.values())) == 1
    by = next(iter(chosen.values())) if same else ", ".join(f"{name} at {h} months" for h, name in chosen.items())
    return by or "the first there is, as none was chosen"


def _whole(parts: np.ndarray, total: int) -> list[int]:
    """Whole numbers that add up to ``total``, the largest remainders rounded up, ties in order.

    >>> _whole(np.array([1.4, 1.4, 1.2]), 4)
    [2, 1, 1]
    """
    floors = np.floor(parts + 1e-9).astype(int)
    missing = total - int(floors.sum())
    order = np.argsort(-(parts - floors), kind="stable")
    floors[order[: max(missing, 0)]] += 1
    return [int(n) for n in floors]


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
        f"By {results.named(rows[0]['method'])}, in {results.value_name}. A forecast, not a fact: its test "
        f"is in the chart of "
        "trend methods."
    )
    return finished("trend_movers", chart, f"In {horizon} months {' and '.join(parts)}", reading)


def signed(number: float | None) -> str:
    """A change of value with its sign.

    >>> signed(1234.5), signed(-20)
    ('+1,230', '−20')
    """
    return f"+{amount(number)}" if number is not None and number > 0 else amount(number)
