"""The text of a first valuecast.yaml: what was found, and what can be said."""

from __future__ import annotations

from pathlib import Path

import yaml

from valuecast.config import Config
from valuecast.engines import Warehouse, redacted
from valuecast.sources import Detected

PLACEHOLDER = "PUT_THE_COLUMN_HERE"
"""Stands where a column must be named that could not be told."""
_TABLES = 20
"""Tables whose columns are listed."""
_SHOWN = (
    "as_of",
    "grain",
    "high_value_share",
    "horizon_months",
    "trend_months",
    "target_precision",
    "capacity_hours",
    "seed",
)


def written(source: str, warehouse: Warehouse, found: Detected) -> str:
    """A configuration that runs as it is, every further setting beside it as a comment with its default.

    What is not known has a placeholder, and the columns that were seen stand beside it.

    A password in the address is left out: put it into the engine's own environment variable or password file.
    """
    place = source if "://" in source else str(Path(source).resolve())
    lines = [
        f"# {len(warehouse.tables)} table{'s' if len(warehouse.tables) != 1 else ''}: "
        + ", ".join(sorted(warehouse.tables)[:12]),
        *([f"# taken for {found.preset}"] if found.preset else []),
        *(f"# check: {what}" for what in found.unsure),
        *(f"# {what}" for what in found.evidence),
        _line("source", redacted(place)),
        _line("kind", found.kind),
    ]
    for name, columns in [*found.columns.items()][:_TABLES]:
        lines.append(f"# columns of {name}: {', '.join(columns)}")
    mapping = found.mapping | dict.fromkeys(found.missing, PLACEHOLDER)
    if mapping:
        lines.append(yaml.safe_dump({"events": mapping}, sort_keys=False, allow_unicode=True).rstrip())
    lines.append("")
    for name in _SHOWN:
        field = Config.model_fields[name]
        default = list(field.default) if isinstance(field.default, tuple) else field.default
        lines += [f"# {field.description}", f"# {_line(name, default)}"]
    return "\n".join(lines) + "\n"


def _line(name: str, value: object) -> str:
    """One setting on one line; a list in brackets."""
    style = None if isinstance(value, list) else False
    return yaml.safe_dump({name: value}, default_flow_style=style, width=10_000, allow_unicode=True).rstrip()
