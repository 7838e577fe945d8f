"""Linear models as SQL: the engine itself scores everybody, and nothing but probabilities leaves it.

The logistic models and the value regression are a weighted sum of prepared signals; preparation, sum, calibration and
tiers are written as an Ibis expression, the same arithmetic as `FittedLogistic.predict` and its like (to 1e-9: an
engine adds in another order). Trees, and models on percentiles, are not written so: they are scored in batches.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import ibis
import ibis.expr.types as ir

from valuecast.identification.blending import FittedBlend
from valuecast.identification.calibration import Calibrator, Isotonic, Moved, Platt, Uncalibrated
from valuecast.identification.candidates import Fitted
from valuecast.identification.logistic import FittedLogistic
from valuecast.identification.observations import signal_of
from valuecast.identification.preparation import Preparation
from valuecast.identification.regression import FLATTEST, FittedValue
from valuecast.identification.scorer import Scorer
from valuecast.identification.thresholds import TIERS
from valuecast.metrics import Floats

_STEEPEST = 500.0
"""As in `scale.from_log_odds`: beyond it a probability is 0 or 1."""


def is_linear(scorer: Scorer) -> bool:
    """Whether the scorer can be written as SQL."""
    return all(signal_of(name) == name for name in scorer.names) and _all_linear(scorer.fitted)


def formula(scorer: Scorer, signals: ir.Table) -> ir.Table:
    """The scorer over a table of signals: customer_id, probability, high_value, tier.

    Each step reads the one before under a name, so that no engine computes an expression twice.

    Parameters
    ----------
    scorer : Scorer
        One for which `is_linear` holds.
    signals : ibis.Table
        ``customer_id`` and a column for each of ``scorer.signals``; null and what is not finite are unknown.
    """
    key = "customer_id"
    table = signals.select(key, **{name: _known(signals[name]) for name in scorer.signals})
    members = scorer.fitted.members if isinstance(scorer.fitted, FittedBlend) else (scorer.fitted,)
    table = table.select(key, **{f"sum_{n}": _sum(m, scorer.names, table) for n, m in enumerate(members)})
    table = table.select(key, **{f"raw_{n}": _own_output(m, table[f"sum_{n}"]) for n, m in enumerate(members)})
    if isinstance(scorer.fitted, FittedBlend):
        odds = [_log_odds(table[f"raw_{n}"]) for n in range(len(members))]
        table = table.select(key, raw_0=_from_log_odds(_added(odds) / float(len(odds))))
    table = table.select(key, probability=_calibrated(scorer.curve, table.raw_0))
    short = table.probability >= scorer.precise
    tier = ibis.cases((short, TIERS[2]), (table.probability >= scorer.broad, TIERS[1]), else_=TIERS[0])
    return table.select(key, "probability", high_value=short, tier=tier)


def _all_linear(fitted: Fitted) -> bool:
    if isinstance(fitted, FittedBlend):
        return all(_all_linear(member) for member in fitted.members)
    return isinstance(fitted, FittedLogistic | FittedValue)


def _known(column: Any) -> ir.FloatingValue:
    """NaN and the infinities to null."""
    number = column.cast("float64")
    return ibis.ifelse((number - number) == 0, number, ibis.null("float64"))


def _sum(fitted: Fitted, names: Sequence[str], table: ir.Table) -> ir.FloatingValue:
    """Log-odds of a logistic model; logarithm of the expected value of a value regression."""
    if isinstance(fitted, FittedLogistic):
        return _added([*_terms(fitted.preparation, fitted.coefficients, names, table), _number(fitted.intercept)])
    if isinstance(fitted, FittedValue):
        return _added([*_terms(fitted.preparation, fitted.coefficients, names, table), _number(fitted.log_level)])
    raise TypeError(f"a {type(fitted).__name__} is not linear")


def _terms(preparation: Preparation, coefficients: Floats, names: Sequence[str], table: ir.Table) -> list[Any]:
    """What each column of the prepared matrix adds, in its order: signals, then flags of the missing."""
    filled = [
        ibis.coalesce((table[name].clip(lower=0.0) + 1.0).ln() if logged else table[name], _number(median))
        for name, logged, median in zip(names, preparation.logged, preparation.median, strict=True)
    ]
    flagged = [name for name, flag in zip(names, preparation.flagged, strict=True) if flag]
    missing = [ibis.ifelse(table[name].isnull(), 1.0, 0.0) for name in flagged]
    columns = [column for column, kept in zip([*filled, *missing], preparation.kept, strict=True) if kept]
    mean, spread = preparation.mean[preparation.kept], preparation.scale[preparation.kept]
    return [
        (column - _number(middle)) / _number(width) * _number(weight)
        for column, middle, width, weight in zip(columns, mean, spread, coefficients, strict=True)
    ]


def _own_output(fitted: Fitted, total: Any) -> ir.FloatingValue:
    if isinstance(fitted, FittedValue):
        mean = total.clip(-FLATTEST, FLATTEST).exp()
        return mean / (mean + _number(fitted.bar))
    return _from_log_odds(total)


def _calibrated(curve: Calibrator, raw: Any) -> ir.FloatingValue:
    if isinstance(curve, Uncalibrated):
        return raw
    if isinstance(curve, Moved):
        return _from_log_odds(_log_odds(raw) + _number(curve.by))
    if isinstance(curve, Platt):
        return _from_log_odds(_log_odds(raw) * _number(curve.slope) + _number(curve.intercept))
    if isinstance(curve, Isotonic):
        return _between(raw, curve.knots, curve.heights)
    raise TypeError(f"the curve {curve.name} is not settled")


def _between(raw: Any, knots: Floats, heights: Floats) -> ir.FloatingValue:
    """`numpy.interp`: a tree of comparisons, so that each row meets as few as can be."""
    if len(knots) == 1:
        return _number(heights[0])
    if len(knots) == 2:
        slope = (heights[1] - heights[0]) / (knots[1] - knots[0])
        return (raw.clip(knots[0], knots[1]) - _number(knots[0])) * _number(slope) + _number(heights[0])
    half = len(knots) // 2
    return ibis.ifelse(
        raw < _number(knots[half]),
        _between(raw, knots[: half + 1], heights[: half + 1]),
        _between(raw, knots[half:], heights[half:]),
    )


def _log_odds(probability: Any) -> ir.FloatingValue:
    safe = probability.clip(1e-6, 1 - 1e-6)
    return (safe / (1.0 - safe)).ln()


def _from_log_odds(odds: Any) -> ir.FloatingValue:
    return 1.0 / ((-odds.clip(-_STEEPEST, _STEEPEST)).exp() + 1.0)


def _added(parts: Sequence[Any]) -> Any:
    """Halves first: a chain of a hundred additions is deeper than some readers of SQL go."""
    if len(parts) == 1:
        return parts[0]
    half = len(parts) // 2
    return _added(parts[:half]) + _added(parts[half:])


def _number(value: float) -> ir.FloatingScalar:
    return ibis.literal(float(value), "float64")
