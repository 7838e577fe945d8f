"""Put every fault of the simulator, singly and in pairs, into small companies, and see whether the audit finds it.

Writes docs/results/audit_faults.md: fault by found, missed and false alarm, over at least 20 seeds, with the clean twin
of every company. ``--pair-seeds`` says how many seeds each pair of faults is tried with.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import pyarrow.compute as pc
import pyarrow.parquet as pq

from valuecast import pipeline
from valuecast.config import parse
from valuecast.pipeline import delivering
from valuecast.simulate import FAULTS, Company, simulate

PAGE = Path(__file__).parents[1] / "docs" / "results" / "audit_faults.md"
SIZE = {"accounts": 40, "visitors": 400, "months": 8}
CODES = {
    "one_customer": "one_customer",
    "identical_customers": "customers_identical",
    "activity_stops": "activity_stops",
    "totals_leak": "totals_after_end",
    "duplicate_keys": "duplicate_keys",
    "negative_minutes": "negative_values",
    "not_finite": "not_finite",
    "unparseable_dates": "dates_unreadable",
    "future_dates": "dates_after_end",
    "mixed_time_zones": "mixed_time_zones",
    "ids_spelt_differently": "ids_spelt_differently",
    "join_matches_nothing": "join_matches_nothing",
    "empty_table": "table_empty",
}
ALSO_TRUE = {"identical_customers": {"activity_stops", "dates_after_end"}}
"""What is true of a company with the fault, though it is another's code: copies fall silent, and pause, together."""
HIDDEN_BY = {"one_customer": {"identical_customers", "activity_stops"}}
"""Faults that cannot show: a single account is no copy, and no crowd."""
NEAR = 0.25
"""Counts that another fault, or chance, can move are right within so much, or two."""


@dataclass(frozen=True)
class Case:
    """One company: its seed and faults."""

    seed: int
    faults: tuple[str, ...]


@dataclass(frozen=True)
class Verdict:
    """What the audit made of it, by fault: found, and found with the right count; codes that should not be there."""

    case: Case
    found: dict[str, bool]
    counted: dict[str, bool]
    false_alarms: tuple[str, ...]
    errors: tuple[str, ...]


def expected(fault: str, faults: tuple[str, ...], truth: dict[str, Any], folder: Path) -> dict[str, int] | None:
    """Count by table (``activity`` for the whole company) that the audit should give; None where nothing can show."""
    if any(fault in HIDDEN_BY.get(other, ()) for other in faults):
        return None
    told = truth[fault]
    if fault == "totals_leak":
        world = told["world"]
        return {"pendo__account": world["accounts"], "pendo__visitor": world["visitors"]} if world["accounts"] else None
    if fault == "activity_stops":
        # Where nobody goes on, the data simply end on that day.
        return {"activity": _stopped(folder)} if told["world"]["accounts"] < SIZE["accounts"] else None
    if told["world"]:
        return {"activity": told["world"]["accounts"]}
    what = "keys" if fault in ("ids_spelt_differently", "join_matches_nothing") else "rows"
    tables = {name: counts[what] for name, counts in told["tables"].items() if counts["rows"]}
    if "empty_table" in faults and fault != "empty_table":
        tables = {name: n for name, n in tables.items() if name not in FAULTS["empty_table"].tables}
    return dict.fromkeys(tables, 0) if fault == "empty_table" else tables or None


