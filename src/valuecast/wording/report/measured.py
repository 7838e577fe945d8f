"""How one method compares with another, said only as firmly as the interval allows."""

REFERENCE = "what the others are compared with"
NO_COMPARISON = "no comparison with {other} was possible"
NOT_ABOVE_RANDOM = (
    "{gap:gain} above {other} (interval {interval:points_interval}), but itself not distinguishable from naming "
    "at random ({random:percent})"
)
INDISTINGUISHABLE = "not distinguishable from {other} (difference {gap:points}, interval {interval:points_interval})"
BETTER = "{gap:gain} better than {other} (interval {interval:points_interval})"
WORSE = "{gap:gain} worse than {other} (interval {interval:points_interval})"

OTHER_GUESS = "guessing by past shares of the classes, which gets {guess:percent_interval}"
BETTER_THAN_GUESSING = "{gap:gain} better than {guessing} (interval {interval:points_interval})"
NO_BETTER_THAN_GUESSING = "no better than {guessing} (difference {gap:points}, interval {interval:points_interval})"
APART_FROM_GUESSING = "better than {guessing}: the intervals lie apart"
NOT_APART_FROM_GUESSING = "no better than {guessing}"

GAP = "{gap:gap}"
