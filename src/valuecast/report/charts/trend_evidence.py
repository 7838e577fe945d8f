"""The chart of how well each trend method tells Up, Flat and Down apart."""

from __future__ import annotations

from valuecast.report import measured
from valuecast.report.charts.chart import Chart, finished
from valuecast.report.charts.estimates import Estimate, plot
from valuecast.report.results import Results, months_ahead
from valuecast.wording import joined, say
from valuecast.wording.report.charts import trend_evidence as words


def trend_methods(results: Results) -> Chart | None:
    """How well each trend method tells Up, Flat and Down apart."""
    rows, leads = [], []
    for horizon in measured.trend_horizons(results):
        found = measured.figures(results, "macro_f1", task="trend", horizon=horizon)
        rows += [_estimate(results, figure) for figure in found]
        lead = measured.of(found, results.trend_method(horizon))
        if lead:
            leads.append(
                say(words.LEAD, months=months_ahead(horizon), f1=lead.claim, method=results.named(lead.method))
            )
    if not rows:
        return None
    title = say(words.TITLE if leads else words.TITLE_ALONE, methods=joined(leads, ", "))
    return finished("trend_methods", plot(rows, axis=words.AXIS), title, say(words.READING))


def _estimate(results: Results, found: measured.Figure) -> Estimate:
    label = say(words.ROW, months=months_ahead(found.horizon), method=results.name_of(found.method))
    beside = say(words.INTERVAL, f1=found.interval)
    kind = measured.kind(results, found.method, results.trend_method(found.horizon))
    shown = kind if kind in ("chosen", "simple rule") else "other method"
    return Estimate(label, found.value, found.low, found.high, beside, shown)
