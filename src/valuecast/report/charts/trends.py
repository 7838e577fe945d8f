"""Charts of the trend: how many go where, and who rises and falls most."""

from __future__ import annotations

from dataclasses import dataclass, replace
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
from valuecast.report.results import Results, months_ahead
from valuecast.wording import Claim, Sentence, joined, listed, numbers, say
from valuecast.wording.numbers import shortened
from valuecast.wording.report.charts import trends as words

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
    predicted : dict of str to int
        Customers whose class it is.
    active, dormant : int
        Customers that are counted, and those that are not because they were not active in the past window.
    by_chance : bool
        Whether there are probabilities at all; without them ``expected`` is ``predicted``.
    """

    expected: dict[str, int]
    predicted: dict[str, int]
    active: int
    dormant: int
    by_chance: bool


def outlook(results: Results, horizon: int) -> Outlook:
    """The active customers by class, by the method chosen for this horizon."""
    table, scores = results.chosen_trends(horizon), results.table("value_scores")
    gone = pc.filter(scores["customer_id"], pc.invert(scores["active"])).combine_chunks()
    active = table.filter(pc.invert(pc.is_in(table["customer_id"], value_set=gone)))
    classes = np.array(active["trend_class"].to_pylist(), dtype=object)
    predicted = np.column_stack([classes == name for name in CLASSES]).astype(float)
    chances = np.column_stack([active[f"p_{name.lower()}"].to_numpy(zero_copy_only=False) for name in CLASSES])
    known = ~np.isnan(chances.astype(float)).any(axis=1)
    expected = np.where(known[:, None], chances, predicted).astype(float).sum(axis=0)
    return Outlook(
        dict(zip(CLASSES, _whole(expected, active.num_rows), strict=True)),
        {name: int(n) for name, n in zip(CLASSES, predicted.sum(axis=0), strict=True)},
        active.num_rows,
        table.num_rows - active.num_rows,
        bool(known.any()),
    )


def outlooks(results: Results) -> Sentence:
    """How many go where at each horizon."""
    return joined((_in_words(horizon, outlook(results, horizon)) for horizon in results.trend_horizons), "; ")


def _in_words(horizon: int, look: Outlook) -> Sentence:
    return say(words.OUTLOOK, months=months_ahead(horizon), **claims(look.expected, horizon, by_chance=look.by_chance))


def claims(numbers_by_class: dict[str, int], horizon: int, *, by_chance: bool) -> dict[str, Claim]:
    """Where the number of each class came from: its probabilities, or the classes."""
    where = {"horizon_months": horizon, "active": True}
    return {
        name.lower(): Claim(n, "value_trends_all_accounts", f"p_{name.lower()}", where, "sum, rounded to add up")
        if by_chance
        else Claim(n, "value_trends_all_accounts", "trend_class", {**where, "trend_class": name}, "count")
        for name, n in numbers_by_class.items()
    }


def part_of(n: Claim, look: Outlook) -> Claim:
    """A class as a share of the active."""
    share = n.value / (look.active or 1) if isinstance(n.value, int) else None
    return replace(n, value=share, rule="share of the active")


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
        label = say(words.IN_MONTHS, months=months_ahead(horizon))
        small = [row["full"] for row in rows if row["horizon"] == label and not row["words"]]
        ends.append({"horizon": label, "words": ", ".join(small), "end": look.active})
    order = [say(words.IN_MONTHS, months=months_ahead(horizon)) for horizon in horizons]
    y = alt.Y("horizon:N", sort=order, axis=names_axis(minExtent=90, maxExtent=90))
    base = alt.Chart(data(rows)).encode(y=y)
    x = alt.X("n:Q", stack="zero", axis=alt.Axis(title=results.say(words.CLASSES_AXIS), tickCount=8))
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
    title = say(words.CLASSES, outlooks=outlooks(results))
    reading = say(words.CLASSES_READING, counted=counted(results), methods=_by(results))
    return finished("trend_classes", chart, title, reading)


def counted(results: Results) -> Sentence:
    """What the numbers of the chart and the table count, in sentences."""
    looks = [outlook(results, horizon) for horizon in results.trend_horizons]
    dormant = max(look.dormant for look in looks)
    n = results.count("value_scores", dormant, active=False)
    left = results.say(words.DORMANT, n=n) if dormant else ""
    by_chance = any(look.by_chance for look in looks)
    return results.say(words.EXPECTED if by_chance else words.PREDICTED, dormant=left)


def _bars(horizon: int, look: Outlook) -> list[dict[str, Any]]:
    rows, before = [], 0
    total = look.active or 1
    for place, (name, n) in enumerate(look.expected.items()):
        full = say(words.BAR, name=name, n=n, part=n / total)
        beside = full if n / total > WIDE else say(words.NUMBER, n=n) if n / total > NARROW else ""
        rows.append(
            {
                "horizon": say(words.IN_MONTHS, months=months_ahead(horizon)),
                "class": name,
                "n": n,
                "place": place,
                "middle": before + n / 2,
                "words": beside,
                "full": full,
            }
        )
        before += n
    return rows


def _by(results: Results) -> Sentence:
    chosen = {h: results.name_of(name) for h in results.trend_horizons if (name := results.trend_method(h))}
    if len(set(chosen.values())) == 1:
        return Sentence(next(iter(chosen.values())))
    message = joined((say(words.METHOD_AT, method=name, months=months_ahead(h)) for h, name in chosen.items()), ", ")
    return message or say(words.NO_METHOD)


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
    found = [row for row in rows if (row["horizon_months"], row["direction"]) == (horizon, direction)]
    return sorted(found, key=lambda row: row["rank"])


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
            "words": numbers.signed(r["change"]),
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
        title=results.say(words.MOVERS_AXIS, months=months_ahead(horizon)),
        tickCount=6,
        labelExpr="replace(format(datum.value, ',.3~r'), '-', '−')",
    )
    x = alt.X("change:Q", scale=alt.Scale(nice=True, padding=40), axis=axis)
    chart = alt.layer(
        base.mark_bar().encode(x=x, color=alt.condition(alt.datum.change > 0, alt.value(GREEN), alt.value(VERMILION))),
        base.mark_text(align="left", dx=5, fontSize=11).encode(x="end:Q", text="words:N"),
    ).properties(width=PLOT + 60, height=alt.Step(20))
    parts = [
        say(template, **results.claims("trend_movers", some[0]))
        for template, some in ((words.RISES, rising), (words.FALLS, falling))
        if some
    ]
    title = say(words.MOVERS, months=months_ahead(horizon), movers=listed(parts))
    reading = results.say(words.MOVERS_READING, method=results.named(rows[0]["method"]))
    return finished("trend_movers", chart, title, reading)
