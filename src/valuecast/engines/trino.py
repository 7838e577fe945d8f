"""Trino: its statements are written down."""

from valuecast.engines.addresses import open_address
from valuecast.engines.engine import NEVER_RUN, OWN_HASH_UNSEEN, READ_ONLY, Engine, Gap

TRINO = Engine(
    "Trino",
    "trino://user@host:port/catalog/schema",
    schemes=("trino",),
    tested="compiled",
    read=open_address,
    gaps=(
        OWN_HASH_UNSEEN,
        Gap(
            "the hash of a value in Ibis",
            "Ibis 12 does not know Trino's own function",
            "valuecast refresh refuses, and valuecast run does the whole",
            open=True,
        ),
        NEVER_RUN,
        READ_ONLY,
    ),
)
