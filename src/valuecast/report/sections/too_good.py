"""Is it too good to be true? The investigation of leaks, and the circular set-up where it was asked for."""

from __future__ import annotations

import re

from valuecast.report import measured, wish
from valuecast.report.blocks import Block, Grid, Heading, Text, bullets
from valuecast.report.results import Results
from valuecast.wording.names import METRICS, spoken
from valuecast.wording.numbers import UNKNOWN, auc, in_points, known, percent, percent_interval, sentence

_AUC = re.compile(r"(?<=AUC of )0\.\d{4}\b")
"""An AUC in the words of the investigation."""


def leakage(results: Results) -> list[Block]:
    """What the run found about leaks, and every AUC that is too high to be earned."""
    said = [sentence(_AUC.sub(lambda found: auc(float(found[0])), spoken(text))) for text in results.texts("leakage")]
    suspects = [f for f in measured.figures(results, "auc") if f.value > 0.99]  # the wire that report d did not have
    blocks: list[Block] = [Heading("Is it too good to be true?"), *bullets([("", text) for text in said])]
    if suspects:
        names = ", ".join(f"{results.name_of(f.method)} (AUC {auc(f.value)})" for f in suspects)
        blocks.append(
            Text(f"An AUC above 0.99 is rarely earned: {names}. See the outcome of the investigation above.", "caution")
        )
    above = wish.over_ceiling(results)
    if above is not None:
        blocks.append(
            Text(
                f"{results.name_of(above.method)} is right on {percent(above.value)} of its list, more than "
                f"the noise ceiling "
                f"allows ({_ceiling(results)}). The ceiling is an estimate from two halves of the same months; where "
                "use is very regular it comes out too low. Unless a leak is named above, the ceiling is no limit "
                "here.",
                "caution",
            )
        )
    elif not suspects and not said:
        blocks.append(Text("No AUC is above 0.99, and the run left no further word on leakage."))
    return blocks


def _ceiling(results: Results) -> str:
    top, low, high = results.ceiling or (0.0, None, None)
    return percent_interval(top, low, high)


def circular(results: Results) -> list[Block]:
    """The circular set-up, where it was asked for, and what it inflates."""
    rows = [row for row in results.rows("circular") if known(row["circular"])]
    if not rows:
        return []
    cells = tuple(
        (
            METRICS.get(row["metric"], row["metric"]),
            percent(row["circular"]),
            percent(row["honest"]),
            in_points(row["circular"] - row["honest"]) if known(row["honest"]) else UNKNOWN,
        )
        for row in sorted(rows, key=lambda row: row["metric"])
    )
    said = (
        "Computed on request, and to be quoted for nothing: here the label is made from the model's own inputs over "
        f"the same months, and {results.grain}s are split at random. It shows how well a model repeats its inputs, not "
        "who will be high-value."
    )
    header = ("measure", "circular", "honest, on the test months", "inflated by")
    caption = "Circular: what such a set-up seems to achieve"
    return [Heading("Circular, on request"), Text(said, "caution"), Grid(caption, header, cells, frozenset({1, 2, 3}))]
