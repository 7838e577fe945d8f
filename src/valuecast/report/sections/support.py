"""What the data can support: findings first, worst first; then why the plan is as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median
from typing import Any

from valuecast.report.blocks import Block, Heading, Section, Text, bullets, figures
from valuecast.report.charts import coverage
from valuecast.report.grids import grid
from valuecast.report.results import Results
from valuecast.report.sections.inputs import inputs
from valuecast.wording import Claim, listed, quoted, say
from valuecast.wording.numbers import known, ordered, sentence
from valuecast.wording.report import support as words

_SEVERITIES = ("error", "warning", "note")


def section(results: Results) -> Section:
    """What the data can support."""
    blocks: list[Block] = [*_findings(results), Heading(words.PLAN), *_plan(results)]
    blocks += [*_candidates(results), *figures(coverage.by_month(results)), *inputs(results)]
    return Section("support", words.TITLE, tuple(blocks))


def _findings(results: Results) -> list[Block]:
    rows = results.rows("findings")
    if not rows:
        return [Text(words.FINDINGS_ABSENT if "findings" in results.absent else words.NO_FINDINGS)]
    order = {name: place for place, name in enumerate(_SEVERITIES)}
    rows.sort(key=lambda row: order.get(row["severity"], len(order)))
    tally = {name: sum(row["severity"] == name for row in rows) for name in _SEVERITIES}
    found = listed(
        say(words.TALLY[name], n=results.count("findings", n, severity=name)) for name, n in tally.items() if n
    )
    stops = any(row["stops"] for row in rows)
    message = say(words.FOUND, found=found, stops=words.STOPS if stops else "")
    return [
        Text(message, "caution" if stops or tally["error"] else "plain"),
        *grid(results, words.FINDINGS, "findings", [_finding(row) for row in rows], words.FINDING_COLUMNS),
    ]


def _finding(row: Mapping[str, Any]) -> dict[str, Any]:
    place = f"{row['table']}.{row['column']}" if row["column"] else row["table"]
    return {**row, "place": place, "stopping": words.STOPPING if row["stops"] else ""}


def _plan(results: Results) -> list[Block]:
    reasons = results.get("plan", "reasons", [])
    sentences = [("", quoted(sentence(str(reason)), "plan.reasons")) for reason in reasons]
    return [*(bullets(sentences) or (Text(words.NO_REASONS),)), *_windows(results), *_dimensions(results)]


def _windows(results: Results) -> list[Block]:
    windows = [r for r in results.rows("backtest_windows") if r["horizon_months"] == results.horizon]
    if not windows:
        return [Text(words.NO_WINDOWS, "caution")]
    windows.sort(key=lambda row: row["as_of"])
    tests = [r for r in windows if r["role"] == "test"]
    names = [r["window_id"] for r in windows]
    checks = ordered((r["window_id"] for r in windows if r["role"] == "validation"), names)
    message = results.say(
        words.WINDOWS,
        n=results.count("backtest_windows", len(windows), horizon_months=results.horizon),
        chosen=say(words.CHOSEN, windows=checks) if checks else "",
        test=say(words.TEST, **results.claims("backtest_windows", tests[0])) if tests else "",
    )
    return [Text(message)]


def _dimensions(results: Results) -> list[Block]:
    today, past = results.get("plan", "score_dimensions"), results.get("plan", "model_dimensions")
    if not today:
        return []
    only = sorted(set(today) - set(past or ()))
    more = only and results.get("plan", "supervised", False)
    only_today = say(words.ONLY_TODAY, dimensions=only) if more else ""
    return [Text(say(words.DIMENSIONS, dimensions=sorted(today), only_today=only_today))]


def _candidates(results: Results) -> list[Block]:
    """What each length of the past would have allowed, and every pair of windows behind it."""
    rows = [row for row in results.rows("candidate_windows") if row["grain"] == results.grain]
    if not rows:
        return []
    rows.sort(key=lambda row: (row["past_months"], row["as_of"]))
    lengths = sorted({row["past_months"] for row in rows})
    summary = [_length([row for row in rows if row["past_months"] == months]) for months in lengths]
    name = "candidate_windows"
    return [
        *grid(results, words.LENGTHS, name, summary, words.LENGTH_COLUMNS),
        Text(words.SMALLEST, "small"),
        *grid(results, words.PAIRS, name, rows, words.PAIR_COLUMNS, file=name),
    ]


def _length(rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    where = {"grain": rows[0]["grain"], "past_months": rows[0]["past_months"]}

    def middle(column: str) -> Claim:
        given = [row[column] for row in rows if known(row[column])]
        return Claim(median(given) if given else None, "candidate_windows", column, where, "median")

    return {
        "past_months": rows[0]["past_months"],
        "pairs": Claim(sum(row["enough"] for row in rows), "candidate_windows", "enough", where, "count of true"),
        "active": middle("past_active"),
        "high": middle("positives"),
        "least": middle("detectable"),
        "was_chosen": any(row["chosen"] for row in rows),
    }
