"""Who clicked which feature: the event table, and its totals by person and by feature."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from valuecast.simulate.columns import as_table, chosen, constant, instants, masked
from valuecast.simulate.history import History
from valuecast.simulate.names import AGENTS, APP, APP_ID, SERVER, SOURCE, product_ids
from valuecast.simulate.people import Columns
from valuecast.simulate.plan import Plan
from valuecast.simulate.schemas import SCHEMAS

_STRIDE = 64
_SYNC_HOURS = np.timedelta64(30, "h")
_EARLIER = {
    "previous_feature_id": "feature_id",
    "previous_feature_name": "feature_name",
    "previous_feature_page_id": "page_id",
    "previous_feature_page_name": "page_name",
    "previous_feature_product_area_name": "product_area_name",
    "previous_feature_product_area_id": "product_area_id",
}


def feature_event(plan: Plan, history: History) -> pa.Table:
    """``pendo__feature_event``: one row a person, day and feature, ordered by person and time."""
    clicks, words = history.block.clicks, product_ids(plan.product)
    size, feature = len(clicks["at"]), clicks["feature"]
    before = np.maximum(np.arange(size) - 1, 0)
    none = np.ones(size, dtype=bool)
    none[1:] = clicks["visitor"][1:] != clicks["visitor"][:-1]
    earlier: dict[str, Any] = {name: chosen(feature[before], words[of], none) for name, of in _EARLIER.items()}
    columns = {
        **{name: chosen(feature, values) for name, values in words.items()},
        **earlier,
        **APP,
        "source_relation": SOURCE,
        "app_id": APP_ID,
        "server_name": SERVER,
        "account_id": chosen(clicks["account"], history.account_ids),
        "visitor_id": chosen(clicks["visitor"], history.visitor_ids),
        "user_agent": chosen(history.agent[clicks["visitor"]], AGENTS),
        "num_events": clicks["events"],
        "num_minutes": clicks["minutes"],
        "occurred_at": clicks["at"],
        "_fivetran_synced": clicks["at"].astype("datetime64[D]").astype("datetime64[us]") + _SYNC_HOURS,
        "feature_event_key": event_keys("fe", history.first, size),
        "previous_feature_event_at": pa.array(clicks["at"][before], mask=none),
        "previous_feature_num_minutes": masked(clicks["minutes"][before], none, pa.int32()),
        "previous_feature_num_events": masked(clicks["events"][before], none, pa.int32()),
    }
    return as_table(columns, SCHEMAS["pendo__feature_event"], size)


def visitor_feature(plan: Plan, history: History) -> pa.Table:
    """``pendo__visitor_feature``: totals by person and feature, over every click the builder has seen."""
    totals, words = _totals(history.block.clicks), product_ids(plan.product)
    columns = {
        **{name: chosen(totals["feature"], words[name]) for name in words if not name.startswith("page")},
        "source_relation": SOURCE,
        "visitor_id": chosen(totals["visitor"], history.visitor_ids),
        "first_click_at": totals["first"],
        "last_click_at": totals["last"],
        "sum_clicks": totals["events"],
        "sum_minutes": totals["minutes"],
        "avg_daily_minutes": np.round(totals["minutes"] / totals["rows"], 3),
        "count_active_days": totals["rows"],
        "count_click_events": totals["rows"],
    }
    return as_table(columns, SCHEMAS["pendo__visitor_feature"], len(totals["rows"]))


class FeatureTotals:
    """Adds up `pendo__feature` over the blocks of a company."""

    def __init__(self, plan: Plan) -> None:
        size = len(plan.product.names)
        self.plan = plan
        self.sums = {
            name: np.zeros(size, dtype=np.int64) for name in ("visitors", "accounts", "events", "rows", "minutes")
        }
        self.first = np.full(size, np.datetime64("NaT"), dtype="datetime64[us]")
        self.last = self.first.copy()

    def add(self, history: History) -> None:
        """Count the clicks of a block."""
        clicks, size = history.block.clicks, len(self.first)
        totals = _totals(clicks)
        pairs = np.unique(clicks["account"] * _STRIDE + clicks["feature"]) % _STRIDE
        self.sums["visitors"] += np.bincount(totals["feature"], minlength=size)
        self.sums["accounts"] += np.bincount(pairs, minlength=size)
        for name in ("events", "rows", "minutes"):
            self.sums[name] += np.bincount(totals["feature"], totals[name], size).astype(np.int64)
        np.fmin.at(self.first, totals["feature"], totals["first"])
        np.fmax.at(self.last, totals["feature"], totals["last"])

    def table(self) -> pa.Table:
        """``pendo__feature``, one row a feature; null totals for a feature that nobody clicked."""
        product, sums = self.plan.product, self.sums
        size, unused = len(product.names), sums["rows"] == 0
        people = np.maximum(sums["visitors"], 1)
        created = product.created.astype("datetime64[us]")
        totals = {
            "count_visitors": sums["visitors"],
            "count_accounts": sums["accounts"],
            "sum_clicks": sums["events"],
            "count_click_events": sums["rows"],
            "avg_visitor_minutes": np.round(sums["minutes"] / people, 3),
            "avg_visitor_events": np.round(sums["events"] / people, 3),
        }
        schema = SCHEMAS["pendo__feature"]
        words = product_ids(product)
        columns = {
            **{name: values for name, values in words.items() if name != "product_area_id"},
            **{name: masked(values, unused, schema.field(name).type) for name, values in totals.items()},
            **APP,
            "source_relation": SOURCE,
            "app_id": APP_ID,
            "created_at": created,
            "is_dirty": False,
            "group_id": words["product_area_id"],
            "is_core_event": product.core,
            "last_updated_at": instants(created),
            "root_version_id": words["feature_id"],
            "page_created_at": np.full(size, created.min()),
            "_fivetran_synced": np.full(size, self.plan.built_on.astype("datetime64[us]") + _SYNC_HOURS),
            "first_click_at": pa.array(self.first, mask=unused),
            "last_click_at": pa.array(self.last, mask=unused),
        }
        return as_table(columns, schema, size)


def event_keys(prefix: str, first: int, size: int) -> pa.Array:
    """Unique keys of the events of a block, in order."""
    number = pc.utf8_lpad(pa.array(np.arange(size)).cast(pa.string()), 9, "0")
    block = constant(f"{prefix}-{first:08d}-", size, pa.string()).cast(pa.string())
    return pc.binary_join_element_wise(block, number, "")


def _totals(clicks: Columns) -> Columns:
    """Totals by person and feature. One row of ``clicks`` is one day, so rows count active days too."""
    key = clicks["visitor"] * _STRIDE + clicks["feature"]
    order = np.argsort(key, kind="stable")
    key = key[order]
    begins = np.flatnonzero(np.diff(key, prepend=-1))
    ends = np.append(begins[1:], len(key)) - 1
    at = clicks["at"][order]
    return {
        "visitor": key[begins] // _STRIDE,
        "feature": key[begins] % _STRIDE,
        "first": at[begins],
        "last": at[ends] if len(begins) else at[:0],
        "rows": np.diff(np.append(begins, len(key))),
        "events": _reduce(clicks["events"][order], begins),
        "minutes": _reduce(clicks["minutes"][order], begins),
    }


def _reduce(values: NDArray[np.int64], begins: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.add.reduceat(values, begins) if len(begins) else values[:0]
