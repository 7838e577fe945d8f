"""Dated NPS answers: rare, noisy, and only weakly tied to what the account is doing."""

from __future__ import annotations

import numpy as np

from valuecast.simulate.block import Block
from valuecast.simulate.people import Columns
from valuecast.simulate.plan import Plan

_OPENING_MINUTE, _CLOSING_MINUTE = 8 * 60, 18 * 60


def draw_ratings(plan: Plan, block: Block, rng: np.random.Generator) -> Columns:
    """Answers of a block: account, visitor, at [instant], rating 0..10; ordered by visitor and time.

    In a survey month each person is asked on the first day they visit, and answers with `response_rate`.
    """
    p, visits = plan.parameters, block.visits
    month = visits["day"].astype("datetime64[M]").astype(int)
    asked = month % p.survey_every == 1
    first = np.ones(len(month), dtype=bool)
    first[1:] = (np.diff(visits["visitor"]) != 0) | (np.diff(month) != 0)
    row = np.flatnonzero(asked & first)
    row = row[rng.random(len(row)) < p.response_rate]
    account = visits["account"][row]
    number = month[row] - int(plan.start.astype("datetime64[M]").astype(int))
    state = plan.chain.state[block.path[account, number]]
    opinion = p.rating_mean + block.accounts["mood"][account] + np.asarray(p.rating_state)[state]
    opinion = opinion + p.rating_sigma[1] * rng.standard_normal(len(row))
    minute = rng.integers(_OPENING_MINUTE, _CLOSING_MINUTE, len(row)) * np.timedelta64(1, "m")
    return {
        "account": account,
        "visitor": visits["visitor"][row],
        "at": visits["day"][row].astype("datetime64[ms]") + minute,
        "rating": np.clip(np.rint(opinion), 0, 10).astype(np.int64),
    }
