"""Charts of what goes with high value: signals compared, importances, correlations."""

MULTIPLES = "{who_high} have {leads}"
LEAD = "{ratio:multiple} the {signal:lead}"
NO_MULTIPLE = "No signal sets high-value {who}s apart beyond chance"
BESIDE = "{ratio:multiple}  ({high:amount} against {rest:amount})"
MULTIPLES_READING = (
    "{called} Mean of {n:plural such {who}} over the mean of the other {rest:count}, with 95 % intervals; right of "
    "the line they have more of it, grey may be chance. Ratios beyond 20 times, or below a twentieth, are drawn at the "
    "edge. What goes with value need not cause it."
)
MULTIPLES_AXIS = "mean of the high-value over the mean of the rest [times, log scale]"
THE_SAME = "the same"
LIKELY_HIGH, HIGH_BY_SCORE = "Likely high-value {who}s", "{who:capital}s high by the weighted score"
BY_MODEL = "High-value is whom {model} names today."
THE_MODEL = "the model"
BY_SCORE = (
    "No model was chosen, so high-value is the top {share:percent} by the weighted score today: a description of the "
    "past."
)

IMPORTANCES = (
    "{first:capital} matter most to the model; {some:count} of {n:count} signals {some:verb matters matter} beyond "
    "chance"
)
NO_IMPORTANCE = "None of {n:count} signals matters to the model beyond chance"
LOSS = "{loss:loss} points"
IMPORTANCES_READING = (
    "Points of average precision that the chosen model{model} loses on the test months when the signal's values are "
    "shuffled. Signals that say the same share the loss, so a small figure does not mean that a signal is useless."
)
MODEL = " ({name})"
LOSS_AXIS = "loss of average precision when shuffled [points]"
NO_LOSS = "no loss"

CORRELATIONS = "{one:lead_first} and {other:lead} move together most closely (ρ = {rho:fixed 2})"
CORRELATIONS_READING = (
    "Rank correlation of today's {n:count} signals that matter most, in hundredths; below 30 left blank. Blue: "
    "together; orange: opposite."
)
RHO_LEGEND = "Spearman's ρ"
