"""What results written to an engine have beside the output tables: a column for the run, and a table of runs."""

from __future__ import annotations

from valuecast.contracts.table import Column, Table

RUN_ID = "run_id"
RUN = Column(RUN_ID, "string", "the run that the row belongs to")
RUNS = Table(
    "runs",
    "every run whose results are in the schema",
    (RUN_ID,),
    (
        Column(RUN_ID, "string", "fingerprint of settings, day, version and input: the same run has the same"),
        Column("as_of", "string", "the day before which data were used", nullable=True),
        Column("grain", "string", "who is assessed: account or visitor", nullable=True),
        Column("kind", "string", "what the input tables are"),
        Column("source", "string", "where they were read, without secrets"),
        Column("config_hash", "string", "fingerprint of the settings"),
        Column("version", "string", "version of Valuecast"),
        Column("inputs", "string", "input tables with rows and fingerprints, as JSON"),
        Column("tables", "string", "tables that the run wrote, as JSON"),
    ),
)
