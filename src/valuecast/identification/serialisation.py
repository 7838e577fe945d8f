"""A scorer as text and back, for the workers of a cluster: no pickle, and nothing but what is listed here.

Numbers are written in full, so that what is read back gives the same bits. Trees are in LightGBM's own text.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import lightgbm as lgb
import numpy as np
import pyarrow as pa

from valuecast.identification.blending import FittedBlend
from valuecast.identification.boosting import FittedBoosting
from valuecast.identification.calibration import Isotonic, Moved, Platt, Uncalibrated
from valuecast.identification.forest import FittedForest
from valuecast.identification.logistic import FittedLogistic
from valuecast.identification.preparation import Preparation
from valuecast.identification.regression import FittedValue
from valuecast.identification.scorer import Ranks, Scorer

_KINDS: dict[str, type] = {
    kind.__name__: kind
    for kind in (
        Scorer,
        Ranks,
        Preparation,
        FittedLogistic,
        FittedValue,
        FittedForest,
        FittedBoosting,
        FittedBlend,
        Uncalibrated,
        Moved,
        Platt,
        Isotonic,
    )
}


def serialised(scorer: Scorer) -> str:
    """The scorer as JSON.

    Raises
    ------
    TypeError
        When a part of it is of a kind that is not listed, such as a model of another package.
    """
    return json.dumps(_plain(scorer))


def read(text: str) -> Scorer:
    """The scorer that was written."""
    found: Scorer = _made(json.loads(text))
    return found


def scored(text: str, incoming: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Score batches by a scorer written as text: what a worker is given to do."""
    return read(text).batches(incoming)


def _plain(value: Any) -> Any:
    if isinstance(value, lgb.Booster):
        return {"booster": value.model_to_string()}
    if isinstance(value, np.ndarray):
        return {"array": value.tolist(), "type": str(value.dtype)}
    if isinstance(value, tuple):
        return {"tuple": [_plain(part) for part in value]}
    if isinstance(value, dict):
        return {"dict": {key: _plain(part) for key, part in value.items()}}
    if is_dataclass(value) and type(value) is _KINDS.get(type(value).__name__):
        return {"kind": type(value).__name__, "parts": {f.name: _plain(getattr(value, f.name)) for f in fields(value)}}
    if value is None or isinstance(value, str | int | float):
        return value
    raise TypeError(f"a {type(value).__name__} cannot be written as text")


def _made(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    if "booster" in value:
        return lgb.Booster(model_str=value["booster"])
    if "array" in value:
        return np.array(value["array"], dtype=value["type"])
    if "tuple" in value:
        return tuple(_made(part) for part in value["tuple"])
    if "dict" in value:
        return {key: _made(part) for key, part in value["dict"].items()}
    return _KINDS[value["kind"]](**{name: _made(part) for name, part in value["parts"].items()})
