"""Every segmentation of today's customers in one go."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from valuecast.contracts import INTERMEDIATE, Note, note
from valuecast.segments import bands
from valuecast.segments.clusters import find_clusters
from valuecast.segments.population import DORMANT, Floats, Population, population
from valuecast.segments.profiles import profiles
from valuecast.segments.stability import hold
from valuecast.segments.tiers import TIERS, Tiers, find_tiers


@dataclass(frozen=True)
class Segmented:
    """What ``segment_all`` gives.

    Parameters
    ----------
    segments : pyarrow.Table
        Contract SEGMENTS.
    profiles : pyarrow.Table
        Contract SEGMENT_PROFILES, with ``median_<signal>`` columns.
    notes : tuple of Note
    tier_distances : pyarrow.Table
        ``customer_id`` and, for each tier, the distance to its centre; active customers only.
    """

    segments: pa.Table
    profiles: pa.Table
    notes: tuple[Note, ...]
    tier_distances: pa.Table


def segment_all(
    signals: pa.Table,
    rfm: Mapping[str, float | None] | pa.Table,
    informative: frozenset[str],
    *,
    clusters: int,
    seed: int,
    minutes_known: bool,
    previous: pa.Table | None = None,
) -> Segmented:
    """Sort today's customers into tiers, clusters, usage bands, lifecycle stages and RFM tiers.

    Customers who were not active in the past window are Dormant everywhere (no RFM tier).

    Parameters
    ----------
    signals : pyarrow.Table
        Today's SIGNALS: ``customer_id``, ``active``, signals; null means unknown.
    rfm : mapping or pyarrow.Table
        Mean RFM score by customer; as a table, ``customer_id`` and ``value``. Null: no tier.
    informative : frozenset of str
        Signals that have data today.
    clusters : int
        How many clusters.
    seed : int
    minutes_known : bool
        Whether the source measures minutes; usage bands are thirds of value if not.
    previous : pyarrow.Table, optional
        ``customer_id`` and ``tier`` of the last run: tiers then carry hysteresis, see ``hold``.
    """
    people = population(signals)
    tiered = find_tiers(people, informative, seed)
    clustered = find_clusters(people, informative, clusters, seed)
    distances = _distances(people, tiered)
    tier, kept_notes = _kept(people, _spread(people, tiered.groups.labels, TIERS), previous, distances)
    names = {
        "tier": tier,
        "cluster": _spread(people, clustered.groups.labels, tuple(name.name for name in clustered.names)),
        "usage_band": bands.usage_bands(people, minutes_known=minutes_known),
        "lifecycle_stage": bands.lifecycle_stages(people),
        "rfm_tier": bands.rfm_tiers(_rfm(people, rfm)),
    }
    order = {
        "tier": TIERS,
        "cluster": [name.name for name in clustered.names],
        "usage_band": (*bands.HOURS, *bands.THIRDS),
        "lifecycle_stage": bands.STAGES,
        "rfm_tier": bands.RFM_TIERS,
    }
    earned = {name.name: name.signal for name in clustered.names}
    table = pa.table(
        {"customer_id": pa.array(people.ids, pa.string())}
        | {name: pa.array(cells, pa.string()) for name, cells in names.items()}
    )
    return Segmented(
        INTERMEDIATE["segments"].conform(table),
        profiles(people, names, order, earned, informative),
        (*tiered.notes, *kept_notes, *clustered.notes, *_rule_notes(people, minutes_known=minutes_known)),
        distances,
    )


def _spread(people: Population, labels: NDArray[np.intp], names: tuple[str, ...]) -> tuple[str, ...]:
    """Names of the active customers' groups, with Dormant for the others."""
    found = np.full(len(people.ids), DORMANT, dtype=object)
    found[people.active] = np.array(names, dtype=object)[labels]
    return tuple(found)


def _distances(people: Population, tiered: Tiers) -> pa.Table:
    ids = [name for name, active in zip(people.ids, people.active, strict=True) if active]
    columns = {tier: pa.array(tiered.groups.distances[:, i]) for i, tier in enumerate(TIERS)}
    return pa.table({"customer_id": pa.array(ids, pa.string()), **columns})


def _kept(
    people: Population, tier: tuple[str, ...], previous: pa.Table | None, distances: pa.Table
) -> tuple[tuple[str, ...], tuple[Note, ...]]:
    if previous is None:
        return tier, ()
    current = pa.table({"customer_id": pa.array(people.ids, pa.string()), "tier": pa.array(tier, pa.string())})
    kept = hold(previous, current, distances)
    count = sum(kept["held"].to_pylist())
    return tuple(kept["tier"].to_pylist()), (note("tier_kept", count=count),) if count else ()


def _rfm(people: Population, rfm: Mapping[str, float | None] | pa.Table) -> Floats:
    if isinstance(rfm, pa.Table):
        rfm = dict(zip(rfm["customer_id"].to_pylist(), rfm["value"].to_pylist(), strict=True))
    means = [rfm.get(name) if active else None for name, active in zip(people.ids, people.active, strict=True)]
    return np.array([np.nan if mean is None else mean for mean in means], dtype=np.float64)


def _rule_notes(people: Population, *, minutes_known: bool) -> Iterator[Note]:
    tenure = people.column("tenure_days")[people.active]
    known = tenure[np.isfinite(tenure)]
    if not minutes_known:
        yield note("bands_without_minutes")
    if len(known) and known.max() <= bands.GROWING_DAYS:
        yield note("nobody_mature", days=float(known.max()))
