"""Where the results of a command go: a folder, an engine, the screen; each whole or not there."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

import typer

from valuecast import engines, pipeline, report, store
from valuecast.cli import views
from valuecast.cli.console import Console, as_json
from valuecast.cli.options import MODE, SCHEMA
from valuecast.config import Config
from valuecast.errors import UsageError
from valuecast.pipeline import RUN, Assessment


def check_place(write_to: str | None, schema: str, mode: str) -> None:
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


def assess(
    config: Config,
    out: Path,
    console: Console,
    opened: engines.Warehouse | None = None,
    write_to: str | None = None,
    schema: str = "",
    mode: str = "replace",
) -> Assessment:
    """Run the whole flow, and deliver what it gave."""
    with console.progress(len(RUN) + 1) as begin:
        assessment = pipeline.run(config, begin, opened)
        begin("drawing and writing the report")
        deliver(assessment, out, write_to, schema, mode)
    return assessment


def deliver(assessment: Assessment, out: Path, write_to: str | None, schema: str, mode: str) -> None:
    """Results folder and schema, each whole or not there."""
    with store.staged(out) as folder:
        assessment.write(folder)
        report.write(folder)
        if write_to:
            (folder / "warehouse").mkdir()
            store.describe(folder / "warehouse", assessment.tables, schema)
            with closing(engines.open_destination(write_to, schema)) as destination:
                engines.publish(destination, assessment.tables, assessment.manifest, mode)


def finish(
    assessment: Assessment, out: Path, console: Console, machine: bool, refreshed: dict[str, Any] | None = None
) -> None:
    """Show the results and where they lie, and leave with their exit code."""
    if machine:
        further = {"out": str(out)} | ({"refreshed": refreshed} if refreshed else {})
        as_json(views.findings_json(assessment) | views.metrics_json(assessment) | further)
    else:
        views.findings(console, assessment, stopping=not assessment.supported)
        views.summary(console, assessment)
        console.say(f"report:  {out / 'report.html'}", f"tables:  {out / 'tables'}", f"charts:  {out / 'charts'}")
    leave(assessment)


def leave(assessment: Assessment) -> None:
    """Exit code 3 where there can be no evidence."""
    if not assessment.supported:
        raise typer.Exit(3)
