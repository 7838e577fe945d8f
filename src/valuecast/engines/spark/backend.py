"""Ibis on Spark, with the three things that a run needs and that Ibis 12 does otherwise.

Tables that are computed once and kept; results and tables of ours carried as Arrow rather than through pandas, which
turns whole numbers with a null among them into floating point; and a connection that ends no session of another's.
Beside them, work on rows that is done by the workers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import ibis
import ibis.expr.operations as ops
import pyarrow as pa
from ibis.backends.pyspark import Backend
from ibis.backends.pyspark.datatypes import PySparkSchema
from ibis.backends.sql.compilers.pyspark import PySparkCompiler
from ibis.backends.sql.dialects import PySpark
from ibis.formats.pyarrow import PyArrowData

from valuecast.errors import SourceError


class SparkText(PySpark):  # type: ignore[misc]
    """Spark's way of writing texts: of an escaped bell, vertical tab or form feed it would read the letter."""


SparkText.ESCAPED_SEQUENCES = {
    plain: shown for plain, shown in PySpark.ESCAPED_SEQUENCES.items() if plain not in "\a\v\f"
}


class SparkCompiler(PySparkCompiler):  # type: ignore[misc]
    """What Spark has and Ibis 12 does not know of."""

    dialect = SparkText

    SIMPLE_OPS = {ops.BitAnd: "bit_and", ops.BitOr: "bit_or", ops.BitXor: "bit_xor"}  # noqa: RUF012  (read by Ibis)

    def visit_Hash(self, op: Any, *, arg: Any) -> Any:  # noqa: N802  (named by Ibis)
        """64 bits: Spark's plain hash has 32, and is no bigint as Ibis believes."""
        return self.f.anon.xxhash64(arg)

    def visit_NonNullLiteral(self, op: Any, *, value: Any, dtype: Any) -> Any:  # noqa: N802  (named by Ibis)
        """Numbers with a point are floating point: Spark reads 1.0 as a decimal, and rounds what it is divided by."""
        literal = super().visit_NonNullLiteral(op, value=value, dtype=dtype)
        return self.cast(literal, dtype) if dtype.is_floating() else literal


class SparkBackend(Backend):  # type: ignore[misc]
    """A Spark session as an Ibis backend; made with ``SparkBackend().do_connect(session)``."""

    compiler = SparkCompiler()

    owns_session: bool = True
    """Whether the session ends with the connection."""

    def create_table(
        self, name: str, /, obj: Any = None, *, temp: bool | None = None, overwrite: bool = False, **options: Any
    ) -> ibis.Table:
        """As Ibis; ``temp=True`` computes the rows now and keeps them under a view of this session.

        The rows stay in the executors' memory and, beyond it, on their disks; with ``spark.checkpoint.dir`` in the
        settings of the session they are written there instead and outlive an executor that is lost. Either way
        nothing is computed again, and what is built on them starts from plain rows.
        """
        if not temp:
            return super().create_table(name, obj, temp=None, overwrite=overwrite, **options)
        table = obj if isinstance(obj, ibis.Table) else ibis.memtable(obj)
        self._run_pre_execute_hooks(table)
        frame = self._session.sql(self.compile(table))
        durable = self._session.conf.get("spark.checkpoint.dir", "")
        kept = frame.checkpoint() if durable else frame.localCheckpoint()
        kept.createOrReplaceTempView(name)
        return self.table(name)

    def to_pyarrow(self, expr: Any, /, *, params: Any = None, limit: Any = None, **options: Any) -> Any:
        """Rows as Arrow, in the types of the expression."""
        table = expr.as_table()
        self._run_pre_execute_hooks(table)
        found = self._session.sql(self.compile(table, params=params, limit=limit, **options)).toArrow()
        return expr.__pyarrow_result__(PyArrowData.convert_table(found, table.schema()))

    def to_pyarrow_batches(
        self, expr: Any, /, *, params: Any = None, limit: Any = None, chunk_size: int = 1_000_000, **options: Any
    ) -> pa.RecordBatchReader:
        """As `to_pyarrow`, cut into batches: Spark hands a result over whole, in Arrow."""
        found: pa.Table = self.to_pyarrow(expr.as_table(), params=params, limit=limit, **options)
        return pa.RecordBatchReader.from_batches(found.schema, found.to_batches(max_chunksize=chunk_size))

    def map_batches(self, table: ibis.Table, work: Any, shape: pa.Schema) -> Iterator[pa.RecordBatch]:
        """Have the workers do some work on the rows of a table; only what comes out of it travels.

        Raises
        ------
        SourceError
            When the workers lack Valuecast or what it needs.
        """
        self._run_pre_execute_hooks(table)
        columns = PySparkSchema.from_ibis(ibis.Schema.from_pyarrow(shape))
        worked = self._session.sql(self.compile(table)).mapInArrow(work, columns)
        try:
            found = worked.toArrow()
        except Exception as error:
            missing = re.search(r"No module named '([\w.]+)'", str(error))
            if missing is None:
                raise
            raise SourceError(
                "the workers cannot score customers",
                where="Spark",
                got=f"they lack {missing[1]}",
                expected="the same version of Valuecast on every worker",
                hint="install it there, or name an environment that holds it with spark.archives in the address",
            ) from None
        return iter(found.cast(shape).to_batches())

    def disconnect(self) -> None:
        """End the session when it is ours."""
        if self.owns_session:
            self._session.stop()

    def _register_in_memory_table(self, op: Any) -> None:
        rows: pa.Table = op.data.to_pyarrow(op.schema)
        self._session.createDataFrame(rows).createOrReplaceTempView(op.name)
