"""Whether the target precision was reached, and what the noise ceiling says about it."""

NAMED_NOBODY = (
    "Target precision of {target:percent}: not met. {model:capital} predicted nobody to be high-value at its "
    "threshold on the test months, so there is no prediction to be right about."
)
NOT_MEASURED = "Target precision of {target:percent}: not measured, because {why}."
NO_FUTURE = "there was no future to test on"
NO_MODEL = "no model was tested"

FOUND = "Of the {who}s that {model} predicts, {precision:interval_beside {mark}} turned out high-value"
MET = "Target precision of {target:percent}: met. {found}{recall}."
NOT_CERTAIN = (
    "Target precision of {target:percent}: met on the figure, but not for certain. {found}, and the interval reaches "
    "below {target:percent}{recall}."
)
NOT_MET = "Target precision of {target:percent}: not met. {found}{reaches}{recall}."
REACHES = "; the interval does reach {target:percent}"
RECALL = "; they are {recall:percent} of all that did (recall)"

CEILING_TOO_LOW = (
    "The noise ceiling cannot be relied on here: it is put at {ceiling:percent_interval}, but {method} got "
    "{precision} right on the test months. It is too low for data like these, in which use is too regular for "
    "halves of the same months to tell what chance does; it says nothing about {target:percent}."
)
BESIDE_CEILING = "{precision:percent_beside {mark}}"
CEILING = (
    "The noise ceiling for a list as long as there are high-value {who}s is {ceiling:percent_interval}: someone "
    "who knew each {who}'s true level would get that many right, {reach}."
)
OUT_OF_REACH = "so {target:percent} is out of reach for a list that names everyone"
OPEN = "so whether {target:percent} is within reach for a list that names everyone is open"
WITHIN_REACH = "so chance alone does not put {target:percent} out of reach"
