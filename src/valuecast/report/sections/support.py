"""What the data can support: findings first, worst first; then why the plan is as it is."""

from __future__ import annotations

from statistics import median
from typing import Any

from valuecast.report.blocks import Block, Grid, Heading, Section, Text, bullets, figures
from valuecast.report.charts import coverage
from valuecast.report.results import Results
from valuecast.report.sections.inputs import inputs
from valuecast.wording.numbers import UNKNOWN, count, day, in_points, known, listed, ordered, plural, sentence

_SEVERITIES = ("error", "warning", "note")


def section(results: Results) -> Section:
    """What the data can support."""
    blocks: list[Block] = [*_findings(results), Heading("What follows for the plan"), *_plan(results)]
    blocks += [*_candidates(results), *figures(coverage.by_month(results)), *inputs(results)]
    return Section("support", "What the data can support", tuple(blocks))


def _findings(results: Results) -> list[Block]:
    rows = results.rows("findings")
    if not rows:
        said = (
            "The audit found nothing to report."
            if "findings" not in results.absent
            else "The audit's findings were not written."
        )
        return [Text(said)]
    order = {name: place for place, name in enumerate(_SEVERITIES)}
    rows.sort(key=lambda row: order.get(row["severity"], len(order)))
    tally = {name: sum(row["severity"] == name for row in rows) for name in _SEVERITIES}
    told = listed(plural(n, name) for name, n in tally.items() if n)
    stops = any(row["stops"] for row in rows)
    verdict = " At least one of them rules out any evidence: this run describes, it does not predict." if stops else ""
    cells = tuple(
        (
            row["severity"] + (" (stops evidence)" if row["stops"] else ""),
            f"{row['table']}.{row['column']}" if row["column"] else row["table"],
            sentence(row["evidence"]),
            sentence(row["consequence"]),
            sentence(row["remedy"]),
        )
        for row in rows
    )
    header = ("severity", "where", "what was seen", "what it costs", "what to do")
    return [
        Text(f"The audit found {told}.{verdict}", "caution" if stops or tally["error"] else "plain"),
        Grid("Findings, worst first", header, cells),
    ]


def _plan(results: Results) -> list[Block]:
    reasons = [("", sentence(str(reason))) for reason in results.get("plan", "reasons", [])]
    blocks: list[Block] = list(bullets(reasons)) or [Text("The run left no reasons for its plan.")]
    windows = [r for r in results.rows("backtest_windows") if r["horizon_months"] == results.horizon]
    windows.sort(key=lambda row: row["as_of"])
    if windows:
        tests = [r for r in windows if r["role"] == "test"]
        checks = ordered(
            (r["window_id"] for r in windows if r["role"] == "validation"), [r["window_id"] for r in windows]
        )
        test = (
            f" {tests[0]['window_id']} ({day(tests[0]['as_of'])}) is the test, opened once, after every choice."
            if tests
            else ""
        )
        chosen = f" Choices were made on {listed(checks)} (validation)." if checks else ""
        blocks.append(
            Text(
                f"{plural(len(windows), 'window')} of the past have a known future of {results.horizon} "
                f"months.{chosen}{test}"
            )
        )
    else:
        blocks.append(
            Text("No past window has a known future, so nothing in this report was tested on one.", "caution")
        )
    blocks += _dimensions(results)
    return blocks


def _dimensions(results: Results) -> list[Block]:
    today, past = results.get("plan", "score_dimensions"), results.get("plan", "model_dimensions")
    if not today:
        return []
    only = sorted(set(today) - set(past or ()))
    said = f"Dimensions with data today: {listed(sorted(today))}."
    if only and results.get("plan", "supervised", False):
        said += (
            f" No data in every past window for {listed(only)}: used in today's scores, but neither in "
            "models nor in their test."
        )
    return [Text(said)]


def _candidates(results: Results) -> list[Block]:
    """What each length of the past would have allowed, and every pair of windows behind it."""
    rows = [row for row in results.rows("candidate_windows") if row["grain"] == results.grain]
    if not rows:
        return []
    lengths = sorted({row["past_months"] for row in rows})
    summary = tuple(
        _length(results, months, [row for row in rows if row["past_months"] == months]) for months in lengths
    )
    pairs = tuple(
        (
            count(row["past_months"]),
            f"{day(row['past_start'])} to {day(row['as_of'])}",
            day(row["future_end"]),
            count(row["past_active"]),
            count(row["returning"]),
            count(row["positives"]),
            in_points(row["detectable"]).lstrip("+") if known(row["detectable"]) else UNKNOWN,
            "yes" if row["enough"] else "no",
            "yes" if row["chosen"] else "no",
        )
        for row in sorted(rows, key=lambda row: (row["past_months"], row["as_of"]))
    )
    smallest = "gain told from chance in any case"
    header = ("past [months]", "windows", f"{results.grain}s", "high-value", smallest, "chosen")
    full = ("past [months]", "past", "future ends", "active", "again", "high-value", smallest, "enough", "chosen")
    return [
        Grid(
            "Why this past: what each length would have allowed (medians)", header, summary, frozenset({0, 1, 2, 3, 4})
        ),
        Text(
            "“Gain told from chance in any case” is the worst case: a smaller gain in right names is told from chance "
            "where two lists are much alike.",
            "small",
        ),
        Grid("Every pair of past and future", full, pairs, frozenset({0, 3, 4, 5, 6}), "candidate_windows"),
    ]


def _length(results: Results, months: int, rows: list[dict[str, Any]]) -> tuple[str, ...]:
    gains = [row["detectable"] for row in rows if known(row["detectable"])]
    return (
        count(months),
        count(sum(row["enough"] for row in rows)),
        count(median(row["past_active"] for row in rows)),
        count(median(row["positives"] for row in rows)),
        in_points(median(gains)).lstrip("+") if gains else UNKNOWN,
        "yes" if any(row["chosen"] for row in rows) else "no",
    )
