"""Whether the wished-for precision was reached, and whether chance leaves it within reach."""

from __future__ import annotations

from typing import Literal

from valuecast.report import measured
from valuecast.report.names import named
from valuecast.report.results import Results
from valuecast.report.words import percent, percent_interval

Wish = Literal["met", "not certain", "not met", "not measured"]


def verdict(found: measured.Figure | None, target: float) -> Wish:
    """Whether a wished-for share was reached: with its whole interval, on the figure alone, or not.

    >>> verdict(measured.Figure("gbm", "precision", 0.88, 0.81, 0.93, 90, None, None, None, None), 0.85)
    'not certain'
    """
    if found is None:
        return "not measured"
    if found.value < target:
        return "not met"
    return "met" if found.low is not None and found.low >= target else "not certain"


def in_words(results: Results) -> str:
    """The verdict on the wished-for precision: the figure, its interval, and what the noise ceiling says."""
    target = percent(results.target)
    found = measured.figure(results, results.model, "precision") if results.model else None
    reached = verdict(found, results.target)
    if found is None:
        why = (
            "there was no future to test on" if not results.get("plan", "supervised", False) else "no model was tested"
        )
        return f"The {target} wish: not measured, because {why}."
    span = percent_interval(found.value, found.low, found.high)
    said = {
        "met": f"met. Of the {results.grain}s that {named(found.method)} names, {span} turned out high-value",
        "not certain": f"met on the figure, but not for certain. Of the {results.grain}s that "
        f"{named(found.method)} names, "
        f"{span} turned out high-value, and the interval reaches below {target}",
        "not met": f"not met. Of the {results.grain}s that {named(found.method)} names, {span} turned out high-value"
        + (f"; the interval does reach {target}" if found.high is not None and found.high >= results.target else ""),
    }[reached]
    recall = measured.figure(results, found.method, "recall")
    cost = f"; they are {percent(recall.value)} of all that did (recall)" if recall else ""
    return f"The {target} wish: {said}{cost}. {ceiling(results)}".strip()


def ceiling(results: Results) -> str:
    """What the noise ceiling says about the wish; empty when it was not measured."""
    if results.ceiling is None:
        return ""
    top, low, high = results.ceiling
    span = percent_interval(top, low, high)
    reach = (
        f"so {percent(results.target)} is out of reach for a list that names everyone"
        if (high or top) < results.target
        else f"so whether {percent(results.target)} is within reach for a list that names everyone is open"
        if top < results.target
        else f"so chance alone does not put {percent(results.target)} out of reach"
    )
    return (
        f"The noise ceiling for a list as long as there are high-value {results.grain}s is {span}: someone who "
        f"knew each {results.grain}'s true level would get that many right, {reach}."
    )
