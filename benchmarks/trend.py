"""Trends and early warnings against the truth of simulated companies, and spend on CDNOW; writes docs/results/trend.md.

Run with: .venv/bin/python benchmarks/trend.py [--cdnow CDNOW_master.txt] [--companies 11 12 13 14 15] [--rows FOLDER]

The companies are seeds 11 to 15: nobody had looked at them while methods were shaped. All figures are from the test
window, pooled over companies; methods and calibration saw earlier windows only.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from valuecast import signals
from valuecast.actions.alerts import detect
from valuecast.config import Config, configure
from valuecast.contracts import INTERMEDIATE
from valuecast.metrics import calibration_loss, macro_f1_score, mae_loss
from valuecast.pipeline import RUN
from valuecast.pipeline.runner import Board
from valuecast.simulate import Company, simulate
from valuecast.trends import CLASSES, trend_codes, trend_names
from valuecast.windows import TODAY

PAGE = Path(__file__).parents[1] / "docs" / "results" / "trend.md"
SEEDS = (11, 12, 13, 14, 15)
UP, DOWN = 1.2, 0.9
ODDS = ["p_up", "p_flat", "p_down"]
KINDS = ("silence", "usage_drop", "champion_gone", "fewer_features", "rating", "tickets")


@dataclass(frozen=True)
class Measured:
    """What one data set gave: rows of test windows, looks of early warnings, and the choice of methods."""

    tests: pd.DataFrame
    looks: pd.DataFrame
    chosen: dict[int, str]


def main() -> None:
    """Measure, print and write the page."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--cdnow", type=Path)
    asked.add_argument("--companies", type=int, nargs="*", default=list(SEEDS))
    asked.add_argument("--accounts", type=int, default=1000)
    asked.add_argument("--rows", type=Path, help="keep what was measured here, and go on from it")
    given = asked.parse_args()
    found = []
    for seed in given.companies:
        name = f"{seed}_{given.accounts}"
        found.append(_kept(given.rows, name, lambda seed=seed: simulated(seed, given.accounts)))  # type: ignore[misc]
        print(f"company {seed}: chosen {found[-1].chosen}", flush=True)
    tests = pd.concat([one.tests.assign(company=i) for i, one in enumerate(found)], ignore_index=True)
    looks = pd.concat([one.looks.assign(company=i) for i, one in enumerate(found)], ignore_index=True)
    parts = [
        _opening(given, found),
        "## Aims\n",
        _aims(tests),
        "## Forecasts on simulated companies\n",
        _forecasts(tests, [one.chosen for one in found]),
    ]
    parts += ["## Early warnings on simulated companies\n", _warnings(looks)]
    if given.cdnow is not None:
        bought = _kept(given.rows, "cdnow", lambda: purchases(given.cdnow))
        parts += ["## CDNOW: spend of real customers\n", _cdnow(bought)]
    text = "\n".join(parts)
    print(text)
    if list(given.companies) == list(SEEDS) and given.accounts == 1000:
        PAGE.parent.mkdir(parents=True, exist_ok=True)
        PAGE.write_text(text, "utf-8")


