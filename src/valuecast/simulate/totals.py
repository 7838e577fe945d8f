"""All-time totals of accounts and people, as of the day the tables were built, and the poll tables."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from valuecast.simulate.columns import as_table, chosen, instants, masked
from valuecast.simulate.history import History
from valuecast.simulate.names import AGENTS, BROWSERS, POLL_ID, SERVER, SOURCE, hashes
from valuecast.simulate.outcomes import KINDS
from valuecast.simulate.people import Columns
from valuecast.simulate.plan import Plan
from valuecast.simulate.schemas import SCHEMAS
from valuecast.simulate.usage import event_keys

_MORNING = np.timedelta64(9 * 60 * 60 * 1000 + 250, "ms")
_SYNC = np.timedelta64(30, "h")
_SUMS = ("minutes", "events", "records")


def account(plan: Plan, history: History, days: Columns) -> pa.Table:
    """``pendo__account``, one row an account that had started; sums are sums of its daily rows."""
    size, people = history.size, history.block.visitors
    active = days["count_active_visitors"] > 0
    totals = {
        name: values.sum(axis=1) for name, values in days.items() if "pages" not in name and "features" not in name
    }
    dates = plan.start + np.arange(active.shape[1])
    first, last = dates[active.argmax(axis=1)], dates[active.shape[1] - 1 - active[:, ::-1].argmax(axis=1)]
    rating = _latest_ratings(history)
    rated = people["account"][rating["visitor"]]
    arrived = np.full(size, np.datetime64("NaT"), dtype="datetime64[D]")
    np.fmin.at(arrived, people["account"], people["joined_on"])
    never: NDArray[np.bool_] = np.logical_not(active.any(axis=1))
    columns = {
        **totals,
        **_activity(active.sum(axis=1), _months_active(active, dates), totals["sum_minutes"], totals["sum_events"]),
        **_spread(rated, rating["rating"], size),
        "account_id": history.account_ids,
        "account_id_hash": hashes(history.first, size),
        "first_visit_at": instants(arrived.astype("datetime64[ms]") + _MORNING),
        "last_visit_at": instants(_text_time(last, never)),
        "last_updated_at": instants(_text_time(last, never)),
        "latest_account_index": 1,
        "count_associated_visitors": np.bincount(people["account"], minlength=size),
        "first_event_on": pa.array(first, mask=never),
        "last_event_on": pa.array(last, mask=never),
    }
    return as_table({**columns, **_build(plan, size)}, SCHEMAS["pendo__account"], size)


def visitor(plan: Plan, history: History) -> pa.Table:
    """``pendo__visitor``, one row a person; ``count_associated_accounts`` is 1, nobody belongs to two accounts."""
    people, visits = history.block.visitors, history.block.visits
    size, who = len(people["account"]), visits["visitor"]
    sums = {name: np.bincount(who, visits[name], size).astype(np.int64) for name in _SUMS}
    count = np.bincount(who, minlength=size)
    ends = np.cumsum(count)
    never = count == 0
    month = visits["day"].astype("datetime64[M]").astype(int)
    fresh = np.ones(len(who), dtype=bool)
    fresh[1:] = (np.diff(who) != 0) | (np.diff(month) != 0)
    first, last = _at(visits["day"], ends - count, never), _at(visits["day"], ends - 1, never)
    rating = _latest_ratings(history)
    known, answer = np.zeros(size, dtype=bool), np.zeros(size, dtype=np.int64)
    known[rating["visitor"]], answer[rating["visitor"]] = True, rating["rating"]
    browser, version, system = zip(*BROWSERS, strict=True)
    arrived = people["joined_on"].astype("datetime64[ms]") + _MORNING
    seen = np.where(never, arrived, _text_time(last, never))
    columns = {
        **_activity(count, np.bincount(who[fresh], minlength=size), sums["minutes"], sums["events"]),
        "visitor_id": history.visitor_ids,
        "account_id": chosen(people["account"], history.account_ids),
        "first_visit_at": instants(arrived),
        "visitor_id_hash": hashes(history.first * 100_000, size),
        "last_browser_name": chosen(history.agent, browser),
        "last_browser_version": chosen(history.agent, version),
        "last_operating_system": chosen(history.agent, system),
        "last_user_agent": chosen(history.agent, AGENTS),
        "last_server_name": SERVER,
        "last_updated_at": instants(seen),
        "last_visit": instants(seen),
        "latest_visitor_index": 1,
        "count_associated_accounts": 1,
        "latest_nps_rating": masked(answer, ~known, pa.int32()),
        "sum_minutes": sums["minutes"],
        "sum_events": sums["events"],
        "count_event_records": sums["records"],
        "first_event_on": pa.array(first, mask=never),
        "last_event_on": pa.array(last, mask=never),
    }
    return as_table({**columns, **_build(plan, size)}, SCHEMAS["pendo__visitor"], size)


def poll(plan: Plan) -> pa.Table:
    """``stg_pendo__poll``: the one NPS question."""
    columns = {
        "poll_id": POLL_ID,
        "attribute_type": "NPSRating",
        "question": "How likely are you to recommend us to a friend or coworker?",
        "reset_at": np.array(["1970-01-01"], dtype="datetime64[us]"),
    }
    return as_table({**columns, **_build(plan, 1)}, SCHEMAS["stg_pendo__poll"], 1)


def poll_event(history: History) -> pa.Table:
    """``stg_pendo__poll_event``: one row an answer, the rating as text."""
    rows = history.ratings
    size = len(rows["at"])
    columns = {
        "source_relation": SOURCE,
        "account_id": chosen(rows["account"], history.account_ids),
        "visitor_id": chosen(rows["visitor"], history.visitor_ids),
        "user_agent": chosen(history.agent[rows["visitor"]], AGENTS),
        "guide_id": "guide-nps",
        "poll_id": POLL_ID,
        "poll_response": chosen(rows["rating"], [str(rating) for rating in range(11)]),
        "server_name": SERVER,
        "occurred_at": instants(rows["at"]),
        "type": "ui:web:pollResponse",
        "_fivetran_synced": rows["at"].astype("datetime64[D]").astype("datetime64[us]") + _SYNC,
        "poll_event_key": event_keys("pe", history.first, size),
    }
    return as_table(columns, SCHEMAS["stg_pendo__poll_event"], size)


def outcome(history: History) -> pa.Table:
    """``outcomes``: customer_id, occurred_on, kind, amount (null for a ticket)."""
    rows = history.outcomes
    columns = {
        "customer_id": chosen(rows["account"], history.account_ids),
        "occurred_on": rows["on"],
        "kind": chosen(rows["kind"], KINDS),
        "amount": pa.array(rows["amount"], mask=np.isnan(rows["amount"])),
    }
    return as_table(columns, SCHEMAS["outcomes"], len(rows["on"]))


def _build(plan: Plan, size: int) -> dict[str, Any]:
    synced = plan.built_on.astype("datetime64[us]") + _SYNC
    return {"source_relation": SOURCE, "_fivetran_synced": np.full(size, synced)}


def _activity(
    days: NDArray[Any], months: NDArray[Any], minutes: NDArray[Any], events: NDArray[Any]
) -> dict[str, NDArray[Any]]:
    some = np.maximum(days, 1)
    return {
        "count_active_days": days,
        "count_active_months": months,
        "average_daily_minutes": minutes / some,
        "average_daily_events": events / some,
    }


def _months_active(active: NDArray[np.bool_], dates: NDArray[np.datetime64]) -> NDArray[np.int64]:
    begins = np.flatnonzero(np.diff(dates.astype("datetime64[M]").astype(int), prepend=-1))
    months: NDArray[np.int64] = np.logical_or.reduceat(active, begins, axis=1).sum(axis=1)
    return months


def _latest_ratings(history: History) -> Columns:
    rows = history.ratings
    last = np.append(np.diff(rows["visitor"]) != 0, True) if len(rows["at"]) else np.zeros(0, dtype=bool)
    return {name: column[last] for name, column in rows.items()}


def _spread(account: NDArray[Any], rating: NDArray[Any], size: int) -> dict[str, pa.Array]:
    count = np.bincount(account, minlength=size)
    low, high = np.full(size, 10), np.zeros(size, dtype=np.int64)
    np.minimum.at(low, account, rating)
    np.maximum.at(high, account, rating)
    mean = np.bincount(account, rating, size) / np.maximum(count, 1)
    return {
        "min_nps_rating": masked(low, count == 0, pa.int32()),
        "max_nps_rating": masked(high, count == 0, pa.int32()),
        "avg_nps_rating": masked(mean, count == 0, pa.float64()),
    }


def _at(days: NDArray[Any], place: NDArray[Any], never: NDArray[np.bool_]) -> NDArray[Any]:
    if len(days) == 0:
        return np.full(len(place), np.datetime64("NaT"), dtype="datetime64[D]")
    return np.where(never, np.datetime64("NaT"), days[np.clip(place, 0, len(days) - 1)])


def _text_time(day: NDArray[Any], never: NDArray[np.bool_]) -> NDArray[Any]:
    time = day.astype("datetime64[ms]") + _MORNING + np.timedelta64(6, "h")
    return np.where(never, np.datetime64("NaT", "ms"), time)
