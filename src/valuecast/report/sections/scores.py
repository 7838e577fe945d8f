"""The scores of today: what each is made of, how it spreads, and how far its list is that of the 2-D score."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyarrow.compute as pc

from valuecast.contracts import DIMENSIONS
from valuecast.report.blocks import Block, Grid, Text, bullets, figures
from valuecast.report.charts import scores
from valuecast.report.grids import grid
from valuecast.report.measured import BASELINE
from valuecast.report.results import Results
from valuecast.wording import Sentence, joined, listed, say
from valuecast.wording.numbers import in_one_style, known, percent, shares_of_one
from valuecast.wording.report import scores as words

NAMED = 6
"""Most parts of a score that are named in the table of all scores."""


def main_score(results: Results) -> str | None:
    """The score that is shown in detail: the weighted one, else the 2-D score, else the first there is."""
    given = scores.names(results)
    return next((name for name in ("weighted", BASELINE) if name in given), next(iter(given), None))


def made_of(results: Results) -> list[Block]:
    """Rules, weights in force, what is left out, spread and overlap."""
    score = main_score(results)
    blocks: list[Block] = [Text(_left_out(results)), *_weights(results)]
    blocks += bullets([("", sentence) for note, sentence in results.notes if "score" in note.figures])
    if score:
        blocks += [*figures(scores.contributions(results, score)), *_contributions(results, score)]
    blocks += figures(scores.distributions(results), scores.overlap(results))
    return blocks


def _left_out(results: Results) -> Sentence:
    given = results.get("plan", "score_dimensions")
    missing = [d for d in DIMENSIONS if given is not None and d not in given]
    return results.say(words.LEFT_OUT, dimensions=missing) if missing else Sentence(words.MADE_OF)


def _weights(results: Results) -> list[Grid]:
    made = {score: parts for score in scores.names(results) if (parts := _parts(results, score))}
    rows = [{"label": results.name_of(score), "parts": _in_force(parts)} for score, parts in made.items()]
    return grid(results, words.WEIGHTS, "score_parts", rows, words.WEIGHT_COLUMNS)


def _in_force(parts: Sequence[dict[str, Any]]) -> Sentence:
    """Weights as shares where they add up to one; else they were learned, and are correlations."""
    weights = [row["weight_mean"] for row in parts]
    if any(weight is None for weight in weights):
        return listed(say(words.PART, **row) for row in parts)
    if _is_whole(weights):
        shares = zip(parts, shares_of_one(weights), strict=True)
        return joined((say(words.PART_SHARE, part=row["part"], share=share) for row, share in shares), ", ")
    first = sorted(parts, key=lambda row: (-abs(row["weight_mean"]), row["part"]))[:NAMED]
    more = say(words.MORE, n=len(parts) - NAMED) if len(parts) > NAMED else ""
    named = joined((say(words.PART_RHO, part=row["part"], weight=row["weight_mean"]) for row in first), ", ")
    return say(words.CORRELATIONS, parts=named, more=more)


def _is_whole(weights: Sequence[float | None]) -> bool:
    return None not in weights and abs(sum(weight or 0.0 for weight in weights) - 1) < 0.02


def _contributions(results: Results, score: str) -> list[Grid]:
    parts = _parts(results, score)
    weights = [row["weight_mean"] for row in parts]
    shown = (
        shares_of_one(weights)
        if _is_whole(weights)
        else tuple(percent(w) if known(w) else words.LEARNED for w in weights)
    )
    added = in_one_style([row["contribution_mean"] for row in parts])
    rows = [
        {"part": row["part"], "dimension": row["dimension"], "in_force": weight, "adds": adds}
        for row, weight, adds in zip(parts, shown, added, strict=True)
    ]
    return grid(results, words.ADDS, "score_parts", rows, words.ADD_COLUMNS, score=results.name_of(score))


def _parts(results: Results, score: str) -> list[dict[str, Any]]:
    table = results.table("score_parts")
    of = table.filter(pc.equal(table["score"], score)).group_by(["part", "dimension"], use_threads=False)
    rows: list[dict[str, Any]] = of.aggregate([("weight", "mean"), ("contribution", "mean")]).to_pylist()
    return sorted(rows, key=lambda row: (-(row["weight_mean"] or 0.0), row["part"]))
