"""What the signals cost as the rows grow, beside a scan and beside other tools doing the same work.

Run with: python benchmarks/scale.py [--rows 1000000 10000000 100000000] [--markdown docs/results/scale.md]
Polars and pandas take part where they are installed: pip install "valuecast[benchmarks]". featuretools takes part where
the Python of an environment that has it is named: --featuretools PYTHON (see `by_featuretools.py`).

The log has one row for each customer and day of use, 20 a customer over a year, in the order of days, as Parquet. Every
piece of work runs in a process of its own, over the same six windows of six months, and writes its table to a file:

- scan: the four columns, read once. What no formulation can go below.
- all signals: every signal that such a log supports, as a run computes them.
- eight signals: value, events, days of use, days of use and share of value in the last 30 days, its change against the
  30 before, days since the last use, days since the first; by us, and by DuckDB, Polars and pandas by hand. What they
  wrote is compared.
- featuretools, one window: sums, counts, trend and recency of the latest window, its nearest equivalents.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import duckdb
import ibis

from valuecast import signals
from valuecast.contracts import CANONICAL, Canonical
from valuecast.engines import Warehouse, connect, portable
from valuecast.pipeline import signalling
from valuecast.signals import daily
from valuecast.windows import TODAY, Window, months_after

PER_CUSTOMER, DAYS = 20, 366
AS_OF = date(2025, 1, 1)
WINDOWS = tuple(
    Window(TODAY if back == 0 else f"W{back}", months_after(AS_OF, -back - 6), months_after(AS_OF, -back))
    for back in range(6)
)
EIGHT = (
    "value",
    "events",
    "active_days",
    "recent_active_days",
    "recent_share",
    "value_change",
    "days_since_last",
    "tenure_days",
)
AUTOMATED = "featuretools, one window"
MOST = {"pandas": 10_000_000, AUTOMATED: 100_000}
"""Rows up to which a tool takes part."""


def build(path: Path, rows: int) -> None:
    """Write the log, day by day."""
    customers = rows // PER_CUSTOMER
    with duckdb.connect(config={"memory_limit": "4GB", "threads": 2}) as c:
        c.execute("set preserve_insertion_order = false")
        c.execute("create table days as select date '2024-01-01' + d::int as day, d from range(?) t(d)", [DAYS])
        c.execute(
            f"""copy (
                select 'c' || lpad(i::varchar, 8, '0') as customer_id, day,
                    (1 + hash(i, d, 2) % 120)::double as minutes, (1 + hash(i, d, 3) % 60)::double as events
                from days, range({customers}) t(i)
                where hash(i, d) % {DAYS} < {PER_CUSTOMER}
            ) to '{path}' (format parquet, row_group_size 500000)"""
        )


def scan(log: Path, out: Path, memory: float) -> None:
    """The four columns, once."""
    with duckdb.connect(config={"threads": 2}) as c:
        c.execute("select max(customer_id), max(day), sum(minutes), sum(events) from read_parquet(?)", [str(log)])
        c.fetchall()


def all_signals(log: Path, out: Path, memory: float) -> None:
    """Every signal that a plain log supports."""
    warehouse, tables = _opened(log, memory)
    tables = replace(tables, activity=warehouse.materialise("activity", signals.linked(tables.activity)))
    anchors = warehouse.materialise("anchors", signals.anchors(tables, WINDOWS))
    measured = signals.measured(tables, AS_OF)
    found = signalling.kept(warehouse, "signals", tables, anchors, WINDOWS, measured, None)
    warehouse.save(found, out)


def eight_signals(log: Path, out: Path, memory: float) -> None:
    """The eight, by our formulation."""
    _, tables = _opened(log, memory)
    days = signals.linked(tables.activity)
    sums = ibis.union(*(daily.by_window(days, w).mutate(window_id=ibis.literal(w.window_id)) for w in WINDOWS))
    last, before = sums.value_1.fill_null(0.0), sums.value_2.fill_null(0.0)
    found = sums.filter(sums.days > 0).select(
        "window_id",
        "customer_id",
        "value",
        "events",
        active_days=sums.days,
        recent_active_days=sums.days_1,
        recent_share=last / sums.value.nullif(0),
        value_change=(last - before) / (last + before).nullif(0),
        days_since_last=sums.last_age - 1,
        tenure_days=sums.first_age,
    )
    found.to_parquet(out)


def _opened(log: Path, memory: float) -> tuple[Warehouse, Canonical]:
    warehouse = connect(str(log), memory_limit_gb=memory)
    rows = next(iter(warehouse.tables.values()))
    activity = rows.mutate(
        amount=ibis.null("float64"), active_members=portable.constant(1.0), value=rows.minutes.cast("float64")
    )

    rest = {name: ibis.memtable(table.empty()) for name, table in CANONICAL.items() if name != "activity"}
    return warehouse, Canonical(activity=activity, **rest)


def by_duckdb(log: Path, out: Path, memory: float) -> None:
    """The eight, by hand: one statement a window."""
    one = """select '{w.window_id}' as window_id, customer_id,
            sum(minutes) filter (day >= date '{w.past_start}') as value,
            sum(events) filter (day >= date '{w.past_start}') as events,
            count(*) filter (day >= date '{w.past_start}') as active_days,
            count(*) filter (day >= date '{m}') as recent_active_days,
            coalesce(sum(minutes) filter (day >= date '{m}'), 0) as last,
            coalesce(sum(minutes) filter (day >= date '{b}' and day < date '{m}'), 0) as before,
            date '{w.as_of}' - max(day) - 1 as days_since_last, date '{w.as_of}' - min(day) as tenure_days
        from log where day < date '{w.as_of}' group by customer_id having max(day) >= date '{w.past_start}'"""
    parts = [one.format(w=w, m=w.as_of - timedelta(30), b=w.as_of - timedelta(60)) for w in WINDOWS]
    with duckdb.connect(config={"memory_limit": f"{memory}GB", "threads": 2}) as c:
        c.execute(f"create view log as select * from read_parquet('{log}')")
        c.execute(
            f"""copy (select * exclude (last, before), last / value as recent_share,
                (last - before) / nullif(last + before, 0) as value_change from ({" union all ".join(parts)}))
            to '{out}' (format parquet)"""
        )


def by_polars(log: Path, out: Path, memory: float) -> None:
    """The eight, by hand: one lazy query a window, by the streaming engine."""
    import polars as pl

    rows, parts = pl.scan_parquet(log), []
    for w in WINDOWS:
        day, minutes = pl.col("day"), pl.col("minutes")
        inside, month = day >= w.past_start, day >= w.as_of - timedelta(30)
        earlier = (day >= w.as_of - timedelta(60)) & ~month
        parts.append(
            rows.filter(day < w.as_of)
            .group_by("customer_id")
            .agg(
                value=minutes.filter(inside).sum(),
                events=pl.col("events").filter(inside).sum(),
                active_days=inside.sum(),
                recent_active_days=month.sum(),
                last=minutes.filter(month).sum(),
                before=minutes.filter(earlier).sum(),
                newest=day.max(),
                oldest=day.min(),
            )
            .filter(pl.col("active_days") > 0)
            .select(
                pl.lit(w.window_id).alias("window_id"),
                "customer_id",
                "value",
                "events",
                "active_days",
                "recent_active_days",
                recent_share=pl.col("last") / pl.col("value"),
                value_change=pl.when(pl.col("last") + pl.col("before") > 0).then(
                    (pl.col("last") - pl.col("before")) / (pl.col("last") + pl.col("before"))
                ),
                days_since_last=(pl.lit(w.as_of) - pl.col("newest")).dt.total_days() - 1,
                tenure_days=(pl.lit(w.as_of) - pl.col("oldest")).dt.total_days(),
            )
        )
    pl.concat(parts).collect(engine="streaming").write_parquet(out)


def by_pandas(log: Path, out: Path, memory: float) -> None:
    """The eight, by hand: masked columns and one group-by a window."""
    import numpy as np
    import pandas as pd

    rows, parts = pd.read_parquet(log), []
    day = pd.to_datetime(rows.pop("day"))
    rows["customer_id"] = rows.customer_id.astype("category")
    for w in WINDOWS:
        seen = (day < pd.Timestamp(w.as_of)).to_numpy()
        age = (pd.Timestamp(w.as_of) - day[seen]).dt.days.to_numpy()
        inside = age <= (w.as_of - w.past_start).days
        month, earlier = age <= 30, (age > 30) & (age <= 60)
        minutes, events = rows.minutes.to_numpy()[seen], rows.events.to_numpy()[seen]
        found = (
            pd.DataFrame(
                {
                    "customer_id": rows.customer_id[seen],
                    "value": minutes * inside,
                    "events": events * inside,
                    "active_days": inside,
                    "recent_active_days": month,
                    "last": minutes * month,
                    "before": minutes * earlier,
                    "newest": age,
                    "tenure_days": age,
                }
            )
            .groupby("customer_id", observed=True)
            .agg(
                {
                    **dict.fromkeys(("value", "events", "active_days", "recent_active_days", "last", "before"), "sum"),
                    "newest": "min",
                    "tenure_days": "max",
                }
            )
        )
        found = found[found.active_days > 0].reset_index()
        last, before = found.pop("last"), found.pop("before")
        found["recent_share"] = last / found.value
        found["value_change"] = (last - before) / (last + before).replace(0, np.nan)
        found["days_since_last"] = found.pop("newest") - 1
        found.insert(0, "window_id", w.window_id)
        parts.append(found.assign(customer_id=found.customer_id.astype(str)))
    pd.concat(parts).to_parquet(out)


WORK: dict[str, Callable[[Path, Path, float], None]] = {
    "scan": scan,
    "all signals": all_signals,
    "eight: valuecast": eight_signals,
    "eight: DuckDB by hand": by_duckdb,
    "eight: Polars by hand": by_polars,
    "eight: pandas by hand": by_pandas,
}
NEEDS = {"Polars": "polars", "pandas": "pandas"}


def measured(name: str, log: Path, memory: float, python: str = sys.executable) -> dict[str, float] | None:
    """Run one piece of work in a process of its own: wall [s], CPU [s], peak memory [GiB]; None when it failed."""
    with tempfile.TemporaryDirectory() as place:
        out = Path(place) / "out.parquet"
        words = [sys.executable, __file__, "--work", name, "--log", log, "--out", out, "--memory", str(memory)]
        if name == AUTOMATED:
            script, window = Path(__file__).with_name("by_featuretools.py"), WINDOWS[0]
            words = [python, script, log, out, str(window.past_start), str(window.as_of)]
        told = subprocess.run(words, capture_output=True, text=True, check=False)
        if told.returncode:
            print(f"{name}: {(told.stderr.strip().splitlines() or ['killed'])[-1]}", file=sys.stderr)
            return None
        found: dict[str, float] = json.loads(told.stdout.splitlines()[-1])
        if name.startswith("eight"):
            found["check"] = _check(out)
        return found


def _check(out: Path) -> Any:
    """Rows and, for each of the eight, how many are known and their sum: what every tool must agree on."""
    with duckdb.connect() as c:
        columns = ", ".join(f"count({name}), round(sum({name}), 3)" for name in EIGHT)
        return [float(x) for x in c.execute(f"select count(*), {columns} from read_parquet('{out}')").fetchone()]


def _worker(given: argparse.Namespace) -> None:
    wall, cpu = time.perf_counter(), time.process_time()
    WORK[given.work](given.log, given.out, given.memory)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(json.dumps({"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu, "memory": peak}))


def _takes_part(name: str, rows: int) -> bool:
    tool = next((tool for tool in NEEDS if tool in name), None)
    if tool and find_spec(NEEDS[tool]) is None:
        print(f"{name}: not installed", file=sys.stderr)
        return False
    return rows <= next((most for key, most in MOST.items() if key in name), rows)


def compare(rows: int, memory: float, folder: Path, python: str | None) -> dict[str, dict[str, float]]:
    """Everything at one size."""
    log = folder / f"log_{rows}.parquet"
    if not log.exists():
        build(log, rows)
    found: dict[str, dict[str, float]] = {}
    for name in (*WORK, *([AUTOMATED] if python else [])):
        if not _takes_part(name, rows):
            continue
        one = measured(name, log, memory, python or sys.executable)
        if one is not None:
            found[name] = one
            print(
                f"{rows:>12,}  {name:26} {one['wall']:8.1f} s {one['cpu']:8.1f} CPU s {one['memory']:6.2f} GiB",
                flush=True,
            )
    checks = {name: one.pop("check") for name, one in found.items() if "check" in one}
    first = next(iter(checks.values()), None)
    for name, check in checks.items():
        if first is None or any(abs(a - b) > 1e-6 * max(abs(a), 1) for a, b in zip(first, check, strict=True)):
            raise SystemExit(f"{name} gave other figures than {next(iter(checks))}: {check} and {first}")
    return found


def table(sizes: dict[int, dict[str, dict[str, float]]]) -> str:
    """As Markdown, with every cost as a multiple of the scan."""
    lines = [
        "| rows | work | CPU s | wall s | peak GiB | CPU, scans | CPU against Polars |",
        "|---|---|---|---|---|---|---|",
    ]
    for rows, found in sizes.items():
        peer = found.get("eight: Polars by hand", {}).get("cpu")
        for name, one in found.items():
            ratio = f"{one['cpu'] / peer:.2f}" if peer and name.startswith("eight") else ""
            scans = one["cpu"] / found["scan"]["cpu"]
            cost = f"{one['cpu']:.1f} | {one['wall']:.1f} | {one['memory']:.2f}"
            lines.append(f"| {rows:,} | {name} | {cost} | {scans:.1f} | {ratio} |")
    return "\n".join(lines)


_COLOURS = ("#000000", "#D55E00", "#0072B2", "#56B4E9", "#E69F00", "#CC79A7", "#009E73")
_SHAPES = ("circle", "square", "triangle-up", "cross", "diamond", "triangle-right", "triangle-down")


def plot(sizes: dict[int, dict[str, dict[str, float]]], path: Path) -> None:
    """CPU seconds against rows, both on logarithmic axes."""
    import altair as alt

    rows = [
        {"rows": size, "cpu": one["cpu"], "work": name} for size, found in sizes.items() for name, one in found.items()
    ]
    names = [name for name in (*WORK, AUTOMATED) if any(row["work"] == name for row in rows)]
    top = max(sizes)
    peer, ours = (sizes[top].get(name, {}).get("cpu") for name in ("eight: Polars by hand", "eight: valuecast"))
    finding = f": {ours / peer:.0%} of Polars by hand" if peer and ours else ""
    title = (
        f"Eight signals over {top:,} rows take {ours:,.0f} s of processor time{finding}" if ours else "Cost of signals"
    )

    def axis(name: str) -> alt.Axis:
        return alt.Axis(format=name, values=[10.0**n for n in range(-2, 10)], gridColor="#eeeeee")

    chart = (
        alt.Chart(alt.Data(values=rows), title=title)
        .mark_line(point=alt.OverlayMarkDef(size=60))
        .encode(
            x=alt.X("rows:Q", scale=alt.Scale(type="log"), title="rows of the log", axis=axis("~s")),
            y=alt.Y("cpu:Q", scale=alt.Scale(type="log"), title="processor time [s]", axis=axis("~g")),
            color=alt.Color("work:N", scale=alt.Scale(domain=names, range=_COLOURS[: len(names)]), title=None),
            shape=alt.Shape("work:N", scale=alt.Scale(domain=names, range=_SHAPES[: len(names)]), title=None),
        )
        .properties(width=560, height=340)
        .configure_title(anchor="start", fontSize=14)
    )
    chart.save(path, scale_factor=2)


def main() -> None:
    """Measure every size and print, and put the table into the results page where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, nargs="+", default=[1_000_000, 10_000_000, 100_000_000])
    parser.add_argument("--memory", type=float, default=3.5, help="memory limit of the embedded engine [GB]")
    parser.add_argument("--folder", type=Path, help="where logs are kept, to be used again")
    parser.add_argument("--featuretools", help="Python of an environment that has featuretools")
    parser.add_argument("--markdown", type=Path, help="results page whose figures to replace")
    parser.add_argument("--plot", type=Path, help="picture to write")
    for hidden in ("--work", "--log", "--out"):
        parser.add_argument(hidden, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.work:
        given.log, given.out = Path(given.log), Path(given.out)
        _worker(given)
        return
    with tempfile.TemporaryDirectory() as place:
        folder = given.folder or Path(place)
        folder.mkdir(parents=True, exist_ok=True)
        sizes = {rows: compare(rows, given.memory, folder, given.featuretools) for rows in given.rows}
    print(table(sizes))
    if given.plot:
        plot(sizes, given.plot)
    if given.markdown:
        text = given.markdown.read_text()
        begin, end = "<!-- scale: begin -->", "<!-- scale: end -->"
        head, tail = text.split(begin)[0], text.split(end)[1]
        given.markdown.write_text(f"{head}{begin}\n\n{table(sizes)}\n\n{end}{tail}")


if __name__ == "__main__":
    main()
