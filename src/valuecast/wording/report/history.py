"""The months gone by: who moved between tiers, and how the valuable fared since."""

from valuecast.wording.grids import number, text

TITLE = "Who moved between tiers, and how the valuable fared"
NOT_FOLLOWED = "No move between tiers could be followed."
READING = (
    "Facts, not forecasts: what has happened since. Tiers in this section are by value alone (High is the top "
    "{share:percent}, Medium the rest above the median, Low the others with value, Dormant is without value in the "
    "past window), so that they mean the same in every month."
)
WITHIN = "Within {months:plural month}:"
MOVES = (
    "of {were:plural High {who}} {left:count} left the tier ({dormant:count} of them are Dormant now) and {came:count} "
    "came into it."
)
COHORTS = "Those who were High at each month's end, today"
COHORT_COLUMNS = (
    text("High on", "{cohort:day}"),
    number("{who}s", "{customers:count}"),
    number("High now", "{still_high:percent}"),
    number("Dormant now", "{dormant:percent}"),
    number("{value} kept", "{value_kept:percent}"),
)
