"""Which customers are brought out of the engine, where there are more than one machine should hold at a time.

Everybody has the same chance. The chance of each is a number made from its id and the seed, so that the draw does not
depend on the engine or on the order of rows, and that a customer drawn once is drawn again as others come and go
(permanent random numbers: Ohlsson, 1995). Within each stratum, a tenth of value today by a tenth of value in an earlier
window, those with the least numbers are taken, in proportion to its size.

What is learned for a past window must not change because somebody's value did since. It is learned from those whose
number lies below a limit, whatever their value: the same ones until the number of customers passes another doubling of
``most_customers``.
"""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass
from typing import Any

import ibis
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from valuecast.config import Config
from valuecast.contracts import OUTPUTS, Note, note
from valuecast.contracts.streams import stream
from valuecast.engines import Warehouse
from valuecast.windows import TODAY, Plan

BANDS = 10
"""Strata of equal size by value, among the active of a window."""


@dataclass(frozen=True)
class Sample:
    """Who is brought out of the engine.

    Parameters
    ----------
    customers, drawn : int
        How many there are, and how many of them are brought out.
    ids : ibis.Table or None
        ``customer_id`` of those drawn, kept in the engine; None when everybody is brought out.
    strata : pyarrow.Table
        Contract ``sample_strata``; empty when everybody is brought out.
    by_id : ibis.Table, optional
        ``customer_id`` of those drawn by their number alone, kept in the engine; None when everybody is brought out.
    counted_by_id : int
        How many those are.
    """

    customers: int
    drawn: int
    ids: ibis.Table | None
    strata: pa.Table
    by_id: ibis.Table | None = None
    counted_by_id: int = 0

    @property
    def is_partial(self) -> bool:
        """Whether somebody is left in the engine."""
        return self.ids is not None

    def of(self, table: ibis.Table) -> ibis.Table:
        """The rows of those drawn; whatever is relative to the others must be in them already."""
        return table if self.ids is None else table.semi_join(self.ids, "customer_id").select(table.columns)

    def of_by_id(self, table: ibis.Table) -> ibis.Table:
        """The rows of those drawn by their number alone."""
        return table if self.by_id is None else table.semi_join(self.by_id, "customer_id").select(table.columns)

    @property
    def notes(self) -> tuple[Note, ...]:
        """What the reader must know."""
        if not self.is_partial:
            return ()
        return (
            note(
                "sample_drawn",
                drawn=self.drawn,
                customers=self.customers,
                factor=self.customers / self.drawn,
                by_id=self.counted_by_id,
            ),
        )


EVERYBODY = Sample(0, 0, None, OUTPUTS["sample_strata"].empty())
"""Nobody was left out, and nobody counted."""


def draw(config: Config, warehouse: Warehouse, anchors: ibis.Table, labels: ibis.Table, plan: Plan) -> Sample:
    """Everybody, or a stratified draw where there are more than ``most_customers``.

    Parameters
    ----------
    anchors, labels : ibis.Table
        Contracts, kept in the engine.
    """
    empty = OUTPUTS["sample_strata"].empty()
    now = anchors.filter(anchors.window_id == TODAY)
    customers: int = now.count().to_pyarrow().as_py()
    if customers <= config.most_customers:
        return Sample(customers, customers, None, empty)
    found = _banded(anchors, labels, plan).to_pyarrow()
    codes, names = _strata(found)
    numbers = numbers_of(found["customer_id"], config.seed)
    taken = chosen(numbers, codes, config.most_customers, config.seed)
    sizes = [np.bincount(each, minlength=len(names)) for each in (codes, codes[taken])]
    strata = OUTPUTS["sample_strata"].conform(
        pa.table({"stratum": names, "customers": pa.array(sizes[0]), "drawn": pa.array(sizes[1])})
    )
    ids = _those(found, taken)
    by_id = _those(found, numbers < limit(customers, config.most_customers))
    kept = [warehouse.materialise(name, ibis.memtable(each)) for name, each in (("drawn", ids), ("drawn_by_id", by_id))]
    return Sample(customers, ids.num_rows, kept[0], strata, kept[1], by_id.num_rows)


