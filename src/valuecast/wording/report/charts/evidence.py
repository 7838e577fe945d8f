"""Charts of what was measured: methods side by side, and what sets them apart."""

R_PRECISION = "{method:capital} finds {right:percent} of the next {span} high-value {who}s{against}"
SPANS = {1: "month's", 3: "quarter's"}
MONTHS = "{horizon} months'"
AGAINST = ", the 2-D score {right:percent}"
CEILING = "noise ceiling {ceiling:percent}{doubt}"
TOO_LOW = " (too low)"
R_PRECISION_AXIS = "precision of a list as long as there are high-value {who}s [%]"
R_PRECISION_READING = (
    "Precision at k on test months, {n:plural {who}}; k is the number of high-value {who}s, and bars are 95\u00a0% "
    "intervals. Naming at random gets {random:percent}. Where two bars overlap much, the next chart says whether "
    "the difference is real."
)

PRECISION = (
    "Of those that {method} predicts, {right:percent_beside {mark}} were high-value: it {verdict} the "
    "{target:percent} target"
)
VERDICTS = {"met": "reaches", "not certain": "reaches, but not for certain,", "not met": "misses"}
NAMED_NOBODY = (
    "{method:capital} predicted nobody to be high-value at its threshold: the {target:percent} target is not met"
)
TARGET = "target {target:percent}"
PRECISION_AXIS = "share of the predicted {who}s that turned out high-value [%]"
PRECISION_READING = (
    "Precision at each method's own rule: scores name their top share, models those above the threshold chosen on "
    "validation months; “top share” is the chosen model naming as many as the scores do. A method that names fewer "
    "can be right more often; see recall in the table."
)

BETTER = "{n:count} of {all:count} methods do better than the {other} beyond chance{worse}"
NOT_BETTER = "No method is distinguishable from the {other} for the better{worse}"
WORSE = ", {n:count} worse"
DIFFERENCES_AXIS = "precision at k minus that of the {other} [points]"
DIFFERENCES_READING = (
    "Paired difference on the same {who}s with its 95\u00a0% interval; grey means that it may be chance, or that "
    "the list itself may be no better than naming at random."
)
NO_DIFFERENCE = "no difference"

GAINS = "Precision at k of {method}: {compared}"
OVER = "over {method}"
GAINS_AXIS = "precision at k of {method} minus that of the baseline [points]"
GAINS_READING = (
    "Paired differences on the same customers and test months, with 95\u00a0% intervals. “Same as last period” "
    "needs no model at all: what is gained over it is what the model is worth."
)
