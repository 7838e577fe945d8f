"""In short: the findings in five sentences."""

TITLE = "In short"
LEAD_ASKED = "Asked."
LEAD_VALUABLE = "Who is valuable."
LEAD_BELIEF = "How far to believe it."
LEAD_TARGET = "The target."
LEAD_TREND = "Where value goes."

WORST_FINDING = (
    "{n:plural finding} of the audit cost part of this assessment; the worst: {table}: {evidence:sentence} "
    "{consequence:sentence}"
)

SAMPLE = (
    "This report stands on {drawn:plural {who}} drawn from {customers:count}, each with the same chance: its "
    "lists, and the counts and totals in its results, are of those drawn; for all, multiply by {factor:amount}. "
    "Shares and rates hold for all within the intervals given. What it says of the tables, the months and the plan "
    "is of everybody: with those drawn, the smallest detectable difference is larger."
)
SAMPLE_EVERYBODY = "The table hv_scores_today has the probability of everybody who is active."

ASKED = (
    "Which of {everyone} are valuable today, and which will be in the top {share:percent} by {value} over the "
    "{horizon:plural month} from {as_of:day}?"
)
EVERYONE = "{n:plural {who}}"
EVERYONE_UNCOUNTED = "the {who}s"

NOBODY_SCORED = "Not answered: no {who} could be scored. {why}"
ACTIVE = "{active:count} of {n:plural {who}} {active:verb was were} active {when}{held}{predicted}."
PAST_MONTHS = "in the past {months:plural month}"
PAST_WINDOW = "in the past window"
HELD = "; the top {share:percent} of them ({top:count}) hold {held:percent} of the {value}"
HELD_ABOVE_ZERO = (
    "; the top {share:percent} of them ({top:count}) hold {held:percent} of the {value} of those above zero; "
    "others are below zero (refunds), which reduces the total"
)
PREDICTED = ". {n:count} {n:verb is are} predicted to be high-value over the coming {horizon:plural month}"

UNTESTED = "Nothing here was tested on a future. {why}"
TESTED = (
    "On test months{when} that no method had seen, the list of {method}, as long as there were high-value {who}s, was "
    "{right:percent_interval} right (precision at k, k being the number of high-value {who}s); naming at random gets "
    "{random:percent}.{repeating}{compared}"
)
WHEN = " ({since:day} to {until:day})"
COMPARED = " It is {compared}{rival}."
RIVAL = ", whose list was {right:percent} right"
REPEATING = (
    " Merely naming last period's top again (“same as last period”) got {right:percent_interval}: {message}{size}."
)
REPEATING_COMPARED = "the list is {compared}"
REPEATING_APART = "the two were not compared on the same customers"
DETECTABLE = (
    "; with so many {who}s the smallest difference that is detectable in any case is {least:gain}, a smaller one only "
    "where two lists are much alike"
)

NO_FORECAST = "Not forecast. {why}"
TREND = "Of {active:plural active {who}}, {how}: {outlooks}."
BY_PROBABILITY = "expected by the probabilities"
BY_CLASS = "by predicted class"
TREND_UNTESTED = "These forecasts could not be tested on a known future."
TREND_TESTED = (
    "On test months {method} told the three classes apart with a macro F1 of {f1:percent_interval} at "
    "{months:plural month}{stands}."
)
