"""Charts of the months gone by: who moved between tiers, and how those called high-value fared since."""

from __future__ import annotations

from datetime import date
from typing import Any

import altair as alt

from valuecast.report.charts.chart import BLUE, INK, PER_CENT, TIERS, Chart, data, finished
from valuecast.report.results import Results
from valuecast.wording import Claim, say
from valuecast.wording.numbers import day, known, ordered
from valuecast.wording.report.charts import history as words

SPAN = 3
"""Months over which moves are drawn, where they were counted over several spans [months]."""


def spans(results: Results) -> tuple[int, ...]:
    """The spans over which moves were counted [months]."""
    return tuple(sorted({row["months"] for row in results.rows("tier_migration")}))


def moves(results: Results, months: int) -> list[dict[str, Any]]:
    """Moves over one span, the highest tier first."""
    rows = [row for row in results.rows("tier_migration") if row["months"] == months]
    return sorted(rows, key=lambda row: (_place(row["from_tier"]), _place(row["to_tier"])))


def in_and_out(results: Results, months: int) -> tuple[Claim, Claim, Claim]:
    """How many were High then, left the tier since, and came into it."""
    rows = moves(results, months)
    were = sum(row["customers"] for row in rows if row["from_tier"] == "High")
    stayed = sum(row["customers"] for row in rows if row["from_tier"] == row["to_tier"] == "High")
    came = sum(row["customers"] for row in rows if row["to_tier"] == "High") - stayed
    where: dict[str, Any] = {"months": months, "tier": "High"}
    return (
        Claim(were, "tier_migration", "customers", where, "sum of those in it then"),
        Claim(were - stayed, "tier_migration", "customers", where, "sum of those who left it"),
        Claim(came, "tier_migration", "customers", where, "sum of those who came into it"),
    )


def migration(results: Results) -> Chart | None:
    """Which tier customers came from and which they are in now."""
    given = spans(results)
    if not given:
        return None
    months = SPAN if SPAN in given else given[-1]
    rows = moves(results, months)
    were, left, came = in_and_out(results, months)
    title = results.say(words.MIGRATION, months=months, left=left, were=were, came=came)
    cells = [
        {
            "from": row["from_tier"],
            "to": row["to_tier"],
            "share": row["share"] if known(row["share"]) else 0.0,
            "words": say(words.CELL, **row) if row["customers"] else "",
        }
        for row in rows
    ]
    then = ordered({row["from_tier"] for row in rows}, list(TIERS))
    now = ordered({row["to_tier"] for row in rows}, list(TIERS))
    axis = {"ticks": False, "domain": False, "grid": False, "labelAngle": 0}
    base = alt.Chart(data(cells)).encode(
        x=alt.X("to:N", sort=now, axis=alt.Axis(title=words.NOW, orient="top", **axis)),
        y=alt.Y("from:N", sort=then, axis=alt.Axis(title=say(words.AGO, months=months), **axis)),
    )
    scale = alt.Scale(domain=[0, 1], range=["#FFFFFF", BLUE], interpolate="rgb")
    chart = alt.layer(
        base.mark_rect(stroke="#DDDDDD").encode(color=alt.Color("share:Q", scale=scale, legend=None)),
        base.mark_text().encode(
            text="words:N", color=alt.condition("datum.share > 0.6", alt.value("white"), alt.value(INK))
        ),
    ).properties(width=520, height=alt.Step(40))
    reading = results.say(words.MIGRATION_READING)
    return finished("tier_migration", chart, title, reading)


def cohorts(results: Results) -> Chart | None:
    """How many of those who were High still are, and how much of their value is left."""
    rows = [row for row in results.rows("high_value_cohorts") if row["customers"] and known(row["still_high"])]
    looks = sorted({row["as_of"] for row in rows})
    if len(looks) < 2:
        return None
    first = min(row["cohort"] for row in rows)
    end = max((row for row in rows if row["cohort"] == first), key=lambda row: row["as_of"])
    title = results.say(words.COHORTS, **results.claims("high_value_cohorts", end))
    lines = data(
        [
            {
                "cohort": day(row["cohort"]),
                "months": _months(row["cohort"], row["as_of"]),
                "high": row["still_high"],
                "kept": row["value_kept"],
                "oldest": row["cohort"] == first,
            }
            for row in sorted(rows, key=lambda row: (row["cohort"], row["as_of"]))
        ]
    )
    panels = [_lines(lines, "high", words.STILL_HIGH), _lines(lines, "kept", results.say(words.KEPT))]
    reading = results.say(words.COHORTS_READING)
    return finished("high_value_cohorts", alt.hconcat(*panels, spacing=26), title, reading)


def _lines(lines: alt.Data, field: str, title: str) -> alt.LayerChart:
    base = alt.Chart(lines).encode(
        x=alt.X("months:Q", axis=alt.Axis(title=words.SINCE, tickMinStep=1, tickCount=6, format="d", grid=False)),
        y=alt.Y(
            f"{field}:Q", scale=alt.Scale(zero=False, nice=True), axis=alt.Axis(title=title, tickCount=5, **PER_CENT)
        ),
        detail="cohort:N",
    )
    return alt.layer(
        base.transform_filter("!datum.oldest").mark_line(color="#B8B8B8", strokeWidth=1.2),
        base.transform_filter("datum.oldest").mark_line(color=BLUE, strokeWidth=2.5, point={"color": BLUE, "size": 30}),
    ).properties(width=300, height=210)


def _place(tier: str) -> tuple[int, str]:
    names = list(TIERS)
    return (names.index(tier) if tier in names else len(names), tier)


def _months(start: date, end: date) -> int:
    return (end.year - start.year) * 12 + end.month - start.month
