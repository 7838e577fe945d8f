"""How each method did on months it had not seen."""

from valuecast.wording.grids import number, text

TITLE = "How each method did on months it had not seen"
NOT_TESTED = "No method could be tested on a future."
HOW_LONG = "How long a list, and how well calibrated a probability"

READING = (
    "Every figure below is from test months, with a 95\u00a0% interval over {who}s. Precision at k is the share "
    "that is right of a list of k {who}s, where k is the number of high-value {who}s; precision is the share that "
    "is right among those whom a method predicts to be high-value by its own rule; recall is the share of the "
    "high-value that it finds. Accuracy flatters: a rule that names nobody is {nobody:percent} accurate. Naming at "
    "random has a precision of {random:percent}. Overlap with an older list is not precision, because two wrong "
    "lists can agree."
)
SIX_DIMENSIONS = "The weighted score of six dimensions has a precision at k of {right:percent_interval}: {compared}."
DETECTABLE = (
    "The smallest detectable difference in precision of a test of this size is {least:gain}, whatever the two lists; a "
    "smaller one is detectable only where two lists are much alike. A small gain may be real and not be seen."
)

METHOD = "method"
CHOSEN = "{method} (chosen)"
ONE_METRIC = "{metric:metric}"
MAIN = "On the test months{customers}"
MAIN_CUSTOMERS = ", {n:plural {who}}"
INTERVAL = "{found:percent_interval}"
INTERVAL_BESIDE = "{found:interval_beside {mark}}"
AUC = "{value:fixed 3} ({low:fixed 3} to {high:fixed 3})"
AUC_ALONE = "{value:fixed 3}"
COMPARED = "Precision at k: validation months, on which choices were made, and test months"
COMPARED_HEADER = (METHOD, "validation", "test", "on the test months")
PAIRED = "Each method minus each baseline, on the same customers of the test months [points]"
PAIRED_COLUMN = "{metric:metric}: over {baseline}"
FURTHER = "Further measures on the test months"
FURTHER_FORMS = {"lift": "{value:multiple}", "brier": "{value:amount}", "": "{value:percent}"}
"""How a further measure is written, by how its name begins."""

CONFUSION = "{model} at its threshold, test months: predicted, and what happened"
CONFUSION_HEADER = ("", "turned out high-value", "did not")
PREDICTED, NOT_PREDICTED = "predicted high-value", "not predicted"
COUNT = "{n:count}"

OTHER_DEFINITIONS = (
    "High-value is a matter of definition. Nothing was chosen or trained for the ones below; the same rankings are "
    "judged by them on the same test months. Value by use is no promise about contracts: where a list of {who}s "
    "that renew is wanted, read the second."
)
OTHER_DEFINITION = "High-value meaning {meaning}: {high:count} of {n:count} {who}s"
MEANINGS = {
    "several_measures": "in the top share by at least two of days of use, minutes, events and money",
    "renewed_or_expanded": "renewed or expanded, and neither shrank nor left",
}
OTHER_COLUMNS = (
    text(METHOD, "{label}"),
    number("precision at k", "{right:percent_interval}"),
    number("points over the 2-D score", "{gap:gap}", needs="difference"),
)

TOO_GOOD = "Is it too good to be true?"
SUSPECTS = "An AUC above {wire} is rarely earned: {suspects}. See the outcome of the investigation above."
SUSPECT = "{method} (AUC {auc:auc})"
NOTHING_SUSPECT = "No AUC is above {wire}, and the run left no further word on leakage."
ABOVE_CEILING = (
    "{method} is right on {right:percent} of its list, more than the noise ceiling allows "
    "({ceiling:percent_interval}). The ceiling is an estimate from two halves of the same months; where use is "
    "very regular it comes out too low. Unless a leak is named above, the ceiling is no limit here."
)
CIRCULAR = "Circular, on request"
CIRCULAR_WARNING = (
    "Computed on request, and to be quoted for nothing: here the label is made from the model's own inputs over "
    "the same months, and {who}s are split at random. It shows how well a model repeats its inputs, not who will "
    "be high-value."
)
CIRCULAR_CAPTION = "Circular: what such a set-up seems to achieve"
CIRCULAR_COLUMNS = (
    text("measure", "{metric:metric}"),
    number("circular", "{circular:percent}"),
    number("out of sample, on the test months", "{honest:percent}"),
    number("inflated by", "{inflated:points}"),
)

SAMPLED = "What drawing customers did to these figures"
SAMPLED_READING = (
    "In the test window {customers_drawn:count} of {customers:count} {who}s were drawn. The chosen model gave a "
    "probability to all of them, so that what it got right among those drawn can be held against what it got right "
    "among all. It also learned again from half of the {who}s drawn: what that costs bounds what drawing twice as "
    "many would gain."
)
SAMPLED_CAPTION = "The chosen model on those drawn and on all"
SAMPLED_COLUMNS = (
    text("measure", "{metric:metric}"),
    number("{who}s drawn", "{on_drawn}"),
    number("all {who}s", "{on_all}"),
    number(
        "learned from half of those drawn",
        "{half_difference:points} ({half_low:points} to {half_high:points})",
        needs="half_low",
    ),
)
SAMPLED_SHARE, SAMPLED_OTHER = "{value:percent}", "{value:fixed 3}"
SAMPLED_INTERVAL = "{value:percent_interval}"
