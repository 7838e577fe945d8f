"""What methods, signals, segments and tables are called in sentences and charts."""

from __future__ import annotations

import re

from valuecast.contracts import SIGNAL_CATALOGUE

METHODS = {
    "duration_frequency": "2-D score",
    "weighted": "Weighted score",
    "quintile_sum": "Quintile sum",
    "percentile_index": "Percentile index",
    "rfm": "RFM score",
    "correlation_weighted": "Correlation-weighted score",
    "health": "Health score",
    "last_period_value": "Same as last period",
    "logistic_2d": "2-D model",
    "logistic_l2": "All-signals logistic model",
    "logistic_percentile": "Percentile logistic model",
    "value_regression": "Future-value regression",
    "random_forest": "Random forest",
    "gbm": "Boosted-trees model",
    "blend": "Blend of the models",
    "persistence": "No change",
    "last_period_slope": "Last period's slope",
    "health_blend": "Health blend",
    "intermittent": "Intermittent-use forecast",
    "most_frequent": "Commonest class",
    "chance": "Guessing by past shares",
}


SIMPLE = frozenset({"last_period_value", "most_frequent", "persistence", "chance"})
"""Rules that need no scoring at all; every method must beat them to be worth its while."""


OUTPUT_NAMES = {
    "value_scores": "scores",
    "segments": "segments",
    "hv_predictions_today": "predictions of high value",
    "hv_predictions_testset": "predictions on test months",
    "backtest_metrics": "measures on test months",
    "feature_importances": "importances",
    "actions": "a work list",
    "high_value_comparison": "high-value against the rest",
    "signal_correlations": "correlations",
    "calibration": "calibration",
    "alerts": "early warnings",
    "tier_migration": "moves between tiers",
    "high_value_cohorts": "how those called high-value fared",
    "trend_indicators": "signals that lead",
    "ablation": "the model without each dimension",
    "backtest_differences": "paired differences",
}
"""What a reader would miss when a table was not written."""


TOP_SHARE = "_top_share"
"""Ends the name of a model's second entry: it then names its top share, as scores do, rather than use a threshold."""


METRICS = {
    "r_precision": "R-precision",
    "precision": "precision",
    "recall": "recall",
    "accuracy": "accuracy",
    "auc": "AUC",
    "average_precision": "average precision",
    "f1": "F1",
    "lift_at_10_percent": "lift, first 10\u00a0%",
    "precision_at_10_percent": "precision, first 10\u00a0%",
    "precision_at_50": "precision, first 50",
    "brier": "Brier score",
    "brier_raw": "Brier score before calibration",
}
"""What each measure is called."""


ALERTS = {
    "silence": "silence",
    "usage_drop": "drop in use",
    "champion_gone": "champion gone",
    "fewer_features": "fewer product features",
    "rating": "fall of the NPS answer",
    "tickets": "more tickets",
}
"""What each kind of early warning is called."""


SEGMENTATIONS = {
    "tier": "Tiers",
    "cluster": "Clusters",
    "usage_band": "Usage bands",
    "lifecycle_stage": "Lifecycle stages",
    "rfm_tier": "RFM tiers",
}


def name_of(method: str) -> str:
    """What a score, model or trend method is called in sentences and charts."""
    if method.endswith(TOP_SHARE):
        return f"{name_of(method.removesuffix(TOP_SHARE))}, top share"
    return METHODS.get(method, method.replace("_", " ").capitalize())


def named(method: str) -> str:
    """The same inside a sentence, with its article.

    >>> named("weighted"), named("gbm"), named("persistence")
    ('the weighted score', 'the boosted-trees model', '“no change”')
    """
    name = name_of(method)
    if method in SIMPLE:
        return f"“{name[0].lower()}{name[1:]}”"
    return f"the {name}" if name[:2].isupper() or name[0].isdigit() else f"the {name[0].lower()}{name[1:]}"


def spoken(text: str) -> str:
    """A sentence of another step with what methods are called in the place of their ids.

    Ids that are plain words too are replaced only before their figure.

    >>> spoken("gbm won (persistence 0.16, intermittent 0.37); use is intermittent")
    'the boosted-trees model won (“no change” 0.16, the intermittent-use forecast 0.37); use is intermittent'
    """
    return _IDS.sub(lambda found: named(found[1]), text)


_PLAIN = ("intermittent", "chance", "blend", "weighted", "health")
_IDS = re.compile(
    r"\b(?:the )?("
    + "|".join(rf"{name}(?= 0\.\d)" if name in _PLAIN else name for name in sorted(METHODS, key=len, reverse=True))
    + r")\b"
)


def signal_name(signal: str) -> str:
    """A signal's name with its unit, for axes and tables."""
    entry = SIGNAL_CATALOGUE.get(signal)
    name = signal.replace("_", " ")
    if entry is None or entry.unit in ("", "value", name) or entry.unit in name:
        return name
    return f"{name} [{entry.unit}]"
