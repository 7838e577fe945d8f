"""Commands that assess customers, in whole or in part. What they need is loaded by them."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from valuecast.cli.app import app
from valuecast.cli.console import Console, as_json
from valuecast.cli.options import (
    MODE,
    SCHEMA,
    AsOf,
    ConfigFile,
    FixIds,
    Grain,
    Json,
    Kind,
    Map,
    Quiet,
    Seed,
    Source,
    WriteMode,
    WriteSchema,
    WriteTo,
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
    from valuecast import pipeline
    from valuecast.cli import results, views
    from valuecast.cli.settings import settings_of

    console = Console(quiet or json)
    settings, opened = settings_of(config, source, kind, as_of, grain, mapping, None, console, fix_ids=fix_ids)
    with console.progress(len(pipeline.RUN)) as begin:
        assessment = pipeline.audit(settings, begin, opened)
    if json:
        as_json(views.findings_json(assessment))
    else:
        views.findings(console, assessment)
        views.plan(console, assessment)
        views.left_to_run(console, assessment)
    results.leave(assessment)


@app.command(epilog="Example: valuecast run --source warehouse.duckdb --out results")
def run(
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder for the results.")] = Path("results"),
    source: Source = None,
    kind: Kind = None,
    as_of: AsOf = None,
    grain: Grain = None,
    mapping: Map = None,
    seed: Seed = None,
    config: ConfigFile = None,
    fix_ids: FixIds = False,
    quiet: Quiet = False,
    json: Json = False,
    write_to: WriteTo = None,
    write_schema: WriteSchema = SCHEMA,
    write_mode: WriteMode = MODE,
) -> None:
    """The whole flow: tables, charts and report in one folder. Exit code 3 when there can be no evidence."""
    from valuecast import engines, store
    from valuecast.cli import results
    from valuecast.cli.settings import settings_of

    console = Console(quiet or json)
    store.check_writable(out)
    results.check_place(write_to, write_schema, write_mode)
    settings, opened = settings_of(config, source, kind, as_of, grain, mapping, seed, console, fix_ids=fix_ids)
    assessment = results.assess(settings, out, console, opened, write_to, write_schema, write_mode)
    if write_to:
        run = engines.run_id(assessment.manifest)
        console.say(f"written to {engines.redacted(write_to)}, schema {write_schema}, as run {run}")
    results.finish(assessment, out, console, json)


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
    seed: Seed = None,
    config: ConfigFile = None,
    fix_ids: FixIds = False,
    full: Annotated[bool, typer.Option("--full", help="Take nothing over; leave a state all the same.")] = False,
    quiet: Quiet = False,
    json: Json = False,
    write_to: WriteTo = None,
    write_schema: WriteSchema = SCHEMA,
    write_mode: WriteMode = MODE,
) -> None:
    """The next run, computing only what changed: the same results as run, and exit code 3 like it."""
    from valuecast import pipeline, store
    from valuecast.cli import results, views
    from valuecast.cli.settings import settings_of

    console = Console(quiet or json)
    beside = out.expanduser().absolute()
    kept = state or beside.parent / f"{beside.name}.state"
    store.check_apart(out, kept)
    store.check_writable(out)
    store.check_writable(kept, "state")
    results.check_place(write_to, write_schema, write_mode)
    settings, opened = settings_of(config, source, kind, as_of, grain, mapping, seed, console, fix_ids=fix_ids)
    standing = "" if write_to or json else store.fingerprint_of_all(out)
    with store.staged(kept, "state") as folder, console.progress(len(pipeline.REFRESH) + 1) as begin:
        cache = pipeline.Cache(None if full else kept, folder, standing)
        found = pipeline.refresh(settings, cache, begin, opened)
        if found.assessment is not None:
            begin("drawing and writing the report")
            results.deliver(found.assessment, out, write_to, write_schema, write_mode)
            facts = {"results": store.fingerprint_of_all(out), "supported": found.assessment.supported}
            store.write_state(folder, {**found.kept.facts, **facts}, found.kept.fingerprints)
    if not json:
        views.refreshed(console, found.refreshed, stays=settings.backtest_from == "month")
    if found.assessment is None:
        console.say(f"report:  {out / 'report.html'}")
        raise typer.Exit(0 if found.refreshed.supported else 3)
    results.finish(found.assessment, out, console, json, asdict(found.refreshed))


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
    seed: Seed = None,
    config: ConfigFile = None,
    circular: Annotated[
        bool, typer.Option("--circular", help="Also the circular set-up, under that name, to show what it inflates.")
    ] = False,
    fix_ids: FixIds = False,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Only the evidence: how each score, model and trend method did on months it had not seen."""
    from valuecast import pipeline, store
    from valuecast.cli import results, views
    from valuecast.cli.settings import settings_of

    console = Console(quiet or json)
    if out:
        store.check_writable(out)
    settings, opened = settings_of(config, source, kind, as_of, grain, mapping, seed, console, fix_ids=fix_ids)
    settings = settings.model_copy(update={"circular": True}) if circular else settings
    with console.progress(len(pipeline.RUN)) as begin:
        assessment = pipeline.run(settings, begin, opened)
    if out:
        with store.staged(out) as folder:
            assessment.only(EVIDENCE).write(folder)
    if json:
        as_json(views.metrics_json(assessment))
    else:
        views.metrics(console, assessment)
        views.circular(console, assessment)
        views.findings(console, assessment, stopping=True)
        if out:
            console.say(f"tables: {out / 'tables'}")
    results.leave(assessment)
