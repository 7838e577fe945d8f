"""Every table that two steps meet through: columns, types, key, units.

``canonical`` tables leave a source; ``intermediate`` tables run between steps;
``output`` tables are written to the results folder. ``inputs`` describes what a source read.
"""

from valuecast.contracts.canonical import CANONICAL, Canonical, earlier, in_use
from valuecast.contracts.findings import FINDINGS, Finding, Kind, Severity, finding, worst_first
from valuecast.contracts.inputs import (
    Coercion,
    InputTable,
    Join,
    Membership,
    Proof,
    Timing,
    Total,
)
from valuecast.contracts.intermediate import INTERMEDIATE
from valuecast.contracts.methods import METHODS, REFERENCE, Method, baselines, method_of, methods_of
from valuecast.contracts.notes import Note, Scalar, Value, as_plain, distinct_notes, note, row_note
from valuecast.contracts.outputs import OUTPUTS
from valuecast.contracts.outputs_customer360 import CUSTOMER360_OUTPUTS
from valuecast.contracts.signals import DIMENSIONS, SIGNAL_CATALOGUE, Dimension, Signal
from valuecast.contracts.table import Column, Table

__all__ = [
    "CANONICAL",
    "CUSTOMER360_OUTPUTS",
    "DIMENSIONS",
    "FINDINGS",
    "INTERMEDIATE",
    "METHODS",
    "OUTPUTS",
    "REFERENCE",
    "SIGNAL_CATALOGUE",
    "Canonical",
    "Coercion",
    "Column",
    "Dimension",
    "Finding",
    "InputTable",
    "Join",
    "Kind",
    "Membership",
    "Method",
    "Note",
    "Proof",
    "Scalar",
    "Severity",
    "Signal",
    "Table",
    "Timing",
    "Total",
    "Value",
    "as_plain",
    "baselines",
    "distinct_notes",
    "earlier",
    "finding",
    "in_use",
    "method_of",
    "methods_of",
    "note",
    "row_note",
    "worst_first",
]
