"""The scores of today: what each is made of."""

from valuecast.wording.grids import number, text

MADE_OF = "A score is a number computed by a written rule. Every dimension that the scores ask for has data today."
LEFT_OUT = (
    "A score is a number computed by a written rule. Dimensions without data today: {dimensions:listed}. A score that "
    "would use them leaves them out and its other weights are scaled up; the weights in force are below."
)
WEIGHTS = "What each score is made of today"
WEIGHT_COLUMNS = (text("score", "{label}"), text("parts and their weights in force", "{parts}"))
PART, PART_SHARE, PART_RHO = "{part:words}", "{part:words} {share}", "{part:words} {weight:rho}"
CORRELATIONS = "weights are correlations with value on earlier months: {parts}{more}"
MORE = " and {n:count} more"
ADDS = "{score}: what each part adds"
LEARNED = "learned"
ADD_COLUMNS = (
    text("part", "{part:words}"),
    text("dimension", "{dimension}"),
    number("weight in force", "{in_force}"),
    number("adds on average [points]", "{adds}"),
)
