"""One block of accounts, lived through month by month: hidden states, people, visits, clicks, truth."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from valuecast.simulate.clicks import draw_clicks, rank_features
from valuecast.simulate.latent import AT_RENEWAL, BETWEEN_RENEWALS, MONTH_TO_MONTH
from valuecast.simulate.oracle import TENURES
from valuecast.simulate.people import STILL_HERE, Columns, draw_accounts, draw_people, whole_minutes
from valuecast.simulate.plan import Plan

_SETTLED_AGE = 9.0


@dataclass(frozen=True)
class Block:
    """The records of consecutive accounts; ``account`` and ``visitor`` columns count from 0 within the block.

    ``path`` (accounts, months) holds hidden states, -1 before an account starts; ``present`` the people at each
    month's end. ``visits`` has one row for each active person and day, ordered by visitor and day.
    """

    accounts: Columns
    visitors: Columns
    visits: Columns
    clicks: Columns
    months: Columns
    path: NDArray[np.int64]
    present: NDArray[np.int64]
    stopped: NDArray[np.bool_]


def live(plan: Plan, count: int, seed: np.random.SeedSequence) -> Block:
    """Draw ``count`` accounts and let them live through the plan's months."""
    streams = [np.random.default_rng(child) for child in seed.spawn(5)]
    accounts = draw_accounts(plan, count, streams[0])
    ranking = rank_features(plan, count, streams[3])
    stopped = streams[4].random(count) < plan.stopped_share
    crowd = _Crowd(plan, accounts, streams[1])
    latent = accounts["latent"]
    before = crowd.expected(0, latent)[:, 0]
    visits, clicks, months = [], [], []
    path = np.full((count, len(plan.months)), -1)
    present = np.zeros((count, len(plan.months)), dtype=np.int64)
    for number in range(len(plan.months)):
        latent = _next_state(plan, accounts, latent, number, streams[0].random(count))
        crowd.turn(number, latent)
        rows = _visits(plan, crowd, number, latent, stopped, streams[2])
        visits.append(rows)
        clicks.append(draw_clicks(plan, accounts, ranking, rows, number, latent, streams[3]))
        started = accounts["start"] <= number
        path[started, number] = latent[started]
        present[:, number] = crowd.count()
        months.append(_month_rows(plan, crowd, rows, number, latent, before))
        before = months[-1]["expected_1"]
        months[-1] = {name: column[started] for name, column in months[-1].items()}
    return _ordered(plan, accounts, crowd.people, visits, clicks, months, path, present, stopped)


class _Crowd:
    """The people of a block, who arrive and leave as the months turn."""

    def __init__(self, plan: Plan, accounts: Columns, rng: np.random.Generator) -> None:
        self.plan, self.accounts, self.rng = plan, accounts, rng
        self.number = -1
        p, old = plan.parameters, accounts["start"] < 0
        remaining = np.cumprod(1 - np.asarray(p.leave_hazard[: TENURES - 1]))
        share = np.concatenate([[p.join_rate], p.join_rate * remaining[:2], [1.0]])
        there = rng.poisson(accounts["seats"][:, None] * share)
        there[:, -1] = np.maximum(there[:, -1], 1)
        account = np.repeat(np.arange(len(old)), there.sum(axis=1) * old)
        joined = np.concatenate([np.repeat([-1, -2, -3, -4], row) for row in there[old]] or [np.zeros(0, int)])
        self.people = self._people(account, joined)
        age = 30.44 * (-joined - 1) + 30.0 * rng.random(len(joined))
        age = age + np.where(joined == -TENURES, 30.44 * rng.exponential(_SETTLED_AGE, len(joined)), 0.0)
        self.people["joined_on"] = plan.start - 1 - age.astype("timedelta64[D]")

    def turn(self, number: int, latent: NDArray[np.int64]) -> None:
        """Enter month ``number``: some leave, some arrive."""
        p, people, rng = self.plan.parameters, self.people, self.rng
        state = self.plan.chain.state[latent]
        tenure = np.minimum(number - 1 - people["joined"], TENURES - 1)
        hazard = np.asarray(p.leave_hazard)[tenure] * np.asarray(p.leave_factor)[state[people["account"]]]
        leaves = self.here() & (rng.random(len(hazard)) < hazard)
        people["left"] = np.where(leaves, number - 1, people["left"])
        seats, start = self.accounts["seats"], self.accounts["start"]
        rate = np.where(start < number, p.join_rate * np.asarray(p.join_factor)[state], 0.0)
        joins = rng.poisson(seats * np.where(start == number, p.launch_visitors, rate))
        joins = np.where(start == number, np.maximum(joins, 1), joins)
        month = self.plan.months[number]
        account = np.repeat(np.arange(len(seats)), joins)
        fresh = self._people(account, np.full(len(account), number))
        chosen = np.searchsorted(np.cumsum(month.weights) / month.total, rng.random(len(account)))
        fresh["joined_on"] = month.days[np.minimum(chosen, len(month.days) - 1)]
        self.people = {name: np.concatenate([people[name], fresh[name]]) for name in people}
        self.number = number

    def here(self) -> NDArray[np.bool_]:
        """Who has not left."""
        present: NDArray[np.bool_] = self.people["left"] == STILL_HERE
        return present

    def count(self) -> NDArray[np.int64]:
        """People present, by account."""
        return np.bincount(self.people["account"][self.here()], minlength=len(self.accounts["seats"]))

    def expected(self, origin: int, latent: NDArray[np.int64]) -> NDArray[np.float64]:
        """The oracle's minutes over the next 1, 3 and 6 months, at the end of the month just lived."""
        accounts, people, here = self.accounts, self.people, self.here()
        size = len(accounts["seats"])
        tenure = np.minimum(self.number - people["joined"], TENURES - 1)
        worth = (people["rate"] * people["mean"])[here]
        cell = (people["account"] * TENURES + tenure)[here]
        sums: NDArray[np.float64] = np.bincount(cell, worth, size * TENURES).astype(np.float64)
        grid = sums.reshape(size, TENURES)
        arrivals = np.stack([accounts["arrivals_rm"], accounts["arrivals_m"]], axis=1)
        return self.plan.oracle.expected(origin, accounts["phase"], latent, grid, arrivals)

    def _people(self, account: NDArray[np.int64], joined: NDArray[np.int64]) -> Columns:
        people = draw_people(self.plan.parameters, self.accounts["intensity"], account, self.rng)
        return {**people, "joined": joined, "left": np.full(len(account), STILL_HERE)}


