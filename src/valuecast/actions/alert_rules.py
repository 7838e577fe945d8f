"""The six early warnings, each a written rule over what was known before as_of.

============== ========================================================================= ====================
kind           rule                                                                      strength
============== ========================================================================= ====================
silence        not seen for 7 days or more and 4 times the customer's own mean gap       1 − 4 / times
usage_drop     weekly value relative to the company's: Pettitt's p ≤ 0.003, at least     share lost
               30 % lower since, for 3 to 17 weeks
champion_gone  the member with most days of use (20 % at least) is silent for 28 days    its share
               and 5 times its own mean gap, while others still use the product
fewer_features product features used in the last 28 days at most 45 % of the median of   share lost
               the three stretches before, which was 5 or more
rating         mean answer of the last 90 days 4 or less, or 3 points below that of      depth of both
               earlier answers (3 or more each)
tickets        3 or more in 28 days, and so many have a chance of 1 % or less at the     1 − usual / now
               customer's own earlier rate (Poisson)
============== ========================================================================= ====================
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd
import pyarrow as pa
from scipy.stats import poisson

from valuecast.actions.change_point import Drops, likeliest_drops, without_common_moves
from valuecast.contracts import row_note

WEEKS = 26
_SLACK = 1e-6
"""Means of one column are added in another order than means of a few rows [rating]."""
KINDS = ("silence", "usage_drop", "champion_gone", "fewer_features", "rating", "tickets")


@dataclass(frozen=True)
class Warned:
    """One early warning: whom, of what, since when, how strong (0 to 1), and what was seen, as a row note."""

    customer_id: str
    kind: str
    since: date
    strength: float
    evidence: str


@dataclass(frozen=True)
class Limits:
    """The thresholds of the rules above, set on a simulated company (seed 21) that no published figure is from."""

    silent_days: float = 7.0
    silent_gaps: float = 4.0
    drop_p: float = 0.003
    drop_share: float = 0.3
    drop_weeks: tuple[int, int] = (3, 17)
    champion_share: float = 0.2
    champion_days: float = 28.0
    champion_gaps: float = 5.0
    features_share: float = 0.45
    features_least: float = 5.0
    rating_low: float = 4.0
    rating_fall: float = 3.0
    rating_days: int = 90
    tickets_least: float = 3.0
    tickets_chance: float = 0.01


LIMITS = Limits()


def silence(signals: pa.Table, as_of: date, limits: Limits = LIMITS) -> Iterator[Warned]:
    """Silent for far longer than the customer's own rhythm; needs ``days_since_last`` and ``recency_ratio``."""
    if not {"days_since_last", "recency_ratio"} <= set(signals.column_names):
        return
    for row in signals.select(["customer_id", "days_since_last", "recency_ratio"]).to_pylist():
        days, gaps = row["days_since_last"], row["recency_ratio"]
        if days is not None and gaps is not None and days >= limits.silent_days and gaps >= limits.silent_gaps:
            since = as_of - timedelta(days=round(days))
            yield Warned(
                row["customer_id"],
                "silence",
                since,
                1 - limits.silent_gaps / gaps if gaps > 0 else 0.0,
                row_note("silence", days=days, gaps=gaps),
            )


def usage_drop(weeks: pa.Table, as_of: date, limits: Limits = LIMITS, value_name: str = "value") -> Iterator[Warned]:
    """A lasting drop of weekly value beyond what the whole company did; ``value_name`` is the unit that is told."""
    grid = _grid(weeks, "week", "value", WEEKS)
    series = np.maximum(grid.to_numpy(np.float64)[:, ::-1], 0.0)
    found: Drops = likeliest_drops(without_common_moves(series))
    shortest, longest = limits.drop_weeks
    for i, customer in enumerate(grid.index):
        since = int(found.weeks_since[i])
        lost = 1 - found.after[i] / found.before[i] if found.before[i] > 0 else 0.0
        if found.p[i] <= limits.drop_p and lost >= limits.drop_share and shortest <= since <= longest:
            now, then = series[i, -since:].mean(), series[i, :-since].mean()
            yield Warned(
                str(customer),
                "usage_drop",
                as_of - timedelta(weeks=since),
                float(lost),
                row_note(
                    "usage_drop", now=float(now), then=float(then), weeks=since, lost=float(lost), unit=value_name
                ),
            )


