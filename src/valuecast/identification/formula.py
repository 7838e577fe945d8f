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
import numpy as np

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
_SUREST = float(np.log((1 - 1e-6) / 1e-6))
"""As in `scale.log_odds`: a probability is kept a millionth away from 0 and 1 [log-odds]."""


def is_linear(scorer: Scorer) -> bool:
    """Whether the scorer can be written as SQL."""
    return all(signal_of(name) == name for name in scorer.names) and _all_linear(scorer.fitted)


def odds(scorer: Scorer, signals: ir.Table) -> ir.Table:
    """The model's own log-odds of being high-value: customer_id, odds.

    Every signal is written a few times and the sum once: an engine that merges nested queries (PostgreSQL) computes an
    expression as often as it is written, and would drown in what `probabilities` makes of it. So keep this table first.

    Parameters
    ----------
    scorer : Scorer
        One for which `is_linear` holds.
    signals : ibis.Table
        ``customer_id`` and a column for each of ``scorer.signals``; null and what is not finite are unknown.
    """
    known = signals.select("customer_id", **{name: _known(signals[name]) for name in scorer.signals})
    return known.select("customer_id", odds=_odds(scorer.fitted, scorer.names, known))


def probabilities(scorer: Scorer, odds: ir.Table) -> ir.Table:
    """What the scorer says: customer_id, probability, high_value, tier; from a table that `odds` gave."""
    own = odds.select("customer_id", "odds", raw=_from_log_odds(odds.odds))
    found = own.select("customer_id", probability=_calibrated(scorer.curve, own))
    short = found.probability >= scorer.precise
    tier = ibis.cases((short, TIERS[2]), (found.probability >= scorer.broad, TIERS[1]), else_=TIERS[0])
    return found.select("customer_id", "probability", high_value=short, tier=tier)


def _all_linear(fitted: Fitted) -> bool:
    if isinstance(fitted, FittedBlend):
        return all(_all_linear(member) for member in fitted.members)
    return isinstance(fitted, FittedLogistic) or (isinstance(fitted, FittedValue) and fitted.cutoff > 0)


def _known(column: Any) -> ir.FloatingValue:
    """NaN and the infinities to null."""
    number = column.cast("float64")
    return ibis.ifelse((number - number) == 0, number, ibis.null("float64"))


def _odds(fitted: Fitted, names: Sequence[str], table: ir.Table) -> ir.FloatingValue:
    if isinstance(fitted, FittedLogistic):
        return _added([*_terms(fitted.preparation, fitted.coefficients, names, table), _number(fitted.intercept)])
    if isinstance(fitted, FittedValue):
        level = [*_terms(fitted.preparation, fitted.coefficients, names, table), _number(fitted.log_level)]
        return _within(_added(level), FLATTEST) - _number(np.log(fitted.cutoff))
    if isinstance(fitted, FittedBlend):
        members = [_within(_odds(member, names, table), _SUREST) for member in fitted.members]
        return _added(members) / _number(len(members))
    raise TypeError(f"a {type(fitted).__name__} is not linear")


def _terms(preparation: Preparation, coefficients: Floats, names: Sequence[str], table: ir.Table) -> list[Any]:
    """What each column of the prepared matrix adds, in its order: signals, then flags of the missing."""
    filled = [
        ibis.coalesce(_log1p(table[name]) if logged else table[name], _number(median))
        for name, logged, median in zip(names, preparation.logged, preparation.median, strict=True)
    ]
    flagged = [name for name, flag in zip(names, preparation.flagged, strict=True) if flag]
    missing = [ibis.ifelse(table[name].isnull(), 1, 0).cast("float64") for name in flagged]
    columns = [column for column, kept in zip([*filled, *missing], preparation.kept, strict=True) if kept]
    mean, spread = preparation.mean[preparation.kept], preparation.scale[preparation.kept]
    return [
        (column - _number(middle)) / _number(width) * _number(weight)
        for column, middle, width, weight in zip(columns, mean, spread, coefficients, strict=True)
    ]


def _log1p(column: Any) -> ir.FloatingValue:
    """``log(1 + max(x, 0))``; null stays null, where GREATEST of some engines would forget it."""
    return (ibis.ifelse(column < 0, 0.0, column) + 1.0).ln()


def _calibrated(curve: Calibrator, own: ir.Table) -> ir.FloatingValue:
    if isinstance(curve, Uncalibrated):
        return own.raw
    if isinstance(curve, Moved):
        return _from_log_odds(_within(own.odds, _SUREST) + _number(curve.by))
    if isinstance(curve, Platt):
        return _from_log_odds(_within(own.odds, _SUREST) * _number(curve.slope) + _number(curve.intercept))
    if isinstance(curve, Isotonic):
        return _between(own.raw, curve.knots, curve.heights)
    raise TypeError(f"the curve {curve.name} is not settled")


def _between(raw: Any, knots: Floats, heights: Floats) -> ir.FloatingValue:
    """`numpy.interp`: a tree of comparisons, so that each row meets as few as can be."""
    if len(knots) == 1:
        return _number(heights[0]) + raw * 0.0
    if len(knots) == 2:
        slope = (heights[1] - heights[0]) / (knots[1] - knots[0])
        inside = ibis.least(ibis.greatest(raw, _number(knots[0])), _number(knots[1]))
        return (inside - _number(knots[0])) * _number(slope) + _number(heights[0])
    half = len(knots) // 2
    return ibis.ifelse(
        raw < _number(knots[half]),
        _between(raw, knots[: half + 1], heights[: half + 1]),
        _between(raw, knots[half:], heights[half:]),
    )


def _from_log_odds(odds: Any) -> ir.FloatingValue:
    return 1.0 / ((-_within(odds, _STEEPEST)).exp() + 1.0)


def _within(values: Any, bound: float) -> ir.FloatingValue:
    """No further from zero than a bound; the values are never null."""
    return ibis.least(ibis.greatest(values, _number(-bound)), _number(bound))


def _added(parts: Sequence[Any]) -> Any:
    """Halves first: a chain of a hundred additions is deeper than some readers of SQL go."""
    if len(parts) == 1:
        return parts[0]
    half = len(parts) // 2
    return _added(parts[:half]) + _added(parts[half:])


def _number(value: float) -> ir.FloatingScalar:
    return ibis.literal(float(value), "float64")
