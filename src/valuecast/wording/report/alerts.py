"""Early warnings: who to look at now, what was seen, and how sure it is."""

from valuecast.wording.grids import number, text

TITLE = "Early warnings"
NONE = "No early warning could be given."
QUIET = "None of the {n:plural active {who}} gave cause for a warning."
READING = (
    "A warning compares {who}s with their own past, not with others. {warned:plural {who}} "
    "{warned:verb stands stand} out; {room}, so {fit:count} of them fit. The most severe come first, and within a "
    "severity those with most {value} in the past window. A warning says that something changed, not why: look "
    "before acting."
)
ROOM, STATED_ROOM = "the team can look at {n:count}", "the stated capacity"
URGENT = "The most urgent warnings"
NEXT = "The next {n:count} of {all:count} warnings"
COLUMNS = (
    number("rank", "{rank:count}"),
    text("{who}", "{customer_id}"),
    text("warning", "{kind:alert}"),
    text("since", "{since:day}"),
    text("what was seen", "{evidence:sentence}"),
    text("severity", "{severity}"),
    number("{value}", "{past_value:amount}"),
    number("false alarms", "{false_alarms}"),
    text("fits", "{within_capacity:yes}"),
)
FALSE_ALARMS = "{false_alarm_rate:percent 1}"
