"""What it means that models were learned from a sample of the customers."""

from __future__ import annotations

from collections.abc import Mapping

from valuecast.wording.figures import Figures, Wording
from valuecast.wording.sentences import Sentence


def _effect(f: Figures) -> Sentence:
    text = (
        "What the sample did to the evidence: in the test window the precision at k of the chosen model is "
        "{drawn:percent 1} ({low:percent 1} to {high:percent 1}) on the {customers_drawn:count} customers of the "
        "sample and {everybody:percent 1} on all {customers:count}"
    )
    if f["half_low"] is None:
        return f.say(f"{text}.")
    gain = ", so that a larger most_customers may gain" if f["half_high"] < 0 else ", no loss beyond chance"
    half = (
        "; learned from half of the sample it is {half_difference:points 1} points ({half_low:points 1} to "
        "{half_high:points 1})"
    )
    return f.say(f"{text}{half}{gain}.")


SENTENCES: Mapping[str, Wording] = {
    "sample_drawn": (
        "{drawn:count} of {customers:count} customers were sampled, each with the same chance and in proportion by "
        "value and activity: models come from them, and every list, count of customers and total of value is of them "
        "alone (for all, multiply by {factor:digits 3}). High-value, percentiles and scores were computed among all; "
        "what a score learns, it learns from {by_id:count} customers picked by their id alone, the same ones from day "
        "to day."
    ),
    "everybody_scored": (
        "hv_scores_today holds the probability of everybody who is active, whether in the sample or not."
    ),
    "sample_effect": _effect,
}
