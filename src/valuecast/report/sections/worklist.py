"""The work list: whom to see first, why, and what to do."""

from __future__ import annotations

from valuecast.report.blocks import Block, Grid, Heading, Section, Text, figures
from valuecast.report.charts import worklist as charts
from valuecast.report.results import Results
from valuecast.report.sections.missing import cannot
from valuecast.wording.numbers import UNKNOWN, amount, count, plural, sentence

SHOWN = 20


def section(results: Results) -> Section:
    """The work list."""
    title = "The work list"
    if not results.has("actions"):
        return Section("work-list", title, (cannot(results, "There is no work list."),))
    total = results.table("actions").num_rows
    said = (
        f"Ranked by value at stake per hour of work. The first {count(min(SHOWN, total))} of "
        f"{plural(total, results.grain)} are "
        "below; tables/actions.csv holds them all. Value at stake is a forecast. That an action brings it about "
        "has not been "
        "measured: that takes a group left alone for comparison."
    )
    blocks: list[Block] = [Text(said), *figures(charts.by_playbook(results)), _list(results)]
    if results.has("playbooks"):
        blocks += [Heading("Playbooks"), _playbooks(results)]
    return Section("work-list", title, tuple(blocks))


def _list(results: Results) -> Grid:
    top = results.table("actions").sort_by([("rank", "ascending")]).slice(0, SHOWN)
    rows = tuple(
        (
            count(row["rank"]),
            row["customer_id"],
            f"{row['playbook']} ({row['tier']}, {row['trend_class'] or UNKNOWN})",
            sentence(row["reason"]),
            sentence(row["action"]),
            f"{row['owner']}, {plural(row['deadline_days'], 'day')}",
            amount(row["value_at_stake"]),
            amount(row["hours"]),
            "yes" if row["within_capacity"] else "no",
        )
        for row in top.to_pylist()
    )
    header = (
        "rank",
        results.grain,
        "playbook (tier, trend)",
        "why",
        "what to do",
        "who, by when",
        f"{results.value_name} at stake",
        "hours",
        "fits",
    )
    return Grid("First on the list", header, rows, frozenset({0, 6, 7}))


def _playbooks(results: Results) -> Grid:
    rows = tuple(
        (
            row["playbook"],
            count(row["customers"]),
            sentence(row["when"]),
            sentence(row["action"]),
            f"{row['owner']}, {plural(row['deadline_days'], 'day')}",
            sentence(row["measure"]),
            amount(row["hours"]),
        )
        for row in sorted(results.rows("playbooks"), key=lambda r: (-r["customers"], r["playbook"]))
    )
    header = (
        "playbook",
        f"{results.grain}s",
        "for whom",
        "what to do",
        "who, by when",
        "how success is seen",
        "hours each",
    )
    return Grid("What each playbook is", header, rows, frozenset({1, 6}))
