"""Why the plan is what it is: grain, windows, lengths and horizons."""

from __future__ import annotations

from collections.abc import Mapping

from valuecast.wording.figures import Figures, Wording
from valuecast.wording.findings import message
from valuecast.wording.sentences import Sentence


def _data_before(f: Figures) -> Sentence:
    why = "as asked" if f["given"] else "the day after the last activity"
    return f.say("data before {as_of} are used, {why}", why=why)


def _passed_over(f: Figures) -> Sentence:
    return f.say("not assessed by {grain}: {finding}", finding=message(f["finding"]).evidence)


SENTENCES: Mapping[str, Wording] = {
    "data_before": _data_before,
    "grain_chosen": "assessed by {grain}: {active:count} active in the {months:plural month} before {as_of}",
    "grain_passed_over": _passed_over,
    "windows_counted_back": "past windows are counted back from {until}, the first day of the month, as asked",
    "past_windows": (
        "{windows:plural past window} of {months:plural month}, one month apart, of {least:count} to {most:count} "
        "active {grain}s each: {rows:count} rows"
    ),
    "detectable_gain": (
        "the test window holds {active:plural active {grain}}, {returning:count} of them active again in the "
        "{months:plural month} after, and {positives:count} high-value: a gain of {gain:gain} in precision at k is "
        "the smallest difference that it can detect in any case"
    ),
    "lengths_chosen": (
        "{history:count} whole months of data: a past of {past:count} and a future of {horizon:plural month} leave "
        "{validations:plural window} for validation and one for the test, each trained on windows whose future had "
        "ended"
    ),
    "horizon_shortened": (
        "the future window is {horizon:count} instead of {asked:count} months: the history is too short"
    ),
}
