"""The chart of early warnings."""

TITLE = "{n:plural early warning} for {warned:plural {who}}; {false}"
STILL_COME = "were every {who} quiet, about {expected:count} would still come"
NOT_KNOWN = "how many are false alarms is not known"
WARNINGS, FALSE_ALARMS = "warnings", "false alarms if every one were quiet"
BAR, BAR_WITH_RATE = "{n:count}", "{n:count} (false alarms: about {expected:tenths})"

CARRIES_OVER = (
    "False alarms: how often the same rules warned quiet simulated accounts at one look, times the {watched:plural "
    "{who}} that were watched. Real companies are less orderly, so expect more."
)
OF_ANOTHER_SORT = (
    "The rate of false alarms was measured on simulated accounts whose use is known in minutes; these data are of "
    "another sort."
)
DOES_NOT_CARRY_OVER = (
    "At the rate of quiet simulated accounts {watched:plural {who}} would bring more false alarms than there are "
    "warnings: that rate does not carry over to these data."
)
