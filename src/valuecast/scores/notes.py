"""What a reader must know of a score in this run: parts left out or stood in for, and where the backtest differed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from valuecast.contracts import Note, note
from valuecast.scores.score import Context, InForce, Score, in_force, label_of


def notes_on(score: Score, today: Context, past: Context, *, backtested: bool) -> Iterator[Note]:
    """Which parts are left out, what stands in for what, the weights in force, and where the backtest differed."""
    about = {"score": score.name, "label": label_of(score)}
    chosen = in_force(score.parts, today.informative, _plain(today)) if _has_weights(score) else ()
    if chosen:
        yield from _on_weights(score, chosen, today)
        yield from _on_stand_ins(score, chosen)
        yield from _on_backtest(score, chosen, past) if backtested else ()
    elif _has_weights(score):
        yield note("score_without_data", **about)
        return
    for remark in score.remarks(today):
        yield note("score_remark", **about, text=remark) if isinstance(remark, str) else remark


def _has_weights(score: Score) -> bool:
    """Whether a score's weights are written down, rather than learned."""
    return not any(part.weight is None for part in score.parts)


def _on_weights(score: Score, chosen: Sequence[InForce], context: Context) -> Iterator[Note]:
    missing = [part.name for part in score.parts if not any(signal in context.informative for signal in part.signals)]
    configured = bool(_plain(context))
    if missing or configured:
        yield note(
            "score_weights",
            score=score.name,
            label=label_of(score),
            parts=tuple(missing),
            configured=configured,
            weights=tuple((item.name, item.weight or 0.0) for item in chosen),
        )


def _on_stand_ins(score: Score, chosen: Sequence[InForce]) -> Iterator[Note]:
    for item in chosen:
        if item.signal != item.part.signals[0]:
            yield note(
                "score_stand_in",
                score=score.name,
                label=label_of(score),
                part=item.name,
                signal=item.signal,
                first=item.part.signals[0],
            )


def _on_backtest(score: Score, chosen: Sequence[InForce], past: Context) -> Iterator[Note]:
    about = {"score": score.name, "label": label_of(score)}
    before = {item.name: item.signal for item in in_force(score.parts, past.informative, _plain(past))}
    added = tuple(item.name for item in chosen if item.name not in before)
    other = tuple(item.name for item in chosen if before.get(item.name, item.signal) != item.signal)
    if not before:
        yield note("score_not_backtested", **about)
    elif added:
        yield note("score_parts_added", **about, parts=added)
    elif other:
        yield note("score_other_signal", **about, parts=other)


def _plain(context: Context) -> dict[str, float]:
    """Weights of parts; a weight of a group of customers only is the score's own to tell of."""
    return {name: weight for name, weight in context.weights.items() if "." not in name}
