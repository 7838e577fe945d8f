"""How long a file of text takes to become a typed log, and how that compares with the engine's own typed reading.

Run with: python benchmarks/reading.py [--gigabytes 1] [--runs 3]. All read the same file in the same run, by turns:
ours as text, with every role typed by our coercion and the rows summed by customer and day; the engine's own reader by
types that it finds itself in all rows, and again by types that it is given, with the same sums.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import duckdb

from valuecast.config import EventsMapping
from valuecast.engines import connect
from valuecast.sources import open_source

ROW_BYTES = 53
MAPPING = EventsMapping(customer_id="customer_id", time="occurred_at", amount="amount")
SUMS = "SELECT customer_id, occurred_at::DATE AS day, sum(amount), count(*) FROM log GROUP BY ALL"
TYPES = (
    "{'customer_id': 'VARCHAR', 'member_id': 'VARCHAR', 'occurred_at': 'TIMESTAMP', 'amount': 'DOUBLE', "
    "'feature': 'VARCHAR'}"
)


def build(path: Path, rows: int) -> None:
    """A log of 20,000 customers over 900 days."""
    with duckdb.connect() as c:
        c.sql(
            f"""copy (select 'C' || lpad((i * 7919 % 20000)::varchar, 6, '0') customer_id,
            'U' || (i * 31 % 200000) member_id,
            (date '2022-01-01' + ((i * 104729) % 900)::int)::varchar
            || ' ' || lpad((i % 24)::varchar, 2, '0') || ':00:00' occurred_at,
            round((i * 13 % 100000) / 100.0, 2) amount, 'feature_' || (i % 50) feature
            from range({rows}) t(i)) to '{path}' (header)"""
        )


def ours(path: Path) -> int:
    """Customer-days by our own reading."""
    warehouse = connect(str(path))
    try:
        days = open_source("events", warehouse, MAPPING).canonical("account").activity
        return int(warehouse.materialise("days", days).count().to_pyarrow().as_py())
    finally:
        warehouse.close()


def theirs(path: Path, options: str) -> int:
    """Customer-days by the engine's typed reading."""
    with duckdb.connect() as c:
        c.execute("SET enable_progress_bar = false")
        c.execute(f"CREATE TABLE log AS SELECT * FROM read_csv('{path}', {options})")
        c.execute(f"CREATE TABLE days AS {SUMS}")
        return int(c.execute("SELECT count(*) FROM days").fetchone()[0])


def timed(work: Callable[[], int]) -> tuple[float, int]:
    """Seconds, and what came of it."""
    start = time.perf_counter()
    found = work()
    return time.perf_counter() - start, found


def main() -> None:
    """Measure by turns, and print medians and ratios."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gigabytes", type=float, default=1.0)
    parser.add_argument("--runs", type=int, default=3)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "log.csv"
        rows = int(asked.gigabytes * 1e9 / ROW_BYTES)
        build(path, rows)
        ways: dict[str, Callable[[], int]] = {
            "ours, as text": lambda: ours(path),
            "typed by the engine, which looks at all rows": lambda: theirs(path, "sample_size=-1"),
            "typed by the engine, types given": lambda: theirs(path, f"columns={TYPES}, header=true"),
        }
        seconds: dict[str, list[float]] = {name: [] for name in ways}
        counts = set()
        for _ in range(asked.runs):
            for name, work in ways.items():
                took, found = timed(work)
                seconds[name].append(took)
                counts.add(found)
        assert len(counts) == 1, f"the readings differ: {counts}"
        first = statistics.median(seconds["ours, as text"])
        print(f"{rows:,} rows, {path.stat().st_size / 1e9:.2f} GB, {asked.runs} runs each")
        for name, each in seconds.items():
            middle = statistics.median(each)
            print(
                f"{name}: {middle:.1f} s ({min(each):.1f} to {max(each):.1f}); ours is {first / middle:.2f} times that"
            )


if __name__ == "__main__":
    main()
