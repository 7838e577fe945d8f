"""What was asked: the question with every setting that decides the answer."""

from __future__ import annotations

from valuecast.report.blocks import Grid, Section, Text
from valuecast.report.results import Results
from valuecast.wording.numbers import UNKNOWN, amount, day, listed, percent


def section(results: Results) -> Section:
    """What was asked."""
    bounds = results.get("config", "trend", {}) or {}
    horizons = results.get("config", "trend_months", results.trend_horizons) or ()
    months = results.get("plan", "past_months")
    rows = (
        ("Who is assessed", f"{results.grain}s"),
        ("Data used up to", f"the day before {day(results.as_of)} (as_of)"),
        ("What counts as value", results.value_name),
        ("Past window", f"{months} months" if months else UNKNOWN),
        (
            "High-value",
            f"in the top {percent(results.share)} of {results.value_name} over the coming {results.horizon} months",
        ),
        ("Trend", f"{listed(f'{h}' for h in horizons)} months ahead" if horizons else UNKNOWN),
        ("Up", f"future at least {amount(float(bounds.get('up') or 1.2))} times the same length of past"),
        ("Down", f"future at most {amount(float(bounds.get('down') or 0.9))} times the same length of past"),
        ("The wish", f"{percent(results.target)} of those who are named should turn out high-value"),
    )
    words = (
        "The starting point is a score of two dimensions, duration and frequency of use (the 2-D score). The "
        "question is "
        "whether more dimensions name the valuable customers better, and where value goes next. Better is "
        "judged only on "
        "months that came after everything a method was allowed to see."
    )
    return Section(
        "asked", "What was asked", (Text(words), Grid("The question in its settings", ("", "in this run"), rows))
    )
