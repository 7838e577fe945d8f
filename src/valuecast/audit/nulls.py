"""What a missing value means for each signal, and how far missing values could move a score."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from valuecast.contracts import OUTPUTS, SIGNAL_CATALOGUE, Finding, finding

MANY = 0.5
"""From this share of active customers without an answer on, the reader is told."""
_MEANS = {
    "zero": "no activity means none of it: missing is 0",
    "unknown": "nothing may be concluded: missing stays missing, and a score does without it",
}


def null_policy(signals: pa.Table) -> pa.Table:
    """Policy and missing share of each signal (contract ``null_policy``).

    Parameters
    ----------
    signals : pyarrow.Table
        Contract ``signals``, today's rows.
    """
    active = signals.filter(signals["active"])
    rows = [
        {
            "signal": signal.name,
            "dimension": signal.dimension,
            "null_policy": signal.null_policy,
            "means": _MEANS[signal.null_policy],
            "missing_share": active[signal.name].null_count / active.num_rows if active.num_rows else None,
        }
        for signal in SIGNAL_CATALOGUE.values()
    ]
    return OUTPUTS["null_policy"].conform(pa.Table.from_pylist(rows, schema=OUTPUTS["null_policy"].empty().schema))


def score_uncertainty(signals: pa.Table, scores: pa.Table, parts: pa.Table, informative: Collection[str]) -> pa.Table:
    """How far each dimension's missing values could move each score (contract ``score_uncertainty``).

    A customer without any value of a dimension could have any of the contributions that the dimension makes among
    those who have one: half that range is the uncertainty of its score.

    Parameters
    ----------
    signals, scores : pyarrow.Table
        Contracts ``signals`` and ``scores``, today's rows.
    parts : pyarrow.Table
        Contract ``score_parts``.
    informative : collection of str
        Signals that scores use today.
    """
    active = signals.filter(signals["active"]).sort_by("customer_id")
    rows = list(_rows(active, scores, parts, informative)) if active.num_rows else []
    schema = OUTPUTS["score_uncertainty"].empty().schema
    return OUTPUTS["score_uncertainty"].conform(pa.Table.from_pylist(rows, schema=schema))


def uncertainty_findings(uncertainty: pa.Table) -> Iterator[Finding]:
    """A note where most active customers gave no answer, with what that does to the score it moves most."""
    rows = [r for r in uncertainty.to_pylist() if r["dimension"] == "satisfaction" and r["missing_share"] >= MANY]
    if not rows:
        return
    worst = max(rows, key=lambda r: (r["half_width"] / r["score_range"] if r["score_range"] else 0.0, r["score"]))
    yield finding(
        "satisfaction_uncertain",
        "ratings",
        "rating",
        count=worst["missing"],
        dimensions=("satisfaction",),
        share=worst["missing_share"],
        score=worst["score"],
        half_width=worst["half_width"],
        range=worst["score_range"],
    )


def _rows(
    active: pa.Table, scores: pa.Table, parts: pa.Table, informative: Collection[str]
) -> Iterator[dict[str, object]]:
    ids = active["customer_id"]
    for dimension in dict.fromkeys(signal.dimension for signal in SIGNAL_CATALOGUE.values()):
        names = [s.name for s in SIGNAL_CATALOGUE.values() if s.dimension == dimension and s.name in informative]
        if not names:
            continue
        lacking = np.logical_and.reduce([active[name].is_null().to_numpy() for name in names])
        if not lacking.any():
            continue
        have = ids.filter(pa.array(~lacking))
        of_dimension = parts.filter(pc.equal(parts["dimension"], dimension))
        of_dimension = of_dimension.filter(pc.is_in(of_dimension["customer_id"], value_set=have.combine_chunks()))
        for score in sorted(set(of_dimension["score"].to_pylist())):
            values = pc.drop_null(of_dimension.filter(pc.equal(of_dimension["score"], score))["contribution"])
            subset = pc.drop_null(scores.filter(pc.equal(scores["score"], score))["value"])
            if not len(values) or not len(subset):
                continue
            half = (pc.max(values).as_py() - pc.min(values).as_py()) / 2
            share = float(lacking.mean())
            yield {
                "score": score,
                "dimension": dimension,
                "missing": int(lacking.sum()),
                "missing_share": share,
                "half_width": half,
                "mean_half_width": half * share,
                "score_range": pc.max(subset).as_py() - pc.min(subset).as_py(),
            }
