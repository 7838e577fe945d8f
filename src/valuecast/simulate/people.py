"""Accounts and the people in them: size, contract, taste, and how often and how long each person visits."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, ndtr

from valuecast.simulate.oracle import MONTHLY_PHASE
from valuecast.simulate.parameters import Parameters
from valuecast.simulate.plan import Plan, seats_of

Columns = dict[str, NDArray[Any]]
LONGEST_DAY = 1440
STILL_HERE = 1 << 30
_NODES = 24


def draw_accounts(plan: Plan, count: int, rng: np.random.Generator) -> Columns:
    """``count`` accounts, one row each.

    Columns: seats; annual (bool); start (month number, -1 for those there before the first day); anchor (month
    in which the contract began); phase (see `Oracle`); intensity [log minutes]; mood [rating]; price [money a
    seat and month]; latent (hidden state before its first month); arrivals_rm, arrivals_m (what the oracle
    needs of people who may arrive); breadth_offset [features].
    """
    p = plan.parameters
    seats = seats_of(plan.seat_median * np.exp(p.seat_sigma * rng.standard_normal(count)), p)
    annual = rng.random(count) < expit(p.annual_share[0] + p.annual_share[1] * np.log(seats))
    new = rng.random(count) < p.new_share
    start = np.where(new, rng.integers(0, plan.company.months, count), -1)
    anchor = np.where(new, start, rng.integers(-12, 0, count))
    intensity = p.minutes_sigma_account * rng.standard_normal(count)
    chances = np.where(new[:, None], plan.chain.launched, plan.chain.settled)
    rate_minutes, minutes = _average_person(p, intensity)
    return {
        "seats": seats,
        "annual": annual,
        "start": start,
        "anchor": anchor,
        "phase": np.where(annual, anchor % 12, MONTHLY_PHASE),
        "intensity": intensity,
        "mood": p.rating_sigma[0] * rng.standard_normal(count),
        "price": np.round(p.seat_price[0] * np.exp(p.seat_price[1] * rng.standard_normal(count)), 2),
        "latent": plan.chain.draw(chances, rng.random(count)),
        "arrivals_rm": seats * rate_minutes,
        "arrivals_m": seats * minutes,
        "breadth_offset": rng.integers(-2, 3, count),
    }


def draw_people(
    parameters: Parameters, intensity: NDArray[np.float64], account: NDArray[np.int64], rng: np.random.Generator
) -> Columns:
    """One person for each entry of ``account``: rate [visits a day at full level], scale [log minutes], mean [minutes].

    ``mean`` is the exact expectation of the whole minutes of an active day, as `whole_minutes` draws them.
    """
    often, long = rng.standard_normal((2, len(account)))
    rate, scale = _person(parameters, intensity[account], often, long)
    return {"account": account, "rate": rate, "scale": scale, "mean": _mean_minutes(parameters, scale)}


def whole_minutes(parameters: Parameters, scale: NDArray[np.float64], rng: np.random.Generator) -> NDArray[np.int64]:
    """Minutes of active days, 1 to 1440: log-normal, cut at a day, rounded at random so that the mean holds."""
    noise, uniform = rng.standard_normal(len(scale)), rng.random(len(scale))
    exact = np.minimum(np.exp(scale + parameters.minutes_sigma_day * noise), LONGEST_DAY - 1.0)
    return 1 + np.floor(exact + uniform * (exact < LONGEST_DAY - 1)).astype(np.int64)


def _person(
    parameters: Parameters, intensity: NDArray[np.float64], often: NDArray[np.float64], long: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    centre, spread = parameters.rate_logit
    together = parameters.rate_minutes_correlation
    rate = parameters.rate_cap * expit(centre + spread * often)
    own = together * often + np.sqrt(1 - together**2) * long
    return rate, np.log(parameters.minutes_median) + intensity + parameters.minutes_sigma_visitor * own


def _mean_minutes(parameters: Parameters, scale: NDArray[np.float64]) -> NDArray[np.float64]:
    """1 + E[min(X, 1439)] for log-normal X: Johnson, Kotz and Balakrishnan (1994), limited expected value."""
    sigma, cap = parameters.minutes_sigma_day, np.log(LONGEST_DAY - 1.0)
    below = np.exp(scale + sigma**2 / 2) * ndtr((cap - scale - sigma**2) / sigma)
    mean: NDArray[np.float64] = 1 + below + (LONGEST_DAY - 1.0) * (1 - ndtr((cap - scale) / sigma))
    return mean


def _average_person(
    parameters: Parameters, intensity: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """E[rate × mean minutes] and E[mean minutes] over people of each account, by Gauss-Hermite quadrature."""
    nodes, weights = np.polynomial.hermite_e.hermegauss(_NODES)
    often, long = (grid.ravel() for grid in np.meshgrid(nodes, nodes, indexing="ij"))
    weight = np.outer(weights, weights).ravel() / weights.sum() ** 2
    rate, scale = _person(parameters, intensity[:, None], often[None, :], long[None, :])
    mean = _mean_minutes(parameters, scale)
    return (rate * mean) @ weight, mean @ weight
