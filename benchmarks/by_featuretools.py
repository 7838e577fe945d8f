"""Sums, counts and recency of one window by an automated feature library, for `scale.py`.

Run by it, in an environment of its own, because featuretools 1.31 does not work with pandas 3:
pip install featuretools "pandas<3" "setuptools<81". Usage: python by_featuretools.py LOG OUT PAST_START AS_OF
"""

from __future__ import annotations

import json
import resource
import sys
import time

import featuretools as ft
import pandas as pd


def main(log: str, out: str, past_start: str, as_of: str) -> None:
    """Compute the features of every customer as of one day, and print what it cost."""
    wall, cpu = time.perf_counter(), time.process_time()
    rows = pd.read_parquet(log)
    rows["day"] = pd.to_datetime(rows["day"])
    rows["row"] = range(len(rows))
    entities = ft.EntitySet("log")
    entities.add_dataframe(dataframe_name="days", dataframe=rows, index="row", time_index="day")
    entities.normalize_dataframe("days", "customers", "customer_id", make_time_index=False)
    matrix, _ = ft.dfs(
        entityset=entities,
        target_dataframe_name="customers",
        agg_primitives=["sum", "count", "trend", "time_since_last", "time_since_first"],
        trans_primitives=[],
        cutoff_time=pd.Timestamp(as_of),
        training_window=f"{(pd.Timestamp(as_of) - pd.Timestamp(past_start)).days} days",
    )
    pd.DataFrame(matrix).reset_index().to_parquet(out)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(json.dumps({"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu, "memory": peak}))


if __name__ == "__main__":
    main(*sys.argv[1:])
