"""The further tables that a run over customer360 tables writes: a description of one snapshot."""

from __future__ import annotations

from valuecast.contracts.table import Column, Table


def _text(name: str, meaning: str, nullable: bool = False) -> Column:
    return Column(name, "string", meaning, nullable=nullable)


def _number(name: str, meaning: str, unit: str = "") -> Column:
    return Column(name, "float64", meaning, unit, True)


def _count(name: str, meaning: str, unit: str = "customers", nullable: bool = False) -> Column:
    return Column(name, "int64", meaning, unit, nullable)


_POSITION = _count("position", "order of reading", "")
_N = _count("n", "customers the figure stands on")

_LIST = (
    Table(
        "customer360_questions",
        "which questions the tables answer, which stay open, and what stands in",
        ("table", "column"),
        (
            _text("table", "table that would answer it"),
            _text("column", "column that would answer it"),
            _text("question", "in words"),
            _count("rows", "rows of the table", "rows"),
            Column("answered", "bool", "whether the column holds any value"),
            _text("why_not", "empty where it is answered"),
            _text("proxy", "what stands in, named as such; empty where nothing does"),
        ),
    ),
    Table(
        "customer360_keys",
        "how good the key is, and which row is kept of each customer",
        ("table",),
        (
            _text("table", "table"),
            _text("key", "column"),
            _count("rows", "rows given", "rows"),
            _count("missing", "rows without a key", "rows"),
            _count("distinct", "different keys, which is how many rows are kept"),
            _count("repeated", "keys that occur more than once"),
            _count("most_repeats", "rows of the most repeated key", "rows"),
            _text("most_repeated", "that key"),
            _count("dropped", "rows dropped by the rule", "rows"),
            _text("rule", "which row is kept"),
            _text("changes", "what that changes"),
        ),
    ),
    Table(
        "customer360_customers",
        "each customer: segments, RFM recomputed, proxies and composite health",
        ("customer_id",),
        (
            _text("customer_id", "e-mail, in small letters"),
            _text("tier", "Basic, Bronze, Silver, Gold, Platinum", True),
            _text("segment", "by rule: high-value, SMB or other"),
            _text("percentile", "by lifetime value"),
            _text("cluster", "K-Means on z-scored R, F, M, 1 the best", True),
            _text("lifecycle_stage", "as supplied", True),
            _text("engagement_model", "recommended, as supplied", True),
            _number("contribution", "share of the portfolio", "%"),
            _number("ltv", "estimated lifetime value", "currency units"),
            _number("recency_score", "R", "1 to 5"),
            _number("frequency_score", "F", "1 to 5"),
            _number("monetary_score", "M", "1 to 5"),
            _number("rfm_supplied", "rfm_avg_score as supplied", "1 to 5"),
            _number("rfm", "mean of R, F, M", "1 to 5"),
            _number("rfm_difference", "recomputed − supplied"),
            _number("rfm_by_segment", "with the weights of its segment", "1 to 5"),
            _number("health", "health score", "0 to 1"),
            _number("churn", "churn probability, as supplied", "0 to 1"),
            _number("composite_health", "0.5 health + 0.3 (1 − churn) + 0.2 min(LTV / 10,000, 1)", "0 to 1"),
            _number("consistency", "proxy: 1 / (1 + variance of R, F, M)", "0 to 1"),
            _number("ltv_velocity", "proxy: lifetime value by month of age", "currency units a month"),
            _number("inactivity_ratio", "proxy: days since the last activity by age", "ratio"),
            _number("activity_efficiency_proxy", "proxy: 1 − inactivity_ratio", "ratio"),
            _number("rfm_imbalance", "proxy: M − (R + F) / 2", "points"),
        ),
    ),
    Table(
        "customer360_segments",
        "size and worth of each segment; within a segmentation the customers add up to all",
        ("segmentation", "segment"),
        (
            _text("segmentation", "rule, percentile, cluster or tier"),
            _text("segment", "name"),
            _POSITION,
            _count("customers", "size"),
            _number("share", "share of customers", "0 to 1"),
            _number("ltv", "lifetime value", "currency units"),
            _number("ltv_share", "share of all lifetime value", "0 to 1"),
            _number("contribution", "share of the portfolio, as supplied", "%"),
            _number("mean_age_days", "mean age of the account", "days"),
            _number("mean_rfm", "mean of R, F, M", "1 to 5"),
            _number("mean_health", "mean health", "0 to 1"),
            _number("mean_churn", "mean churn probability", "0 to 1"),
        ),
    ),
    Table(
        "customer360_rfm",
        "the supplied RFM score against its recomputation",
        ("score",),
        (
            _text("score", "supplied, recomputed, or by segment"),
            _text("weights", "of R, F and M"),
            _N,
            _number("mean", "mean over customers", "1 to 5"),
            _number("largest_difference", "from the supplied score", "points"),
            _count("differ", "customers whose score differs by more than rounding", nullable=True),
        ),
    ),
    Table(
        "customer360_proxies",
        "what stands in for measures that are missing",
        ("proxy",),
        (
            _text("proxy", "name"),
            _text("stands_for", "the measure that is missing"),
            _text("formula", "how it is computed"),
            _text("limits", "what it does not say"),
            _N,
            _number("mean", "mean"),
            _number("median", "median"),
            _number("least", "least"),
            _number("most", "greatest"),
        ),
    ),
    Table(
        "customer360_verdicts",
        "is low consistency, high value true here? each piece of evidence, for and against",
        ("position",),
        (
            _POSITION,
            _text("evidence", "what is compared"),
            _text("claim", "what would have to hold"),
            _count("n", "customers in the first group, or in the correlation"),
            _count("other_n", "customers in the second group; 0 for a correlation"),
            _number("first", "mean of the first group"),
            _number("second", "mean of the second group"),
            _number("multiple", "ratio of the two", "times"),
            _number("statistic", "difference of the means, or Spearman's ρ"),
            _number("low", "lower end of its 95 % interval"),
            _number("high", "upper end of its 95 % interval"),
            _text("verdict", "supports, contradicts or cannot tell"),
            _text("why", "in words"),
        ),
    ),
    Table(
        "customer360_imbalance",
        "money against recency and frequency, by segment",
        ("segment", "position"),
        (
            _text("segment", "by rule"),
            _POSITION,
            _text("bin", "of M − (R + F) / 2"),
            _count("customers", "in the bin"),
            _number("share", "share of the segment", "0 to 1"),
            _number("mean_ltv", "mean lifetime value", "currency units"),
        ),
    ),
    Table(
        "customer360_boxes",
        "health and churn by segment, as boxes",
        ("measure", "segmentation", "segment"),
        (
            _text("measure", "name"),
            _text("segmentation", "rule or tier"),
            _text("segment", "name"),
            _N,
            _number("least", "least"),
            _number("whisker_low", "least value within 1.5 interquartile ranges"),
            _number("q1", "first quartile"),
            _number("median", "median"),
            _number("q3", "third quartile"),
            _number("whisker_high", "greatest value within 1.5 interquartile ranges"),
            _number("most", "greatest"),
            _number("mean", "mean"),
            _count("outliers", "values beyond the whiskers"),
        ),
    ),
    Table(
        "customer360_matrix",
        "lifecycle stage by recommended engagement model",
        ("lifecycle_stage", "engagement_model"),
        (
            _POSITION,
            _text("lifecycle_stage", "as supplied"),
            _text("engagement_model", "as supplied"),
            _count("customers", "in the cell"),
            _number("share", "share of all customers", "0 to 1"),
            _number("ltv", "lifetime value", "currency units"),
            _number("mean_churn", "mean churn probability", "0 to 1"),
        ),
    ),
    Table(
        "customer360_health",
        "the composite health index: components, weights and bounds",
        ("position",),
        (
            _POSITION,
            _text("component", "name"),
            _text("formula", "how it is computed"),
            _number("weight", "in the composite", "0 to 1"),
            _N,
            _number("least", "least"),
            _number("most", "greatest"),
            _number("mean", "mean"),
            _number("adds_at_most", "weight × greatest", "0 to 1"),
        ),
    ),
    Table(
        "customer360_strategy",
        "what to aim for in each segment, how to see it, and when to move resources",
        ("segment", "kpi"),
        (
            _POSITION,
            _text("segment", "by rule"),
            _text("focus", "what the team does"),
            _text("kpi", "what is watched"),
            _text("unit", "its unit"),
            _N,
            _number("current", "median today"),
            _number("target", "level that a quarter of the segment has already"),
            _text("normal", "band"),
            _text("yellow", "band: look into it"),
            _text("red", "band: act"),
            _number("share_red", "share of the segment in red today", "0 to 1"),
            _count("customers_per_manager", "coverage ratio"),
            _count("managers", "managers that the coverage asks for", "people"),
            _text("rule", "when resources move"),
        ),
    ),
)

CUSTOMER360_OUTPUTS: dict[str, Table] = {table.name: table for table in _LIST}
