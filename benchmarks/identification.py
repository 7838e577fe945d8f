"""Identification against what others do, on real purchases and on a company whose truth is known.

Run with: .venv/bin/python benchmarks/identification.py --cdnow PATH/CDNOW_master.txt
Add ``--markdown docs/results/identification.md`` to put the figures into the results page.

The purchase log is public (also inside the PyPI package ``lifetimes``). BG/NBD with Gamma-Gamma is fitted by that
package where it is installed (``pip install lifetimes``); without it those rows are left out and the output says so.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.util import find_spec
from pathlib import Path

import ibis
import numpy as np
import pandas as pd
import pyarrow as pa

from valuecast import metrics, pipeline, signals
from valuecast.config import parse
from valuecast.contracts import CANONICAL, Canonical
from valuecast.evaluation.intervals import percentile_interval
from valuecast.identification.observations import Outcome
from valuecast.identification.regression import ValueRegression, median_curve, median_of
from valuecast.metrics import Floats
from valuecast.simulate import Company, simulate
from valuecast.windows import Window, months_after

START = date(1997, 1, 1)
CALIBRATION = TEST = 39 * 7
"""Days to learn from, and days to be judged on."""
ANCHORS = tuple(7 * week for week in (13, 17, 21, 26, 30, 34))
"""Days of the calibration period from which its own later weeks are forecast."""
BLOCK = 28
"""The future is forecast in blocks of so many days, each by how far ahead it lies."""
SHARE = 0.2
RESAMPLES = 1000
REFERENCE = {
    "BG/NBD × Gamma-Gamma": {"gini": 0.672, "mae": 32.7, "bias": -17.0},
    "past-spend rate": {"gini": 0.698, "mae": 71.4, "bias": 166.0},
}
"""Figures that were measured elsewhere, for comparison."""


@dataclass(frozen=True)
class Log:
    """Purchases by customer (code) and day since `START`, and all customers."""

    customers: np.ndarray
    customer: np.ndarray
    day: np.ndarray
    amount: Floats

    def spend(self, start: int, end: int) -> Floats:
        """What each customer spent from one day to before another."""
        here = (self.day >= start) & (self.day < end)
        return np.bincount(self.customer[here], self.amount[here], len(self.customers))

    def until(self, end: int) -> Log:
        """The purchases before a day: nothing that learns is given any other."""
        here = self.day < end
        return Log(self.customers, self.customer[here], self.day[here], self.amount[here])


TAKEN = (
    "value",
    "value_per_active_day",
    "active_days",
    "recent_active_days",
    "value_change",
    "recent_share",
    "days_change",
    "recency_ratio",
    "recency_share",
)
"""Signals that mean the same whatever the length of the past: here it grows from anchor to anchor, so that those which
count idle weeks or gaps would lie beyond all that was learned from. Tenure and silence enter as logarithms."""


def read(path: Path) -> Log:
    """The log, added up by customer and day."""
    names = ["customer", "date", "units", "amount"]
    frame = pd.read_csv(path, sep=r"\s+", header=0, names=names, dtype={"customer": str, "date": str})
    frame["day"] = (pd.to_datetime(frame["date"], format="%Y%m%d") - pd.Timestamp(START)).dt.days
    frame = frame.groupby(["customer", "day"], as_index=False)["amount"].sum()
    customers, codes = np.unique(frame["customer"].to_numpy(dtype=object), return_inverse=True)
    return Log(customers, codes, frame["day"].to_numpy(), frame["amount"].to_numpy(dtype=np.float64))


def signals_at(log: Log, anchors: tuple[int, ...]) -> dict[int, pd.DataFrame]:
    """The package's signals at each anchor, from all purchases before it; one row for each customer seen by then."""
    days = [START + timedelta(days=int(day)) for day in log.day]
    activity = pa.table(
        {
            "customer_id": pa.array(log.customers[log.customer].tolist(), pa.string()),
            "day": pa.array(days, pa.date32()),
            "minutes": pa.nulls(len(days), pa.float64()),
            "events": np.ones(len(days)),
            "amount": log.amount,
            "active_members": np.ones(len(days)),
            "value": log.amount,
        }
    )
    empty = {name: ibis.memtable(table.empty()) for name, table in CANONICAL.items() if name != "activity"}
    tables = Canonical(activity=ibis.memtable(activity), **empty)
    windows = tuple(Window(f"W{day}", START, START + timedelta(days=day)) for day in anchors)
    names = signals.measured(tables, windows[-1].as_of)
    found = signals.assemble(tables, signals.anchors(tables, windows), windows, names).to_pandas()
    return {
        day: found[found["window_id"] == f"W{day}"].set_index("customer_id").reindex(log.customers).reset_index()
        for day in anchors
    }


