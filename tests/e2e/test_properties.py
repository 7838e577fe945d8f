"""What must hold of every run, whatever the data: order does not matter, the future does not leak, sums add up."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from valuecast import pipeline
from valuecast.config import configure
from valuecast.scores import installed

from .conftest import small_tables, write_tables

AUDIT_TABLES = {"findings", "inventory", "joins", "coverage", "column_figures"}
SCORES_TO_ADD_UP = tuple(score.name for score in installed())


def tables_of(source: Path, out: Path, **settings: object) -> dict[str, bytes]:
    """Run the flow and give every CSV file's bytes by name."""
    out.mkdir(parents=True)
    pipeline.run(configure(source=str(source), kind="pendo", **settings)).write(out)
    return read_bytes(out)


def read_bytes(results: Path) -> dict[str, bytes]:
    """Every CSV file of a results folder."""
    return {path.stem: path.read_bytes() for path in sorted((results / "tables").glob("*.csv"))}


def shuffled(source: Path, out: Path, seed: int) -> Path:
    """The same tables with their rows in another order."""
    out.mkdir(parents=True)
    rng = np.random.default_rng(seed)
    for path in sorted(source.glob("*.parquet")):
        table = pq.read_table(path)
        pq.write_table(table.take(pa.array(rng.permutation(table.num_rows))), out / path.name)
    return out


def after(source: Path, out: Path, as_of: date, ids: int) -> Path:
    """The same tables with loud rows on and after ``as_of``: everybody triples, and newcomers appear."""
    out.mkdir(parents=True)
    for path in sorted(source.glob("*.parquet")):
        table = pq.read_table(path)
        day = next(
            (name for name in ("occurred_on", "date_day", "day", "occurred_at") if name in table.column_names), ""
        )
        if day:
            table = pa.concat_tables([table, *_echoes(table, day, as_of)])
        elif path.stem == "pendo__account":
            table = pa.concat_tables([table, _newcomers(table, as_of, ids)])
        pq.write_table(table, out / path.name)
    return out


def _echoes(table: pa.Table, day: str, as_of: date) -> list[pa.Table]:
    """The month before as_of once more, moved to the days from as_of on, with measures tripled."""
    frame = table.to_pandas()
    when = pd.to_datetime(frame[day], utc=True).dt.tz_localize(None)
    last = frame[(when >= pd.Timestamp(as_of) - pd.Timedelta(days=31)) & (when < pd.Timestamp(as_of))].copy()
    moved = when.loc[last.index] + pd.Timedelta(days=31)
    text = not pa.types.is_temporal(table.schema.field(day).type)
    last[day] = moved.dt.strftime("%Y-%m-%d %H:%M:%S") if text else moved.astype("datetime64[us]")
    if not text and pa.types.is_date(table.schema.field(day).type):
        last[day] = moved.dt.date
    for name in last.columns:
        if name.startswith(("sum_", "num_")):
            last[name] = last[name] * 3
    return [pa.Table.from_pandas(last, schema=table.schema, preserve_index=False)]


