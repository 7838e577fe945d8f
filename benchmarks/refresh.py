"""A day's refresh against a full run: processor time and wall time of the part in the engine, and of both in whole.

Run with: .venv/bin/python benchmarks/refresh.py [--rows 5000000] [--per-customer 20] [--months 18] [--whole]
Each measurement is a process of its own. Prints a table in Markdown.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from valuecast import store
from valuecast.config import Config, configure
from valuecast.pipeline import REFRESH, RUN, Cache, Step
from valuecast.pipeline.runner import board

SETTINGS: dict[str, Any] = {
    "kind": "events",
    "grain": "account",
    "horizon_months": 1,
    "trend_months": [1, 3],
    "backtest_from": "month",
    "events": {"time": "day", "minutes": "minutes", "count": "clicks"},
}
LAST = date(2024, 6, 16)
"""Day of the refresh: the middle of a month."""
OUTSIDE = frozenset(step.name for step in RUN[[s.name for s in RUN].index("customer_tables") + 1 :])
"""Steps after the tables have left the engine."""


def generate(folder: Path, rows: int, per_customer: int, months: int) -> None:
    """A log up to the day before, and one with the day: customers of steady levels on random days."""
    rng = np.random.default_rng(0)
    customers, days = rows // per_customer, months * 365 // 12
    for name in ("before", "after"):
        (folder / name).mkdir(parents=True)
    writers: dict[str, pq.ParquetWriter] = {}
    ids = pa.array([f"c{i:08d}" for i in range(customers)], pa.string())
    level = rng.gamma(2.0, 10.0, customers)
    per_day = rows // days
    for n in range(days):
        day = LAST - timedelta(days=days - 1 - n)
        who = rng.integers(0, customers, per_day)
        batch = pa.table(
            {
                "customer_id": ids.take(pa.array(who)),
                "day": pa.array([day] * per_day, pa.date32()),
                "minutes": np.round(level[who] * rng.gamma(2.0, 0.5, per_day), 2),
                "clicks": rng.integers(1, 10, per_day),
            }
        )
        for name in ("before", "after") if day < LAST else ("after",):
            if name not in writers:
                writers[name] = pq.ParquetWriter(folder / name / "log.parquet", batch.schema)
            writers[name].write_table(batch)
    for writer in writers.values():
        writer.close()


def work(steps: tuple[Step, ...], config: Config, cache: Cache | None, *, whole: bool) -> dict[str, Any]:
    """Go through the steps, and count processor time."""
    began = time.perf_counter()
    by_step: dict[str, float] = {}
    with board(config=config, cache=cache) as made:
        for step in steps:
            if not whole and step.name in OUTSIDE:
                continue
            before = _cpu()
            made.take(step)
            by_step[step.name] = round(_cpu() - before, 2)
    if cache is not None:
        store.write_state(cache.after, made["state"].facts, made["state"].fingerprints)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    told = {name: getattr(made["refreshed"], name) for name in ("windows", "cached")} if cache else {}
    return {"cpu": _cpu(), "wall": time.perf_counter() - began, "peak": peak, "by_step": by_step, **told}


def one(part: str, folder: Path, *, whole: bool) -> dict[str, Any]:
    """One measurement, in this process."""
    source = folder / ("before" if part == "first" else "after")
    config = configure(source=str(source), **SETTINGS)
    if part == "full":
        return work(RUN, config, None, whole=whole)
    after = folder / ("state" if part == "first" else f"state-{part}-{whole}")
    after.mkdir()
    return work(REFRESH, config, Cache(folder / "state", after), whole=whole)


def measured(part: str, folder: Path, *, whole: bool) -> dict[str, Any]:
    """One measurement, in a process of its own."""
    command = [sys.executable, __file__, "--part", part, "--folder", str(folder), *(["--whole"] if whole else [])]
    found: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return found


def main() -> None:
    """Generate, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=5_000_000)
    parser.add_argument("--per-customer", type=int, default=20)
    parser.add_argument("--months", type=int, default=18)
    parser.add_argument("--whole", action="store_true", help="also whole runs, models and evidence included")
    parser.add_argument("--steps", action="store_true", help="also the processor time of each step")
    parser.add_argument("--part", choices=("full", "first", "refresh"), help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.part:
        print(json.dumps(one(given.part, given.folder, whole=given.whole)))
        return
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "log"
        generate(folder, given.rows, given.per_customer, given.months)
        report(given, folder)


def report(given: argparse.Namespace, folder: Path) -> None:
    """Measure all parts and print them."""
    first = measured("first", folder, whole=False)
    size = sum(path.stat().st_size for path in (folder / "state").rglob("*") if path.is_file()) / 2**20
    print(f"{given.rows:,} rows, {given.rows // given.per_customer:,} customers, {given.months} months; ", end="")
    print(f"the state takes {size:,.0f} MiB, and leaving it {first['by_step']['state']:.1f} s of processor time.\n")
    print("| part | run | processor s | wall s | peak GiB | of the full run's processor time |")
    print("| --- " * 6 + "|")
    for whole in (False, True) if given.whole else (False,):
        full, again = (measured(part, folder, whole=whole) for part in ("full", "refresh"))
        name = "all" if whole else "in the engine"
        for run, found in (("full", full), (f"refresh, {again['cached']} of {again['windows']} windows kept", again)):
            share = f"{100 * found['cpu'] / full['cpu']:.0f} %"
            print(f"| {name} | {run} | {found['cpu']:.1f} | {found['wall']:.1f} | {found['peak']:.2f} | {share} |")
        if given.steps:
            for step in dict.fromkeys((*full["by_step"], *again["by_step"])):
                print(f"<!-- {step}: {full['by_step'].get(step, 0)} {again['by_step'].get(step, 0)} -->")


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
