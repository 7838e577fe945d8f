"""Spark: a session in this process, a cluster, or a Spark Connect server."""

from valuecast.engines.engine import OWN_HASH, Engine, Gap, Writing
from valuecast.engines.spark.reading import read
from valuecast.engines.spark.writing import SwitchWriter, open_session

SPARK = Engine(
    "Spark",
    "spark://MASTER?database=NAME, sc://host:port?database=NAME",
    schemes=("spark", "sc"),
    tested="executed",
    read=read,
    writes="all or nothing, one switch",
    writing=Writing(open_session, SwitchWriter),
    drivers=("pyspark", "py4j", "grpc"),
    messages={
        "rights": ("insufficient_permissions",),
        "memory": ("java heap space",),
        "connection": ("unavailable", "py4jnetworkerror", "sparkcontext was shut down", "stopped sparkcontext"),
        "missing": ("table_or_view_not_found", "path_not_found"),
    },
    gaps=(
        Gap(
            "joining bits over rows (bit_or)",
            "Ibis 12 does not know Spark's own function",
            "named in our compiler of Spark",
        ),
        Gap(
            "a number with a point",
            "1.0 in a statement is a decimal, and so is a column made of it",
            "our compiler of Spark casts it; portable.constant where a column is made of one",
        ),
        Gap(
            "white space in a statement",
            "Ibis 12 writes a vertical tab and a form feed as escapes that Spark reads as the letters v and f, so that "
            "ids of these letters alone would be blank",
            "our dialect of Spark writes them as they are",
        ),
        Gap(
            "temporary tables",
            "Spark has views and cached rows, not temporary tables",
            "rows kept by a local checkpoint, or by a checkpoint where spark.checkpoint.dir is set",
        ),
        Gap(
            "whole numbers with a null among them",
            "Ibis 12 brings rows out through pandas, which makes them floating point",
            "rows come out as Arrow",
        ),
        Gap(
            "one reading of a common part of a query",
            "Spark computes a part that is used several times as often as it is used",
            "signals and labels are kept; the parts of a score come from one reading of it",
        ),
        Gap(
            "swapping several tables in one transaction",
            "its catalogue has none",
            "tables are views, and one statement decides which generation of rows all of them show",
        ),
        OWN_HASH,
        Gap(
            "the hash of a value in Ibis",
            "Ibis 12 takes the one of 32 bits, and takes it for a bigint",
            "our compiler of Spark takes xxhash64",
        ),
    ),
)
