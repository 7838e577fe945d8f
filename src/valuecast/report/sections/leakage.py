"""Is it too good to be true? The investigation of leaks, and the circular set-up where it was asked for."""

from __future__ import annotations

from valuecast.report import measured, target
from valuecast.report.blocks import Block, Heading, Text, bullets
from valuecast.report.grids import grid
from valuecast.report.results import Results
from valuecast.wording import Claim, joined
from valuecast.wording.numbers import known
from valuecast.wording.report import evidence as words

WIRE = 0.99
"""An AUC above it is looked into."""


def leakage(results: Results) -> list[Block]:
    """What the run found about leaks, and every AUC that is too high to be earned."""
    sentences = results.investigation
    suspects = [found for found in measured.figures(results, "auc") if found.value > WIRE]
    blocks: list[Block] = [Heading(words.TOO_GOOD), *bullets([("", text) for text in sentences])]
    if suspects:
        message = joined(
            (results.say(words.SUSPECT, method=results.name_of(f.method), auc=f.claim) for f in suspects), ", "
        )
        blocks.append(Text(results.say(words.SUSPECTS, suspects=message, wire=WIRE), "caution"))
    above = target.over_ceiling(results)
    if above is not None:
        method, ceiling = results.name_of(above.method), target.ceiling_claim(results)
        message = results.say(words.ABOVE_CEILING, method=method, right=above.claim, ceiling=ceiling)
        blocks.append(Text(message, "caution"))
    elif not suspects and not sentences:
        blocks.append(Text(results.say(words.NOTHING_SUSPECT, wire=WIRE)))
    return blocks


def circular(results: Results) -> list[Block]:
    """The circular set-up, where it was asked for, and what it inflates."""
    rows = [row for row in results.rows("circular") if known(row["circular"])]
    if not rows:
        return []
    cells = [
        {
            **row,
            "inflated": Claim(
                row["circular"] - row["honest"] if known(row["honest"]) else None,
                "circular",
                ("circular", "honest"),
                {"metric": row["metric"]},
                "difference",
            ),
        }
        for row in sorted(rows, key=lambda row: row["metric"])
    ]
    return [
        Heading(words.CIRCULAR),
        Text(results.say(words.CIRCULAR_WARNING), "caution"),
        *grid(results, words.CIRCULAR_CAPTION, "circular", cells, words.CIRCULAR_COLUMNS),
    ]
