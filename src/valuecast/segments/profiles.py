"""Size, worth, profile, meaning and recommendation of every segment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from valuecast.contracts import OUTPUTS, row_note
from valuecast.segments.meaning import meaning
from valuecast.segments.population import DORMANT, Population
from valuecast.segments.typical import medians, profile


def profiles(
    people: Population,
    segmentations: Mapping[str, Sequence[str | None]],
    order: Mapping[str, Sequence[str]],
    earned: Mapping[str, str | None],
    informative: frozenset[str],
) -> pa.Table:
    """One row for each segment that holds somebody: contract SEGMENT_PROFILES.

    Parameters
    ----------
    people : Population
    segmentations : mapping of str to sequence of str or None
        Segment of every customer, by segmentation.
    order : mapping of str to sequence of str
        Segments by position; Dormant comes last.
    earned : mapping of str to str or None
        For each cluster the signal that earned its name.
    informative : frozenset of str
        Signals to describe; the columns ``median_<signal>`` hold their medians.
    """
    rows = []
    for segmentation, names in segmentations.items():
        found = [name for name in (*dict.fromkeys(order[segmentation]), DORMANT) if name in names]
        for position, segment in enumerate(found, start=1):
            members = np.array([name == segment for name in names], dtype=np.bool_)
            first = earned.get(segment) if segmentation == "cluster" else None
            rows.append(_row(people, members, (segmentation, segment, position), informative, first))
    declared = OUTPUTS["segment_profiles"]
    further = [f"median_{name}" for name in people.present(informative)]
    fields = {name: declared.empty().schema.field(name).type for name in declared.names}
    columns = {name: pa.array([row[name] for row in rows], kind) for name, kind in fields.items()}
    columns |= {name: pa.array([row[name] for row in rows], pa.float64()) for name in further}
    return declared.conform(pa.table(columns))


def _row(
    people: Population,
    members: NDArray[np.bool_],
    which: tuple[str, str, int],
    informative: frozenset[str],
    first: str | None,
) -> dict[str, Any]:
    segmentation, segment, position = which
    total, value = float(people.value.sum()), float(people.value[members].sum())
    words, advice = meaning(segmentation, segment)
    return {
        "segmentation": segmentation,
        "segment": segment,
        "position": position,
        "customers": int(members.sum()),
        "share": float(members.mean()),
        "value": value,
        "value_share": value / total if total > 0 else None,
        "profile": _profile(people, members, segment, informative, first),
        "meaning": words,
        "recommendation": advice,
        **{f"median_{name}": cell for name, cell in medians(people, members, people.present(informative)).items()},
    }


def _profile(
    people: Population, members: NDArray[np.bool_], segment: str, informative: frozenset[str], first: str | None
) -> str:
    if segment != DORMANT:
        return profile(people, members, informative, first)
    return row_note("not_active", days=medians(people, members, ("days_since_last",))["days_since_last"])
