"""The chart of early warnings: how many of each kind, and how many would come if nothing were wrong."""

from __future__ import annotations

from typing import Any

import altair as alt
import pyarrow.compute as pc

from valuecast.report.charts.chart import BLUE, INK, PLOT, Chart, data, finished, legend, names_axis
from valuecast.report.results import Results
from valuecast.wording import Claim, Sentence, say
from valuecast.wording.numbers import known
from valuecast.wording.report.charts import alerts as words


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
    rows = [_bar(row, known_rate) for row in found]
    who = len(set(results.table("alerts")["customer_id"].to_pylist()))
    false = carried_over(found)
    title = results.say(
        words.TITLE,
        n=results.count("alerts", sum(row["warnings"] for row in found)),
        warned=Claim(who, "alerts", "customer_id", rule="distinct"),
        false=words.NOT_KNOWN if false is None else results.say(words.STILL_COME, expected=false),
    )
    base = alt.Chart(data(rows)).encode(y=alt.Y("kind:N", sort=[row["kind"] for row in rows], axis=names_axis()))
    names = [words.WARNINGS, *([words.FALSE_ALARMS] if known_rate else [])]
    colour = alt.Scale(domain=names, range=[BLUE, INK][: len(names)])
    x = alt.Axis(title=words.WARNINGS, tickCount=6, tickMinStep=1, format="d")
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


def _bar(row: dict[str, Any], known_rate: bool) -> dict[str, Any]:
    bar = {"kind": say("{kind:alert}", kind=row["kind"]), "n": row["warnings"], "bar": words.WARNINGS}
    if not known_rate or row["expected"] is None:
        return bar | {"words": say(words.BAR, n=row["warnings"])}
    beside = say(words.BAR_WITH_RATE, n=row["warnings"], expected=row["expected"])
    return bar | {"expected": row["expected"], "tick": words.FALSE_ALARMS, "words": beside}


def _reading(results: Results, found: list[dict[str, Any]]) -> Sentence:
    watched = results.count("value_scores", active(results), active=True)
    if carried_over(found) is not None:
        return results.say(words.CARRIES_OVER, watched=watched)
    unknown = any(row["expected"] is None for row in found)
    return results.say(words.OF_ANOTHER_SORT if unknown else words.DOES_NOT_CARRY_OVER, watched=watched)
