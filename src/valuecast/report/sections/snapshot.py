"""A snapshot without dated rows (customer360): what it can say, what it cannot, and what to aim for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from valuecast.report.blocks import Block, Grid, Heading, Section, Text, figures
from valuecast.report.charts import snapshot as charts
from valuecast.report.grids import grid
from valuecast.report.results import Results
from valuecast.wording import Claim
from valuecast.wording.grids import Column
from valuecast.wording.report import snapshot as words

LONG = 9
"""A table with more rows is closed on the page."""


def section(results: Results) -> Section:
    """The snapshot."""
    blocks: list[Block] = [Text(words.CAUTION, "caution"), *_questions(results), *_segments(results)]
    blocks += [*_verdicts(results), *_scores(results), *_strategy(results)]
    return Section("snapshot", words.TITLE, tuple(blocks))


def _questions(results: Results) -> list[Block]:
    rows = results.rows("customer360_questions")
    proxies = sorted({row["proxy"] for row in rows if row["proxy"]})
    answered = results.say(
        words.ANSWERED,
        n=results.count("customer360_questions", sum(row["answered"] for row in rows), answered=True),
        all=results.count("customer360_questions", len(rows)),
        proxies=results.say(words.PROXIES, names=proxies) if proxies else "",
    )
    open_first = sorted(rows, key=lambda row: (row["answered"], row["table"], row["column"]))
    return [
        *([Text(answered)] if rows else []),
        *_grid(results, words.QUESTIONS, "questions", open_first, words.QUESTION_COLUMNS),
        *_grid(results, words.KEYS, "keys", results.rows("customer360_keys"), words.KEY_COLUMNS),
        *_grid(results, words.PROXY, "proxies", results.rows("customer360_proxies"), words.PROXY_COLUMNS),
    ]


def _segments(results: Results) -> list[Block]:
    blocks: list[Block] = []
    for name, caption in words.SEGMENTATIONS.items():
        blocks += figures(charts.worth(results, name)) if name in ("rule", "tier") else ()
        blocks += _grid(results, caption, "segments", charts.segments(results, name), words.SEGMENT_COLUMNS)
    measures = {row["measure"] for row in results.rows("customer360_boxes")}
    blocks += figures(*(charts.boxes(results, measure) for measure in sorted(measures)))
    blocks += _grid(results, words.MATRIX, "matrix", results.rows("customer360_matrix"), words.MATRIX_COLUMNS)
    return [Heading(words.SEGMENTS), *blocks] if blocks else []


def _verdicts(results: Results) -> list[Block]:
    rows = results.rows("customer360_verdicts")
    if not rows:
        return []
    tally = {
        name.replace(" ", "_"): results.count(
            "customer360_verdicts", sum(row["verdict"] == name for row in rows), verdict=name
        )
        for name in ("supports", "contradicts", "cannot tell")
    }
    n = Claim(len(rows), "customer360_verdicts", rule="count")
    bins = results.rows("customer360_imbalance")
    return [
        Heading(words.VERDICTS),
        Text(results.say(words.TALLY, n=n, **tally), "verdict"),
        *grid(results, words.EVIDENCE, "customer360_verdicts", rows, words.EVIDENCE_COLUMNS),
        *_grid(results, words.IMBALANCE, "imbalance", bins, words.IMBALANCE_COLUMNS),
    ]


def _scores(results: Results) -> list[Block]:
    blocks = [
        *_grid(results, words.RFM, "rfm", results.rows("customer360_rfm"), words.RFM_COLUMNS),
        *_grid(results, words.HEALTH, "health", results.rows("customer360_health"), words.HEALTH_COLUMNS),
    ]
    return [Heading(words.SCORES), *blocks] if blocks else []


def _strategy(results: Results) -> list[Block]:
    rows = sorted(results.rows("customer360_strategy"), key=lambda row: (row["position"], row["segment"], row["kpi"]))
    found = _grid(results, words.AIMS, "strategy", rows, words.AIM_COLUMNS)
    return [Heading(words.STRATEGY), *found] if found else []


def _grid(
    results: Results, caption: str, table: str, rows: Sequence[dict[str, Any]], columns: Sequence[Column]
) -> list[Grid]:
    """Rows of a table of the snapshot; closed on the page when it is long."""
    name = f"customer360_{table}"
    made = grid(results, caption, name, rows, columns, file=name)
    return made if len(rows) > LONG else [replace(each, file="") for each in made]
