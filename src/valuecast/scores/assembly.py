"""Every score at every anchor, and what each part added today."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from valuecast.contracts import INTERMEDIATE, Note
from valuecast.scores.additive import Additive
from valuecast.scores.correlations import correlations
from valuecast.scores.notes import notes_on
from valuecast.scores.registry import check_weights, installed
from valuecast.scores.scaling import learn
from valuecast.scores.score import Context, InForce, Keep, Scales, Score, filled, in_force
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
    notes : tuple of Note
        What was left out, what stood in for what, the weights in force.
    scales : Scales
        What customers of every window were measured against.
    """

    scores: ir.Table
    parts: ir.Table
    notes: tuple[Note, ...]
    scales: Scales


def score_all(
    signals: ir.Table,
    labels: ir.Table,
    *,
    folds: Sequence[Fold],
    horizon: int,
    informative_today: frozenset[str],
    informative_past: frozenset[str],
    share: float,
    weights: Mapping[str, Mapping[str, float]],
    scores: Sequence[Score] | None = None,
    correlated: Mapping[str, Mapping[str, float]] | None = None,
    windows: Collection[str] | None = None,
    cached_scales: Scales | None = None,
    of: Callable[[ir.Table], ir.Table] = lambda table: table,
    keep: Keep = lambda _, table: table,
) -> Scored:
    """Score every anchor with every score; every customer is measured against all of the window.

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
    informative_today, informative_past : frozenset of str
        Signals with data today, and in every backtest window.
    share : float
        Top share that is called high-value [0 to 1].
    weights : mapping
        Score → part → weight, replacing the score's own.
    scores : sequence of Score, optional
        The installed ones when left out.
    correlated : mapping, optional
        What `correlations` gives for the informative signals, where it is known already.
    windows : collection of str, optional
        Backtest windows whose scales to learn beside today's; all when left out.
    held : Scales, optional
        The scales of all other windows.
    of : callable, optional
        Gives the rows of those customers who are wanted of a table; everybody's when left out.
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
        rho = correlations(signals, labels, folds, informative_past & informative_today, horizon)
    asked = signals if windows is None else signals.filter(signals.window_id.isin([TODAY, *sorted(windows)]))
    today = Context(informative_today & present, share, {}, rho)
    past = Context(informative_past & present, share, {}, rho)
    contexts = {
        score.name: _Contexts(replace(today, weights=own), replace(past, weights=own), score.requires)
        for score in chosen
        for own in (weights.get(score.name, {}),)
    }
    scales = _learned(asked, chosen, contexts, keep)
    scales = scales if cached_scales is None else _joined(scales, cached_scales)
    tables: list[ir.Table] = []
    parts: list[ir.Table] = []
    notes: list[Note] = []
    for score in chosen:
        subset = contexts[score.name]
        if is_measured(score):
            rows, subset = of(signals), subset.with_scales(scales)
            found, current = subset.each(rows, score.score), score.score(_of_today(rows), subset.now)
        else:
            subset = subset.with_scales(replace(scales, thresholds=None))
            found, current = of(subset.each(signals, score.score)), of(score.score(_of_today(signals), subset.now))
        tables.append(_long(score, found))
        parts += _parts(score, current, subset.now)
        notes += notes_on(score, subset.now, subset.before, backtested=bool(folds))
    return Scored(_stacked(tables, "scores"), _stacked(parts, "score_parts"), tuple(notes), scales)


def is_measured(score: Score) -> bool:
    """Whether a score knows all that it needs of other customers from `Scales`, so that some may be scored alone."""
    return isinstance(score, Additive) and type(score).score is Additive.score


@dataclass(frozen=True)
class _Contexts:
    """What a score is told of today's window, and of earlier ones."""

    now: Context
    before: Context
    requires: frozenset[str]

    def with_scales(self, scales: Scales) -> _Contexts:
        return replace(self, now=replace(self.now, scales=scales), before=replace(self.before, scales=scales))

    def each(self, signals: ir.Table, work: Callable[[ir.Table, Context], ir.Table]) -> ir.Table:
        """Some work on every window, as it was told; at once where both are told the same."""
        if self.now.informative & self.requires == self.before.informative & self.requires:
            return work(signals, self.now)  # half the work: a window is scored by itself
        earlier = work(signals.filter(signals.window_id != TODAY), self.before)
        current = work(_of_today(signals), self.now)
        columns = [name for name in earlier.columns if name in current.columns]
        return ibis.union(earlier.select(columns), current.select(columns))


def _learned(asked: ir.Table, chosen: Sequence[Score], contexts: Mapping[str, _Contexts], keep: Keep) -> Scales:
    """What customers of the windows asked for are measured against."""
    wanted = {
        item.scale
        for score in chosen
        for informative in (contexts[score.name].now.informative, contexts[score.name].before.informative)
        for item in filled(score.parts, informative)
    }
    scales = learn(asked, wanted, keep)
    found = [
        contexts[score.name].with_scales(scales).each(asked, score.thresholds).mutate(score=ibis.literal(score.name))
        for score in chosen
        if isinstance(score, Additive) and is_measured(score)
    ]
    if not found:
        return scales
    found = [each.select("score", "window_id", "threshold") for each in found]
    return replace(scales, thresholds=keep("thresholds", ibis.union(*found) if len(found) > 1 else found[0]))


def _joined(scales: Scales, cached_scales: Scales) -> Scales:
    """The scales of all windows: those learned and those held."""
    parameters = {
        name: cached_scales.parameters[name] if name in cached_scales.parameters.columns else ibis.null("float64")
        for name in scales.parameters.columns
    }
    distributions = scales.distributions.union(cached_scales.distributions.select(*scales.distributions.columns))
    thresholds = scales.thresholds
    if thresholds is not None and cached_scales.thresholds is not None:
        thresholds = thresholds.union(cached_scales.thresholds.select(*thresholds.columns))
    return Scales(scales.parameters.union(cached_scales.parameters.select(**parameters)), distributions, thresholds)


def _of_today(table: ir.Table) -> ir.Table:
    return table.filter(table.window_id == TODAY)


def _long(score: Score, table: ir.Table) -> ir.Table:
    return table.select("window_id", "customer_id", "value", "high_value", score=ibis.literal(score.name)).select(
        *INTERMEDIATE["scores"].names
    )


def _parts(score: Score, table: ir.Table, context: Context) -> list[ir.Table]:
    """One row a customer and part; every row is made from one reading of the score, however many parts it has."""
    chosen = {item.name: item for item in in_force(score.parts, context.informative, {})}
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
    items: tuple[InForce, ...] = in_force(score.parts, context.informative, context.weights)
    return {item.name: learned.get(item.signal) if item.weight is None else item.weight for item in items}


def _stacked(tables: list[ir.Table], contract: str) -> ir.Table:
    declared = INTERMEDIATE[contract]
    if not tables:
        return ibis.memtable(declared.empty())
    return tables[0] if len(tables) == 1 else ibis.union(*tables)
