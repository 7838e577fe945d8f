"""Charts of what there is: customers and value by month, and how long ago each was last seen."""

BY_MONTH = "{last:count} {who}s were active in {in_last}{first}"
IN_FIRST = ", {n:count} in {span}"
MONTH_TO = "the month to {end:day}"
ACTIVE_AXIS = "active {who}s"
BY_MONTH_READING = "Above: {who}s active at least once in the month. Below: their {value}.{named}{unfinished}"
NAMED_BY_END = " Months end as the data do; each is named after its last day."
UNFINISHED = " {month} is not over and is shown paler."

RECENCY = "{share:percent} of {who}s were seen in the 30 days before {as_of:day}"
UP_TO_A_WEEK, DAYS, MORE_THAN_A_YEAR = "up to a week", "{low} to {high} days", "more than a year"
NO_USE_KNOWN = "no use known"
BAR = "{n:count} ({share:percent})"
RECENCY_READING = (
    "Days since the last day of use, counted back from the end of the data used, never from the day of the analysis."
)
