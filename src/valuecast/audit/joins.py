"""The match rate of one join, and the findings that follow from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import ibis

from valuecast.contracts import Finding, InputTable, Join

NOTHING = 0.01
"""Up to this share of matches, a join matches (almost) nothing."""
NEARLY_ALL = 0.95
"""From this share of matches on, a join is as expected."""


def measure(join: Join, inputs: Sequence[InputTable]) -> dict[str, object]:
    """Distinct ids on both sides and those found in both: one row of contract ``joins``."""
    tables = {table.name: table.table for table in inputs}
    left, right = _ids(tables[join.left], join.left_column), _ids(tables[join.right], join.right_column)
    matched = left.semi_join(right, "id")
    counts = [int(t.count().to_pyarrow().as_py()) for t in (left, right, matched)]
    return {
        "left": f"{join.left}.{join.left_column}",
        "right": f"{join.right}.{join.right_column}",
        "left_ids": counts[0],
        "right_ids": counts[1],
        "matched_ids": counts[2],
        "match_rate": counts[2] / counts[0] if counts[0] else None,
    }


def findings(join: Join, row: dict[str, object]) -> Iterator[Finding]:
    """An error where (almost) nothing matches, a warning where a good part does not."""
    rate = row["match_rate"]
    if not isinstance(rate, float) or rate >= NEARLY_ALL:
        return
    evidence = f"{row['matched_ids']:,} of {row['left_ids']:,} ids ({rate:.1%}) are found in {row['right']}"
    lost = f"{', '.join(join.dimensions)} rest on it" if join.dimensions else "names and attributes rest on it"
    unmatched = int(str(row["left_ids"])) - int(str(row["matched_ids"]))
    if rate <= NOTHING:
        yield Finding(
            "join_matches_nothing",
            "error",
            join.left,
            join.left_column,
            evidence,
            f"{lost}: what cannot be matched is left out, and no score counts it as zero",
            "compare the ids of the two tables: case, blanks, prefixes, another system's key",
            unmatched,
            dimensions=join.dimensions,
        )
    else:
        yield Finding(
            "join_partial",
            "warning",
            join.left,
            join.left_column,
            evidence,
            f"{lost}: it covers the matched part only",
            "compare the unmatched ids of the two tables",
            unmatched,
            dimensions=join.dimensions,
        )


def _ids(table: ibis.Table | None, column: str) -> ibis.Table:
    if table is None:
        raise ValueError("a join names a table that is not there")
    ids = table.select(id=table[column])
    return ids.filter(ids.id.notnull()).distinct()
