"""Options that several commands share, each said once."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

DEFAULT_CONFIG = Path("valuecast.yaml")
SCHEMA, MODE = "valuecast", "replace"

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
Seed = Annotated[int | None, typer.Option(help="Seed of everything random.", min=0)]
WriteSchema = Annotated[str, typer.Option(help="Schema or database for --write-to; made if missing.")]
WriteMode = Annotated[
    str, typer.Option(help="replace: this run alone is in the schema; append: it joins the runs that are there.")
]
