"""Charts of the segments: size against worth, use against frequency, and how satisfied and healthy each tier is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt
import numpy as np
import pyarrow as pa

from valuecast.report.charts.chart import (
    BLUE,
    PER_CENT,
    PLOT,
    TIERS,
    Chart,
    colours,
    data,
    finished,
    legend,
    names_axis,
)
from valuecast.report.results import Results, beside
from valuecast.wording import Claim, Sentence, joined, say
from valuecast.wording.names import SEGMENTATIONS, signal_name
from valuecast.wording.numbers import amount, ordered, percent
from valuecast.wording.report.charts import segments as words

SCATTER = 2000
"""Most points in a scatter plot; beyond it every so many-th customer is drawn."""

_FILES = {
    "tier": "tiers",
    "cluster": "clusters_by_value",
    "usage_band": "usage_bands",
    "lifecycle_stage": "lifecycle_stages",
    "rfm_tier": "rfm_tiers",
}


def shares(results: Results, segmentation: str) -> Chart | None:
    """Each segment's share of customers beside its share of value."""
    rows = _worth(profiles(results, segmentation))
    if not rows:
        return None
    kinds = (results.say(words.OF_CUSTOMERS), results.say(words.OF_VALUE))
    labels = {r["segment"]: say(words.SEGMENT, segment=r["segment"], customers=r["customers"]) for r in rows}
    bars: list[dict[str, Any]] = []
    for row in rows:
        for kind, share in zip(kinds, (row["share"], row["value_share"]), strict=True):
            bars.append(
                {"segment": labels[row["segment"]], "kind": kind, "share": share or 0.0, "words": percent(share)}
            )
    lead = max(rows, key=lambda r: ((r["value_share"] or 0.0) - (r["share"] or 0.0), r["segment"]))
    figures = results.claims("segment_profiles", lead)
    figures |= {"segmentation": SEGMENTATIONS[segmentation], "value": results.value_name}
    title = results.say(words.SHARES, **figures)
    base = alt.Chart(data(bars)).encode(
        y=alt.Y("segment:N", sort=list(labels.values()), axis=names_axis(), scale=alt.Scale(paddingInner=0.25)),
        yOffset=alt.YOffset("kind:N", sort=list(kinds)),
    )
    x = alt.X("share:Q", axis=alt.Axis(title=words.SHARE_AXIS, tickCount=6, **PER_CENT))
    colour = alt.Color("kind:N", scale=alt.Scale(domain=list(kinds), range=["#B8B8B8", BLUE]), legend=legend())
    chart = alt.layer(
        base.mark_bar().encode(x=x, color=colour),
        base.mark_text(align="left", dx=5, fontSize=11).encode(x="share:Q", text="words:N"),
    ).properties(width=PLOT + 40, height=alt.Step(17))
    below = any((r["value"] or 0.0) < 0 for r in rows)
    reading = results.say(words.SHARES_READING, below=words.BELOW_ZERO if below else "")
    return finished(_FILES[segmentation], chart, title, reading)


