"""Charts of what there is: customers and value by month, and how long ago each was last seen."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import altair as alt
import numpy as np

from valuecast.report.charts.chart import BLUE, SKY, Chart, data, finished, names_axis
from valuecast.report.results import Results
from valuecast.windows import months_after
from valuecast.wording import Claim, say
from valuecast.wording.numbers import day
from valuecast.wording.report.charts import coverage as words

BANDS = (0, 7, 14, 30, 60, 90, 180, 365)
"""Edges of the bands of days since the last use, measured from as_of [days]."""


def by_month(results: Results) -> Chart | None:
    """Active customers and value, month by month."""
    rows = [r for r in results.rows("coverage") if r["grain"] == results.grain] or results.rows("coverage")
    if not rows:
        return None
    rows.sort(key=lambda r: r["month"])
    cut = [r for r in rows if _unfinished(r["month"], results.as_of)]
    whole = [r for r in rows if r not in cut]
    last, first = (whole or rows)[-1], rows[0]
    ends = _last_days([r["month"] for r in rows], results.as_of)
    in_first = say(words.IN_FIRST, n=_active(first), span=_span(first["month"], ends)) if first is not last else ""
    title = results.say(words.BY_MONTH, last=_active(last), in_last=_span(last["month"], ends), first=in_first)
    months = [_name(r["month"], ends) for r in rows]
    values = data(
        [
            {**r, "month": r["month"].isoformat(), "name": name, "whole": r not in cut}
            for r, name in zip(rows, months, strict=True)
        ]
    )
    panels = [
        _panel(values, months, "active", results.say(words.ACTIVE_AXIS), BLUE, labels=False),
        _panel(values, months, "value", results.value_name, SKY, labels=True),
    ]
    unfinished = say(words.UNFINISHED, month=_month(cut[0]["month"])) if cut else ""
    named = "" if rows[0]["month"].day == 1 else words.NAMED_BY_END
    reading = results.say(words.BY_MONTH_READING, named=named, unfinished=unfinished)
    return finished("coverage_by_month", alt.vconcat(*panels, spacing=14), title, reading)


def recency(results: Results) -> Chart | None:
    """How long ago customers were last seen, measured from as_of."""
    table = results.table("signals_today")
    if "days_since_last" not in table.column_names or not table.num_rows:
        return None
    since = np.asarray(table["days_since_last"].to_numpy(zero_copy_only=False), float)
    seen = since[np.isfinite(since)]
    if not seen.size:
        return None
    place = np.searchsorted(np.array(BANDS[1:]), seen, side="left")
    between = (say(words.DAYS, low=low + 1, high=high) for low, high in pairwise(BANDS[1:]))
    names = [words.UP_TO_A_WEEK, *between, words.MORE_THAN_A_YEAR]
    sizes = np.bincount(place, minlength=len(names))
    unknown = int(since.size - seen.size)
    rows: list[dict[str, Any]] = [{"band": n, "customers": int(s)} for n, s in zip(names, sizes, strict=True)]
    rows += [{"band": words.NO_USE_KNOWN, "customers": unknown}] if unknown else []
    for row in rows:
        row["words"] = say(words.BAR, n=row["customers"], share=row["customers"] / since.size)
    share = Claim(float((seen <= 30).sum() / since.size), "signals_today", "days_since_last", rule="share up to 30")
    title = results.say(words.RECENCY, share=share)
    y = alt.Y("band:N", sort=[row["band"] for row in rows], axis=names_axis())
    base = alt.Chart(data(rows)).encode(y=y)
    chart = alt.layer(
        base.mark_bar(color=BLUE).encode(x=alt.X("customers:Q", axis=alt.Axis(title=f"{results.grain}s", tickCount=6))),
        base.mark_text(align="left", dx=6).encode(x="customers:Q", text="words:N"),
    ).properties(width=440, height=alt.Step(26))
    return finished("recency", chart, title, words.RECENCY_READING)


def _active(row: dict[str, Any]) -> Claim:
    return Claim(row["active"], "coverage", "active", {"grain": row["grain"], "month": row["month"]})


def _panel(values: alt.Data, months: list[str], field: str, title: str, colour: str, *, labels: bool) -> alt.Chart:
    every = -(-len(months) // (12 if len(months[0]) <= len("Jan 24") else 8))
    axis = alt.Axis(title=None, values=months[::every], labels=labels, ticks=labels, grid=False, labelAngle=0)
    return (
        alt.Chart(values)
        .mark_bar()
        .encode(
            x=alt.X("name:O", sort=months, axis=axis),
            y=alt.Y(f"{field}:Q", axis=alt.Axis(title=title, tickCount=4, format=",.3~r", minExtent=64)),
            color=alt.condition(alt.datum.whole, alt.value(colour), alt.value("#D5D5D5")),
        )
        .properties(width=670, height=110)
    )


def _unfinished(month: date, as_of: date | None) -> bool:
    return as_of is not None and month < as_of < months_after(month, 1)


def _last_days(starts: list[date], as_of: date | None) -> dict[date, date]:
    """The last day of each month by its first: the day before the next one, or before ``as_of``."""
    end = months_after(starts[-1], 1)
    after = as_of if as_of is not None and starts[-1] < as_of <= end + timedelta(days=3) else end  # 29 Feb to 31 March
    return {start: later - timedelta(days=1) for start, later in zip(starts, [*starts[1:], after], strict=True)}


def _span(start: date, ends: dict[date, date]) -> str:
    """A month in words; one that begins within a calendar month is told by its last day."""
    return _month(start) if start.day == 1 else say(words.MONTH_TO, end=ends[start])


def _name(start: date, ends: dict[date, date]) -> str:
    return f"{start:%b %y}" if start.day == 1 else f"{ends[start].day} {ends[start]:%b %y}"


def _month(when: date) -> str:
    return day(when).partition("\u00a0")[2]
