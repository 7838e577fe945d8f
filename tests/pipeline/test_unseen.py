"""The months after a test window begins change nothing that is said about it beforehand."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from valuecast.config import configure
from valuecast.pipeline import RUN
from valuecast.pipeline.runner import board
from valuecast.pipeline.step import until
from valuecast.windows import Fold

pytestmark = pytest.mark.slow


def _log(path: Path, *, changed_from: pd.Timestamp | None) -> Path:
    """Eighteen months of purchases of 150 customers of very different size; from a day on, other amounts."""
    rng = np.random.default_rng(4)
    days = pd.date_range("2023-05-01", "2024-10-31")
    level = np.exp(rng.normal(3, 1, 150))
    bought = rng.random((150, len(days))) < 0.12
    amount = np.where(bought, level[:, None] * np.exp(rng.normal(0, 0.6, bought.shape)), 0.0)
    if changed_from is not None:
        late = np.asarray(days >= changed_from)
        amount[:, late] = amount[::-1, late] * np.exp(rng.normal(0, 2, (150, int(late.sum()))))
    who, when = np.nonzero(amount > 0)
    frame = pd.DataFrame({"customer_id": who, "day": days[when].date, "amount": amount[who, when].round(2) + 0.01})
    frame.to_csv(path, index=False)
    return path


def _until_trends(source: Path) -> dict[str, Any]:
    """Every result of the flow, up to the trends."""
    mapping = {"customer_id": "customer_id", "time": "day", "amount": "amount"}
    config = configure(source=str(source), kind="events", events=mapping, bootstrap=100)
    with board(config=config) as made:
        for step in until(RUN, "forecast"):
            made.take(step)
        return made.values


def _test_fold(board: dict[str, Any], horizon: int) -> Fold:
    return next(fold for fold in board["plan"].folds(horizon) if fold.role == "test")


@pytest.mark.parametrize("horizon", [3, 6])
def test_forecasts_for_a_test_window_know_nothing_of_its_future(tmp_path: Path, horizon: int) -> None:
    """Changing every day from the test window's as_of on changes no forecast made for it, nor the choice of method."""
    before = _until_trends(_log(tmp_path / "one.csv", changed_from=None))
    opens = _test_fold(before, horizon).predict.as_of
    assert opens == {3: date(2024, 8, 1), 6: date(2024, 5, 1)}[horizon]
    after = _until_trends(_log(tmp_path / "two.csv", changed_from=pd.Timestamp(opens)))
    tables = [_said(board["forecast"].trends, horizon) for board in (before, after)]
    assert len(tables[0]) > 300
    pd.testing.assert_frame_equal(*tables)
    choices = [board["forecast"].choices.to_pandas() for board in (before, after)]
    pd.testing.assert_frame_equal(*(table[table["horizon_months"] == horizon] for table in choices))


def _said(trends: pa.Table, horizon: int) -> pd.DataFrame:
    rows = trends.to_pandas()
    rows = rows[(rows["role"] == "test") & (rows["horizon_months"] == horizon)]
    return rows.drop(columns=["future_value", "actual_class"]).reset_index(drop=True)
