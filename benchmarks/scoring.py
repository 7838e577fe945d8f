"""Scoring everybody: 5 million customers of 49 signals in DuckDB, a linear model as SQL and trees in streamed batches.

Run with: .venv/bin/python benchmarks/scoring.py [--customers 5000000] [--into postgres://user@host/db]

With --into, the customers are copied into a table ``signals`` of that PostgreSQL database, made for it and dropped
afterwards, and scored there: what decision 27 rests on.

Each way runs in a process of its own, from a Parquet file to Arrow batches with a probability, a call and a tier, on
what the engine gives it. Beside it stands the raw call: the same arithmetic on rows that already lie in memory as one
matrix (the library's own ``predict`` for trees, numpy for the linear model), without reading, streaming or tiers.
"""

from __future__ import annotations

import argparse
import io
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import ibis
import lightgbm as lgb
import numpy as np
import psycopg
import pyarrow as pa
import pyarrow.parquet as pq
from pyarrow import csv

from valuecast import identification
from valuecast.contracts import SIGNAL_CATALOGUE
from valuecast.engines import Warehouse, connect
from valuecast.identification import Outcome, Scorer
from valuecast.identification.boosting import Boosting, FittedBoosting
from valuecast.identification.calibration import Platt
from valuecast.identification.logistic import PenalisedLogistic
from valuecast.pipeline.population import scores

NAMES = tuple(SIGNAL_CATALOGUE)
GROUP = 100_000
WAYS = {
    "linear": "logistic model as SQL",
    "batches": "the same logistic model in batches",
    "product": "trees as fitted here (160 × 8 leaves)",
    "larger": "trees, 300 × 8 leaves",
}


def signals(rng: np.random.Generator, rows: int) -> np.ndarray:
    """Skewed counts and amounts, a fifth of every seventh signal unknown."""
    x = np.round(np.exp(rng.normal(1.0, 1.0, (rows, len(NAMES)))), 3)
    x[:, ::7][rng.random((rows, len(NAMES[::7]))) < 0.2] = np.nan
    return x


def write(path: Path, customers: int) -> None:
    """The customers, group by group."""
    rng = np.random.default_rng(0)
    writer = None
    for start in range(0, customers, GROUP):
        x = signals(rng, min(GROUP, customers - start))
        ids = pa.array([f"customer-{start + n:08d}" for n in range(len(x))])
        table = pa.table(
            {"customer_id": ids} | {n: pa.array(c, from_pandas=True) for n, c in zip(NAMES, x.T, strict=True)}
        )
        writer = writer or pq.ParquetWriter(path, table.schema, compression="zstd")
        writer.write_table(table)
    if writer:
        writer.close()


def model(way: str) -> Scorer:
    """What a run would have chosen, learned from as many customers as it brings out of the engine."""
    rng = np.random.default_rng(1)
    x = signals(rng, 50_000)
    value = np.nan_to_num(np.log(x[:, :9])).sum(axis=1) + rng.normal(0, 2, len(x))
    known = Outcome(value >= np.quantile(value, 0.8), np.exp(value / 5))
    if way in ("linear", "batches"):
        fitted = PenalisedLogistic().fit(x, known, (0.1,), seed=0)[0]
    else:
        rounds = {"product": 160, "larger": 300}[way]
        fitted = Boosting(settings=(rounds,)).fit(x, known, (rounds,), seed=0)[0]
    return Scorer(way, NAMES, fitted, Platt(1.1, 0.1), 0.6, 0.3)


def streamed(way: str, source: str) -> tuple[int, float]:
    """Everybody through the product's own way, or in batches all the same: rows, and the mean probability."""
    warehouse = connect(source)
    try:
        rows, total = 0, 0.0
        scorer, table = model(way), warehouse.require("signals")
        for batch in in_batches(warehouse, scorer, table) if way == "batches" else scores(warehouse, scorer, table):
            rows += batch.num_rows
            total += float(np.sum(batch.column("probability").to_numpy()))
        return rows, total / rows
    finally:
        warehouse.close()


