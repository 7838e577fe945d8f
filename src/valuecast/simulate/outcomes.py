"""What happened commercially: renewals, churn, expansion, contraction and tickets, each with its day.

Contracts begin, renew and end on the first of a month. Amounts are positive: the value of the renewed term for a
renewal, the yearly value gained or lost for expansion, contraction and churn, null for a ticket.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from valuecast.simulate.block import Block
from valuecast.simulate.latent import CHURNED
from valuecast.simulate.people import Columns
from valuecast.simulate.plan import Plan

KINDS = ("renewal", "churn", "expansion", "contraction", "ticket")
_RENEWAL, _CHURN, _EXPANSION, _CONTRACTION, _TICKET = range(5)
_REVIEW_MONTHS = 3
_TICKET_SEATS = 10.0


def draw_outcomes(plan: Plan, block: Block, rng: np.random.Generator) -> Columns:
    """Outcomes of a block: account, on [day], kind (position in `KINDS`), amount; ordered by account, day and kind."""
    parts = _tickets(plan, block, rng) + _contracts(plan, block, rng)
    rows: Columns = {
        name: np.concatenate([np.asarray(part[position]) for part in parts])
        for position, name in enumerate(("account", "on", "kind", "amount"))
    }
    order = np.lexsort((rows["kind"], rows["on"], rows["account"]))
    return {name: column[order] for name, column in rows.items()}


_Part = tuple[NDArray[Any], NDArray[Any], NDArray[Any], NDArray[Any]]


def _tickets(plan: Plan, block: Block, rng: np.random.Generator) -> list[_Part]:
    p, parts = plan.parameters, []
    size = np.sqrt(block.accounts["seats"] / _TICKET_SEATS)
    for number, month in enumerate(plan.months):
        latent = block.path[:, number]
        rate = np.where(latent < 0, 0.0, p.ticket_rate * size * np.asarray(p.ticket_state)[plan.chain.state[latent]])
        account = np.repeat(np.arange(len(size)), rng.poisson(rate))
        chosen = np.searchsorted(np.cumsum(month.weights) / month.total, rng.random(len(account)))
        day = month.days[np.minimum(chosen, len(month.days) - 1)]
        parts.append(_part(account, day, _TICKET, np.full(len(account), np.nan)))
    return parts


def _contracts(plan: Plan, block: Block, rng: np.random.Generator) -> list[_Part]:
    p, accounts, parts = plan.parameters, block.accounts, []
    paid, price = accounts["seats"].copy(), accounts["price"]
    age_months = np.where(accounts["annual"], 12, 1)
    before = np.where(accounts["start"] < 0, accounts["latent"], -1)
    for number, month in enumerate(plan.months):
        latent, uniform = block.path[:, number], rng.random(len(paid))
        gone = (latent >= 0) & (plan.chain.state[latent] == CHURNED)
        was_here = (before >= 0) & (plan.chain.state[before] != CHURNED)
        was_gone = (before >= 0) & ~was_here
        age = number - accounts["anchor"]
        renews = (was_here & ~gone & (age % age_months == 0)) | (was_gone & ~gone)
        review = renews & np.where(accounts["annual"], True, age % _REVIEW_MONTHS == 0)
        people = block.present[:, number]
        more = review & (people > p.expansion[0] * paid) & (uniform < p.expansion[1])
        less = review & (people < p.contraction[0] * paid) & (uniform < p.contraction[1]) & (paid > 1)
        changed = np.where(more | less, np.maximum(people, 1), paid)
        day = np.full(len(paid), month.days[0])
        yearly = 12 * price * np.abs(changed - paid)
        for kind, who, amount in (
            (_RENEWAL, renews, price * changed * age_months),
            (_EXPANSION, more, yearly),
            (_CONTRACTION, less, yearly),
            (_CHURN, was_here & gone, 12 * price * paid),
        ):
            parts.append(_part(np.flatnonzero(who), day[who], kind, np.round(amount[who], 2)))
        paid, before = changed, latent
    return parts


def _part(account: NDArray[Any], day: NDArray[Any], kind: int, amount: NDArray[Any]) -> _Part:
    return account, day, np.full(len(account), kind), amount