def simulated(seed: int, accounts: int) -> Measured:
    """One simulated company: forecasts of its test windows beside the oracle's, and warnings at every window."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "company"
        simulate(Company(accounts=accounts, seed=seed), source)
        board = _run(configure(source=str(source), grain="account"))
        truth = pd.read_parquet(source / "truth" / "account_month_truth.parquet")
        left = pd.read_parquet(source / "truth" / "account_truth.parquet")[["account_id", "churned_on"]]
        tests = _tests(board)
        plan = board["plan"]
        as_of = {window.window_id: window.as_of for window in plan.windows}
        tests = _with_oracle(tests, truth, as_of)
        looks = _looks(board, truth, left)
        board["warehouse"].close()
        return Measured(tests, looks, dict(board["forecast"].chosen_method))


def purchases(log: Path) -> Measured:
    """CDNOW: value is money, a customer a person."""
    with tempfile.TemporaryDirectory() as folder:
        rows = pd.read_csv(log, sep=r"\s+", names=["customer_id", "day", "units", "dollars"], dtype=str)
        rows = rows[rows["day"].str.fullmatch(r"\d{8}")].astype({"dollars": float})
        rows["occurred_at"] = pd.to_datetime(rows["day"])
        pq.write_table(
            pa.Table.from_pandas(rows[["customer_id", "occurred_at", "dollars"]]), Path(folder) / "log.parquet"
        )
        mapping = {"table": "log", "time": "occurred_at", "amount": "dollars"}
        board = _run(configure(source=folder, kind="events", events=mapping, value="amount"))
        tests = _tests(board)
        board["warehouse"].close()
        return Measured(tests, pd.DataFrame(), dict(board["forecast"].chosen_method))


def _run(config: Config) -> dict[str, Any]:
    """The steps that the trends stand on."""
    wanted = {"forecast"}
    for step in reversed(RUN):
        wanted |= set(step.reads) if step.name in wanted else set()
    made = Board(config=config)
    for step in RUN:
        if step.name in wanted:
            made.take(step)
    return made.values


def _kept(folder: Path | None, name: str, measure: Callable[[], Measured]) -> Measured:
    """What was measured, from the folder where it is there already."""
    if folder is None:
        return measure()
    tests, looks, chosen = (folder / f"{name}_{part}.parquet" for part in ("tests", "looks", "chosen"))
    if not chosen.exists():
        found = measure()
        folder.mkdir(parents=True, exist_ok=True)
        found.tests.to_parquet(tests)
        found.looks.to_parquet(looks)
        pd.DataFrame({"months": list(found.chosen), "method": list(found.chosen.values())}).to_parquet(chosen)
    choice = pd.read_parquet(chosen)
    return Measured(
        pd.read_parquet(tests), pd.read_parquet(looks), dict(zip(choice["months"], choice["method"], strict=True))
    )


def _tests(board: dict[str, Any]) -> pd.DataFrame:
    rows = board["forecast"].trends.to_pandas()
    return _with_guesses(rows[rows["role"].isin(["test", "history"])])


def _with_guesses(rows: pd.DataFrame) -> pd.DataFrame:
    """The test rows, with the shares of each class in the history windows of the same horizon."""
    history = rows[(rows["role"] == "history") & (rows["method"] == "persistence")]
    shares = history.groupby("horizon_months")["actual_class"].value_counts(normalize=True)
    test = rows[rows["role"] == "test"].copy()
    for kind in CLASSES:
        test[f"share_{kind}"] = [float(shares.get((months, kind), np.nan)) for months in test["horizon_months"]]
    return test


def _with_oracle(tests: pd.DataFrame, truth: pd.DataFrame, as_of: dict[str, date]) -> pd.DataFrame:
    """The expected value by someone who knows the hidden state at the end of the month before."""
    truth = truth.assign(month=pd.to_datetime(truth["month"]).dt.to_period("M"))
    ends = pd.to_datetime(tests["window_id"].map(as_of)).dt.to_period("M") - 1
    keyed = tests.assign(month=ends).merge(
        truth, left_on=["customer_id", "month"], right_on=["account_id", "month"], how="left"
    )
    expected = np.where(
        keyed["horizon_months"] == 3, keyed["expected_minutes_next_3m"], keyed["expected_minutes_next_6m"]
    )
    return tests.assign(oracle=np.nan_to_num(expected.astype(float)))


def _looks(board: dict[str, Any], truth: pd.DataFrame, left: pd.DataFrame) -> pd.DataFrame:
    """One row a window and active account: which warnings it had, whether it was quiet, when it churned."""
    plan, table = board["plan"], board["customer_tables"]["signals"]
    month = pd.to_datetime(truth["month"]).dt.to_period("M").astype(int)
    state = truth.assign(month=month).set_index(["account_id", "month"])["state"]
    calm = state.isin(["grow", "hold"])
    churned = pd.to_datetime(left.set_index("account_id")["churned_on"])
    parts = []
    for window in (*plan.windows, plan.today):
        here = table.filter(pa.compute.equal(table["window_id"], window.window_id))
        names = here.filter(here["active"])["customer_id"].to_pylist()
        watched = {
            name: INTERMEDIATE[name].conform(found.to_pyarrow())
            for name, found in signals.watched(board["canonical"], window.as_of).items()
        }
        warned = {(w.customer_id, w.kind) for w in detect(here, watched, as_of=window.as_of)}
        at = pd.Period(window.as_of, "M").ordinal
        quiet = [
            all(bool(calm.get((name, at + shift), shift >= 0 and window.window_id == TODAY)) for shift in range(-6, 3))
            for name in names
        ]
        fading = [state.get((name, at - 1)) == "fade" for name in names]
        rows = {
            "customer_id": names,
            "as_of": window.as_of,
            "quiet": quiet,
            "fading": fading,
            "churned_on": churned.reindex(names).array,
        }
        parts.append(pd.DataFrame(rows | {kind: [(name, kind) in warned for name in names] for kind in KINDS}))
    found = pd.concat(parts, ignore_index=True)
    found["any"] = found[list(KINDS)].any(axis=1)
    return found


def _opening(given: argparse.Namespace, found: list[Measured]) -> str:
    return (
        "# Trends: what was measured\n\n"
        "Written by `python benchmarks/trend.py --cdnow CDNOW_master.txt`; do not edit by hand. "
        f"{len(found)} simulated companies of {given.accounts:,} accounts over 18 months (seeds "
        f"{', '.join(map(str, given.companies))}; the demo's is 7). "
        "All figures are from the test windows, which no method, choice or calibration had seen.\n\n"
        "What people had seen: the shape of gbm (bands, rounds, shorter futures) was worked out on the companies of "
        "seeds 7 and 21, their test windows included, and measured on seeds 1 to 4 and 7 in an earlier edition of this "
        "page; seeds 11 to 15 were looked at for the first time here, with nothing changed after. The "
        "thresholds of the warnings were set on seed 21. That classes are called against how common they are where "
        "one swamps the rest was added after CDNOW's six-month figure had been seen (macro F1 0.280 before it).\n"
    )


def _aims(tests: pd.DataFrame) -> str:
    """What was aimed at, what came out, and why where it was missed."""
    lines = ["| aim | months ahead | measured | |", "|---|---|---|---|"]
    for months, rows in tests[tests["method"] == "gbm"].groupby("horizon_months"):
        happened, called = rows["actual_class"].to_numpy(object), rows["predicted_class"].to_numpy(object)
        f1 = macro_f1_score(happened, called)
        _, chance = _guessing(happened, rows[[f"share_{kind}" for kind in CLASSES]].to_numpy(float))
        inside = (rows["low"] <= rows["future_value"]) & (rows["future_value"] <= rows["high"])
        by = inside.groupby(_decile(rows)).mean()
        ece = _ece(happened, rows[ODDS].to_numpy(float))
        figures = (
            ("macro F1 above guessing", f"{f1:.3f} against {chance:.3f}", f1 > chance),
            ("80 % interval holds 77 to 83 %", f"{inside.mean():.1%}", 0.77 <= inside.mean() <= 0.83),
            ("the same in every decile of value", f"{by.min():.0%} to {by.max():.0%}", by.between(0.77, 0.83).all()),
            ("calibration error 0.03 at most", f"{ece:.3f}", ece <= 0.03),
        )
        lines += [f"| {aim} | {months} | {figure} | {'met' if met else 'missed'} |" for aim, figure, met in figures]
    return "\n".join(lines) + "\n" + _REASONS


_REASONS = """
Why aims are missed, where they are:

