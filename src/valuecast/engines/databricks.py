"""Databricks: its statements are written down; by Spark Connect it is Spark."""

from valuecast.engines.addresses import open_address
from valuecast.engines.engine import NEVER_RUN, OWN_HASH_UNSEEN, Engine, Gap

DATABRICKS = Engine(
    "Databricks",
    "databricks://…, or Spark Connect: sc://…",
    schemes=("databricks",),
    tested="compiled",
    read=open_address,
    writes="through Spark Connect",
    gaps=(
        Gap(
            "white space in a statement",
            "as on Spark; and the connection is Ibis' own",
            "connect to it as Spark, by sc://; over databricks:// ids of the letters v and f alone count as blank",
            open=True,
        ),
        OWN_HASH_UNSEEN,
        NEVER_RUN,
    ),
)
