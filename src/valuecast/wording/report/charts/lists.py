"""Charts of the list that a model gives: how far its probabilities are off, and how long it may be."""

CALIBRATION = "A stated probability is off by {off:plural point} on average"
STATED_AXIS = "probability that was stated [%]"
HAPPENED_AXIS = "share that turned out high-value [%]"
CALIBRATION_READING = (
    "Test months, {n:plural {who}} in {groups:count} groups of like probability; on the dashed line, statement and "
    "outcome agree. Bars are 95 % Wilson intervals."
)

LONGEST = "With hindsight, the longest list that is still {target:percent} right has {names:count} names"
NO_LIST = "With hindsight, no list of ten names or more is {target:percent} right"
OF_ALL = "{longest}; one of all {all:count} is {right:percent} right"
NAMES_AXIS = "{who}s on the list, most probable first"
RIGHT_AXIS = "share that is right [%]"
AS_MANY = "as many as there are ({all:count})"
AT_THRESHOLD = "at the chosen threshold"
LENGTH_READING = (
    "Test months; the orange line is the target. The length is read off with hindsight: no threshold was chosen from "
    "it. Customers with the same probability share their places evenly."
)
