"""What the reader of a results folder needs to know about how it came to be; no clock, no secrets."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date
from importlib.metadata import version
from typing import Any

from valuecast import audit, identification, trends
from valuecast.audit.dimensions import dimensions_of
from valuecast.config import Config
from valuecast.contracts import Note
from valuecast.engines import redacted
from valuecast.pipeline.assessing import Planned, Valued
from valuecast.pipeline.concluding import Evidence
from valuecast.pipeline.sampling import Sample
from valuecast.signals import Usable
from valuecast.wording.notes import sentence

_LIBRARIES = ("duckdb", "ibis-framework", "lightgbm", "numpy", "pyarrow", "scikit-learn")


def manifest_of(
    config: Config,
    inspection: audit.Inspection,
    planned: Planned,
    valued: Valued,
    usable: Usable | None,
    sample: Sample | None,
    identified: identification.Identified | None,
    forecasted: trends.Forecast | None,
    evidence: Evidence | None,
    notes: Sequence[Note | str],
) -> dict[str, Any]:
    """The manifest; every part that the run did not reach is null."""
    settings = config.model_dump(mode="json") | {"source": redacted(config.source)}
    plan = planned.plan
    return {
        "valuecast": version("valuecast"),
        "kind": config.kind,
        "source": redacted(config.source),
        "config": settings,
        "config_hash": _digest(settings),
        "seed": config.seed,
        "value_name": valued.value_name,
        "as_of": None if plan is None else plan.as_of.isoformat(),
        "grain": None if plan is None else plan.grain,
        "plan": None
        if plan is None
        else {
            "supervised": plan.supervised,
            "past_months": plan.past_months,
            "horizon": plan.horizon,
            "trend_horizons": list(plan.trend_horizons),
            "reasons": list(plan.reasons),
            "score_dimensions": sorted(dimensions_of(usable.today)) if usable else [],
            "model_dimensions": sorted(dimensions_of(usable.past)) if usable else [],
        },
        "inputs": [
            {"table": row["table"], "rows": row["rows"], "fingerprint": inspection.fingerprints[row["table"]]}
            for row in inspection.inventory.to_pylist()
        ],
        "sample": None
        if sample is None
        else {"customers": sample.customers, "drawn": sample.drawn, "is_partial": sample.is_partial},
        "choices": _choices(identified, forecasted),
        "noise_ceiling": evidence.noise_ceiling if evidence else None,
        "leakage": list(evidence.leakage) if evidence else [],
        "notes": [note if isinstance(note, str) else str(sentence(note)) for note in notes],
        "notes_as_data": [_as_data(note) for note in notes if isinstance(note, Note)],
        "versions": {name: version(name) for name in _LIBRARIES},
    }


def _as_data(note: Note) -> dict[str, Any]:
    figures = {name: value.isoformat() if isinstance(value, date) else value for name, value in note.figures.items()}
    return {"code": note.code, "figures": figures, "text": str(sentence(note))}


def _choices(identified: identification.Identified | None, forecasted: trends.Forecast | None) -> Mapping[str, Any]:
    return {
        "model": identified.chosen if identified else None,
        "setting": identified.setting if identified else None,
        "threshold": identified.threshold if identified else None,
        "threshold_met": identified.threshold_met if identified else None,
        "threshold_note": identified.threshold_note if identified else "",
        "broad_threshold": identified.broad_threshold if identified else None,
        "broad_note": identified.broad_note if identified else "",
        "curves": identified.curves if identified else {},
        "selection": identified.selection.to_pylist() if identified else [],
        "trend_method": {str(h): m for h, m in sorted(forecasted.chosen_method.items())} if forecasted else {},
        "trend_selection": forecasted.choices.to_pylist() if forecasted else [],
    }


def _digest(settings: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(settings, sort_keys=True).encode()).hexdigest()
