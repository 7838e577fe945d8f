"""The contract tests that any plug-in must pass, ours included.

>>> from valuecast.scores import DurationFrequency
>>> check_score(DurationFrequency())
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import ibis
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from valuecast.contracts import SIGNAL_CATALOGUE
from valuecast.scores import Additive, Context, InForce, Score, in_force, is_measured
from valuecast.scores.scaling import learn
from valuecast.scores.score import filled

_WINDOWS = ("W1", "today")
_CUSTOMERS = 40
_INACTIVE = 5
_TWINS = (3, 4)
"""Rows of each window with the same signals."""

_LONE = (6,)
"""Rows of each window without an answer where a signal may be unknown."""

_CLOSE = 1e-7


def check_score(score: Score, *, weights: Mapping[str, float] | None = None) -> None:
    """Check a score against the contract of :class:`valuecast.scores.Score`, on data made for the purpose.

    It must name its parts and what it requires; give one row for each anchor; add up from its parts; give nulls to
    inactive customers and to nobody else; not depend on the order of rows, on the time of the call or on other
    windows, nor, where it builds on ``Additive``, on who else is asked for; treat equals equally, with a high-value
    cut at one threshold; rise when a part improves in its declared direction (for a learned weight, in the direction
    of its sign); cope with signals that are missing, unknown or constant.

    Parameters
    ----------
    score : Score
    weights : mapping of str to float, optional
        Replace the score's own, to check it with others.

    Raises
    ------
    AssertionError
        Says which of these does not hold, and for whom.
    """
    _check_declaration(score)
    world = _World(_signals(), _context(score, dict(weights or {})))
    result = world.scored(score)
    chosen = in_force(score.parts, world.context.informative, {})
    _check_shape(result, score)
    _check_sum(result, score)
    _check_inactive(result, world.table)
    _check_equals(result)
    _check_threshold(result)
    _check_repeatable(score, world, result)
    _check_windows_apart(score, world, result)
    _check_alone(score, world, result)
    _check_directions(score, world, result, chosen)
    _check_poor_data(score, world)


@dataclass(frozen=True)
class _World:
    table: pa.Table
    context: Context

    def scored(self, score: Score, table: pa.Table | None = None, context: Context | None = None) -> pa.Table:
        used = self.table if table is None else table
        context_now, signals = context or self.context, ibis.memtable(used)
        scales = {item.scale for item in filled(score.parts, context_now.informative)}
        context_now = replace(context_now, scales=learn(signals, scales, _kept))
        result = score.score(signals, context_now).to_pyarrow()
        return result.sort_by([("window_id", "ascending"), ("customer_id", "ascending")])


def _check_declaration(score: Score) -> None:
    _expect(isinstance(score, Score), f"{score!r} lacks a member of valuecast.scores.Score")
    names = [part.name for part in score.parts]
    _expect(len(names) == len(set(names)) > 0, f"{score.name}: parts must be there and have names of their own")
    read = {signal for part in score.parts for signal in part.signals}
    _expect(read <= score.requires, f"{score.name}: requires lacks {sorted(read - score.requires)}")


def _check_shape(result: pa.Table, score: Score) -> None:
    expected = ["window_id", "customer_id", "value", "high_value"]
    _expect(set(expected) <= set(result.column_names), f"{score.name}: columns must include {expected}")
    _expect(result.num_rows == len(_WINDOWS) * _CUSTOMERS, f"{score.name}: one row for each anchor")
    known = {f"part_{part.name}" for part in score.parts}
    further = set(result.column_names) - set(expected)
    _expect(bool(further) and further <= known, f"{score.name}: columns {sorted(further - known)} are not its parts")


def _check_sum(result: pa.Table, score: Score) -> None:
    names = [name for name in result.column_names if name.startswith("part_")]
    total = np.sum([_numbers(result, name) for name in names], axis=0)
    gap = np.nanmax(np.abs(total - _numbers(result, "value")))
    _expect(bool(gap < _CLOSE), f"{score.name}: the parts miss the value by up to {gap:g}")


def _check_inactive(result: pa.Table, table: pa.Table) -> None:
    inactive = ~np.array(table["active"].to_pylist())
    for name in ("value", "high_value"):
        null = np.array([cell is None for cell in result[name].to_pylist()])
        _expect(bool(np.all(null == inactive)), f"{name} must be null for inactive customers and for nobody else")


def _check_equals(result: pa.Table) -> None:
    for row in range(0, result.num_rows, _CUSTOMERS):
        first, second = (result.slice(row + copy, 1).drop_columns(["customer_id"]).to_pylist() for copy in _TWINS)
        _expect(first == second, f"customers with the same signals differ: {first} and {second}")


def _check_threshold(result: pa.Table) -> None:
    value = _numbers(result, "value")
    high = np.array([bool(cell) for cell in result["high_value"].to_pylist()])
    for start in range(0, result.num_rows, _CUSTOMERS):
        part = slice(start, start + _CUSTOMERS)
        known = np.isfinite(value[part])
        above, below = value[part][high[part] & known], value[part][~high[part] & known]
        _expect(len(above) > 0, "somebody must be high-value in every window")
        if len(below):
            _expect(bool(above.min() > below.max()), "high-value must mean at or above one threshold")


def _check_repeatable(score: Score, world: _World, result: pa.Table) -> None:
    _expect(world.scored(score).equals(result), f"{score.name}: a second call gives another result")
    shuffled = world.table.take(np.random.default_rng(1).permutation(world.table.num_rows))
    _expect(world.scored(score, shuffled).equals(result), f"{score.name}: the order of rows shows in the result")


def _check_windows_apart(score: Score, world: _World, result: pa.Table) -> None:
    for i, window in enumerate(_WINDOWS):
        rows = slice(i * _CUSTOMERS, (i + 1) * _CUSTOMERS)
        alone = world.scored(score, world.table.slice(rows.start, _CUSTOMERS))
        _expect(alone.equals(result.slice(rows.start, _CUSTOMERS)), f"{score.name}: window {window} sees another")


def _check_alone(score: Score, world: _World, result: pa.Table) -> None:
    """A score that leaves the comparing to `Additive` is asked for some customers without the others."""
    if not isinstance(score, Additive) or not is_measured(score):
        return
    signals, some = ibis.memtable(world.table), world.table.column("customer_id").to_pylist()[:_CUSTOMERS:5]
    learned = learn(signals, {item.scale for item in filled(score.parts, world.context.informative)}, _kept)
    context_now = replace(world.context, scales=learned)
    found = _kept("thresholds", score.thresholds(signals, context_now)).mutate(score=ibis.literal(score.name))
    context_now = replace(context_now, scales=replace(learned, thresholds=found))
    alone = score.score(signals.filter(signals.customer_id.isin(some)), context_now).to_pyarrow()
    alone = alone.sort_by([("window_id", "ascending"), ("customer_id", "ascending")])
    among = result.filter(pc.is_in(result["customer_id"], pa.array(some)))
    _expect(alone.equals(among), f"{score.name}: customers scored without the others get another score")


def _check_directions(score: Score, world: _World, result: pa.Table, chosen: Sequence[InForce]) -> None:
    """Improve one part of one customer in each of many copies of today's window, and score them all in one go."""
    today = world.table.slice(world.table.num_rows - _CUSTOMERS)
    changes = [_improved(today, item, world.context) for item in chosen]
    copies = [_renamed(changed, f"copy {i:03d}") for i, (changed, _, _) in enumerate(changes)]
    rho = dict.fromkeys((f"copy {i:03d}" for i in range(len(copies))), world.context.correlations["today"])
    scored = world.scored(score, pa.concat_tables(copies), replace(world.context, correlations=rho))
    values = _numbers(scored, "value").reshape(len(copies), _CUSTOMERS)
    before = _numbers(result, "value")[-_CUSTOMERS:]
    for item, (_, row, sign), after in zip(chosen, changes, values, strict=True):
        _expect(
            bool(after[row] >= before[row] - _CLOSE) and (bool(after[row] > before[row]) or sign == 0),
            f"{score.name}: {item.name} improves ({item.signal}) and the score goes from {before[row]} to {after[row]}",
        )


