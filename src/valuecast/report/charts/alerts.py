"""The chart of early warnings: how many of each kind, and how many would come if nothing were wrong."""

from __future__ import annotations

from typing import Any

import altair as alt
import pyarrow.compute as pc

from valuecast.report.charts.chart import BLUE, INK, PLOT, Chart, data, finished, legend, names_axis
from valuecast.report.names import ALERTS
from valuecast.report.results import Results
from valuecast.report.words import amount, count, known, plural


def active(results: Results) -> int:
    """Customers that were watched: those active in the past window."""
    return int(pc.sum(results.table("value_scores")["active"]).as_py() or 0)


def kinds(results: Results) -> list[dict[str, Any]]:
    """Warnings by kind, most first, with how many would be false alarms were every customer quiet."""
    rows = results.rows("alerts")
    watched = active(results)
    found = []
    for name in {row["kind"] for row in rows}:
        mine = [row for row in rows if row["kind"] == name]
        rate = next((row["false_alarm_rate"] for row in mine if known(row["false_alarm_rate"])), None)
        expected = None if rate is None or not watched else rate * watched
        found.append({"kind": name, "warnings": len(mine), "rate": rate, "expected": expected})
    return sorted(found, key=lambda row: (-row["warnings"], row["kind"]))


def by_kind(results: Results) -> Chart | None:
    """Warnings by kind beside the false alarms to expect."""
    found = kinds(results)
    if not found:
        return None
    rows = [
        {
            "kind": ALERTS.get(row["kind"], row["kind"].replace("_", " ")),
            "n": row["warnings"],
            "expected": row["expected"],
            "bar": "warnings",
            "tick": "false alarms if every one were quiet",
            "words": count(row["warnings"])
            + (f" (false alarms: about {amount(round(row['expected'], 1))})" if row["expected"] is not None else ""),
        }
        for row in found
    ]
    who = len(set(results.table("alerts")["customer_id"].to_pylist()))
    false = sum(row["expected"] or 0.0 for row in found)
    title = (
        f"{plural(sum(row['warnings'] for row in found), 'early warning')} for {plural(who, results.grain)}; were "
        f"every {results.grain} quiet, about {count(false)} would still come"
    )
    base = alt.Chart(data(rows)).encode(y=alt.Y("kind:N", sort=[row["kind"] for row in rows], axis=names_axis()))
    names = ["warnings", "false alarms if every one were quiet"]
    colour = alt.Scale(domain=names, range=[BLUE, INK])
    x = alt.Axis(title="warnings", tickCount=6, tickMinStep=1, format="d")
    chart = alt.layer(
        base.mark_bar().encode(x=alt.X("n:Q", axis=x), color=alt.Color("bar:N", scale=colour, legend=legend())),
        base.mark_tick(thickness=3, size=20).encode(
            x=alt.X("expected:Q", axis=x), color=alt.Color("tick:N", scale=colour, legend=legend())
        ),
        base.mark_text(align="left").encode(x=alt.value(PLOT + 14), text="words:N"),
    ).properties(width=PLOT, height=alt.Step(26))
    reading = (
        f"False alarms: how often the same rules warned quiet simulated customers at one look, times the "
        f"{plural(active(results), results.grain)} that were watched. Real companies are less orderly, so expect more."
    )
    return finished("early_warnings", chart, title, reading)
