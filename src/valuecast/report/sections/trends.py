"""Where value is going in three and six months, who moves most, and how far the forecast beats "no change"."""

from __future__ import annotations

from typing import Any

from valuecast.report.blocks import Block, Grid, Heading, Section, Text, figures
from valuecast.report.charts import trends as charts
from valuecast.report.names import name_of, named
from valuecast.report.results import Results
from valuecast.report.sections.missing import cannot
from valuecast.report.sections.trend_evidence import tested
from valuecast.report.words import UNKNOWN, amount, count, known, one, percent, signed_points


def section(results: Results) -> Section:
    """Where value is going."""
    title = "Where value is going"
    if not results.trend_horizons:
        return Section("trends", title, (cannot(results, "No trend could be given."),))
    blocks: list[Block] = [Text(_rule(results)), *figures(charts.classes(results)), _classes(results)]
    blocks += [Heading("How far these forecasts can be believed"), *tested(results)]
    blocks += [Heading("Rising and falling most"), *figures(charts.movers_chart(results))]
    for horizon in results.trend_horizons:
        blocks += _movers(results, horizon)
    return Section("trends", title, tuple(blocks))


def _rule(results: Results) -> str:
    bounds = results.get("config", "trend", {}) or {}
    up, down = amount(float(bounds.get("up") or 1.2)), amount(float(bounds.get("down") or 0.9))
    who = one(results.grain)
    return (
        f"{who[:1].upper()}{who[1:]} is Up when its value ({results.value_name}) in the coming months is at "
        f"least {up} times that "
        f"of the same length of past, Down when it is at most {down} times, and Flat between. Probabilities say "
        "how often each "
        "came true after a like forecast on earlier months; intervals are meant to hold eight in ten."
    )


def _classes(results: Results) -> Grid:
    methods = results.get("choices", "trend_method") or {}
    rows = []
    for horizon in results.trend_horizons:
        sizes = charts.sizes(results, horizon)
        total = sum(sizes.values()) or 1
        method = methods.get(str(horizon))
        rows.append(
            (
                f"{horizon} months",
                name_of(str(method)) if method else UNKNOWN,
                *(f"{count(n)} ({percent(n / total)})" for n in sizes.values()),
            )
        )
    return Grid("Up, Flat and Down", ("horizon", "method", "Up", "Flat", "Down"), tuple(rows), frozenset({2, 3, 4}))


def _movers(results: Results, horizon: int) -> list[Block]:
    rows, method = charts.movers(results, horizon)
    chosen = (results.get("choices", "trend_method") or {}).get(str(horizon))
    if method is None:
        return [Text(f"At {horizon} months no {results.grain} is forecast to move.")]
    said = (
        f"At {horizon} months {named(str(chosen))} was chosen and moves nobody, so the names are those of "
        f"{named(method)}, which "
        "did not do better on earlier months: read them as hints."
    )
    blocks: list[Block] = [Text(said, "caution")] if chosen and method != chosen else []
    rising, falling = [r for r in rows if r["delta"] > 0], [r for r in reversed(rows) if r["delta"] < 0]
    for direction, some in (("Rising", rising), ("Falling", falling)):
        if some:
            blocks.append(_moving(results, f"{direction} most in {horizon} months, by {named(method)}", some))
    return blocks


def _moving(results: Results, caption: str, rows: list[dict[str, Any]]) -> Grid:
    cells = tuple(
        (
            row["customer_id"],
            amount(row["value_index"]),
            amount(row["predicted_score"]),
            signed_points(row["delta"]),
            row["trend_class"],
            _chances(row),
            f"{amount(row['forecast'])} ({amount(row['low'])} to {amount(row['high'])})"
            if known(row["low"])
            else amount(row["forecast"]),
        )
        for row in rows
    )
    header = (
        results.grain,
        "value score now",
        "then",
        "change",
        "class",
        "chance of Up / Flat / Down",
        f"{results.value_name} forecast (8 in 10)",
    )
    return Grid(caption, header, cells, frozenset({1, 2, 3, 5, 6}))


def _chances(row: dict[str, Any]) -> str:
    if not known(row["p_up"]):
        return UNKNOWN
    return " / ".join(percent(row[name]) for name in ("p_up", "p_flat", "p_down"))
