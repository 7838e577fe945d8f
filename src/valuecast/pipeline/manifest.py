"""What the reader of a results folder needs to know about how it came to be; no clock, no secrets."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Mapping
from copy import deepcopy
from importlib.metadata import version
from typing import Any

import pyarrow as pa
import pyarrow.csv

from valuecast import audit
from valuecast.config import Config
from valuecast.contracts import OUTPUTS
from valuecast.engines import as_written, redacted
from valuecast.pipeline.step import Results, merge
from valuecast.wording.notes import as_data, sentence

_LIBRARIES = ("duckdb", "ibis-framework", "lightgbm", "numpy", "pyarrow", "scikit-learn")


def manifest_of(config: Config, inspection: audit.Inspection, results: Results) -> dict[str, Any]:
    """The manifest; every part that the run did not reach is null or empty."""
    settings = config.model_dump(mode="json") | {"source": redacted(config.source)}
    manifest: dict[str, Any] = {
        "valuecast": version("valuecast"),
        "kind": config.kind,
        "source": redacted(config.source),
        "config": settings,
        "config_hash": _digest(settings),
        "seed": config.seed,
        "value_name": "",
        "as_of": None,
        "grain": None,
        "plan": None,
        "inputs": [
            {"table": row["table"], "rows": row["rows"], "fingerprint": inspection.fingerprints[row["table"]]}
            for row in inspection.inventory.to_pylist()
        ],
        "contents": _contents(results.tables),
        "sample": None,
        "choices": deepcopy(_CHOICES),
        "noise_ceiling": None,
        "leakage": [],
        "notes": [str(sentence(note)) for note in results.notes],
        "notes_as_data": [as_data(note) for note in results.notes],
        "versions": {name: version(name) for name in _LIBRARIES},
    }
    merge(manifest, results.facts)
    return manifest


_ROWS = 100_000
"""Rows that are looked at at a time."""
_CHOICES: Mapping[str, Any] = {
    "model": None,
    "setting": None,
    "threshold": None,
    "threshold_met": None,
    "threshold_note": "",
    "broad_threshold": None,
    "broad_note": "",
    "curves": {},
    "selection": [],
    "trend_method": {},
    "trend_selection": [],
}


_EVERYBODY = ("signals_today", "value_scores", "customer360_customers")
"""Tables that hold what was measured of every customer."""


def _contents(tables: Mapping[str, Any]) -> str:
    """A digest of what was measured of every customer, as it is written; the same for the same rows in every engine."""
    found = hashlib.sha256()
    for name in _EVERYBODY:
        if name in tables and name in OUTPUTS:
            rows = as_written(name, tables[name])
            for batch in rows.to_batches(max_chunksize=_ROWS):
                sink = io.BytesIO()
                pa.csv.write_csv(batch, sink)
                found.update(sink.getvalue())
    return found.hexdigest()[:16]


def _digest(settings: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(settings, sort_keys=True).encode()).hexdigest()
