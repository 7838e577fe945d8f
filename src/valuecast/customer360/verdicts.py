"""Is "low consistency, high value" true here? Each piece of evidence with its own verdict, for and against."""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
import pyarrow as pa

from valuecast.contracts import row_note
from valuecast.customer360.customers import HIGH, SEGMENTS, SMB, Customers
from valuecast.customer360.rfm import Numbers
from valuecast.customer360.tables import table

Verdict = Literal["supports", "contradicts", "cannot tell"]
FEW = 10
"""Fewest customers on each side for a verdict."""
CLEAR = 1.96
"""Standard errors by which two means must differ, and a correlation from zero."""
BINS = ((-np.inf, -1.0), (-1.0, 0.0), (0.0, 1.0), (1.0, np.inf))
"""Bins of M − (R + F) / 2, each with its upper end."""


def verdict_table(customers: Customers) -> pa.Table:
    """Contract ``customer360_verdicts``."""
    by_rule, smb = customers.within(HIGH), customers.within(SMB)
    high_tier = np.array([tier in ("Gold", "Platinum") for tier in customers.tier], dtype=bool)
    found = customers.derived
    rows = [
        _means("consistency: high-value against SMB, by rule", found["consistency"], by_rule, smb, lower=True),
        _means(
            "consistency: Gold and Platinum against the rest", found["consistency"], high_tier, ~high_tier, lower=True
        ),
        _means(
            "consistency: the top 20 % by lifetime value against the rest",
            found["consistency"],
            *_top(customers.ltv),
            lower=True,
        ),
        _means(
            "imbalance: Gold and Platinum have more money than recency and frequency explain",
            found["rfm_imbalance"],
            high_tier,
            ~high_tier,
            lower=False,
        ),
        _correlation(
            "consistency with lifetime value, all", found["consistency"], customers.ltv, high_tier | ~high_tier
        ),
    ]
    for segment in SEGMENTS:
        rows.append(
            _correlation(
                f"consistency with ltv_velocity, {segment}",
                found["consistency"],
                found["ltv_velocity"],
                customers.within(segment),
            )
        )
    return table("customer360_verdicts", [{"position": i, **row} for i, row in enumerate(rows, start=1)])


def imbalance_table(customers: Customers) -> pa.Table:
    """Contract ``customer360_imbalance``: bins of imbalance by segment; counts add up to those with R, F and M."""
    imbalance = customers.derived["rfm_imbalance"]
    rows = []
    for segment in SEGMENTS:
        subset = customers.within(segment) & ~np.isnan(imbalance)
        for position, (low, high) in enumerate(BINS, start=1):
            inside = subset & (imbalance > low) & (imbalance <= high)
            rows.append(
                {
                    "segment": segment,
                    "position": position,
                    "bin": _bin(low, high),
                    "customers": int(inside.sum()),
                    "share": float(inside.sum() / subset.sum()) if subset.any() else None,
                    "mean_ltv": float(np.nanmean(customers.ltv[inside])) if inside.any() else None,
                }
            )
    return table("customer360_imbalance", rows)


def _means(evidence: str, values: Numbers, one: Any, other: Any, *, lower: bool) -> dict[str, Any]:
    """Welch's comparison of two means; the claim is that the first group's is lower (or higher)."""
    a, b = (values[group & ~np.isnan(values)] for group in (one, other))
    row: dict[str, Any] = {"evidence": evidence, "claim": f"the first is {'lower' if lower else 'higher'}", "n": len(a)}
    row |= {"other_n": len(b), "first": _mean(a), "second": _mean(b), "statistic": None, "low": None, "high": None}
    if min(len(a), len(b)) < FEW:
        return row | {"multiple": None, "verdict": "cannot tell", "why": row_note("few_on_one_side", least=FEW)}
    gap = float(a.mean() - b.mean())
    error = float(np.sqrt(a.var(ddof=1) / len(a) + b.var(ddof=1) / len(b)))
    row |= {
        "statistic": gap,
        "low": gap - CLEAR * error,
        "high": gap + CLEAR * error,
        "multiple": float(a.mean() / b.mean()) if b.mean() > 0 else None,
    }
    return row | _verdict(gap, error, lower=lower)


def _correlation(evidence: str, one: Numbers, other: Numbers, group: Any) -> dict[str, Any]:
    """Spearman's ρ with Fisher's interval; the claim is that it is below zero."""
    both = group & ~np.isnan(one) & ~np.isnan(other)
    a, b = _ranks(one[both]), _ranks(other[both])
    row: dict[str, Any] = {"evidence": evidence, "claim": "the correlation is below zero", "n": len(a), "other_n": 0}
    row |= {"first": None, "second": None, "multiple": None, "statistic": None, "low": None, "high": None}
    if len(a) < FEW or a.std() == 0 or b.std() == 0:
        return row | {"verdict": "cannot tell", "why": row_note("few_or_alike", least=FEW)}
    rho = float(np.clip(np.corrcoef(a, b)[0, 1], -0.999999, 0.999999))
    error = 1.03 / np.sqrt(len(a) - 3)
    low, high = np.tanh(np.arctanh(rho) + np.array([-CLEAR, CLEAR]) * error)
    row |= {"statistic": rho, "low": float(low), "high": float(high)}
    return row | _verdict(float(np.arctanh(rho)), float(error), lower=True)


def _verdict(gap: float, error: float, *, lower: bool) -> dict[str, str]:
    signed = -gap if lower else gap
    if abs(gap) <= CLEAR * error:
        return {"verdict": "cannot tell", "why": row_note("interval_with_zero")}
    if signed > 0:
        return {"verdict": "supports", "why": row_note("interval_beside_claim")}
    return {"verdict": "contradicts", "why": row_note("interval_against_claim")}


def _top(values: Numbers) -> tuple[Any, Any]:
    known = ~np.isnan(values)
    if not known.any():
        return known, known
    cut = np.percentile(values[known], 80)
    return known & (values > cut), known & (values <= cut)


def _ranks(values: Numbers) -> Numbers:
    """Mean ranks, equals alike."""
    _, place, counts = np.unique(values, return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    ranks: Numbers = ((ends - counts + 1 + ends) / 2)[place]
    return ranks


def _mean(values: Numbers) -> float | None:
    return float(values.mean()) if len(values) else None


def _bin(low: float, high: float) -> str:
    if np.isinf(low):
        return f"up to {high:g}"
    return f"above {low:g}" if np.isinf(high) else f"above {low:g} to {high:g}"