- **Calibration at 6 months.** With 18 months of history a single earlier window can teach the level of a six-month
  future, and held-out customers of that window gave no sign that it would be off; a correction would have to be learned
  from the test window itself, and was not made.
- **Coverage by decile.** A decile of five companies holds about 420 customers, so that a right interval would
  measure 76 to 84 % in nineteen cases of twenty; the 6-month intervals are corrected on that same single window.
- **Early warnings** reach a part of the churners only, and the table below shows how much of that part is luck: a
  quiet account has the same number of looks to be warned by accident. Churn in this world falls mostly on accounts
  that fade slowly, and one month of fading is a drop of about 6 % under a monthly noise of about 12 %.
- **CDNOW coverage** lies above 83 % because most customers buy nothing: an interval that begins at nothing cannot
  be missed from below, and a 10 % and a 90 % quantile then hold 90 %.
"""


def _forecasts(tests: pd.DataFrame, chosen: list[dict[int, str]]) -> str:
    lines = []
    for months, rows in tests.groupby("horizon_months"):
        picked = [one[int(months)] for one in chosen if int(months) in one]
        lines += [f"### {months} months ahead\n", _classes_table(rows, picked), _band_table(rows), ""]
    return "\n".join(lines)


def _classes_table(rows: pd.DataFrame, chosen: list[str]) -> str:
    one = rows[rows["method"] == "persistence"]
    actual = one["actual_class"].to_numpy(dtype=object)
    shares = {kind: float((actual == kind).mean()) for kind in CLASSES}
    lines = [
        f"{len(one):,} customers; Up {shares['Up']:.0%}, Flat {shares['Flat']:.0%}, Down {shares['Down']:.0%}.\n",
        "| method | macro F1 | right class | mean error | coverage of the 80 % interval | ECE | ECE if perfect |",
        "|---|---|---|---|---|---|---|",
    ]
    for method, mine in rows.groupby("method", sort=False):
        inside = ((mine["low"] <= mine["future_value"]) & (mine["future_value"] <= mine["high"])).mean()
        happened, called = mine["actual_class"].to_numpy(object), mine["predicted_class"].to_numpy(object)
        error = mae_loss(mine["future_value"].to_numpy(float), mine["forecast"].to_numpy(float))
        odds = mine[ODDS].to_numpy(float)
        gap, floor = (_ece(happened, odds), _floor(odds)) if np.isfinite(odds).all() else (np.nan, np.nan)
        times = chosen.count(str(method))
        mark = f" (chosen in {times} of {len(chosen)})" if times else ""
        f1, right = macro_f1_score(happened, called), float((happened == called).mean())
        lines.append(
            f"| {method}{mark} | {f1:.3f} | {right:.1%} | {error:,.0f} "
            f"| {_figure(inside, '.1%')} | {_figure(gap, '.3f')} | {_figure(floor, '.3f')} |"
        )
    commonest = np.array([max(CLASSES, key=lambda k: row[f"share_{k}"]) for _, row in one.iterrows()], dtype=object)
    guess = one[[f"share_{kind}" for kind in CLASSES]].to_numpy(float)
    lines.append(
        f"| most frequent of earlier windows | {macro_f1_score(actual, commonest):.3f} "
        f"| {(actual == commonest).mean():.1%} | | | | |"
    )
    right, f1 = _guessing(actual, guess)
    lines.append(f"| guessing by earlier shares | {f1:.3f} | {right:.1%} | | | | |")
    if "oracle" in one:
        past = one["past_value"].to_numpy(float)
        known = trend_names(trend_codes(past, one["oracle"].to_numpy(float), up=UP, down=DOWN))
        error = mae_loss(one["future_value"].to_numpy(float), one["oracle"].to_numpy(float))
        lines.append(
            f"| oracle: knows the hidden state | {macro_f1_score(actual, known):.3f} "
            f"| {(actual == known).mean():.1%} | {error:,.0f} | | | |"
        )
    return "\n".join(lines) + "\n"


def _band_table(rows: pd.DataFrame) -> str:
    """Coverage of gbm's interval by decile of past value."""
    mine = rows[rows["method"] == "gbm"].copy()
    if mine.empty:
        return ""
    decile = _decile(mine)
    inside = (mine["low"] <= mine["future_value"]) & (mine["future_value"] <= mine["high"])
    by = inside.groupby(decile).mean()
    cells = " | ".join(f"{by.get(k, np.nan):.0%}" for k in range(10))
    return (
        "Coverage of gbm's 80 % interval by decile of past value, the smallest customers first:\n\n"
        f"| {' | '.join(str(k + 1) for k in range(10))} |\n|{'---|' * 10}\n| {cells} |\n"
    )


