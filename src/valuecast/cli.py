"""The command line: ``valuecast demo | init | audit | run | refresh | backtest | simulate``.

Exit codes: 0 done, 1 unexpected failure, 2 usage or configuration, 3 the data cannot support the run,
130 interrupted.
"""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import closing
from dataclasses import asdict
from datetime import datetime
from importlib import metadata
from pathlib import Path
from typing import Annotated, Any

import typer

from valuecast import engines, pipeline, report, sources, store
from valuecast.config import Config, EventsMapping, load, parse
from valuecast.console import Console, as_json, findings_json, metrics_json
from valuecast.errors import ConfigurationError, SourceError, UsageError, nearest
from valuecast.leaving import leave
from valuecast.pipeline import REFRESH, RUN, Assessment, Cache
from valuecast.settings_file import PLACEHOLDER, written
from valuecast.simulate import FAULTS, Company, simulate

COMMANDS = ("demo", "init", "audit", "run", "refresh", "backtest", "simulate")
DEFAULT_CONFIG = Path("valuecast.yaml")
SCHEMA, MODE = "valuecast", "replace"

app = typer.Typer(
    name="valuecast",
    help="Which customers are valuable, which will be, which are slipping, why, and what to do: "
    "with evidence measured on months it had not seen.",
    epilog="Start with: valuecast demo. With your own tables: valuecast init --source FOLDER, then valuecast run.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)

Source = Annotated[
    str | None,
    typer.Option(
        "--source",
        "-s",
        help="DuckDB or SQLite file, folder or file of Parquet or CSV, or an address: postgres://user@host/db, "
        "spark://MASTER?database=NAME or ?folder=PATH, sc://host:port?database=NAME for Spark Connect.",
    ),
]
Kind = Annotated[
    str | None, typer.Option("--kind", "-k", help="pendo, events or customer360; told from the tables when left out.")
]
AsOf = Annotated[
    datetime | None,
    typer.Option("--as-of", formats=["%Y-%m-%d"], help="Use data before this day; default: the end of the data."),
]
Grain = Annotated[str | None, typer.Option("--grain", "-g", help="auto, account or visitor.")]
Map = Annotated[
    list[str] | None,
    typer.Option("--map", "-m", help="For events: role=column, such as customer_id=client, time=date, amount=dollars."),
]
ConfigFile = Annotated[
    Path | None, typer.Option("--config", "-c", help="Configuration; default: valuecast.yaml, when there is one.")
]
FixIds = Annotated[
    bool, typer.Option("--fix-ids", help="Join ids spelt alike where the audit finds that this gains matches.")
]
WriteTo = Annotated[
    str | None,
    typer.Option(
        "--write-to",
        help="Also write the tables into an engine: a DuckDB file, postgres://user@host/db, spark://MASTER, sc://host.",
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress.")]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object for a machine, and nothing else.")]


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"valuecast {metadata.version('valuecast')}")
        raise typer.Exit


@app.callback()
def every(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version, and stop.")
    ] = False,
) -> None:
    """Options that stand before a command."""


