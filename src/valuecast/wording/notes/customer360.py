"""What the description of a snapshot rests on."""

from __future__ import annotations

from collections.abc import Mapping

from valuecast.wording.figures import Wording

SENTENCES: Mapping[str, Wording] = {
    "snapshot_without_customers": "The value table holds no customer: nothing can be described.",
    "bands_are_quantiles": (
        "KPI bands and targets are quantiles of each segment today: they are levels to watch, not measured effects."
    ),
    "segment_without_customers": (
        "No customer is in the segment {segment}: its rule is met by nobody, and it has no KPI."
    ),
}
