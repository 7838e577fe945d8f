"""Charts of what was measured: methods side by side, and what sets them apart."""

from __future__ import annotations

from collections.abc import Sequence

from valuecast.contracts import baselines
from valuecast.report import measured, target
from valuecast.report.charts.chart import Chart, finished
from valuecast.report.charts.estimates import Estimate, Reference, plot
from valuecast.report.results import Results
from valuecast.wording import Claim, Sentence, say
from valuecast.wording.report import evidence as cells
from valuecast.wording.report.charts import evidence as words


def r_precision(results: Results) -> Chart | None:
    """Every method's list, as long as there are high-value customers: which share of it is right."""
    found = measured.figures(results, "r_precision")
    if not found:
        return None
    best_score = measured.strongest_score(results)
    lead = measured.of(found, results.model) or measured.of(found, best_score) or found[0]
    base = measured.of(found, measured.BASELINE)
    title = results.say(
        words.R_PRECISION,
        method=results.named(lead.method),
        right=lead.claim,
        span=results.say(words.SPANS.get(results.horizon, words.MONTHS)),
        against=results.say(words.AGAINST, right=base.claim) if base and base is not lead else "",
    )
    doubt = words.TOO_LOW if target.over_ceiling(results) else ""
    top = results.ceiling
    lines = [Reference(top[0], results.say(words.CEILING, ceiling=top[0], doubt=doubt))] if top else []
    reading = results.say(words.R_PRECISION_READING, n=found[0].customers, random=found[0].random)
    axis = results.say(words.R_PRECISION_AXIS)
    return finished(
        "methods_r_precision", plot(_estimates(found, results), axis=axis, references=lines), title, reading
    )


def precision(results: Results) -> Chart | None:
    """Of the customers that each method predicts to be high-value by its own rule: how many were."""
    found = measured.figures(results, "precision")
    if not found:
        return None
    title = _precision_title(measured.of(found, results.model) or found[0], results)
    lines = [Reference(results.target, results.say(words.TARGET))]
    chart = plot(_estimates(found, results), axis=results.say(words.PRECISION_AXIS), references=lines)
    return finished("methods_precision", chart, title, results.say(words.PRECISION_READING))


def _precision_title(lead: measured.Figure, results: Results) -> Sentence:
    if results.model and target.named_nobody(results):
        return results.say(words.NAMED_NOBODY, method=results.named(results.model))
    return results.say(
        words.PRECISION,
        method=results.named(lead.method),
        right=lead.claim,
        mark=results.target,
        verdict=words.VERDICTS[target.verdict(lead, results.target)],
    )


def differences(results: Results) -> Chart | None:
    """Each method minus the 2-D score on the same customers."""
    found = [f for f in measured.figures(results, "r_precision") if f.difference is not None and f.method != f.baseline]
    if not found:
        return None
    found.sort(key=lambda f: (-(f.difference or 0.0), f.method))
    rows = [_difference(results.name_of(f.method), f) for f in found]
    other = results.name_of(found[0].baseline or measured.BASELINE)
    better, worse = (_of_kind(rows, kind) for kind in ("higher", "lower"))
    title = results.say(
        words.BETTER if better.value else words.NOT_BETTER,
        n=better,
        all=results.count("backtest_metrics", len(rows), metric="r_precision", split="test"),
        other=other,
        worse=say(words.WORSE, n=worse) if worse.value else "",
    )
    chart = plot(
        rows,
        axis=results.say(words.DIFFERENCES_AXIS, other=other),
        look="points",
        references=[Reference(0.0, words.NO_DIFFERENCE)],
    )
    return finished("methods_difference", chart, title, results.say(words.DIFFERENCES_READING))


def gains(results: Results) -> Chart | None:
    """What the model or score that leads gains over each of the baselines."""
    lead = measured.lead(results)
    found = [f for base in baselines("identification") if lead and (f := measured.against(results, lead, base))]
    if not found:
        return None
    method = results.named(found[0].method)
    title = results.say(words.GAINS, method=method, compared=measured.compared(found[0]))
    rows = [_difference(say(words.OVER, method=results.named(f.baseline or "").removeprefix("the ")), f) for f in found]
    chart = plot(
        rows,
        axis=results.say(words.GAINS_AXIS, method=method),
        look="points",
        references=[Reference(0.0, words.NO_DIFFERENCE)],
    )
    return finished("gain_over_simple", chart, title, results.say(words.GAINS_READING))


def _difference(label: str, found: measured.Figure) -> Estimate:
    kind, words_beside = measured.standing(found), measured.gap(found)
    return Estimate(label, found.difference or 0.0, found.difference_low, found.difference_high, words_beside, kind)


def _of_kind(rows: Sequence[Estimate], kind: str) -> Claim:
    """How many methods differ to one side beyond chance."""
    n = sum(row.kind == kind for row in rows)
    where = {"metric": "r_precision", "split": "test", "difference": kind}
    return Claim(n, "backtest_metrics", ("difference_low", "difference_high"), where, "count beyond zero")


def _estimates(found: Sequence[measured.Figure], results: Results) -> list[Estimate]:
    return [
        Estimate(
            results.name_of(f.method),
            f.value,
            f.low,
            f.high,
            results.say(
                cells.INTERVAL_BESIDE if f.metric == "precision" else cells.INTERVAL,
                found=f.interval,
                mark=results.target,
            ),
            measured.kind(results, f.method, results.model),
        )
        for f in found
    ]