def champion_gone(
    champions: pa.Table, last_seen: dict[str, float], as_of: date, limits: Limits = LIMITS
) -> Iterator[Warned]:
    """The most frequent member has stopped while others go on. ``last_seen`` is by customer [days before as_of]."""
    for row in champions.to_pylist():
        silent = (as_of - row["last_day"]).days - 1
        gap = max(row["usual_gap"], 1.0)
        others_go_on = last_seen.get(row["customer_id"], np.inf) < min(silent, limits.silent_days)
        enough = silent >= limits.champion_days and silent >= limits.champion_gaps * gap
        if row["share"] >= limits.champion_share and enough and others_go_on:
            yield Warned(
                row["customer_id"],
                "champion_gone",
                row["last_day"] + timedelta(days=1),
                float(row["share"]),
                row_note("champion_gone", member=row["member_id"], share=row["share"], days=silent),
            )


def fewer_features(blocks: pa.Table, active: frozenset[str], as_of: date, limits: Limits = LIMITS) -> Iterator[Warned]:
    """Fewer product features than before, for a customer that is still ``active``."""
    grid = _grid(blocks, "block", "features_used", 4)
    every = grid.to_numpy(np.float64)
    for customer, counts, usual in zip(grid.index, every, np.median(every[:, 1:], axis=1).tolist(), strict=True):
        if customer in active and usual >= limits.features_least and counts[0] <= limits.features_share * usual:
            yield Warned(
                str(customer),
                "fewer_features",
                as_of - timedelta(days=28),
                1 - counts[0] / usual,
                row_note("fewer_features", now=float(counts[0]), usual=usual),
            )


def rating(answers: pa.Table, as_of: date, limits: Limits = LIMITS) -> Iterator[Warned]:
    """Low or falling satisfaction."""
    border = as_of - timedelta(days=limits.rating_days)
    frame = _doubtful(answers.to_pandas(), border, limits)
    for customer, subset in frame.groupby("customer_id", sort=True):
        recent, earlier = subset[subset["rated_on"] >= border], subset[subset["rated_on"] < border]
        if recent.empty:
            continue
        now = float(recent["rating"].mean())
        fell = float(earlier["rating"].mean()) - now if min(len(recent), len(earlier)) >= 3 else 0.0
        if now <= limits.rating_low or fell >= limits.rating_fall:
            yield Warned(
                str(customer),
                "rating",
                recent["rated_on"].max(),
                min(1.0, max((limits.rating_low - now) / limits.rating_low, 0.0) + max(fell, 0.0) / 10),
                row_note(
                    "rating",
                    now=now,
                    answers=len(recent),
                    days=limits.rating_days,
                    fell=fell if fell >= limits.rating_fall else None,
                ),
            )


def _doubtful(answers: pd.DataFrame, border: date, limits: Limits) -> pd.DataFrame:
    """Answers of the customers that `rating` may warn of: with many customers, hardly any of them are looked at."""
    late = answers["rated_on"] >= border
    now, then = (
        answers[late == kind].groupby("customer_id")["rating"].agg(["mean", "count"]) for kind in (True, False)
    )
    both = now.join(then.add_suffix("_then"))
    enough = (both["count"] >= 3) & (both["count_then"] >= 3)
    fell = enough & (both["mean_then"] - both["mean"] >= limits.rating_fall - _SLACK)
    named = both.index[(both["mean"] <= limits.rating_low + _SLACK) | fell]
    return answers[answers["customer_id"].isin(named)]


def tickets(blocks: pa.Table, as_of: date, limits: Limits = LIMITS) -> Iterator[Warned]:
    """More support tickets than the customer's own rate explains."""
    grid = _grid(blocks, "block", "tickets", 6)
    counts = grid.to_numpy(np.float64)
    usual = (counts[:, 1:].sum(axis=1) + 0.5) / 5
    chance = poisson.sf(counts[:, 0] - 1, usual)
    many = (counts[:, 0] >= limits.tickets_least) & (chance <= limits.tickets_chance)
    for i, customer in enumerate(grid.index):
        if not many[i]:
            continue
        now = counts[i, 0]
        yield Warned(
            str(customer),
            "tickets",
            as_of - timedelta(days=28),
            float(1 - usual[i] / now),
            row_note("tickets", now=float(now), usual=float(counts[i, 1:].mean())),
        )


def _grid(table: pa.Table, step: str, column: str, length: int) -> pd.DataFrame:
    """Customers × steps, the last step first; a step without a row is 0."""
    frame = table.to_pandas().pivot_table(index="customer_id", columns=step, values=column, aggfunc="sum")
    filled: pd.DataFrame = frame.reindex(columns=range(length)).fillna(0.0)
    return filled
