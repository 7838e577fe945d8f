"""Charts of what was measured: methods side by side, and what sets them apart."""

from __future__ import annotations

from valuecast.contracts import baselines
from valuecast.report import measured, wish
from valuecast.report.charts.chart import Chart, finished
from valuecast.report.charts.estimates import Estimate, Reference, plot
from valuecast.report.results import Results
from valuecast.wording.numbers import (
    count,
    percent,
    percent_beside,
    percent_interval,
    plural,
    sentence,
)

BASELINES = baselines("identification")
"""The ways that everything must beat, the simplest first."""


def r_precision(results: Results) -> Chart | None:
    """Every method's list, as long as there are high-value customers: which share of it is right."""
    found = measured.figures(results, "r_precision")
    if not found:
        return None
    chosen = measured.strongest_score(results)
    lead = measured.of(found, results.model) or measured.of(found, chosen) or found[0]
    base = measured.of(found, measured.BASELINE)
    against = f", the 2-D score {percent(base.value)}" if base and base is not lead else ""
    horizon = "quarter" if results.horizon == 3 else f"{results.horizon} months"
    title = sentence(
        f"{results.named(lead.method)} finds {percent(lead.value)} of the next {horizon}'s high-value "
        f"{results.grain}s{against}"
    ).rstrip(".")
    ceiling = results.ceiling
    doubt = " (too low)" if wish.over_ceiling(results) else ""
    lines = [Reference(ceiling[0], f"noise ceiling {percent(ceiling[0])}{doubt}")] if ceiling else []
    rows = _estimates(found, results)
    axis = f"right names on a list as long as there are high-value {results.grain}s [%]"
    reading = (
        f"Test months, {plural(found[0].n, results.grain)}; bars are 95 % intervals. Naming at random gets "
        f"{percent(found[0].random)}. "
        "Where two bars overlap much, the next chart says whether the difference is real."
    )
    return finished("methods_r_precision", plot(rows, axis=axis, references=lines), title, reading)


def precision(results: Results) -> Chart | None:
    """Of the customers that each method calls high-value by its own rule: how many were."""
    found = measured.figures(results, "precision")
    if not found:
        return None
    title = _precision_title(measured.of(found, results.model) or found[0], results)
    rows = _estimates(found, results)
    lines = [Reference(results.target, f"wish {percent(results.target)}")]
    reading = (
        "Precision at each method's own rule: scores name their top share, models those above the threshold chosen on "
        "validation months; “top share” is the chosen model naming as many as the scores do. A method that names fewer "
        "can be right more often; see recall in the table."
    )
    axis = f"share of the named {results.grain}s that turned out high-value [%]"
    return finished("methods_precision", plot(rows, axis=axis, references=lines), title, reading)


def _precision_title(lead: measured.Figure, results: Results) -> str:
    target = percent(results.target)
    if results.model and wish.named_nobody(results):
        title = f"{results.named(results.model)} named nobody at its threshold: the {target} wish is not met"
    else:
        said = {"met": "reaches", "not certain": "reaches, but not for certain,", "not met": "misses"}
        title = (
            f"of those that {results.named(lead.method)} names, "
            f"{percent_beside(lead.value, results.target)} were high-value: "
            f"it {said[wish.verdict(lead, results.target)]} the {target} wish"
        )
    return sentence(title).rstrip(".")


def differences(results: Results) -> Chart | None:
    """Each method minus the 2-D score on the same customers."""
    found = [f for f in measured.figures(results, "r_precision") if f.difference is not None and f.method != f.baseline]
    if not found:
        return None
    found.sort(key=lambda f: (-(f.difference or 0.0), f.method))
    rows = [
        Estimate(
            results.name_of(f.method),
            f.difference or 0.0,
            f.difference_low,
            f.difference_high,
            measured.gap(f),
            measured.standing(f),
        )
        for f in found
    ]
    better = [row.label for row in rows if row.kind == "higher"]
    lower = sum(row.kind == "lower" for row in rows)
    worse = f", {count(lower)} worse" if lower else ""
    other = results.name_of(found[0].baseline or measured.BASELINE)
    title = (
        f"{count(len(better))} of {len(rows)} methods do better than the {other} beyond chance{worse}"
        if better
        else f"No method is distinguishable from the {other} for the better{worse}"
    )
    reading = (
        f"Paired difference on the same {results.grain}s with its 95 % interval; grey means that it may be chance, or "
        "that the list itself may be no better than naming at random."
    )
    chart = plot(
        rows,
        axis=f"R-precision minus that of the {other} [points]",
        look="points",
        references=[Reference(0.0, "no difference")],
    )
    return finished("methods_difference", chart, title, reading)


def gains(results: Results) -> Chart | None:
    """What the model or score that leads gains over each of the three simplest ways."""
    lead = measured.lead(results)
    found = [f for base in BASELINES if lead and (f := measured.against(results, lead, base))]
    if not found:
        return None
    first = found[0]
    title = sentence(f"R-precision of {results.named(first.method)}: {measured.compared(first)}").rstrip(".")
    rows = [
        Estimate(
            f"over {results.named(f.baseline or '').removeprefix('the ')}",
            f.difference or 0.0,
            f.difference_low,
            f.difference_high,
            measured.gap(f),
            measured.standing(f),
        )
        for f in found
    ]
    reading = (
        "Paired differences on the same customers and test months, with 95 % intervals. “Same as last period” needs no "
        "model at all: what is gained over it is what the model is worth."
    )
    axis = f"R-precision of {results.named(first.method)} minus that of the simpler way [points]"
    chart = plot(rows, axis=axis, look="points", references=[Reference(0.0, "no difference")])
    return finished("gain_over_simple", chart, title, reading)


def _estimates(found: tuple[measured.Figure, ...], results: Results) -> list[Estimate]:
    return [
        Estimate(
            results.name_of(f.method),
            f.value,
            f.low,
            f.high,
            wish.beside(f, results.target) if f.metric == "precision" else percent_interval(f.value, f.low, f.high),
            measured.kind(results, f.method, results.model),
        )
        for f in found
    ]
