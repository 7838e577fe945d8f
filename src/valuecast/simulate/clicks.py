"""Which features people click on the days they visit, and which pages they see."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from valuecast.simulate.people import Columns
from valuecast.simulate.plan import Plan

_CLICKED_SHARE = 0.8
_UNTAGGED_DAYS = 0.06
_FIRST_HOUR, _LAST_HOUR = 7, 20
_STRIDE = 64


def rank_features(plan: Plan, count: int, rng: np.random.Generator) -> NDArray[np.int64]:
    """Each account's features by preference, shape (accounts, features); the first is never a late launch."""
    product = plan.product
    score = product.appeal + plan.parameters.feature_taste * rng.gumbel(size=(count, len(product.names)))
    there = score[:, product.launched == 0].max(axis=1)
    score = np.where(product.launched > 0, np.minimum(score, there[:, None] - 1e-9), score)
    return np.argsort(-score, axis=1)


def draw_clicks(
    plan: Plan,
    accounts: Columns,
    ranking: NDArray[np.int64],
    visits: Columns,
    number: int,
    latent: NDArray[np.int64],
    rng: np.random.Generator,
) -> Columns:
    """Feature events of one month, one row for each person, day and feature; fills in what ``visits`` lacks.

    Adds to ``visits``: events, records, features and pages (distinct, that day), home (whether a page was seen).
    """
    p, product, size = plan.parameters, plan.product, len(visits["day"])
    breadth = plan.chain.breadth[latent]
    tagged = rng.random(size) >= _UNTAGGED_DAYS
    uses = rng.poisson(np.asarray(p.clicks_a_day)[breadth[visits["account"]]])
    uses = np.where(tagged, np.minimum(uses, visits["minutes"]), 0)
    adopted = np.clip(np.asarray(p.adopted)[breadth] + accounts["breadth_offset"], 1, len(product.names))
    row = np.repeat(np.arange(size), uses)
    account = visits["account"][row]
    place = _zipf(p.feature_zipf, len(product.names), adopted[account], rng.random(len(row)))
    feature = ranking[account, place]
    feature = np.where(product.launched[feature] > number, ranking[account, 0], feature)
    key, repeats = np.unique(row * _STRIDE + feature, return_counts=True)
    row, feature = key // _STRIDE, key % _STRIDE
    _complete(visits, product.page[feature], row, tagged, rng)
    return {
        "account": visits["account"][row],
        "visitor": visits["visitor"][row],
        "at": visits["day"][row].astype("datetime64[us]")
        + rng.integers(_FIRST_HOUR, _LAST_HOUR, len(row)) * np.timedelta64(1, "h"),
        "feature": feature,
        "events": repeats + rng.poisson(1.5 * repeats),
        "minutes": _share_minutes(visits["minutes"], visits["features"], row, rng),
    }


def _zipf(exponent: float, size: int, adopted: NDArray[np.int64], uniform: NDArray[np.float64]) -> NDArray[np.int64]:
    """Ranks 0, 1, ... with weight (rank + 2) ** -exponent, cut at the ``adopted`` first."""
    total = np.cumsum((np.arange(size) + 2.0) ** -exponent)
    return np.minimum(np.searchsorted(total, uniform * total[adopted - 1]), adopted - 1)


def _complete(
    visits: Columns,
    page: NDArray[np.int64],
    row: NDArray[np.int64],
    tagged: NDArray[np.bool_],
    rng: np.random.Generator,
) -> None:
    size, minutes = len(visits["day"]), visits["minutes"]
    pages = np.unique(row * _STRIDE + page) // _STRIDE
    visits["features"] = np.bincount(row, minlength=size)
    visits["pages"] = np.bincount(pages, minlength=size) + tagged
    visits["records"] = 1 + visits["features"] + rng.poisson(minutes / 12.0)
    visits["events"] = visits["records"] + rng.poisson(minutes * 1.5)


def _share_minutes(
    minutes: NDArray[np.int64], features: NDArray[np.int64], row: NDArray[np.int64], rng: np.random.Generator
) -> NDArray[np.int64]:
    """At least a minute each, together at most the minutes of the day."""
    weight = rng.standard_exponential(len(row))
    total = np.bincount(row, weight, len(minutes))[row]
    spare = (minutes - features)[row]
    return 1 + np.floor(_CLICKED_SHARE * spare * weight / total).astype(np.int64)
