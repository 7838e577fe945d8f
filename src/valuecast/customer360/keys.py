"""Key quality, and the one row that is kept of each customer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from valuecast.contracts import Finding, finding, row_note
from valuecast.contracts.customer360 import KEY, TIMESTAMPS, VALUE
from valuecast.customer360.tables import table

RULE = (
    "of the rows with one e-mail (case and outer blanks apart), the latest by timestamp; of rows of the same instant, "
    "the one whose values sort last"
)


@dataclass(frozen=True)
class Kept:
    """A table with one row a customer, and what was dropped."""

    rows: pa.Table
    given: int
    missing: int
    repeated: int
    dropped: int
    most: int
    most_repeated: str


def one_each(rows: pa.Table, name: str) -> Kept:
    """Keep one row of each key by the written rule, sorted by key; rows without a key are left out.

    >>> one_each(pa.table({"primary_email": ["a@x", "A@x ", None]}), "t").dropped
    1
    """
    email = pc.utf8_lower(pc.utf8_trim_whitespace(rows[KEY].cast(pa.string())))
    blank = pc.or_kleene(pc.is_null(email), pc.equal(pc.fill_null(email, ""), ""))
    named = rows.set_column(rows.column_names.index(KEY), KEY, email).filter(pc.invert(blank))
    stamp = [TIMESTAMPS[name]] if TIMESTAMPS.get(name) in named.column_names else []
    others = sorted(set(named.column_names) - {KEY, *stamp})
    # As text, and missing first, so that of equal instants the row with more in it is kept.
    as_text = {column: pc.fill_null(named[column].cast(pa.string()), "") for column in (KEY, *stamp, *others)}
    places = pc.sort_indices(pa.table(as_text), sort_keys=[(column, "ascending") for column in as_text])
    ordered = named.take(places)
    keys = np.array(ordered[KEY].to_pylist(), dtype=object)
    last = np.append(keys[1:] != keys[:-1], True) if len(keys) else np.zeros(0, dtype=bool)
    counts = (
        ordered.group_by(KEY, use_threads=False)
        .aggregate([([], "count_all")])
        .sort_by([("count_all", "descending"), (KEY, "ascending")])
    )
    many = counts.filter(pc.greater(counts["count_all"], 1))
    return Kept(
        ordered.filter(pa.array(last)),
        rows.num_rows,
        rows.num_rows - named.num_rows,
        many.num_rows,
        int((~last).sum()),
        int(many["count_all"][0].as_py()) if many.num_rows else min(named.num_rows, 1),
        str(many[KEY][0].as_py()) if many.num_rows else "",
    )


def key_table(kept: Mapping[str, Kept]) -> pa.Table:
    """Contract ``customer360_keys``."""
    return table(
        "customer360_keys",
        [
            {
                "table": name,
                "key": KEY,
                "rows": k.given,
                "missing": k.missing,
                "distinct": k.rows.num_rows,
                "repeated": k.repeated,
                "most_repeats": k.most,
                "most_repeated": k.most_repeated,
                "dropped": k.dropped,
                "rule": RULE,
                "changes": _changes(name, k),
            }
            for name, k in kept.items()
        ],
    )


def key_findings(kept: Mapping[str, Kept]) -> Iterator[Finding]:
    """Warnings on keys that repeat or are missing."""
    for name, k in kept.items():
        if k.repeated:
            yield finding(
                "repeated_customers",
                name,
                KEY,
                count=k.dropped,
                repeated=k.repeated,
                most_repeated=k.most_repeated,
                most=k.most,
                rows=k.given,
            )
        if k.missing:
            yield finding(
                "keys_missing",
                name,
                KEY,
                count=k.missing,
                rows=k.given,
                share=k.missing / k.given,
                key="e-mail",
            )


def _changes(name: str, kept: Kept) -> str:
    """What keeping one row a key changes, as a row note."""
    if not kept.dropped:
        return row_note("no_key_repeats")
    rows = kept.given - kept.missing
    return row_note("rows_to_customers", rows=rows, customers=kept.rows.num_rows, summed=name == VALUE)
