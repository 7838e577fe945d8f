"""The scores of today: what each is made of, how it spreads, and how far its list is that of the 2-D score."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyarrow.compute as pc

from valuecast.contracts import DIMENSIONS
from valuecast.report.blocks import Block, Grid, Text, bullets, figures
from valuecast.report.charts import scores
from valuecast.report.measured import BASELINE
from valuecast.report.results import Results
from valuecast.wording.numbers import in_one_style, known, listed, percent, shares_of_one

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


def _left_out(results: Results) -> str:
    given = results.get("plan", "score_dimensions")
    missing = [d for d in DIMENSIONS if given is not None and d not in given]
    if not missing:
        return "A score is a number computed by a written rule. Every dimension that the scores ask for has data today."
    return (
        f"A score is a number computed by a written rule. Dimensions without data today: {listed(missing)}. A "
        "score that "
        "would use them leaves them out and its other weights are scaled up; the weights in force are below."
    )


def _weights(results: Results) -> list[Block]:
    rows = []
    for score in scores.names(results):
        parts = _parts(results, score)
        if parts:
            rows.append((results.name_of(score), _said(parts)))
    return (
        [Grid("What each score is made of today", ("score", "parts and their weights in force"), tuple(rows))]
        if rows
        else []
    )


def _said(parts: Sequence[dict[str, Any]]) -> str:
    """Weights as shares where they add up to one; else they were learned, and are correlations."""
    weights = [row["weight_mean"] for row in parts]
    if any(weight is None for weight in weights):
        return listed(_words(row["part"]) for row in parts)
    if abs(sum(weights) - 1) < 0.02:
        return ", ".join(
            f"{_words(row['part'])} {share}" for row, share in zip(parts, shares_of_one(weights), strict=True)
        )
    first = sorted(parts, key=lambda row: (-abs(row["weight_mean"]), row["part"]))[:NAMED]
    more = f" and {len(parts) - NAMED} more" if len(parts) > NAMED else ""
    told = ", ".join(f"{_words(row['part'])} {row['weight_mean']:+.2f}".replace("-", "−") for row in first)
    return f"weights are correlations with value on earlier months: {told}{more}"


def _contributions(results: Results, score: str) -> list[Block]:
    parts = _parts(results, score)
    if not parts:
        return []
    weights = [row["weight_mean"] for row in parts]
    whole = not any(weight is None for weight in weights) and abs(sum(weights) - 1) < 0.02
    told = shares_of_one(weights) if whole else tuple(percent(w) if known(w) else "learned" for w in weights)
    added = in_one_style([row["contribution_mean"] for row in parts])
    rows = tuple(
        (_words(row["part"]), row["dimension"], weight, adds)
        for row, weight, adds in zip(parts, told, added, strict=True)
    )
    header = ("part", "dimension", "weight in force", "adds on average [points]")
    return [Grid(f"{results.name_of(score)}: what each part adds", header, rows, frozenset({2, 3}))]


def _parts(results: Results, score: str) -> list[dict[str, Any]]:
    table = results.table("score_parts")
    of = table.filter(pc.equal(table["score"], score)).group_by(["part", "dimension"], use_threads=False)
    rows: list[dict[str, Any]] = of.aggregate([("weight", "mean"), ("contribution", "mean")]).to_pylist()
    return sorted(rows, key=lambda row: (-(row["weight_mean"] or 0.0), row["part"]))


def _words(part: str) -> str:
    return part.replace("_", " ")
