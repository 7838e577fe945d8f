"""The application: what stands before a command."""

from __future__ import annotations

from importlib import metadata
from typing import Annotated

import typer

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
