"""Write ``docs/reference`` from the code, so that it cannot say anything else.

Run from the top of the repository: ``python docs/generate_reference.py`` (``--check`` only compares).
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import typer
from pydantic import BaseModel

from valuecast.actions.playbooks import PLAYBOOKS
from valuecast.actions.rules import grid
from valuecast.cli import app
from valuecast.config import Config
from valuecast.contracts import CANONICAL, FINDINGS, INTERMEDIATE, OUTPUTS, SIGNAL_CATALOGUE, Table
from valuecast.engines.register import ENGINES, gaps
from valuecast.pipeline import AUDIT, REFRESH, RUN, SNAPSHOT, Step
from valuecast.scores import Additive, installed
from valuecast.simulate import FAULTS
from valuecast.wording.findings import ENTRIES

FOLDER = Path(__file__).parent / "reference"
_GENERATED = "<!-- Written by docs/generate_reference.py from the code: do not edit. -->\n\n"
_EMPTY = "–"


def pages() -> dict[str, str]:
    """Every page of the reference by file name."""
    found = {
        "signals.md": _signals(),
        "tables.md": _tables(),
        "configuration.md": _configuration(),
        "command-line.md": _command_line(),
        "scores.md": _scores(),
        "findings.md": _findings(),
        "playbooks.md": _playbooks(),
        "faults.md": _faults(),
        "steps.md": _steps(),
        "engines.md": _engines(),
    }
    return {name: _GENERATED + text.rstrip() + "\n" for name, text in found.items()}


def commands() -> dict[str, Any]:
    """Every command of the command line by name."""
    group: Any = typer.main.get_command(app)
    return dict(group.commands)


def _engines() -> str:
    engines = [(e.name, f"`{e.address}`" if "://" in e.address else e.address, e.tested, e.writes) for e in ENGINES]
    found = [
        (", ".join(names), gap.what, gap.why, gap.instead, "open" if gap.open else "bridged", gap.untested or "a test")
        for gap, names in gaps().items()
    ]
    return (
        "# Engines\n\n"
        "Audit, signals, labels and scores run in the engine that holds the tables. **Executed**: tests run them in it "
        "and compare every figure with DuckDB's, to nine digits. **Emulated**: its statements run in an emulator, and "
        "give the same to nine digits. **Compiled**: nobody here has run their statements. Every statement for an "
        "engine that is emulated or compiled is compared, by the fingerprints in `tests/golden`, at every change.\n\n"
        + _table(("engine", "address", "tested", "`--write-to`"), engines)
        + "\n## What engines do differently\n\n"
        "Where a test shows it, the test fails once the engine does as the others do: the list cannot go stale.\n\n"
        + _table(("engine", "what", "why", "what is done instead", "state", "shown by"), found)
    )


def _signals() -> str:
    rows = [(f"`{s.name}`", s.dimension, s.unit, s.null_policy, s.meaning) for s in SIGNAL_CATALOGUE.values()]
    return (
        "# Signals\n\n"
        "One model input each, computed for every customer at every anchor from days before `as_of` only. A missing "
        "value means **zero** where inactivity means none of it, and **unknown** where nothing may be concluded. "
        "A signal that the source does not measure, or that is the same for everybody, is left out of everything.\n\n"
        + _table(("signal", "dimension", "unit", "missing means", "what it is"), rows)
    )


def _tables() -> str:
    groups = (
        ("Output tables", "Written to `tables/` as CSV and Parquet.", OUTPUTS),
        ("Intermediate tables", "How the steps of the flow meet; one row a customer and window.", INTERMEDIATE),
        ("Canonical tables", "What a source turns its own tables into.", CANONICAL),
    )
    text = "# Tables\n\nEvery declared table: its key, and its columns with type, unit and whether they may be null.\n"
    for title, purpose, tables in groups:
        text += f"\n## {title}\n\n{purpose}\n" + "".join(_declared(table) for table in tables.values())
    return text


def _declared(table: Table) -> str:
    rows = [(f"`{c.name}`", c.type, c.unit or _EMPTY, "yes" if c.nullable else "no", c.meaning) for c in table.columns]
    key = ", ".join(f"`{name}`" for name in table.key) or "none"
    further = f"\nFurther columns: {table.extra}.\n" if table.extra else ""
    head = f"\n### {table.name}\n\n{_sentence(table.purpose)} Key: {key}.\n\n"
    return head + _table(("column", "type", "unit", "null", "meaning"), rows) + further


def _configuration() -> str:
    schema = Config.model_json_schema()
    text = (
        "# Configuration\n\n"
        "Settings of `valuecast.yaml`, and of `valuecast.configure(...)` in Python. Only `source` must be given. "
        "A setting that is not listed here is refused. A relative `source` is looked up beside the file.\n\n"
    )
    return text + _table(("setting", "allowed", "default", "meaning"), list(_settings(Config, schema, schema, "")))


def _settings(
    model: type[BaseModel], node: dict[str, Any], root: dict[str, Any], prefix: str
) -> Iterator[tuple[str, ...]]:
    for name, field in model.model_fields.items():
        kind = field.annotation
        part = node["properties"][name]
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield from _settings(kind, _resolved(part, root), root, f"{prefix}{name}.")
            continue
        default = "must be given" if field.is_required() else _plain(field.get_default(call_default_factory=True))
        yield f"`{prefix}{name}`", _allowed(part, root), default, field.description or ""


def _resolved(part: dict[str, Any], root: dict[str, Any]) -> dict[str, Any]:
    reference = part.get("$ref") or next((item["$ref"] for item in part.get("allOf", []) if "$ref" in item), "")
    found: dict[str, Any] = root["$defs"][reference.rsplit("/", 1)[-1]] if reference else part
    return found


def _allowed(part: dict[str, Any], root: dict[str, Any]) -> str:
    part = _resolved(part, root)
    if "anyOf" in part:
        return " or ".join(_allowed(item, root) for item in part["anyOf"] if item.get("type") != "null")
    if "enum" in part:
        return ", ".join(f"`{value}`" for value in part["enum"])
    kind = part.get("type", "")
    if kind == "array":
        return "list of " + _allowed(part["items"], root)
    if kind == "object":
        inner = part.get("additionalProperties")
        names = part.get("propertyNames", {})
        keys = " (" + ", ".join(f"`{value}`" for value in names["enum"]) + ")" if "enum" in names else ""
        return f"name{keys}: " + (_allowed(inner, root) if isinstance(inner, dict) else "value")
    words = {"integer": "whole number", "number": "number", "string": "text", "boolean": "true or false"}
    bounds = [
        f"{word} {part[bound]}"
        for bound, word in (
            ("exclusiveMinimum", "above"),
            ("minimum", "from"),
            ("exclusiveMaximum", "below"),
            ("maximum", "up to"),
        )
        if bound in part
    ]
    return " ".join(["date" if part.get("format") == "date" else words.get(kind, kind), *bounds])


def _command_line() -> str:
    text = (
        "# Command line\n\n"
        "Exit codes: 0 done, 1 unexpected failure, 2 usage or configuration, 3 the data cannot support the run, "
        "130 interrupted. Progress and remarks go to standard error, results to standard output.\n"
    )
    for name, command in commands().items():
        rows = [
            (
                ", ".join(f"`{spelling}`" for spelling in option.opts),
                "" if option.is_flag else "must be given" if option.required else _default(option),
                option.help or "",
            )
            for option in command.params
            if option.name != "help"
        ]
        text += f"\n## valuecast {name}\n\n{_sentence(command.help or '')}\n\n"
        text += _table(("option", "default", "meaning"), rows)
        if command.epilog:
            text += f"\n{command.epilog.replace('Example: ', 'Example: `', 1)}`\n"
    return text


def _default(option: Any) -> str:
    value = option.default
    if value is None:
        return _EMPTY
    return f"`{value:%Y-%m-%d}`" if hasattr(value, "strftime") else f"`{value}`"


def _scores() -> str:
    text = (
        "# Scores\n\n"
        "A score is a number computed from signals by a written rule. All are given for every active customer, with "
        "what each part added, and all are backtested beside the models.\n\n## What they share\n\n"
        + _docstring(Additive)
        + "\n\nScalings, always within a window and over active customers: `min_max` 0 for the worst to 1 for the "
        "best; `percentile` the share below plus half the share of equals; `quintile` 1 to 5 by that percentile; "
        "`standard` distance from the mean in standard deviations. A part takes the first of its signals that has "
        "data. Weights can be replaced in the configuration, under `weights`.\n"
    )
    ours = [score for score in installed() if type(score).__module__.startswith("valuecast.")]
    for score in ours:
        text += f"\n## {score.name}\n\n{_docstring(type(score))}\n\n"
        rows = [
            (
                part.name,
                part.dimension,
                ", ".join(f"`{signal}`" for signal in part.signals),
                "learned" if part.weight is None else f"{part.weight:.4g}",
                part.scaling,
                "by the sign of ρ" if part.weight is None else "more" if part.higher_is_better else "less",
            )
            for part in score.parts
        ]
        text += _table(("part", "dimension", "signals, first usable", "weight", "scaling", "better"), rows)
        replaceable = ", ".join(f"`{name}`" for name in sorted(score.weight_names)) or "none: they are learned"
        text += f"\nWeights that the configuration may replace: {replaceable}.\n"
    return text


def _findings() -> str:
    rows = [
        (
            f"`{kind.code}`",
            kind.severity + (", can stop" if kind.stops else ""),
            ENTRIES[kind.code].meaning,
            _sentence(ENTRIES[kind.code].consequence),
            _sentence(ENTRIES[kind.code].remedy),
        )
        for kind in FINDINGS.values()
    ]
    return (
        "# Findings\n\n"
        "What the audit can say. An **error** costs part of the assessment, and one that *stops* rules out evidence "
        "altogether (exit code 3, with today's scores all the same where there is anybody to score); a **warning** "
        "weakens it; a **note** is for the reader to know. A finding of a run adds the numbers, and may be milder or "
        "graver than its kind and say why.\n\n"
        + _table(("code", "severity", "what was seen", "what it does to the assessment", "what to do about it"), rows)
    )


def _playbooks() -> str:
    rows = [
        (f"`{p.name}`", p.when, p.action, p.owner, f"{p.deadline_days} days", f"{p.hours:g} h", p.measure)
        for p in PLAYBOOKS.values()
    ]
    rule = [(r["tier"], r["trend_class"], f"`{r['playbook']}`", r["advice"]) for r in grid().to_pylist()]
    return (
        "# Playbooks\n\n"
        "Every customer gets one. Hours are planning figures for the team to replace; the value at stake says how much "
        "may move, not what the action will achieve.\n\n"
        + _table(("playbook", "for whom", "what to do", "who", "by when", "time", "success is"), rows)
        + "\n## Tier by trend\n\nWhat applies when none of the overriding rules above does (new, unhappy, silent, "
        "dormant, predicted high-value). A trend counts as Up or Down only where the class and the forecast "
        "agree: Down with a forecast below the past value, Up with one above it. Otherwise it counts as Flat.\n\n"
        + _table(("tier", "trend", "playbook", "in one line"), rule)
    )


def _faults() -> str:
    rows = [
        (f"`{name}`", ", ".join(f"`{t}`" for t in fault.tables) or "the company itself", fault.description)
        for name, fault in FAULTS.items()
    ]
    return (
        "# Faults of the simulator\n\n"
        "Put in with `valuecast simulate --fault NAME`, which may be repeated; applied in this order.\n\n"
        + _table(("fault", "spoils", "what it does"), rows)
    )


def _steps() -> str:
    run = "`valuecast.pipeline.RUN`, in order: a step is a function; it reads what its parameters name, and what it "
    run += "gives has its name. What stands in brackets may be missing; where anything else is, the step is skipped."
    added = tuple(step for step in REFRESH if step not in RUN)
    refresh = "`valuecast.pipeline.REFRESH` is a run with these; `cache` says where the last run left its state."
    snapshot = "`valuecast.pipeline.SNAPSHOT`, for tables of customer360, without dated rows."
    head = ("step", "what it does", "reads")
    parts = (
        ("# Steps of a run", run, RUN),
        ("## Steps of an audit", "`valuecast.pipeline.AUDIT`.", AUDIT),
        ("## Steps for a snapshot", snapshot, SNAPSHOT),
        ("## Steps that a refresh adds", refresh, added),
    )
    return "\n".join(f"{title}\n\n{said}\n\n{_table(head, _listed(steps))}" for title, said, steps in parts)


def _listed(steps: Iterable[Step]) -> list[tuple[str, ...]]:
    return [
        (f"`{step.name}`", step.says, ", ".join(f"`{r}`" if r in step.needs else f"[`{r}`]" for r in step.reads))
        for step in steps
    ]


def _docstring(thing: type) -> str:
    text = inspect.getdoc(thing) or ""
    text = re.split(r"\n\n?(?:Parameters|Attributes)\n-+", text)[0]
    text = re.sub(r":\w+:`~?(?:[\w.]+\.)?(\w+)`", r"`\1`", text)
    return text.replace("``", "`").strip()


def _plain(value: Any) -> str:
    if value is None or value == {}:
        return _EMPTY
    return f"`{', '.join(str(v) for v in value)}`" if isinstance(value, tuple | list) else f"`{value}`"


def _sentence(text: str) -> str:
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "…")) else ".") if text else _EMPTY


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join("| " + " | ".join(str(cell).replace("|", "\\|") for cell in line) + " |\n" for line in lines)


def main(arguments: Sequence[str]) -> int:
    """Write the pages, or with ``--check`` say which differ; 1 when any does."""
    differ = []
    for name, text in pages().items():
        file = FOLDER / name
        if "--check" not in arguments:
            FOLDER.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        elif not file.is_file() or file.read_text(encoding="utf-8") != text:
            differ.append(name)
    sys.stdout.write("".join(f"differs from the code: {name}\n" for name in differ))
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
