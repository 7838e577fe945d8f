"""Charts of what each whole dimension is worth to the model."""

IMPORTANCES = "{names:capital} {verb} {joint:percent} of what the model rests on"
CARRY, CARRIES = "carry", "carries"
LOSS = "{loss:loss} points, {share:percent} of all"
IMPORTANCES_READING = (
    "Points of average precision lost on the test months when all signals of a dimension are shuffled together, so "
    "that signals which say the same cannot stand in for one another; shares are of all dimensions' losses."
)
LOSS_AXIS = "loss of average precision when the dimension is shuffled [points]"
NO_LOSS = "no loss"

MISSED = "Learned without {dimensions} the model would be worse beyond chance"
NOT_MISSED = "No single dimension is missed beyond chance: the others stand in for it"
WITHOUT = "without {dimension}"
GAP = "{difference:points 1} ({span})"
NARROW = "{low:points 1} to {high:points 1}"
WIDE = "{ends:points_interval}"
NO_INTERVAL = "no interval"
ABLATION_READING = (
    "The chosen model learned anew without the dimension, minus the model with everything, on the same customers of "
    "the test months, with paired 95 % intervals. Left of the line, the dimension is missed; grey may be chance."
)
ABLATION_AXIS = "average precision without the dimension minus with everything [points]"
NO_DIFFERENCE = "no difference"
