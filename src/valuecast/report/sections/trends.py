"""Where value is going in three and six months, who moves most, and how far the forecast beats "no change"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from valuecast.report.blocks import Block, Grid, Heading, Section, Text, figures
from valuecast.report.charts import indicators
from valuecast.report.charts import trends as charts
from valuecast.report.grids import grid
from valuecast.report.results import Results, months_ahead
from valuecast.report.sections.missing import cannot
from valuecast.report.sections.trend_evidence import tested
from valuecast.wording import Claim, Sentence, say
from valuecast.wording.numbers import UNKNOWN, known, one
from valuecast.wording.report import trends as words

SHOWN = 6
"""Customers of each direction that are open on the page."""
LISTED = 30
"""Most accounts in the table of accounts."""


def section(results: Results) -> Section:
    """Where value is going."""
    if not results.trend_horizons:
        return Section("trends", words.TITLE, (cannot(results, words.NO_TREND),))
    blocks: list[Block] = [Text(_rule(results)), *figures(charts.classes(results))]
    blocks += [Text(results.say(words.COUNTS, a_customer=one(results.grain))), _classes(results)]
    blocks += [Heading(words.BELIEVED), *tested(results)]
    blocks += [Heading(words.MOVERS), *figures(charts.movers_chart(results))]
    for horizon in results.trend_horizons:
        blocks += _movers(results, horizon)
    blocks += [*_accounts(results), *_leading(results)]
    return Section("trends", words.TITLE, tuple(blocks))


def _rule(results: Results) -> Sentence:
    return results.say(words.RULE, a_customer=one(results.grain), **results.trend_bounds)


def _classes(results: Results) -> Grid:
    rows = []
    for horizon in results.trend_horizons:
        look, method = charts.outlook(results, horizon), results.trend_method(horizon)
        expected = charts.claims(look.expected, horizon, by_chance=look.by_chance)
        predicted = charts.claims(look.predicted, horizon, by_chance=False)
        dormant = results.count("value_scores", look.dormant, active=False)
        rows.append(
            (
                say(words.HORIZON, months=months_ahead(horizon)),
                results.name_of(method) if method else UNKNOWN,
                *(say(words.EXPECTED, n=n, part=charts.part_of(n, look)) for n in expected.values()),
                say(words.PREDICTED, **predicted),
                say(words.COUNT, n=dormant),
            )
        )
    return Grid(results.say(words.CLASSES), words.CLASSES_HEADER, tuple(rows), frozenset({2, 3, 4, 5, 6}))


def _movers(results: Results, horizon: int) -> list[Block]:
    rising, falling = charts.movers(results, horizon, "rising"), charts.movers(results, horizon, "falling")
    if not rising and not falling:
        method = results.trend_method(horizon)
        by = say(words.BY, method=results.named(method)) if method else ""
        return [Text(results.say(words.NOBODY_MOVES, months=months_ahead(horizon), by=by))]
    return [
        *_moving(results, (words.RISING, words.NEXT_RISING), rising),
        *_moving(results, (words.FALLING, words.NEXT_FALLING), falling),
    ]


def _moving(results: Results, captions: tuple[str, str], rows: Sequence[Mapping[str, Any]]) -> list[Block]:
    if not rows:
        return []
    horizon = rows[0]["horizon_months"]
    chances = {row["customer_id"]: row for row in results.chosen_trends(horizon).to_pylist()}
    cells = [_mover(results, row, chances.get(row["customer_id"], {})) for row in rows]
    facts: dict[str, Any] = {"months": months_ahead(horizon), "method": results.named(rows[0]["method"])}
    first, following = cells[:SHOWN], cells[SHOWN:]
    return [
        *grid(results, captions[0], "trend_movers", first, words.MOVER_COLUMNS, **facts),
        *grid(results, captions[1], "trend_movers", following, words.MOVER_COLUMNS, file="trend_movers", **facts),
    ]


def _mover(results: Results, row: Mapping[str, Any], chances: Mapping[str, Any]) -> dict[str, Any]:
    message = results.claims("trend_movers", row)
    return {
        **row,
        "interval": say(words.FORECAST_INTERVAL if known(row["low"]) else words.FORECAST, **message),
        "chances": say(words.CHANCES, **results.claims(results.trends_name, chances))
        if known(chances.get("p_up"))
        else UNKNOWN,
        "why": say(words.DRIVERS, **message) if row["drivers"] else words.NO_DRIVERS,
    }


def _leading(results: Results) -> list[Block]:
    """Which signals lead, and in which windows the sign of each changed."""
    grids: list[Block] = []
    for horizon in sorted({row["horizon_months"] for row in results.rows("trend_indicators")}):
        for target, caption in (("change", words.LEADING_CHANGE), ("future_value", words.LEADING_VALUE)):
            rows = [_leader(row) for row in indicators.latest(results, horizon, target)]
            columns = words.LEADING_COLUMNS
            grids += grid(
                results,
                caption,
                "trend_indicators",
                rows,
                columns,
                file="trend_indicators",
                months=months_ahead(horizon),
            )
    if not grids:
        return []
    return [Heading(words.LEADING), *figures(indicators.leading(results)), *grids]


def _leader(row: Mapping[str, Any]) -> dict[str, Any]:
    where = {name: row[name] for name in ("horizon_months", "target", "signal")}
    windows, clear = (
        Claim(row[name], "trend_indicators", "window_id", where, rule)
        for name, rule in (("windows", "count"), ("clear", "count beyond zero"))
    )
    signs = say(words.SIGNS_CHANGED, windows=row["turned"]) if row["turned"] else words.SAME_SIGN
    return {**row, "signs": signs, "windows": windows, "clear": clear}


def _accounts(results: Results) -> list[Grid]:
    """Visitors' trends by account, those with most to lose first; at visitor grain only."""
    rows = [
        row for row in results.rows("account_trends") if results.trend_method(row["horizon_months"]) == row["method"]
    ]
    if not rows:
        return []
    horizon = min(row["horizon_months"] for row in rows)
    first = [row for row in rows if row["horizon_months"] == horizon]
    first.sort(key=lambda row: (-((row["past_value"] or 0.0) * (row["mean_p_down"] or 0.0)), row["account_id"]))
    file = "account_trends" if len(first) > SHOWN else ""
    columns = words.ACCOUNT_COLUMNS
    return grid(
        results, words.ACCOUNTS, "account_trends", first[:LISTED], columns, file=file, months=months_ahead(horizon)
    )
