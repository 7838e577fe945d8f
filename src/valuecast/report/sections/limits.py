"""What this report does not know: only what is true of this run."""

from __future__ import annotations

from valuecast.report import target
from valuecast.report.blocks import Section, Text, bullets
from valuecast.report.charts import scores
from valuecast.report.results import Results
from valuecast.wording.names import OUTPUT_NAMES, spoken
from valuecast.wording.numbers import listed, percent, plural, sentence


def section(results: Results) -> Section:
    """What this report does not know."""
    said = [*_standing(results), *_notes(results)]
    missing = sorted(OUTPUT_NAMES.get(name, name) for name in results.absent if name in OUTPUT_NAMES)
    blocks = bullets([("", sentence(text)) for text in said])
    if missing:
        return Section(
            "limits",
            "What this report does not know",
            (*blocks, Text(f"Not part of this run: {listed(missing)}.", "small")),
        )
    return Section("limits", "What this report does not know", blocks)


def _standing(results: Results) -> list[str]:
    value = results.value_name
    said = [
        f"Value here is {value}. Whether it goes with money, renewal or goodwill is not tested by this report",
        "What goes with value need not cause it; only a trial with a group left alone shows what an action does",
    ]
    tests = [
        r for r in results.rows("backtest_windows") if r["role"] == "test" and r["horizon_months"] == results.horizon
    ]
    if tests:
        said.append(
            f"The test is {plural(len(tests), 'window')} of {plural(tests[0]['customers'], results.grain)}. Its "
            "interval covers which "
            f"{results.grain}s were drawn, not a change of the times: a new product, price or season can move "
            "every figure"
        )
    if target.reached(results) != "met":
        said.append(f"That {percent(results.target)} of the names would be right is not shown by this run")
    if results.get("plan", "supervised", False) and not results.manifest.get("noise_ceiling"):
        said.append("How much of the future is mere chance (the noise ceiling) was not measured")
    return said


def _notes(results: Results) -> list[str]:
    given = set(scores.names(results)) | set(results.table("score_parts")["score"].to_pylist())
    return [spoken(note) for note in results.texts("notes") if note.partition(": ")[0] not in given]