def _worth(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows with shares of value that lie between none and all, where refunds would put some beyond."""
    if all(0 <= (r["value_share"] or 0.0) <= 1 for r in rows):
        return rows
    gross = sum(max(r["value"] or 0.0, 0.0) for r in rows)
    return [{**r, "value_share": max(r["value"] or 0.0, 0.0) / gross if gross else None} for r in rows]


def lifecycle_value(results: Results) -> Chart | None:
    """Mean value of a customer by lifecycle stage."""
    rows = [r for r in profiles(results, "lifecycle_stage") if r["customers"] and r["value"] is not None]
    if not rows:
        return None
    bars = [
        {
            "stage": say(words.STAGE, segment=r["segment"], customers=r["customers"]),
            "segment": r["segment"],
            "name": r["segment"].lower(),
            "mean": r["value"] / r["customers"],
            "words": amount(r["value"] / r["customers"]),
        }
        for r in rows
    ]
    best = max(bars, key=lambda bar: (bar["mean"], bar["stage"]))
    mean = Claim(best["mean"], "segment_profiles", ("value", "customers"), {"segment": best["segment"]}, "ratio")
    title = results.say(words.STAGES, stage=best["name"], mean=mean)
    base = alt.Chart(data(bars)).encode(y=alt.Y("stage:N", sort=[bar["stage"] for bar in bars], axis=names_axis()))
    axis = alt.Axis(title=results.say(words.MEAN_AXIS), tickCount=6, format=",.3~r")
    chart = alt.layer(
        base.mark_bar(color=BLUE).encode(x=alt.X("mean:Q", axis=axis)),
        base.mark_text(align="left", dx=5).encode(x="mean:Q", text="words:N"),
    ).properties(width=PLOT + 20, height=alt.Step(28))
    reading = results.say(words.STAGES_READING, day=results.as_of or "as_of")
    return finished("value_by_lifecycle_stage", chart, title, reading)


def usage_frequency(results: Results) -> Chart | None:
    """Use against frequency, by tier."""
    table = _with_tier(results, ["active_days", _use(results)])
    if table is None:
        return None
    use = _use(results)
    known = [
        r
        for r in table.to_pylist()
        if r["active_days"] is not None and r[use] is not None and r["tier"] and r["active_days"] > 0 and r[use] > 0
    ]
    if len(known) < 3:
        return None
    places = np.unique(np.linspace(0, len(known) - 1, min(len(known), SCATTER)).round().astype(int))
    tiers = ordered({r["tier"] for r in known}, list(TIERS))
    high = [r for r in known if r["tier"] == tiers[0]]
    rest = [r for r in known if r["tier"] != tiers[0]]
    title = _use_title(results, tiers, high, rest)
    values = data([{"days": known[i]["active_days"], "use": known[i][use], "tier": known[i]["tier"]} for i in places])
    y_axis = alt.Axis(title=say(words.USE_AXIS, use=_unit(results, use)), format=",.3~r", tickCount=6)
    chart = (
        alt.Chart(values)
        .mark_circle(size=34, opacity=0.55)
        .encode(
            x=alt.X("days:Q", axis=alt.Axis(title=words.DAYS_AXIS, tickCount=8)),
            y=alt.Y("use:Q", scale=alt.Scale(type="log", nice=False, padding=10), axis=y_axis),
            color=alt.Color("tier:N", scale=colours(tiers, TIERS), legend=legend("tier")),
        )
        .properties(width=660, height=330)
    )
    sampled = say(words.SAMPLED, shown=len(places), all=len(known)) if len(places) < len(known) else ""
    return finished("usage_frequency_by_tier", chart, title, results.say(words.USE_READING, sampled=sampled))


def rating_by_tier(results: Results) -> Chart | None:
    """Satisfaction by tier."""
    signals = results.table("signals_today").column_names
    signal = next((s for s in ("latest_rating", "mean_rating") if s in signals), None)
    table = _with_tier(results, [signal]) if signal else None
    return _boxes(results, table, signal or "", "nps_by_tier", words.RATING, words.RATING_AXIS)


def health_by_tier(results: Results) -> Chart | None:
    """Health by tier."""
    scores, segments = results.table("value_scores"), results.table("segments")
    if "health" not in scores.column_names or not segments.num_rows:
        return None
    table = beside(scores.select(["customer_id", "health"]), segments, ["tier"])
    return _boxes(results, table, "health", "health_by_tier", words.HEALTH, words.HEALTH_AXIS)


def profiles(results: Results, segmentation: str) -> list[dict[str, Any]]:
    """The rows of one segmentation, in its own order."""
    rows = [r for r in results.rows("segment_profiles") if r["segmentation"] == segmentation]
    return sorted(rows, key=lambda r: (r["position"], r["segment"]))


def _boxes(results: Results, table: pa.Table | None, column: str, name: str, what: str, axis: str) -> Chart | None:
    if table is None:
        return None
    groups: dict[str, list[float]] = {}
    for tier, value in zip(table["tier"].to_pylist(), table[column].to_pylist(), strict=True):
        if tier and value is not None and np.isfinite(value):
            groups.setdefault(tier, []).append(value)
    if not groups:
        return None
    order = ordered(groups, list(TIERS))
    rows: list[dict[str, Any]] = []
    for tier in order:
        p5, p25, p50, p75, p95 = (float(q) for q in np.percentile(groups[tier], [5, 25, 50, 75, 95]))
        median = say(words.MEDIAN, median=p50, n=len(groups[tier]))
        rows.append({"tier": tier, "p5": p5, "p25": p25, "p50": p50, "p75": p75, "p95": p95, "words": median})
    medians = joined((say(words.MEDIAN_IN, median=row["p50"], tier=row["tier"]) for row in rows), ", ")
    base = alt.Chart(data(rows)).encode(y=alt.Y("tier:N", sort=order, axis=names_axis()))
    colour = alt.Color("tier:N", scale=colours(order, TIERS), legend=None)
    x = alt.X("p5:Q", scale=alt.Scale(zero=False, nice=True), axis=alt.Axis(title=axis, tickCount=8))
    chart = alt.layer(
        base.mark_rule(color="#777777").encode(x=x, x2="p95:Q"),
        base.mark_bar(size=18, opacity=0.85).encode(x="p25:Q", x2="p75:Q", color=colour),
        base.mark_tick(color="#111111", thickness=2, size=18).encode(x="p50:Q"),
        base.mark_text(align="left").encode(x=alt.value(PLOT + 14), text="words:N"),
    ).properties(width=PLOT, height=alt.Step(32))
    title = say(words.MEDIANS, what=what, medians=medians)
    return finished(name, chart, title, results.say(words.BOXES_READING))


def _with_tier(results: Results, columns: list[str]) -> pa.Table | None:
    signals, segments = results.table("signals_today"), results.table("segments")
    if not signals.num_rows or not segments.num_rows or any(c not in signals.column_names for c in columns):
        return None
    return beside(signals.select(["customer_id", *dict.fromkeys(columns)]), segments, ["tier"])


def _use_title(
    results: Results, tiers: Sequence[str], high: list[dict[str, Any]], rest: list[dict[str, Any]]
) -> Sentence:
    if len(tiers) == 1:
        return results.say(words.ONE_TIER, n=len(high))
    first = say(words.TIER, tier=tiers[0])
    others = words.OTHER_TIERS if len(tiers) > 2 else say(words.TIER, tier=tiers[1])
    return say(words.USE, high=days_of(high, first, results.grain), rest=days_of(rest, others, results.grain))


def days_of(rows: list[dict[str, Any]], whose: str, grain: str) -> Sentence:
    """Days of use of a group, as its median; of a single customer, as they are.

    >>> print(days_of([{"active_days": 4.0}], "High tier", "account"))
    the High tier's 1 account has 4
    >>> print(days_of([{"active_days": 4.0}, {"active_days": 9.0}], "other tiers", "account"))
    the median of the other tiers' 2 accounts is 6.5
    """
    owner = f"{whose}{chr(39)}{'' if whose.endswith('s') else 's'}"
    template = words.OF_ONE if len(rows) == 1 else words.OF_SEVERAL
    return say(template, whose=owner, n=len(rows), who=grain, days=_median(rows, "active_days"))


def _use(results: Results) -> str:
    table = results.table("signals_today")
    return "minutes" if "minutes" in table.column_names and table["minutes"].null_count < table.num_rows else "value"


def _unit(results: Results, use: str) -> str:
    return signal_name(use) if use == "minutes" else results.value_name


def _median(rows: list[dict[str, Any]], column: str) -> float | None:
    return float(np.median([r[column] for r in rows])) if rows else None
