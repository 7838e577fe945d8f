"""The two daily tables, from the visits of a block."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from valuecast.simulate.columns import as_table, chosen, masked
from valuecast.simulate.history import History
from valuecast.simulate.names import SOURCE
from valuecast.simulate.people import Columns
from valuecast.simulate.plan import Plan
from valuecast.simulate.product import HOME
from valuecast.simulate.schemas import SCHEMAS

_STRIDE = 64
_SUMS = {"sum_minutes": "minutes", "sum_events": "events", "count_event_records": "records"}


def account_days(plan: Plan, history: History) -> Columns:
    """Measures of every account and day, each of shape (accounts, days from the first simulated day).

    Days without a visit hold zeros. ``count_feature_clicking_visitors`` repeats ``count_page_viewing_visitors``,
    as dbt_pendo fills it.
    """
    visits, clicks, size = history.block.visits, history.block.clicks, history.size
    days = int((plan.built_on - plan.start).astype(int)) + 1
    cell = visits["account"] * days + (visits["day"] - plan.start).astype(int)
    clicked = clicks["account"] * days + (clicks["at"].astype("datetime64[D]") - plan.start).astype(int)
    tagged = visits["pages"] > 0
    pages = np.concatenate([clicked * _STRIDE + plan.product.page[clicks["feature"]], cell[tagged] * _STRIDE + HOME])
    viewing = np.bincount(cell[tagged], minlength=size * days)
    measures = {
        "count_active_visitors": np.bincount(cell, minlength=size * days),
        **{name: _sum(cell, visits[column], size * days) for name, column in _SUMS.items()},
        "count_pages_viewed": _distinct(pages, size * days),
        "count_features_clicked": _distinct(clicked * _STRIDE + clicks["feature"], size * days),
        "count_page_viewing_visitors": viewing,
        "count_feature_clicking_visitors": viewing,
    }
    return {name: values.reshape(size, days) for name, values in measures.items()}


def account_daily(plan: Plan, history: History, days: Columns) -> pa.Table:
    """``pendo__account_daily_metrics``: every day from an account's first event to the end, nulls where nobody came."""
    length = int((plan.end - plan.start).astype(int)) + 1
    active = days["count_active_visitors"][:, :length] > 0
    begins = np.where(active.any(axis=1), active.argmax(axis=1), length)
    account, day = np.nonzero(np.arange(length) >= begins[:, None])
    missing = ~active[account, day]
    schema = SCHEMAS["pendo__account_daily_metrics"]
    columns = {name: masked(values[account, day], missing, pa.int64()) for name, values in days.items()}
    columns["account_id"] = chosen(account, history.account_ids)
    columns["date_day"] = pa.array(plan.start + day)
    return as_table({"source_relation": SOURCE, **columns}, schema, len(day))


def visitor_daily(history: History) -> pa.Table:
    """``pendo__visitor_daily_metrics``: one row an active person and day; days without activity are left out."""
    visits = history.block.visits
    columns = {name: visits[column] for name, column in _SUMS.items()}
    columns["count_pages_viewed"], columns["count_features_clicked"] = visits["pages"], visits["features"]
    columns["date_day"] = visits["day"]
    columns["visitor_id"] = chosen(visits["visitor"], history.visitor_ids)
    schema = SCHEMAS["pendo__visitor_daily_metrics"]
    return as_table({"source_relation": SOURCE, **columns}, schema, len(visits["day"]))


def _sum(cell: NDArray[np.int64], values: NDArray[np.int64], size: int) -> NDArray[np.int64]:
    return np.bincount(cell, values, size).astype(np.int64)


def _distinct(keys: NDArray[np.int64], size: int) -> NDArray[np.int64]:
    return np.bincount(np.unique(keys) // _STRIDE, minlength=size)
