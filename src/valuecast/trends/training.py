"""What a model of trends learns from: earlier anchors, over every stretch that had ended, as scale-free rows.

A six-month future needs twelve months of history before it can teach once; a one-month future teaches six times as
often. So each earlier anchor gives a row for every length from one month to the horizon whose future had ended by
the as_of of the window being forecast. Every row is relative to the customer's own level, and the length is an input.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from valuecast.contracts import SIGNAL_CATALOGUE
from valuecast.trends.classes import Codes, Floats
from valuecast.trends.ranks import percentile
from valuecast.trends.snapshot import Snapshot

PARTS = 2
SHOWN_MONTHS = 6
LEVEL_MONTHS = 3
FLOOR = 0.05
_AS_IT_IS = frozenset({"ratio", "0 to 1", "-1 to 1", "per week", "days", "weeks", "0 to 10"})


@dataclass(frozen=True)
class Rows:
    """One row an anchor and length.

    Parameters
    ----------
    inputs : array (n, inputs)
        NaN is unknown.
    base : array (n,)
        Value that the ratio is taken to: the past over the same length, or the customer's level where that is
        nothing [value].
    past : array (n,)
        Value over the same length before [value].
    ratio : array (n,)
        Future value over base; NaN where not known.
    part : array of int (n,)
        0 or 1, by the customer's id: the part that the customer is dealt to, in every window the same.
    months : array of int (n,)
        Length of the future.
    """

    inputs: Floats
    base: Floats
    past: Floats
    ratio: Floats
    part: Codes
    months: Codes

    def only(self, keep: NDArray[np.bool_]) -> Rows:
        """The rows to keep."""
        return Rows(*(getattr(self, name)[keep] for name in self.__dataclass_fields__))


def rows_to_score(now: Snapshot, signals: Sequence[str]) -> tuple[Rows, NDArray[np.bool_]]:
    """Rows of the customers that can be asked about at the horizon, and which customers those are."""
    return _rows(now, now.horizon, signals, now.past, np.full(now.past.shape, np.nan))


def training_rows(now: Snapshot, earlier: Sequence[Snapshot], signals: Sequence[str]) -> Rows:
    """All rows that had an answer by the as_of of ``now``.

    At the horizon itself past and future are those of the labels; at shorter lengths they are added up
    from ``now.ended``, which holds nothing from its as_of on.
    """
    found = [part for snapshot in earlier for part in _training(now, snapshot, signals)]
    if not found:
        return _none(now, signals)
    return Rows(*(np.concatenate([getattr(part, name) for part in found]) for name in Rows.__dataclass_fields__))


def _training(now: Snapshot, then: Snapshot, signals: Sequence[str]) -> list[Rows]:
    between = then.months_ago - now.months_ago
    rows = []
    for months in range(1, now.horizon + 1):
        if months > min(between, then.monthly.shape[1]):
            break
        if months == now.horizon:
            past, future = then.past, then.future
        else:
            past = then.monthly[:, :months].sum(axis=1)
            future = _since(now, then)[:, between - months : between].sum(axis=1)
        part, _ = _rows(then, months, signals, past, future)
        rows.append(part.only(np.isfinite(part.ratio)))
    return rows


def _since(now: Snapshot, then: Snapshot) -> Floats:
    """Months up to ``now`` of the customers of ``then``; one who is no longer listed has none."""
    listed = np.searchsorted(now.places, then.places)
    listed = np.minimum(listed, max(now.places.size - 1, 0))
    same = now.places[listed] == then.places if now.places.size else np.zeros(then.places.size, dtype=bool)
    return np.where(same[:, None], now.ended[listed], 0.0)


def _rows(
    at: Snapshot, months: int, signals: Sequence[str], past: Floats, future: Floats
) -> tuple[Rows, NDArray[np.bool_]]:
    value = np.maximum(at.monthly, 0.0)
    recent = value[:, :LEVEL_MONTHS].mean(axis=1) if value.shape[1] else np.zeros(at.past.size)
    longer = value[:, :SHOWN_MONTHS].mean(axis=1) if value.shape[1] else np.zeros(at.past.size)
    level = np.where(recent > 0, recent, longer)
    keep = at.active & (level > 0) & np.isfinite(past)
    before, level = np.maximum(past[keep], 0.0), level[keep]
    base = np.where(before > 0, before, level * months)
    inputs = np.column_stack(
        [
            *(_scale_free(at, name)[keep] for name in signals),
            _relative(value[keep], level),
            np.log(before / months / level + FLOOR),
            np.full(level.size, float(months)),
        ]
    )
    rows = Rows(
        inputs=inputs,
        base=base,
        past=before,
        ratio=np.maximum(future[keep], 0.0) / base,
        part=_dealt(at.customers[keep]),
        months=np.full(level.size, months, dtype=np.int64),
    )
    return rows, keep


def _dealt(customers: NDArray[np.object_]) -> Codes:
    return np.array([crc32(str(customer).encode()) % PARTS for customer in customers], dtype=np.int64)


def _scale_free(at: Snapshot, name: str) -> Floats:
    """A ratio as it is; an amount by its place among the active, so that neither unit nor growth matters."""
    values = np.where(at.active, at.signals[name], np.nan)
    signal = SIGNAL_CATALOGUE.get(name)
    return values if signal is not None and signal.unit in _AS_IT_IS else percentile(values)


def _relative(value: Floats, level: Floats) -> Floats:
    shown = np.full((len(value), SHOWN_MONTHS), np.nan)
    months = min(value.shape[1], SHOWN_MONTHS)
    shown[:, :months] = np.log(value[:, :months] / level[:, None] + FLOOR)
    return shown


def _none(now: Snapshot, signals: Sequence[str]) -> Rows:
    rows, _ = rows_to_score(now, signals)
    return rows.only(np.zeros(rows.base.size, dtype=bool))