def columns(at: pd.DataFrame, names: tuple[str, ...], ahead: float) -> Floats:
    """Signals, and how far ahead the block lies against how long the customer is known, and has been silent."""
    x = at[list(names)].to_numpy(dtype=np.float64)
    known, silent = at["tenure_days"].to_numpy(np.float64), at["days_since_last"].to_numpy(np.float64) + 1
    return np.column_stack([x, np.log(known), np.log(silent), np.log1p(ahead / known), np.log1p(ahead / silent)])


def forecast(log: Log, end: int, horizon: int) -> tuple[Floats, Floats]:
    """Mean and median of each customer's spend over ``horizon`` days, from purchases before ``end`` alone.

    From each anchor within the calibration period its own later blocks of 28 days are known: these teach
    `ValueRegression` how spend depends on the signals and on how far ahead a block lies. The forecast is the sum
    over the blocks of the horizon. The median comes from the curve that turns such a mean into a median, learned on
    what was left of the calibration period at its middle anchor.
    """
    log = log.until(end)
    anchors = tuple(day for day in ANCHORS if day <= end - BLOCK)
    at = signals_at(log, (*anchors, end))
    names = tuple(n for n in TAKEN if all(_speaks(at[day][n]) for day in at))
    rows, values = [], []
    for day in anchors:
        seen = at[day]["tenure_days"].notna().to_numpy()
        for start in range(0, end - day - BLOCK + 1, BLOCK):
            rows.append(columns(at[day], names, start + BLOCK / 2)[seen])
            values.append(log.spend(day + start, day + start + BLOCK)[seen])
    value = np.concatenate(values)
    known = Outcome(metrics.top_share(value, SHARE), value)
    model = ValueRegression()
    fitted = model.fit(np.concatenate(rows), known, (model.settings[-1],), seed=0)[0]

    def mean(day: int, length: int) -> Floats:
        starts = range(0, length // BLOCK * BLOCK, BLOCK)
        total = sum(fitted.mean(columns(at[day], names, start + BLOCK / 2)) for start in starts)
        rest = length % BLOCK
        if rest:
            total = total + fitted.mean(columns(at[day], names, length - rest / 2)) * rest / BLOCK
        return np.asarray(total)

    middle = anchors[len(anchors) // 2]
    seen = at[middle]["tenure_days"].notna().to_numpy()
    curve = median_curve(mean(middle, end - middle)[seen], log.spend(middle, end)[seen])
    expected = mean(end, horizon)
    return expected, median_of(expected, *curve)


def _speaks(column: pd.Series) -> bool:
    known = column.dropna()
    return len(known) > 0.01 * len(column) and known.min() < known.max()


def two_dimensional(log: Log, end: int) -> Floats:
    """The score to beat: mean of min-max scaled value and active days."""
    past = log.until(end)
    days = np.bincount(past.customer, minlength=len(past.customers)).astype(np.float64)
    return (_scaled(past.spend(0, end)) + _scaled(days)) / 2


def past_rate(log: Log, end: int, horizon: int) -> Floats:
    """Spend so far by day since the first purchase, times the horizon."""
    past = log.until(end)
    first = np.full(len(past.customers), float(end))
    np.minimum.at(first, past.customer, past.day.astype(np.float64))
    return past.spend(0, end) / np.maximum(end - first, 1) * horizon


def buy_till_you_die(log: Log, end: int, horizon: int) -> Floats | None:
    """BG/NBD with Gamma-Gamma by ``lifetimes``, in weeks; None where that package is not installed."""
    if find_spec("lifetimes") is None:
        return None
    from lifetimes import BetaGeoFitter, GammaGammaFitter
    from lifetimes.utils import summary_data_from_transaction_data

    past = log.until(end)
    frame = pd.DataFrame(
        {
            "customer": past.customers[past.customer],
            "date": pd.Timestamp(START) + pd.to_timedelta(past.day, unit="D"),
            "amount": past.amount,
        }
    )
    last = pd.Timestamp(START) + pd.Timedelta(days=end - 1)
    known = summary_data_from_transaction_data(frame, "customer", "date", "amount", observation_period_end=last)
    counts = BetaGeoFitter().fit(known["frequency"], known["recency"] / 7, known["T"] / 7)
    repeat = known[(known["frequency"] > 0) & (known["monetary_value"] > 0)]
    worth = GammaGammaFitter().fit(repeat["frequency"], repeat["monetary_value"])
    expected = counts.conditional_expected_number_of_purchases_up_to_time(
        horizon / 7, known["frequency"], known["recency"] / 7, known["T"] / 7
    ) * worth.conditional_expected_average_profit(known["frequency"], known["monetary_value"])
    return expected.reindex(log.customers).fillna(0.0).to_numpy(dtype=np.float64)


def _scaled(values: Floats) -> Floats:
    return (values - values.min()) / max(float(np.ptp(values)), 1e-12)


def measured(actual: Floats, ranking: Floats, amount: Floats | None) -> dict[str, float]:
    """Gini, R-precision at the top share, and, of a forecast of amounts, MAE and total bias."""
    found = {
        "gini": metrics.gini_score(actual, ranking),
        "r_precision": metrics.r_precision_score(metrics.top_share(actual, SHARE), ranking),
    }
    if amount is not None:
        found |= {"mae": metrics.mae_loss(actual, amount), "bias": metrics.bias_percent(actual, amount)}
    return found


def with_intervals(actual: Floats, ranking: Floats, amount: Floats | None, draws: int) -> dict[str, str]:
    """Each figure with its 95 % bootstrap interval over customers."""
    whole = measured(actual, ranking, amount)
    rng = np.random.default_rng(0)
    each: dict[str, list[float]] = {name: [] for name in whole}
    for _ in range(draws):
        mine = rng.integers(len(actual), size=len(actual))
        for name, value in measured(actual[mine], ranking[mine], None if amount is None else amount[mine]).items():
            each[name].append(value)
    told = {}
    for name, value in whole.items():
        low, high = percentile_interval(np.array(each[name]))
        form = "{:.3f} [{:.3f}, {:.3f}]" if name in ("gini", "r_precision") else "{:.1f} [{:.1f}, {:.1f}]"
        told[name] = form.format(value, low, high)
    return told


def purchases(path: Path, draws: int) -> list[str]:
    """The table of the purchase log."""
    log = read(path)
    actual = log.spend(CALIBRATION, CALIBRATION + TEST)
    began = time.perf_counter()
    mean, median = forecast(log, CALIBRATION, TEST)
    took = time.perf_counter() - began
    rate = past_rate(log, CALIBRATION, TEST)
    entrants: list[tuple[str, Floats, Floats | None]] = [
        ("valuecast, mean forecast", mean, mean),
        ("valuecast, median forecast (ranked by the mean)", mean, median),
        ("2-D score", two_dimensional(log, CALIBRATION), None),
        ("past-spend rate", rate, rate),
        ("nothing for everybody", np.zeros(len(actual)), np.zeros(len(actual))),
    ]
    other = buy_till_you_die(log, CALIBRATION, TEST)
    if other is not None:
        entrants.insert(2, ("BG/NBD × Gamma-Gamma (lifetimes)", other, other))
    lines = ["| method | Gini of future spend | R-precision at 20 % | MAE | total bias % |", "|---|---|---|---|---|"]
    for name, ranking, amount in entrants:
        told = with_intervals(actual, ranking, amount, draws)
        lines.append(
            f"| {name} | " + " | ".join(told.get(k, "") for k in ("gini", "r_precision", "mae", "bias")) + " |"
        )
    for name, figures in REFERENCE.items():
        lines.append(f"| {name}, as quoted | {figures['gini']} | | {figures['mae']} | {figures['bias']} |")
    if other is None:
        lines.append("\n`lifetimes` is not installed, so BG/NBD × Gamma-Gamma is only quoted.")
    buyers = float(np.mean(actual > 0))
    lines.append(
        f"\n{len(actual):,} customers, of whom {buyers:.1%} bought in the test period; {actual.mean():.2f} a customer. "
        f"Signals, learning and forecasting took {took:.0f} s."
    )
    return lines


def company(accounts: int, seed: int) -> list[str]:
    """How much of the way from the 2-D score to the oracle the chosen model goes, in the test window."""
    with tempfile.TemporaryDirectory() as folder:
        simulate(Company(accounts=accounts, seed=seed), Path(folder) / "company")
        found = pipeline.run(parse({"source": str(Path(folder) / "company"), "kind": "pendo"}))
        truth = pd.read_parquet(Path(folder) / "company" / "truth" / "account_month_truth.parquet")
    test = found.hv_predictions_testset.to_pandas()
    horizon = found.manifest["plan"]["horizon"]
    before = pd.Timestamp(months_after(test["as_of"].iloc[0], -1))
    truth["month"] = pd.to_datetime(truth["month"])
    known = truth[truth["month"] == before].set_index("account_id")[f"expected_minutes_next_{horizon}m"]
    actual = test["actual_high_value"].to_numpy(dtype=bool)
    oracle = known.reindex(test["customer_id"]).fillna(0.0).to_numpy(dtype=np.float64)
    figures = found.backtest_metrics.to_pandas().query("task == 'identification' and split == 'test'")
    each = figures.pivot_table(index="method", columns="metric", values="value")
    chosen = found.manifest["choices"]["model"]
    lines = [
        "| measure | 2-D score | 2-D model | chosen model | oracle | gap to the score closed | gap to the 2-D model closed |",  # noqa: E501
        "|---|---|---|---|---|---|---|",
    ]
    for name, score in (
        ("average_precision", metrics.average_precision_score),
        ("r_precision", metrics.r_precision_score),
        ("auc", metrics.auc_score),
    ):
        low, model, high = each.loc["duration_frequency", name], each.loc[chosen, name], score(actual, oracle)
        two = each.loc["logistic_2d", name]
        lines.append(
            f"| {name} | {low:.3f} | {two:.3f} | {model:.3f} ({chosen}) | {high:.3f} "
            f"| {(model - low) / (high - low):.0%} | {(model - two) / (high - two):.0%} |"
        )
    lines.append(f"\n{len(actual):,} active accounts in the test window, seed {seed}.")
    return lines


def main() -> None:
    """Run what was asked for, print it, and write it down where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cdnow", type=Path, help="the public log CDNOW_master.txt; its part is skipped without it")
    parser.add_argument("--accounts", type=int, default=1000, help="accounts of the simulated company; 0 skips it")
    parser.add_argument("--seeds", type=int, nargs="+", default=[7], help="seeds of the simulated company")
    parser.add_argument("--draws", type=int, default=RESAMPLES, help="bootstrap resamples")
    parser.add_argument("--markdown", type=Path, help="file whose figures to replace")
    given = parser.parse_args()
    parts = {}
    if given.cdnow:
        parts["cdnow"] = purchases(given.cdnow, given.draws)
    if given.accounts:
        parts["company"] = [line for seed in given.seeds for line in [*company(given.accounts, seed), ""]]
    for name, lines in parts.items():
        print(f"## {name}\n" + "\n".join(lines) + "\n")
        if given.markdown:
            write(given.markdown, name, lines)


def write(page: Path, name: str, lines: list[str]) -> None:
    """Put the figures between the two markers that bear their name."""
    text = page.read_text(encoding="utf-8")
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    head, rest = text.split(begin)
    tail = rest.split(end)[1]
    body = "\n".join(lines).strip()
    page.write_text(f"{head}{begin}\n\n{body}\n\n{end}{tail}", encoding="utf-8")


if __name__ == "__main__":
    main()
