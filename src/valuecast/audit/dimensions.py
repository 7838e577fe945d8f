"""Which dimensions have data, and what the report must say about those that have none."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from valuecast.contracts import DIMENSIONS, SIGNAL_CATALOGUE, Finding, InputTable, found


def dimensions_of(signals: Collection[str]) -> frozenset[str]:
    """The dimensions that these signals belong to."""
    return frozenset(SIGNAL_CATALOGUE[name].dimension for name in signals)


def dimension_findings(
    today: Collection[str], past: Collection[str], inputs: Sequence[InputTable], supervised: bool
) -> tuple[Finding, ...]:
    """One finding for each dimension without data today, or today only.

    Parameters
    ----------
    today, past : collection of str
        Signals with data today, and in every backtest window.
    """
    tables: Mapping[str, str] = {
        d: ", ".join(t.name for t in inputs if d in t.dimensions) or "the source" for d in DIMENSIONS
    }
    told = []
    for dimension in DIMENSIONS:
        if dimension not in dimensions_of(today):
            told.append(
                found(
                    "dimension_without_data",
                    tables[dimension],
                    evidence=f"no signal of {dimension} differs between customers",
                    consequence=f"{dimension} is left out of every score, and the other weights are raised to add up "
                    "to one",
                    remedy=_remedy(tables[dimension]),
                    dimensions=(dimension,),
                )
            )
        elif supervised and dimension not in dimensions_of(past):
            told.append(
                found(
                    "dimension_only_today",
                    tables[dimension],
                    evidence=f"{dimension} has data today but not in every past window",
                    consequence=f"today's scores use {dimension}; models and all evidence do without it",
                    dimensions=(dimension,),
                )
            )
    return tuple(told)


def _remedy(where: str) -> str:
    """A name in brackets is a setting that could name the data."""
    return "name a column or table for it in the configuration" if where.startswith("(") else f"fill {where}"
