"""Which columns of which tables an expression's columns come from: read off the expression itself, never declared."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import ibis
import ibis.expr.operations as ops

Origin = tuple[str, str]
"""Name of a table in the engine, and one of its columns."""
_Seen = dict[tuple[Any, str], frozenset[Origin]]


def origins(table: ibis.Table) -> dict[str, frozenset[Origin]]:
    """For each column, every stored column that it depends on, rows chosen by filters and joins included.

    Tables made in passing (``ibis.memtable``) are constants of ours and are not named.

    >>> t = ibis.table({"a": "int64", "b": "int64", "c": "int64"}, name="t")
    >>> sorted(origins(t.filter(t.b > 0).select(x=t.a + 1))["x"])
    [('t', 'a'), ('t', 'b')]
    """
    seen: _Seen = {}
    return {name: _column(table.op(), name, seen) for name in table.columns}


def _column(relation: Any, name: str, seen: _Seen) -> frozenset[Origin]:
    key = (relation, name)
    if key not in seen:
        seen[key] = frozenset()
        seen[key] = _traced(relation, name, seen)
    return seen[key]


def _traced(relation: Any, name: str, seen: _Seen) -> frozenset[Origin]:
    if isinstance(relation, ops.InMemoryTable):
        return frozenset()
    if isinstance(relation, ops.PhysicalTable):
        return frozenset({(relation.name, name)})
    if isinstance(relation, ops.Set):
        return _column(relation.left, name, seen) | _column(relation.right, name, seen)
    if isinstance(relation, ops.JoinChain | ops.Project | ops.Aggregate):
        return _value(relation.values[name], seen) | _rows(relation, seen)
    return _column(relation.parent, name, seen) | _rows(relation, seen)


def _value(value: Any, seen: _Seen) -> frozenset[Origin]:
    """Everything that a value is computed from."""
    if isinstance(value, ops.Field):
        return _column(value.rel, value.name, seen)
    found: frozenset[Origin] = frozenset()
    for argument in _arguments(value):
        if isinstance(argument, ops.Relation):
            for column in argument.schema.names:
                found |= _column(argument, column, seen)
            found |= _rows(argument, seen)
        elif isinstance(argument, ops.Node):
            found |= _value(argument, seen)
    return found


def _rows(relation: Any, seen: _Seen) -> frozenset[Origin]:
    """What decides which rows there are: filters, join conditions, groups, and where the rows come from."""
    key = (relation, "")
    if key in seen:
        return seen[key]
    seen[key] = frozenset()
    found: frozenset[Origin] = frozenset()
    if isinstance(relation, ops.PhysicalTable):
        return found
    if isinstance(relation, ops.Filter):
        for predicate in relation.predicates:
            found |= _value(predicate, seen)
    if isinstance(relation, ops.Aggregate):
        for group in relation.groups.values():
            found |= _value(group, seen)
    if isinstance(relation, ops.JoinChain):
        for link in relation.rest:
            if link.how in ("inner", "semi", "anti", "right", "outer", "cross"):
                found |= _rows(link.table, seen)
            for predicate in link.predicates:
                found |= _value(predicate, seen)
        found |= _rows(relation.first, seen)
    for parent in _parents(relation):
        found |= _rows(parent, seen)
    seen[key] = found
    return found


def _parents(relation: Any) -> Iterator[Any]:
    if isinstance(relation, ops.Set):
        yield relation.left
        yield relation.right
    elif not isinstance(relation, ops.JoinChain) and hasattr(relation, "parent"):
        yield relation.parent


def _arguments(value: Any) -> Iterator[Any]:
    for argument in value.__args__:
        if isinstance(argument, tuple):
            yield from argument
        else:
            yield argument
