"""The settings of a command: options over the file over defaults."""

from __future__ import annotations

import os
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any

from valuecast import engines, sources
from valuecast.cli.console import Console
from valuecast.cli.options import DEFAULT_CONFIG
from valuecast.config import Config, EventsMapping, load, parse
from valuecast.errors import ConfigurationError, nearest


def settings_of(
    file: Path | None,
    source: str | None,
    kind: str | None,
    as_of: datetime | None,
    grain: str | None,
    mapping: list[str] | None,
    seed: int | None,
    console: Console,
    *,
    fix_ids: bool = False,
) -> tuple[Config, engines.Warehouse | None]:
    """Options over the file over defaults; when nobody says the kind, the tables that it is told from stay open."""
    asked, used = os.environ.get("TMPDIR"), tempfile.gettempdir()
    if asked and Path(asked).resolve() != Path(used).resolve():
        console.note(f"TMPDIR names {asked}, where nothing can be written: temporary files go to {used}")
    given: dict[str, Any] = {"source": source, "kind": kind, "grain": grain, "seed": seed}
    given["as_of"] = as_of.date() if isinstance(as_of, datetime) else as_of
    given = {name: value for name, value in given.items() if value is not None}
    if mapping:
        given["events"] = _mapping(mapping)
    if fix_ids:
        given["ids"] = "normalise"
    chosen = file or (DEFAULT_CONFIG if source is None and DEFAULT_CONFIG.is_file() else None)
    if chosen:
        loaded = load(chosen, given)
        if "lateness_days" in loaded.model_fields_set:
            console.note("lateness_days has no effect any more: refresh computes every window that ends after a change")
        return loaded, None
    if source is None:
        raise ConfigurationError(
            "no source was given", expected="--source, or a valuecast.yaml here", hint="try: valuecast demo"
        )
    if kind is not None:
        return parse(given), None
    warehouse = engines.connect(source)
    try:
        with engines.translate_errors(source):
            detected = _detected(warehouse, given, console)
        return parse(given | detected), warehouse
    except BaseException:
        warehouse.close()
        raise


def _detected(warehouse: engines.Warehouse, given: dict[str, Any], console: Console) -> dict[str, Any]:
    found = sources.detect(warehouse)
    detected: dict[str, Any] = {"kind": found.kind}
    if found.kind == "events":
        detected["events"] = {**found.mapping, **given.get("events", {})}
        if found.list_of and "customer_id" not in given.get("events", {}):
            raise sources.only_a_list(engines.redacted(warehouse.name), found)
        if found.equals and "table" not in given.get("events", {}):
            raise ConfigurationError(
                "which table is the log is not said",
                where="events.table",
                got="tables that would do equally well",
                expected="one of " + ", ".join(sorted([found.mapping["table"], *found.equals])[:20]),
                hint=f"say it: --map table={found.mapping['table']}; parts of one log go into one file or table first",
            )
        console.note(
            "taken for a log: " + ", ".join(f"{role} is {column}" for role, column in detected["events"].items())
        )
    return detected


def _mapping(pairs: list[str]) -> dict[str, str]:
    known = list(EventsMapping.model_fields)
    found = {}
    for pair in pairs:
        role, equals, column = pair.partition("=")
        if not equals or role not in known:
            raise ConfigurationError(
                "a mapping is not understood",
                where="--map",
                got=pair,
                expected="role=column, role one of " + ", ".join(known),
                hint=nearest(role, known) if role not in known else f"write --map {role}={_example(role)}",
            )
        found[role] = column
    return found


def _example(role: str) -> str:
    """What stands after the equals sign."""
    return {"date_format": "%m/%d/%Y"}.get(role, "TABLE" if role.endswith("table") else "COLUMN")
