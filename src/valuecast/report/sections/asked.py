"""What was asked: the question with every setting that decides the answer."""

from __future__ import annotations

from valuecast.report.blocks import Grid, Section, Text
from valuecast.report.results import Results
from valuecast.wording import say
from valuecast.wording.numbers import UNKNOWN
from valuecast.wording.report import asked as words


def section(results: Results) -> Section:
    """What was asked."""
    horizons = results.get("config", "trend_months", results.trend_horizons) or ()
    months = results.setting("plan", "past_months")
    facts = {
        **results.trend_bounds,
        "past": say(words.PAST, months=months) if months.value else UNKNOWN,
        "trend": say(words.TREND, horizons=[str(h) for h in horizons]) if horizons else UNKNOWN,
    }
    rows = tuple((name, results.say(template, **facts)) for name, template in words.ROWS)
    return Section("asked", words.TITLE, (Text(words.READING), Grid(words.CAPTION, words.HEADER, rows)))