def _decile(rows: pd.DataFrame) -> pd.Series:
    """Decile of past value within each company, 0 the smallest customers."""
    keys = ["company"] if "company" in rows else ["horizon_months"]
    place = rows.groupby(keys)["past_value"].rank(method="first", pct=True)
    return np.minimum((place * 10 - 1e-9).astype(int), 9)


def _warnings(looks: pd.DataFrame) -> str:
    quiet = looks[looks["quiet"]]
    churned = looks[looks["churned_on"].notna()].copy()
    ahead = churned["churned_on"] - pd.to_datetime(churned["as_of"])
    early = churned[(ahead >= timedelta(days=30)) & (ahead <= timedelta(days=125))]
    leavers = early.groupby(["company", "customer_id"])
    lines = [
        f"{len(looks):,} looks, one a month at every active account. Quiet: in state grow or hold for the six months "
        f"before a look and the three after it ({len(quiet):,} looks). Churners: {leavers.ngroups:,} accounts that "
        "churned and were looked at, while active, 30 to 125 days before.\n",
        "| warning | false alarms at a look | quiet accounts warned in 4 looks | churners warned 30 days before |",
        "|---|---|---|---|",
    ]
    runs = quiet.sort_values("as_of").groupby(["company", "customer_id"])
    for kind in (*KINDS, "any", "two or more kinds"):
        if kind == "two or more kinds":
            looks_of = quiet[list(KINDS)].sum(axis=1) > 1
            hits = (early[list(KINDS)].sum(axis=1) > 1).groupby([early["company"], early["customer_id"]]).max()
            in_run = looks_of.groupby([quiet["company"], quiet["customer_id"]]).apply(_in_four)
        else:
            looks_of, hits, in_run = quiet[kind], leavers[kind].max(), runs[kind].apply(_in_four)
        lines.append(f"| {kind} | {looks_of.mean():.2%} | {in_run.mean():.1%} | {hits.mean():.1%} |")
    fading = leavers["fading"].max().mean()
    lines.append(
        f"\nWhat could be known: {fading:.1%} of these churners were in state fade at one of those looks. "
        "The others left from a state in which nothing was wrong yet; no warning can be right about them but by luck."
    )
    return "\n".join(lines) + "\n"


