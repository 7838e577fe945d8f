"""High-value customers against the rest, signal by signal, in multiples with an interval."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pyarrow as pa
from threadpoolctl import threadpool_limits

from valuecast.contracts import OUTPUTS, SIGNAL_CATALOGUE
from valuecast.segments.population import Floats, Population, population

_AT_ONCE = 50
"""Resamples drawn together, which bounds the memory."""


def compare(
    signals: pa.Table,
    high_value_ids: Collection[str],
    informative: frozenset[str],
    bootstrap: int,
    rng: np.random.Generator,
) -> pa.Table:
    """Mean of each signal among the high-value and among the rest, and how many times the one is the other.

    Active customers only. A customer without the signal is left out of that signal's means. The interval is the 2.5 %
    and 97.5 % quantile of the multiple over resamples of the customers, drawn within each of the two groups. A multiple
    is null where the rest's mean is not above zero (its interval: in any resample), and for a signal that can be below
    zero, of which "times as much" says nothing.

    Parameters
    ----------
    signals : pyarrow.Table
        Today's SIGNALS.
    high_value_ids : collection of str
        Customers called high-value.
    informative : frozenset of str
    bootstrap : int
        Resamples.
    rng : numpy.random.Generator

    Returns
    -------
    pyarrow.Table
        Contract HIGH_VALUE_COMPARISON, one row for each informative signal.
    """
    people = population(signals)
    names = people.present(informative)
    chosen = frozenset(high_value_ids)
    high = np.array([name in chosen for name in people.ids], dtype=np.bool_)[people.active]
    cells = _matrix(people, names)
    ours, rest = cells[high], cells[~high]
    signed = (cells < 0).any(axis=0)
    low, upper = _interval(_resampled(ours, bootstrap, rng), _resampled(rest, bootstrap, rng))
    first, second = _means(ours), _means(rest)
    count = {"high_value_n": np.isfinite(ours).sum(axis=0), "rest_n": np.isfinite(rest).sum(axis=0)}
    numbers = {
        "high_value_mean": first,
        "rest_mean": second,
        "multiple": np.where(signed, np.nan, _multiple(first, second)),
        "low": np.where(signed, np.nan, low),
        "high": np.where(signed, np.nan, upper),
    }
    table = pa.table(
        {"signal": pa.array(names, pa.string())}
        | {
            field: pa.array([getattr(SIGNAL_CATALOGUE[name], field) for name in names], pa.string())
            for field in ("dimension", "unit", "meaning")
        }
        | {name: pa.array(column, pa.float64(), from_pandas=True) for name, column in numbers.items()}
        | {name: pa.array(column, pa.int64()) for name, column in count.items()}
    )
    return OUTPUTS["high_value_comparison"].conform(table)


def _matrix(people: Population, names: tuple[str, ...]) -> Floats:
    columns = [people.column(name)[people.active] for name in names]
    return np.column_stack(columns) if columns else np.zeros((int(people.active.sum()), 0))


def _means(cells: Floats) -> Floats:
    known = np.isfinite(cells)
    return _ratio(np.where(known, cells, 0.0).sum(axis=0), known.sum(axis=0).astype(np.float64))


def _resampled(cells: Floats, bootstrap: int, rng: np.random.Generator) -> Floats:
    """Means of each signal in each resample, shape (resamples, signals)."""
    size = len(cells)
    known = np.isfinite(cells)
    filled = np.where(known, cells, 0.0)
    found = []
    for start in range(0, bootstrap, _AT_ONCE):
        draws = rng.integers(0, max(size, 1), (min(_AT_ONCE, bootstrap - start), size))
        counts = np.array([np.bincount(draw, minlength=size)[:size] for draw in draws], dtype=np.float64)
        with threadpool_limits(limits=1):
            found.append(_ratio(counts @ filled, counts @ known.astype(np.float64)))
    return np.concatenate(found)


def _interval(ours: Floats, rest: Floats) -> tuple[Floats, Floats]:
    multiples = _multiple(ours, rest)
    whole = np.isfinite(multiples).all(axis=0)
    ends = np.quantile(np.where(np.isfinite(multiples), multiples, 0.0), [0.025, 0.975], axis=0)
    return np.where(whole, ends[0], np.nan), np.where(whole, ends[1], np.nan)


def _multiple(first: Floats, second: Floats) -> Floats:
    return _ratio(first, np.where(second > 0, second, 0.0))


def _ratio(part: Floats, whole: Floats) -> Floats:
    """Quotient; NaN where the divisor is zero or unknown."""
    out = np.full(np.broadcast(part, whole).shape, np.nan)
    np.divide(part, whole, out=out, where=np.isfinite(whole) & (whole != 0))
    return out
