"""The chart of early warnings: how many of each kind, and how many would come if nothing were wrong."""

from __future__ import annotations

from typing import Any

import altair as alt
import pyarrow.compute as pc

from valuecast.report.charts.chart import BLUE, INK, PLOT, Chart, data, finished, legend, names_axis
from valuecast.report.results import Results
from valuecast.wording.names import ALERTS
from valuecast.wording.numbers import amount, count, known, plural


def active(results: Results) -> int:
    """Customers that were watched: those active in the past window."""
    return int(pc.sum(results.table("value_scores")["active"]).as_py() or 0)


def kinds(results: Results) -> list[dict[str, Any]]:
    """Warnings by kind, most first, with how many would be false alarms were every customer quiet."""
    rows = results.rows("alerts")
    watched = active(results)
    found = []
    for name in {row["kind"] for row in rows}:
        subset = [row for row in rows if row["kind"] == name]
        rate = next((row["false_alarm_rate"] for row in subset if known(row["false_alarm_rate"])), None)
        expected = None if rate is None or not watched else rate * watched
        found.append({"kind": name, "warnings": len(subset), "rate": rate, "expected": expected})
    return sorted(found, key=lambda row: (-row["warnings"], row["kind"]))


def by_kind(results: Results) -> Chart | None:
    """Warnings by kind beside the false alarms to expect."""
    found = kinds(results)
    if not found:
        return None
    known_rate = carried_over(found) is not None
    rows = [
        {
            "kind": ALERTS.get(row["kind"], row["kind"].replace("_", " ")),
            "n": row["warnings"],
            "bar": "warnings",
            "words": count(row["warnings"]),
            **(
                {
                    "expected": row["expected"],
                    "tick": "false alarms if every one were quiet",
                    "words": f"{count(row['warnings'])} (false alarms: about {amount(round(row['expected'], 1))})",
                }
                if known_rate and row["expected"] is not None
                else {}
            ),
        }
        for row in found
    ]
    who = len(set(results.table("alerts")["customer_id"].to_pylist()))
    false = carried_over(found)
    said = (
        f"were every {results.grain} quiet, about {count(false)} would still come"
        if false is not None
        else "how many are false alarms is not known"
    )
    title = f"{plural(sum(row['warnings'] for row in found), 'early warning')} for {plural(who, results.grain)}; {said}"
    base = alt.Chart(data(rows)).encode(y=alt.Y("kind:N", sort=[row["kind"] for row in rows], axis=names_axis()))
    names = ["warnings", *(["false alarms if every one were quiet"] if known_rate else [])]
    colour = alt.Scale(domain=names, range=[BLUE, INK][: len(names)])
    x = alt.Axis(title="warnings", tickCount=6, tickMinStep=1, format="d")
    ticks = base.mark_tick(thickness=3, size=20).encode(
        x=alt.X("expected:Q", axis=x), color=alt.Color("tick:N", scale=colour, legend=legend())
    )
    chart = alt.layer(
        base.mark_bar().encode(x=alt.X("n:Q", axis=x), color=alt.Color("bar:N", scale=colour, legend=legend())),
        *([ticks] if known_rate else []),
        base.mark_text(align="left").encode(x=alt.value(PLOT + 14), text="words:N"),
    ).properties(width=PLOT, height=alt.Step(26))
    return finished("early_warnings", chart, title, _reading(results, found))


def carried_over(found: list[dict[str, Any]]) -> float | None:
    """Warnings to expect were everybody quiet; None where that is not known.

    It is not where no rate is given (it was measured on the use of accounts in minutes), nor where there would be more
    false alarms than there are warnings: then the rate does not carry over to these data.
    """
    if any(row["expected"] is None for row in found):
        return None
    expected = sum(row["expected"] for row in found)
    return None if expected > sum(row["warnings"] for row in found) else float(expected)


def _reading(results: Results, found: list[dict[str, Any]]) -> str:
    watched = plural(active(results), results.grain)
    if carried_over(found) is not None:
        return (
            f"False alarms: how often the same rules warned quiet simulated accounts at one look, times the {watched} "
            "that were watched. Real companies are less orderly, so expect more."
        )
    if any(row["expected"] is None for row in found):
        return (
            "The rate of false alarms was measured on simulated accounts whose use is known in minutes; these data are "
            "of another sort."
        )
    return (
        f"At the rate of quiet simulated accounts {watched} would bring more false alarms than there are warnings: "
        "that rate does not carry over to these data."
    )
