"""Tables in Spark, whose workers can do work on rows."""

from __future__ import annotations

from collections.abc import Iterator

import ibis
import pyarrow as pa

from valuecast.engines.warehouse import Warehouse, Work


class SparkWarehouse(Warehouse):
    """Tables in Spark."""

    def map_batches(self, table: ibis.Table, work: Work, shape: pa.Schema) -> Iterator[pa.RecordBatch]:
        """The rows of a table after the workers did some work on them.

        Raises
        ------
        SourceError
            When the workers lack Valuecast or what it needs.
        """
        found: Iterator[pa.RecordBatch] = self.connection.map_batches(table, work, shape)
        return found