def in_batches(warehouse: Warehouse, scorer: Scorer, table: ibis.Table) -> Iterator[pa.RecordBatch]:
    """As models that are not linear are scored."""
    wanted = table.select("customer_id", *scorer.signals)
    return warehouse.map_batches(
        wanted, partial(identification.scored, identification.serialised(scorer)), identification.SCORED
    )


def copied(path: Path, address: str) -> None:
    """The customers as a table of a PostgreSQL database."""
    with psycopg.connect(address) as database, pq.ParquetFile(path) as file:
        columns = [f'"{n}" ' + ("text" if n == "customer_id" else "double precision") for n in file.schema_arrow.names]
        database.execute(f"CREATE TABLE signals ({', '.join(columns)})")
        with database.cursor().copy("COPY signals FROM STDIN WITH (FORMAT csv)") as sent:
            for batch in file.iter_batches(GROUP):
                text = io.BytesIO()
                csv.write_csv(batch, text, csv.WriteOptions(include_header=False))
                sent.write(text.getvalue())


def raw(way: str, path: Path) -> tuple[int, float]:
    """The bare arithmetic, on a matrix of one group of rows, as often as there are groups."""
    fitted = model(way).fitted
    rows = pq.ParquetFile(path).metadata.num_rows
    x = signals(np.random.default_rng(0), min(GROUP, rows))
    call: Callable[[np.ndarray], np.ndarray] = fitted.predict
    if isinstance(fitted, FittedBoosting):
        booster: lgb.Booster = fitted.booster
        call = booster.predict
    before, begun = spent(), time.perf_counter()
    for _ in range(max(1, rows // GROUP)):
        found = call(x)
    print(json.dumps({"wall": time.perf_counter() - begun, "cpu": spent() - before}))
    return rows, float(found.mean())


def spent() -> float:
    """CPU seconds of this process."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def child(way: str, path: Path, into: str, *, bare: bool) -> dict[str, float]:
    """One way in a process of its own; what it took, without learning the model."""
    command = [sys.executable, __file__, "--way", way, "--file", str(path), *(["--bare"] if bare else [])]
    command += ["--into", into] if into else []
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip().splitlines()
    found: dict[str, float] = {}
    for line in told:
        found |= json.loads(line)
    return found


def measure(way: str, path: Path, into: str, *, bare: bool) -> None:
    """What `child` runs."""
    if bare:
        raw(way, path)
        return
    begun, before = time.perf_counter(), spent()
    model(way)
    learned = time.perf_counter() - begun, spent() - before
    begun, before = time.perf_counter(), spent()
    rows, mean = streamed(way, into or str(path))
    # `streamed` learns the model once more.
    took = {"wall": time.perf_counter() - begun - learned[0], "cpu": spent() - before - learned[1]}
    print(json.dumps(took | {"rows": rows, "mean": mean, "rss": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}))


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--customers", type=int, default=5_000_000)
    parser.add_argument("--way", choices=WAYS)
    parser.add_argument("--file", type=Path)
    parser.add_argument("--bare", action="store_true")
    parser.add_argument("--into", default="", help="a PostgreSQL database to score in")
    given = parser.parse_args()
    if given.way:
        measure(given.way, given.file, given.into, bare=given.bare)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "signals.parquet"
        write(path, given.customers)
        size = path.stat().st_size / 1e9
        print(f"{given.customers:,} customers, {len(NAMES)} signals, {size:.2f} GB of Parquet\n")
        print("| model | wall [s] | CPU [s] | peak memory [MB] | customers a second | CPU over the raw call |")
        print("| --- | --- | --- | --- | --- | --- |")
        if given.into:
            copied(path, given.into)
        for way, words in WAYS.items():
            ours, bare = (child(way, path, given.into, bare=bare) for bare in (False, True))
            print(
                f"| {words} | {ours['wall']:.1f} | {ours['cpu']:.1f} | {ours['rss'] / 1024:,.0f} "
                f"| {ours['rows'] / ours['wall']:,.0f} | {ours['cpu'] / bare['cpu']:.2f} |",
                flush=True,
            )
        if given.into:
            with psycopg.connect(given.into) as database:
                database.execute("DROP TABLE signals")


if __name__ == "__main__":
    main()
