"""The simulated product: areas, pages and features, some of them core, a few launched within the period."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from valuecast.simulate.parameters import Parameters

AREAS = ("Reporting", "Workflows", "Contacts", "Billing", "Integrations", "Administration", "Messaging", "Planning")
HOME = 0
_ACTIONS = ("Create", "Edit", "Export", "Share", "Filter", "Schedule", "Approve", "Import")
_PAGES_PER_AREA = 3
_CORE = 8
_LAUNCHED = 8


@dataclass(frozen=True)
class Product:
    """Names and properties of F features on pages in areas; page 0 is the home page, without features.

    ``launched`` is the month in which a feature appears, 0 for those that were there at the start.
    ``appeal`` [log weight] is how much an average account prefers a feature.
    """

    names: tuple[str, ...]
    area: NDArray[np.int64]
    page: NDArray[np.int64]
    page_names: tuple[str, ...]
    core: NDArray[np.bool_]
    launched: NDArray[np.int64]
    appeal: NDArray[np.float64]
    created: NDArray[np.datetime64]


def build_product(parameters: Parameters, start: np.datetime64, months: int) -> Product:
    """The catalogue; nothing in it is random.

    >>> product = build_product(Parameters(), np.datetime64("2024-01-01", "D"), 6)
    >>> len(product.names), int(product.core.sum()), product.names[0]
    (60, 8, 'Reporting: Create')
    """
    number = np.arange(parameters.features)
    area = number % len(AREAS)
    turn = number // len(AREAS)
    launched = np.zeros(parameters.features, dtype=np.int64)
    late = number[-_LAUNCHED:] if parameters.features > _CORE + _LAUNCHED else number[:0]
    launched[late] = (np.linspace(0.25, 0.85, len(late)) * months).astype(int)
    first = start.astype("datetime64[M]")
    age = 12 + (number * 7) % 36
    created = (first + np.where(launched > 0, launched, -age)).astype("datetime64[D]")
    page_names = ("Home", *(f"{name} {part + 1}" for name in AREAS for part in range(_PAGES_PER_AREA)))
    return Product(
        names=tuple(
            f"{AREAS[a]}: {_ACTIONS[t % len(_ACTIONS)]}" + _edition(t) for a, t in zip(area, turn, strict=True)
        ),
        area=area,
        page=1 + area * _PAGES_PER_AREA + turn % _PAGES_PER_AREA,
        page_names=page_names,
        core=number < _CORE,
        launched=launched,
        appeal=-2.0 * np.log1p(number / 4.0),
        created=created,
    )


def _edition(turn: Any) -> str:
    return "" if turn < len(_ACTIONS) else f" {turn // len(_ACTIONS) + 1}"
