"""One look at every input table and join: what is there, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pyarrow as pa

from valuecast.audit import joins as join_figures
from valuecast.audit import tables as table_figures
from valuecast.contracts import OUTPUTS, Finding, InputTable, Join


@dataclass(frozen=True)
class Inspection:
    """What was found: findings worst first, and the inventory and joins tables of the output contracts."""

    findings: tuple[Finding, ...]
    inventory: pa.Table
    joins: pa.Table
    fingerprints: dict[str, str]


def inspect(inputs: Sequence[InputTable], joins: Sequence[Join]) -> Inspection:
    """Aggregate every table once and every join once, and say what the figures mean."""
    findings: list[Finding] = []
    rows = []
    fingerprints: dict[str, str] = {}
    for table in inputs:
        figures = table_figures.measure(table)
        rows.append(figures.row)
        fingerprints[table.name] = figures.fingerprint
        findings += table_figures.findings(table, figures)
    matched = []
    for join in joins:
        row = join_figures.measure(join, inputs)
        matched.append(row)
        findings += join_figures.findings(join, row)
    return Inspection(
        tuple(sorted(findings, key=severity_order)),
        OUTPUTS["inventory"].conform(_table("inventory", rows)),
        OUTPUTS["joins"].conform(_table("joins", matched)),
        fingerprints,
    )


def severity_order(finding: Finding) -> tuple[int, int, str, str, str]:
    """Sort key: what stops a run first, then errors, warnings, notes."""
    rank = {"error": 0, "warning": 1, "note": 2}[finding.severity]
    return (0 if finding.stops else 1, rank, finding.code, finding.table, finding.column)


def _table(name: str, rows: Sequence[dict[str, object]]) -> pa.Table:
    return pa.Table.from_pylist(list(rows), schema=OUTPUTS[name].empty().schema)