def judge(case: Case) -> Verdict:
    """Simulate, audit, compare."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "company"
        simulated = simulate(Company(seed=case.seed, faults=case.faults, **SIZE), folder)
        delivering.GLANCE_ROWS = 0  # no fault is found by the look at today's signals, which takes as long as the rest
        assessment = pipeline.audit(parse({"source": str(folder), "kind": "pendo"}))
        told = json.loads((folder / "truth" / "faults.json").read_text("utf-8")) if case.faults else {}
        wanted = {f: expected(f, case.faults, told, folder) for f in case.faults}
    seen: dict[str, dict[str, int]] = {}
    # A small company can have a table without rows, and nothing wrong with it: the audit is right to say so.
    empty = {name for name, rows in simulated.rows.items() if not rows}
    for f in assessment.findings:
        if f.code == "table_empty" and f.table in empty and "empty_table" not in case.faults:
            continue
        seen.setdefault(f.code, {}).setdefault(f.table, f.count)
    found, counted = {}, {}
    for fault, tables in wanted.items():
        if tables is None:
            continue
        rows = seen.get(CODES[fault], {})
        found[fault] = all(table in rows for table in tables)
        exact = len(case.faults) == 1 and fault != "activity_stops"
        counted[fault] = all(table in rows and _same(rows[table], n, exact) for table, n in tables.items())
    allowed = {CODES[f] for f in case.faults}.union(*(ALSO_TRUE.get(f, set()) for f in case.faults))
    alarms = sorted({code for code in seen if code in CODES.values()} - allowed)
    errors = sorted({f.code for f in assessment.findings if f.severity == "error"})
    return Verdict(case, found, counted, tuple(alarms), tuple(errors))


def _same(got: int, wanted: int, exact: bool) -> bool:
    return got == wanted if exact else abs(got - wanted) <= max(2, NEAR * wanted)


def _stopped(folder: Path) -> int:
    """Accounts that stopped and were active in the last month before."""
    truth = pq.read_table(folder / "truth" / "account_truth.parquet")
    stopped = truth.filter(truth["activity_stopped"])["account_id"].combine_chunks()
    days = pq.read_table(
        folder / "pendo__account_daily_metrics.parquet", columns=["account_id", "date_day", "sum_minutes"]
    )
    mine = pc.is_in(days["account_id"].cast("string"), value_set=stopped.cast("string"))
    active = days.filter(pc.and_(mine, pc.is_valid(days["sum_minutes"])))
    month = pc.strftime(active["date_day"], "%Y-%m")
    counts = Counter(zip(active["account_id"].to_pylist(), month.to_pylist(), strict=True))
    # A stray date lies years ahead: the last month with several accounts is the last before the stop.
    by_month = Counter(m for _, m in counts)
    last = max((m for m, n in by_month.items() if n >= 3 or len(by_month) < 3), default="")
    return by_month[last]


def cases(seeds: int, pair_seeds: int) -> Iterator[Case]:
    """The clean twins, every fault with every seed, and every pair with some."""
    for seed in range(1, seeds + 1):
        yield Case(seed, ())
        for fault in FAULTS:
            yield Case(seed, (fault,))
    for number, pair in enumerate(combinations(FAULTS, 2)):
        for turn in range(pair_seeds):
            yield Case((number * pair_seeds + turn) % seeds + 1, pair)


def page(verdicts: list[Verdict], command: str) -> str:
    """The table for the docs."""
    clean = [v for v in verdicts if not v.case.faults]
    single = [v for v in verdicts if len(v.case.faults) == 1]
    pairs = [v for v in verdicts if len(v.case.faults) == 2]
    lines = [
        "# Does the audit find what is wrong?",
        "",
        f"<!-- Written by: {command}. Do not edit. -->",
        "",
        f"Small companies ({SIZE['accounts']} accounts, about {SIZE['visitors']} people, {SIZE['months']} months), "
        f"{len(clean)} seeds. **Found**: the fault's own code is raised on every table that it touched. **Right "
        "count**: with the number of rows, ids or accounts that the simulator wrote down; exactly for a single fault, "
        f"within {NEAR:.0%} (or two) for accounts that stop and in pairs, where one fault can move the other's rows. "
        "**False alarm**: a company that raised another fault's code; not counted is that copies of one customer "
        "fall silent together, which looks like a stop, or like the end of the data.",
        "",
        "## One fault at a time",
        "",
        "| fault | code | companies | found | right count | missed | false alarms |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: |",
        f"| none (clean twin) | | {len(clean)} | | | | {sum(bool(v.false_alarms) for v in clean)} |",
    ]
    lines += [_line(f, CODES[f], [v for v in single if v.case.faults == (f,)]) for f in FAULTS]
    errors = Counter(code for v in clean for code in v.errors)
    lines += [
        "",
        f"Clean companies with an `error` finding: {sum(bool(v.errors) for v in clean)} of {len(clean)}"
        + (": " + ", ".join(f"`{c}` {n}" for c, n in sorted(errors.items())) if errors else "")
        + ".",
        "",
        "## In pairs",
        "",
        f"All {len({v.case.faults for v in pairs})} pairs, {len(pairs)} companies; each row counts the pairs that a "
        "fault is in. A fault that cannot show beside the other (a single account is no copy; an empty table "
        "has no rows to be wrong) is not counted there.",
        "",
        "| fault | code | companies | found | right count | missed | false alarms |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    lines += [_line(f, CODES[f], [v for v in pairs if f in v.found]) for f in FAULTS]
    missed = [
        f"- seed {v.case.seed}, {' with '.join(v.case.faults) or 'clean'}: {_wrong(v)}" for v in verdicts if _wrong(v)
    ]
    lines += ["", "## What went wrong", "", *(missed or ["Nothing."]), ""]
    return "\n".join(lines)


def _line(fault: str, code: str, verdicts: list[Verdict]) -> str:
    judged = [v for v in verdicts if fault in v.found]
    found, counted = sum(v.found[fault] for v in judged), sum(v.counted[fault] for v in judged)
    alarms = sum(bool(v.false_alarms) for v in verdicts)
    return f"| `{fault}` | `{code}` | {len(judged)} | {found} | {counted} | {len(judged) - found} | {alarms} |"


def _wrong(verdict: Verdict) -> str:
    told = [f"`{f}` missed" for f, ok in verdict.found.items() if not ok]
    told += [f"`{f}` miscounted" for f, ok in verdict.counted.items() if not ok and verdict.found[f]]
    told += [f"`{code}` raised without cause" for code in verdict.false_alarms]
    return ", ".join(told)


def main() -> None:
    """Run every case and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--pair-seeds", type=int, default=2)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--out", type=Path, default=PAGE)
    given = parser.parse_args()
    every = list(cases(given.seeds, given.pair_seeds))
    with ProcessPoolExecutor(given.processes) as pool:
        verdicts = []
        for verdict in pool.map(judge, every):
            verdicts.append(verdict)
            if wrong := _wrong(verdict):
                print(f"seed {verdict.case.seed}, {' with '.join(verdict.case.faults) or 'clean'}: {wrong}", flush=True)
            if len(verdicts) % 50 == 0:
                print(f"{len(verdicts)} of {len(every)}", flush=True)
    command = f"python benchmarks/audit_faults.py --seeds {given.seeds} --pair-seeds {given.pair_seeds}"
    given.out.parent.mkdir(parents=True, exist_ok=True)
    given.out.write_text(page(verdicts, command), encoding="utf-8")
    print(f"written to {given.out}")


if __name__ == "__main__":
    main()
