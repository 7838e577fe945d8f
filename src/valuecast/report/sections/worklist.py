"""The work list: whom to see first, why, and what to do."""

from __future__ import annotations

from valuecast.report.blocks import Block, Heading, Section, Text, figures
from valuecast.report.charts import worklist as charts
from valuecast.report.grids import grid
from valuecast.report.results import Results
from valuecast.report.sections.missing import cannot
from valuecast.wording.report import worklist as words

SHOWN = 20


def section(results: Results) -> Section:
    """The work list."""
    if not results.has("actions"):
        return Section("work-list", words.TITLE, (cannot(results, words.NONE),))
    table = results.table("actions")
    total = results.count("actions", table.num_rows)
    top = table.sort_by([("rank", "ascending")]).slice(0, SHOWN).to_pylist()
    blocks: list[Block] = [
        Text(results.say(words.READING, shown=len(top), total=total)),
        *figures(charts.by_playbook(results)),
        *grid(results, words.FIRST, "actions", top, words.COLUMNS),
    ]
    books = sorted(results.rows("playbooks"), key=lambda row: (-row["customers"], row["playbook"]))
    if books:
        each = grid(results, words.EACH_PLAYBOOK, "playbooks", books, words.PLAYBOOK_COLUMNS)
        blocks += [Heading(words.PLAYBOOKS), *each]
    return Section("work-list", words.TITLE, tuple(blocks))
