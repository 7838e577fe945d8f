"""A snapshot without dated rows (customer360): what it can say, what it cannot, and what to aim for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from valuecast.report.blocks import Block, Grid, Heading, Section, Text, figures
from valuecast.report.charts import snapshot as charts
from valuecast.report.results import Results
from valuecast.wording.numbers import UNKNOWN, amount, count, known, listed, percent, plural, sentence

LONG = 9
"""A table with more rows is closed on the page."""
SEGMENTATIONS = {
    "rule": "by rule",
    "tier": "by RFM tier",
    "percentile": "by lifetime value",
    "cluster": "by cluster",
}

Shown = Callable[[Any], str]


def section(results: Results) -> Section:
    """The snapshot."""
    said = (
        "These tables describe customers on one day and hold no dated rows, so nothing here could be tested on months "
        "that came after. Lifetime value, health and churn probability came with the tables: they are estimates of "
        "whoever made them, and are described, not confirmed."
    )
    blocks: list[Block] = [Text(said, "caution"), *_questions(results), *_segments(results), *_verdicts(results)]
    blocks += [*_scores(results), *_strategy(results)]
    return Section("snapshot", "What the snapshot says", tuple(blocks))


def _questions(results: Results) -> list[Block]:
    rows = results.rows("customer360_questions")
    answered = sum(row["answered"] for row in rows)
    proxies = sorted({row["proxy"] for row in rows if row["proxy"]})
    said = f"{count(answered)} of {plural(len(rows), 'question')} can be answered from the tables." + (
        f" Where a measure is missing, a proxy stands in, under its own name: {listed(proxies)}." if proxies else ""
    )
    open_first = sorted(rows, key=lambda row: (row["answered"], row["table"], row["column"]))
    columns: dict[str, tuple[str, Shown]] = {
        "question": ("question", sentence),
        "column": ("column", str),
        "answered": ("answered", _yes),
        "why_not": ("why not", _text),
        "proxy": ("what stands in", _text),
    }
    keys: dict[str, tuple[str, Shown]] = {
        "table": ("table", str),
        "rows": ("rows", count),
        "distinct": ("customers", count),
        "repeated": ("keys repeated", count),
        "dropped": ("rows dropped", count),
        "rule": ("which row is kept", sentence),
        "changes": ("what that changes", sentence),
    }
    proxy: dict[str, tuple[str, Shown]] = {
        "proxy": ("proxy", str),
        "stands_for": ("stands for", str),
        "formula": ("how", str),
        "limits": ("what it does not say", sentence),
        "n": ("customers", count),
        "median": ("median", amount),
    }
    return [
        *([Text(said)] if rows else []),
        *_grid("Questions, the open ones first", open_first, columns, "customer360_questions"),
        *_grid("Keys: one row for each customer", results.rows("customer360_keys"), keys, "customer360_keys"),
        *_grid("Proxies", results.rows("customer360_proxies"), proxy, "customer360_proxies"),
    ]


def _segments(results: Results) -> list[Block]:
    columns: dict[str, tuple[str, Shown]] = {
        "segment": ("segment", str),
        "customers": ("customers", count),
        "share": ("share", percent),
        "ltv_share": ("share of lifetime value", percent),
        "mean_rfm": ("mean RFM", amount),
        "mean_health": ("mean health", amount),
        "mean_churn": ("mean churn probability", amount),
        "mean_age_days": ("mean age [days]", amount),
    }
    blocks: list[Block] = []
    for name, told in SEGMENTATIONS.items():
        rows = charts.segments(results, name)
        blocks += figures(charts.worth(results, name)) if name in ("rule", "tier") else ()
        blocks += _grid(f"Segments {told}", rows, columns, "customer360_segments")
    matrix: dict[str, tuple[str, Shown]] = {
        "lifecycle_stage": ("lifecycle stage", str),
        "engagement_model": ("recommended engagement", str),
        "customers": ("customers", count),
        "share": ("share", percent),
        "ltv": ("lifetime value", amount),
        "mean_churn": ("mean churn probability", amount),
    }
    drawn = {row["measure"] for row in results.rows("customer360_boxes")}
    blocks += figures(*(charts.boxes(results, measure) for measure in sorted(drawn)))
    cells = results.rows("customer360_matrix")
    blocks += _grid("Lifecycle stage and recommended engagement", cells, matrix, "customer360_matrix")
    return [Heading("The segments"), *blocks] if blocks else []


def _verdicts(results: Results) -> list[Block]:
    rows = results.rows("customer360_verdicts")
    tally = {name: sum(row["verdict"] == name for row in rows) for name in ("supports", "contradicts", "cannot tell")}
    said = (
        f"Is “low consistency, high value” true here? {plural(len(rows), 'comparison')}: {tally['supports']} for it, "
        f"{tally['contradicts']} against it, {tally['cannot tell']} that cannot tell."
    )
    shown = [
        {**row, "span": f"{amount(row['low'])} to {amount(row['high'])}" if known(row["low"]) else UNKNOWN}
        for row in rows
    ]
    columns: dict[str, tuple[str, Shown]] = {
        "evidence": ("evidence", str),
        "claim": ("what would have to hold", str),
        "n": ("customers", count),
        "statistic": ("difference or ρ", amount),
        "span": ("95 % interval", str),
        "verdict": ("verdict", str),
        "why": ("why", sentence),
    }
    imbalance: dict[str, tuple[str, Shown]] = {
        "segment": ("segment", str),
        "bin": ("M − (R + F) / 2", str),
        "customers": ("customers", count),
        "share": ("share of the segment", percent),
        "mean_ltv": ("mean lifetime value", amount),
    }
    bins = results.rows("customer360_imbalance")
    if not rows:
        return []
    return [
        Heading("Low consistency, high value?"),
        Text(said, "verdict"),
        *_grid("Evidence for and against", shown, columns, "", closed=False),
        *_grid("Money against recency and frequency, by segment", bins, imbalance, "customer360_imbalance"),
    ]


def _scores(results: Results) -> list[Block]:
    rfm: dict[str, tuple[str, Shown]] = {
        "score": ("score", str),
        "weights": ("weights", _text),
        "n": ("customers", count),
        "mean": ("mean", amount),
        "largest_difference": ("largest difference", amount),
        "differ": ("customers that differ", count),
    }
    health: dict[str, tuple[str, Shown]] = {
        "component": ("component", str),
        "formula": ("how", str),
        "weight": ("weight", amount),
        "mean": ("mean", amount),
        "adds_at_most": ("adds at most", amount),
    }
    blocks = [
        *_grid("RFM as supplied, and recomputed", results.rows("customer360_rfm"), rfm, "customer360_rfm"),
        *_grid("Composite health", results.rows("customer360_health"), health, "customer360_health"),
    ]
    return [Heading("The scores"), *blocks] if blocks else []


def _strategy(results: Results) -> list[Block]:
    rows = sorted(results.rows("customer360_strategy"), key=lambda row: (row["position"], row["segment"], row["kpi"]))
    columns: dict[str, tuple[str, Shown]] = {
        "segment": ("segment", str),
        "kpi": ("what is watched", str),
        "current": ("median today", amount),
        "target": ("aim", amount),
        "normal": ("normal", str),
        "yellow": ("look into it", str),
        "red": ("act", str),
        "share_red": ("in red today", percent),
        "managers": ("managers", count),
        "rule": ("when resources move", sentence),
    }
    grid = _grid("What to aim for in each segment", rows, columns, "customer360_strategy")
    return [Heading("What to aim for"), *grid] if grid else []


def _grid(
    caption: str,
    rows: list[dict[str, Any]],
    columns: Mapping[str, tuple[str, Shown]],
    file: str,
    *,
    closed: bool = True,
) -> list[Grid]:
    """Rows as a table: which columns, what each is called, and how it is written; closed when it is long."""
    if not rows:
        return []
    cells = tuple(tuple(shown(row[name]) for name, (_, shown) in columns.items()) for row in rows)
    numeric = frozenset(i for i, (_, shown) in enumerate(columns.values()) if shown in (count, amount, percent))
    header = tuple(name for name, _ in columns.values())
    return [Grid(caption, header, cells, numeric, file if closed and len(rows) > LONG else "")]


def _yes(answer: bool) -> str:
    return "yes" if answer else "no"


def _text(words: str | None) -> str:
    return words if words is not None and known(words) and words else UNKNOWN
