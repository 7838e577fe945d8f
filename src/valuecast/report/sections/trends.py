"""Where value is going in three and six months, who moves most, and how far the forecast beats "no change"."""

from __future__ import annotations

from typing import Any

from valuecast.report.blocks import Block, Grid, Heading, Section, Text, figures
from valuecast.report.charts import indicators
from valuecast.report.charts import trends as charts
from valuecast.report.results import Results
from valuecast.report.sections.missing import cannot
from valuecast.report.sections.trend_evidence import tested
from valuecast.wording.names import signal_name
from valuecast.wording.numbers import UNKNOWN, amount, count, known, listed, one, percent, sentence

SHOWN = 6
"""Customers of each direction that are open on the page."""
LISTED = 30
"""Most accounts in the table of accounts."""


def section(results: Results) -> Section:
    """Where value is going."""
    title = "Where value is going"
    if not results.trend_horizons:
        return Section("trends", title, (cannot(results, "No trend could be given."),))
    blocks: list[Block] = [Text(_rule(results)), *figures(charts.classes(results))]
    blocks += [_counts(results), _classes(results)]
    blocks += [Heading("How far these forecasts can be believed"), *tested(results)]
    blocks += [Heading("Rising and falling most"), *figures(charts.movers_chart(results))]
    for horizon in results.trend_horizons:
        blocks += _movers(results, horizon)
    blocks += [*_accounts(results), *_leading(results)]
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
        look = charts.outlook(results, horizon)
        total = look.active or 1
        method = methods.get(str(horizon))
        rows.append(
            (
                f"{horizon} months",
                results.name_of(str(method)) if method else UNKNOWN,
                *(f"{count(n)} ({percent(n / total)})" for n in look.expected.values()),
                " / ".join(count(n) for n in look.called.values()),
                count(look.dormant),
            )
        )
    header = ("horizon", "method", "Up", "Flat", "Down", "called Up / Flat / Down", "dormant, not counted")
    caption = f"Up, Flat and Down: how many active {results.grain}s are expected, and how many are called so"
    return Grid(caption, header, tuple(rows), frozenset({2, 3, 4, 5, 6}))


def _counts(results: Results) -> Text:
    """What the expected and the called numbers are, and what a class is."""
    who = results.grain
    return Text(
        f"Expected numbers are sums of the probabilities. Called counts each {who} once, under its class, and "
        f"overstates the commonest class. The class of {one(who)} is as a rule the most probable one; it need not "
        "agree with its forecast, which weighs all that may happen."
    )


def _movers(results: Results, horizon: int) -> list[Block]:
    rising, falling = charts.movers(results, horizon, "rising"), charts.movers(results, horizon, "falling")
    if not rising and not falling:
        method = (results.get("choices", "trend_method") or {}).get(str(horizon))
        by = f" by {results.named(str(method))}" if method else ""
        return [Text(f"At {horizon} months no {results.grain} is forecast to move{by}.")]
    return [
        block
        for direction, some in (("Rising", rising), ("Falling", falling))
        if some
        for block in _moving(
            results, f"{direction} most in {horizon} months, by {results.named(some[0]['method'])}", some
        )
    ]


def _moving(results: Results, caption: str, rows: list[dict[str, Any]]) -> list[Block]:
    table = results.chosen_trends(rows[0]["horizon_months"])
    chances = {row["customer_id"]: row for row in table.to_pylist()}
    cells = tuple(
        (
            row["customer_id"],
            amount(row["past_value"]),
            f"{amount(row['forecast'])} ({amount(row['low'])} to {amount(row['high'])})"
            if known(row["low"])
            else amount(row["forecast"]),
            charts.signed(row["change"]),
            row["trend_class"],
            _chances(chances.get(row["customer_id"], {})),
            sentence(row["drivers"]) or "nothing that has led before",
        )
        for row in rows
    )
    header = (
        results.grain,
        f"{results.value_name} before",
        "forecast (8 in 10)",
        "change",
        "class",
        "chance of Up / Flat / Down",
        "what speaks for it",
    )
    numeric = frozenset({1, 2, 3})
    first = Grid(caption, header, cells[:SHOWN], numeric)
    more = Grid(f"The next: {caption[:1].lower()}{caption[1:]}", header, cells[SHOWN:], numeric, "trend_movers")
    return [first, more] if cells[SHOWN:] else [first]


def _chances(row: dict[str, Any]) -> str:
    if not known(row.get("p_up")):
        return UNKNOWN
    return " / ".join(percent(row[name]) for name in ("p_up", "p_flat", "p_down"))


def _leading(results: Results) -> list[Block]:
    """Which signals lead, with the ones whose sign changed called out."""
    grids: list[Block] = []
    horizons = sorted({row["horizon_months"] for row in results.rows("trend_indicators")})
    for horizon in horizons:
        for target, what in (("change", "the change of value"), ("future_value", "value itself")):
            rows = indicators.latest(results, horizon, target)
            if rows:
                grids.append(_signals(f"What goes with {what} {horizon} months on, signal by signal", rows))
    if not grids:
        return []
    return [Heading("Which signals lead"), *figures(indicators.leading(results)), *grids]


def _signals(caption: str, rows: list[dict[str, Any]]) -> Grid:
    cells = tuple(
        (
            signal_name(row["signal"]),
            row["dimension"],
            indicators.rho(row["correlation"]),
            f"{indicators.rho(row['low'])} to {indicators.rho(row['high'])}",
            f"{row['clear']} of {row['windows']}",
            f"yes, in {listed(row['turned'])}" if row["turned"] else "no",
        )
        for row in rows
    )
    header = ("signal", "dimension", "ρ, last window", "95 % interval", "clear in windows", "sign changed")
    return Grid(caption, header, cells, frozenset({2, 3, 4}), "trend_indicators")


def _accounts(results: Results) -> list[Block]:
    """Visitors' trends by account, those with most to lose first; at visitor grain only."""
    methods = results.get("choices", "trend_method") or {}
    rows = [row for row in results.rows("account_trends") if methods.get(str(row["horizon_months"])) == row["method"]]
    if not rows:
        return []
    horizon = min(row["horizon_months"] for row in rows)
    mine = [row for row in rows if row["horizon_months"] == horizon]
    mine.sort(key=lambda row: (-((row["past_value"] or 0.0) * (row["mean_p_down"] or 0.0)), row["account_id"]))
    cells = tuple(
        (
            row["account_id"],
            count(row["members"]),
            amount(row["past_value"]),
            amount(row["forecast"]),
            percent(row["mean_p_down"]),
            percent(row["share_declining"]),
            f"{row['champion']} ({percent(row['champion_share'])} of value, {percent(row['champion_p_down'])} to fall)"
            if row["champion"]
            else UNKNOWN,
        )
        for row in mine[:LISTED]
    )
    value = results.value_name
    header = ("account", "visitors", f"{value} before", "forecast", "mean chance of Down", "declining", "champion")
    caption = f"Accounts with most {value} at risk in {horizon} months, from their visitors' trends"
    return [Grid(caption, header, cells, frozenset({1, 2, 3, 4, 5}), "account_trends" if len(cells) > SHOWN else "")]
