"""How tables are spoilt, one function a fault: rows in, spoilt rows and the touched rows out.

A share of rows means that share of the rows that can be touched in a block, rounded, and at least one of them.
"""

from __future__ import annotations

from zlib import crc32

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from valuecast.simulate.columns import chosen

_Spoilt = tuple[pa.Table, NDArray[np.bool_]]
_TEN_YEARS = np.timedelta64(3653, "D")
_RUBBISH = ("unknown", "0000-00-00 00:00:00", "31/31/2024", "n/a", "44927.5")
_OFFSETS = {"+00:00": 0, "-05:00": -300, "+05:30": 330, "+09:00": 540}
_AVERAGES = ("average_daily_minutes", "avg_daily_minutes")
_SPELLINGS = 5


def repeat_rows(name: str, rows: pa.Table, rng: np.random.Generator) -> _Spoilt:
    """Some rows twice, one after the other."""
    touched = _some(np.ones(len(rows), dtype=bool), 0.02, rng)
    return rows.take(pa.array(np.repeat(np.arange(len(rows)), 1 + touched))), touched


def negate_minutes(name: str, rows: pa.Table, rng: np.random.Generator) -> _Spoilt:
    """Some minutes below zero."""
    minutes = rows.column("sum_minutes")
    touched = _some(pc.fill_null(pc.greater(minutes, 0), False).to_numpy(), 0.01, rng)
    return _set(rows, "sum_minutes", pc.if_else(pa.array(touched), pc.negate(minutes), minutes)), touched


def lose_numbers(name: str, rows: pa.Table, rng: np.random.Generator) -> _Spoilt:
    """Some averages NaN, infinite or minus infinite, in turn."""
    column = next(item for item in _AVERAGES if item in rows.column_names)
    touched = _some(np.ones(len(rows), dtype=bool), 0.01, rng)
    values = rows.column(column).to_numpy().copy()
    values[touched] = np.resize([np.nan, np.inf, -np.inf], int(touched.sum()))
    return _set(rows, column, pa.array(values, pa.float64())), touched


def garble_dates(name: str, rows: pa.Table, rng: np.random.Generator) -> _Spoilt:
    """Some first visits replaced by text that is no date."""
    column = rows.column("first_visit_at").cast(pa.string())
    touched = _some(column.is_valid().to_numpy(), 0.05, rng)
    rubbish = chosen(rng.integers(0, len(_RUBBISH), len(rows)), _RUBBISH).cast(pa.string())
    return _set(rows, "first_visit_at", pc.if_else(pa.array(touched), rubbish, column)), touched


def postpone(name: str, rows: pa.Table, rng: np.random.Generator) -> _Spoilt:
    """Some active days and events ten years later."""
    column = "occurred_at" if "occurred_at" in rows.column_names else "date_day"
    able = rows.column("sum_minutes").is_valid().to_numpy() if column == "date_day" else np.ones(len(rows), bool)
    touched = _some(able, 0.001, rng)
    values = rows.column(column).to_numpy()
    return _set(rows, column, pa.array(np.where(touched, values + _TEN_YEARS, values))), touched


def mix_time_zones(name: str, rows: pa.Table, rng: np.random.Generator) -> _Spoilt:
    """Every instant as text, local time and offset from UTC."""
    moments = rows.column("occurred_at")
    if pa.types.is_dictionary(moments.type) or pa.types.is_string(moments.type):
        moments = pc.strptime(pc.utf8_slice_codeunits(moments.cast(pa.string()), 0, 19), "%Y-%m-%d %H:%M:%S", "us")
    offset = rng.integers(0, len(_OFFSETS), len(rows))
    minutes = np.array(list(_OFFSETS.values()))[offset].astype("timedelta64[m]")
    local = pc.strftime(pa.array(moments.to_numpy() + minutes).cast(pa.timestamp("s")), "%Y-%m-%dT%H:%M:%S")
    text = pc.binary_join_element_wise(local, chosen(offset, list(_OFFSETS)).cast(pa.string()), "")
    return _set(rows, "occurred_at", text), np.ones(len(rows), dtype=bool)


def respell_accounts(name: str, rows: pa.Table, rng: np.random.Generator) -> _Spoilt:
    """Three in five account identifiers in another spelling, the same for all rows of an account."""
    column = rows.column("account_id").combine_chunks().cast(pa.string()).dictionary_encode()
    words = column.dictionary.to_pylist()
    place = column.indices.to_numpy()
    number = np.array([crc32(word.encode()) % _SPELLINGS for word in words])
    if not (number < 3).any():
        number[0] = 0
    forms = [_spell(word, way) for word, way in zip(words, number.tolist(), strict=True)]
    return _set(rows, "account_id", chosen(place, forms)), (number < 3)[place]


def detach_visitors(name: str, rows: pa.Table, rng: np.random.Generator) -> _Spoilt:
    """Visitor identifiers of another system."""
    words = rows.column("visitor_id").combine_chunks().cast(pa.string()).dictionary_encode()
    foreign = [f"anon_{crc32(word.encode()):08x}_{word[2:]}" for word in words.dictionary.to_pylist()]
    return _set(rows, "visitor_id", chosen(words.indices.to_numpy(), foreign)), np.ones(len(rows), dtype=bool)


def drop_rows(name: str, rows: pa.Table, rng: np.random.Generator) -> _Spoilt:
    """No rows."""
    return rows.slice(0, 0), np.ones(len(rows), dtype=bool)


def _spell(word: str, way: int) -> str:
    return (word.upper(), f" {word}  ", f"{word.upper()} ", word, word)[way]


def _some(able: NDArray[np.bool_], share: float, rng: np.random.Generator) -> NDArray[np.bool_]:
    places = np.flatnonzero(able)
    touched = np.zeros(len(able), dtype=bool)
    if len(places):
        touched[rng.choice(places, max(1, round(share * len(places))), replace=False)] = True
    return touched


def _set(rows: pa.Table, name: str, values: pa.Array) -> pa.Table:
    return rows.set_column(rows.column_names.index(name), name, values)