def _improved(table: pa.Table, item: InForce, context: Context) -> tuple[pa.Table, int, float]:
    """The table with the part's worst active customer made its best; that customer's row; the direction."""
    sign = 1.0 if item.part.higher_is_better else -1.0
    if item.part.weight is None:
        sign = float(np.sign(context.correlations["today"].get(item.signal, 0.0)))
    values = _numbers(table, item.signal)
    active = np.array(table["active"].to_pylist())
    row = int(np.nanargmin(np.where(active, values * (sign or 1.0), np.nan)))
    values[row] = sign * (np.nanmax(sign * values) + 1.0)
    return _with(table, item.signal, values), row, sign


def _check_poor_data(score: Score, world: _World) -> None:
    nothing = world.scored(score, context=Context(frozenset(), weights=world.context.weights))
    _expect(
        nothing["value"].null_count == nothing.num_rows, f"{score.name}: without informative signals all must be null"
    )
    signals = sorted(score.requires & world.context.informative)
    active = sum(world.table["active"].to_pylist())
    for unknown, constant in ((signals[::2], signals[1::2]), (signals[1::2], signals[::2]), (signals, [])):
        table = world.table
        for name in unknown:
            table = _with(table, name, np.full(table.num_rows, np.nan))
        for name in constant:
            table = _with(table, name, np.ones(table.num_rows))
        given = int(np.isfinite(_numbers(world.scored(score, table), "value")).sum())
        _expect(given == active, f"{score.name}: {given} of {active} have a score; {unknown} unknown, {constant} equal")


