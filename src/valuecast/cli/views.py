"""What the command line shows of an assessment, and what it prints of it for a machine."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import pyarrow.compute as pc
from rich.box import SIMPLE_HEAD
from rich.markup import escape
from rich.table import Table

from valuecast.cli.console import Console
from valuecast.contracts import methods_of
from valuecast.pipeline import GLANCE_ROWS, GLANCED, RUN_ONLY, Assessment, Refreshed
from valuecast.wording.names import name_of, named
from valuecast.wording.numbers import plural

_COLOURS = {"error": "red", "warning": "yellow", "note": "blue"}
_MEASURES = {"r_precision": "precision\nat k", "macro_f1": "macro F1"}


def refreshed(console: Console, found: Refreshed, *, stays: bool) -> None:
    """How much a refresh took over; ``stays`` says whether windows stay the same from day to day."""
    for line in found.messages:
        console.say(f"refresh: {line}")
    if found.unchanged:
        console.say("refresh: nothing changed since the last run; its results stand")
        return
    console.say(
        f"refresh: {found.cached} of {found.windows} past windows taken over; "
        f"{found.labels_cached} of {found.labels} of their outcomes"
    )
    if found.windows and not stays:
        console.say("refresh: windows move with every day; with backtest_from: month they stay for a month")


def findings(console: Console, assessment: Assessment, *, stopping: bool = False) -> None:
    """The findings, worst first; only those that stop a run when asked."""
    found = [f for f in assessment.findings if f.stops or not stopping]
    if not found:
        if not stopping:
            console.say("no findings")
        return
    if not stopping:
        console.say(f"{plural(len(found), 'finding')}, worst first")
    for f in found:
        place = f.table + (f".{f.column}" if f.column else "")
        stops = " (stops the evidence)" if f.stops else ""
        console.show(
            f"[bold {_COLOURS[f.severity]}]{f.severity}[/]{stops} {f.code}: {escape(place)}",
        )
        for name, text in (("seen", f.evidence), ("means", f.consequence), ("remedy", f.remedy)):
            console.say(console.wrapped(f"  {name + ':':<8}", text))


def plan(console: Console, assessment: Assessment) -> None:
    """What follows from the findings."""
    plan = assessment.manifest.get("plan")
    if plan is None and assessment.manifest.get("kind") == "customer360":
        console.say("plan: a description of one snapshot; nothing can be tested")
        return
    if plan is None:
        console.say("nobody can be assessed")
        return
    verdict = "evidence is possible" if plan["supervised"] else "no evidence is possible: scores for today only"
    console.say(f"plan: {verdict}", *(f"  - {reason}" for reason in plan["reasons"]))


def left_to_run(console: Console, assessment: Assessment) -> None:
    """Which findings the audit cannot give."""
    plan = assessment.manifest.get("plan")
    if plan is None:
        return
    glanced = sum(row["rows"] for row in assessment.manifest["inputs"]) <= GLANCE_ROWS
    why = "" if glanced else f" (beyond {GLANCE_ROWS:,} rows the audit does not compute today's signals)"
    console.say("only a run can find: " + ", ".join(sorted({*RUN_ONLY, *(() if glanced else GLANCED)})) + why)


def summary(console: Console, assessment: Assessment) -> None:
    """The headline figures of the test window, beside the 2-D score."""
    counts = {s: sum(f.severity == s for f in assessment.findings) for s in _COLOURS}
    sample = assessment.manifest.get("sample") or {}
    if sample.get("is_partial"):
        console.say(f"mind: {sample['drawn']:,} of {sample['customers']:,} customers were drawn; the plan counts all")
    console.say("findings: " + ", ".join(f"{n} {s}{'s' if n != 1 else ''}" for s, n in counts.items()))
    plan(console, assessment)
    if "backtest_metrics" in assessment.tables:
        metrics(console, assessment)


def circular(console: Console, assessment: Assessment) -> None:
    """What the circular set-up seems to achieve, where it was asked for, beside the honest figures."""
    rows = assessment.tables["circular"].to_pylist() if "circular" in assessment.tables else []
    if rows:
        console.say("circular (a label from the model's own inputs, split at random; it says nothing of the future):")
    for row in rows:
        honest = "not measured" if _unknown(row["honest"]) else _share(row["honest"])
        seems = "not measured" if _unknown(row["circular"]) else _share(row["circular"])
        console.say(f"  {row['metric'].replace('_', ' ')}: circular {seems}, honest {honest}")


def metrics(console: Console, assessment: Assessment) -> None:
    """The test window, method by method: precision at k, and the trend classes."""
    if "backtest_metrics" not in assessment.tables:
        console.say("no evidence: the data cannot support it")
        return
    chosen = _chosen(assessment)
    known = methods_of(assessment.tables["methods"].to_pylist())
    for (task, months, metric), rows in _grouped(_tested(assessment)).items():
        against = next((row["baseline"] for row in rows if row["baseline"]), "")
        table = Table(
            title=f"{task} {plural(months, 'month')} ahead, {rows[0]['n']:,} customers, 95 % intervals, over "
            f"{named(against, known)}",
            title_justify="left",
            box=SIMPLE_HEAD,
            pad_edge=False,
            padding=(0, 1, 0, 0),
        )
        table.add_column("method", no_wrap=True)
        for heading in (_MEASURES[metric], "95 %", "points\nover", "95 %"):
            table.add_column(heading, justify="right", no_wrap=True)
        for row in rows:
            compared = not _unknown(row["difference"]) and row["method"] != against
            table.add_row(
                escape(name_of(row["method"], known))
                + (" [bold]*[/]" if row["method"] == chosen.get((task, months)) else ""),
                _share(row["value"]),
                _interval(row["low"], row["high"]),
                f"{100 * row['difference']:+.1f}" if compared else "",
                _interval(row["difference_low"], row["difference_high"]) if compared else "",
            )
        console.show(table)
    if chosen:
        console.say("* chosen, on windows before the test window")


def faults(console: Console, faults: Mapping[str, Any]) -> None:
    """The faults that a simulation can be given."""
    table = Table("fault", "what it does")
    for name, fault in faults.items():
        table.add_row(name, escape(fault.description))
    console.show(table)


def findings_json(assessment: Assessment) -> dict[str, Any]:
    """Findings and plan for a machine."""
    found = assessment.tables["findings"].to_pylist()
    return {"supported": assessment.supported, "plan": assessment.manifest.get("plan"), "findings": found}


def metrics_json(assessment: Assessment) -> dict[str, Any]:
    """The evidence for a machine."""
    if "backtest_metrics" not in assessment.tables:
        return {"supported": assessment.supported, "metrics": []}
    return {
        "supported": assessment.supported,
        "choices": assessment.manifest.get("choices"),
        "metrics": assessment.tables["backtest_metrics"].to_pylist(),
    } | ({"circular": assessment.tables["circular"].to_pylist()} if "circular" in assessment.tables else {})


def _chosen(assessment: Assessment) -> dict[tuple[str, int], str]:
    """The method in use, by task and horizon."""
    choices = assessment.manifest.get("choices") or {}
    found = {("trend", int(months)): method for months, method in choices.get("trend_method", {}).items()}
    if choices.get("model"):
        found["identification", assessment.manifest["plan"]["horizon"]] = choices["model"]
    return found


def _tested(assessment: Assessment) -> list[dict[str, Any]]:
    metrics = assessment.tables["backtest_metrics"]
    found: list[dict[str, Any]] = metrics.filter(pc.equal(metrics["split"], "test")).to_pylist()
    return [row for row in found if row["metric"] in _MEASURES and not _unknown(row["value"])]


def _grouped(rows: list[dict[str, Any]]) -> dict[tuple[str, int, str], list[dict[str, Any]]]:
    groups: dict[tuple[str, int, str], list[dict[str, Any]]] = {}
    for row in sorted(rows, key=lambda r: (r["task"], r["horizon_months"], r["metric"], -r["value"], r["method"])):
        groups.setdefault((row["task"], row["horizon_months"], row["metric"]), []).append(row)
    return groups


def _unknown(value: float | None) -> bool:
    return value is None or math.isnan(value)


def _share(value: float) -> str:
    return f"{100 * value:.1f} %"


def _interval(low: float | None, high: float | None) -> str:
    if low is None or high is None or _unknown(low) or _unknown(high):
        return ""
    return f"{100 * low:.1f} to {100 * high:.1f}"
