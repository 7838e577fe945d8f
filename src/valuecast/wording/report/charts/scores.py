"""Charts of the scores today."""

SPREAD = "By their own rules the {scores:count} scores predict {predicted} to be high-value"
ALIKE, BETWEEN = "{n:plural {who}}", "{low:count} to {high:count} {who}s"
SPREAD_READING = (
    "Orange is high-value by the score's own rule; the line is the least score that counts. Scales differ between "
    "scores."
)
NONE_HIGH = "{score}: no high-value"
HIGH_FROM = "{score}: high-value from {least:amount} ({n:count})"
HIGH, REST = "high-value", "rest"

OVERLAP = (
    "{method:capital} shares {share:percent} of the 2-D score's list: overlap, which says nothing about who is right"
)
ON_BOTH, ONLY_2D, ONLY_OTHER = "on both lists", "only on the 2-D list", "only on the other list"
SHARED = "{n:count} of {all:count} ({share:percent})"
OVERLAP_READING = (
    "Today's lists of high-value names beside the 2-D score's. Two wrong lists can agree; precision needs the future."
)

MADE_OF = "What made the {n:count} highest scores: {part:words} adds most to {score}"
POINTS_AXIS = "points of the score"
MADE_OF_READING = "The parts of each bar add up to the score at its right."
