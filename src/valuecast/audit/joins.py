"""The map of joins: match rates in both directions, as ids are and spelt alike, and what follows from them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import ibis

from valuecast.audit.queries import sql_of
from valuecast.contracts import Finding, InputTable, Join, finding
from valuecast.engines import identifiers

NOTHING = 0.01
"""Up to this share of matches, a join matches (almost) nothing."""
NEARLY_ALL = 0.95
"""From this share of matches on, a join is as expected."""
EXAMPLES = 3
IdSteps = dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Match:
    """One join as it is, and as it would be with ids spelt alike.

    ``steps`` are those of ``identifiers.normalise`` that gain matches and merge no two ids; empty when none does.
    """

    join: Join
    left_ids: int
    right_ids: int
    matched: int
    sql: str
    steps: tuple[str, ...] = ()
    normalised: int | None = None
    merged: int = 0
    examples: tuple[str, ...] = ()

    @property
    def rate(self) -> float | None:
        """Share of left ids that are found."""
        return self.matched / self.left_ids if self.left_ids else None

    @property
    def gained(self) -> int:
        """Left ids that are found only when spelt alike."""
        return 0 if self.normalised is None else self.normalised - self.matched


def measure(join: Join, inputs: Sequence[InputTable]) -> Match:
    """Distinct ids on both sides, those found in both, and what spelling them alike would gain."""
    tables = {table.name: table.table for table in inputs}
    left, right = _ids(tables[join.left], join.left_column), _ids(tables[join.right], join.right_column)
    figures = _counts(left, right)
    row = figures.to_pyarrow().to_pylist()[0]
    match = Match(join, int(row["left_ids"]), int(row["right_ids"]), int(row["matched_ids"]), sql_of(figures))
    if not join.kind or not match.right_ids or match.matched == match.left_ids:
        return match
    return _respelt(match, left, right)


def proposals(matches: Collection[Match]) -> IdSteps:
    """Steps to spell ids alike, by kind of id: of every join of a kind, those that some join gains from."""
    steps: dict[str, set[str]] = {}
    for match in matches:
        if match.steps:
            steps.setdefault(match.join.kind, set()).update(match.steps)
    return {kind: tuple(s for s in identifiers.STEPS if s in found) for kind, found in sorted(steps.items())}


def row(match: Match, before: Match | None, applied: Collection[str]) -> dict[str, Any]:
    """One row of contract ``joins``; ``before`` is the join with ids as they were, where they have been spelt alike."""
    join, given = match.join, before or match
    after = match if before else None
    normalised = after.matched if after else given.normalised
    ids = after.left_ids if after else given.left_ids
    return {
        "left": f"{join.left}.{join.left_column}",
        "right": f"{join.right}.{join.right_column}",
        "left_ids": given.left_ids,
        "right_ids": given.right_ids,
        "matched_ids": given.matched,
        "match_rate": given.rate,
        "reverse_rate": given.matched / given.right_ids if given.right_ids else None,
        "normalised_ids": normalised,
        "normalised_rate": normalised / ids if normalised is not None and ids else None,
        "steps": ", ".join(given.steps or (applied if before else ())),
        "examples": "; ".join(given.examples),
        "merged_ids": given.merged,
        "applied": bool(before),
        "sql": given.sql,
    }


def findings(match: Match, before: Match | None) -> Iterator[Finding]:
    """An error where (almost) nothing matches, a warning where a good part does not, or only when spelt alike."""
    if before and before.matched < match.matched:
        yield _normalised(match, before)
    elif match.gained:
        yield _spelt_differently(match)
    rate = match.rate
    if rate is None or rate >= NEARLY_ALL:
        return
    left_over = match.left_ids - match.matched - match.gained
    if match.gained and left_over <= (1 - NEARLY_ALL) * match.left_ids:
        return
    join = match.join
    yield finding(
        "join_matches_nothing" if rate <= NOTHING else "join_partial",
        join.left,
        join.left_column,
        count=match.left_ids - match.matched,
        dimensions=join.dimensions,
        right=f"{join.right}.{join.right_column}",
        matched=match.matched,
        ids=match.left_ids,
        rate=rate,
    )


def _spelt_differently(match: Match) -> Finding:
    join = match.join
    return finding(
        "ids_spelt_differently",
        join.left,
        join.left_column,
        count=match.gained,
        severity="error" if (match.rate or 0) <= NOTHING else None,
        dimensions=join.dimensions,
        right=f"{join.right}.{join.right_column}",
        ids=match.left_ids,
        rate=match.rate or 0.0,
        steps=match.steps,
        examples=match.examples,
    )


def _normalised(match: Match, before: Match) -> Finding:
    join = match.join
    return finding(
        "ids_normalised",
        join.left,
        join.left_column,
        count=match.matched - before.matched,
        dimensions=join.dimensions,
        right=f"{join.right}.{join.right_column}",
        matched_before=before.matched,
        ids_before=before.left_ids,
        matched=match.matched,
        ids=match.left_ids,
    )


def _respelt(match: Match, left: ibis.Table, right: ibis.Table) -> Match:
    """Find the fewest steps that gain as much as all of them, without merging two ids of either side."""
    steps = identifiers.STEPS
    if _gain(left, right, steps)[0] <= match.matched:
        return match
    kept: tuple[str, ...] = ()
    best = match.matched
    for size in range(1, len(steps) + 1):
        matched, merged = _gain(left, right, steps[:size])
        if matched > best and not merged:
            kept, best = steps[:size], matched
    if not kept:
        return Match(**{**vars(match), "merged": _gain(left, right, steps)[1]})
    for step in kept[:-1]:
        fewer = tuple(s for s in kept if s != step)
        matched, merged = _gain(left, right, fewer)
        if matched == best and not merged:
            kept = fewer
    return Match(**{**vars(match), "steps": kept, "normalised": best, "examples": _examples(left, right, kept)})


def _gain(left: ibis.Table, right: ibis.Table, steps: Sequence[str]) -> tuple[int, int]:
    """Left ids found when both sides are spelt alike, and how many ids of either side become one with another."""
    a = left.select("id", alike=identifiers.normalise(left.id, steps))
    b = right.select("id", alike=identifiers.normalise(right.id, steps))
    keys = b.select("alike").distinct()
    in_both = a.semi_join(keys, "alike")
    row = ibis.union(
        in_both.aggregate(what=ibis.literal("matched"), n=in_both.count()),
        a.aggregate(what=ibis.literal("left"), n=a.id.count() - a.alike.nunique()),
        b.aggregate(what=ibis.literal("right"), n=b.id.count() - b.alike.nunique()),
    )
    found_rows: Mapping[str, int] = {r["what"]: int(r["n"]) for r in row.to_pyarrow().to_pylist()}
    return found_rows["matched"], found_rows["left"] + found_rows["right"]


def _examples(left: ibis.Table, right: ibis.Table, steps: Sequence[str]) -> tuple[str, ...]:
    lost = left.filter(left.id.notin(right.id))
    a = lost.select(left_id=lost.id, alike=identifiers.normalise(lost.id, steps))
    b = right.select(right_id=right.id, alike=identifiers.normalise(right.id, steps))
    pairs = a.inner_join(b, "alike").order_by("left_id", "right_id").limit(EXAMPLES).to_pyarrow().to_pylist()
    return tuple(f"{pair['left_id']!r} is {pair['right_id']!r}" for pair in pairs)


def _counts(left: ibis.Table, right: ibis.Table) -> ibis.Table:
    a, b = left.mutate(on_left=ibis.literal(1)), right.mutate(on_right=ibis.literal(1))
    both = a.outer_join(b, "id")
    return both.aggregate(
        left_ids=both.on_left.count(),
        right_ids=both.on_right.count(),
        matched_ids=both.count(where=both.on_left.notnull() & both.on_right.notnull()),
    )


def _ids(table: ibis.Table | None, column: str) -> ibis.Table:
    if table is None:
        raise ValueError("a join names a table that is not there")
    ids = table.select(id=table[column])
    return ids.filter(ids.id.notnull()).distinct()
