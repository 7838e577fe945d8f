"""The findings in five sentences, each with its number and how far it can be believed."""

from __future__ import annotations

import numpy as np
import pyarrow.compute as pc

from valuecast.report import measured, wish
from valuecast.report.blocks import Section, Text, bullets
from valuecast.report.charts import trends as trend_charts
from valuecast.report.results import Results
from valuecast.report.sections.missing import why
from valuecast.wording.numbers import count, day, in_points, percent, percent_interval, plural, sentence


def section(results: Results) -> Section:
    """In short."""
    said = [
        ("Asked.", _asked(results)),
        ("Who is valuable.", _valuable(results)),
        ("How far to believe it.", _belief(results)),
        ("The wish.", wish.in_words(results)),
        ("Where value goes.", _trend(results)),
    ]
    errors = [row for row in results.rows("findings") if row["severity"] == "error"]
    worst = errors[0] if errors else None
    caution = (
        (
            Text(
                f"{plural(len(errors), 'finding')} of the audit cost part of this assessment; the worst: "
                f"{worst['table']}: {sentence(worst['evidence'])} {sentence(worst['consequence'])}",
                "caution",
            ),
        )
        if worst
        else ()
    )
    blocks = (*_drawn(results), *bullets([(lead, words) for lead, words in said if words]), *caution)
    return Section("in-short", "In short", blocks)


def _drawn(results: Results) -> tuple[Text, ...]:
    """That this is a sample, where it is: before any figure."""
    sample = results.manifest.get("sample") or {}
    if not sample.get("is_partial"):
        return ()
    drawn, customers = plural(sample["drawn"], results.grain), count(sample["customers"])
    factor = sample["customers"] / sample["drawn"]
    told = (
        f"This report stands on {drawn} drawn from {customers}, each with the same chance: its lists, and the counts "
        f"and totals in its results, are of those drawn; for all, multiply by {factor:.3g}. "
        "Shares and rates hold for all within the intervals given. What it says of the tables, the months and the plan "
        "is of everybody: with those drawn, a gain must be larger to be told from chance."
    )
    if "hv_scores_today" in results.manifest.get("outputs", {}):
        told += " The table hv_scores_today has the probability of everybody who is active."
    return (Text(told, "caution"),)


def _asked(results: Results) -> str:
    table = results.table("value_scores")
    who = f"of {plural(table.num_rows, results.grain)}" if table.num_rows else f"of the {results.grain}s"
    return (
        f"Which {who} are valuable today, and which will be in the top {percent(results.share)} by "
        f"{results.value_name} "
        f"over the {results.horizon} months from {day(results.as_of)}?"
    )


def _valuable(results: Results) -> str:
    table = results.table("value_scores")
    if not table.num_rows:
        return f"Not answered: no {results.grain} could be scored. {why(results)}"
    active = table.filter(table["active"])
    values = np.sort(np.nan_to_num(active["past_value"].to_numpy(zero_copy_only=False).astype(float)))[::-1]
    top = int(np.ceil(results.share * values.size - 1e-9))
    months = results.get("plan", "past_months")
    span = f" in the past {months} months" if months else " in the past window"
    verb = "was" if active.num_rows == 1 else "were"
    said = f"{count(active.num_rows)} of {plural(table.num_rows, results.grain)} {verb} active{span}"
    if values.size and values[0] > 0:
        said += f"; the top {percent(results.share)} of them ({count(top)}) {_held(values, top, results.value_name)}"
    today = results.table("hv_predictions_today")
    if today.num_rows:
        likely = int(pc.sum(today["predicted_high_value"]).as_py() or 0)
        be = "is" if likely == 1 else "are"
        said += f". {count(likely)} {be} predicted to be high-value over the coming {results.horizon} months"
    return sentence(said)


def _held(values: np.ndarray, top: int, unit: str) -> str:
    """What the top holds of the total; never above all of it, which refunds of others could make it seem.

    >>> _held(np.array([60.0, 30.0, 10.0]), 1, "minutes").replace("\u00a0", " ")
    'hold 60 % of the minutes'
    """
    if values.min() >= 0:
        return f"hold {percent(float(values[:top].sum() / values.sum()))} of the {unit}"
    gross = float(np.maximum(values, 0.0).sum())
    share = percent(float(np.maximum(values[:top], 0.0).sum() / gross))
    return f"hold {share} of the {unit} of those above zero; others are below zero (refunds), which reduces the total"


def _belief(results: Results) -> str:
    lead = measured.lead(results)
    found = measured.figure(results, lead, "r_precision") if lead else None
    if found is None or lead is None:
        return f"Nothing here was tested on a future. {why(results)}"
    test = [
        r for r in results.rows("backtest_windows") if r["role"] == "test" and r["horizon_months"] == results.horizon
    ]
    when = f" ({day(test[0]['as_of'])} to {day(test[0]['future_end'])})" if test else ""
    base = measured.figure(results, measured.BASELINE, "r_precision")
    rival = f", whose list was {percent(base.value)} right" if base and base.method == found.baseline else ""
    told = f" It is {measured.compared(found)}{rival}." if found.method != found.baseline else ""
    return (
        f"On test months{when} that no method had seen, the list of {results.named(lead)}, as long as there "
        f"were high-value "
        f"{results.grain}s, was {percent_interval(found.value, found.low, found.high)} "
        f"right; naming at random gets {percent(found.random)}.{_repeating(results, found)}{told}"
    )


def _repeating(results: Results, found: measured.Figure) -> str:
    """What doing nothing but naming last period's top would have got, and what is gained over it."""
    simple = measured.figure(results, "last_period_value", "r_precision")
    if simple is None or simple.method == found.method:
        return ""
    span = percent_interval(simple.value, simple.low, simple.high)
    paired = measured.against(results, found.method, simple.method)
    told = f"the list is {measured.compared(paired)}" if paired else "the two were not compared on the same customers"
    least = measured.detectable(results)
    size = (
        f"; with so many {results.grain}s a gain of {in_points(least).lstrip('+')} would be told from chance in any "
        "case, a smaller one only where two lists are much alike"
        if paired and least is not None and "not distinguishable" in told
        else ""
    )
    return f" Merely naming last period's top again (“same as last period”) got {span}: {told}{size}."


def _trend(results: Results) -> str:
    if not results.trend_horizons:
        return f"Not forecast. {why(results)}"
    horizon = results.trend_horizons[0]
    looks = {months: trend_charts.outlook(results, months) for months in results.trend_horizons}
    told = [f"in {months} months {trend_charts.in_words(look)}" for months, look in looks.items()]
    first = looks[horizon]
    how = "expected by the probabilities" if first.by_chance else "called so"
    who = f"Of {plural(first.active, f'active {results.grain}')}, {how}: {'; '.join(told)}"
    chosen = (results.get("choices", "trend_method") or {}).get(str(horizon))
    found = measured.figure(results, chosen, "macro_f1", task="trend", horizon=horizon) if chosen else None
    if found is None:
        return sentence(f"{who}. These forecasts could not be tested on a known future")
    guess, better = measured.over_chance(results, found.method, horizon)
    still = measured.compared(found) if better and found.method != found.baseline else ""
    stands = "; ".join(text for text in (guess, still) if text)
    return sentence(
        f"{who}. On test months {results.named(found.method)} told the three classes apart with a macro F1 of "
        f"{percent_interval(found.value, found.low, found.high)} at {horizon} months"
        + (f": {stands}" if stands else "")
    )
