"""Charts of the months gone by: who moved between tiers, and how the valuable fared since."""

MIGRATION = (
    "In {months:plural month} {left:count} of {were:plural High {who}} left the tier and {came:count} came into it"
)
CELL = "{customers:count} ({share:percent})"
NOW, AGO = "tier now", "tier {months:plural month} ago"
MIGRATION_READING = (
    "Of the {who}s in a row's tier then, how many are in each tier now; darker is more. On the diagonal nobody "
    "moved. Tiers here follow the value of the past window, and an edge must be passed by 2 points, so that {who}s "
    "at an edge do not flip."
)
COHORTS = (
    "Of {customers:plural {who}} High on {cohort:day}, {still_high:percent} still are; together they keep "
    "{value_kept:percent} of their {value}"
)
STILL_HIGH, KEPT, SINCE = "still High [%]", "{value} kept [%]", "months since"
COHORTS_READING = (
    "Each line is the {who}s that were in tier High at one month's end; the blue one is the oldest. Left: how many "
    "of them are High now; right: their {value} in the past window against the start."
)
