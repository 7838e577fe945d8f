"""Who the valuable customers are, and what sets them apart."""

from valuecast.wording.grids import number, text

TITLE = "Who the valuable customers are, and why"
APART = "What sets them apart"
SCORES = "The scores, and what makes them up"
NOT_SCORED = "No {who} could be scored."
USUAL = "In the reasons, usual is what is usual for {who}s here, not for the {who} itself."
NO_MODEL = (
    "No model could be fitted, so {who}s are ranked by {score}: a description of the past, not tested on a future."
)
NAMED = (
    "{model:capital} predicts {n:plural {who}} to be high-value over the coming {horizon:plural month}{limit}. {aim}"
)
LIMIT = " at a probability of {threshold:percent} or more"
AIM = "The threshold was chosen on validation months, its aim {note}"
THE_MODEL = "the model"

WHO = (text("{who}", "{customer_id}"),)
WHO_OF_ACCOUNT = (text("{who}", "{customer_id}"), text("account", "{account_id}"))
SCORE = number("{score_name}", "{score}")
LIKELY = "The {n:plural {who}} most likely to be high-value"
PROBABILITY = number("probability", "{probability:percent}{below}")
BELOW = " (below threshold)"
PAST = number("{value}, past window", "{past_value:amount}")
TIER, TREND = text("tier", "{tier}"), text("trend", "{trend_class}")
WHY = text("why", "{reasons:sentence}")
HIGHEST = "Highest by {score}"

MULTIPLES = "{high_value} against the rest"
MULTIPLE_COLUMNS = (
    text("signal", "{signal:signal}"),
    text("what it is", "{meaning}"),
    number("high-value, mean", "{high_value_mean:amount}"),
    number("rest, mean", "{rest_mean:amount}"),
    number("ratio", "{multiple:multiple}"),
    number("95\u00a0% interval", "{low:multiple} to {high:multiple}", needs="low"),
)
