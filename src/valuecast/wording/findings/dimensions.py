"""Findings on what follows for dimensions, models and scores."""

from __future__ import annotations

from collections.abc import Mapping

from valuecast.wording.figures import Figures
from valuecast.wording.findings.entry import Entry
from valuecast.wording.sentences import Sentence


def _fill(f: Figures) -> Sentence:
    """A name in brackets is a setting that could name the data."""
    setting = f["table"].startswith("(")
    return f.say("name a column or table for it in the configuration" if setting else "fill {table}")


_DATED_ROWS = "keep dated rows, so that the past can be seen as it was"

ENTRIES: Mapping[str, Entry] = {
    "dimension_without_data": Entry(
        "A dimension has no signal that tells customers apart.",
        "the dimension is left out of every score, and the other weights are raised to add up to one",
        "fill the tables that it rests on",
        "no signal of {dimensions:listed} differs between customers",
        here="{dimensions:listed} is left out of every score, and the other weights are raised to add up to one",
        mend=_fill,
    ),
    "dimension_only_today": Entry(
        "A dimension has data today, but not in every past window.",
        "today's scores use it; models and all evidence do without it",
        _DATED_ROWS,
        "{dimensions:listed} has data today but not in every past window",
        here="today's scores use {dimensions:listed}; models and all evidence do without it",
    ),
    "signals_as_of_build": Entry(
        "Signals rest on columns that are known as of the build only.",
        "today's scores use them; models and all evidence do without them",
        _DATED_ROWS,
        "{signals:commas} rest on {columns:commas}",
    ),
    "satisfaction_uncertain": Entry(
        "Many customers gave no answer.",
        "their scores carry an uncertainty: see null_policy",
        "ask more customers",
        "{count:count} active customers ({share:percent 0}) have no answer: their {score} could lie "
        "{half_width:digits 2} points higher or lower, of a range of {range:digits 2}",
    ),
}
