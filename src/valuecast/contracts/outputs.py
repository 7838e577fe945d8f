"""The tables that a run writes: ``tables/*.csv`` and ``tables/*.parquet``, and nothing that is not declared here."""

from __future__ import annotations

from valuecast.contracts.intermediate import SCORE_PARTS
from valuecast.contracts.table import Column, Table

_CUSTOMER = Column("customer_id", "string", "the account or visitor that is assessed")
_ACCOUNT = Column("account_id", "string", "the account it belongs to", nullable=True)
_N = Column("n", "int64", "customers the figure stands on", "customers")


def _text(name: str, meaning: str, nullable: bool = False) -> Column:
    return Column(name, "string", meaning, nullable=nullable)


def _number(name: str, meaning: str, unit: str = "", nullable: bool = True) -> Column:
    return Column(name, "float64", meaning, unit, nullable)


def _count(name: str, meaning: str, unit: str = "customers", nullable: bool = False) -> Column:
    return Column(name, "int64", meaning, unit, nullable)


FINDINGS = Table(
    "findings",
    "what the audit found, worst first",
    (),
    (
        _text("severity", "error, warning or note"),
        _text("code", "stable name of the kind of finding"),
        _text("table", "where"),
        _text("column", "where; empty when it is the whole table"),
        _count("count", "rows, keys or customers concerned", ""),
        _text("evidence", "what was seen, in numbers"),
        _text("consequence", "what it does to this assessment"),
        _text("remedy", "what to do about it"),
        Column("stops", "bool", "whether it rules out evidence altogether"),
    ),
)
INVENTORY = Table(
    "inventory",
    "every input table: rows, key, dates",
    ("table",),
    (
        _text("table", "name"),
        _text("purpose", "what it is used for"),
        Column("present", "bool", "whether it was found"),
        _count("rows", "rows", "rows"),
        _text("key", "columns that should be unique together"),
        _count("repeated_keys", "rows beyond the first of their key", "rows"),
        _text("first_day", "earliest date", True),
        _text("last_day", "latest date", True),
    ),
)
JOINS = Table(
    "joins",
    "how many ids of one table are found in another",
    ("left", "right"),
    (
        _text("left", "table and column looked up"),
        _text("right", "table and column looked in"),
        _count("left_ids", "distinct ids", "ids"),
        _count("right_ids", "distinct ids", "ids"),
        _count("matched_ids", "distinct ids found in both", "ids"),
        _number("match_rate", "share of left ids found", "0 to 1"),
    ),
)
COVERAGE = Table(
    "coverage",
    "active customers and value by month",
    ("grain", "month"),
    (
        _text("grain", "account or visitor"),
        Column("month", "date", "first day of the month"),
        _count("active", "customers active in the month"),
        _number("value", "value in the month", "value"),
    ),
)
VALUE_SCORES = Table(
    "value_scores",
    "every customer's scores today",
    ("customer_id",),
    (
        _CUSTOMER,
        _ACCOUNT,
        Column("as_of", "date", "data before this day were used"),
        Column("active", "bool", "active at least once in the past window"),
        _number("past_value", "value in the past window", "value"),
    ),
    extra="for each score: its value, and <score>_high_value by its own rule",
)
SEGMENTS_OUT = Table(
    "segments",
    "which segments each customer is in today",
    ("customer_id",),
    (
        _CUSTOMER,
        _ACCOUNT,
        _text("tier", "High, Medium, Low by K-Means; Dormant when not active in the past window"),
        _text("cluster", "cluster named from its own profile"),
        _text("usage_band", "band of use in the past window"),
        _text("lifecycle_stage", "by tenure"),
        _text("rfm_tier", "Basic to Platinum", True),
        _text("trend_class", "Up, Flat or Down at the first horizon", True),
    ),
)
SEGMENT_PROFILES = Table(
    "segment_profiles",
    "size, worth and profile of each segment",
    ("segmentation", "segment"),
    (
        _text("segmentation", "tier, cluster, usage_band, lifecycle_stage or rfm_tier"),
        _text("segment", "name"),
        _count("position", "order, most valuable or earliest first", ""),
        _count("customers", "size"),
        _number("share", "share of customers", "0 to 1"),
        _number("value", "value in the past window", "value"),
        _number("value_share", "share of all value", "0 to 1"),
        _text("profile", "what earned the name, in words"),
        _text("meaning", "what it means for the business"),
        _text("recommendation", "what to do"),
    ),
    extra="the median of each profile signal",
)
PREDICTIONS_TEST = Table(
    "hv_predictions_testset",
    "the test window: what was predicted, and what then happened",
    ("window_id", "customer_id"),
    (
        _text("window_id", "test window"),
        _CUSTOMER,
        Column("as_of", "date", "when the prediction was made"),
        _text("chosen_model", "model chosen on validation windows"),
        _number("probability", "calibrated probability of the chosen model", "0 to 1"),
        Column("predicted_high_value", "bool", "at the threshold chosen on validation windows"),
        Column("actual_high_value", "bool", "in the top share of future value"),
        _number("future_value", "what happened", "value"),
    ),
    extra="probability_<model> for every candidate",
)
PREDICTIONS_TODAY = Table(
    "hv_predictions_today",
    "each customer's probability of being high-value over the coming window",
    ("customer_id",),
    (
        _CUSTOMER,
        _ACCOUNT,
        Column("as_of", "date", "when the prediction is made"),
        _text("model", "model chosen on validation windows"),
        _number("probability", "calibrated", "0 to 1"),
        Column("predicted_high_value", "bool", "at the threshold chosen on validation windows"),
        _text("reasons", "the signals that weigh most, in words"),
    ),
)
_TREND_COLUMNS = (
    _CUSTOMER,
    _ACCOUNT,
    Column("as_of", "date", "when the forecast is made"),
    _count("horizon_months", "how far ahead", "months"),
    _text("method", "forecast method chosen on earlier windows"),
    _number("past_value", "value over the same length before as_of", "value"),
    _number("value_index", "value score now", "0 to 100"),
    _number("health_score", "health now", "0 to 100"),
    _number("forecast", "expected value over the horizon", "value"),
    _number("low", "10 % quantile", "value"),
    _number("high", "90 % quantile", "value"),
    _number("predicted_score", "value score at the horizon", "0 to 100"),
    _number("delta", "predicted_score − value_index", "points"),
    _text("trend_class", "Up, Flat or Down"),
    _number("p_up", "probability of Up", "0 to 1"),
    _number("p_flat", "probability of Flat", "0 to 1"),
    _number("p_down", "probability of Down", "0 to 1"),
)
TRENDS_ACCOUNTS = Table(
    "value_trends_all_accounts",
    "where each account's value goes, by horizon and method",
    ("customer_id", "horizon_months", "method"),
    _TREND_COLUMNS,
)
TRENDS_VISITORS = Table(
    "value_trends_all_visitors",
    "where each visitor's value goes, by horizon and method",
    ("customer_id", "horizon_months", "method"),
    _TREND_COLUMNS,
)
IMPORTANCES = Table(
    "feature_importances",
    "how much worse the chosen model ranks the test window when a signal is shuffled",
    ("signal",),
    (
        _text("signal", "name"),
        _text("dimension", "dimension it belongs to"),
        _number("importance", "mean loss of average precision", "points of average precision"),
        _number("low", "2.5 % quantile over repeats"),
        _number("high", "97.5 % quantile over repeats"),
        _text("meaning", "what the signal is"),
    ),
)
BACKTEST_WINDOWS = Table(
    "backtest_windows",
    "the windows everything was measured on",
    ("horizon_months", "window_id"),
    (
        _text("window_id", "W1 oldest"),
        _count("horizon_months", "length of the future window", "months"),
        _text("role", "train, validation or test"),
        Column("past_start", "date", "first day of the past window"),
        Column("as_of", "date", "end of the past, start of the future"),
        Column("future_end", "date", "day after the last of the future window"),
        _text("trained_on", "windows whose future had ended by as_of"),
        _count("customers", "active in the past window"),
        _count("high_value", "in the top share of future value"),
        _number("threshold", "least future value of a high-value customer", "value"),
        _number("future_value", "total", "value"),
    ),
)
BACKTEST_METRICS = Table(
    "backtest_metrics",
    "how each method did on months it had not seen",
    ("task", "horizon_months", "split", "method", "metric"),
    (
        _text("task", "identification or trend"),
        _count("horizon_months", "length of the future window", "months"),
        _text("split", "validation or test"),
        _text("method", "score, model or trend method"),
        _text("metric", "name of the measure"),
        _number("value", "the measure"),
        _number("low", "lower end of the 95 % interval"),
        _number("high", "upper end of the 95 % interval"),
        _N,
        _text("baseline", "what it is compared with", True),
        _number("difference", "value − the baseline's, on the same customers"),
        _number("difference_low", "lower end of the paired 95 % interval"),
        _number("difference_high", "upper end of the paired 95 % interval"),
    ),
)
CALIBRATION = Table(
    "calibration",
    "of the customers given about this probability, how many turned out high-value",
    ("split", "bin"),
    (
        _text("split", "test"),
        _count("bin", "from the least probable", ""),
        _number("predicted", "mean probability", "0 to 1"),
        _number("observed", "share that was high-value", "0 to 1"),
        _number("low", "lower end of the 95 % Wilson interval"),
        _number("high", "upper end of the 95 % Wilson interval"),
        _N,
    ),
)
COMPARISON = Table(
    "high_value_comparison",
    "today's likely high-value customers against the rest, signal by signal",
    ("signal",),
    (
        _text("signal", "name"),
        _text("dimension", "dimension it belongs to"),
        _text("unit", "unit"),
        _text("meaning", "what the signal is"),
        _number("high_value_mean", "mean among the high-value"),
        _number("rest_mean", "mean among the rest"),
        _number("multiple", "ratio of the two; null where the rest's mean is not above zero", "times"),
        _number("low", "lower end of the 95 % interval of the multiple", "times"),
        _number("high", "upper end of the 95 % interval of the multiple", "times"),
        _count("high_value_n", "high-value customers with the signal"),
        _count("rest_n", "other customers with the signal"),
    ),
)
CORRELATIONS = Table(
    "signal_correlations",
    "Spearman correlation between the signals today",
    ("signal", "other"),
    (
        _text("signal", "name"),
        _text("other", "name"),
        _number("correlation", "Spearman's ρ", "−1 to 1"),
        _N,
    ),
)
SIGNALS_TODAY = Table(
    "signals_today",
    "the signals of each customer at as_of",
    ("customer_id",),
    (_CUSTOMER, Column("active", "bool", "active at least once in the past window")),
    extra="one column a signal; null means unknown",
)
SIGNAL_DICTIONARY = Table(
    "signal_dictionary",
    "what each signal is, and whether it could be used",
    ("signal",),
    (
        _text("signal", "name"),
        _text("dimension", "dimension it belongs to"),
        _text("unit", "unit"),
        _text("null_policy", "what a missing value means"),
        _text("meaning", "one line"),
        Column("used_in_scores", "bool", "its dimension has data today"),
        Column("used_in_models", "bool", "its dimension has data in every backtest window"),
    ),
)
ACTIONS = Table(
    "actions",
    "the work list: who to see first, why and what to do",
    ("rank",),
    (
        _count("rank", "1 is first", ""),
        _CUSTOMER,
        _ACCOUNT,
        _text("playbook", "expand, nudge, rescue, onboard, advocate, re-engage or off-board"),
        _text("tier", "High, Medium, Low or Dormant"),
        _text("trend_class", "Up, Flat or Down", True),
        _text("reason", "why this customer, in words"),
        _text("action", "what to do"),
        _text("owner", "who does it"),
        _count("deadline_days", "by when, from as_of", "days"),
        _text("measure", "how success is seen"),
        _number("value_at_stake", "value the action is about: expected loss, or expected gain", "value"),
        _number("hours", "time it takes", "hours"),
        Column("within_capacity", "bool", "fits the stated capacity"),
    ),
)
PLAYBOOKS = Table(
    "playbooks",
    "what each playbook is",
    ("playbook",),
    (
        _text("playbook", "name"),
        _text("title", "in words"),
        _text("when", "which customers it is for"),
        _text("action", "what to do"),
        _text("owner", "who"),
        _count("deadline_days", "by when", "days"),
        _text("measure", "how success is seen"),
        _number("hours", "time a customer takes", "hours"),
        _count("customers", "customers it fits today"),
    ),
)

OUTPUTS: dict[str, Table] = {
    table.name: table
    for table in (
        FINDINGS,
        INVENTORY,
        JOINS,
        COVERAGE,
        VALUE_SCORES,
        SCORE_PARTS,
        SEGMENTS_OUT,
        SEGMENT_PROFILES,
        PREDICTIONS_TEST,
        PREDICTIONS_TODAY,
        TRENDS_ACCOUNTS,
        TRENDS_VISITORS,
        IMPORTANCES,
        BACKTEST_WINDOWS,
        BACKTEST_METRICS,
        CALIBRATION,
        COMPARISON,
        CORRELATIONS,
        SIGNALS_TODAY,
        SIGNAL_DICTIONARY,
        ACTIONS,
        PLAYBOOKS,
    )
}
