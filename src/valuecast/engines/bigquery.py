"""BigQuery: its statements are written down."""

from valuecast.engines.addresses import open_address
from valuecast.engines.engine import NEVER_RUN, OWN_HASH_UNSEEN, READ_ONLY, Engine

BIGQUERY = Engine(
    "BigQuery",
    "bigquery://project/dataset",
    schemes=("bigquery",),
    tested="compiled",
    read=open_address,
    gaps=(OWN_HASH_UNSEEN, NEVER_RUN, READ_ONLY),
)
