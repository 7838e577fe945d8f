"""Which dimensions have data, and what the report must say about those that have none."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from valuecast.contracts import DIMENSIONS, SIGNAL_CATALOGUE, Finding, InputTable


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
    found = []
    for dimension in DIMENSIONS:
        if dimension not in dimensions_of(today):
            found.append(
                Finding(
                    "dimension_without_data",
                    "warning",
                    tables[dimension],
                    "",
                    f"no signal of {dimension} differs between customers",
                    f"{dimension} is left out of every score, and the other weights are raised to add up to one",
                    _remedy(tables[dimension]),
                    dimensions=(dimension,),
                )
            )
        elif supervised and dimension not in dimensions_of(past):
            found.append(
                Finding(
                    "dimension_only_today",
                    "note",
                    tables[dimension],
                    "",
                    f"{dimension} has data today but not in every past window",
                    f"today's scores use {dimension}; models and all evidence do without it",
                    "keep dated rows, so that the past can be seen as it was",
                    dimensions=(dimension,),
                )
            )
    return tuple(found)


def _remedy(where: str) -> str:
    """A name in brackets is a setting that could name the data."""
    return "name a column or table for it in the configuration" if where.startswith("(") else f"fill {where}"
