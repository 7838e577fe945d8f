"""Plain sentences about what a score is made of in this run, for the page on which it is shown."""

from __future__ import annotations

from collections.abc import Sequence

from valuecast.contracts import SIGNAL_CATALOGUE
from valuecast.scores.score import Context, InForce, Score, in_force


def notes_on(score: Score, today: Context, past: Context, *, backtested: bool) -> tuple[str, ...]:
    """Which parts are left out, what stands in for what, the weights in force, and where the backtest differed."""
    if any(part.weight is None for part in score.parts):
        return score.remarks(today)
    chosen = in_force(score.parts, today.informative, _plain(today))
    if not chosen:
        return (f"{score.name}: none of its parts has data, so the score is not given.",)
    found = [_left_out(score, chosen, today), *_stand_ins(score, chosen)]
    if backtested:
        found.append(_differs(score, chosen, past))
    return (*(sentence for sentence in found if sentence), *score.remarks(today))


def _left_out(score: Score, chosen: Sequence[InForce], context: Context) -> str:
    missing = [part.name for part in score.parts if not any(signal in context.informative for signal in part.signals)]
    plain = _plain(context)
    if not missing and not plain:
        return ""
    said = f"{_listed(missing)} {_have(missing)} no data and {_are(missing)} left out; " if missing else ""
    source = "the configuration's weights, " if plain else ""
    weights = ", ".join(f"{_words(item.name)} {item.weight or 0.0:.2f}" for item in chosen)
    return f"{score.name}: {said}{source}weights in force: {weights}."


def _stand_ins(score: Score, chosen: Sequence[InForce]) -> list[str]:
    return [
        f"{score.name}: {_words(item.name)} is taken from {_meaning(item.signal)}, "
        f"because {_meaning(item.part.signals[0])} has no data."
        for item in chosen
        if item.signal != item.part.signals[0]
    ]


def _differs(score: Score, chosen: Sequence[InForce], past: Context) -> str:
    before = {item.name: item.signal for item in in_force(score.parts, past.informative, _plain(past))}
    added = [item.name for item in chosen if item.name not in before]
    other = [item.name for item in chosen if before.get(item.name, item.signal) != item.signal]
    if not before:
        return f"{score.name}: none of its parts had data in the past windows, so it was not backtested."
    if added:
        return (
            f"{score.name}: today's score also uses {_listed(added)}, which had no data in every past window; "
            f"the backtest measured the score without {'it' if len(added) == 1 else 'them'}."
        )
    if other:
        return f"{score.name}: in the past windows {_listed(other)} came from another signal than today."
    return ""


def _plain(context: Context) -> dict[str, float]:
    """Weights of parts; a weight of a group of customers only is the score's own to tell of."""
    return {name: weight for name, weight in context.weights.items() if "." not in name}


def _words(name: str) -> str:
    return name.replace("_", " ")


def _meaning(signal: str) -> str:
    return SIGNAL_CATALOGUE[signal].meaning if signal in SIGNAL_CATALOGUE else _words(signal)


def _listed(names: Sequence[str]) -> str:
    words = [_words(name) for name in names]
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " and " + words[-1]


def _have(names: Sequence[str]) -> str:
    return "has" if len(names) == 1 else "have"


def _are(names: Sequence[str]) -> str:
    return "is" if len(names) == 1 else "are"
