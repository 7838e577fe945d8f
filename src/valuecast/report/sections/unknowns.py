"""What missing values do: how far they could move a score, and what each signal's absence means."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from valuecast.report.blocks import Block, Heading, Text
from valuecast.report.grids import grid
from valuecast.report.results import Results
from valuecast.wording import Claim
from valuecast.wording.numbers import known
from valuecast.wording.report import unknowns as words

NOTABLE = 0.2
"""A signal that is missing for at least this share of active customers is counted in the text [0 to 1]."""


def unknowns(results: Results) -> list[Block]:
    """How sure the scores are, and the policy for each signal's missing values."""
    if not results.has("null_policy") and not results.has("score_uncertainty"):
        return []
    return [Heading(words.TITLE), *_unsure(results), *_policy(results)]


def _unsure(results: Results) -> list[Block]:
    rows = [_row(results, row) for row in results.rows("score_uncertainty") if known(row["half_width"])]
    if not rows:
        absent = "score_uncertainty" in results.absent
        return [] if absent else [Text(results.say(words.NONE_MISSING))]
    rows.sort(key=lambda row: (-row["part"].value, row["score"], row["dimension"]))
    worst = results.say(words.WORST, **results.claims("score_uncertainty", rows[0]))
    return [Text(worst), *grid(results, words.UNSURE, "score_uncertainty", rows, words.UNSURE_COLUMNS)]


def _row(results: Results, row: Mapping[str, Any]) -> dict[str, Any]:
    whole = row["score_range"]
    part = row["half_width"] / whole if whole and known(whole) else 0.0
    where = {"score": row["score"], "dimension": row["dimension"]}
    claim = Claim(part, "score_uncertainty", ("half_width", "score_range"), where, "ratio")
    return {**row, "label": results.name_of(row["score"]), "part": claim}


def _policy(results: Results) -> list[Block]:
    rows = sorted(results.rows("null_policy"), key=lambda row: (-(row["missing_share"] or 0.0), row["signal"]))
    if not rows:
        return []
    often = [row for row in rows if (row["missing_share"] or 0.0) >= NOTABLE and row["null_policy"] != "zero"]
    n = Claim(len(often), "null_policy", "missing_share", {"null_policy": "unknown"}, f"count from {NOTABLE}")
    sentences = results.say(words.OFTEN, n=n, all=results.count("null_policy", len(rows)), notable=NOTABLE)
    return [
        Text(sentences),
        *grid(results, words.POLICY, "null_policy", rows, words.POLICY_COLUMNS, file="null_policy"),
    ]
