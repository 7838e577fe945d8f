"""What the data can support: findings first, worst first; then why the plan is as it is."""

from __future__ import annotations

from valuecast.report.blocks import Block, Grid, Heading, Section, Text, bullets, figures
from valuecast.report.charts import coverage
from valuecast.report.results import Results
from valuecast.report.words import UNKNOWN, count, day, listed, ordered, percent, plural, sentence

_SEVERITIES = ("error", "warning", "note")


def section(results: Results) -> Section:
    """What the data can support."""
    blocks: list[Block] = [*_findings(results), Heading("What follows for the plan"), *_plan(results)]
    blocks += figures(coverage.by_month(results))
    blocks += _inputs(results)
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


def _inputs(results: Results) -> tuple[Grid, ...]:
    tables = Grid(
        "Tables that were read",
        ("table", "used for", "rows", "key", "repeated", "days"),
        _tables(results),
        frozenset({2, 4}),
    )
    joins = Grid(
        "Joins: how many ids were found",
        ("ids of", "looked up in", "found", "share"),
        _joins(results),
        frozenset({2, 3}),
    )
    return tuple(grid for grid in (tables, joins) if grid.rows)


def _tables(results: Results) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            row["table"],
            row["purpose"],
            count(row["rows"]) if row["present"] else "absent",
            row["key"] or UNKNOWN,
            count(row["repeated_keys"]),
            f"{day(row['first_day'])} to {day(row['last_day'])}" if row["first_day"] else UNKNOWN,
        )
        for row in results.rows("inventory")
    )


def _joins(results: Results) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            row["left"],
            row["right"],
            f"{count(row['matched_ids'])} of {count(row['left_ids'])}",
            percent(row["match_rate"]),
        )
        for row in results.rows("joins")
    )