def _kept(_: str, table: ibis.Table) -> ibis.Table:
    """Computed once, as in a run."""
    return ibis.memtable(table.to_pyarrow())


def _context(score: Score, weights: dict[str, float]) -> Context:
    rho = {name: (0.6 if i % 2 else -0.4) for i, name in enumerate(SIGNAL_CATALOGUE)}
    informative = frozenset(SIGNAL_CATALOGUE)
    return Context(informative, weights=weights, correlations=dict.fromkeys(_WINDOWS, rho))


def _signals() -> pa.Table:
    rng = np.random.default_rng(7)
    names = [f"C{i:03d}" for i in range(_CUSTOMERS)]
    active = [i >= _INACTIVE or i in _TWINS for i in range(_CUSTOMERS)]
    columns: dict[str, Any] = {
        "window_id": [window for window in _WINDOWS for _ in names],
        "customer_id": names * len(_WINDOWS),
        "active": active * len(_WINDOWS),
    }
    for signal in SIGNAL_CATALOGUE.values():
        cells = np.round(rng.lognormal(2.0, 1.0, (len(_WINDOWS), _CUSTOMERS)), 1)
        cells[:, _TWINS[1]] = cells[:, _TWINS[0]]
        if signal.null_policy == "unknown":
            cells[:, _LONE] = np.nan
        columns[signal.name] = pa.array(cells.ravel(), from_pandas=True)
    return pa.table(columns)


def _renamed(table: pa.Table, window: str) -> pa.Table:
    names = pa.array([window] * table.num_rows)
    return table.set_column(table.column_names.index("window_id"), "window_id", names)


def _with(table: pa.Table, name: str, values: npt.NDArray[np.float64]) -> pa.Table:
    return table.set_column(table.column_names.index(name), name, pa.array(values, from_pandas=True))


def _numbers(table: pa.Table, name: str) -> npt.NDArray[np.float64]:
    return np.array([np.nan if cell is None else cell for cell in table[name].to_pylist()], dtype=np.float64)


def _expect(holds: bool, complaint: str) -> None:
    if not holds:
        raise AssertionError(complaint)
