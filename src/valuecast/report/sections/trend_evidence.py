"""How far the trend can be believed: methods side by side on test months, and where a simple rule does better."""

from __future__ import annotations

from typing import Any

import numpy as np

from valuecast.contracts import baselines
from valuecast.report import measured
from valuecast.report.blocks import Block, Text, figures
from valuecast.report.charts import trend_evidence as charts
from valuecast.report.charts.chart import CLASSES
from valuecast.report.grids import grid
from valuecast.report.results import Results, months_ahead
from valuecast.report.sections.missing import why
from valuecast.wording import Claim, Sentence, joined, listed, say
from valuecast.wording.numbers import UNKNOWN
from valuecast.wording.report import trend_evidence as words

NO_CHANGE, MOST_FREQUENT, CHANCE = baselines("trend")


def tested(results: Results) -> list[Block]:
    """The chart and table of trend methods, and where another guide than the chosen one is the better."""
    rows = [
        _row(results, found)
        for horizon in measured.trend_horizons(results)
        for found in measured.figures(results, "macro_f1", task="trend", horizon=horizon)
    ]
    if not rows:
        return [Text(results.say(words.UNTESTED, why=why(results)), "caution")]
    cautions = (joined(_outdone(results)), _unlikely(results), *_untested(results))
    return [
        *(Text(text, "caution") for text in cautions if text),
        *figures(charts.trend_methods(results)),
        Text(words.READING),
        *grid(results, words.CAPTION, "backtest_metrics", rows, words.COLUMNS),
    ]


def _row(results: Results, found: measured.Figure) -> dict[str, Any]:
    def cell(metric: str, form: str) -> str:
        other = measured.figure(results, found.method, metric, task="trend", horizon=found.horizon)
        return UNKNOWN if other is None else say(form, x=other.interval if form == words.INTERVAL else other.claim)

    label, chosen = results.name_of(found.method), results.trend_method(found.horizon)
    return {
        "horizon_months": found.horizon,
        "label": say(words.CHOSEN, method=label) if found.method == chosen else label,
        "f1": say(words.INTERVAL, x=found.interval),
        "accuracy": cell("accuracy", words.INTERVAL),
        "mae": cell("mae", words.AMOUNT),
        "bias": _bias(results, found),
        "coverage": cell("coverage_80", words.PERCENT),
        "guessing": _against_guessing(results, found),
        "over_reference": measured.gap(found) if found.method != found.baseline else UNKNOWN,
    }


def _bias(results: Results, found: measured.Figure) -> str:
    bias = measured.figure(results, found.method, "bias_percent", task="trend", horizon=found.horizon)
    if bias is None:
        return UNKNOWN
    return say(words.PERCENT, x=Claim(bias.value / 100, "backtest_metrics", "value", bias.where, "a hundredth"))


def _against_guessing(results: Results, found: measured.Figure) -> str:
    """In a word whether a method beats guessing, with the paired difference in points where the run has it."""
    message, better = measured.over_chance(results, found.method, found.horizon)
    if not message:
        return UNKNOWN
    paired = measured.paired_difference(results, found, found.horizon, CHANCE)
    gap = say(words.COMMA, gap=measured.gap(paired)) if paired else ""
    return say(words.BETTER if better else words.NO_BETTER, gap=gap)


def _outdone(results: Results) -> list[Sentence]:
    """Where a simple rule does better than the chosen method on another count."""
    sentences = []
    for horizon in results.trend_horizons:
        chosen = results.trend_method(horizon)
        if chosen is None:
            continue
        f1, right, error = (_of(results, chosen, metric, horizon) for metric in ("macro_f1", "accuracy", "mae"))
        message, better = measured.over_chance(results, f1.method, horizon) if f1 else (Sentence(), True)
        method = results.named(chosen)
        if f1 and message and not better:
            sentences.append(
                say(words.NO_BETTER_THAN_GUESSING, months=months_ahead(horizon), method=method, compared=message)
            )
        common, still = _of(results, MOST_FREQUENT, "accuracy", horizon), _of(results, NO_CHANGE, "mae", horizon)
        if right and common and common.value > right.value:
            claims = {"common": common.claim, "right": right.claim}
            sentences.append(say(words.COMMONEST_IS_RIGHT, months=months_ahead(horizon), method=method, **claims))
        if error and still and error.method != still.method and still.value < error.value:
            claims = {"still": still.claim, "error": error.claim}
            sentences.append(
                results.say(words.NO_CHANGE_ERRS_LESS, months=months_ahead(horizon), method=method, **claims)
            )
    return sentences


def _unlikely(results: Results) -> Sentence:
    """How many customers are put in a class that is not the likeliest by the stated chances."""
    sentences = []
    for horizon in results.trend_horizons:
        table = results.chosen_trends(horizon)
        chances = np.column_stack([table[f"p_{name.lower()}"].to_numpy(zero_copy_only=False) for name in CLASSES])
        given = ~np.isnan(chances.astype(float)).any(axis=1)
        if given.any():
            place = np.array([list(CLASSES).index(name) for name in table["trend_class"].to_pylist()])[given]
            best = chances[given]
            other = int((best[np.arange(len(best)), place] < best.max(axis=1)).sum())
            where = {"horizon_months": horizon}
            n = Claim(len(best), results.trends_name, "p_up", where, "count of known")
            less = Claim(other, results.trends_name, "trend_class", where, "count of classes not the most probable")
            sentences += (
                [results.say(words.UNLIKELY_COUNT, other=less, n=n, months=months_ahead(horizon))] if other else []
            )
    return say(words.UNLIKELY, counts=listed(sentences)) if sentences else Sentence()


def _untested(results: Results) -> list[Sentence]:
    """Horizons at which nothing could be tested, and those at which the chosen method could not."""
    tested_ones = measured.trend_horizons(results)
    short = [str(h) for h in results.trend_horizons if h not in tested_ones]
    sentences = [say(words.TOO_SHORT, horizons=listed(short))] if short else []
    for horizon in results.trend_horizons:
        chosen = results.trend_method(horizon)
        if horizon in tested_ones and chosen and _of(results, chosen, "macro_f1", horizon) is None:
            best, method = _best(results, horizon), results.named(chosen)
            sentences.append(say(words.NOT_ITSELF, months=months_ahead(horizon), method=method, best=best))
    return sentences


def _best(results: Results, horizon: int) -> str:
    found = measured.figures(results, "macro_f1", task="trend", horizon=horizon)
    return say(words.BEST, method=results.named(found[0].method), f1=found[0].claim) if found else words.NOBODY


def _of(results: Results, method: str | None, metric: str, horizon: int) -> measured.Figure | None:
    return measured.figure(results, method, metric, task="trend", horizon=horizon) if method else None
