"""What missing values do: how far they could move a score, and what each signal's absence means."""

from __future__ import annotations

from valuecast.report.blocks import Block, Grid, Heading, Text
from valuecast.report.results import Results
from valuecast.wording.names import signal_name
from valuecast.wording.numbers import amount, count, known, percent, plural

NOTABLE = 0.2
"""A signal that is missing for at least this share of active customers is counted in the text [0 to 1]."""


def unknowns(results: Results) -> list[Block]:
    """How sure the scores are, and the policy for each signal's missing values."""
    policy, unsure = results.rows("null_policy"), results.rows("score_uncertainty")
    if not policy and not unsure:
        return []
    return [Heading("What missing values do to the scores"), *_unsure(results), *_policy(results)]


def _unsure(results: Results) -> list[Block]:
    rows = sorted(
        (row for row in results.rows("score_uncertainty") if known(row["half_width"])),
        key=lambda row: (-_share(row["half_width"], row["score_range"]), row["score"], row["dimension"]),
    )
    if not rows:
        said = f"No dimension of a score is missing as a whole for any active {results.grain}."
        return [Text(said)] if "score_uncertainty" not in results.absent else []
    cells = tuple(
        (
            results.name_of(row["score"]),
            row["dimension"],
            f"{count(row['missing'])} ({percent(row['missing_share'])})",
            f"± {amount(row['half_width'])}",
            amount(row["score_range"]),
            percent(_share(row["half_width"], row["score_range"])),
        )
        for row in rows
    )
    worst = rows[0]
    said = (
        f"Least sure is {results.name_of(worst['score'])}: for {plural(worst['missing'], results.grain)} without any "
        f"{worst['dimension']} it could be {amount(worst['half_width'])} higher or lower, which is "
        f"{percent(_share(worst['half_width'], worst['score_range']))} of the whole range of the score."
    )
    header = ("score", "dimension", f"{results.grain}s without it", "could move by", "range of the score", "share")
    return [Text(said), Grid("How far missing values could move a score", header, cells, frozenset({2, 3, 4, 5}))]


def _policy(results: Results) -> list[Block]:
    rows = sorted(results.rows("null_policy"), key=lambda row: (-(row["missing_share"] or 0.0), row["signal"]))
    if not rows:
        return []
    often = [row for row in rows if (row["missing_share"] or 0.0) >= NOTABLE and row["null_policy"] != "zero"]
    said = (
        f"{plural(len(often), 'signal')} of {count(len(rows))} are unknown for at least {percent(NOTABLE)} of the "
        f"active {results.grain}s. Unknown is never taken for zero, unless inactivity means zero."
    )
    cells = tuple(
        (signal_name(row["signal"]), row["dimension"], row["means"], percent(row["missing_share"])) for row in rows
    )
    header = ("signal", "dimension", "what missing means", "missing today")
    return [
        Text(said),
        Grid("What a missing value of each signal means", header, cells, frozenset({3}), "null_policy"),
    ]


def _share(part: float, whole: float | None) -> float:
    return part / whole if whole and known(whole) else 0.0
