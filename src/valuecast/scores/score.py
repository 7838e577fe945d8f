"""What a score is: its parts, what it is told, and which of its parts the data can fill.

>>> duration = Part("duration", "intensity", ("minutes", "value"), 0.5)
>>> parts = (duration, Part("rating", "satisfaction", ("mean_rating",), 0.5))
>>> [(p.name, p.signal, p.weight) for p in in_force(parts, frozenset({"value"}), {})]
[('duration', 'value', 1.0)]
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol, runtime_checkable

import ibis.expr.types as ir

from valuecast.contracts import Dimension, Note, method_of
from valuecast.errors import ConfigurationError

Scaling = Literal["min_max", "percentile", "quintile", "standard"]
Keep = Callable[[str, ir.Table], ir.Table]
"""Computes a table once and keeps it under a name."""


@dataclass(frozen=True)
class Part:
    """One part of a score.

    Parameters
    ----------
    name : str
        Unique within the score; names the column ``part_<name>``.
    dimension : str
        Dimension the part belongs to.
    signals : tuple of str
        Signals that can fill it, in order of preference; the first informative one does.
    weight : float or None
        Its share before renormalising; None where the weight is learned rather than written.
    higher_is_better : bool
        Direction; for a learned weight the sign of the weight decides instead.
    scaling : {"min_max", "percentile", "quintile", "standard"}
        How the signal is put on a common scale, within the window, over active customers.
    """

    name: str
    dimension: Dimension
    signals: tuple[str, ...]
    weight: float | None
    higher_is_better: bool = True
    scaling: Scaling = "min_max"


@dataclass(frozen=True)
class Scale:
    """How a signal is put on a common scale, with the best at the top; see :mod:`valuecast.scores.scaling`."""

    signal: str
    scaling: Scaling
    higher_is_better: bool

    @property
    def is_ranked(self) -> bool:
        """Whether only the order of values counts."""
        return self.scaling in ("percentile", "quintile")


@dataclass(frozen=True)
class Scales:
    """What customers of each window are measured against: all that a score needs to know of the others.

    Parameters
    ----------
    lines : ibis.Table
        One row a window, four columns a signal.
    ladders : ibis.Table
        One row a window, signal and value.
    thresholds : ibis.Table or None
        ``score``, ``window_id``, and the ``threshold`` from which on a value is high; None where they are not known.
    """

    parameters: ir.Table
    distributions: ir.Table
    thresholds: ir.Table | None = None


@dataclass(frozen=True)
class Context:
    """What a score is told besides the signals.

    Parameters
    ----------
    informative : frozenset of str
        Signals that have data; a score reads no other.
    high_value_share : float
        Top share that is called high-value, unless the score has its own rule [0 to 1].
    weights : mapping of str to float
        Weights that replace this score's own, by part.
    correlations : mapping of str to mapping of str to float
        For each window, the Spearman correlation of each signal with future value on earlier windows.
    scales : Scales or None
        Of every window and every signal that a part in force names, where they have been learned already. With
        thresholds, customers may be scored without the others of their window.
    """

    informative: frozenset[str]
    high_value_share: float = 0.2
    weights: Mapping[str, float] = field(default_factory=dict)
    correlations: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    scales: Scales | None = None


@dataclass(frozen=True)
class InForce:
    """A part that the data can fill, the signal that fills it, and its weight after renormalising.

    ``weight`` is None where the weight is learned.
    """

    part: Part
    signal: str
    weight: float | None

    @property
    def scale(self) -> Scale:
        """How the signal is put on the part's scale."""
        return Scale(self.signal, self.part.scaling, self.part.higher_is_better)

    @property
    def name(self) -> str:
        """Name of the part."""
        return self.part.name


@runtime_checkable
class Score(Protocol):
    """A score: anything with these six members, found by the entry point group ``valuecast.scores``.

    A seventh, ``label``, says what people read instead of the name; without it the label is made from the name.
    """

    @property
    def name(self) -> str:
        """Unique name; the ``score`` column of the output."""

    @property
    def parts(self) -> tuple[Part, ...]:
        """What it is made of."""

    @property
    def requires(self) -> frozenset[str]:
        """Every signal that it may read."""

    @property
    def weight_names(self) -> frozenset[str]:
        """Names of the weights that the configuration may replace."""

    def score(self, signals: ir.Table, context: Context) -> ir.Table:
        """Score every row of SIGNALS.

        Returns
        -------
        ibis.Table
            ``window_id``, ``customer_id``, ``value`` (higher is better), ``high_value`` and one ``part_<name>``
            for each part in force; the parts add up to ``value`` (to 1e-8). All null for inactive customers.
        """

    def remarks(self, context: Context) -> tuple[Note | str, ...]:
        """Notes that a reader must have beside the score, or plain sentences; usually none."""


def label_of(score: Score) -> str:
    """What people read instead of a score's name: its own label, or one made from the name."""
    return getattr(score, "label", "") or method_of(score.name).label


def in_force(parts: tuple[Part, ...], informative: frozenset[str], weights: Mapping[str, float]) -> tuple[InForce, ...]:
    """Parts that some usable signal fills, with weights that add up to one.

    Raises
    ------
    ConfigurationError
        When the weights that are left add up to nothing.
    """
    found = filled(parts, informative)
    if any(item.weight is None for item in found):
        return tuple(InForce(item.part, item.signal, None) for item in found)
    own = {item.name: float(weights.get(item.name, item.weight or 0.0)) for item in found}
    total = sum(own.values())
    if found and total <= 0:
        raise ConfigurationError(
            "the weights of a score add up to nothing",
            where="weights",
            got=own,
            expected="at least one weight above 0 among the parts that have data",
        )
    return tuple(InForce(item.part, item.signal, own[item.name] / total) for item in found if own[item.name] > 0)


def filled(parts: tuple[Part, ...], informative: frozenset[str]) -> tuple[InForce, ...]:
    """Parts that some usable signal fills, with the weights as they are written."""
    found = ((part, _first(part.signals, informative)) for part in parts)
    return tuple(InForce(part, signal, part.weight) for part, signal in found if signal is not None)


def _first(signals: tuple[str, ...], informative: frozenset[str]) -> str | None:
    return next((signal for signal in signals if signal in informative), None)
