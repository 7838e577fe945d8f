"""Who the valuable customers are, and what sets them apart."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from valuecast.report.blocks import Block, Grid, Heading, Section, Text, figures
from valuecast.report.charts import drivers, scores
from valuecast.report.grids import grid
from valuecast.report.results import Results, beside
from valuecast.report.sections.missing import cannot
from valuecast.report.sections.scores import made_of, main_score
from valuecast.report.sections.unknowns import unknowns
from valuecast.wording import Claim, Sentence, quoted, say
from valuecast.wording.numbers import in_one_style
from valuecast.wording.report import valuable as words

LISTED = 15


def section(results: Results) -> Section:
    """Who is valuable, and why."""
    blocks: list[Block] = [*_top(results)]
    if results.has("high_value_comparison"):
        blocks += [Heading(words.APART), *figures(drivers.multiples(results)), *_multiples(results)]
    if scores.names(results):
        blocks += [Heading(words.SCORES), *made_of(results), *unknowns(results)]
    return Section("valuable", words.TITLE, tuple(blocks))


def _top(results: Results) -> list[Block]:
    score = main_score(results)
    if results.has("hv_predictions_today"):
        usual = Text(results.say(words.USUAL), "small")
        return [Text(_named_by_model(results)), usual, *_predicted(results, score)]
    if score is None:
        return [cannot(results, results.say(words.NOT_SCORED))]
    sentences = results.say(words.NO_MODEL, score=results.named(score))
    return [cannot(results, sentences), *_scored(results, score)]


def _named_by_model(results: Results) -> Sentence:
    today = results.table("hv_predictions_today")
    n = int(pc.sum(today["predicted_high_value"]).as_py() or 0)
    threshold = results.setting("choices", "threshold")
    note = str(results.get("choices", "threshold_note", ""))
    ended = note if note.endswith(".") else f"{note}."
    named = results.say(
        words.NAMED,
        model=results.named(results.model) if results.model else words.THE_MODEL,
        n=results.count("hv_predictions_today", n, predicted_high_value=True),
        limit=say(words.LIMIT, threshold=threshold) if threshold.value is not None else "",
        aim=say(words.AIM, note=quoted(ended, "choices.threshold_note")) if note else "",
    )
    return Sentence(named.rstrip(), named.claims)


def _predicted(results: Results, score: str | None) -> list[Grid]:
    columns = ["past_value", *([score] if score else [])]
    scored = beside(results.table("hv_predictions_today"), results.table("value_scores"), columns)
    ranked = scored.sort_by([("probability", "descending"), ("past_value", "descending"), ("customer_id", "ascending")])
    best = beside(ranked.slice(0, LISTED), results.table("segments"), ["tier", "trend_class"])
    rows = _rows(results, best, score)
    for row in rows:
        row["below"] = "" if row["predicted_high_value"] else words.BELOW
    shown = (words.PROBABILITY, words.PAST, *((words.SCORE,) if score else ()), words.TIER, words.TREND, words.WHY)
    facts: dict[str, Any] = {"n": len(rows), "score_name": results.name_of(score).lower() if score else ""}
    return grid(results, words.LIKELY, "hv_predictions_today", rows, (*_who(results), *shown), **facts)


def _scored(results: Results, score: str) -> list[Grid]:
    best = beside(scores.top(results, score, LISTED), results.table("segments"), ["tier"])
    columns = (*_who(results), words.SCORE, words.PAST, words.TIER)
    facts = {"score": results.named(score), "score_name": results.name_of(score).lower()}
    return grid(results, words.HIGHEST, "value_scores", _rows(results, best, score), columns, **facts)


def _rows(results: Results, best: pa.Table, score: str | None) -> list[dict[str, Any]]:
    """Rows with what other tables hold of the same customers; scores of one column have the same decimals."""
    rows: list[dict[str, Any]] = best.to_pylist()
    message = in_one_style([row[score] for row in rows]) if score else [""] * len(rows)
    for row, shown in zip(rows, message, strict=True):
        where = {"customer_id": row["customer_id"]}
        claim = Claim(row[score] if score else None, "value_scores", score or "", where, "value", "in_one_style", shown)
        row["score"] = Sentence(shown, (claim,))
        row["past_value"] = Claim(row["past_value"], "value_scores", "past_value", where)
    return rows


def _multiples(results: Results) -> list[Grid]:
    rows, name = drivers.compared_signals(results), "high_value_comparison"
    facts = {"high_value": drivers.high_value(results)}
    return grid(results, words.MULTIPLES, name, rows, words.MULTIPLE_COLUMNS, file=name, **facts)


def _who(results: Results) -> tuple[Any, ...]:
    return words.WHO_OF_ACCOUNT if results.grain == "visitor" else words.WHO
