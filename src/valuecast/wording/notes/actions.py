"""What the work list and the early warnings cover, and what is not known about them."""

from __future__ import annotations

from collections.abc import Mapping

from valuecast.wording.figures import Figures, Wording
from valuecast.wording.sentences import Sentence, joined, say

RULES = {
    "latest_rating": "no customer has a rating today, so no playbook was chosen for a low one",
    "recency_ratio": "how long a silence is usual is known for no customer, so none was called silent",
    "days_since_last": "the day of last use is known for no customer, so every dormant one is on off-board",
}
"""What a rule could not do because a signal has no data."""


def _capacity(f: Figures) -> Sentence:
    text = "{hours:plain} hours cover the first {covered:count} of {customers:count} customers on the work list"
    share = ", {share:percent 0} of all value at stake" if f["share"] is not None else ""
    return f.say(f"{text}{share}.")


def _without_data(f: Figures) -> Sentence:
    return say("Rules without data: {rules}.", rules=joined((RULES[signal] for signal in f["signals"]), "; "))


def _warned(f: Figures) -> Sentence:
    covered = "all of them" if f["warned"] <= f["capacity"] else "the {capacity:count} first"
    text = "Early warnings: {warned:count} of {watched:count} active customers; "
    return f.say(f"{text}{covered} fit the stated capacity.")


SENTENCES: Mapping[str, Wording] = {
    "nobody_to_act_on": "There is no customer to act on.",
    "worklist_capacity": _capacity,
    "no_trend_known": "No trend is known, so every trend counts as Flat and the list stands on past value alone.",
    "trends_without_probabilities": (
        "The trends have no probabilities yet: value at stake is the plain difference between past value and forecast, "
        "and customers without one are ranked by past value."
    ),
    "rules_without_data": _without_data,
    "hours_are_planned": (
        "Hours for each playbook, and the change of value it aims at, are planning figures of ours: put your own "
        "team's in their place. Advocate claims no value, so those customers come after the rest, the largest first."
    ),
    "effect_not_measured": (
        "What these actions achieve has not been measured: no group of customers has been held back to compare with "
        "yet. Value at stake is value that may move, not value that an action wins."
    ),
    "customers_warned": _warned,
    "false_alarms_of_another_sort": (
        "How many of the warnings are false alarms is not known: their rate was measured on simulated accounts whose "
        "use is known in minutes, and these data are of another sort."
    ),
    "false_alarms_do_not_carry_over": (
        "How many of the warnings are false alarms is not known: at the rate of quiet simulated accounts about "
        "{expected:count} would be expected, more than the {warnings:count} that were raised, so that rate does not "
        "carry over to these data."
    ),
    "false_alarms_expected": (
        "There {warnings:verb is are} {warnings:plural warning}. Were all customers quiet, about "
        "{expected:plural warning} of these kinds would still be expected, at the rate of quiet simulated accounts."
    ),
}
