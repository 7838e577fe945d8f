"""Which scores are installed, and whether the weights given for them have names that exist."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from importlib.metadata import entry_points

from valuecast.contracts import METHODS, Method, method_of
from valuecast.errors import ConfigurationError, nearest
from valuecast.scores.score import Score, label_of

GROUP = "valuecast.scores"


def installed() -> tuple[Score, ...]:
    """Every score registered under the entry point group ``valuecast.scores``, by name; ours come the same way.

    Raises
    ------
    ConfigurationError
        When two installed scores have one name.
    """
    found: tuple[Score, ...] = tuple(entry.load()() for entry in entry_points(group=GROUP))
    names = [score.name for score in found]
    repeated = sorted({name for name in names if names.count(name) > 1})
    if repeated:
        raise ConfigurationError("two installed scores have one name", where=GROUP, got=repeated[0])
    return tuple(sorted(found, key=lambda score: score.name))


def methods() -> tuple[Method, ...]:
    """Every method of ours, and after them the scores of other packages, by their own labels."""
    others = (score for score in installed() if score.name not in METHODS)
    return (*METHODS.values(), *(_method(score) for score in others))


def _method(score: Score) -> Method:
    return Method(score.name, label_of(score), method_of(score.name).family)


def fingerprints() -> dict[str, str]:
    """By score, what changes when its rule may have: its package's version, its parts, the source of its classes."""
    return {
        score.name: sha256("\n".join([entry.dist.version if entry.dist else "", *_rule(score)]).encode()).hexdigest()
        for entry in entry_points(group=GROUP)
        for score in (entry.load()(),)
    }


def _rule(score: Score) -> Iterator[str]:
    """Parts, and the text of each module that a class of the score comes from; none where there is no source."""
    yield repr(score.parts)
    modules = (inspect.getmodule(each) for each in type(score).__mro__)
    for module in dict.fromkeys(module for module in modules if module is not None and hasattr(module, "__file__")):
        with suppress(OSError, TypeError):
            yield inspect.getsource(module)


def check_weights(weights: Mapping[str, Mapping[str, float]], scores: Sequence[Score]) -> None:
    """Refuse weights for a score or a part that does not exist.

    Raises
    ------
    ConfigurationError
        Names the first unknown name and the nearest known one.
    """
    by_name = {score.name: score for score in scores}
    for name, parts in weights.items():
        if name not in by_name:
            raise _unknown("unknown score in the weights", name, "weights", sorted(by_name))
        allowed = sorted(by_name[name].weight_names)
        for part in parts:
            if not allowed:
                raise ConfigurationError(
                    "this score learns its weights", where=f"weights.{name}", got=part, expected="no weights"
                )
            if part not in allowed:
                raise _unknown("unknown part in the weights", part, f"weights.{name}", allowed)


def _unknown(what: str, met: str, where: str, known: list[str]) -> ConfigurationError:
    return ConfigurationError(
        what, where=where, got=met, expected="one of " + ", ".join(known), hint=nearest(met, known)
    )
