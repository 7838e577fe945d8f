"""The chart of the work list: what fits the team's hours."""

from __future__ import annotations

from typing import Any

import altair as alt

from valuecast.report.charts.chart import BLUE, PLOT, Chart, data, finished, legend, names_axis
from valuecast.report.results import Results
from valuecast.wording import say
from valuecast.wording.report.charts import worklist as words


def by_playbook(results: Results) -> Chart | None:
    """Customers by playbook, those within capacity apart."""
    table = results.table("actions")
    if not table.num_rows:
        return None
    fits = table["within_capacity"].to_pylist()
    tally: dict[str, list[int]] = {}
    for book, fit in zip(table["playbook"].to_pylist(), fits, strict=True):
        tally.setdefault(book, [0, 0])[0 if fit else 1] += 1
    order = sorted(tally, key=lambda book: (-tally[book][0], -sum(tally[book]), book))
    parts = (words.WITHIN, words.BEYOND)
    rows: list[dict[str, Any]] = [
        {"playbook": book, "part": part, "place": i, "n": tally[book][i]}
        for book in order
        for i, part in enumerate(parts)
    ]
    ends = [{"playbook": book, "words": say(words.END, fits=tally[book][0], all=sum(tally[book]))} for book in order]
    y = alt.Y("playbook:N", sort=order, axis=names_axis())
    bars = (
        alt.Chart(data(rows))
        .mark_bar()
        .encode(
            y=y,
            x=alt.X("n:Q", stack="zero", axis=alt.Axis(title=f"{results.grain}s", tickCount=6)),
            order="place:Q",
            color=alt.Color("part:N", scale=alt.Scale(domain=list(parts), range=[BLUE, "#C4C4C4"]), legend=legend()),
        )
    )
    text = alt.Chart(data(ends)).mark_text(align="left").encode(y=y, x=alt.value(PLOT + 14), text="words:N")
    hours = results.setting("config", "capacity_hours")
    title = results.say(
        words.TITLE,
        hours=say(words.HOURS, hours=hours) if hours.value else words.STATED_HOURS,
        fits=results.count("actions", sum(fits), within_capacity=True),
        n=results.count("actions", len(fits)),
    )
    return finished(
        "work_list", alt.layer(bars, text).properties(width=PLOT, height=alt.Step(26)), title, words.READING
    )
