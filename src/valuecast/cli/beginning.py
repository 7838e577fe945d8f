"""Commands for a beginning: a demo, a configuration, a company with known truth. What they need is loaded by them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from valuecast.cli.app import app
from valuecast.cli.console import Console
from valuecast.cli.options import DEFAULT_CONFIG, Json, Quiet
from valuecast.errors import SourceError, UsageError


@app.command(epilog="Example: valuecast demo --out demo")
def demo(
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder for the company and the results.")] = Path("demo"),
    accounts: Annotated[int, typer.Option(help="Accounts of the company.", min=1)] = 1000,
    seed: Annotated[int, typer.Option(help="Seed of the company.", min=0)] = 7,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Simulate a small company, run everything, write and name the report."""
    from valuecast import store
    from valuecast.cli import results
    from valuecast.config import parse
    from valuecast.simulate import Company, simulate

    console = Console(quiet or json)
    store.check_writable(out / "results")
    company = Company(accounts=accounts, seed=seed)
    with console.progress(1) as begin:
        begin("simulating a company")
        simulate(company, out / "company")
    config = parse({"source": str(out / "company"), "kind": "pendo"})
    assessment = results.assess(config, out / "results", console)
    results.finish(assessment, out / "results", console, json)


@app.command(epilog="Example: valuecast init --source warehouse.duckdb")
def init(
    source: Annotated[str, typer.Option("--source", "-s", help="A database file, a folder, or an Ibis address.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="File to write.")] = DEFAULT_CONFIG,
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it is there.")] = False,
) -> None:
    """Look at a database or folder, write valuecast.yaml with what was found."""
    from valuecast import engines, sources, store
    from valuecast.cli.settings_file import PLACEHOLDER, written

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
    if found.list_of:
        raise sources.only_a_list(engines.redacted(source), found)
    store.write_text(out, text)
    console = Console()
    console.say(text.rstrip(), f"written to {out}")
    if found.missing:
        roles = " and ".join(f"events.{role}" for role in found.missing)
        console.say(f"not known: {roles}. Replace {PLACEHOLDER} in {out} by one of the columns listed there")
    console.say(f"next: valuecast audit --config {out}")


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
    from valuecast.cli import views
    from valuecast.simulate import FAULTS, Company, simulate

    console = Console(quiet)
    if fault and "list" in fault:
        views.faults(console, FAULTS)
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
