"""What was measured on months that no method had seen, looked up and compared in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from valuecast.contracts import REFERENCE, method_of
from valuecast.contracts.methods import TOP_SHARE
from valuecast.report.results import Results
from valuecast.wording.names import named
from valuecast.wording.numbers import (
    UNKNOWN,
    distinguishable,
    in_points,
    known,
    percent,
    percent_interval,
    points,
    points_interval,
)

BASELINE = REFERENCE["identification"]
"""The score of duration and frequency that everything else is compared with."""

_OF_NAMES = frozenset({"r_precision", "precision"})
"""Measures that naming at random takes to the share of the high-value."""


@dataclass(frozen=True)
class Figure:
    """One measure of one method with its 95 % interval, and its difference from the baseline's.

    ``random`` is what naming at random gets by the same measure, where that is a share of names.
    """

    method: str
    metric: str
    value: float
    low: float | None
    high: float | None
    n: int
    baseline: str | None
    difference: float | None
    difference_low: float | None
    difference_high: float | None
    random: float | None = None

    @property
    def beats_random(self) -> bool:
        """Whether the whole interval lies above what naming at random gets; True where that is not a question."""
        return self.random is None or (self.low is not None and self.low > self.random)


def figure(
    results: Results,
    method: str,
    metric: str,
    *,
    split: str = "test",
    task: str = "identification",
    horizon: int | None = None,
) -> Figure | None:
    """One measure, or None where it was not taken."""
    wanted = figures(results, metric, split=split, task=task, horizon=horizon)
    return next((found for found in wanted if found.method == method), None)


def figures(
    results: Results, metric: str, *, split: str = "test", task: str = "identification", horizon: int | None = None
) -> tuple[Figure, ...]:
    """One measure of every method, best first."""
    horizon = results.horizon if horizon is None else horizon
    random = at_random(results) if (task, split) == ("identification", "test") and metric in _OF_NAMES else None
    rows = [
        replace(_figure(row), random=random)
        for row in results.rows("backtest_metrics")
        if (row["task"], row["split"], row["metric"], row["horizon_months"]) == (task, split, metric, horizon)
        and known(row["value"])
    ]
    return tuple(sorted(rows, key=lambda found: (-found.value, found.method)))


def against(
    results: Results, method: str, baseline: str, metric: str = "r_precision", split: str = "test"
) -> Figure | None:
    """One method beside a baseline of choice, paired on the same customers; None where it was not compared.

    The difference from the 2-D score stands with the measures too; those from the other baselines only here.
    """
    found = figure(results, method, metric, split=split)
    return None if found is None else paired_difference(results, found, results.horizon, baseline, split)


def lead(results: Results) -> str | None:
    """Whom the report speaks of first: the chosen model, else the score that did best on validation windows."""
    return results.model or strongest_score(results)


def first_metric(results: Results, names: Sequence[str], *, task: str = "identification") -> str | None:
    """The first of some metrics that was measured."""
    taken = {row["metric"] for row in results.rows("backtest_metrics") if row["task"] == task}
    return next((name for name in names if name in taken), None)


def kind(results: Results, method: str, chosen: str | None) -> str:
    """Whether a method is the chosen one, another model, a score or a simple rule."""
    if method in (chosen, f"{chosen}{TOP_SHARE}"):
        return "chosen"
    if method == BASELINE:
        return "2-D score"
    family = method_of(method, results.methods).family
    return family if family in ("score", "simple rule") else "other model"


def compared(found: Figure) -> str:
    """How a method stands to its baseline, said only as firmly as the interval allows.

    >>> compared(Figure("weighted", "r_precision", 0.7, 0.6, 0.8, 90, "duration_frequency", 0.02, -0.03, 0.07))
    'not distinguishable from the 2-D score (difference +2 points, interval −3 to +7)'
    """
    if found.baseline in (None, found.method):
        return "what the others are compared with"
    other = named(found.baseline or BASELINE)
    told = distinguishable(found.difference_low, found.difference_high)
    if found.difference is None or told is None:
        return f"no comparison with {other} was possible"
    gap, interval = found.difference, points_interval(found.difference_low, found.difference_high)
    if told and gap > 0 and not found.beats_random:
        return (
            f"{in_points(gap).lstrip('+')} above {other} (interval {interval}), but itself not distinguishable from "
            f"naming at random ({percent(found.random)})"
        )
    if not told:
        return f"not distinguishable from {other} (difference {in_points(gap)}, interval {interval})"
    word = "better" if gap > 0 else "worse"
    return f"{in_points(abs(gap)).lstrip('+')} {word} than {other} (interval {interval})"


def of(found: Sequence[Figure], method: str | None) -> Figure | None:
    """The figure of one method among several."""
    return next((one for one in found if one.method == method), None)


def side(difference: float | None, low: float | None, high: float | None) -> str:
    """Whether a difference is higher, lower, or none that its interval can tell from zero.

    >>> side(0.02, 0.01, 0.03), side(0.02, -0.01, 0.05)
    ('higher', 'no difference')
    """
    if not distinguishable(low, high):
        return "no difference"
    return "higher" if (difference or 0.0) > 0 else "lower"


def standing(found: Figure) -> str:
    """The side of a method's difference; one that may be no better than naming at random is never higher."""
    told = side(found.difference, found.difference_low, found.difference_high)
    return "no difference" if told == "higher" and not found.beats_random else told


