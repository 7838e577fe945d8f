"""A snapshot without dated rows: what it can say, what it cannot, and what to aim for."""

from valuecast.wording.grids import number, text

TITLE = "What the snapshot says"
CAUTION = (
    "These tables describe customers on one day and hold no dated rows, so nothing here could be tested on months that "
    "came after. Lifetime value, health and churn probability came with the tables: they are estimates of whoever made "
    "them, and are described, not confirmed."
)

ANSWERED = "{n:count} of {all:plural question} can be answered from the tables.{proxies}"
PROXIES = " Where a measure is missing, a proxy stands in, under its own name: {names:listed}."
QUESTIONS = "Questions, the open ones first"
QUESTION_COLUMNS = (
    text("question", "{question:sentence}"),
    text("column", "{column}"),
    text("answered", "{answered:yes}"),
    text("why not", "{why_not}", needs="why_not"),
    text("what stands in", "{proxy}", needs="proxy"),
)
KEYS = "Keys: one row for each customer"
KEY_COLUMNS = (
    text("table", "{table}"),
    number("rows", "{rows:count}"),
    number("customers", "{distinct:count}"),
    number("keys repeated", "{repeated:count}"),
    number("rows dropped", "{dropped:count}"),
    text("which row is kept", "{rule:sentence}"),
    text("what that changes", "{changes:sentence}"),
)
PROXY = "Proxies"
PROXY_COLUMNS = (
    text("proxy", "{proxy}"),
    text("stands for", "{stands_for}"),
    text("how", "{formula}"),
    text("what it does not say", "{limits:sentence}"),
    number("customers", "{n:count}"),
    number("median", "{median:amount}"),
)

SEGMENTS = "The segments"
SEGMENTATIONS = {
    "rule": "Segments by rule",
    "tier": "Segments by RFM tier",
    "percentile": "Segments by lifetime value",
    "cluster": "Segments by cluster",
}
SEGMENT_COLUMNS = (
    text("segment", "{segment}"),
    number("customers", "{customers:count}"),
    number("share", "{share:percent}"),
    number("share of lifetime value", "{ltv_share:percent}"),
    number("mean RFM", "{mean_rfm:amount}"),
    number("mean health", "{mean_health:amount}"),
    number("mean churn probability", "{mean_churn:amount}"),
    number("mean age [days]", "{mean_age_days:amount}"),
)
MATRIX = "Lifecycle stage and recommended engagement"
MATRIX_COLUMNS = (
    text("lifecycle stage", "{lifecycle_stage}"),
    text("recommended engagement", "{engagement_model}"),
    number("customers", "{customers:count}"),
    number("share", "{share:percent}"),
    number("lifetime value", "{ltv:amount}"),
    number("mean churn probability", "{mean_churn:amount}"),
)

VERDICTS = "Low consistency, high value?"
TALLY = (
    "Is “low consistency, high value” true here? {n:plural comparison}: {supports:count} for it, {contradicts:count} "
    "against it, {cannot_tell:count} that cannot tell."
)
EVIDENCE = "Evidence for and against"
EVIDENCE_COLUMNS = (
    text("evidence", "{evidence}"),
    text("what would have to hold", "{claim}"),
    number("customers", "{n:count}"),
    number("difference or ρ", "{statistic:amount}"),
    text("95 % interval", "{low:amount} to {high:amount}", needs="low"),
    text("verdict", "{verdict}"),
    text("why", "{why:sentence}"),
)
IMBALANCE = "Money against recency and frequency, by segment"
IMBALANCE_COLUMNS = (
    text("segment", "{segment}"),
    text("M − (R + F) / 2", "{bin}"),
    number("customers", "{customers:count}"),
    number("share of the segment", "{share:percent}"),
    number("mean lifetime value", "{mean_ltv:amount}"),
)

SCORES = "The scores"
RFM = "RFM as supplied, and recomputed"
RFM_COLUMNS = (
    text("score", "{score}"),
    text("weights", "{weights}", needs="weights"),
    number("customers", "{n:count}"),
    number("mean", "{mean:amount}"),
    number("largest difference", "{largest_difference:amount}"),
    number("customers that differ", "{differ:count}"),
)
HEALTH = "Composite health"
HEALTH_COLUMNS = (
    text("component", "{component}"),
    text("how", "{formula}"),
    number("weight", "{weight:amount}"),
    number("mean", "{mean:amount}"),
    number("adds at most", "{adds_at_most:amount}"),
)

STRATEGY = "What to aim for"
AIMS = "What to aim for in each segment"
AIM_COLUMNS = (
    text("segment", "{segment}"),
    text("what is watched", "{kpi}"),
    number("median today", "{current:amount}"),
    number("aim", "{target:amount}"),
    text("normal", "{normal}"),
    text("look into it", "{yellow}"),
    text("act", "{red}"),
    number("in red today", "{share_red:percent}"),
    number("managers", "{managers:count}"),
    text("when resources move", "{rule:sentence}"),
)
