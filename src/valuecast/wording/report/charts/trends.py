"""Charts of the trend: how many go where, and who rises and falls most."""

IN_MONTHS = "in {months:plural month}"
OUTLOOK = "in {months:plural month} {up:count} up, {flat:count} flat and {down:count} down"
CLASSES = "Where value is expected to go: {outlooks}"
CLASSES_AXIS = "active {who}s"
CLASSES_READING = "{counted} Method: {methods}."
EXPECTED = (
    "How many active {who}s are expected to go each way: the sum of their probabilities, not a count of "
    "classes.{dormant}"
)
PREDICTED = "How many active {who}s are predicted to be in each class; there are no probabilities.{dormant}"
DORMANT = " {n:plural dormant {who}}, not active in the past window, are left out."
METHOD_AT = "{method} at {months:plural month}"
NO_METHOD = "the first there is, as none was chosen"
BAR = "{name} {n:count} ({part:percent})"
NUMBER = "{n:count}"

MOVERS = "In {months:plural month} {movers}"
RISES = "{customer_id:shortened 24} rises most, {change:signed}"
FALLS = "{customer_id:shortened 24} falls most, {change:signed}"
MOVERS_AXIS = "{value} forecast for {months:plural month} minus the {months:plural month} before"
MOVERS_READING = "By {method}, in {value}. A forecast, not a fact: its test is in the chart of trend methods."
