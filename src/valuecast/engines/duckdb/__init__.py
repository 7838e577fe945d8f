"""DuckDB, embedded in this process: what files and folders are read with, and a file that results can go to."""

from valuecast.engines.duckdb.reading import read
from valuecast.engines.duckdb.writing import open_file, writer
from valuecast.engines.engine import OWN_HASH, Engine, Gap, Writing

DUCKDB = Engine(
    "DuckDB",
    "a file, or a folder of Parquet or CSV",
    schemes=("", "duckdb", "sqlite"),
    tested="executed",
    read=read,
    writes="all or nothing, one transaction",
    writing=Writing(open_file, writer),
    drivers=("duckdb", "_duckdb"),
    messages={
        "disk": ("failed to offload",),
        "memory": ("exceeds limit",),
        "missing": ("no files found",),
    },
    gaps=(
        Gap(
            "NaN in a Parquet file",
            "its statistics leave NaN out, so that isnan is false where they look finite",
            "a difference that only finite numbers survive: portable.finite",
        ),
        OWN_HASH,
    ),
)
