"""How the model of high value was learned, chosen and cut off."""

from __future__ import annotations

from collections.abc import Mapping

from valuecast.wording.figures import Figures, Wording
from valuecast.wording.sentences import Sentence


def _threshold(f: Figures) -> Sentence:
    text = (
        "{met}: on validation windows {precision:percent 1} of {picks:count} customers with a probability of "
        "{threshold:percent 1} or more were high-value, {safe:percent 1} with one standard error to spare (asked for: "
        "{target:percent 0})"
    )
    return f.say(text, met="met" if f["met"] else "not met")


SENTENCES: Mapping[str, Wording] = {
    "nothing_to_learn_from": "No window could be learned from, so nothing was predicted.",
    "window_not_learned": "Window {window} was left out: too little to learn from before it.",
    "training_rows_sampled": "Of up to {rows:count} rows to learn from, a random sample of {used:count} was used.",
    "model_without_signals": "{model:method_first} was left out: none of the signals it takes has data.",
    "model_uncalibrated": (
        "The probabilities of {model:method} are its own: validation windows could not calibrate them."
    ),
    "no_validation_window": (
        "No validation window: the simplest model is used and the threshold is 0.5, both unchosen."
    ),
    "few_validation_positives": (
        "Only {positives:count} high-value customers in the validation windows (top {share:percent 0} of "
        "{customers:count}): the choice of model and threshold stands on little."
    ),
    "importances_unknown": "Importances could not be measured: the test window has nothing to tell apart.",
    "threshold_unlearned": "not met: no model could be learned",
    "threshold_unchosen": ("not met: no validation window to choose a threshold on, so {threshold:fixed 2} stands in"),
    "threshold_chosen": _threshold,
    "broad_threshold_chosen": (
        "on validation windows a list from {threshold:percent 1} on held {recall:percent 0} of the high-value "
        "customers and was {precision:percent 0} right"
    ),
}
