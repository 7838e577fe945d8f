"""Charts of the segments."""

SHARES = "{segmentation}: “{segment}” is {share:percent} of {who}s and {value_share:percent} of {value}"
OF_CUSTOMERS, OF_VALUE = "share of {who}s", "share of {value}"
SEGMENT = "{segment:shortened 26} ({customers:count})"
SHARE_AXIS = "share of the total [%]"
SHARES_READING = "In brackets, how many {who}s. Value is {value} in the past window.{below}"
BELOW_ZERO = " Segments below zero (refunds) count as nothing in the shares."

STAGES = "Value by lifecycle stage: {stage} {who}s are worth most, {mean:amount} {value} each"
STAGE = "{segment} ({customers:count})"
MEAN_AXIS = "mean {value} of {who:one} in the past window"
STAGES_READING = "Stage is tenure at {day}; in brackets, how many {who}s."

USE = "Days of use: {high}; {rest}"
ONE_TIER = "All {n:plural {who}} are in one tier"
TIER, OTHER_TIERS = "{tier} tier", "other tiers"
OF_ONE = "the {whose} {n:plural {who}} has {days:amount}"
OF_SEVERAL = "the median of the {whose} {n:plural {who}} is {days:amount}"
USE_AXIS, DAYS_AXIS = "{use} in the past window (log scale)", "days of use in the past window [days]"
USE_READING = "Each dot is {who:one} active in the past window.{sampled}"
SAMPLED = " Drawn: {shown:count} of {all:count}, evenly by name."

MEDIANS = "Median {what} by tier: {medians}"
MEDIAN_IN, MEDIAN = "{median:tenths} in {tier}", "median {median:tenths}, n = {n:count}"
RATING, RATING_AXIS = "NPS answer", "latest NPS answers, mean over members [0 to 10]"
HEALTH, HEALTH_AXIS = "health score", "health score today [0 to 100]"
BOXES_READING = (
    "Box: the middle half of the {who}s; black mark: the median; line: from the 5th to the 95th in a hundred."
)
