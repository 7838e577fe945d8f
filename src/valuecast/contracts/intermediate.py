"""The tables between steps. All hold one row per customer and window, or are long over one thing more.

``window_id`` is ``W1`` (oldest) to ``Wn`` for the backtest, and ``today`` for the assessment at ``as_of``.
"""

from __future__ import annotations

from dataclasses import replace

from valuecast.contracts.table import Column, Table

_WINDOW = Column("window_id", "string", "W1 to Wn, oldest first, or today")
_CUSTOMER = Column("customer_id", "string", "the account or visitor that is assessed")
_HORIZON = Column("horizon_months", "int64", "length of the future window", "months")

ANCHORS = Table(
    "anchors",
    "who is assessed, at which instant",
    ("window_id", "customer_id"),
    (
        _WINDOW,
        _CUSTOMER,
        Column("as_of", "date", "data before this day may be used; this day and later may not"),
        Column("past_start", "date", "first day of the past window"),
        Column("active", "bool", "active at least once in the past window"),
    ),
)
SIGNALS = Table(
    "signals",
    "the model inputs at each anchor, from days before as_of only",
    ("window_id", "customer_id"),
    (_WINDOW, _CUSTOMER, Column("active", "bool", "active at least once in the past window")),
    extra="one float64 column a signal; null means unknown",
)
LABELS = Table(
    "labels",
    "value before and after each anchor, over equally long stretches",
    ("window_id", "customer_id", "horizon_months"),
    (
        _WINDOW,
        _CUSTOMER,
        _HORIZON,
        Column("past_value", "float64", "value in the same length of time before as_of", "value"),
        Column(
            "future_value",
            "float64",
            "value from as_of on; null where the future is not known yet",
            "value",
            True,
        ),
        Column("high_value", "bool", "in the top share of future value, per window and horizon", nullable=True),
    ),
)
DEFINITIONS = Table(
    "definitions",
    "high-value in the test window by other definitions than value",
    ("window_id", "customer_id", "definition"),
    (
        _WINDOW,
        _CUSTOMER,
        Column("definition", "string", "several_measures or renewed_or_expanded"),
        Column("high_value", "bool", "high-value by this definition"),
    ),
)
SCORES = Table(
    "scores",
    "every score at every anchor; null where a score cannot be given",
    ("window_id", "customer_id", "score"),
    (
        _WINDOW,
        _CUSTOMER,
        Column("score", "string", "name of the score"),
        Column("value", "float64", "the score, higher is better", nullable=True),
        Column("high_value", "bool", "called high-value by this score's own rule", nullable=True),
    ),
)
SCORE_PARTS = Table(
    "score_parts",
    "what each part added to each of today's scores; the parts of a score add up to it",
    ("customer_id", "score", "part"),
    (
        _CUSTOMER,
        Column("score", "string", "name of the score"),
        Column("part", "string", "name of the part"),
        Column("dimension", "string", "dimension the part belongs to"),
        Column("weight", "float64", "weight in force after renormalising; ρ where learned", "0 to 1; ρ −1 to 1", True),
        Column("contribution", "float64", "what the part added", "score points", True),
    ),
)
MONTHS = Table(
    "months",
    "value of each customer in each whole month before as_of; a month without a row is a month without activity",
    ("customer_id", "months_ago"),
    (
        _CUSTOMER,
        Column("months_ago", "int64", "0 is the month that ends at as_of", "months"),
        Column("value", "float64", "value in that month", "value"),
    ),
)
MONTHS_BACK = replace(
    MONTHS,
    name="months_back",
    purpose="as months, before the day from which backtest windows are counted back",
)
WEEKS = Table(
    "weeks",
    "value of each customer in each of the last weeks before as_of; a week without a row is a week without activity",
    ("customer_id", "week"),
    (
        _CUSTOMER,
        Column("week", "int64", "0 is the seven days that end at as_of", "weeks"),
        Column("value", "float64", "value in that week", "value"),
    ),
)
BLOCKS = Table(
    "blocks",
    "what is too rare to look at by week, in stretches of 28 days before as_of; no row, none of it",
    ("customer_id", "block"),
    (
        _CUSTOMER,
        Column("block", "int64", "0 is the 28 days that end at as_of"),
        Column("features_used", "float64", "distinct product features used", "product features"),
        Column("tickets", "float64", "support tickets", "tickets"),
    ),
)
CHAMPIONS = Table(
    "champions",
    "the member with most days of use up to 28 days before as_of, for customers with at least three members then",
    ("customer_id",),
    (
        _CUSTOMER,
        Column("member_id", "string", "the champion"),
        Column("share", "float64", "its share of the members' days of use", "0 to 1"),
        Column("days", "float64", "its days of use", "days"),
        Column("usual_gap", "float64", "mean gap between them", "days"),
        Column("last_day", "date", "its last day of use before as_of"),
    ),
)
ANSWERS = Table(
    "answers",
    "satisfaction answers before as_of",
    (),
    (_CUSTOMER, Column("rated_on", "date", "day of the answer"), Column("rating", "float64", "answer", "0 to 10")),
)
SEGMENTS = Table(
    "segments",
    "which segments each customer is in today",
    ("customer_id",),
    (
        _CUSTOMER,
        Column("tier", "string", "K-Means tier: High, Medium, Low, or Dormant when not active in the window"),
        Column("cluster", "string", "cluster named from its own profile"),
        Column("usage_band", "string", "0-1 h, 1-5 h, 5 h+ in the past window, or the thirds of value"),
        Column("lifecycle_stage", "string", "by tenure"),
        Column("rfm_tier", "string", "Basic, Bronze, Silver, Gold, Platinum", nullable=True),
    ),
)
PREDICTIONS = Table(
    "predictions",
    "probability of being high-value at each anchor, by a model that had seen only earlier futures",
    ("window_id", "customer_id", "model"),
    (
        _WINDOW,
        _CUSTOMER,
        Column("model", "string", "name of the model"),
        Column("role", "string", "validation, test or today"),
        Column("raw", "float64", "the model's own output", "0 to 1"),
        Column("probability", "float64", "calibrated on validation windows", "0 to 1"),
        Column("high_value", "bool", "predicted high-value at the threshold chosen on validation windows"),
    ),
)
TRENDS = Table(
    "trends",
    "forecast of each customer's value by horizon and method",
    ("window_id", "customer_id", "horizon_months", "method"),
    (
        _WINDOW,
        _CUSTOMER,
        _HORIZON,
        Column("method", "string", "persistence, health_blend, …"),
        Column("role", "string", "history, test or today"),
        Column("past_value", "float64", "value over the same length before as_of", "value"),
        Column("forecast", "float64", "expected value over the horizon (50 % quantile)", "value"),
        Column("low", "float64", "10 % quantile", "value", True),
        Column("high", "float64", "90 % quantile", "value", True),
        Column("value_index", "float64", "value score now; null for the inactive, who have none", "0 to 100", True),
        Column("health_score", "float64", "health now; null for the inactive", "0 to 100", True),
        Column("predicted_score", "float64", "value score at the horizon; null for the inactive", "0 to 100", True),
        Column("predicted_class", "string", "Up, Flat or Down by the written rule"),
        Column("p_up", "float64", "probability of Up", "0 to 1", True),
        Column("p_flat", "float64", "probability of Flat", "0 to 1", True),
        Column("p_down", "float64", "probability of Down", "0 to 1", True),
        Column("future_value", "float64", "what happened", "value", True),
        Column("actual_class", "string", "what happened", nullable=True),
    ),
)

INTERMEDIATE: dict[str, Table] = {
    table.name: table
    for table in (
        ANCHORS,
        SIGNALS,
        LABELS,
        DEFINITIONS,
        SCORES,
        SCORE_PARTS,
        MONTHS,
        MONTHS_BACK,
        WEEKS,
        BLOCKS,
        CHAMPIONS,
        ANSWERS,
        SEGMENTS,
        PREDICTIONS,
        TRENDS,
    )
}
