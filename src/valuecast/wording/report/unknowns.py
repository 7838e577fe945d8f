"""What missing values do: how far they could move a score, and what each signal's absence means."""

from valuecast.wording.grids import number, text

TITLE = "What missing values do to the scores"
NONE_MISSING = "No dimension of a score is missing as a whole for any active {who}."
WORST = (
    "Least sure is {label}: for {missing:plural {who}} without any {dimension} it could be {half_width:amount} "
    "higher or lower, which is {part:percent} of the whole range of the score."
)
UNSURE = "How far missing values could move a score"
UNSURE_COLUMNS = (
    text("score", "{label}"),
    text("dimension", "{dimension}"),
    number("{who}s without it", "{missing:count} ({missing_share:percent})"),
    number("could move by", "± {half_width:amount}"),
    number("range of the score", "{score_range:amount}"),
    number("share", "{part:percent}"),
)
OFTEN = (
    "{n:plural signal} of {all:count} {n:verb is are} unknown for at least {notable:percent} of the active {who}s. "
    "Unknown is never taken for zero, unless inactivity means zero."
)
POLICY = "What a missing value of each signal means"
POLICY_COLUMNS = (
    text("signal", "{signal:signal}"),
    text("dimension", "{dimension}"),
    text("what missing means", "{means}"),
    number("missing today", "{missing_share:percent}"),
)
