"""Whether the wished-for precision was reached, and whether chance leaves it within reach."""

from __future__ import annotations

from typing import Literal

from valuecast.report import measured
from valuecast.report.results import Results
from valuecast.wording.numbers import known, percent, percent_beside, percent_interval

Wish = Literal["met", "not certain", "not met", "not measured"]


def reached(results: Results) -> Wish:
    """The verdict of this run. A model that was tested and named nobody at its threshold has not met the wish."""
    if named_nobody(results):
        return "not met"
    return verdict(measured.figure(results, results.model, "precision") if results.model else None, results.target)


def named_nobody(results: Results) -> bool:
    """Whether the chosen model was tested but called nobody high-value: its precision is undefined."""
    if results.model is None or measured.figure(results, results.model, "precision") is not None:
        return False
    tested = results.table("hv_predictions_testset")
    if tested.num_rows:
        return not any(tested["predicted_high_value"].to_pylist())
    return measured.figure(results, results.model, "r_precision") is not None


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
    if results.model and named_nobody(results):
        return (
            f"The {target} wish: not met. {_capital(results.named(results.model))} named nobody at its "
            f"threshold on the test "
            f"months, so there is no name to be right about. {ceiling(results)}"
        ).strip()
    if found is None:
        why = (
            "there was no future to test on" if not results.get("plan", "supervised", False) else "no model was tested"
        )
        return f"The {target} wish: not measured, because {why}."
    span = beside(found, results.target)
    said = {
        "met": f"met. Of the {results.grain}s that {results.named(found.method)} names, {span} turned out high-value",
        "not certain": f"met on the figure, but not for certain. Of the {results.grain}s that "
        f"{results.named(found.method)} names, "
        f"{span} turned out high-value, and the interval reaches below {target}",
        "not met": f"not met. Of the {results.grain}s that {results.named(found.method)} names, {span} "
        f"turned out high-value"
        + (f"; the interval does reach {target}" if found.high is not None and found.high >= results.target else ""),
    }[verdict(found, results.target)]
    recall = measured.figure(results, found.method, "recall")
    cost = f"; the list holds {percent(recall.value)} of all that did (recall)" if recall else ""
    return f"The {target} wish: {said}{cost}. {ceiling(results)}".strip()


def ceiling(results: Results) -> str:
    """What the noise ceiling says about the wish; empty when it was not measured."""
    if results.ceiling is None:
        return ""
    top, low, high = results.ceiling
    span = percent_interval(top, low, high)
    above = over_ceiling(results)
    if above is not None:
        return (
            f"The noise ceiling cannot be relied on here: it is put at {span}, but {results.named(above.method)} got "
            f"{percent_beside(above.value, top if high is None else high)} right on the test months. It is too low for "
            f"data like these, in which use is too regular for halves of the same months to tell what chance does; it "
            f"says nothing about {percent(results.target)}."
        )
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


def over_ceiling(results: Results) -> measured.Figure | None:
    """The best list of the test months where it is above the ceiling's upper bound, which shows the ceiling too low."""
    if results.ceiling is None:
        return None
    top, _, high = results.ceiling
    best = next(iter(measured.figures(results, "r_precision")), None)
    return best if best is not None and best.value > (top if high is None else high) else None


def beside(found: measured.Figure, target: float) -> str:
    """A precision with its interval, none of whose figures is rounded to the target when it is not the target."""
    value = percent_beside(found.value, target)
    if found.low is None or found.high is None or not (known(found.low) and known(found.high)):
        return value
    if value == percent(found.value) and percent(target) not in (percent(found.low), percent(found.high)):
        return percent_interval(found.value, found.low, found.high)
    low, high = (percent_beside(bound, target) for bound in (found.low, found.high))
    return f"{value} ({low.removesuffix('%').strip()} to {high})"


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
