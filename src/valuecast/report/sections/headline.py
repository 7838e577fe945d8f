"""The findings in five sentences, each with its number and how far it can be believed."""

from __future__ import annotations

import numpy as np
import pyarrow.compute as pc

from valuecast.contracts import baselines
from valuecast.report import measured, target
from valuecast.report.blocks import Section, Text, bullets
from valuecast.report.charts import trends as trend_charts
from valuecast.report.results import Results
from valuecast.report.sections.missing import why
from valuecast.wording import Claim, Sentence, joined
from valuecast.wording.report import headline as words


def section(results: Results) -> Section:
    """In short."""
    sentences = [
        (words.LEAD_ASKED, _asked(results)),
        (words.LEAD_VALUABLE, _valuable(results)),
        (words.LEAD_BELIEF, _belief(results)),
        (words.LEAD_TARGET, target.in_words(results)),
        (words.LEAD_TREND, _trend(results)),
    ]
    return Section("in-short", words.TITLE, (*_sample(results), *bullets(sentences), *_worst(results)))


def _worst(results: Results) -> tuple[Text, ...]:
    errors = [row for row in results.rows("findings") if row["severity"] == "error"]
    if not errors:
        return ()
    n = results.count("findings", len(errors), severity="error")
    worst = results.claims("findings", errors[0])
    return (Text(results.say(words.WORST_FINDING, n=n, **worst), "caution"),)


def _sample(results: Results) -> tuple[Text, ...]:
    """That this is a sample, where it is: before any figure."""
    sample = results.manifest.get("sample") or {}
    if not sample.get("is_partial"):
        return ()
    factor = Claim(
        sample["customers"] / sample["drawn"], "manifest", ("sample.customers", "sample.drawn"), rule="ratio"
    )
    drawn, customers = results.setting("sample", "drawn"), results.setting("sample", "customers")
    message = results.say(words.SAMPLE, drawn=drawn, customers=customers, factor=factor)
    everybody = words.SAMPLE_EVERYBODY if "hv_scores_today" in results.manifest.get("outputs", {}) else ""
    return (Text(joined([message, everybody]), "caution"),)


def _asked(results: Results) -> Sentence:
    n = results.table("value_scores").num_rows
    everyone = (
        results.say(words.EVERYONE, n=results.count("value_scores", n)) if n else results.say(words.EVERYONE_UNCOUNTED)
    )
    return results.say(words.ASKED, everyone=everyone)


def _valuable(results: Results) -> Sentence:
    table = results.table("value_scores")
    if not table.num_rows:
        return results.say(words.NOBODY_SCORED, why=why(results))
    active = table.filter(table["active"])
    months = results.setting("plan", "past_months")
    return results.say(
        words.ACTIVE,
        active=results.count("value_scores", active.num_rows, active=True),
        n=results.count("value_scores", table.num_rows),
        when=results.say(words.PAST_MONTHS if months.value else words.PAST_WINDOW, months=months),
        held=_held(results, active["past_value"].to_numpy(zero_copy_only=False).astype(float)),
        predicted=_predicted(results),
    )


def _held(results: Results, past: np.ndarray) -> Sentence:
    """What the top holds of the total; never above all of it, which refunds of others could make it seem."""
    values = np.sort(np.nan_to_num(past))[::-1]
    top = int(np.ceil(results.share * values.size - 1e-9))
    if not values.size or values[0] <= 0:
        return Sentence()
    whole = values.min() >= 0
    counted = values if whole else np.maximum(values, 0.0)
    where = {"active": True}
    return results.say(
        words.HELD if whole else words.HELD_ABOVE_ZERO,
        top=Claim(top, "value_scores", "", where, "top share, rounded up"),
        held=Claim(
            float(counted[:top].sum() / counted.sum()),
            "value_scores",
            "past_value",
            where,
            "share of the top in the sum",
        ),
    )


def _predicted(results: Results) -> Sentence:
    today = results.table("hv_predictions_today")
    if not today.num_rows:
        return Sentence()
    n = int(pc.sum(today["predicted_high_value"]).as_py() or 0)
    return results.say(words.PREDICTED, n=results.count("hv_predictions_today", n, predicted_high_value=True))


def _belief(results: Results) -> Sentence:
    lead = measured.lead(results)
    found = measured.figure(results, lead, "r_precision") if lead else None
    if found is None or lead is None:
        return results.say(words.UNTESTED, why=why(results))
    return results.say(
        words.TESTED,
        when=_when(results),
        method=results.named(lead),
        right=found.interval,
        random=found.random,
        repeating=_repeating(results, found),
        compared=_compared(results, found),
    )


def _when(results: Results) -> Sentence:
    for row in results.rows("backtest_windows"):
        if row["role"] == "test" and row["horizon_months"] == results.horizon:
            message = results.claims("backtest_windows", row)
            return results.say(words.WHEN, since=message["as_of"], until=message["future_end"])
    return Sentence()


def _compared(results: Results, found: measured.Figure) -> Sentence:
    if found.method == found.baseline:
        return Sentence()
    base = measured.figure(results, measured.BASELINE, "r_precision")
    rival = results.say(words.RIVAL, right=base.claim) if base and base.method == found.baseline else Sentence()
    return results.say(words.COMPARED, compared=measured.compared(found), rival=rival)


def _repeating(results: Results, found: measured.Figure) -> Sentence:
    """What doing nothing but naming last period's top would have got, and what is gained over it."""
    simple = measured.figure(results, baselines("identification")[0], "r_precision")
    if simple is None or simple.method == found.method:
        return Sentence()
    paired = measured.against(results, found.method, simple.method)
    compared = measured.compared(paired) if paired else Sentence()
    message = results.say(words.REPEATING_COMPARED, compared=compared) if paired else words.REPEATING_APART
    least = measured.detectable(results)
    open_ = least is not None and "not distinguishable" in compared
    size = results.say(words.DETECTABLE, least=least) if open_ else ""
    return results.say(words.REPEATING, right=simple.interval, message=message, size=size)


def _trend(results: Results) -> Sentence:
    if not results.trend_horizons:
        return results.say(words.NO_FORECAST, why=why(results))
    horizon = results.trend_horizons[0]
    first = trend_charts.outlook(results, horizon)
    who = results.say(
        words.TREND,
        active=results.count("value_scores", first.active, active=True),
        how=words.BY_PROBABILITY if first.by_chance else words.BY_CLASS,
        outlooks=trend_charts.outlooks(results),
    )
    chosen = results.trend_method(horizon)
    found = measured.figure(results, chosen, "macro_f1", task="trend", horizon=horizon) if chosen else None
    if found is None:
        return joined([who, words.TREND_UNTESTED])
    guess, better = measured.over_chance(results, found.method, horizon)
    still = measured.compared(found) if better and found.method != found.baseline else ""
    stands = joined([guess, still], "; ")
    message = results.say(
        words.TREND_TESTED,
        method=results.named(found.method),
        f1=found.interval,
        months=horizon,
        stands=": " + stands if stands else "",
    )
    return joined([who, message])
