"""What the search for leaks found, and other definitions of high-value that could not be judged by."""

from __future__ import annotations

from collections.abc import Mapping

from valuecast.wording.figures import Figures, Wording
from valuecast.wording.sentences import Sentence, listed, say


def _suspects(f: Figures) -> Sentence:
    named = listed(say("{signal:words} ({auc:auc})", signal=signal, auc=value) for signal, value in f["signals"])
    return f.say("Alone it is as good as that: {named}. Look at how it is computed.", named=named)


def _shuffled(f: Figures) -> Sentence:
    end = "as chance would have it" if f["at_chance"] else "which chance does not explain"
    text = (
        "Learned from shuffled labels, the model's AUC is {mean:fixed 3} on average over {shuffles:count} shuffles, "
        "{end}."
    )
    return f.say(text, end=end)


SENTENCES: Mapping[str, Wording] = {
    "noise_ceiling": (
        "Someone who knew every customer's true level would name the top {share:percent 0} with a precision of about "
        "{ceiling:percent 0} (95 % interval {low:percent 0} to {high:percent 0}); the rest is chance. Two halves of "
        "the same months agree on {half_overlap:percent 0} of it."
    ),
    "definition_not_judged": (
        "{definition:words}: {high:count} of {customers:count} customers in the test window, too few to judge by."
    ),
    "nothing_to_doubt": "Nothing was predicted, so there is nothing to doubt.",
    "future_overlaps": ("{window} ({as_of}) learns from {training}, whose future ends on {future_end}."),
    "futures_had_ended": "Every training future had ended when its prediction was made.",
    "no_high_auc": "No AUC on the test window is above {limit:plain}.",
    "high_auc": "{method:method_first} reaches an AUC of {auc:auc} on the test window, above {limit:plain}.",
    "high_auc_of_few": "With {customers:plural customer}, chance alone can do this.",
    "high_auc_of_signals": _suspects,
    "high_auc_unexplained": "No signal alone explains it; the best is {signal:words} with an AUC of {auc:auc}.",
    "high_auc_of_shuffled_labels": _shuffled,
}