def _newcomers(table: pa.Table, as_of: date, ids: int) -> pa.Table:
    """Accounts first seen on or after as_of."""
    rows = table.slice(0, ids).to_pandas()
    rows["account_id"] = [f"new-{i}" for i in range(ids)]
    for name in ("first_visit_at", "last_visit_at"):
        rows[name] = f"{as_of + timedelta(days=3)} 09:00:00"
    for name in ("first_event_on", "last_event_on"):
        if name in rows:
            rows[name] = as_of + timedelta(days=3)
    return pa.Table.from_pandas(rows, schema=table.schema, preserve_index=False)


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """Names of the tables that are not the same in both."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def read(results: Path, name: str) -> pd.DataFrame:
    """One CSV file of the results."""
    return pd.read_csv(results / "tables" / f"{name}.csv")


def test_the_order_of_rows_changes_nothing(company: Path, results: Path, tmp_path: Path) -> None:
    """With the rows of every table shuffled, every CSV file is the same, byte for byte."""
    source = shuffled(company, tmp_path / "shuffled", seed=1)
    assert differing(tables_of(source, tmp_path / "out"), read_bytes(results)) == []


def test_order_and_seed_without_evidence(tmp_path: Path) -> None:
    """Where there is too little data for a model, order changes nothing either; the seed stands in the manifest."""
    source = write_tables(tmp_path / "in", small_tables())
    straight = tables_of(source, tmp_path / "straight", seed=5)
    assert "value_scores" in straight
    assert "hv_predictions_today" not in straight
    assert differing(tables_of(shuffled(source, tmp_path / "mixed", 2), tmp_path / "out", seed=5), straight) == []
    assert json.loads((tmp_path / "straight" / "manifest.json").read_text(encoding="utf-8"))["seed"] == 5


def test_what_comes_after_as_of_is_not_seen(company: Path, results: Path, tmp_path: Path) -> None:
    """Rows on and after an explicit as_of change the inventory of the audit, and no signal, score or forecast."""
    as_of = date(2024, 11, 1)
    source = after(company, tmp_path / "later", as_of, ids=5)
    days = pq.read_table(source / "pendo__account_daily_metrics.parquet").column("date_day").to_pandas()
    assert pd.to_datetime(days).max() >= pd.Timestamp(2024, 11, 28)
    with_future = tables_of(source, tmp_path / "out", as_of=as_of)
    differ = set(differing(with_future, read_bytes(results)))
    assert "inventory" in differ
    assert differ <= AUDIT_TABLES


def test_every_customer_has_a_forecast(results: Path) -> None:
    """Each customer that is scored stands in the trends, once for each horizon and method."""
    trends, scored = read(results, "value_trends_all_accounts"), read(results, "value_scores")
    horizons = json.loads((results / "manifest.json").read_text(encoding="utf-8"))["plan"]["trend_horizons"]
    assert horizons
    assert set(trends["horizon_months"]) == set(horizons)
    for _, told in trends.groupby(["horizon_months", "method"]):
        assert sorted(told["customer_id"]) == sorted(scored["customer_id"])


@pytest.mark.parametrize("score", SCORES_TO_ADD_UP)
def test_contributions_add_up_to_the_score(results: Path, score: str) -> None:
    """In the files that people read, the parts of each score add up to it, to the last digit that is kept."""
    parts, scored = read(results, "score_parts"), read(results, "value_scores").set_index("customer_id")
    mine = parts[parts["score"] == score]
    given = scored[score].dropna()
    assert len(given) > 100
    added = mine.groupby("customer_id")["contribution"].sum().reindex(given.index)
    digits = mine.groupby("customer_id").size().max() * 0.5e-6 + 1e-6
    assert (added - given).abs().max() <= digits


def test_probabilities_are_probabilities(results: Path) -> None:
    """Every probability lies between 0 and 1, and those of the three trend classes add up to one."""
    for name in ("hv_predictions_testset", "hv_predictions_today", "value_trends_all_accounts", "calibration"):
        table = read(results, name)
        for column in [c for c in table.columns if c.startswith(("probability", "p_"))]:
            values = table[column].dropna()
            assert len(values), (name, column)
            assert values.between(0, 1).all(), (name, column)
    trends = read(results, "value_trends_all_accounts")[["p_up", "p_flat", "p_down"]].dropna()
    assert (trends.sum(axis=1) - 1).abs().max() < 5e-6


def test_quantiles_are_in_order(results: Path) -> None:
    """The forecast's 10 % quantile is not above its 90 % quantile, and neither is negative."""
    trends = read(results, "value_trends_all_accounts").dropna(subset=["low", "high"])
    assert len(trends)
    assert (trends["low"] <= trends["high"]).all()
    assert (trends["low"] >= 0).all()


def test_labels_are_the_top_of_the_future(results: Path) -> None:
    """Who was called high-value in the test window had the highest future value: the top fifth, ties written."""
    tested = read(results, "hv_predictions_testset")
    assert tested["window_id"].nunique() == 1
    high, rest = tested[tested["actual_high_value"]], tested[~tested["actual_high_value"]]
    assert high["future_value"].min() >= rest["future_value"].max()
    assert abs(len(high) - 0.2 * len(tested)) <= 1 + tested["future_value"].duplicated(keep=False).sum()
    windows = read(results, "backtest_windows")
    test = windows[(windows["role"] == "test") & (windows["horizon_months"] == 3)]
    assert test["customers"].item() == len(tested)
    assert test["high_value"].item() == len(high)


def test_future_value_is_what_the_daily_rows_say(company: Path, results: Path) -> None:
    """The future value of the test window is the sum of the source's own minutes between its dates."""
    tested = read(results, "hv_predictions_testset").set_index("customer_id")
    windows = read(results, "backtest_windows")
    test = windows[(windows["role"] == "test") & (windows["horizon_months"] == 3)].iloc[0]
    daily = pq.read_table(company / "pendo__account_daily_metrics.parquet").to_pandas()
    day = pd.to_datetime(daily["date_day"])
    future = daily[(day >= test["as_of"]) & (day < test["future_end"])]
    summed = future.groupby("account_id")["sum_minutes"].sum().reindex(tested.index).fillna(0.0)
    assert summed.sum() > 0
    assert (summed - tested["future_value"]).abs().max() < 1e-5


def test_no_window_learns_from_a_future_that_had_not_ended(results: Path) -> None:
    """Every window that a test or validation window is trained on had its future behind it."""
    windows = read(results, "backtest_windows")
    checked = 0
    for _, row in windows[windows["trained_on"].fillna("") != ""].iterrows():
        same = windows[windows["horizon_months"] == row["horizon_months"]]
        names = [name.strip() for name in str(row["trained_on"]).split(",")]
        used = same[same["window_id"].isin(names)]
        assert len(used) == len(names)
        assert (used["future_end"] <= row["as_of"]).all()
        checked += 1
    assert checked >= 2