def _next_state(
    plan: Plan, accounts: Columns, latent: NDArray[np.int64], number: int, uniform: NDArray[np.float64]
) -> NDArray[np.int64]:
    renews = (number - accounts["anchor"]) % 12 == 0
    kind = np.where(renews, AT_RENEWAL, BETWEEN_RENEWALS)
    kind = np.where(accounts["annual"], kind, MONTH_TO_MONTH)
    return np.where(accounts["start"] < number, plan.chain.step(latent, kind, uniform), latent)


def _visits(
    plan: Plan,
    crowd: _Crowd,
    number: int,
    latent: NDArray[np.int64],
    stopped: NDArray[np.bool_],
    rng: np.random.Generator,
) -> Columns:
    """Active person-days of one month, with whole minutes. A person's first day is always active."""
    p, people, month = plan.parameters, crowd.people, plan.months[number]
    shock = 1 + p.shock * (2 * rng.random(len(latent)) - 1)
    here = np.flatnonzero(crowd.here())
    account = people["account"][here]
    often = people["rate"][here] * (plan.chain.level[latent] * shock)[account]
    uniform = rng.random((len(here), len(month.days)), dtype=np.float32)
    arrival = people["joined_on"][here][:, None]
    active = (uniform < np.outer(often, month.weights)) & (month.days > arrival) | (month.days == arrival)
    row, day = np.nonzero(active)
    visitor = here[row]
    rows = {
        "account": account[row],
        "visitor": visitor,
        "day": month.days[day],
        "minutes": whole_minutes(p, people["scale"][visitor], rng),
    }
    if plan.stopped_on is None:
        return rows
    kept = ~(stopped[rows["account"]] & (rows["day"] >= np.datetime64(plan.stopped_on, "D")))
    return {name: column[kept] for name, column in rows.items()}


def _month_rows(
    plan: Plan,
    crowd: _Crowd,
    rows: Columns,
    number: int,
    latent: NDArray[np.int64],
    before: NDArray[np.float64],
) -> Columns:
    accounts, size = crowd.accounts, len(latent)
    ahead = crowd.expected(number + 1, latent)
    return {
        "account": np.arange(size),
        "month": np.full(size, plan.months[number].days[0]),
        "latent": latent,
        "visitors": crowd.count(),
        "minutes": np.bincount(rows["account"], rows["minutes"], size).astype(np.int64),
        "expected": np.where(accounts["start"] == number, np.nan, before),
        "expected_1": ahead[:, 0],
        "expected_3": ahead[:, 1],
        "expected_6": ahead[:, 2],
    }


def _ordered(
    plan: Plan,
    accounts: Columns,
    people: Columns,
    visits: list[Columns],
    clicks: list[Columns],
    months: list[Columns],
    path: NDArray[np.int64],
    present: NDArray[np.int64],
    stopped: NDArray[np.bool_],
) -> Block:
    """Number people by account and arrival, and put every record in the order of its key."""
    order = np.lexsort((people["joined_on"], people["account"]))
    if plan.stopped_on is not None:
        unseen = stopped[people["account"]] & (people["joined_on"] >= np.datetime64(plan.stopped_on, "D"))
        order = order[~unseen[order]]
    place = np.full(len(people["account"]), -1)
    place[order] = np.arange(len(order))
    seen, clicked, truth = _stack(visits), _stack(clicks), _stack(months)
    for rows in (seen, clicked):
        rows["visitor"] = place[rows["visitor"]]
    return Block(
        accounts=accounts,
        visitors={name: column[order] for name, column in people.items()},
        visits=_sorted(seen, "visitor", "day"),
        clicks=_sorted(clicked, "visitor", "at", "feature"),
        months=_sorted(truth, "account", "month"),
        path=path,
        present=present,
        stopped=stopped,
    )


def repeat(rows: Columns, times: int, accounts: int, visitors: int = 0) -> Columns:
    """The same records for ``times`` sets of accounts, numbered on."""
    copies = {name: np.concatenate([column] * times) for name, column in rows.items()}
    for name, step in (("account", accounts), ("visitor", visitors)):
        if name in rows:
            copies[name] = copies[name] + np.repeat(np.arange(times) * step, len(rows[name]))
    return copies


def _stack(parts: list[Columns]) -> Columns:
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}


def _sorted(rows: Columns, *keys: str) -> Columns:
    order = np.lexsort([rows[key] for key in reversed(keys)])
    return {name: column[order] for name, column in rows.items()}
