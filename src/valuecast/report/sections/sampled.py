"""What it cost that only some customers were brought out of the engine."""

from __future__ import annotations

from valuecast.report.blocks import Block, Heading, Text
from valuecast.report.grids import grid
from valuecast.report.results import Results
from valuecast.wording import Claim, say
from valuecast.wording.names import METRICS
from valuecast.wording.report import evidence as words

_SHARES = frozenset({"auc", "average_precision", "r_precision", "precision", "recall"})


def sampled(results: Results) -> list[Block]:
    """The chosen model on those drawn, on everybody, and learned from half; nothing where everybody was brought out."""
    rows = sorted(results.rows("sample_effect"), key=lambda row: list(METRICS).index(row["metric"]))
    if not rows:
        return []
    first = results.claims("sample_effect", rows[0])
    cells = []
    for row in rows:
        where, share = {"metric": row["metric"]}, row["metric"] in _SHARES
        span = Claim((row["drawn"], row["low"], row["high"]), "sample_effect", ("drawn", "low", "high"), where)
        drawn, everybody = (Claim(row[name], "sample_effect", name, where) for name in ("drawn", "everybody"))
        form = words.SAMPLED_SHARE if share else words.SAMPLED_OTHER
        on_drawn = say(words.SAMPLED_INTERVAL, value=span) if share else say(form, value=drawn)
        cells.append({**row, "on_drawn": on_drawn, "on_all": say(form, value=everybody)})
    return [
        Heading(words.SAMPLED),
        Text(results.say(words.SAMPLED_READING, **first)),
        *grid(results, words.SAMPLED_CAPTION, "sample_effect", cells, words.SAMPLED_COLUMNS, file="sample_effect"),
    ]
