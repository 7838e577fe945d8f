"""Findings on values: impossible, constant, missing, or not the sum that they should be."""

from __future__ import annotations

from collections.abc import Mapping

from valuecast.wording.figures import Figures
from valuecast.wording.findings.entry import Entry
from valuecast.wording.sentences import Sentence, joined, say


def _impossible(f: Figures) -> Sentence:
    if f.get("bound") is not None:
        return f.say("{count:plural value} beyond {bound:count} either way, for example {most}")
    return f.say("{count:plural row} outside {low:plain} to {high:plain}, the greatest {most}")


def _impossible_here(f: Figures) -> Sentence:
    return Sentence(_AS_MISSING if f.get("bound") is not None else _AS_THEY_ARE)


def _constant(f: Figures) -> Sentence:
    each = zip(f["columns"], f["values"], strict=True)
    return joined((say("{c} is always {value}", c=column, value=value) for column, value in each), "; ")


def _missing(f: Figures) -> Sentence:
    each = zip(f["columns"], f["shares"], strict=True)
    shares = joined((say("{c} {share:percent 0}", c=column, share=share) for column, share in each), ", ")
    return say("missing: {shares}", shares=shares)


_AS_MISSING = "these values count as missing"
_AS_THEY_ARE = "they are used as they are, except ratings, which are left out"

ENTRIES: Mapping[str, Entry] = {
    "value_below_zero": Entry(
        "The values of customers sum to less than zero: more was taken back than given.",
        "forecasts and classes count less than zero as nothing, and shares of all value can pass 100 %",
        "choose a value that is not negative, such as amounts before refunds, if refunds are not what matters",
        "the values of {count:count} of {customers:plural {grain}} sum to less than zero",
    ),
    "values_too_fine": Entry(
        "Values are so small that rounding to thousandths changes their sum.",
        "values are added up in whole thousandths, so that the order of rows cannot show; small ones are lost",
        "give value in a smaller unit, such as cents for dollars",
        "rounded to thousandths, all values sum to {rounded:digits 4} instead of {exact:digits 4} "
        "({lost:percent 1} off)",
    ),
    "value_of_zero": Entry(
        "Some customers are active without any value in the past window.",
        "their forecast is their past value, without band and probabilities of their own; any value later counts as Up",
        "check that the measure chosen as value is the right one for them",
        "{count:count} of {customers:count} active customers have no value in the past window",
    ),
    "negative_values": Entry(
        "Values lie below zero where nothing below zero is possible.",
        _AS_MISSING,
        "find out what writes them",
        "{count:plural row} below zero, the least {least}",
    ),
    "impossible_values": Entry(
        "Values lie outside the range that their unit allows.",
        _AS_THEY_ARE,
        "check the unit (minutes or seconds?) and what writes them",
        _impossible,
        here=_impossible_here,
    ),
    "constant_column": Entry(
        "A column has the same value in every row.",
        "it tells no two rows apart",
        "none needed, unless it should vary",
        _constant,
    ),
    "missing_values": Entry(
        "A column is mostly missing.",
        "missing counts as unknown, not as zero, unless inactivity means zero",
        "none needed, unless it should be filled",
        _missing,
    ),
    "missing_depends_on_activity": Entry(
        "Whether a value is missing goes with how active the customer is.",
        "means over the known values speak for the active; the missing are not like them",
        "collect the value from the inactive too, or read it as a figure for the active only",
        "{count:count} of {rows:count} are missing; mean {measure} is {where_missing:count} where missing and "
        "{where_known:count} where known",
    ),
    "totals_disagree": Entry(
        "Totals disagree with the sum of the daily rows.",
        "nothing rests on these totals; the daily rows count",
        "build totals and daily rows from the same events, at the same time",
        "{count:count} of {compared:count} {key} differ: {total:count} in total against {daily_sum:count} over the "
        "rows of {daily}, {apart:count} apart",
    ),
    "totals_after_end": Entry(
        "Totals hold what happened after the daily rows end.",
        "they leak: used in the past they would tell the future. No backtest uses them",
        "build totals and daily rows at the same time; keep totals out of models",
        "{count:count} {key} have totals that reach past the last daily row, up to {last}",
    ),
    "person_days": Entry(
        "A sum of daily distinct counts bears the name of a count of people.",
        "it counts visitor-days, not people, and is not used as a count of people",
        "count distinct visitors over the whole period instead",
        "{count:count} rows count more {column} than {people}: up to {most:count}, where nobody has more than "
        "{most_people:count} people",
    ),
}