def limit(customers: int, most: int) -> np.uint64:
    """The number below which customers are drawn by id: halved until no more than ``most`` are expected.

    >>> [float(limit(customers, 50_000)) / 2**64 for customers in (60_000, 100_000, 100_001, 5_000_000)]
    [0.5, 0.5, 0.25, 0.0078125]
    """
    halvings = max(0, math.ceil(math.log2(customers / most)))
    return np.uint64(2**64 - 1 if not halvings else 2 ** (64 - halvings))


def chosen(number: NDArray[np.uint64], stratum: NDArray[np.int64], size: int, seed: int) -> NDArray[np.bool_]:
    """Who is drawn: ``size`` customers in proportion to the strata, each with the same chance, (n,).

    A stratum's share is rounded up or down by chance, so that small ones have their chance too.

    Parameters
    ----------
    number : ndarray of uint64 (n,)
        A customer's own, from its id and the seed.
    stratum : ndarray of int (n,)
        From 0.
    """
    order = np.lexsort((number, stratum))
    counts = np.bincount(stratum)
    ends = np.cumsum(counts)
    steps = np.floor(ends * (size / len(stratum)) + stream("sample_strata", seed).random()).astype(np.int64)
    steps[-1] = size
    wanted = np.minimum(np.diff(steps, prepend=0), counts)
    place = np.arange(len(stratum)) - np.repeat(ends - counts, counts)
    taken = np.zeros(len(stratum), dtype=np.bool_)
    taken[order] = place < np.repeat(wanted, counts)
    return taken


def _those(found: pa.Table, taken: NDArray[np.bool_]) -> pa.Table:
    return pa.table({"customer_id": found["customer_id"].filter(pa.array(taken))}).sort_by("customer_id")


def numbers_of(ids: pa.ChunkedArray, seed: int) -> NDArray[np.uint64]:
    """A number for each customer that stays the same from run to run."""
    key = str(seed).encode()
    digests = (
        hashlib.blake2b(name.encode(), digest_size=8, key=key).digest()
        for batch in pa.table({"id": ids}).to_batches(max_chunksize=100_000)
        for name in batch.column(0).to_pylist()
    )
    return np.frombuffer(b"".join(digests), dtype="<u8")


def _banded(anchors: ibis.Table, labels: ibis.Table, plan: Plan) -> ibis.Table:
    """Each customer of today, with its tenth of value today and in the window before whose future is known last."""
    tests = [fold.predict.window_id for fold in plan.folds(plan.horizon) if fold.role == "test"]
    now = _bands(anchors, labels, TODAY, plan.horizon, "today")
    before = _bands(anchors, labels, (tests or [TODAY])[0], plan.horizon, "before")
    return now.left_join(before, "customer_id").select("customer_id", "today", "before")


def _bands(anchors: ibis.Table, labels: ibis.Table, window: str, horizon: int, name: str) -> ibis.Table:
    """0 for the inactive, else 1 to 10 by value in the months before; equal values share a band."""
    who = anchors.filter(anchors.window_id == window).select("customer_id", "active")
    value = labels.filter(labels.window_id == window, labels.horizon_months == horizon)
    both = who.inner_join(value.select("customer_id", "past_value"), "customer_id")
    ranked = both.mutate(
        below=ibis.rank().over(group_by=both.active, order_by=both.past_value),
        n=both.count().over(group_by=both.active),
    )
    band = (ranked.below * BANDS / ranked.n).floor().cast("int64") + 1
    return ranked.select("customer_id", **{name: ibis.ifelse(ranked.active, band, 0)})


def _strata(found: pa.Table) -> tuple[NDArray[np.int64], list[str]]:
    """Number of each customer's stratum, (n,), and the strata in words."""
    now = found["today"].to_numpy().astype(np.int64)
    before = pc.fill_null(found["before"], -1).to_numpy().astype(np.int64)
    met, codes = np.unique(now * (BANDS + 2) + before + 1, return_inverse=True)
    words: dict[Any, str] = {-1: "not there", 0: "inactive"}
    names = [
        f"today {words.get(now, f'tenth {now}')}, before {words.get(was, f'tenth {was}')}"
        for now, was in ((int(code) // (BANDS + 2), int(code) % (BANDS + 2) - 1) for code in met)
    ]
    return codes.astype(np.int64), names
