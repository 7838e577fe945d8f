"""The segments: how large, how much they are worth, what they mean and what to do."""

from valuecast.wording.grids import number, text

TITLE = "Segments"
NONE = "No {who} could be put into a segment."
EXPLAINED = {
    "tier": (
        "Tiers are three groups by K-Means (a method that puts similar customers together) on six measures of use "
        "and satisfaction."
    ),
    "cluster": "Clusters are groups of similar customers over all signals, named from their own profile.",
    "usage_band": "Usage bands cut customers by how much they use the product in the past window.",
    "lifecycle_stage": "Lifecycle stages follow tenure: the days since the first use.",
    "rfm_tier": "RFM tiers rate recency, frequency and monetary value from 1 to 5 and cut their mean into five bands.",
}
CAPTION = "{name}, most valuable or earliest first"
COLUMNS = (
    text("segment", "{segment}"),
    number("{who}s", "{customers:count}"),
    number("{value}", "{value:amount}"),
    text("profile", "{profile:sentence}"),
    text("what it means", "{meaning:sentence}"),
    text("what to do", "{recommendation:sentence}"),
)
