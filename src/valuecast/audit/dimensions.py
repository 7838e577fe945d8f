"""Which dimensions have data, and what the report must say about those that have none."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from valuecast.contracts import DIMENSIONS, SIGNAL_CATALOGUE, Finding, InputTable, finding


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
    findings = []
    for dimension in DIMENSIONS:
        if dimension not in dimensions_of(today):
            findings.append(
                finding(
                    "dimension_without_data",
                    tables[dimension],
                    dimensions=(dimension,),
                )
            )
        elif supervised and dimension not in dimensions_of(past):
            findings.append(
                finding(
                    "dimension_only_today",
                    tables[dimension],
                    dimensions=(dimension,),
                )
            )
    return tuple(findings)