def _in_four(alarms: pd.Series) -> float:
    """Share of runs of four looks in a row with an alarm."""
    values = alarms.to_numpy(dtype=bool)
    if len(values) < 4:
        return float("nan")
    return float(np.lib.stride_tricks.sliding_window_view(values, 4).any(axis=1).mean())


def _cdnow(found: Measured) -> str:
    lines = [f"{found.tests['customer_id'].nunique():,} customers active before a test window; value is money spent.\n"]
    for months, rows in found.tests.groupby("horizon_months"):
        lines += [
            f"### {months} months ahead\n",
            _classes_table(rows, [found.chosen[int(months)]]),
            _band_table(rows),
            "",
        ]
    return "\n".join(lines)


def _ece(actual: np.ndarray, odds: np.ndarray) -> float:
    return float(np.mean([calibration_loss(actual == kind, odds[:, i]) for i, kind in enumerate(CLASSES)]))


def _floor(odds: np.ndarray, draws: int = 100) -> float:
    """What ECE would be on so many customers if every probability were exactly right."""
    rng = np.random.default_rng(0)
    reached = np.cumsum(odds, axis=1)
    names = np.array(CLASSES, dtype=object)
    drawn = [names[np.minimum((reached < rng.random(len(odds))[:, None]).sum(axis=1), 2)] for _ in range(draws)]
    return float(np.mean([_ece(actual, odds) for actual in drawn]))


def _guessing(actual: np.ndarray, shares: np.ndarray) -> tuple[float, float]:
    """Accuracy and macro F1 of guessing each class with these chances, in the mean."""
    hits = [float(shares[actual == kind, i].sum()) for i, kind in enumerate(CLASSES)]
    f1 = [
        2 * hit / (float((actual == kind).sum()) + float(shares[:, i].sum()))
        for i, (kind, hit) in enumerate(zip(CLASSES, hits, strict=True))
    ]
    return sum(hits) / len(actual), float(np.mean(f1))


def _figure(value: float, form: str) -> str:
    return "" if np.isnan(value) else format(value, form)


if __name__ == "__main__":
    main()
