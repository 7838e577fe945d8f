"""What the tables of a schema mean, for dbt and for people: from the contracts, so that it cannot say anything else."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import yaml

from valuecast.contracts import OUTPUTS, SIGNAL_CATALOGUE, Table
from valuecast.contracts.published import RUN, RUNS


def describe(folder: Path, tables: Mapping[str, pa.Table], schema: str) -> None:
    """Write ``sources.yml`` and ``dictionary.md`` about the tables of a run into a folder that exists."""
    declared = {name: OUTPUTS[name] for name in OUTPUTS if name in tables}
    (folder / "sources.yml").write_text(_sources(declared, tables, schema), encoding="utf-8")
    (folder / "dictionary.md").write_text(_dictionary(declared, tables, schema), encoding="utf-8")


def _sources(declared: Mapping[str, Table], tables: Mapping[str, pa.Table], schema: str) -> str:
    """Sources of dbt, with its own tests where a column is never null."""
    listed = [
        _source(RUNS, [], first=False),
        *(_source(t, _further(t, tables[n]), first=True) for n, t in declared.items()),
    ]
    every = {"version": 2, "sources": [{"name": "valuecast", "schema": schema, "tables": listed}]}
    return yaml.safe_dump(every, sort_keys=False, allow_unicode=True, width=120)


def _source(table: Table, further: list[str], *, first: bool) -> dict[str, Any]:
    columns = [*([RUN] if first else []), *table.columns]
    described: list[dict[str, Any]] = []
    for column in columns:
        unit = f" [{column.unit}]" if column.unit else ""
        tests = {} if column.nullable else {"data_tests": ["not_null"]}
        described.append({"name": column.name, "description": column.meaning + unit, **tests})
    described += [{"name": name, "description": _meaning(name, table)} for name in further]
    return {"name": table.name, "description": table.purpose, "columns": described}


def _dictionary(declared: Mapping[str, Table], tables: Mapping[str, pa.Table], schema: str) -> str:
    text = f"# Data dictionary of `{schema}`\n\nEvery table begins with `run_id`, the run that a row belongs to.\n"
    for name, table in {RUNS.name: RUNS, **declared}.items():
        key = ", ".join(f"`{column}`" for column in table.key) or "none"
        text += f"\n## {name}\n\n{table.purpose}. Key within a run: {key}.\n\n"
        text += "| column | type | unit | may be null | meaning |\n| --- | --- | --- | --- | --- |\n"
        for c in table.columns:
            text += f"| `{c.name}` | {c.type} | {c.unit} | {'yes' if c.nullable else 'no'} | {c.meaning} |\n"
        for column in _further(table, tables[name]) if name in tables else []:
            text += f"| `{column}` | {tables[name].schema.field(column).type} | | yes | {_meaning(column, table)} |\n"
    return text


def _further(table: Table, rows: pa.Table) -> list[str]:
    return [name for name in rows.column_names if name not in table.names]


def _meaning(column: str, table: Table) -> str:
    signal = SIGNAL_CATALOGUE.get(column)
    return signal.meaning if signal else table.extra
