"""What a real company would not have: hidden states, and what they lead to on average."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from valuecast.simulate.columns import as_table, chosen, masked
from valuecast.simulate.history import History
from valuecast.simulate.latent import BREADTHS, CHURNED, RETURNED, STATES
from valuecast.simulate.notes import readme
from valuecast.simulate.parameters import describe
from valuecast.simulate.people import STILL_HERE
from valuecast.simulate.plan import Plan
from valuecast.simulate.schemas import TRUTH_SCHEMAS

_EXPECTED = ("expected_1", "expected_3", "expected_6")
_AHEAD = ("1m", "3m", "6m")


def account_month_truth(plan: Plan, history: History) -> pa.Table:
    """One row an account and month from its start: state, realised and expected minutes."""
    rows, chain = history.block.months, plan.chain
    size = len(rows["month"])
    ahead = {f"expected_minutes_next_{name}": rows[column] for name, column in zip(_AHEAD, _EXPECTED, strict=True)}
    columns = {
        **ahead,
        "account_id": chosen(rows["account"], history.account_ids),
        "month": rows["month"],
        "state": chosen(chain.state[rows["latent"]], STATES),
        "adoption": chosen(chain.breadth[rows["latent"]], BREADTHS),
        "activity_level": chain.level[rows["latent"]],
        "visitors_present": rows["visitors"],
        "minutes": rows["minutes"],
        "expected_minutes": masked(rows["expected"], np.isnan(rows["expected"]), pa.float64()),
    }
    return as_table(columns, TRUTH_SCHEMAS["account_month_truth"], size)


def account_truth(plan: Plan, history: History) -> pa.Table:
    """One row an account: what it is, when it left and returned, and what is expected of it after the end."""
    accounts, months, size = history.block.accounts, history.block.months, history.size
    path = history.block.path[:, : plan.company.months]
    state = np.where(path < 0, -1, plan.chain.state[path])
    churned = _first_month(plan, state == CHURNED)
    returned = _first_month(plan, state == RETURNED)
    last = np.append(np.diff(months["account"]) != 0, True)
    ahead = {f"expected_minutes_{name}": months[column][last] for name, column in zip(_AHEAD, _EXPECTED, strict=True)}
    columns = {
        **ahead,
        "account_id": history.account_ids,
        "seats": accounts["seats"],
        "contract": chosen(accounts["annual"].astype(int), ("monthly", "annual")),
        "renewal_month": masked(_renewal_month(plan, accounts["anchor"]), ~accounts["annual"], pa.int32()),
        "started_on": _started(plan, history),
        "price_per_seat": accounts["price"],
        "intensity": accounts["intensity"],
        "mood": accounts["mood"],
        "last_state": chosen(state[:, -1], STATES),
        "churned_on": pa.array(churned, mask=np.isnat(churned)),
        "returned_on": pa.array(returned, mask=np.isnat(returned)),
        "activity_stopped": history.block.stopped,
    }
    return as_table(columns, TRUTH_SCHEMAS["account_truth"], size)


def visitor_truth(plan: Plan, history: History) -> pa.Table:
    """One row a person: when they came and left, how often and how long they visit."""
    people = history.block.visitors
    left = np.minimum(people["left"], len(plan.months) - 1)
    last_day = np.array([month.days[-1] for month in plan.months])[np.maximum(left, 0)]
    last_day = np.where(left < 0, plan.start - 1, last_day)
    columns = {
        "visitor_id": history.visitor_ids,
        "account_id": chosen(people["account"], history.account_ids),
        "joined_on": people["joined_on"],
        "left_after": pa.array(last_day, mask=people["left"] == STILL_HERE),
        "visit_rate": people["rate"],
        "mean_minutes": people["mean"],
    }
    return as_table(columns, TRUTH_SCHEMAS["visitor_truth"], len(left))


def write_notes(plan: Plan, folder: Path, faults: dict[str, dict[str, Any]]) -> None:
    """``parameters.json``, ``faults.json`` and ``README.md`` of the truth folder."""
    company = {**asdict(plan.company), "end": plan.company.end.isoformat()}
    content = {"company": company, "parameters": describe(plan.parameters)}
    _write_json(folder / "parameters.json", content)
    _write_json(folder / "faults.json", faults)
    (folder / "README.md").write_text(readme(), "utf-8")


def _write_json(path: Path, content: Any) -> None:
    path.write_text(json.dumps(content, indent=2, sort_keys=True) + "\n", "utf-8")


def _first_month(plan: Plan, happens: NDArray[np.bool_]) -> NDArray[np.datetime64]:
    starts = np.array([month.days[0] for month in plan.months])
    first: NDArray[np.datetime64] = np.where(
        happens.any(axis=1), starts[happens.argmax(axis=1)], np.datetime64("NaT", "D")
    )
    return first


def _renewal_month(plan: Plan, anchor: NDArray[np.int64]) -> NDArray[np.int64]:
    first = int(plan.start.astype("datetime64[M]").astype(int))
    return (first + anchor) % 12 + 1


def _started(plan: Plan, history: History) -> NDArray[np.datetime64]:
    """The first of the first month for new accounts, the first arrival for those that were there before."""
    accounts, people = history.block.accounts, history.block.visitors
    arrived = np.full(history.size, np.datetime64("NaT"), dtype="datetime64[D]")
    np.fmin.at(arrived, people["account"], people["joined_on"])
    starts = np.array([month.days[0] for month in plan.months])
    started: NDArray[np.datetime64] = np.where(accounts["start"] < 0, arrived, starts[np.maximum(accounts["start"], 0)])
    return started
