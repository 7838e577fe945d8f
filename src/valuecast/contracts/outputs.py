"""The tables that a run writes: ``tables/*.csv`` and ``tables/*.parquet``, and nothing that is not declared here."""

from __future__ import annotations

from valuecast.contracts.intermediate import SCORE_PARTS
from valuecast.contracts.outputs_customer360 import CUSTOMER360_OUTPUTS
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
        _text("figures", "the figures behind the sentences, as JSON"),
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
        _text("columns", "columns that are used"),
        _text("absent", "columns that would be used, but are not there"),
        _text("first_day", "earliest date", True),
        _text("last_day", "latest date", True),
        _text("time_zone", "what is known of the time zone of its dates"),
        _count("behind", "from its last row to the end of the data", "days", True),
        _text("sql", "statement that yields rows and dates"),
        _text("key_sql", "statement that yields rows and distinct keys"),
    ),
)
COLUMN_FIGURES = Table(
    "column_figures",
    "every column that is used: what is missing, negative or impossible, and whether missing goes with activity",
    ("table", "column"),
    (
        _text("table", "table"),
        _text("column", "name"),
        _count("known", "rows with a value", "rows"),
        _number("missing_share", "share of rows without", "0 to 1"),
        _text("least", "least value of a number or date", True),
        _text("most", "greatest", True),
        _count("negative", "rows below zero where that is impossible; elsewhere 0", "rows"),
        _count("impossible", "rows outside the range that the unit allows", "rows"),
        _number("activity_where_known", "mean activity of the rows that have a value"),
        _number("activity_where_missing", "mean activity of the rows that have none"),
    ),
)
LEAK_MAP = Table(
    "leak_map",
    "when each column's value was true, and whether it may enter a test on the past",
    ("table", "column"),
    (
        _text("table", "table"),
        _text("column", "name"),
        _text("timing", "key, dated, dated by proof or as of build"),
        _text("because", "what the class rests on"),
        Column("may_enter_backtest", "bool", "whether a signal that reads it may be used on the past"),
        _text("signals", "signals that read it at this grain"),
    ),
)
NULL_POLICY = Table(
    "null_policy",
    "what a missing value of each signal means, and what it costs",
    ("signal",),
    (
        _text("signal", "name"),
        _text("dimension", "dimension it belongs to"),
        _text("null_policy", "zero where inactivity means none of it, else unknown"),
        _text("means", "the policy in words"),
        _number("missing_share", "share of today's active customers without a value", "0 to 1"),
    ),
)
SCORE_UNCERTAINTY = Table(
    "score_uncertainty",
    "how far missing answers and other unknown values could move a score",
    ("score", "dimension"),
    (
        _text("score", "name"),
        _text("dimension", "dimension with missing values"),
        _count("missing", "active customers without any value of the dimension"),
        _number("missing_share", "their share", "0 to 1"),
        _number("half_width", "half the range that the dimension spans among customers who have it", "score points"),
        _number("mean_half_width", "the same, averaged over all active customers", "score points"),
        _number("score_range", "range of the score among active customers", "score points"),
    ),
)
CANDIDATE_WINDOWS = Table(
    "candidate_windows",
    "every pair of past and future that the history allows, and what could be seen with it",
    ("grain", "past_months", "as_of"),
    (
        _text("grain", "account or visitor"),
        _count("past_months", "length of the past window", "months"),
        Column("as_of", "date", "end of the past, start of the future"),
        Column("past_start", "date", "first day of the past"),
        Column("future_end", "date", "day after the last of the future"),
        _count("past_active", "active in the past"),
        _count("future_active", "active in the future"),
        _count("returning", "active in both"),
        _count("positives", "high-value: the top share of the past-active by future value"),
        _number("future_value", "value of the past-active in the future", "value"),
        _number(
            "detectable",
            "smallest detectable difference in precision at k; a smaller one shows only where two lists are much alike",
            "share of names",
        ),
        Column("enough", "bool", "holds enough customers and positives"),
        Column("chosen", "bool", "is a window of the plan"),
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
        _number("reverse_rate", "share of right ids that occur on the left", "0 to 1"),
        _count("normalised_ids", "ids found when spelt alike", "ids", True),
        _number("normalised_rate", "share of left ids found when spelt alike", "0 to 1"),
        _text("steps", "what spells them alike"),
        _text("examples", "ids that match only when spelt alike"),
        _count("merged_ids", "ids that would become one with another: why nothing is proposed", "ids"),
        Column("applied", "bool", "whether ids were spelt alike in this run"),
        _text("sql", "statement that yields the counts"),
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
        _text("tier", "short list (from the precise threshold on), long list (from the broad one on) or not listed"),
        _text("reasons", "the signals that weigh most, in words"),
        _text("would_change", "a single change that the model would reward with the next tier; empty if none"),
    ),
)
SCORES_TODAY = Table(
    "hv_scores_today",
    "the probability of being high-value of everybody who is active, drawn or not",
    ("customer_id",),
    (
        _CUSTOMER,
        _number("probability", "calibrated", "0 to 1", nullable=False),
        Column("high_value", "bool", "at the threshold chosen on validation windows"),
        _text("tier", "short list (from the precise threshold on), long list (from the broad one on) or not listed"),
    ),
)
SAMPLE_STRATA = Table(
    "sample_strata",
    "how many customers of each kind were drawn, where there were more than `most_customers`",
    ("stratum",),
    (
        _text("stratum", "tenth of value today and in an earlier window; inactive, or not there yet"),
        _count("customers", "of that kind"),
        _count("drawn", "of them drawn"),
    ),
)
SAMPLE_EFFECT = Table(
    "sample_effect",
    "what drawing customers cost: the chosen model in the test window, on those drawn and on everybody",
    ("metric",),
    (
        _text("metric", "name of the measure"),
        _number("drawn", "on the customers drawn"),
        _number("low", "95 % interval of it"),
        _number("high", "95 % interval of it"),
        _number("everybody", "on everybody: the same model, its probabilities for all"),
        _number("half_difference", "the same model learned from half of those drawn, less itself: what that costs"),
        _number("half_low", "95 % interval of the difference"),
        _number("half_high", "95 % interval of the difference"),
        _count("customers_drawn", "in the test window, drawn"),
        _count("customers", "in the test window, everybody"),
    ),
)
CONTRIBUTIONS_TODAY = Table(
    "hv_contributions_today",
    "what each signal adds to each customer's prediction today: base and signals sum to the prediction",
    ("customer_id",),
    (
        _CUSTOMER,
        _text("scale", "log-odds or probability: on which of them the parts add up"),
        _number("base", "the prediction before any signal is known", "on the scale", nullable=False),
        _number("prediction", "the model's own output, before calibration", "on the scale", nullable=False),
    ),
    extra="one column a signal of the chosen model: what it adds",
)
_TREND_COLUMNS = (
    _CUSTOMER,
    _ACCOUNT,
    Column("as_of", "date", "when the forecast is made"),
    _count("horizon_months", "how far ahead", "months"),
    _text("method", "forecast method: every one that was tried is listed, see chosen"),
    Column("chosen", "bool", "the method chosen for this horizon on earlier windows: the one to read"),
    _number("past_value", "value over the same length before as_of", "value"),
    _number("value_index", "value score now", "0 to 100"),
    _number("health_score", "health now", "0 to 100"),
    _number("forecast", "expected value over the horizon", "value"),
    _number("low", "10 % quantile", "value"),
    _number("high", "90 % quantile", "value"),
    _number("predicted_score", "value score at the horizon", "0 to 100"),
    _number("delta", "predicted_score − value_index", "points"),
    _text("trend_class", "Up, Flat or Down: as a rule the most probable one; it need not agree with the forecast"),
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
DIMENSION_IMPORTANCES = Table(
    "dimension_importances",
    "how much worse the chosen model ranks the test window when a whole dimension is shuffled",
    ("dimension",),
    (
        _text("dimension", "name"),
        _text("signals", "signals shuffled together"),
        _number("importance", "mean loss of average precision", "points of average precision"),
        _number("low", "2.5 % quantile over repeats"),
        _number("high", "97.5 % quantile over repeats"),
        _number("share", "share of all dimensions' losses", "0 to 1"),
    ),
)
ABLATION = Table(
    "ablation",
    "what the chosen model would lose on the test window if it had learned without a dimension",
    ("left_out",),
    (
        _text("left_out", "dimension"),
        _number("average_precision", "without it"),
        _number("difference", "without it − with everything, on the same customers"),
        _number("difference_low", "lower end of the paired 95 % interval"),
        _number("difference_high", "upper end of the paired 95 % interval"),
        _N,
    ),
)
DIFFERENCES = Table(
    "backtest_differences",
    "each method against each baseline, on the same customers",
    ("task", "horizon_months", "split", "method", "metric", "baseline"),
    (
        _text("task", "identification or trend"),
        _count("horizon_months", "length of the future window", "months"),
        _text("split", "validation or test"),
        _text("method", "score, model or trend method"),
        _text("metric", "name of the measure"),
        _text(
            "baseline",
            "duration_frequency, logistic_2d or last_period_value; of trends persistence, most_frequent or chance",
        ),
        _number("difference", "the method's − the baseline's"),
        _number("low", "lower end of the paired 95 % interval"),
        _number("high", "upper end of the paired 95 % interval"),
        _N,
    ),
)
USE_PATTERNS = Table(
    "use_patterns",
    "which product features go together: the axes of the signals use_pattern_1 to 3, learned before the oldest window",
    ("product_feature_id", "pattern"),
    (
        _text("product_feature_id", "a part of the product"),
        _count("pattern", "1 is the axis along which customers' mixes differ most", ""),
        _number("weight", "how far it draws a customer up (above zero) or down the axis", "−1 to 1"),
    ),
)
CIRCULAR = Table(
    "circular",
    "the circular set-up, computed on request: what a label made from the model's own inputs seems to achieve",
    ("metric",),
    (
        _text("metric", "name of the measure"),
        _number("circular", "with a label from the same signals of the same window, split at random"),
        _number("honest", "the chosen model on the test window's future"),
    ),
)
BACKTEST_WINDOWS = Table(
    "backtest_windows",
    "the windows everything was measured on, the oldest first",
    ("horizon_months", "as_of"),
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
OTHER_DEFINITIONS = Table(
    "other_definitions",
    "the same rankings on the test window, judged by other definitions of high-value",
    ("definition", "method", "metric"),
    (
        _text("definition", "several_measures or renewed_or_expanded"),
        _text("method", "score or model"),
        _text("metric", "r_precision or auc"),
        _number("value", "the measure"),
        _number("low", "lower end of the 95 % interval"),
        _number("high", "upper end of the 95 % interval"),
        _N,
        _count("high_value", "of them high-value by this definition"),
        _text("baseline", "what it is compared with", True),
        _number("difference", "value − the baseline's, on the same customers"),
        _number("difference_low", "lower end of the paired 95 % interval"),
        _number("difference_high", "upper end of the paired 95 % interval"),
    ),
)
METHODS_TABLE = Table(
    "methods",
    "what each score, model, trend method and simple rule is called, those of other packages included",
    ("position",),
    (
        _count("position", "place in lists: within a family the simplest first", ""),
        _text("name", "its name in all other tables"),
        _text("label", "what people read"),
        _text("family", "score, model, trend method or simple rule"),
        _text("baseline", "the task in which all others are compared with it: identification or trend", True),
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
    "today's high-value customers (by the chosen model, else by the weighted score) against the rest, by signal",
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
TREND_MOVERS = Table(
    "trend_movers",
    "who rises and who falls most, and what speaks for it",
    ("horizon_months", "direction", "rank"),
    (
        _count("horizon_months", "how far ahead", "months"),
        _text("direction", "rising or falling"),
        _count("rank", "1 moves most", ""),
        _CUSTOMER,
        _text("method", "forecast method chosen on earlier windows"),
        _number("past_value", "value over the same length before as_of", "value"),
        _number("forecast", "expected value over the horizon", "value"),
        _number("low", "10 % quantile", "value"),
        _number("high", "90 % quantile", "value"),
        _number("change", "forecast − past value", "value"),
        _number("delta", "predicted value score − value score now", "points"),
        _text("trend_class", "Up, Flat or Down"),
        _text("drivers", "signals in which it stands out and that went with such moves before"),
    ),
)
ACCOUNT_TRENDS = Table(
    "account_trends",
    "visitors' trends rolled up to their accounts; at visitor grain only",
    ("account_id", "horizon_months", "method"),
    (
        _text("account_id", "the account"),
        _count("horizon_months", "how far ahead", "months"),
        _text("method", "forecast method"),
        _count("members", "visitors of the account", "visitors"),
        _number("past_value", "sum over the members", "value"),
        _number("forecast", "sum over the members", "value"),
        _number("mean_p_down", "mean probability of decline", "0 to 1"),
        _number("share_declining", "members for whom Down is the likeliest", "0 to 1"),
        _text("champion", "member with most past value", True),
        _number("champion_share", "its share of the account's past value", "0 to 1"),
        _number("champion_p_down", "its own probability of decline", "0 to 1"),
    ),
)
VALUE_HISTORY = Table(
    "value_history",
    "value of every customer month by month",
    ("customer_id", "as_of"),
    (
        _CUSTOMER,
        Column("as_of", "date", "end of the month"),
        _number("month_value", "value in that month", "value"),
        _number("past_value", "value in the past window up to then", "value"),
        _number("place", "percentile of past_value among the active; null for the dormant", "0 to 100"),
        _number("value_index", "value score, on days on which scores were given", "0 to 100"),
        _text("tier", "High (top share), Medium (above the median), Low, Dormant; an edge must be passed by 2 points"),
    ),
)
TIER_MIGRATION = Table(
    "tier_migration",
    "how customers moved between the tiers of value_history, up to as_of",
    ("months", "from_tier", "to_tier"),
    (
        _count("months", "how long ago the move began", "months"),
        _text("from_tier", "tier then"),
        _text("to_tier", "tier now"),
        _count("customers", "who moved so"),
        _number("share", "of those in from_tier then", "0 to 1"),
    ),
)
COHORTS = Table(
    "high_value_cohorts",
    "how those who were in tier High at a month's end fared since",
    ("cohort", "as_of"),
    (
        Column("cohort", "date", "when they were High"),
        Column("as_of", "date", "when looked at"),
        _count("customers", "in the cohort"),
        _number("still_high", "share in tier High", "0 to 1"),
        _number("dormant", "share without value in the past window", "0 to 1"),
        _number("value_kept", "their value in the past window against that at the start", "ratio"),
    ),
)
TREND_INDICATORS = Table(
    "trend_indicators",
    "which signals lead: rank correlation with what value did afterwards, by window",
    ("horizon_months", "target", "signal", "window_id"),
    (
        _count("horizon_months", "length of the future window", "months"),
        _text("target", "future_value, or change: future over past value"),
        _text("signal", "name"),
        _text("window_id", "W1 oldest"),
        _text("dimension", "dimension it belongs to"),
        _number("correlation", "Spearman's ρ", "−1 to 1"),
        _number("low", "lower end of the 95 % interval", "−1 to 1"),
        _number("high", "upper end of the 95 % interval", "−1 to 1"),
        _N,
        Column("sign_changed", "bool", "clearly on the other side of zero than when it was last clear"),
    ),
)
ALERTS = Table(
    "alerts",
    "early warnings: the most severe first, and within a severity those with most past value",
    ("rank",),
    (
        _count("rank", "1 is first", ""),
        _CUSTOMER,
        _ACCOUNT,
        _text("kind", "silence, usage_drop, champion_gone, fewer_features, rating or tickets"),
        Column("since", "date", "when it began, as far as can be told"),
        _text("severity", "high, medium or low"),
        _number("strength", "how far beyond its threshold", "0 to 1"),
        _text("evidence", "what was seen, in the customer's own numbers"),
        _number("past_value", "value in the past window", "value"),
        _number(
            "false_alarm_rate",
            "quiet simulated accounts warned so at one look; empty where data are not the use of accounts in minutes",
            "0 to 1",
        ),
        Column("within_capacity", "bool", "among the customers that the stated capacity covers"),
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
        _text("trend_class", "trend that counts: Up or Down only where the forecast agrees, else Flat", True),
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
        COLUMN_FIGURES,
        LEAK_MAP,
        NULL_POLICY,
        SCORE_UNCERTAINTY,
        COVERAGE,
        CANDIDATE_WINDOWS,
        VALUE_SCORES,
        SCORE_PARTS,
        SEGMENTS_OUT,
        SEGMENT_PROFILES,
        PREDICTIONS_TEST,
        PREDICTIONS_TODAY,
        SCORES_TODAY,
        SAMPLE_STRATA,
        SAMPLE_EFFECT,
        TRENDS_ACCOUNTS,
        TRENDS_VISITORS,
        TREND_MOVERS,
        ACCOUNT_TRENDS,
        TREND_INDICATORS,
        VALUE_HISTORY,
        TIER_MIGRATION,
        COHORTS,
        ALERTS,
        CONTRIBUTIONS_TODAY,
        IMPORTANCES,
        DIMENSION_IMPORTANCES,
        ABLATION,
        BACKTEST_WINDOWS,
        BACKTEST_METRICS,
        DIFFERENCES,
        USE_PATTERNS,
        CIRCULAR,
        OTHER_DEFINITIONS,
        METHODS_TABLE,
        CALIBRATION,
        COMPARISON,
        CORRELATIONS,
        SIGNALS_TODAY,
        SIGNAL_DICTIONARY,
        ACTIONS,
        PLAYBOOKS,
    )
} | CUSTOMER360_OUTPUTS
