"""The chart of the work list: what fits the team's hours."""

TITLE = "{hours} {fits:count} of {n:plural {who}} on the work list"
HOURS, STATED_HOURS = "{hours:amount} hours cover", "The stated hours cover"
END = "{fits:count} of {all:count}"
WITHIN, BEYOND = "within capacity", "beyond capacity"
READING = "Blue fits the hours stated in the configuration, taken strictly in rank order; grey waits."