@app.command(epilog="Example: valuecast demo --out demo")
def demo(
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder for the company and the results.")] = Path("demo"),
    accounts: Annotated[int, typer.Option(help="Accounts of the company.", min=1)] = 1000,
    seed: Annotated[int, typer.Option(help="Seed of the company.", min=0)] = 7,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Simulate a small company, run everything, write and name the report."""
    console = Console(quiet or json)
    store.check_writable(out / "results")
    company = Company(accounts=accounts, seed=seed)
    with console.progress(1) as begin:
        begin("simulating a company")
        simulate(company, out / "company")
    config = parse({"source": str(out / "company"), "kind": "pendo"})
    assessment = _assess(config, out / "results", console)
    _finish(assessment, out / "results", console, json)


@app.command(epilog="Example: valuecast init --source warehouse.duckdb")
def init(
    source: Annotated[str, typer.Option("--source", "-s", help="A database file, a folder, or an Ibis address.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="File to write.")] = DEFAULT_CONFIG,
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it is there.")] = False,
) -> None:
    """Look at a database or folder, write valuecast.yaml with what was found."""
    if out.exists() and not force:
        raise UsageError("the file exists", where=str(out), hint="use --force to replace it, or --out to name another")
    warehouse = engines.connect(source)
    try:
        with engines.translate_errors(source):
            found = sources.detect(warehouse)
        text = written(source, warehouse, found)
    finally:
        warehouse.close()
    if not found.possible:
        raise SourceError(
            "no table can be a log of who did something when",
            where=engines.redacted(source),
            got="; ".join(f"{name}: {', '.join(columns)}" for name, columns in [*found.columns.items()][:5]),
            expected="a table with a column that names the customer and one with the day",
            hint="give the table of events, orders or logins; a list of customers or products has no past",
        )
    store.write_text(out, text)
    console = Console()
    console.say(text.rstrip(), f"written to {out}")
    if found.missing:
        roles = " and ".join(f"events.{role}" for role in found.missing)
        console.say(f"not known: {roles}. Replace {PLACEHOLDER} in {out} by one of the columns listed there")
    console.say(f"next: valuecast audit --config {out}")


@app.command(epilog="Example: valuecast audit --source warehouse.duckdb")
def audit(
    source: Source = None,
    kind: Kind = None,
    as_of: AsOf = None,
    grain: Grain = None,
    mapping: Map = None,
    config: ConfigFile = None,
    fix_ids: FixIds = False,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """What can this data support? Exit code 3 when an error finding stops a run."""
    console = Console(quiet or json)
    settings, opened = _settings(config, source, kind, as_of, grain, mapping, None, console, fix_ids=fix_ids)
    with console.progress(len(RUN)) as begin:
        assessment = pipeline.audit(settings, begin, opened)
    if json:
        as_json(findings_json(assessment))
    else:
        console.findings_table(assessment)
        console.plan(assessment)
        console.left_to_run(assessment)
    _leave(assessment)


@app.command(epilog="Example: valuecast run --source warehouse.duckdb --out results")
def run(
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder for the results.")] = Path("results"),
    source: Source = None,
    kind: Kind = None,
    as_of: AsOf = None,
    grain: Grain = None,
    mapping: Map = None,
    seed: Annotated[int | None, typer.Option(help="Seed of everything random.", min=0)] = None,
    config: ConfigFile = None,
    fix_ids: FixIds = False,
    quiet: Quiet = False,
    json: Json = False,
    write_to: WriteTo = None,
    write_schema: Annotated[str, typer.Option(help="Schema or database for --write-to; made if missing.")] = SCHEMA,
    write_mode: Annotated[
        str, typer.Option(help="replace: this run alone is in the schema; append: it joins the runs that are there.")
    ] = MODE,
) -> None:
    """The whole flow: tables, charts and report in one folder. Exit code 3 when there can be no evidence."""
    console = Console(quiet or json)
    store.check_writable(out)
    _check_place(write_to, write_schema, write_mode)
    settings, opened = _settings(config, source, kind, as_of, grain, mapping, seed, console, fix_ids=fix_ids)
    assessment = _assess(settings, out, console, opened, write_to, write_schema, write_mode)
    if write_to:
        console.say(f"written to {engines.redacted(write_to)}, schema {write_schema}, as run {_run_id(assessment)}")
    _finish(assessment, out, console, json)


@app.command(epilog="Example: valuecast refresh --source warehouse.duckdb --out results")
def refresh(
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder for the results.")] = Path("results"),
    state: Annotated[
        Path | None,
        typer.Option("--state", help="Folder for what the next refresh takes over; default: beside --out, .state."),
    ] = None,
    source: Source = None,
    kind: Kind = None,
    as_of: AsOf = None,
    grain: Grain = None,
    mapping: Map = None,
    seed: Annotated[int | None, typer.Option(help="Seed of everything random.", min=0)] = None,
    config: ConfigFile = None,
    fix_ids: FixIds = False,
    full: Annotated[bool, typer.Option("--full", help="Take nothing over; leave a state all the same.")] = False,
    quiet: Quiet = False,
    json: Json = False,
    write_to: WriteTo = None,
    write_schema: Annotated[str, typer.Option(help="Schema or database for --write-to; made if missing.")] = SCHEMA,
    write_mode: Annotated[
        str, typer.Option(help="replace: this run alone is in the schema; append: it joins the runs that are there.")
    ] = MODE,
) -> None:
    """The next run, computing only what changed: the same results as run, and exit code 3 like it."""
    console = Console(quiet or json)
    beside = out.expanduser().absolute()
    kept = state or beside.parent / f"{beside.name}.state"
    store.check_apart(out, kept)
    store.check_writable(out)
    store.check_writable(kept, "state")
    _check_place(write_to, write_schema, write_mode)
    settings, opened = _settings(config, source, kind, as_of, grain, mapping, seed, console, fix_ids=fix_ids)
    results = "" if write_to or json else store.fingerprint_of_all(out)
    with store.staged(kept, "state") as folder, console.progress(len(REFRESH) + 1) as begin:
        found = pipeline.refresh(settings, Cache(None if full else kept, folder, results), begin, opened)
        if found.assessment is not None:
            begin("drawing and writing the report")
            _deliver(found.assessment, out, write_to, write_schema, write_mode)
            facts = {"results": store.fingerprint_of_all(out), "supported": found.assessment.supported}
            store.write_state(folder, {**found.kept.facts, **facts}, found.kept.fingerprints)
    if not json:
        console.refreshed(found.refreshed, stays=settings.backtest_from == "month")
    if found.assessment is None:
        console.say(f"report:  {out / 'report.html'}")
        raise typer.Exit(0 if found.refreshed.supported else 3)
    _finish(found.assessment, out, console, json, asdict(found.refreshed))


@app.command(epilog="Example: valuecast backtest --source warehouse.duckdb")
def backtest(
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Folder for the tables; none are written without it.")
    ] = None,
    source: Source = None,
    kind: Kind = None,
    as_of: AsOf = None,
    grain: Grain = None,
    mapping: Map = None,
    seed: Annotated[int | None, typer.Option(help="Seed of everything random.", min=0)] = None,
    config: ConfigFile = None,
    circular: Annotated[
        bool, typer.Option("--circular", help="Also the circular set-up, under that name, to show what it inflates.")
    ] = False,
    fix_ids: FixIds = False,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Only the evidence: how each score, model and trend method did on months it had not seen."""
    console = Console(quiet or json)
    if out:
        store.check_writable(out)
    settings, opened = _settings(config, source, kind, as_of, grain, mapping, seed, console, fix_ids=fix_ids)
    settings = settings.model_copy(update={"circular": True}) if circular else settings
    with console.progress(len(RUN)) as begin:
        assessment = pipeline.run(settings, begin, opened)
    if out:
        with store.staged(out) as folder:
            assessment.only(EVIDENCE).write(folder)
    if json:
        as_json(metrics_json(assessment))
    else:
        console.metrics(assessment)
        console.circular(assessment)
        console.findings(assessment, stopping=True)
        if out:
            console.say(f"tables: {out / 'tables'}")
    _leave(assessment)


@app.command("simulate", epilog="Example: valuecast simulate --out company --fault duplicate_keys")
def simulate_company(
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder to write.")] = Path("company"),
    accounts: Annotated[int, typer.Option(help="Accounts.", min=1)] = 1000,
    visitors: Annotated[
        int | None, typer.Option(help="About how many visitors; 40 an account by default.", min=1)
    ] = None,
    months: Annotated[int, typer.Option(help="Months of daily data.", min=1)] = 18,
    end: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="Last day with data.")] = datetime(2024, 10, 31),  # noqa: DTZ001
    seed: Annotated[int, typer.Option(help="Same settings and seed, same files.", min=0)] = 7,
    fault: Annotated[
        list[str] | None, typer.Option(help="Fault to put in; may be repeated. 'list' shows them.")
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Write a data set with known truth."""
    console = Console(quiet)
    if fault and "list" in fault:
        console.faults(FAULTS)
        return
    company = Company(
        accounts=accounts, visitors=visitors, months=months, end=end.date(), seed=seed, faults=tuple(fault or ())
    )
    with console.progress(None) as begin:
        written_to = simulate(company, out, begin)
    console.say(
        *(f"{name}: {rows:,} rows" for name, rows in written_to.rows.items()),
        f"written to {out}; the truth beside it in {out / 'truth'}",
        f"next: valuecast run --source {out}",
    )


def _check_place(write_to: str | None, schema: str, mode: str) -> None:
    """Whether results can be written where they are asked for.

    To be asked before the source is opened: two clusters at once are too many for one process.
    """
    if write_to:
        with closing(engines.open_destination(write_to, schema)) as destination:
            engines.check_destination(destination, mode)
    elif (schema, mode) != (SCHEMA, MODE):
        raise UsageError(
            "nothing is written to an engine",
            where="--write-schema, --write-mode",
            got=f"{schema}, {mode}",
            expected="--write-to with them",
            hint="name the engine: --write-to results.duckdb",
        )


EVIDENCE = (
    "findings",
    "inventory",
    "joins",
    "coverage",
    "hv_predictions_testset",
    "feature_importances",
    "dimension_importances",
    "ablation",
    "backtest_windows",
    "backtest_metrics",
    "backtest_differences",
    "circular",
    "calibration",
)


def main(arguments: list[str] | None = None) -> None:
    """Entry point."""
    leave(app, COMMANDS, sys.argv[1:] if arguments is None else arguments)


def _settings(
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
        return load(chosen, given), None
    if source is None:
        raise ConfigurationError(
            "no source was given", expected="--source, or a valuecast.yaml here", hint="try: valuecast demo"
        )
    if kind is not None:
        return parse(given), None
    warehouse = engines.connect(source)
    try:
        with engines.translate_errors(source):
            told = _told_from_tables(warehouse, given, console)
        return parse(given | told), warehouse
    except BaseException:
        warehouse.close()
        raise


def _told_from_tables(warehouse: engines.Warehouse, given: dict[str, Any], console: Console) -> dict[str, Any]:
    found = sources.detect(warehouse)
    told: dict[str, Any] = {"kind": found.kind}
    if found.kind == "events":
        told["events"] = {**found.mapping, **given.get("events", {})}
        if found.equals and "table" not in given.get("events", {}):
            raise ConfigurationError(
                "which table is the log is not said",
                where="events.table",
                got="tables that would do equally well",
                expected="one of " + ", ".join(sorted([found.mapping["table"], *found.equals])[:20]),
                hint=f"say it: --map table={found.mapping['table']}; parts of one log go into one file or table first",
            )
        console.note("taken for a log: " + ", ".join(f"{role} is {column}" for role, column in told["events"].items()))
    return told


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


def _assess(
    config: Config,
    out: Path,
    console: Console,
    opened: engines.Warehouse | None = None,
    write_to: str | None = None,
    schema: str = "",
    mode: str = "replace",
) -> Assessment:
    with console.progress(len(RUN) + 1) as begin:
        assessment = pipeline.run(config, begin, opened)
        begin("drawing and writing the report")
        _deliver(assessment, out, write_to, schema, mode)
    return assessment


def _deliver(assessment: Assessment, out: Path, write_to: str | None, schema: str, mode: str) -> None:
    """Results folder and schema, each whole or not there."""
    with store.staged(out) as folder:
        assessment.write(folder)
        report.write(folder)
        if write_to:
            (folder / "warehouse").mkdir()
            store.describe(folder / "warehouse", assessment.tables, schema)
            with closing(engines.open_destination(write_to, schema)) as destination:
                engines.publish(destination, assessment.tables, assessment.manifest, mode)


def _run_id(assessment: Assessment) -> str:
    return engines.run_id(assessment.manifest)


def _finish(
    assessment: Assessment, out: Path, console: Console, machine: bool, refreshed: dict[str, Any] | None = None
) -> None:
    if machine:
        told = {"out": str(out)} | ({"refreshed": refreshed} if refreshed else {})
        as_json(findings_json(assessment) | metrics_json(assessment) | told)
    else:
        console.findings(assessment, stopping=not assessment.supported)
        console.summary(assessment)
        console.say(f"report:  {out / 'report.html'}", f"tables:  {out / 'tables'}", f"charts:  {out / 'charts'}")
    _leave(assessment)


def _leave(assessment: Assessment) -> None:
    if not assessment.supported:
        raise typer.Exit(3)
