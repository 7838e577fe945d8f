"""Who belongs to whom: visitors of several accounts, visitors of none, accounts of nobody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import ibis

from valuecast.contracts import Finding, InputTable, Membership, finding


def findings(table: InputTable, inputs: Sequence[InputTable]) -> Iterator[Finding]:
    """What the membership columns of a table say."""
    declared = table.membership
    if declared is None or table.table is None or table.missing or declared.owner in table.absent:
        return
    owners = next((other for other in inputs if other.name == declared.owners), None)
    several, none = _counts(table, declared)
    if several:
        yield finding(
            "visitors_of_several_accounts",
            table.name,
            declared.owner,
            count=several,
            member=declared.member,
            owner=declared.owner,
        )
    if none:
        yield finding(
            "visitors_without_account",
            table.name,
            declared.owner,
            count=none,
            member=declared.member,
            owner=declared.owner,
        )
    if owners is not None and owners.table is not None and not owners.missing:
        yield from _alone(table, declared, owners)


def _counts(table: InputTable, declared: Membership) -> tuple[int, int]:
    """Members that have had several owners, by the table's own count or by rows that differ, and members without."""
    t = table.table
    assert t is not None
    each = t.group_by(declared.member).aggregate(
        owners=t[declared.owner].nunique(),
        stated=t[declared.several].max()
        if declared.several and declared.several not in table.absent
        else ibis.literal(0.0),
    )
    row = each.aggregate(
        several=each.count(where=(each.owners > 1) | (each.stated > 1)), none=each.count(where=each.owners == 0)
    )
    figures = row.to_pyarrow().to_pylist()[0]
    return int(figures["several"]), int(figures["none"])


def _alone(table: InputTable, declared: Membership, owners: InputTable) -> Iterator[Finding]:
    t, o = table.table, owners.table
    assert t is not None and o is not None
    known = o.filter(o[declared.owner].notnull()).select(declared.owner).distinct()
    alone = known.anti_join(t.select(declared.owner).distinct(), declared.owner)
    row = known.aggregate(every=known.count()).cross_join(alone.aggregate(alone=alone.count()))
    figures = row.to_pyarrow().to_pylist()[0]
    if figures["alone"]:
        yield finding(
            "accounts_without_visitors",
            owners.name,
            declared.owner,
            count=int(figures["alone"]),
            owners=int(figures["every"]),
            owner=declared.owner,
            members=table.name,
        )
