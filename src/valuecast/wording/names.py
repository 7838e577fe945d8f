"""What methods, signals, segments and tables are called in sentences and charts."""

from __future__ import annotations

from collections.abc import Mapping

from valuecast.contracts import METHODS, SIGNAL_CATALOGUE, Method, method_of

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


METRICS = {
    "r_precision": "precision at k",
    "precision": "precision",
    "recall": "recall",
    "accuracy": "accuracy",
    "auc": "AUC",
    "average_precision": "average precision",
    "f1": "F1",
    "lift_at_10_percent": "lift in the first 10\u00a0%",
    "precision_at_10_percent": "precision in the first 10\u00a0%",
    "precision_at_50": "precision in the first 50",
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


def name_of(method: str, known: Mapping[str, Method] = METHODS) -> str:
    """What a score, model or trend method is called in sentences and charts; ``known`` holds those of the run."""
    return method_of(method, known).label


def named(method: str, known: Mapping[str, Method] = METHODS) -> str:
    """The same inside a sentence, with its article.

    >>> named("weighted"), named("gbm"), named("persistence")
    ('the weighted score', 'the boosted-trees model', '“no change”')
    """
    found = method_of(method, known)
    name = found.label
    if found.family == "simple rule":
        return f"“{name[0].lower()}{name[1:]}”"
    return f"the {name}" if name[:2].isupper() or name[0].isdigit() else f"the {name[0].lower()}{name[1:]}"


def spaced(name: str) -> str:
    """A name of a table as words.

    >>> spaced("active_days")
    'active days'
    """
    return name.replace("_", " ")


def lead(signal: str) -> str:
    """A signal's name where a sentence begins with it or turns on it.

    >>> lead("latest_rating"), lead("active_days")
    ('NPS answer', 'active days')
    """
    return "NPS answer" if signal.endswith("_rating") else spaced(signal)


def meaning_of(signal: str) -> str:
    """What a signal is, in words."""
    entry = SIGNAL_CATALOGUE.get(signal)
    return entry.meaning if entry else spaced(signal)


def signal_name(signal: str) -> str:
    """A signal's name with its unit, for axes and tables."""
    entry = SIGNAL_CATALOGUE.get(signal)
    name = spaced(signal)
    if entry is None or entry.unit in ("", "value", name) or entry.unit in name:
        return name
    return f"{name} [{entry.unit}]"
