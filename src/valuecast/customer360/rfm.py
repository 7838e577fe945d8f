"""RFM recomputed row by row, with equal and with segment-specific weights, and K-Means on its three parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from sklearn.cluster import KMeans
from threadpoolctl import threadpool_limits

from valuecast.contracts import Finding, finding
from valuecast.contracts.customer360 import VALUE
from valuecast.customer360.tables import table

Numbers = npt.NDArray[np.float64]
PARTS = ("recency_score", "frequency_score", "monetary_score")
WEIGHTS = {
    "equal": (1 / 3, 1 / 3, 1 / 3),
    "high-value": (0.2, 0.3, 0.5),
    "SMB": (0.4, 0.4, 0.2),
}
"""Money says most of the large, and keeping at it most of the small; other customers get equal weights."""
ROUNDING = 0.0051
"""Difference that two decimals explain."""


def recomputed(parts: Numbers) -> Numbers:
    """Mean of R, F and M by customer, shape (customers,); NaN where a part is missing."""
    mean: Numbers = parts.mean(axis=1)
    return mean


def weighted(parts: Numbers, segments: Sequence[str]) -> Numbers:
    """RFM with the weights of each customer's segment, shape (customers,)."""
    weights = np.array([WEIGHTS.get(segment, WEIGHTS["equal"]) for segment in segments]).reshape(-1, 3)
    total: Numbers = (parts * weights).sum(axis=1)
    return total


def clusters(parts: Numbers, seed: int, most: int = 4) -> list[str | None]:
    """K-Means on z-scored R, F and M, clusters numbered by their mean RFM, 1 the best; None without all three parts.

    Fewer clusters where there are fewer different customers.
    """
    known = ~np.isnan(parts).any(axis=1)
    given = parts[known]
    k = min(most, len(np.unique(given, axis=0)))
    names: list[str | None] = [None] * len(parts)
    if k < 2:
        return names
    spread = given.std(axis=0)
    scaled = (given - given.mean(axis=0)) / np.where(spread > 0, spread, 1.0)
    with threadpool_limits(1):
        found_labels = KMeans(k, n_init=10, random_state=seed).fit_predict(scaled)
    means = np.array([given[found_labels == c].mean() for c in range(k)])
    place = {int(c): i + 1 for i, c in enumerate(np.argsort(-means, kind="stable"))}
    for row, label in zip(np.flatnonzero(known), found_labels, strict=True):
        names[int(row)] = f"cluster {place[int(label)]}"
    return names


def rfm_table(parts: Numbers, supplied: Numbers, segments: Sequence[str]) -> pa.Table:
    """Contract ``customer360_rfm``: supplied against recomputed, and each set of weights."""
    mean = recomputed(parts)
    gap = np.abs(mean - supplied)
    compared = ~np.isnan(gap)
    in_segments = weighted(parts, segments)
    return table(
        "customer360_rfm",
        [
            {
                "score": "supplied rfm_avg_score",
                "weights": "unknown",
                "n": int((~np.isnan(supplied)).sum()),
                "mean": _mean(supplied),
                "largest_difference": None,
                "differ": None,
            },
            {
                "score": "recomputed",
                "weights": "R, F, M 1/3 each",
                "n": int((~np.isnan(mean)).sum()),
                "mean": _mean(mean),
                "largest_difference": float(gap[compared].max()) if compared.any() else None,
                "differ": int((gap[compared] > ROUNDING).sum()),
            },
            {
                "score": "by segment",
                "weights": "; ".join(
                    f"{s} R {r:g}, F {f:g}, M {m:g}" for s, (r, f, m) in WEIGHTS.items() if s != "equal"
                )
                + "; other equal",
                "n": int((~np.isnan(in_segments)).sum()),
                "mean": _mean(in_segments),
                "largest_difference": _largest(in_segments - supplied),
                "differ": int((np.abs(in_segments - supplied)[compared] > ROUNDING).sum()),
            },
        ],
    )


def rfm_findings(parts: Numbers, supplied: Numbers) -> Iterator[Finding]:
    """A warning where the supplied score is not the mean of its parts."""
    gap = np.abs(recomputed(parts) - supplied)
    differ = int((gap > ROUNDING).sum())
    if differ:
        yield finding(
            "rfm_disagrees",
            VALUE,
            "rfm_avg_score",
            count=differ,
            customers=int((~np.isnan(gap)).sum()),
            most=float(np.nanmax(gap)),
        )


def _mean(values: Numbers) -> float | None:
    known = values[~np.isnan(values)]
    return float(known.mean()) if len(known) else None


def _largest(gap: Numbers) -> float | None:
    known = np.abs(gap[~np.isnan(gap)])
    return float(known.max()) if len(known) else None
