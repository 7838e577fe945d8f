"""Every score at every anchor, and what each part added today."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from valuecast.contracts import INTERMEDIATE
from valuecast.scores.correlations import correlations
from valuecast.scores.notes import notes_on
from valuecast.scores.registry import check_weights, installed
from valuecast.scores.scaling import learn
from valuecast.scores.score import Context, InForce, Keep, Score, filled, in_force
from valuecast.windows import TODAY, Fold

_PREFIX = "part_"


@dataclass(frozen=True)
class Scored:
    """What ``score_all`` gives.

    Parameters
    ----------
    scores : ibis.Table
        Contract SCORES, all windows.
    parts : ibis.Table
        Contract SCORE_PARTS, today only; parts left out of a score have no rows.
    notes : tuple of str
        What was left out, what stood in for what, the weights in force.
    """

    scores: ir.Table
    parts: ir.Table
    notes: tuple[str, ...]


def score_all(
    signals: ir.Table,
    labels: ir.Table,
    *,
    folds: Sequence[Fold],
    horizon: int,
    usable_today: frozenset[str],
    usable_past: frozenset[str],
    share: float,
    weights: Mapping[str, Mapping[str, float]],
    scores: Sequence[Score] | None = None,
    correlated: Mapping[str, Mapping[str, float]] | None = None,
    windows: Collection[str] | None = None,
    keep: Keep = lambda _, table: table,
) -> Scored:
    """Score every anchor with every score.

    Backtest windows are scored with the signals that have data in every one of them, today with the signals that
    have data today; a note says where that makes today's formula another than the one that was measured.

    Parameters
    ----------
    signals, labels : ibis.Table
        Contracts SIGNALS and LABELS. Labels are read for training windows of ``folds`` only.
    folds : sequence of Fold
        Folds of the identification horizon; empty when there is no evidence.
    horizon : int
        That horizon [months].
    usable_today, usable_past : frozenset of str
        Signals with data today, and in every backtest window.
    share : float
        Top share that is called high-value [0 to 1].
    weights : mapping
        Score → part → weight, replacing the score's own.
    scores : sequence of Score, optional
        The installed ones when left out.
    correlated : mapping, optional
        What `correlations` gives for the usable signals, where it is known already.
    windows : collection of str, optional
        Backtest windows to score beside today; all when left out.
    keep : callable, optional
        Computes a table of this name once and keeps it, for what all scores share.

    Raises
    ------
    ConfigurationError
        When ``weights`` names a score or a part that does not exist, or weights add up to nothing.
    """
    chosen = tuple(scores) if scores is not None else installed()
    check_weights(weights, chosen)
    present = frozenset(signals.columns)
    rho = correlated
    if rho is None:
        rho = correlations(signals, labels, folds, usable_past & usable_today, horizon)
    asked = signals if windows is None else signals.filter(signals.window_id.isin([TODAY, *sorted(windows)]))
    now_usable, past_usable = usable_today & present, usable_past & present
    scales = {
        item.scale for score in chosen for usable in (now_usable, past_usable) for item in filled(score.parts, usable)
    }
    learned = learn(asked, scales, keep)
    today = Context(now_usable, share, {}, rho, learned)
    past = Context(past_usable, share, {}, rho, learned)
    tables: list[ir.Table] = []
    parts: list[ir.Table] = []
    notes: list[str] = []
    for score in chosen:
        own = weights.get(score.name, {})
        now, before = replace(today, weights=own), replace(past, weights=own)
        current = score.score(signals.filter(signals.window_id == TODAY), now)
        if now.usable & score.requires == before.usable & score.requires:
            tables.append(_long(score, score.score(asked, now)))  # half the work: a window is scored by itself
        else:
            earlier = asked.filter(asked.window_id != TODAY)
            tables += [_long(score, score.score(earlier, before)), _long(score, current)]
        parts += _parts(score, current, now)
        notes += notes_on(score, now, before, backtested=bool(folds))
    return Scored(_stacked(tables, "scores"), _stacked(parts, "score_parts"), tuple(notes))


def _long(score: Score, table: ir.Table) -> ir.Table:
    return table.select("window_id", "customer_id", "value", "high_value", score=ibis.literal(score.name)).select(
        *INTERMEDIATE["scores"].names
    )


def _parts(score: Score, table: ir.Table, context: Context) -> list[ir.Table]:
    """One row a customer and part; every row is made from one reading of the score, however many parts it has."""
    chosen = {item.name: item for item in in_force(score.parts, context.usable, {})}
    weights = _weights(score, context)
    names = [column.removeprefix(_PREFIX) for column in table.columns if column.startswith(_PREFIX)]
    if not names:
        return []
    listed = {
        "part": pa.array(names, pa.string()),
        "dimension": pa.array([str(chosen[name].part.dimension) for name in names], pa.string()),
        "weight": pa.array([weights.get(name) for name in names], pa.float64()),
    }
    each = table.cross_join(ibis.memtable(pa.table(listed)))
    cases = [(each.part == name, each[_PREFIX + name]) for name in names]
    return [
        each.select(
            "customer_id",
            score=ibis.literal(score.name),
            part=each.part,
            dimension=each.dimension,
            weight=each.weight,
            contribution=ibis.cases(*cases, else_=ibis.null("float64")),
        )
    ]


def _weights(score: Score, context: Context) -> dict[str, float | None]:
    """Weight by part: as renormalised, learned, or None where it depends on the customer."""
    if any("." in name for name in context.weights):
        return {}
    learned = context.correlations.get(TODAY, {})
    items: tuple[InForce, ...] = in_force(score.parts, context.usable, context.weights)
    return {item.name: learned.get(item.signal) if item.weight is None else item.weight for item in items}


def _stacked(tables: list[ir.Table], contract: str) -> ir.Table:
    declared = INTERMEDIATE[contract]
    if not tables:
        return ibis.memtable(declared.empty())
    return tables[0] if len(tables) == 1 else ibis.union(*tables)
