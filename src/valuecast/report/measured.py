"""What was measured on months that no method had seen, looked up and compared in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from valuecast.contracts import REFERENCE, method_of
from valuecast.contracts.methods import TOP_SHARE
from valuecast.report.results import Results
from valuecast.wording import Claim, Sentence, say
from valuecast.wording.names import named
from valuecast.wording.numbers import distinguishable, known
from valuecast.wording.report import measured as words

BASELINE = REFERENCE["identification"]
"""The score of duration and frequency that everything else is compared with."""

_OF_NAMES = frozenset({"r_precision", "precision"})
"""Measures that naming at random takes to the share of the high-value."""


@dataclass(frozen=True)
class Figure:
    """One measure of one method with its 95 % interval, and its difference from the baseline's.

    ``random`` is what naming at random gets by the same measure, where that is a share of names. ``task``, ``split``,
    and ``horizon`` say where it was measured, ``paired`` whether the difference stands in ``backtest_differences``.
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
    random: Claim | None = None
    task: str = "identification"
    split: str = "test"
    horizon: int = 0
    paired: bool = False

    @property
    def where(self) -> dict[str, Any]:
        """Its row in ``backtest_metrics``."""
        names = ("task", "horizon_months", "split", "method", "metric")
        return dict(zip(names, (self.task, self.horizon, self.split, self.method, self.metric), strict=True))

    @property
    def claim(self) -> Claim:
        """The measure alone."""
        return Claim(self.value, "backtest_metrics", "value", self.where)

    @property
    def interval(self) -> Claim:
        """The measure with the ends of its interval."""
        return Claim((self.value, self.low, self.high), "backtest_metrics", ("value", "low", "high"), self.where)

    @property
    def ends(self) -> dict[str, float | None]:
        """The ends of the interval by column."""
        return {"low": self.low, "high": self.high}

    @property
    def customers(self) -> Claim:
        """On how many customers it stands."""
        return Claim(self.n, "backtest_metrics", "n", self.where)

    @property
    def gap(self) -> Claim:
        """The paired difference with the ends of its interval."""
        values = (self.difference, self.difference_low, self.difference_high)
        if self.paired:
            where = {**self.where, "baseline": self.baseline}
            return Claim(values, "backtest_differences", ("difference", "low", "high"), where)
        return Claim(values, "backtest_metrics", ("difference", "difference_low", "difference_high"), self.where)

    @property
    def beats_random(self) -> bool:
        """Whether the whole interval lies above what naming at random gets; True where that is not a question."""
        return self.random is None or (self.low is not None and self.low > _number(self.random))


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


def compared(found: Figure) -> Sentence:
    """How a method stands to its baseline, said only as firmly as the interval allows.

    >>> compared(Figure("weighted", "r_precision", 0.7, 0.6, 0.8, 90, "duration_frequency", 0.02, -0.03, 0.07))
    'not distinguishable from the 2-D score (difference +2 points, interval −3 to +7)'
    """
    if found.baseline in (None, found.method):
        return say(words.REFERENCE)
    other = named(found.baseline or BASELINE)
    message = distinguishable(found.difference_low, found.difference_high)
    if found.difference is None or message is None:
        return say(words.NO_COMPARISON, other=other)
    above = message and found.difference > 0
    template = (
        words.INDISTINGUISHABLE
        if not message
        else words.WORSE
        if not above
        else words.BETTER
        if found.beats_random
        else words.NOT_ABOVE_RANDOM
    )
    gap, interval = difference_of(found)
    return say(template, other=other, gap=gap, interval=interval, random=found.random)


def difference_of(found: Figure) -> tuple[Claim, Claim]:
    """The paired difference and its interval apart, for sentences that say them at two places."""
    gap = found.gap
    ends = replace(gap, value=(found.difference_low, found.difference_high), column=gap.column[1:])
    return replace(gap, value=found.difference, column=gap.column[0]), ends


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
    message = side(found.difference, found.difference_low, found.difference_high)
    return "no difference" if message == "higher" and not found.beats_random else message


def gap(found: Figure) -> Sentence:
    """A paired difference with its interval, for the words beside a chart; a dash where the run has none."""
    return say(words.GAP, gap=found.gap)


def trend_horizons(results: Results) -> list[int]:
    """Horizons at which trend methods were measured [months]."""
    return sorted({row["horizon_months"] for row in results.rows("backtest_metrics") if row["task"] == "trend"})


def chance(results: Results, horizon: int) -> Figure | None:
    """What guessing Up, Flat and Down by their shares of the past gets on the same test months."""
    return figure(results, "chance", "macro_f1", task="trend", horizon=horizon)


def over_chance(results: Results, method: str, horizon: int) -> tuple[Sentence, bool]:
    """How a trend method's macro F1 stands to guessing by past shares, in words, and whether it is better.

    The paired difference on the same customers decides; where the run left none, the two intervals do. The words are
    empty where guessing was not measured.
    """
    found, guess = figure(results, method, "macro_f1", task="trend", horizon=horizon), chance(results, horizon)
    if found is None or guess is None or method == guess.method:
        return Sentence(), False
    guessing = say(words.OTHER_GUESS, guess=guess.interval)
    paired = paired_difference(results, found, horizon, guess.method)
    if paired is not None:
        better = standing(paired) == "higher"
        template = words.BETTER_THAN_GUESSING if better else words.NO_BETTER_THAN_GUESSING
        difference, interval = difference_of(paired)
        return say(template, guessing=guessing, gap=difference, interval=interval), better
    better = found.low is not None and guess.high is not None and found.low > guess.high
    return say(words.APART_FROM_GUESSING if better else words.NOT_APART_FROM_GUESSING, guessing=guessing), better


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
                paired=True,
                difference=row["difference"],
                difference_low=row["low"] if known(row["low"]) else None,
                difference_high=row["high"] if known(row["high"]) else None,
            )
    return None


def at_random(results: Results) -> Claim:
    """The precision of naming at random: the share of the high-value in the test window."""
    for row in results.rows("backtest_windows"):
        if (row["role"], row["horizon_months"]) == ("test", results.horizon) and row["customers"]:
            share, where = row["high_value"] / row["customers"], {"window_id": row["window_id"]}
            return Claim(share, "backtest_windows", ("high_value", "customers"), where, "ratio")
    return Claim(results.share, "manifest", "config.high_value_share")


def detectable(results: Results) -> Claim | None:
    """The smallest detectable difference in precision of a test of this size, whatever the two lists [share of names].

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
    found = (results.claims("candidate_windows", row)["detectable"] for row in rows if known(row["detectable"]))
    return next(found, None)


def strongest_score(results: Results) -> str | None:
    """The score that did best on validation windows, the 2-D score aside; None without evidence."""
    ranked = figures(results, "r_precision", split="validation")
    return next((found.method for found in ranked if kind(results, found.method, results.model) == "score"), None)


def _figure(row: dict[str, Any]) -> Figure:
    numbers: dict[str, Any] = {
        name: row[name] if known(row[name]) else None
        for name in ("low", "high", "difference", "difference_low", "difference_high")
    }
    return Figure(
        row["method"],
        row["metric"],
        row["value"],
        n=row["n"],
        baseline=row["baseline"],
        task=row["task"],
        split=row["split"],
        horizon=row["horizon_months"],
        **numbers,
    )


def _number(claim: Claim) -> float:
    return float(claim.value) if isinstance(claim.value, int | float) else float("nan")