def gap(found: Figure) -> str:
    """A paired difference with its interval, for the words beside a chart; a dash where the run has none."""
    if not known(found.difference):
        return UNKNOWN
    return f"{points(found.difference)} ({points_interval(found.difference_low, found.difference_high)})"


def chance(results: Results, horizon: int) -> Figure | None:
    """What guessing Up, Flat and Down by their shares of the past gets on the same test months."""
    return figure(results, "chance", "macro_f1", task="trend", horizon=horizon)


def over_chance(results: Results, method: str, horizon: int) -> tuple[str, bool]:
    """How a trend method's macro F1 stands to guessing by past shares, in words, and whether it is better.

    The paired difference on the same customers decides; where the run left none, the two intervals do. The words are
    empty where guessing was not measured.
    """
    found, guess = figure(results, method, "macro_f1", task="trend", horizon=horizon), chance(results, horizon)
    if found is None or guess is None or method == guess.method:
        return "", False
    got, other = percent_interval(guess.value, guess.low, guess.high), "guessing by past shares of the classes"
    paired = paired_difference(results, found, horizon, guess.method)
    if paired is not None:
        gap, span = paired.difference or 0.0, points_interval(paired.difference_low, paired.difference_high)
        if standing(paired) == "higher":
            return f"{in_points(gap).lstrip('+')} better than {other}, which gets {got} (interval {span})", True
        return f"no better than {other}, which gets {got} (difference {in_points(gap)}, interval {span})", False
    if found.low is not None and guess.high is not None and found.low > guess.high:
        return f"better than {other}, which gets {got}: the intervals lie apart", True
    return f"no better than {other}, which gets {got}", False


def paired_difference(
    results: Results, found: Figure, horizon: int, baseline: str, split: str = "test"
) -> Figure | None:
    """One method beside a baseline on the same customers, from the table of differences; None where it is not there."""
    wanted = (horizon, split, found.method, found.metric, baseline)
    keys = ("horizon_months", "split", "method", "metric", "baseline")
    for row in results.rows("backtest_differences"):
        if tuple(row[key] for key in keys) == wanted and known(row["difference"]):
            return replace(
                found,
                baseline=baseline,
                difference=row["difference"],
                difference_low=row["low"] if known(row["low"]) else None,
                difference_high=row["high"] if known(row["high"]) else None,
            )
    return None


def at_random(results: Results) -> float:
    """The share of right names that naming at random gets: that of the high-value in the test window."""
    for row in results.rows("backtest_windows"):
        if (row["role"], row["horizon_months"]) == ("test", results.horizon) and row["customers"]:
            return float(row["high_value"] / row["customers"])
    return results.share


def detectable(results: Results) -> float | None:
    """The gain in right names that a test of this size tells from chance whatever the two lists [share of names].

    None after a draw: it is known for everybody only, of whom the test holds a part.
    """
    if (results.manifest.get("sample") or {}).get("is_partial"):
        return None
    tests = {
        row["as_of"]
        for row in results.rows("backtest_windows")
        if (row["role"], row["horizon_months"]) == ("test", results.horizon)
    }
    rows = [row for row in results.rows("candidate_windows") if row["chosen"] and row["as_of"] in tests]
    return next((float(row["detectable"]) for row in rows if known(row["detectable"])), None)


def strongest_score(results: Results) -> str | None:
    """The score that did best on validation windows, the 2-D score aside; None without evidence."""
    ranked = figures(results, "r_precision", split="validation")
    return next((found.method for found in ranked if kind(results, found.method, results.model) == "score"), None)


def _figure(row: dict[str, Any]) -> Figure:
    numbers = {
        name: row[name] if known(row[name]) else None
        for name in ("low", "high", "difference", "difference_low", "difference_high")
    }
    return Figure(row["method"], row["metric"], row["value"], n=row["n"], baseline=row["baseline"], **numbers)
