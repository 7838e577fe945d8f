"""Snowflake: its statements run in an emulator."""

from valuecast.engines.addresses import open_address
from valuecast.engines.engine import OWN_HASH_UNSEEN, READ_ONLY, Engine, Gap

SNOWFLAKE = Engine(
    "Snowflake",
    "snowflake://user@account/database/schema",
    schemes=("snowflake",),
    tested="emulated",
    read=open_address,
    gaps=(
        Gap(
            "running",
            "no account to test with",
            "its statements are run in an emulator (fakesnow), which knows its words and computes with DuckDB: how "
            "Snowflake itself rounds, sorts and plans was not seen",
            open=True,
            untested="no account to run it with",
        ),
        Gap(
            "a pattern that may stand anywhere in a text",
            "its REGEXP_LIKE must match the whole text",
            "Ibis puts .* on either side of the pattern, and lets it match line breaks",
        ),
        OWN_HASH_UNSEEN,
        READ_ONLY,
    ),
)
