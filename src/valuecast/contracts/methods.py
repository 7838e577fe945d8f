"""The catalogue of methods: what each score, model, trend method and simple rule is called, and which is a baseline.

A method is known by its ``name`` in every table. Scores of other packages are added to ours when a run begins, and
the output table ``methods`` holds them all, so that whoever reads a results folder knows each by its own label.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Literal

Family = Literal["score", "model", "trend method", "simple rule"]
Task = Literal["identification", "trend"]


@dataclass(frozen=True)
class Method:
    """One way to rank customers, to call them high-value, or to forecast them.

    Parameters
    ----------
    name : str
        Its name in tables.
    label : str
        What people read.
    family : {"score", "model", "trend method", "simple rule"}
        A simple rule needs neither a score nor a model; whatever does not beat it is not worth its while.
    baseline : {"identification", "trend"} or None
        The task in which every other method is compared with it.
    """

    name: str
    label: str
    family: Family
    baseline: Task | None = None


_LIST = (
    Method("last_period_value", "Same as last period", "simple rule", "identification"),
    Method("duration_frequency", "2-D score", "score", "identification"),
    Method("weighted", "Weighted score", "score"),
    Method("quintile_sum", "Quintile sum", "score"),
    Method("percentile_index", "Percentile index", "score"),
    Method("rfm", "RFM score", "score"),
    Method("correlation_weighted", "Correlation-weighted score", "score"),
    Method("health", "Health score", "score"),
    Method("logistic_2d", "2-D model", "model", "identification"),
    Method("logistic_l2", "All-signals logistic model", "model"),
    Method("logistic_percentile", "Percentile logistic model", "model"),
    Method("value_regression", "Future-value regression", "model"),
    Method("random_forest", "Random forest", "model"),
    Method("gbm", "Boosted-trees model", "model"),
    Method("blend", "Blend of the models", "model"),
    Method("persistence", "No change", "simple rule", "trend"),
    Method("most_frequent", "Most frequent class", "simple rule", "trend"),
    Method("chance", "Guessing by past shares", "simple rule", "trend"),
    Method("last_period_slope", "Last period's slope", "trend method"),
    Method("intermittent", "Intermittent-use forecast", "trend method"),
    Method("health_blend", "Health blend", "trend method"),
)
METHODS: dict[str, Method] = {method.name: method for method in _LIST}
"""Every method of ours by name: within a family the simplest first. ``gbm`` forecasts trends too."""

REFERENCE: dict[Task, str] = {"identification": "duration_frequency", "trend": "persistence"}
"""The baseline whose paired difference stands beside each measure in ``backtest_metrics``."""

TOP_SHARE = "_top_share"
"""Ends the name of a model's second entry: it then names its top share, as scores do, rather than use a threshold."""


def baselines(task: Task) -> tuple[str, ...]:
    """Names of the methods that all others are compared with, the simplest first.

    >>> baselines("identification")
    ('last_period_value', 'duration_frequency', 'logistic_2d')
    """
    return tuple(method.name for method in _LIST if method.baseline == task)


def method_of(name: str, known: Mapping[str, Method] = METHODS) -> Method:
    """A method by its name in tables; one that nobody declared is a score labelled after its name.

    >>> method_of("gbm_top_share").label, method_of("clicks_only").label
    ('Boosted-trees model, top share', 'Clicks only')
    """
    if name in known:
        return known[name]
    if name.endswith(TOP_SHARE):
        whole = method_of(name.removesuffix(TOP_SHARE), known)
        return replace(whole, name=name, label=f"{whole.label}, top share", baseline=None)
    return Method(name, name.replace("_", " ").capitalize(), "score")


def rows_of(methods: Iterable[Method]) -> list[dict[str, Any]]:
    """The rows of the output table ``methods``."""
    return [{"position": place, **asdict(method)} for place, method in enumerate(methods)]


def methods_of(rows: Iterable[Mapping[str, Any]]) -> dict[str, Method]:
    """Methods by name from rows of the output table ``methods``; ours where there is none.

    >>> methods_of(rows_of([Method("clicks_only", "Clicks alone", "score")]))["clicks_only"].label
    'Clicks alone'
    """
    names = [field.name for field in fields(Method)]
    ordered = sorted(rows, key=lambda row: row["position"])
    return {row["name"]: Method(**{name: row[name] for name in names}) for row in ordered} or METHODS
