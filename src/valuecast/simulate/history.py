"""A block with its answers and outcomes, numbered for the whole company: what the tables are made from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from valuecast.simulate.block import Block, live, repeat
from valuecast.simulate.names import account_ids, visitor_ids
from valuecast.simulate.outcomes import draw_outcomes
from valuecast.simulate.people import Columns
from valuecast.simulate.plan import Plan
from valuecast.simulate.ratings import draw_ratings


@dataclass(frozen=True)
class History:
    """Consecutive accounts from number ``first``, with every record that the tables need."""

    first: int
    block: Block
    ratings: Columns
    outcomes: Columns

    @property
    def size(self) -> int:
        """Accounts in the block."""
        return len(self.block.accounts["seats"])

    @cached_property
    def account_ids(self) -> list[str]:
        """Identifiers of the accounts."""
        return account_ids(self.first, self.size)

    @cached_property
    def visitor_ids(self) -> list[str]:
        """Identifiers of the people."""
        return visitor_ids(self.first, self.block.visitors["account"])

    @cached_property
    def agent(self) -> NDArray[np.int64]:
        """Which browser each person uses, by their number within the account."""
        account = self.block.visitors["account"]
        return (np.arange(len(account)) - np.searchsorted(account, account)) % 3

    def until(self, end: np.datetime64) -> History:
        """The same accounts and people, with visits, clicks, answers and outcomes up to ``end`` only."""
        block = self.block
        visits, clicks = _until(block.visits, "day", end), _until(block.clicks, "at", end)
        return replace(
            self,
            block=replace(block, visits=visits, clicks=clicks, months=_until(block.months, "month", end)),
            ratings=_until(self.ratings, "at", end),
            outcomes=_until(self.outcomes, "on", end),
        )


def draw_history(plan: Plan, first: int) -> History:
    """Draw the block that begins with account number ``first``; each block has its own stream of chance."""
    size = min(plan.block_size, plan.company.accounts - first)
    number = 0 if plan.identical else first // plan.block_size
    seed = np.random.SeedSequence(plan.company.seed, spawn_key=(number,))
    life, answers, trade = seed.spawn(3)
    block = live(plan, 1 if plan.identical else size, life)
    history = History(
        first,
        block,
        draw_ratings(plan, block, np.random.default_rng(answers)),
        draw_outcomes(plan, block, np.random.default_rng(trade)),
    )
    return _repeated(history, size) if plan.identical else history


def _repeated(history: History, times: int) -> History:
    block, people = history.block, len(history.block.visitors["account"])
    copies = replace(
        block,
        accounts=repeat(block.accounts, times, 1),
        visitors=repeat(block.visitors, times, 1),
        visits=repeat(block.visits, times, 1, people),
        clicks=repeat(block.clicks, times, 1, people),
        months=repeat(block.months, times, 1),
        path=np.tile(block.path, (times, 1)),
        present=np.tile(block.present, (times, 1)),
        stopped=np.tile(block.stopped, times),
    )
    ratings = repeat(history.ratings, times, 1, people)
    return History(history.first, copies, ratings, repeat(history.outcomes, times, 1))


def _until(rows: Columns, column: str, end: np.datetime64) -> Columns:
    kept = rows[column].astype("datetime64[D]") <= end
    return rows if kept.all() else {name: values[kept] for name, values in rows.items()}
