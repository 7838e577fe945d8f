"""How long the audit of 30 million daily rows takes, and how that compares with scanning the columns that it reads.

Run with: python benchmarks/audit.py [--rows 30000000] [--database FILE]. One third of the rows are days of accounts,
two thirds days of people; the tables have the columns of dbt_pendo that the audit reads.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import duckdb

from valuecast import pipeline
from valuecast.config import parse

DAYS = 540


def build(path: Path, rows: int) -> None:
    """Accounts with a row for every day, a third of them active; people with about 25 active days each."""
    accounts, people = rows // 3 // DAYS, rows * 2 // 3 // 25
    with duckdb.connect(str(path)) as c:
        c.sql(f"""create table pendo__account as select 'p' source_relation,
            'acct-' || lpad(i::varchar, 7, '0') account_id,
            date '2023-05-01' first_event_on, 0::bigint sum_minutes, 0::bigint sum_events
            from range({accounts}) t(i)""")
        c.sql(f"""create table pendo__visitor as select 'p' source_relation,
            'v-' || lpad(i::varchar, 8, '0') visitor_id,
            'acct-' || lpad((i % {accounts})::varchar, 7, '0') account_id, date '2023-05-01' first_event_on,
            1 count_associated_accounts, case when i % 20 = 0 then (hash(i) % 11)::int end latest_nps_rating
            from range({people}) t(i)""")
        c.sql(f"""create table pendo__account_daily_metrics as select 'p' source_relation,
            date '2023-05-01' + d::int date_day, 'acct-' || lpad(i::varchar, 7, '0') account_id,
            case when on_it then 1 + (hash(i, d, 1) % 30)::bigint end count_active_visitors,
            case when on_it then 1 + (hash(i, d, 2) % 300)::bigint end sum_minutes,
            case when on_it then 1 + (hash(i, d, 3) % 300)::bigint end sum_events
            from (select i, d, hash(i, d) % 3 = 0 on_it from range({accounts}) t(i), range({DAYS}) u(d))""")
        c.sql(f"""create table pendo__visitor_daily_metrics as select 'p' source_relation,
            date '2023-05-01' + (start + d)::int date_day,
            'v-' || lpad(i::varchar, 8, '0') visitor_id, 1 + (hash(i, d, 2) % 300)::bigint sum_minutes,
            1 + (hash(i, d, 3) % 300)::bigint sum_events
            from (select i, (hash(i) % {DAYS - 60})::int start from range({people}) t(i)), range(0, 50, 2) u(d)""")


def scan(path: Path) -> None:
    """Every column that the audit reads, once."""
    with duckdb.connect(str(path), read_only=True) as c:
        for table, customer in (("account", "account_id"), ("visitor", "visitor_id")):
            c.sql(
                f"select count({customer}), max({customer}), max(date_day), max(source_relation), sum(sum_minutes), "
                f"sum(sum_events) from pendo__{table}_daily_metrics"
            ).fetchall()


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Wall and CPU seconds."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - wall, time.process_time() - cpu


def main() -> None:
    """Build, scan, audit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=30_000_000)
    parser.add_argument("--database", type=Path)
    parser.add_argument("--repeat", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        path = given.database or Path(place) / "audit.duckdb"
        if not path.exists():
            build(path, given.rows)
        config = parse({"source": str(path), "kind": "pendo"})
        pipeline.audit(config)
        scans = min(timed(lambda: scan(path)) for _ in range(given.repeat))
        steps: list[tuple[str, float]] = []
        audits = min(
            timed(lambda: pipeline.audit(config, lambda name: steps.append((name, time.perf_counter()))))
            for _ in range(given.repeat)
        )
    steps = steps[-len(steps) // given.repeat :] if steps else steps
    for (name, begun), (_, ended) in pairwise(steps):
        print(f"{ended - begun:6.2f} s  {name}")
    print(f"scan:  {scans[0]:.2f} s wall, {scans[1]:.2f} s CPU")
    print(f"audit: {audits[0]:.2f} s wall, {audits[1]:.2f} s CPU: {audits[1] / scans[1]:.0f} scans")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20:.1f} GB")


if __name__ == "__main__":
    main()
