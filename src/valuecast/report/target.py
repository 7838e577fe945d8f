"""Whether the target precision was reached, and whether chance leaves it within reach."""

from __future__ import annotations

from typing import Literal

from valuecast.report import measured
from valuecast.report.results import Results
from valuecast.wording import Claim, Sentence, joined
from valuecast.wording.report import target as words

Verdict = Literal["met", "not certain", "not met", "not measured"]


def reached(results: Results) -> Verdict:
    """The verdict of this run. A model that was tested and named nobody at its threshold has not met the target."""
    if named_nobody(results):
        return "not met"
    return verdict(measured.figure(results, results.model, "precision") if results.model else None, results.target)


def named_nobody(results: Results) -> bool:
    """Whether the chosen model was tested but predicted nobody to be high-value: its precision is undefined."""
    if results.model is None or measured.figure(results, results.model, "precision") is not None:
        return False
    tested = results.table("hv_predictions_testset")
    if tested.num_rows:
        return not any(tested["predicted_high_value"].to_pylist())
    return measured.figure(results, results.model, "r_precision") is not None


def verdict(found: measured.Figure | None, target: float) -> Verdict:
    """Whether a target was reached: with its whole interval, on the figure alone, or not.

    >>> verdict(measured.Figure("gbm", "precision", 0.88, 0.81, 0.93, 90, None, None, None, None), 0.85)
    'not certain'
    """
    if found is None:
        return "not measured"
    if found.value < target:
        return "not met"
    return "met" if found.low is not None and found.low >= target else "not certain"


def in_words(results: Results) -> Sentence:
    """The verdict on the target precision: the figure, its interval, and what the noise ceiling says."""
    if results.model and named_nobody(results):
        return joined([results.say(words.NAMED_NOBODY, model=results.named(results.model)), ceiling(results)])
    found = measured.figure(results, results.model, "precision") if results.model else None
    if found is None:
        why = words.NO_MODEL if results.get("plan", "supervised", False) else words.NO_FUTURE
        return results.say(words.NOT_MEASURED, why=why)
    template = {"met": words.MET, "not certain": words.NOT_CERTAIN, "not met": words.NOT_MET}
    recall = measured.figure(results, found.method, "recall")
    reaches = found.high is not None and found.high >= results.target
    message = results.say(
        template[verdict(found, results.target)],
        found=results.say(
            words.FOUND, model=results.named(found.method), precision=found.interval, mark=results.target
        ),
        recall=results.say(words.RECALL, recall=recall.claim) if recall else "",
        reaches=results.say(words.REACHES) if reaches else "",
    )
    return joined([message, ceiling(results)])


def ceiling(results: Results) -> Sentence:
    """What the noise ceiling says about the target; empty when it was not measured."""
    if results.ceiling is None:
        return Sentence()
    top, _, high = results.ceiling
    above = over_ceiling(results)
    if above is not None:
        mark = top if high is None else high
        return results.say(
            words.CEILING_TOO_LOW,
            ceiling=ceiling_claim(results),
            method=results.named(above.method),
            precision=results.say(words.BESIDE_CEILING, precision=above.claim, mark=mark),
        )
    reach = (
        words.OUT_OF_REACH
        if (high or top) < results.target
        else words.OPEN
        if top < results.target
        else words.WITHIN_REACH
    )
    return results.say(words.CEILING, ceiling=ceiling_claim(results), reach=results.say(reach))


def ceiling_claim(results: Results) -> Claim:
    """The noise ceiling with its interval."""
    names = ("ceiling", "low", "high")
    return Claim(results.ceiling or (None, None, None), "manifest", tuple(f"noise_ceiling.{name}" for name in names))


def over_ceiling(results: Results) -> measured.Figure | None:
    """The best list of the test months where it is above the ceiling's upper bound, which shows the ceiling too low."""
    if results.ceiling is None:
        return None
    top, _, high = results.ceiling
    best = next(iter(measured.figures(results, "r_precision")), None)
    return best if best is not None and best.value > (top if high is None else high) else None
