"""Findings that say whether there is anything to assess, and whether the input held still."""

from __future__ import annotations

from collections.abc import Mapping

from valuecast.wording.figures import Figures
from valuecast.wording.findings.entry import Entry
from valuecast.wording.findings.tables import example_and_cause, own_remedy
from valuecast.wording.sentences import Sentence

_NO_EVIDENCE = "no model can be trained or tested: scores for today and descriptions only, without evidence"


def _changed(f: Figures) -> Sentence:
    grown = f["count"] > 0
    return f.say("{rows:count} rows at first, {now:count} at the end" if grown else "{rows:count} rows, other values")


def _too_few(f: Figures) -> Sentence:
    when = "before {as_of}" if f["past_start"] is None else "from {past_start} to {as_of}"
    return f.say(f"{{customers:plural active {{grain}}}} {when}, of whom {{positives:count}} would be high-value")


def _copies(f: Figures) -> Sentence:
    return f.say("accounts are not assessed; {assessed}s are" if f.get("assessed") else _NO_EVIDENCE)


def _too_long(f: Figures) -> Sentence:
    horizons = " or ".join(str(months) for months in f["horizons"])
    return f.say("{months:plural whole month} of data cannot test a trend {ahead} months ahead", ahead=horizons)


def _days(f: Figures) -> Sentence:
    text = "{count:count} of {present:count} days ({share:percent}) cannot be read{examples}"
    return f.say(text, examples=example_and_cause(f, "; likely cause: "))


def _value(f: Figures) -> Sentence:
    text = (
        "value is {measure}, and {count:count} of its {present:count} values ({share:percent}) cannot be used as "
        "numbers{examples}"
    )
    return f.say(text, examples=example_and_cause(f, "; likely cause: "))


_NEEDED = (
    "needed: at least {least_customers:count} customers and {least_positives:count} high-value ones in each window"
)
_UNREADABLE_DAYS = "write them as 2024-01-31, or name the format that they have: events.date_format"
_UNREADABLE_VALUE = "write them as plain numbers, such as 1234.56, or choose another measure as value"

ENTRIES: Mapping[str, Entry] = {
    "input_changed": Entry(
        "A table changed while it was read.",
        "figures taken before and after the change stand side by side in these results",
        "run again when nothing is being loaded, or read from a snapshot",
        _changed,
    ),
    "no_activity": Entry(
        "Nobody was ever active.",
        "nothing can be assessed",
        "see the findings on the daily tables or the log: missing or empty tables, unreadable dates, values of zero",
        "no row with a customer, a readable date and activity above zero",
    ),
    "history_too_short": Entry(
        "The history cannot hold a past and three futures.",
        _NO_EVIDENCE,
        "needed: at least 4 months: a past, and a future each for training, validation and test",
        "{count:plural whole month} of {grain} activity before {as_of}",
    ),
    "too_few_customers": Entry(
        "A window holds too few active customers.",
        _NO_EVIDENCE,
        "needed: at least 100 customers and 20 high-value ones in every window",
        _too_few,
        mend=_NEEDED,
    ),
    "few_drawn": Entry(
        "A window holds fewer of the sampled customers than evidence should rest on.",
        "the evidence is of the sample, and says less than the plan, which counts everybody",
        "set most_customers higher",
        "the smallest window holds {count:plural active customer} of the sample, of whom {positives:count} would be "
        "high-value; needed: at least {least_customers:count} and {least_positives:count}",
    ),
    "customers_identical": Entry(
        "Customers are copies of one another.",
        _NO_EVIDENCE,
        "find out whether one customer's rows were written under many ids; needed: customers that differ",
        "{count:count} of {customers:count} {grain}s share their days by month and their totals with another",
        here=_copies,
    ),
    "days_unreadable": Entry(
        "Half or more of the days of the table of use cannot be read as such.",
        f"{_NO_EVIDENCE}; days that could be read may have been read with day and month exchanged",
        _UNREADABLE_DAYS,
        _days,
        mend=lambda f: own_remedy(f, _UNREADABLE_DAYS),
    ),
    "value_unreadable": Entry(
        "Half or more of the values of the measure that counts as value are no numbers.",
        f"{_NO_EVIDENCE}; what is shown as value is missing or zero for most",
        _UNREADABLE_VALUE,
        _value,
        mend=lambda f: own_remedy(f, _UNREADABLE_VALUE),
    ),
    "no_value": Entry(
        "Nobody ever had any value.",
        f"{_NO_EVIDENCE}; nobody can be more valuable than another",
        "choose as value a measure that is not zero throughout, or check what writes it",
        "the value of every {grain} is zero on every day",
    ),
    "one_customer": Entry(
        "There is a single account.",
        "accounts cannot be compared or ranked; its visitors can, where there are enough",
        "export every account, or assess by visitor",
        "one account has activity since {since}",
    ),
    "horizon_too_long": Entry(
        "A trend horizon cannot be tested on this history.",
        "no trend is given for it",
        "wait for a longer history, or ask for a shorter horizon",
        _too_long,
        mend="wait until there are {needed:count} months, or ask for a shorter horizon",
    ),
}
