"""What each segment means for the business and what to do, in plain words (after reports a, b and e)."""

from __future__ import annotations

from valuecast.segments.population import DORMANT

_TIER = {
    "High": (
        "The most active and engaged customers: they carry most of the value, so losing one costs most.",
        "Nurture and retain: a named contact and regular reviews. Ask for case studies and references; invite them to "
        "beta programmes.",
    ),
    "Medium": (
        "Moderate, steady use: the largest room to grow into the high tier.",
        "Agree on their goals and show how the product meets them; train on the core features that high-tier customers "
        "use.",
    ),
    "Low": (
        "Little use and little value today; some are on their way out, some have only just started.",
        "Ask why use is low, run one re-engagement campaign, then move to a smaller plan or a low-touch model.",
    ),
}
_CLUSTER = {
    "High engagement": (
        "The heaviest users and the most valuable cluster.",
        "Protect and expand: early access to advanced features, talks about more seats, a reference programme.",
    ),
    "Consistent": (
        "Use is even from week to week: the product is a habit, and value is easy to plan with.",
        "Keep friction low; introduce one further product feature at a time.",
    ),
    "At risk": (
        "Not seen lately or falling off: the value they still bring may be lost next.",
        "Contact them now, before the renewal: find the obstacle, resolve it, re-onboard the people who use it.",
    ),
    "New with potential": (
        "Young customers who are in use: the months that decide what they become.",
        "Guide them to the core features within their first 90 days; check the first results with them.",
    ),
    "New, not settled": (
        "Young customers who have already gone quiet: onboarding did not take.",
        "Repeat the onboarding with the people who should be using it; ask what is missing.",
    ),
    "Intermittent": (
        "Use comes in bursts, by season or by project; a pause need not be a farewell.",
        "Learn their calendar and come before the next burst; do not treat every pause as churn.",
    ),
    "Growing": (
        "Value is rising within the window.",
        "Propose the next plan or more seats while the growth lasts; ask what caused it.",
    ),
    "Slowing": (
        "Still in use, but value is falling within the window.",
        "Ask what changed before the customer is lost; remind them of unused core features.",
    ),
    "Recently active": (
        "In use until the last days: present, if not yet among the heavy users.",
        "Easy to reach now: suggest one core product feature that fits what they just did.",
    ),
    "Team-wide": (
        "Many members use it: it has spread within the customer and is hard to replace.",
        "Win a sponsor at the top; offer administration and team features.",
    ),
    "Broad use": (
        "Many product features are in use.",
        "Show how the features work together; ask for product feedback.",
    ),
    "Narrow use": (
        "Few product features are in use: easy to replace, and much is still undiscovered.",
        "In-app guides to one or two core features that suit their task.",
    ),
    "Deep use": ("Product features are used intensively.", "Offer advanced training; invite to product research."),
    "Satisfied": ("Their ratings are above the typical.", "Ask for reviews, references and introductions."),
    "Dissatisfied": (
        "Their ratings are below the typical, whatever their use: value without goodwill.",
        "A success review with someone who can fix what they name; report back what was done.",
    ),
    "Long-standing": (
        "The oldest customers: loyal, and easily taken for granted.",
        "Check that they know what has been added since they started.",
    ),
    "Heavy use": ("Use is above the typical.", "Show advanced features; watch for the limits of their plan."),
    "Light use": (
        "Use is below the typical.",
        "Low-touch campaigns on one benefit at a time; ask once why use is low.",
    ),
    "All active customers": ("The active customers do not differ enough to be told apart.", "Treat them one by one."),
}
_MODERATE = (
    "Nothing sets them far apart from the typical customer.",
    "Targeted campaigns to one more core feature; watch for movement to another cluster.",
)
_BAND = {
    "5 h+": ("High use: at least five hours in the past window.", "Protect; offer advanced features and more seats."),
    "1-5 h": (
        "Moderate use: one to five hours in the past window.",
        "Targeted activation: one further feature or one further member.",
    ),
    "0-1 h": (
        "Low use: under an hour in the past window.",
        "Find out whether the product is not needed or not understood; guide to the first result.",
    ),
    "Top third of value": ("The third with the most value.", "Protect, and propose the next step."),
    "Middle third of value": ("The middle third by value.", "Targeted campaigns towards what the top third does."),
    "Bottom third of value": ("The third with the least value.", "Low-touch; ask once why value is low."),
}
_STAGE = {
    "Onboarding": (
        "Up to 90 days since the first use: habits are being formed.",
        "Guided onboarding to the first result; check in at 30, 60 and 90 days.",
    ),
    "Growing": (
        "91 to 365 days since the first use: value is decided in this year.",
        "High-touch first year: adoption goals, reviews every quarter, an executive sponsor for the largest.",
    ),
    "Mature": (
        "More than a year since the first use: established, and easily taken for granted.",
        "Renewal and expansion reviews; refresh training for new members.",
    ),
    "Unknown tenure": ("The day of the first use is not known.", "Add the start date to the data."),
}
_RFM = {
    "Platinum": (
        "Recent, frequent and valuable: the best fifth of the scale.",
        "Dedicated contact and executive sponsor; expansion talks.",
    ),
    "Gold": ("Close to the best on all three.", "Nurture; find the one measure that lags and work on it."),
    "Silver": ("In the middle.", "Training and campaigns that raise how often they come back."),
    "Bronze": (
        "Below the middle: seldom, long ago or little.",
        "Automated campaigns; a personal call where value was high.",
    ),
    "Basic": (
        "Last on recency, frequency and value together.",
        "Automated, low-touch care; look through them now and then for the rare one worth winning back.",
    ),
}
_DORMANT = (
    "Not active in the past window: no value now, and lost unless something brings them back.",
    "One win-back campaign with a reason to return; then off-board and ask why they left.",
)
_TEXT = {
    "tier": _TIER,
    "cluster": {**_CLUSTER, **_BAND},
    "usage_band": _BAND,
    "lifecycle_stage": _STAGE,
    "rfm_tier": _RFM,
}


def meaning(segmentation: str, segment: str) -> tuple[str, str]:
    """Business meaning and recommended action of a segment.

    >>> meaning("tier", "Dormant")[0][:35]
    'Not active in the past window: no v'
    """
    return _DORMANT if segment == DORMANT else _TEXT[segmentation].get(segment, _MODERATE)
