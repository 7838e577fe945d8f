"""Everything that is decided before the first account is drawn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from valuecast.simulate.company import Company
from valuecast.simulate.latent import CHURNED, Chain, build_chain
from valuecast.simulate.oracle import HORIZONS, Oracle, build_oracle
from valuecast.simulate.parameters import Parameters
from valuecast.simulate.product import Product, build_product
from valuecast.simulate.seasons import Month, month_number, months_from

_BLOCK_VISITORS = 10_000
_GROWTH_SEARCH = 60


@dataclass(frozen=True)
class Plan:
    """The world before anything is drawn: settings, calendar, chain, oracle and product.

    ``months`` holds the simulated months (``later_months`` of them after ``company.end``, seen by totals only).
    ``stopped_share`` of the accounts send nothing from ``stopped_on``. ``identical`` repeats one account.
    """

    company: Company
    parameters: Parameters
    months: tuple[Month, ...]
    chain: Chain
    oracle: Oracle
    product: Product
    seat_median: float
    later_months: int = 0
    stopped_share: float = 0.0
    stopped_on: date | None = None
    identical: bool = False

    @property
    def end(self) -> np.datetime64:
        """Last day of the daily tables."""
        return np.datetime64(self.company.end, "D")

    @property
    def built_on(self) -> np.datetime64:
        """Last day that all-time totals include."""
        last: np.datetime64 = self.months[-1].days[-1]
        return last

    @property
    def start(self) -> np.datetime64:
        """First day of the daily tables."""
        first: np.datetime64 = self.months[0].days[0]
        return first

    @property
    def block_size(self) -> int:
        """Accounts drawn and written together, so that memory does not grow with the company."""
        each = max(self.company.expected_visitors // self.company.accounts, 1)
        return int(np.clip(_BLOCK_VISITORS // each, 1, 1000))


def make_plan(company: Company, parameters: Parameters) -> Plan:
    """Decide everything that does not depend on chance."""
    first = month_number(company.end) - company.months + 1
    longest = max(HORIZONS)
    calendar = months_from(first, company.months + longest, company.end, parameters)
    chain = build_chain(parameters)
    months = tuple(calendar[: company.months])
    return Plan(
        company=company,
        parameters=parameters,
        months=months,
        chain=chain,
        oracle=build_oracle(chain, parameters, calendar, company.months),
        product=build_product(parameters, months[0].days[0], company.months),
        seat_median=_seat_median(company, parameters, chain),
    )


def with_later_months(plan: Plan, count: int) -> Plan:
    """The same world, seen ``count`` whole months longer by whoever adds up totals."""
    company = plan.company
    first = month_number(company.end) - company.months + 1
    span = company.months + count
    calendar = months_from(first, span + max(HORIZONS), None, plan.parameters)
    oracle = build_oracle(plan.chain, plan.parameters, calendar, span)
    return replace(plan, months=tuple(calendar[:span]), oracle=oracle, later_months=count)


def _seat_median(company: Company, parameters: Parameters, chain: Chain) -> float:
    """The median number of seats at which the expected number of people is what was asked for."""
    wanted = company.expected_visitors / company.accounts / _people_per_seat(company.months, parameters, chain)
    normal = np.exp(parameters.seat_sigma * ndtri((np.arange(2000) + 0.5) / 2000))
    low, high = 1e-3, 1e6
    for _ in range(_GROWTH_SEARCH):
        middle = float(np.sqrt(low * high))
        low, high = (middle, high) if seats_of(middle * normal, parameters).mean() < wanted else (low, middle)
    return float(np.sqrt(low * high))


def seats_of(size: NDArray[np.float64], parameters: Parameters) -> NDArray[np.float64]:
    """Whole seats, from 1 to the cap."""
    return np.clip(np.rint(size), 1, parameters.seat_cap)


def _people_per_seat(months: int, parameters: Parameters, chain: Chain) -> float:
    """People ever seen a seat: those there at the start or launch, and expected arrivals after."""
    factor = parameters.join_rate * np.asarray(parameters.join_factor)[chain.state]
    mixed = 0.5 * (chain.moves[0] * 11 / 12 + chain.moves[1] / 12) + 0.5 * chain.moves[2]
    old, new = chain.settled, chain.launched
    people_old, people_new = [1.0 + 2 * parameters.join_rate], [parameters.launch_visitors]
    for _ in range(months):
        old, new = old @ mixed, new @ mixed
        people_old.append(people_old[-1] + float(old @ factor))
        people_new.append(people_new[-1] + float(new @ factor))
    assert float(old[chain.state == CHURNED].sum()) < 1.0
    share = parameters.new_share
    return (1 - share) * people_old[-1] + share * float(np.mean(people_new[:-1]))
